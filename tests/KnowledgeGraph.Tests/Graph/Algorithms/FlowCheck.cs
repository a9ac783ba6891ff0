using KnowledgeGraph.Graph.Algorithms;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>Checks a flow and its cut from the definitions: a sound flow and a sound cut of the same size are both best.</summary>
internal static class FlowCheck
{
    internal static List<string> Problems(CsrGraph graph, long[] capacities, Flow flow, int[] sources, int[] sinks)
    {
        var problems = new List<string>();
        var balance = new long[graph.NodeCount];
        var side = flow.Cut.SourceSide.ToHashSet();
        var cut = 0L;
        for (var edge = 0; edge < graph.EdgeCount; edge++)
        {
            var (from, to, amount) = (graph.From(edge), graph.To(edge), flow.On(edge));
            balance[from] -= amount;
            balance[to] += amount;
            var crosses = side.Contains(from) && !side.Contains(to) || !graph.IsDirected && side.Contains(to) && !side.Contains(from);
            cut += crosses ? capacities[edge] : 0;
            if (amount > capacities[edge] || amount < (graph.IsDirected ? 0 : -capacities[edge]))
            {
                problems.Add($"edge {edge} carries {amount}");
            }

            if (crosses != flow.Cut.Edges.Contains(edge))
            {
                problems.Add($"edge {edge} is wrongly in or out of the cut");
            }
        }

        problems.AddRange(Enumerable.Range(0, graph.NodeCount).Except(sources).Except(sinks).Where(node => balance[node] != 0).Select(node => $"node {node} keeps {balance[node]}"));
        problems.AddRange(sources.Where(node => !side.Contains(node)).Concat(sinks.Where(side.Contains)).Select(node => $"end {node} is on the wrong side"));
        return cut == flow.Value && sinks.Sum(node => balance[node]) == flow.Value ? problems : [.. problems, $"flow {flow.Value}, cut {cut}"];
    }
}
