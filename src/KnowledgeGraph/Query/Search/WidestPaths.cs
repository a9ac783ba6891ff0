namespace KnowledgeGraph.Query.Search;

/// <summary>
/// Simple paths by weakest link, then by hops, then by node ids: for each confidence that matters, greatest first, the paths by length
/// over the edges that are trusted at least so much (threshold method for bottleneck paths; Gabow and Tarjan 1988). Those found under
/// an earlier threshold are met again and passed over; they are fewer than were asked for.
/// </summary>
/// <param name="search">What to follow.</param>
/// <param name="from">Node index.</param>
/// <param name="to">Another.</param>
/// <param name="maxHops">Most hops.</param>
/// <param name="budget">Watches the bounds.</param>
internal sealed class WidestPaths(DependencySearch search, int from, int to, int maxHops, SearchBudget budget)
{
    private const double None = -1;

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
        for (var least = double.MaxValue; least != None && budget.Stopped == StopReason.None && left > 0 && !(onlyBest && left < most);)
        {
            var trusted = new Trusted(search, least);
            var paths = new PathsByHops(search, trusted.Admits, from, to, maxHops, budget);
            foreach (var group in paths.InOrder(onlyBest: false, left, isWanted: path => known.Add(string.Join(' ', path))))
            {
                left -= group.Count;
                yield return group;
            }

            least = trusted.Next;
        }
    }

    /// <summary>
    /// The edges that are trusted enough. A path with a lesser link leaves what both ends reach over these somewhere, within its hops, by an
    /// edge that was met there and left out; so none has a weakest link between the threshold and the best of those.
    /// </summary>
    private sealed class Trusted(DependencySearch search, double least)
    {
        /// <summary>The greatest confidence of an edge that was left out for it; less than nothing if there was none.</summary>
        internal double Next { get; private set; } = None;

        internal bool Admits(int edge)
        {
            var confidence = search.Graph.Edges.Confidence[edge];
            if (confidence < least && confidence <= Next)
            {
                return false;
            }

            if (!search.MayJoin(edge))
            {
                return false;
            }

            Next = confidence < least ? confidence : Next;
            return confidence >= least;
        }
    }
}
