namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>A maximum flow with the cut that proves it.</summary>
public sealed class Flow
{
    private readonly long[] onEdge;

    internal Flow(long value, long[] onEdge, EdgeCut cut) => (Value, this.onEdge, Cut) = (value, onEdge, cut);

    /// <summary>What flows from the sources to the sinks in all.</summary>
    public long Value { get; }

    /// <summary>A cut of the same capacity: no flow can be greater.</summary>
    public EdgeCut Cut { get; }

    /// <summary>Net flow along an edge, from its first end to its second; negative where it goes the other way on an undirected edge. O(1).</summary>
    public long On(int edge) => onEdge[edge];
}
