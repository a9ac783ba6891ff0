using System.Runtime.CompilerServices;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// Finds the first shortest path by hops between two nodes, searching from both at once, a level at a time on the side where fewer
/// edges wait.
/// </summary>
/// <remarks>
/// O(m) time for m edges met, which in graphs with hubs is about the square root of what a search from one end meets.
/// Invariant: the levels of both sides are disjoint and, but for the one being searched, complete; so the first edge from one side to the
/// other joins their outermost levels, and no path is shorter. Each level ahead stands in the order of its least paths (rows ascend), so
/// the first of its nodes with an edge to the other side begins the first path by node numbers; each node back has for its parent the
/// least neighbour that is one level nearer, so the path goes on from parent to parent. Looking that neighbour up in the node's row met
/// eight times as many edges as the search before it. Marks are shared: a mark is twice the position in its side's queue, plus 1 for
/// the side back, so one look tells whether, where and by whom a node was met. What goes over edges is compiled in full at once: the
/// first five hundred searches of a process would take four times as long. Literature: Pohl, "Bi-directional search", 1971.
/// </remarks>
/// <typeparam name="TFilter">Which edges count.</typeparam>
/// <param name="ahead">From a node to the next on a path.</param>
/// <param name="back">From a node to the one before it: the reverse of <paramref name="ahead"/>, edges numbered alike.</param>
/// <param name="filter">Which edges count.</param>
/// <param name="scratch">Where the search takes place.</param>
internal ref struct BidirectionalSearch<TFilter>(Adjacency ahead, Adjacency back, TFilter filter, SearchScratch scratch)
    where TFilter : struct, IEdgeFilter
{
    private readonly TFilter filter = filter;
    private readonly SearchSide sideAhead = scratch.Ahead;
    private readonly SearchSide sideBack = scratch.Back;
    private readonly uint[] stamps = scratch.Ahead.Marks.Stamps;
    private uint first;

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

        first = sideAhead.Marks.Take((2 * (uint)ahead.NodeCount) + 2);
        sideAhead.Start(source);
        sideBack.Start(target);
        (stamps[source], stamps[target]) = (first, first + 1);
        if (Search(maxHops, cancellation) is { } meeting)
        {
            Trace(meeting, path);
        }

        sideAhead.Marks.KeepOnly(first, 2 * (uint)Math.Max(sideAhead.Count, sideBack.Count));
        return path;
    }

    /// <summary>The edge by which the first path steps over to the other side.</summary>
    private readonly Meeting? Search(int maxHops, CancellationToken cancellation)
    {
        var (waitingAhead, waitingBack) = (sideAhead.Waiting(ahead), sideBack.Waiting(back));
        for (var hops = 0; hops < maxHops && waitingAhead > 0 && waitingBack > 0; hops++)
        {
            cancellation.ThrowIfCancellationRequested();
            var isAhead = waitingAhead <= waitingBack;
            if ((isAhead ? ExpandAhead() : ExpandBack(waitingBack)) is { } meeting)
            {
                return meeting;
            }

            (waitingAhead, waitingBack) = isAhead ? (sideAhead.Waiting(ahead), waitingBack) : (waitingAhead, sideBack.Waiting(back));
        }

        return null;
    }

    /// <summary>One level more; ends at the first edge to the other side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly Meeting? ExpandAhead()
    {
        var (marks, nodes, parents) = (stamps, sideAhead.Nodes, sideAhead.Parents);
        var (begin, end) = (sideAhead.Levels[^2], sideAhead.Levels[^1]);
        var count = end;
        for (var position = begin; position < end; position++)
        {
            ahead.Prefetch(nodes, position, end);
            var row = ahead.Neighbours(nodes[position]);
            var edges = EdgesOf(ahead, nodes[position]);
            for (var i = 0; i < row.Length; i++)
            {
                var (stamp, isMet) = (marks[row[i]], marks[row[i]] >= first);
                if ((isMet && !IsBack(stamp)) || !Admits(edges, i))
                {
                    continue;
                }

                if (isMet)
                {
                    sideAhead.Count = count;
                    return new Meeting(position, Position(stamp));
                }

                marks[row[i]] = first + (2 * (uint)count);
                (nodes[count], parents[count]) = (row[i], position);
                count++;
            }
        }

        sideAhead.Count = count;
        sideAhead.Levels.Add(count);
        return null;
    }

    /// <summary>One level more the other way; from the first edge to the other side on it looks for that of the first path alone.</summary>
    /// <param name="waiting">The edges of the level.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly Meeting? ExpandBack(long waiting)
    {
        var (marks, nodes, parents) = (stamps, sideBack.Nodes, sideBack.Parents);
        var (begin, end) = (sideBack.Levels[^2], sideBack.Levels[^1]);
        var count = end;
        for (var position = begin; position < end; position++)
        {
            back.Prefetch(nodes, position, end);
            var row = back.Neighbours(nodes[position]);
            var edges = EdgesOf(back, nodes[position]);
            for (var i = 0; i < row.Length; i++)
            {
                var (stamp, isMet) = (marks[row[i]], marks[row[i]] >= first);
                if ((isMet && IsBack(stamp) && !IsNearer(position, stamp, end)) || !Admits(edges, i))
                {
                    continue;
                }

                if (!isMet)
                {
                    marks[row[i]] = first + (2 * (uint)count) + 1;
                    (nodes[count], parents[count]) = (row[i], position);
                    count++;
                }
                else if (IsBack(stamp))
                {
                    parents[Position(stamp)] = position;
                }
                else
                {
                    sideBack.Count = count;
                    return First(new Meeting(Position(stamp), position), waiting - i);
                }
            }

            waiting -= row.Length;
        }

        sideBack.Count = count;
        sideBack.Levels.Add(count);
        return null;
    }

    /// <summary>Whether a node of the new level has come by a greater neighbour than the one at a position.</summary>
    private readonly bool IsNearer(int position, uint stamp, int newLevel) =>
        Position(stamp) >= newLevel && sideBack.Nodes[position] < sideBack.Nodes[sideBack.Parents[Position(stamp)]];

    /// <summary>
    /// Of the edges between the outermost levels that of the first path. It comes from no later ahead than a known one, so it is looked for
    /// from the side where fewer edges are left: that leaves a quarter of the looks.
    /// </summary>
    /// <param name="known">The first edge met back.</param>
    /// <param name="waitingBack">The edges of the level from there on.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly Meeting First(Meeting known, long waitingBack)
    {
        var waitingAhead = 0L;
        for (var position = sideAhead.Levels[^2]; position <= known.Ahead && waitingAhead <= waitingBack; position++)
        {
            waitingAhead += ahead.Degree(sideAhead.Nodes[position]);
        }

        return waitingAhead <= waitingBack ? FirstFromAhead(known) : FirstFromBack(known);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly Meeting FirstFromAhead(Meeting known)
    {
        var (marks, nodes) = (stamps, sideAhead.Nodes);
        var (begin, end) = (sideBack.Levels[^2], sideBack.Levels[^1]);
        for (var position = sideAhead.Levels[^2]; ; position++)
        {
            ahead.Prefetch(nodes, position, known.Ahead + 1);
            var row = ahead.Neighbours(nodes[position]);
            var edges = EdgesOf(ahead, nodes[position]);
            for (var i = 0; i < row.Length; i++)
            {
                var stamp = marks[row[i]];
                if (stamp >= first && IsBack(stamp) && Position(stamp) >= begin && Position(stamp) < end && Admits(edges, i))
                {
                    return new Meeting(position, Position(stamp));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly Meeting FirstFromBack(Meeting known)
    {
        var (marks, nodes) = (stamps, sideBack.Nodes);
        var end = sideBack.Levels[^1];
        for (var position = known.Back; position < end; position++)
        {
            back.Prefetch(nodes, position, end);
            var row = back.Neighbours(nodes[position]);
            var edges = EdgesOf(back, nodes[position]);
            for (var i = 0; i < row.Length; i++)
            {
                var stamp = marks[row[i]];
                if (stamp >= first && !IsBack(stamp)
                    && (Position(stamp), nodes[position]).CompareTo((known.Ahead, nodes[known.Back])) < 0 && Admits(edges, i))
                {
                    known = new Meeting(Position(stamp), position);
                }
            }
        }

        return known;
    }

    /// <summary>The path over an edge: the tree up to it, and down that of the other side.</summary>
    private readonly void Trace(Meeting meeting, List<int> path)
    {
        for (var position = meeting.Ahead; position > 0; position = sideAhead.Parents[position])
        {
            path.Add(sideAhead.Nodes[position]);
        }

        path.Add(sideAhead.Nodes[0]);
        path.Reverse();
        for (var position = meeting.Back; position > 0; position = sideBack.Parents[position])
        {
            path.Add(sideBack.Nodes[position]);
        }

        path.Add(sideBack.Nodes[0]);
    }

    private readonly bool IsBack(uint stamp) => ((stamp - first) & 1) == 1;

    /// <summary>Where a node that was met stands in the queue of its side.</summary>
    private readonly int Position(uint stamp) => (int)((stamp - first) / 2);

    private static EdgeNumbers EdgesOf(Adjacency rows, int node) => typeof(TFilter) == typeof(AllEdges) ? default : rows.Edges(node);

    private readonly bool Admits(EdgeNumbers edges, int position) => typeof(TFilter) == typeof(AllEdges) || filter.Admits(edges[position]);

    /// <summary>An edge from one side to the other.</summary>
    /// <param name="Ahead">Where the node that it leaves stands in the queue ahead.</param>
    /// <param name="Back">Where the node that it leads to stands in the queue back.</param>
    private readonly record struct Meeting(int Ahead, int Back);
}
