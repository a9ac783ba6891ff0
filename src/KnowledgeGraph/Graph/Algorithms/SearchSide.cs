using System.Runtime.CompilerServices;

namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>One side of a search: marks, and the nodes met in their order, each with the position of the one it was met from.</summary>
/// <param name="nodeCount">Number of nodes.</param>
internal sealed class SearchSide(int nodeCount)
{
    private NodeMarks? marks;
    private int[]? nodes;
    private int[]? parents;

    /// <summary>Which nodes were met.</summary>
    internal NodeMarks Marks => marks ??= new(nodeCount);

    /// <summary>The nodes met, first to last; as many as the search counts.</summary>
    internal int[] Nodes => nodes ??= new int[nodeCount];

    /// <summary>For each of <see cref="Nodes"/> the position of its predecessor.</summary>
    internal int[] Parents => parents ??= new int[nodeCount];

    /// <summary>How many nodes were met.</summary>
    internal int Count { get; set; }

    /// <summary>Where the nodes of each level begin in <see cref="Nodes"/>, and where the last end.</summary>
    internal List<int> Levels { get; } = [];

    /// <summary>The outermost level: nodes that were met and not yet searched from.</summary>
    internal ReadOnlySpan<int> Outermost => Nodes.AsSpan(Levels[^2]..Levels[^1]);

    /// <summary>Begins at a node, which is level 0.</summary>
    internal void Start(int node)
    {
        Levels.Clear();
        Levels.Add(0);
        Levels.Add(1);
        (Nodes[0], Parents[0], Count) = (node, 0, 1);
    }

    /// <summary>The number of edges out of <see cref="Outermost"/>: what the next level costs. Compiled in full at once, as the searches are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal long Waiting(Adjacency rows)
    {
        var edges = 0L;
        foreach (var node in Outermost)
        {
            edges += rows.Degree(node);
        }

        return edges;
    }
}
