using KnowledgeGraph.Cli;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

/// <summary><c>kg verify-answer</c> on answers that <c>kg</c> wrote: sound, bent, and no answers at all.</summary>
[TestFixture]
public sealed class VerifyAnswerTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("kg-answer-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("verify-answer", "path", "Iskander missile", "Government of Belarus", "--all", "--certificate", "--json")]
    [TestCase("verify-answer-none", "path", "Iskander missile", "China", "--layer", "supply", "--certificate", "--json")]
    [TestCase("verify-answer-upstream", "upstream", "Iskander missile", "--layer", "supply", "--json")]
    [TestCase("verify-answer-show", "show", "BelGee", "--json")]
    public void AnswerOfKg_IsVerified(string golden, params string[] args)
    {
        var run = Verify(CliRun.Of(args).Out);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Found));
        GoldenFile.Check(golden, Transcript(run));
    }

    [Test]
    public void BentAnswer_FailsWithEveryReason()
    {
        var right = CliRun.Of("path", "Iskander missile", "Government of Belarus", "--certificate", "--json").Out;
        var run = Verify(right.Replace("\"confidence\": 0.72", "\"confidence\": 0.92", StringComparison.Ordinal).Replace("\"shows\": \"none-shorter\"", "\"shows\": \"no-path\"", StringComparison.Ordinal));

        Assert.That(run.Code, Is.EqualTo(ExitCode.None));
        GoldenFile.Check("verify-answer-bent", Transcript(run));
    }

    [Test]
    public void ExplainedAnswer_IsVerifiedButForItsSentences()
    {
        var run = Verify(CliRun.Of("path", "Iskander missile", "Government of Belarus", "--explain", "--json").Out);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Found));
        Assert.That(run.Out, Does.Contain("not shown: the explanation in sentences"));
    }

    [Test]
    public void AnswerToUnknownKind_IsUnreadable()
    {
        var run = Verify(CliRun.Of("show", "BelGee", "--json").Out.Replace("\"show\"", "\"shaw\"", StringComparison.Ordinal));

        Assert.That(run.Code, Is.EqualTo(ExitCode.InvalidSeed), run.Out);
        Assert.That(run.Error, Does.Contain("\"kind\" cannot be \"shaw\"; it is "));
    }

    [Test]
    public void WhatIf_IsUnreadableAndSaysWhy()
    {
        var run = Verify(CliRun.Of("upstream", "Iskander missile", "--without", "Integral", "--json").Out);

        Assert.That(run.Code, Is.EqualTo(ExitCode.InvalidSeed), run.Out);
        Assert.That(run.Error, Does.Contain("4:13 KG107 a what-if compares two answers, which is not checked;"));
    }

    [TestCase("find", "Integral")]
    [TestCase("show", "Integral", "--hops", "1")]
    [TestCase("bridges", "Integral")]
    [TestCase("cut", "Russia", "Government of Belarus")]
    [TestCase("alternatives", "Iskander missile")]
    [TestCase("derive", "f241 - f242")]
    [TestCase("upstream", "T-72", "--closure")]
    public void OtherAnswer_IsVerifiedInPart(params string[] args)
    {
        var run = Verify(CliRun.Of([.. args, "--json"]).Out);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Found), run.Out + run.Error);
        Assert.That(run.Out, Does.Contain("is verified in part"));
        Assert.That(run.Out, Does.Not.Contain("kg neighbourhood"), "which is no command");
    }

    [Test]
    public void OnePath_IsCountedInTheSingular() => Assert.That(
        Verify(CliRun.Of("path", "Iskander missile", "Integral", "--json").Out).Out, Does.Contain("shown: 1 path, 1 hop: every hop"));

    [TestCase("{ \"schemaVersion\": 1, \"saved\": [] }", "1:1 KG023 this is no answer of kg: \"question\" and \"answer\" stand side by side in one")]
    [TestCase("{ \"schemaVersion\": 1", "1:21 KG008 the file ends inside the object that starts at 1:1; was it cut off?")]
    public void NoAnswer_IsUnreadable(string json, string reason)
    {
        var run = Verify(json);

        Assert.That(run.Code, Is.EqualTo(ExitCode.InvalidSeed));
        Assert.That(run.Error.Replace(folder, "", StringComparison.Ordinal), Does.Contain(reason));
    }

    [Test]
    public void MissingFile_IsUnreadable() => Assert.That(
        CliRun.Of("verify-answer", Path.Combine(folder, "nothing.json")),
        Has.Property("Code").EqualTo(ExitCode.InvalidSeed).And.Property("Error").Contains("the file cannot be read"));

    [Test]
    public void CertificateWithoutJson_IsRefused() => Assert.That(
        CliRun.Of("path", "A", "B", "--certificate"),
        Has.Property("Code").EqualTo(ExitCode.Usage).And.Property("Error").StartsWith("kg: --certificate goes into the answer as JSON; add --json\n"));

    private CliRun Verify(string json)
    {
        var file = Path.Combine(folder, "answer.json");
        File.WriteAllText(file, json);
        return CliRun.Of("verify-answer", file);
    }

    private string Transcript(CliRun run) => run.Transcript(["verify-answer", "answer.json"]).Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
