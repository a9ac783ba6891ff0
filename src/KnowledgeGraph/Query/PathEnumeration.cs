namespace KnowledgeGraph.Query;

/// <summary>
/// Simple paths between two nodes by length, then by node ids: depth-first search to an exact depth, pruned by the distance to the
/// target (iterative deepening; Korf 1985). Time per length is proportional to the prefixes that can still reach the target.
/// </summary>
internal sealed class PathEnumeration
{
    private readonly PathAutomaton automaton;
    private readonly SearchBudget budget;
    private readonly int target;
    private readonly List<int> path = [];
    private readonly HashSet<int> onPath = [];
    private List<int[]> found = [];
    private int wanted;

    internal PathEnumeration(PathAutomaton automaton, int start, int target, SearchBudget budget)
    {
        (this.automaton, this.target, this.budget) = (automaton, target, budget);
        path.Add(start);
        onPath.Add(start);
    }

    /// <summary>The paths of exactly one length, by node ids; at most <paramref name="most"/>. Incomplete once the budget has stopped.</summary>
    internal List<int[]> OfLength(int hops, int most)
    {
        (found, wanted) = ([], most);
        if (automaton.DistanceOf(automaton.Start) <= hops)
        {
            Extend(automaton.Start, hops);
        }

        return found;
    }

    private void Extend(int set, int remaining)
    {
        foreach (var next in automaton.SuccessorsOf(set))
        {
            if (found.Count == wanted || !budget.Step())
            {
                return;
            }

            if (next.Distance < remaining && (next.Node == target) == (remaining == 1) && onPath.Add(next.Node))
            {
                path.Add(next.Node);
                Continue(next.Set, remaining - 1);
                path.RemoveAt(path.Count - 1);
                onPath.Remove(next.Node);
            }
        }
    }

    private void Continue(int set, int remaining)
    {
        if (remaining == 0)
        {
            found.Add([.. path]);
        }
        else
        {
            Extend(set, remaining);
        }
    }
}
