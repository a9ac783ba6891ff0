using System.Text;
using KnowledgeGraph.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Seed;

/// <summary>Large seeds take a few seconds; anything quadratic would take hours. Processor time is the process's, with the tests beside these.</summary>
public class SeedScaleTests
{
    private const int Size = 100_000;

    [Test]
    public void ChainOf100000Parts_IsReadInSeconds()
    {
        var before = Environment.CpuUsage.TotalTime;
        var result = SeedReader.Read(Chain(closed: false));

        Assert.That(result.Problems, Is.Empty);
        Assert.That(result.Counts.Facts, Is.EqualTo(Size + 7));
        Assert.That(Environment.CpuUsage.TotalTime - before, Is.LessThan(TimeSpan.FromSeconds(60)));
    }

    [Test]
    public void RingOf100000Parts_IsReportedOnceAndBriefly()
    {
        var problem = SeedReader.Read(Chain(closed: true)).Problems.Single();

        Assert.That(problem.ToString(), Does.StartWith(
            "facts/chain.json:100000:9 KG801 COMPONENT_OF runs in a circle: p0 → p1 → p2 → p3 → p4 → p5 → p6 → p7 → p8 → p9 → p10 → p11"
            + " → p12 → p13 → p14 → p15 → p16 → p17 → p18 → p19 → … 99980 more … → p0; one of x0, x1,"));
    }

    [Test]
    public void EveryIdWrong_KeepsThousandProblemsAndCountsTheRest()
    {
        var before = Environment.CpuUsage.TotalTime;
        var files = Chain(closed: false).Select(file => file.Name == "facts/chain.json"
            ? (file.Name, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Bytes).Replace("\"subject\": \"p", "\"subject\": \"q", StringComparison.Ordinal)))
            : file);
        var result = SeedReader.Read([.. files]);

        Assert.That(result.Problems, Has.Count.EqualTo(1001));
        Assert.That(result.Problems[^1].ToString(), Is.EqualTo(".:1:1 KG000 99000 more problems are not shown; mend these first"));
        Assert.That(Environment.CpuUsage.TotalTime - before, Is.LessThan(TimeSpan.FromSeconds(60)));
    }

    private static IReadOnlyList<(string Name, byte[] Bytes)> Chain(bool closed)
    {
        var nodes = Enumerable.Range(0, Size + 1).Select(i => $$"""{ "id": "p{{i}}", "type": "Product", "name": "Part {{i}}" }""");
        var facts = Enumerable.Range(0, Size).Select(i =>
            $$"""
            { "id": "x{{i}}", "subject": "p{{i}}", "type": "COMPONENT_OF", "object": "p{{(closed && i == Size - 1 ? 0 : i + 1)}}", "status": "reported", "confidence": 1, "confidenceReason": "made up", "evidence": [{ "source": "daily-2025", "place": "p. 1" }], "statement": "Part {{i}}." }
            """);
        return
        [
            .. SeedTestFiles.With("nodes/chain.json", $$"""{ "schemaVersion": 1, "nodes": [{{string.Join(",\n", nodes)}}] }"""),
            ("facts/chain.json", Encoding.UTF8.GetBytes(
                $$"""{ "schemaVersion": 1, "enteredBy": "x", "enteredOn": "2026", "facts": [{{string.Join(",\n", facts)}}] }""")),
        ];
    }
}
