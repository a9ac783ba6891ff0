using System.Globalization;
using KnowledgeGraph.Graph.Algorithms;
using KnowledgeGraph.Tests.Support;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>The max-flow test graphs of networkx; node n of a file is node n - 1 here.</summary>
[TestFixture]
internal sealed class FlowFileTests
{
    [TestCase("gl1")]
    [TestCase("gw1")]
    [TestCase("wlm3")]
    public void MaxFlow_IsThePublishedAndItsCutProvesIt(string name)
    {
        var published = JObject.Parse(File.ReadAllText(SharedData.File("flow/EXPECTED.json")))[name]!;
        var (graph, capacities) = Read(name);
        Assert.That((graph.NodeCount, graph.EdgeCount), Is.EqualTo(((int)published["nodes"]!, (int)published["edges"]!)));
        int[] sources = [(int)published["source"]! - 1];
        int[] sinks = [(int)published["sink"]! - 1];
        var flow = MaxFlow.Between(graph, capacities, sources, sinks);
        Assert.That(flow.Value, Is.EqualTo((long)published["maxflow"]!));
        Assert.That(FlowCheck.Problems(graph, capacities, flow, sources, sinks), Is.Empty);
    }

    [TestCase("gl1")]
    [TestCase("gw1")]
    [TestCase("wlm3")]
    public void MinimumCut_FarSideIsThePublished(string name)
    {
        var published = JObject.Parse(File.ReadAllText(SharedData.File("flow/EXPECTED.json")))[name]!;
        var (graph, capacities) = Read(name);
        var (source, sink) = ((int)published["source"]! - 1, (int)published["sink"]! - 1);

        // The published cut is the one nearest the sink: the nearest to the source in the reversed graph.
        var fromSink = MaxFlow.Between(graph.Reversed(), capacities, [sink], [source]).Cut;
        Assert.That(graph.NodeCount - fromSink.SourceSide.Count, Is.EqualTo((int)published["minCutSourceSide"]!));
    }

    // No answer is published for the flow of this one; the flow and its cut prove each other.
    [Test]
    public void Netgen_FlowAndCutProveEachOther()
    {
        var (graph, capacities) = Read("netgen-2");
        int[] sources = [.. Enumerable.Range(0, 20)];
        int[] sinks = [.. Enumerable.Range(graph.NodeCount - 20, 20)];
        var flow = MaxFlow.Between(graph, capacities, sources, sinks);
        Assert.That(flow.Value, Is.Positive);
        Assert.That(FlowCheck.Problems(graph, capacities, flow, sources, sinks), Is.Empty);
    }

    private static (CsrGraph Graph, long[] Capacities) Read(string name)
    {
        var rows = SharedData.Words($"flow/{name}.edges.csv", ',').Skip(1).Select(words => words.Select(Number).ToArray()).ToList();
        int[] from = [.. rows.Select(row => (int)row[0] - 1)];
        int[] to = [.. rows.Select(row => (int)row[1] - 1)];
        return (CsrGraph.Directed(Math.Max(from.Max(), to.Max()) + 1, from, to), [.. rows.Select(row => row[2])]);
    }

    private static long Number(string text) => text.Length == 0 ? 0 : long.Parse(text, CultureInfo.InvariantCulture);
}
