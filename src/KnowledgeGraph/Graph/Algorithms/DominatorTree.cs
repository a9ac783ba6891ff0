namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>Which nodes lie on every path from a root to a node.</summary>
public sealed class DominatorTree
{
    internal const int None = -1;

    private readonly int root;
    private readonly int[] immediate;

    internal DominatorTree(int root, int[] immediate) => (this.root, this.immediate) = (root, immediate);

    /// <summary>Whether the root reaches a node. O(1).</summary>
    public bool Reaches(int node) => node == root || immediate[node] != None;

    /// <summary>The last node before it on every path from the root; null for the root and for nodes it does not reach. O(1).</summary>
    public int? ImmediateDominatorOf(int node) => immediate[node] == None ? null : immediate[node];

    /// <summary>
    /// The nodes on every path from the root to a node, in the order in which all paths pass them, root and node included; empty if the
    /// root does not reach it. Linear in their number.
    /// </summary>
    public IReadOnlyList<int> DominatorsOf(int node)
    {
        if (!Reaches(node))
        {
            return [];
        }

        var chain = new List<int> { node };
        while (immediate[node] != None)
        {
            node = immediate[node];
            chain.Add(node);
        }

        chain.Reverse();
        return chain;
    }
}
