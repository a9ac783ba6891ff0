using System.Numerics;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>The search of <see cref="LightestPath"/>: Dijkstra's from both ends, in labels that are kept from search to search.</summary>
/// <typeparam name="T">The kind of weight.</typeparam>
/// <typeparam name="TFilter">Which edges count.</typeparam>
/// <param name="graph">The graph and its weights.</param>
/// <param name="filter">Which edges count.</param>
/// <param name="scratch">Where the search takes place.</param>
internal ref struct LightestPathSearch<T, TFilter>(WeightedGraph<T> graph, TFilter filter, SearchScratch scratch)
    where T : struct, INumber<T>
    where TFilter : struct, IEdgeFilter
{
    private readonly WeightedRows<T> ahead = graph.Ahead;
    private readonly WeightedRows<T> back = graph.Back;
    private readonly TFilter filter = filter;
    private readonly BothSides<T> sides = scratch.Of(count => new BothSides<T>(count));
    private T best;
    private int? junction;

    /// <summary>Ahead, nodes nearer than this are settled.</summary>
    internal readonly T RadiusAhead => sides.Ahead.Open.Count > 0 ? sides.Ahead.Open.First.Key : best;

    /// <summary>Searches; returns a node on a lightest path, null if there is none.</summary>
    internal int? Run(int source, int target, CancellationToken cancellation)
    {
        junction = null;
        var (sideAhead, sideBack) = (sides.Ahead, sides.Back);
        sideAhead.Start(source);
        sideBack.Start(target);
        if (source == target)
        {
            (junction, best) = (source, T.Zero);
        }

        while (sideAhead.HasOpen() && sideBack.HasOpen())
        {
            cancellation.ThrowIfCancellationRequested();
            var (nearAhead, nearBack) = (sideAhead.Open.First.Key, sideBack.Open.First.Key);
            if (junction is not null && nearAhead >= best - nearBack)
            {
                break;
            }

            if (sideAhead.Open.Count <= sideBack.Open.Count)
            {
                Relax(ahead, sideAhead, sideBack, nearBack);
            }
            else
            {
                Relax(back, sideBack, sideAhead, nearAhead);
            }
        }

        return junction;
    }

    /// <summary>The path through a node on a lightest path, in place of what the list held.</summary>
    internal readonly void Trace(int through, List<int> path)
    {
        path.Clear();
        var node = through;
        for (; sides.Ahead.Previous(node) != node; node = sides.Ahead.Previous(node))
        {
            path.Add(node);
        }

        path.Add(node);
        path.Reverse();
        for (node = through; sides.Back.Previous(node) != node;)
        {
            node = sides.Back.Previous(node);
            path.Add(node);
        }
    }

    /// <summary>What a path weighs, added from its end on.</summary>
    internal readonly T WeightOf(List<int> path)
    {
        var weight = T.Zero;
        for (var hop = path.Count - 2; hop >= 0; hop--)
        {
            weight = checked(Between(path[hop], path[hop + 1]) + weight);
        }

        return weight;
    }

    /// <summary>The least weight of the admitted edges from a node to a neighbour.</summary>
    private readonly T Between(int from, int to)
    {
        var row = ahead.Rows.Neighbours(from);
        var weights = ahead.Weights(from);
        var edges = ahead.Rows.Edges(from);
        T? least = null;
        var position = row.BinarySearch(to);
        while (position > 0 && row[position - 1] == to)
        {
            position--;
        }

        for (; position < row.Length && row[position] == to; position++)
        {
            if (filter.Admits(edges[position]) && !(least <= weights[position]))
            {
                least = weights[position];
            }
        }

        return least!.Value;
    }

    private void Relax(in WeightedRows<T> rows, WeightedSide<T> side, WeightedSide<T> other, T nearOther)
    {
        var node = side.Settle();
        var distance = side.Distance(node);
        var row = rows.Rows.Neighbours(node);
        var weights = rows.Weights(node);
        var edges = typeof(TFilter) == typeof(AllEdges) ? default : rows.Rows.Edges(node);
        for (var i = 0; i < row.Length; i++)
        {
            var neighbour = row[i];
            var through = checked(distance + weights[i]);

            // Whatever the other side has not labelled, it reaches at nearOther or later.
            var isMet = other.IsLabelled(neighbour);
            if ((junction is not null && through >= best - (isMet ? T.Min(nearOther, other.Distance(neighbour)) : nearOther))
                || (typeof(TFilter) != typeof(AllEdges) && !filter.Admits(edges[i])))
            {
                continue;
            }

            if (side.Improve(neighbour, through, node) && isMet)
            {
                var sum = checked(through + other.Distance(neighbour));
                (best, junction) = junction is null || sum < best ? (sum, neighbour) : (best, junction);
            }
        }
    }
}
