using KnowledgeGraph.Cli;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

/// <summary><c>kg build</c>, and a graph file in place of a seed.</summary>
public sealed class BuildTests
{
    private string folder = null!;

    private string Built => Path.Combine(folder, "facts.kgraph");

    [OneTimeSetUp]
    public void Build()
    {
        folder = Directory.CreateTempSubdirectory("kg-build-").FullName;
        var run = CliRun.Of("build", "--out", Built);
        Assert.That(run.Code, Is.EqualTo(ExitCode.Found), run.Error);
        Assert.That(run.Out.ReplaceLineEndings(" "), Does.Contain("facts.kgraph is written: "));
    }

    [OneTimeTearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("path", "Iskander missile", "Government of Belarus", "--all")]
    [TestCase("show", "BelGee")]
    [TestCase("find", "Интеграл")]
    [TestCase("upstream", "Iskander missile", "--json")]
    [TestCase("derive", "f241 - f242")]
    public void Question_IsAnsweredAsFromTheFolder(params string[] args)
    {
        var (file, seed) = (CliRun.On(Built, args), CliRun.Of(args));

        Assert.That((file.Code, WithoutTimes(file.Out), file.Error), Is.EqualTo((seed.Code, WithoutTimes(seed.Out), seed.Error)));
    }

    [Test]
    public void Check_OfAGraphFile_ComparesItsHash() =>
        Assert.That(CliRun.On(Built, "check").Out.ReplaceLineEndings(" "), Does.Contain("facts.kgraph is sound: ").And.Contain(" 8 conflicts. Data sha256:"));

    [Test]
    public void DamagedFile_Is3AndSaysWhy()
    {
        var damaged = Path.Combine(folder, "damaged.kgraph");
        File.WriteAllBytes(damaged, File.ReadAllBytes(Built)[..1000]);
        var run = CliRun.On(damaged, "find", "Integral");

        Assert.That(run.Code, Is.EqualTo(ExitCode.InvalidSeed));
        Assert.That(run.Error, Does.Match(@"^kg: .*damaged\.kgraph is damaged: it has 1000 bytes where \d+ were written; make it anew\n$"));
    }

    [Test]
    public void SavedQuestions_NeedTheFolder() => Assert.That(
        CliRun.On(Built, "ask", "--all"),
        Has.Property("Code").EqualTo(ExitCode.Usage).And.Property("Error").EqualTo($"kg: --seed \"{Built}\" is a file; a graph file holds no saved questions: name the folder of the seed\n"));

    [Test]
    public void NoTarget_IsRefused() => Assert.That(
        CliRun.Of("build"),
        Has.Property("Code").EqualTo(ExitCode.Usage).And.Property("Error").StartsWith("kg: kg build needs --out FILE, such as --out facts.kgraph\n"));

    [Test]
    public void TargetInNoFolder_IsRefusedByWhatIsMissing() => Assert.That(
        CliRun.Of("build", "--out", Path.Combine(folder, "nowhere", "facts.kgraph")).Error,
        Does.Contain($"lies in no folder that is there; make {Path.Combine(folder, "nowhere")} first\n"));

    [Test]
    public void TargetIsAFolder_IsRefused() => Assert.That(
        CliRun.Of("build", "--out", folder).Error,
        Does.StartWith($"kg: --out \"{folder}\" is a folder; it takes a file, such as {Built}\n"));

    /// <summary>What the file is called until it is whole was not asked for, and is not complained of.</summary>
    [Test]
    public void TargetCannotBeWritten_IsNamedAsAsked()
    {
        var target = Path.Combine(folder, "barred.kgraph");
        Directory.CreateDirectory($"{target}.{Environment.ProcessId}.part");
        var run = CliRun.Of("build", "--out", target);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(run.Error, Does.StartWith("kg: --out: ").And.Contain($"'{target}'").And.Not.Contain(".part"));
    }

    private static string WithoutTimes(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "\"elapsedMilliseconds\": *[0-9.]+", "");
}
