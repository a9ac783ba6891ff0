namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// Finds the first shortest path by hops between two nodes, searching from both at once, a level at a time on the side where fewer
/// edges wait.
/// </summary>
/// <remarks>
/// O(m) time for m edges met, which in graphs with hubs is about the square root of what a search from one end meets.
/// Invariant: the levels of both sides are disjoint and, but for the one being searched, complete; so the first edge from one side to the
/// other joins their outermost levels, and no path is shorter. Each level ahead stands in the order of its least paths (rows ascend), so
/// the first of its nodes with an edge to the other side begins the first path by node numbers, and from there on the least neighbour
/// that is one level nearer goes on. Marks are shared: a mark is twice the position in its side's queue, plus 1 for the side back, so
/// one look tells whether, where and by whom a node was met. Literature: Pohl, "Bi-directional search", 1971.
/// </remarks>
/// <typeparam name="TFilter">Which edges count.</typeparam>
/// <param name="ahead">From a node to the next on a path.</param>
/// <param name="back">From a node to the one before it: the reverse of <paramref name="ahead"/>, edges numbered alike.</param>
/// <param name="filter">Which edges count.</param>
/// <param name="scratch">Where the search takes place.</param>
internal readonly ref struct BidirectionalSearch<TFilter>(Adjacency ahead, Adjacency back, TFilter filter, SearchScratch scratch)
    where TFilter : struct, IEdgeFilter
{
    private const int None = int.MaxValue;

    /// <summary>The row so many nodes on is asked for before it is read.</summary>
    private const int PrefetchAhead = 4;

    /// <summary>Searches.</summary>
    /// <param name="source">Where paths start.</param>
    /// <param name="target">Where they end.</param>
    /// <param name="maxHops">Paths of more hops are not looked for.</param>
    /// <param name="cancellation">Looked at once a level.</param>
    /// <returns>The nodes of the path, both ends included, in <see cref="SearchScratch.Path"/>; none if there is no path.</returns>
    internal List<int> Between(int source, int target, int maxHops, CancellationToken cancellation = default)
    {
        var path = scratch.Path;
        path.Clear();
        if (source == target)
        {
            path.Add(source);
            return path;
        }

        var marks = scratch.Ahead.Marks;
        var first = marks.Take((2 * (uint)ahead.NodeCount) + 2);
        scratch.Ahead.Start(source);
        scratch.Back.Start(target);
        (marks.Stamps[source], marks.Stamps[target]) = (first, first + 1);
        var junction = Search(first, maxHops, cancellation);
        if (junction != None)
        {
            Trace(junction, first);
        }

        marks.KeepOnly(first, 2 * (uint)Math.Max(scratch.Ahead.Count, scratch.Back.Count));
        return path;
    }

    /// <summary>The position ahead of the node from which the first path steps over to the other side.</summary>
    private int Search(uint first, int maxHops, CancellationToken cancellation)
    {
        var (sideAhead, sideBack) = (scratch.Ahead, scratch.Back);
        var (waitingAhead, waitingBack) = (sideAhead.Waiting(ahead), sideBack.Waiting(back));
        for (var hops = 0; hops < maxHops && waitingAhead > 0 && waitingBack > 0; hops++)
        {
            cancellation.ThrowIfCancellationRequested();
            var isAhead = waitingAhead <= waitingBack;
            var junction = isAhead ? ExpandAhead(first) : ExpandBack(first);
            if (junction != None)
            {
                return junction;
            }

            (waitingAhead, waitingBack) = isAhead ? (sideAhead.Waiting(ahead), waitingBack) : (waitingAhead, sideBack.Waiting(back));
        }

        return None;
    }

    /// <summary>One level more; ends at the first edge to the other side.</summary>
    private int ExpandAhead(uint first)
    {
        var side = scratch.Ahead;
        var (stamps, nodes, parents) = (side.Marks.Stamps, side.Nodes, side.Parents);
        var (begin, end) = (side.Levels[^2], side.Levels[^1]);
        var count = end;
        for (var position = begin; position < end; position++)
        {
            if (position + PrefetchAhead < end)
            {
                ahead.Prefetch(nodes[position + PrefetchAhead]);
            }

            var row = ahead.Neighbours(nodes[position]);
            var edges = typeof(TFilter) == typeof(AllEdges) ? default : ahead.Edges(nodes[position]);
            for (var i = 0; i < row.Length; i++)
            {
                var neighbour = row[i];
                var stamp = stamps[neighbour];
                var mark = stamp - first;
                var isMet = stamp >= first;
                if ((isMet && (mark & 1) == 0) || (typeof(TFilter) != typeof(AllEdges) && !filter.Admits(edges[i])))
                {
                    continue;
                }

                if (isMet)
                {
                    side.Count = count;
                    return position;
                }

                stamps[neighbour] = first + (2 * (uint)count);
                (nodes[count], parents[count]) = (neighbour, position);
                count++;
            }
        }

        side.Count = count;
        side.Levels.Add(count);
        return None;
    }

    /// <summary>One level more the other way; finds the first node ahead that any edge comes from.</summary>
    private int ExpandBack(uint first)
    {
        var side = scratch.Back;
        var (stamps, nodes) = (scratch.Ahead.Marks.Stamps, side.Nodes);
        var (begin, end) = (side.Levels[^2], side.Levels[^1]);
        var count = end;
        var junction = None;
        for (var position = begin; position < end; position++)
        {
            if (position + PrefetchAhead < end)
            {
                back.Prefetch(nodes[position + PrefetchAhead]);
            }

            var row = back.Neighbours(nodes[position]);
            var edges = typeof(TFilter) == typeof(AllEdges) ? default : back.Edges(nodes[position]);
            for (var i = 0; i < row.Length; i++)
            {
                var neighbour = row[i];
                var stamp = stamps[neighbour];
                var mark = stamp - first;
                var isMet = stamp >= first;
                if ((isMet && (mark & 1) == 1) || (typeof(TFilter) != typeof(AllEdges) && !filter.Admits(edges[i])))
                {
                    continue;
                }

                if (isMet)
                {
                    junction = Math.Min(junction, (int)(mark / 2));
                    continue;
                }

                stamps[neighbour] = first + (2 * (uint)count) + 1;
                nodes[count++] = neighbour;
            }
        }

        side.Count = count;
        if (junction == None)
        {
            side.Levels.Add(count);
        }

        return junction;
    }

    /// <summary>The path through a node ahead: the tree up to it, then the least neighbour of each level back.</summary>
    private void Trace(int junction, uint first)
    {
        var (path, nodes, parents) = (scratch.Path, scratch.Ahead.Nodes, scratch.Ahead.Parents);
        for (var position = junction; position > 0; position = parents[position])
        {
            path.Add(nodes[position]);
        }

        path.Add(nodes[0]);
        path.Reverse();
        var levels = scratch.Back.Levels;
        for (var level = levels.Count - 2; level >= 0; level--)
        {
            path.Add(Next(path[^1], first, levels[level], levels[level + 1]));
        }
    }

    private int Next(int node, uint first, int begin, int end)
    {
        var stamps = scratch.Ahead.Marks.Stamps;
        var row = ahead.Neighbours(node);
        var edges = ahead.Edges(node);
        for (var i = 0; i < row.Length; i++)
        {
            var mark = stamps[row[i]] - first;
            var position = (int)(mark / 2);
            if (stamps[row[i]] >= first && (mark & 1) == 1 && position >= begin && position < end && filter.Admits(edges[i]))
            {
                return row[i];
            }
        }

        throw new InvalidOperationException($"no edge out of node {node} leads to the level back from {begin} to {end}");
    }
}
