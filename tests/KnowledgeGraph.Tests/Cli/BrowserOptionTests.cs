using KnowledgeGraph.Cli;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

/// <summary>An answer printed for Neo4j Browser, as a statement or as a link; no server is asked.</summary>
public sealed class BrowserOptionTests
{
    [Test]
    public void QuestionThatCypherCannotSay_DrawsTheFactsOfItsAnswer()
    {
        var run = CliRun.Of("path", "Iskander missile", "Government of Belarus", "--cypher");
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Found, "")));
        Assert.That(run.Out, Does.Match(
            """
            ^// Iskander missile depends on Government of Belarus: 1 shortest path of 2 hops\.
            // Cypher cannot ask this question: these are the facts of kg's answer from data sha256:[0-9a-f]{64}\.
            MATCH \(s:KgNode\)-\[r:`CONTROLS`\|`SUPPLIES_COMPONENT_FOR`\]->\(m\)
            WHERE r\.dataset = 'default' AND r\.factId IN \['f151', 'f155'\]
            RETURN s, r, m
            $
            """));
    }

    [Test]
    public void QuestionThatCypherCanSay_IsAsked() => Assert.That(
        CliRun.Of("path", "Integral", "Government of Belarus", "--layer", "control", "--dataset", "mine", "--cypher").Out,
        Does.Contain("MATCH p = ALL SHORTEST (a:KgNode {dataset: 'mine', id: 'integral'})"));

    [Test]
    public void Link_OpensBrowserOfThisMachine() => Assert.That(
        CliRun.Of("show", "BelGee", "--browser").Out,
        Does.StartWith("http://localhost:7474/browser/?cmd=edit&arg=%2F%2F%20BelGee%20%28belgee%29").And.Not.Contains(" "));

    [Test]
    public void NothingFound_DrawsNothingAndSaysWhy()
    {
        var run = CliRun.Of("find", "zzzzqqq", "--cypher");
        Assert.That((run.Code, run.Out, run.Error), Is.EqualTo((ExitCode.None, "", "kg: nothing to draw: Nothing goes by “zzzzqqq”.\n")));
    }

    [Test]
    public void TwoForms_AreRefused()
    {
        var run = CliRun.Of("show", "BelGee", "--cypher", "--browser", "--format", "md");
        Assert.That(run.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(run.Error, Does.StartWith("kg: --format and --cypher and --browser exclude each other: an answer is printed in one form\n"));
    }
}
