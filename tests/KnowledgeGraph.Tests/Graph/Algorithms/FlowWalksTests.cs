using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

[TestFixture]
internal sealed class FlowWalksTests
{
    [Test]
    public void FlowInACircle_IsLeftOutOfThePath()
    {
        // 0 → 1 → 2 → 1 → 3, one unit on every arc; the arc into the circle comes first.
        var network = new ResidualNetwork(4, [new(0, 1, 1), new(1, 2, 1), new(2, 1, 1), new(1, 3, 1)]);
        foreach (var arc in Enumerable.Range(0, network.Residual.Length).Where(arc => network.Residual[arc] == 1).ToList())
        {
            network.Push(arc, 1);
        }

        Assert.That(new FlowWalks(network).Take(0, 3), Is.EqualTo(new[] { 0, 1, 3 }));
    }
}
