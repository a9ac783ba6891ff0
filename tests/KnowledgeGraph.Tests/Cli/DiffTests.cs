using KnowledgeGraph.Cli;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

/// <summary><c>kg diff</c> between the shipped seed and a copy in which one fact is changed, one is moved to another file and one is lost.</summary>
public sealed class DiffTests
{
    private string folder = "";

    [OneTimeSetUp]
    public void CopySeedAndEditIt()
    {
        folder = Directory.CreateTempSubdirectory("kg-diff-").FullName;
        foreach (var file in Directory.EnumerateFiles(CliRun.ShippedSeed, "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(CliRun.ShippedSeed, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Edit("facts/military-supply.json", text => text.Replace("\"confidence\": 0.72", "\"confidence\": 0.8", StringComparison.Ordinal));
        Edit("conflicts.json", text => text.Replace("\"f077\", ", "", StringComparison.Ordinal));
        File.Move(Path.Combine(folder, "facts", "trade.json"), Path.Combine(folder, "facts", "commerce.json"));
    }

    [OneTimeTearDown]
    public void DeleteSeed() => Directory.Delete(folder, recursive: true);

    [Test]
    public void ChangedFields_AreNamedAndIs1()
    {
        var run = Diff();

        Assert.That(run.Code, Is.EqualTo(ExitCode.None));
        Assert.That(run.Out, Does.StartWith("""
            4 facts changed; 1 conflict changed.

            fact f155 changed: Integral chips go into the Iskander missile.
              confidence: 0.72 → 0.8

            fact f156 changed: Integral chips go into the Kh-101 missile.
              confidence: 0.72 → 0.8

            """.ReplaceLineEndings("\n")));
        Assert.That(run.Out, Does.Contain("conflict c20 changed: ").And.Contain("\n  facts: f077; f078; f097 → f078; f097\n"));
    }

    [Test]
    public void Table_HasARowForEachField() => Assert.That(
        Diff("--format", "csv").Out.Split("\r\n").Take(2), Is.EqualTo(new[] { "item,id,change,field,from,to", "fact,f155,changed,confidence,0.72,0.8" }));

    [Test]
    public void SameFactsInOtherFiles_AreTheSameAndIs0()
    {
        var pulled = Path.Combine(folder, "..", Path.GetFileName(folder) + ".kgraph");
        Assert.That(CliRun.With([], ["build", "--seed", CliRun.ShippedSeed, "--out", pulled]).Code, Is.EqualTo(ExitCode.Found));
        var run = CliRun.With([], ["diff", CliRun.ShippedSeed, pulled]);
        File.Delete(pulled);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Found));
        Assert.That(run.Out, Does.StartWith("No difference.\n"));
    }

    [Test]
    public void BrokenSeed_Is3()
    {
        using var broken = SmallSeed.Broken();

        Assert.That(CliRun.With([], ["diff", CliRun.ShippedSeed, broken.Folder]).Code, Is.EqualTo(ExitCode.InvalidSeed));
    }

    [Test]
    public void NoSuchSeed_Is2AndSaysWhatASeedIs() => Assert.That(
        CliRun.With([], ["diff", "nowhere", folder]).Error,
        Is.EqualTo("kg: \"nowhere\" is neither folder nor file; a seed is a folder that holds ontology.json, sources.json, nodes and facts, or a graph file of kg build or kg import\n"));

    private CliRun Diff(params string[] more) => CliRun.With([], ["diff", CliRun.ShippedSeed, folder, .. more]);

    private void Edit(string name, Func<string, string> change)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }
}
