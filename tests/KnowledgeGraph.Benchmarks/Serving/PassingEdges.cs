using KnowledgeGraph.Benchmarks.Exchange;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Benchmarks.Serving;

/// <summary>The edges that the filtered search follows: of some types, and possible on a day. Asked edge by edge, nothing is prepared.</summary>
internal readonly struct PassingEdges(GraphArrays arrays) : IEdgeFilter
{
    private readonly bool[] admitted = MaskOf(arrays.TypeNames.Count, arrays.Admitted);
    private readonly ushort[] types = arrays.Type;
    private readonly int[] firstDays = arrays.FirstDay;
    private readonly int[] lastDays = arrays.LastDay;
    private readonly int day = GraphArrays.AsOf.DayNumber;

    public bool Admits(int edge) => admitted[types[edge]] && firstDays[edge] <= day && day <= lastDays[edge];

    private static bool[] MaskOf(int count, IReadOnlyList<int> admitted) => [.. Enumerable.Range(0, count).Select(admitted.Contains)];
}
