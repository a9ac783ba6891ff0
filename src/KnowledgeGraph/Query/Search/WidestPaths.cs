namespace KnowledgeGraph.Query.Search;

/// <summary>
/// Simple paths by weakest link, then by hops, then by node ids: for each confidence that occurs, greatest first, the paths by length
/// over the edges that are trusted at least so much (threshold method for bottleneck paths; Gabow and Tarjan 1988). Those found under
/// an earlier threshold are met again and passed over; they are fewer than were asked for.
/// </summary>
/// <param name="space">The states.</param>
/// <param name="confidence">The confidence of an edge.</param>
/// <param name="from">Node index.</param>
/// <param name="to">Node index.</param>
/// <param name="maxHops">Most hops.</param>
/// <param name="budget">Watches the bounds.</param>
internal sealed class WidestPaths(SearchSpace space, Func<int, double> confidence, int from, int to, int maxHops, SearchBudget budget)
{
    /// <summary>
    /// The first paths in order, in groups as they are asked for. A length that the budget cut into is left out whole, with all that
    /// comes after it.
    /// </summary>
    /// <param name="onlyBest">Whether to end after those equal to the first.</param>
    /// <param name="most">How many at most.</param>
    internal IEnumerable<List<int[]>> InOrder(bool onlyBest, int most)
    {
        var left = most;
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var least in space.Edges.Select(confidence).Distinct().OrderDescending())
        {
            if (budget.Stopped != StopReason.None || left == 0 || (onlyBest && left < most))
            {
                yield break;
            }

            var trusted = space.Over(edge => budget.Step() && confidence(edge) >= least);
            var enumeration = PathEnumeration.Over(trusted, from, to, budget);
            foreach (var group in enumeration.ByLength(1, maxHops, left, isWanted: path => known.Add(string.Join(' ', path))))
            {
                left -= group.Count;
                yield return group;
            }
        }
    }
}
