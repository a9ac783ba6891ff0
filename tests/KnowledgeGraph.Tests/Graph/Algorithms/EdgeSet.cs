using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Algorithms;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>Admits the edges of a set that is drawn anew for each seed: about three in four.</summary>
internal readonly struct EdgeSet(int seed) : IEdgeFilter
{
    public bool Admits(int edge) => ((((uint)seed * 31) + (uint)edge) * 2654435761 >> 30) != 0;

    /// <summary>The graph that has these edges alone.</summary>
    internal CsrGraph Of(RandomGraph graph)
    {
        var filter = this;
        int[] kept = [.. Enumerable.Range(0, graph.From.Length).Where(edge => filter.Admits(edge))];
        int[] from = [.. kept.Select(edge => graph.From[edge])];
        int[] to = [.. kept.Select(edge => graph.To[edge])];
        return graph.IsDirected ? CsrGraph.Directed(graph.NodeCount, from, to) : CsrGraph.Undirected(graph.NodeCount, from, to);
    }
}
