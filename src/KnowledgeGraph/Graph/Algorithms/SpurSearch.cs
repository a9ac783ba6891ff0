using System.Numerics;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// Completes a prefix to the first simple path to a target by weight, hops and node numbers. Searches from the target back to the end of
/// the prefix, then walks forward over tight edges, the least node first: labels are (weight, hops), so a tight walk is simple.
/// </summary>
/// <remarks>
/// The search back is drawn to the source (A*; Hart, Nilsson and Raphael 1968): it settles nodes by their label plus their distance from
/// the source, so it looks at those only through which a path as light as the one it finds may lead. No edge lowers that sum, since no
/// edge shortens the way from the source. Arrays serve all searches; an entry counts if it carries the number of the search.
/// </remarks>
/// <typeparam name="T">The kind of weight.</typeparam>
internal sealed class SpurSearch<T>
    where T : struct, INumber<T>
{
    private readonly CsrGraph ahead;
    private readonly CsrGraph back;
    private readonly T[] weights;
    private readonly int target;
    private readonly ShortestPathTree<T> fromSource;
    private readonly (T Weight, int Hops)[] labels;
    private readonly int[] labelledIn;
    private readonly int[] settledIn;
    private readonly int[] blockedIn;
    private readonly int[] closedIn;
    private readonly PriorityQueue<int, (T Weight, int Hops)> open = new();
    private int round;

    internal SpurSearch(CsrGraph graph, T[] weights, int source, int target, CancellationToken cancellation)
    {
        (ahead, this.weights, this.target) = (graph.WithLightestOfParallels(weights), weights, target);
        back = ahead.Reversed();
        fromSource = Dijkstra.From(ahead, weights, source, cancellation: cancellation);
        labels = new (T Weight, int Hops)[graph.NodeCount];
        (labelledIn, settledIn) = (new int[graph.NodeCount], new int[graph.NodeCount]);
        (blockedIn, closedIn) = (new int[graph.NodeCount], new int[graph.NodeCount]);
    }

    /// <summary>The first path that starts with a prefix and goes on by none of the closed nodes; null if there is none.</summary>
    internal (T Weight, int[] Nodes)? Best(ReadOnlySpan<int> prefix, ReadOnlySpan<int> closed, CancellationToken cancellation)
    {
        round++;
        Mark(blockedIn, prefix[..^1]);
        Mark(closedIn, closed);
        var spur = prefix[^1];
        if (!SearchBack(spur, cancellation))
        {
            return null;
        }

        List<int> nodes = [.. prefix];
        while (nodes[^1] != target)
        {
            nodes.Add(Next(nodes[^1], spur));
        }

        var weight = labels[spur].Weight;
        for (var i = prefix.Length - 2; i >= 0; i--)
        {
            weight = checked(weights[EdgeBetween(prefix[i], prefix[i + 1])] + weight);
        }

        return (weight, [.. nodes]);
    }

    private void Mark(int[] marks, ReadOnlySpan<int> nodes)
    {
        foreach (var node in nodes)
        {
            marks[node] = round;
        }
    }

    private bool SearchBack(int spur, CancellationToken cancellation)
    {
        open.Clear();
        Label(target, (T.Zero, 0));
        while (open.TryDequeue(out var node, out _))
        {
            if (settledIn[node] == round)
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            settledIn[node] = round;
            if (node == spur)
            {
                return true;
            }

            Relax(node, spur);
        }

        return false;
    }

    private void Relax(int node, int spur)
    {
        var neighbours = back.Neighbours(node);
        var edges = back.Edges(node);
        for (var i = 0; i < neighbours.Length; i++)
        {
            var before = neighbours[i];
            if (settledIn[before] == round || blockedIn[before] == round || (before == spur && closedIn[node] == round))
            {
                continue;
            }

            var label = Through(edges[i], node);
            if (labelledIn[before] != round || label.CompareTo(labels[before]) < 0)
            {
                Label(before, label);
            }
        }
    }

    private void Label(int node, (T Weight, int Hops) label)
    {
        if (fromSource.DistanceTo(node) is { } distance)
        {
            (labels[node], labelledIn[node]) = (label, round);
            open.Enqueue(node, (checked(label.Weight + distance), label.Hops));
        }
    }

    private (T Weight, int Hops) Through(int edge, int node) => (checked(weights[edge] + labels[node].Weight), labels[node].Hops + 1);

    private int Next(int node, int spur)
    {
        var neighbours = ahead.Neighbours(node);
        var edges = ahead.Edges(node);
        for (var i = 0; i < neighbours.Length; i++)
        {
            var isOpen = settledIn[neighbours[i]] == round && !(node == spur && closedIn[neighbours[i]] == round);
            if (isOpen && Through(edges[i], neighbours[i]) == labels[node])
            {
                return neighbours[i];
            }
        }

        throw new InvalidOperationException($"no edge out of node {node} explains its label");
    }

    private int EdgeBetween(int from, int to) => ahead.Edges(from)[ahead.Neighbours(from).BinarySearch(to)];
}
