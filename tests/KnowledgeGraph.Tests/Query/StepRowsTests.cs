using KnowledgeGraph.Graph;
using KnowledgeGraph.Query.Search;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

[TestFixture]
internal sealed class StepRowsTests
{
    private readonly EmbeddedGraph graph = new(LargeGraph.Of(60, 900).Facts);

    [Test]
    public void EitherWay_EachEdgeStandsAtBothEndsByNeighbourThenFact()
    {
        var rows = StepRows.EitherWay(graph);
        foreach (var node in Enumerable.Range(0, graph.NodeCount))
        {
            var expected = Enumerable.Range(0, graph.Edges.Count)
                .SelectMany(edge => Ends(edge).Where(ends => ends.Node == node).Select(ends => new Step(ends.Neighbour, edge)))
                .OrderBy(step => step.Neighbour)
                .ThenBy(step => graph.Edges.Fact[step.Edge])
                .ThenBy(step => step.Edge)
                .ToList();
            Assert.That(Steps(rows.From(node)), Is.EqualTo(expected));
            Assert.That(rows.LengthAt(node), Is.EqualTo(expected.Count));
        }
    }

    [Test]
    public void Between_HoldsTheStepsToOneNeighbour()
    {
        foreach (var rows in new[] { StepRows.EitherWay(graph), StepRows.OneWay(graph, graph.Dependents) })
        {
            for (var pair = 0; pair < graph.NodeCount * graph.NodeCount; pair++)
            {
                var (node, neighbour) = (pair / graph.NodeCount, pair % graph.NodeCount);
                Assert.That(Steps(rows.Between(node, neighbour)), Is.EqualTo(Steps(rows.From(node)).Where(step => step.Neighbour == neighbour)));
            }
        }
    }

    private (int Node, int Neighbour)[] Ends(int edge) =>
        [(graph.Edges.From[edge], graph.Edges.To[edge]), (graph.Edges.To[edge], graph.Edges.From[edge])];

    private static List<Step> Steps(StepRow row)
    {
        var steps = new List<Step>();
        foreach (var step in row)
        {
            steps.Add(step);
        }

        return steps;
    }
}
