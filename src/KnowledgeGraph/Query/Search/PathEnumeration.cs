namespace KnowledgeGraph.Query.Search;

/// <summary>
/// Simple paths between two nodes by length, then by node ids: depth-first search to an exact depth, pruned by the distance to the
/// target (iterative deepening; Korf 1985). Time per length is proportional to the prefixes that can still reach the target.
/// </summary>
/// <param name="automaton">The node sequences.</param>
/// <param name="start">Node index.</param>
/// <param name="target">Node index.</param>
/// <param name="budget">Watches the bounds.</param>
internal sealed class PathEnumeration(PathAutomaton automaton, int start, int target, SearchBudget budget)
{
    /// <summary>The enumeration over a space.</summary>
    internal static PathEnumeration Over(SearchSpace space, int start, int target, SearchBudget budget) =>
        new(new PathAutomaton(space, space.DistancesTo(target), budget), start, target, budget);

    /// <summary>The first paths, length by length as they are asked for. A length that the budget cut into is left out whole.</summary>
    /// <param name="leastHops">Fewest hops.</param>
    /// <param name="maxHops">Most hops.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="onlyShortest">Whether to end after those of the least length.</param>
    /// <param name="isWanted">Which ones count; null for all.</param>
    internal IEnumerable<List<int[]>> ByLength(int leastHops, int maxHops, int most, bool onlyShortest = false, Func<int[], bool>? isWanted = null)
    {
        var left = most;
        for (var hops = leastHops; hops <= maxHops && left > 0 && !(onlyShortest && left < most); hops++)
        {
            List<int[]> length = [.. OfLength(hops).Where(path => isWanted is null || isWanted(path)).Take(left)];
            if (budget.Stopped != StopReason.None)
            {
                yield break;
            }

            left -= length.Count;
            yield return length;
        }
    }

    /// <summary>
    /// The paths of exactly one length, by node ids, found as they are asked for; several lengths may be asked at once. Incomplete once
    /// the budget has stopped.
    /// </summary>
    /// <param name="hops">The length.</param>
    /// <param name="mayStep">Whether a path may go from one node to another; null for always.</param>
    internal IEnumerable<int[]> OfLength(int hops, Func<int, int, bool>? mayStep = null)
    {
        if (automaton.DistanceOf(automaton.Start) > hops)
        {
            yield break;
        }

        var nodes = new int[hops + 1];
        var rows = new PathAutomaton.Successor[hops][];
        var next = new int[hops];
        var depth = 0;
        (nodes[0], rows[0]) = (start, automaton.SuccessorsOf(automaton.Start));
        while (depth >= 0 && budget.Step())
        {
            if (next[depth] == rows[depth].Length)
            {
                depth--;
                continue;
            }

            var step = rows[depth][next[depth]++];
            if (!Fits(step, hops - depth) || nodes.AsSpan(0, depth + 1).Contains(step.Node) || mayStep?.Invoke(nodes[depth], step.Node) == false)
            {
                continue;
            }

            nodes[depth + 1] = step.Node;
            if (depth + 1 == hops)
            {
                yield return [.. nodes];
            }
            else
            {
                depth++;
                (rows[depth], next[depth]) = (automaton.SuccessorsOf(step.Set), 0);
            }
        }
    }

    private bool Fits(PathAutomaton.Successor step, int remaining) =>
        step.Distance < remaining && (step.Node == target) == (remaining == 1);
}
