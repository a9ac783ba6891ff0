namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// What lies near two nodes: ahead of the source and back from the target, each ball grown while it is the cheaper one, until every
/// path of so many hops lies within both. Tells whether a node met on the way may still lead to the target in time.
/// </summary>
/// <remarks>
/// With radii f and b and f + b = L, a node at depth d of a path of at most L hops lies in the ball ahead if d ≤ f, and in the ball back
/// if d ≥ f; so a search from the source that asks <see cref="LeastHopsTo"/> enters, beyond depth f, only nodes that lead to the target in time.
/// O(m) time for the m edges met, once however far the balls are grown. Hops are those of walks over admitted edges, and so bounds
/// below for simple paths. Invariant: each ball holds exactly the nodes within its radius, with their fewest hops. Trap it avoids:
/// enumerating paths without it takes seconds at a million nodes. Literature: Pohl 1971 for growing two balls; Hart, Nilsson and
/// Raphael 1968 for pruning by what is left.
/// </remarks>
/// <typeparam name="TFilter">Which edges count.</typeparam>
internal sealed class HopBalls<TFilter>
    where TFilter : struct, IEdgeFilter
{
    private readonly Adjacency ahead;
    private readonly Adjacency back;
    private readonly TFilter filter;
    private readonly SearchScratch scratch;
    private readonly uint firstAhead;
    private readonly uint firstBack;
    private long waitingAhead;
    private long waitingBack;

    /// <summary>Begins with balls of radius 0.</summary>
    /// <param name="ahead">From a node to the next on a path.</param>
    /// <param name="back">From a node to the one before it: the reverse of <paramref name="ahead"/>, edges numbered alike.</param>
    /// <param name="filter">Which edges count.</param>
    /// <param name="scratch">Holds the balls: they are there until it is given back or used again.</param>
    /// <param name="source">Where paths start.</param>
    /// <param name="target">Where they end.</param>
    internal HopBalls(Adjacency ahead, Adjacency back, TFilter filter, SearchScratch scratch, int source, int target)
    {
        (this.ahead, this.back, this.filter, this.scratch) = (ahead, back, filter, scratch);
        (firstAhead, firstBack) = (Start(scratch.Ahead, source, ahead.NodeCount), Start(scratch.Back, target, ahead.NodeCount));
        (waitingAhead, waitingBack) = (scratch.Ahead.Waiting(ahead), scratch.Back.Waiting(back));
        FewestHops = source == target ? 0 : null;
    }

    /// <summary>The fewest hops from source to target; null if there is no path, or none within <see cref="Hops"/>.</summary>
    internal int? FewestHops { get; private set; }

    /// <summary>The sum of the radii: paths of so many hops can be told from others.</summary>
    internal int Hops => RadiusAhead + RadiusBack;

    /// <summary>Nodes no farther from the source are known.</summary>
    internal int RadiusAhead => scratch.Ahead.Levels.Count - 2;

    /// <summary>Nodes from which the target is no farther are known.</summary>
    internal int RadiusBack => scratch.Back.Levels.Count - 2;

    /// <summary>Whether one ball holds all that it ever will, so that growing ends: <see cref="FewestHops"/> is final.</summary>
    internal bool IsExhausted => waitingAhead == 0 || waitingBack == 0;

    /// <summary>Grows the balls until <see cref="Hops"/> is a number, or one is exhausted. May be called again with more.</summary>
    /// <param name="hops">The sum of the radii wanted.</param>
    /// <param name="cancellation">Looked at once a level.</param>
    internal void Grow(int hops, CancellationToken cancellation = default)
    {
        while (Hops < hops && !IsExhausted)
        {
            cancellation.ThrowIfCancellationRequested();
            if (waitingAhead <= waitingBack)
            {
                Expand(ahead, scratch.Ahead, firstAhead, scratch.Back, firstBack);
                waitingAhead = scratch.Ahead.Waiting(ahead);
            }
            else
            {
                Expand(back, scratch.Back, firstBack, scratch.Ahead, firstAhead);
                waitingBack = scratch.Back.Waiting(back);
            }
        }
    }

    /// <summary>The fewest hops from the source to a node, at least: exact within the ball, one more than its radius outside.</summary>
    internal int LeastHopsFrom(int node) => Least(scratch.Ahead, firstAhead, waitingAhead, node);

    /// <summary>
    /// The fewest hops from a node to the target, at least: exact within the ball, one more than its radius outside, and
    /// <see cref="int.MaxValue"/> where the ball is exhausted and the node therefore leads nowhere.
    /// </summary>
    internal int LeastHopsTo(int node) => Least(scratch.Back, firstBack, waitingBack, node);

    private static uint Start(SearchSide side, int node, int nodeCount)
    {
        side.Start(node);
        var first = side.Marks.Take((uint)nodeCount + 1);
        side.Marks.Stamps[node] = first;
        return first;
    }

    private static int Least(SearchSide side, uint first, long waiting, int node)
    {
        var stamp = side.Marks.Stamps[node];
        return stamp >= first ? (int)(stamp - first) : waiting == 0 ? int.MaxValue : side.Levels.Count - 1;
    }

    private void Expand(Adjacency rows, SearchSide side, uint first, SearchSide other, uint otherFirst)
    {
        var (stamps, otherStamps, nodes) = (side.Marks.Stamps, other.Marks.Stamps, side.Nodes);
        var (begin, end) = (side.Levels[^2], side.Levels[^1]);
        var depth = side.Levels.Count - 1;
        var count = end;
        for (var position = begin; position < end; position++)
        {
            var row = rows.Neighbours(nodes[position]);
            var edges = typeof(TFilter) == typeof(AllEdges) ? default : rows.Edges(nodes[position]);
            for (var i = 0; i < row.Length; i++)
            {
                var neighbour = row[i];
                if (stamps[neighbour] >= first || (typeof(TFilter) != typeof(AllEdges) && !filter.Admits(edges[i])))
                {
                    continue;
                }

                stamps[neighbour] = first + (uint)depth;
                nodes[count++] = neighbour;
                if (otherStamps[neighbour] >= otherFirst)
                {
                    FewestHops = Math.Min(FewestHops ?? int.MaxValue, depth + (int)(otherStamps[neighbour] - otherFirst));
                }
            }
        }

        side.Count = count;
        side.Levels.Add(count);
    }
}
