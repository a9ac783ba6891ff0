namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>A division of the nodes into components, numbered from 0 by their least nodes.</summary>
public sealed class Components
{
    private readonly int[] componentOf;

    /// <param name="labels">For each node any number below the number of nodes, the same for nodes of the same component.</param>
    internal Components(int[] labels)
    {
        componentOf = new int[labels.Length];
        var numberOf = new int[labels.Length];
        Array.Fill(numberOf, -1);
        var sizes = new List<int>();
        for (var node = 0; node < labels.Length; node++)
        {
            ref var number = ref numberOf[labels[node]];
            if (number < 0)
            {
                number = sizes.Count;
                sizes.Add(0);
            }

            componentOf[node] = number;
            sizes[number]++;
        }

        Sizes = sizes;
    }

    /// <summary>Number of components; 0 for a graph without nodes.</summary>
    public int Count => Sizes.Count;

    /// <summary>Number of nodes of each component.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The number of a node's component. O(1).</summary>
    public int Of(int node) => componentOf[node];
}
