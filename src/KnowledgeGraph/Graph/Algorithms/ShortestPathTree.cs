namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>What a search from a node has found: how far each node is and one shortest path to it.</summary>
/// <typeparam name="T">The measure of distance.</typeparam>
public sealed class ShortestPathTree<T>
    where T : struct
{
    /// <summary>Stands in <c>previous</c> for "not reached"; the source is its own predecessor.</summary>
    internal const int Unreached = -1;

    private readonly T[] distances;
    private readonly int[] previous;

    internal ShortestPathTree(T[] distances, int[] previous, IReadOnlyList<int> reached) =>
        (this.distances, this.previous, Reached) = (distances, previous, reached);

    /// <summary>The nodes reached, the source first, nearest first.</summary>
    public IReadOnlyList<int> Reached { get; }

    /// <summary>The distance of a node from the source; null if it was not reached. O(1).</summary>
    public T? DistanceTo(int node) => previous[node] == Unreached ? null : distances[node];

    /// <summary>The nodes of a shortest path from the source to a node, both included; null if it was not reached. Linear in the path.</summary>
    public IReadOnlyList<int>? PathTo(int node)
    {
        if (previous[node] == Unreached)
        {
            return null;
        }

        var path = new List<int> { node };
        while (previous[node] != node)
        {
            node = previous[node];
            path.Add(node);
        }

        path.Reverse();
        return path;
    }
}
