using System.Globalization;
using KnowledgeGraph.Graph.Algorithms;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Graph.Algorithms;

/// <summary>
/// A small random graph, with self-loops, parallel edges and weights of 0 now and then. KG_DIFFERENTIAL_CASES sets how many are tried.
/// </summary>
internal sealed class RandomGraph
{
    private const int DefaultGraphs = 1_000;

    internal RandomGraph(int seed)
    {
        Seed = seed;
        var random = new Random(seed);
        IsDirected = random.Next(2) == 0;
        NodeCount = random.Next(1, 8);
        var count = random.Next(0, (2 * NodeCount) + 1);
        From = Draw(count, NodeCount);
        To = Draw(count, NodeCount);
        Weights = [.. Draw(count, 5).Select(weight => (long)weight)];
        Source = random.Next(NodeCount);
        Target = random.Next(NodeCount);
        Csr = IsDirected ? CsrGraph.Directed(NodeCount, From, To) : CsrGraph.Undirected(NodeCount, From, To);

        int[] Draw(int length, int below) => [.. Enumerable.Range(0, length).Select(_ => random.Next(below))];
    }

    private static int Graphs =>
        int.TryParse(Environment.GetEnvironmentVariable("KG_DIFFERENTIAL_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var graphs)
            ? graphs
            : DefaultGraphs;

    internal int Seed { get; }

    internal bool IsDirected { get; }

    internal int NodeCount { get; }

    internal int[] From { get; }

    internal int[] To { get; }

    internal long[] Weights { get; }

    internal int Source { get; }

    internal int Target { get; }

    internal CsrGraph Csr { get; }

    /// <summary>Where each edge may be followed, an undirected one both ways.</summary>
    internal IEnumerable<(int From, int To, int Edge)> Steps() =>
        Enumerable.Range(0, From.Length).SelectMany(edge => IsDirected
            ? [(From[edge], To[edge], edge)]
            : new[] { (From[edge], To[edge], edge), (To[edge], From[edge], edge) });

    /// <summary>Runs a check on many graphs; it returns what it found and what the oracle says, as texts to compare.</summary>
    internal static void ForMany(Func<RandomGraph, (string Found, string Expected)?> check)
    {
        for (var seed = 0; seed < Graphs; seed++)
        {
            var graph = new RandomGraph(seed);
            if (check(graph) is var (found, expected))
            {
                Assert.That(found, Is.EqualTo(expected), $"{graph}");
            }
        }
    }

    public override string ToString()
    {
        var edges = Enumerable.Range(0, From.Length).Select(edge => $"{From[edge]}-{To[edge]}:{Weights[edge]}");
        return $"seed {Seed}, {(IsDirected ? "directed" : "undirected")}, {NodeCount} nodes, {Source} to {Target}: {string.Join(' ', edges)}";
    }
}
