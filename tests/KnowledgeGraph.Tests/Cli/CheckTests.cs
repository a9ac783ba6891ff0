using KnowledgeGraph.Cli;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

/// <summary><c>kg check</c> on copies of the shipped seed, each damaged beyond what reading it alone shows.</summary>
[TestFixture]
public sealed class CheckTests
{
    private string folder = "";

    [SetUp]
    public void CopySeed()
    {
        folder = Directory.CreateTempSubdirectory("kg-check-").FullName;
        foreach (var file in Directory.EnumerateFiles(CliRun.ShippedSeed, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(CliRun.ShippedSeed, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [TearDown]
    public void DeleteSeed() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Copy_IsSound() => Assert.That(CliRun.On(folder, "check").Code, Is.EqualTo(ExitCode.Found));

    [Test]
    public void Report_FollowsTheVerdict()
    {
        var run = CliRun.On(folder, "check", "--report", "--as-of", "2026-01-15");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Found));
        Assert.That(run.Out, Does.Contain(" is sound: ").And.Contain("2 forecasts to check as of 2026-01-15.").And.Contain("  2025-12-31  f173  "));
        Assert.That(CliRun.On(folder, "check", "--as-of", "2026-01-15").Error, Does.StartWith("kg: --as-of says for which day to report; add --report\n"));
    }

    [Test]
    public void ThemeLost_Is3AndSaysWhatIsMissing()
    {
        File.Delete(Path.Combine(folder, "facts", "politics.json"));

        var run = CliRun.On(folder, "check");

        Assert.That((run.Code, run.Out), Is.EqualTo((ExitCode.InvalidSeed, "")));
        Assert.That(run.Error, Does.Match(
            @"(?m)^expectations\.json:\d+:5 KG911 SUPPORTS has \d+ facts?, at least \d+ are expected; facts were lost, or lower the floor in review$"));
    }

    [Test]
    public void QuestionBroken_Is3AndPointedAt()
    {
        File.WriteAllText(Path.Combine(folder, "questions", "q99.json"), """{ "schemaVersion": 1, "parts": [] }""");

        Assert.That(CliRun.On(folder, "check"), Is.EqualTo(new CliRun(ExitCode.InvalidSeed, "", $"""
            questions/q99.json:1:1 KG023 "question" is missing
            questions/q99.json:1:32 KG024 "parts" is an empty list; fill it in or leave it out
            kg: {folder}: 2 problems; nothing was loaded

            """.ReplaceLineEndings("\n"))));
    }

    [Test]
    public void SeedBroken_ItsProblemsAndThoseOfTheQuestions()
    {
        File.WriteAllText(Path.Combine(folder, "conflicts.json"), "");
        File.WriteAllText(Path.Combine(folder, "questions", "q99.json"), "");

        Assert.That(CliRun.On(folder, "check").Error, Is.EqualTo($"""
            conflicts.json:1:1 KG007 the file is empty; delete it or give it its content
            questions/q99.json:1:1 KG007 the file is empty; delete it or give it its content
            kg: {folder}: 2 problems; nothing was loaded

            """.ReplaceLineEndings("\n")));
    }
}
