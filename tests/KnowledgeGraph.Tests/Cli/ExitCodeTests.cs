using KnowledgeGraph.Cli;
using KnowledgeGraph.Cli.Rendering;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

[TestFixture]
public sealed class ExitCodeTests
{
    [Test]
    public void Found_Is0() => Assert.That(CliRun.Of("path", "iskander", "integral").Code, Is.EqualTo(ExitCode.Found));

    [Test]
    public void HoldsOnlyPossibly_Is0()
    {
        var run = CliRun.Of("path", "iskander", "integral", "--as-of", "2024-01-01");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Found));
        Assert.That(run.Out, Does.Contain("on the day asked: possibly"));
    }

    [Test]
    public void None_Is1() => Assert.That(CliRun.Of("path", "iskander", "china", "--layer", "supply").Code, Is.EqualTo(ExitCode.None));

    [Test]
    public void NameUnknown_Is2()
    {
        using var seed = SmallSeed.WithEveryMark();

        var run = CliRun.On(seed.Folder, "show", "rockt");

        Assert.That(run, Is.EqualTo(new CliRun(ExitCode.Usage, "", "kg: nothing goes by \"rockt\"; near: \"Rocket\"\n")));
    }

    [Test]
    public void NameAmbiguous_Is2AndListsCandidates()
    {
        var run = CliRun.Of("show", "Минск");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(run.Error, Does.StartWith("kg: \"Минск\" may mean government-of-belarus (Government of Belarus, PublicBody) or "));
    }

    [Test]
    public void LayerUnknown_Is2()
    {
        var run = CliRun.Of("path", "iskander", "china", "--layer", "suply");

        Assert.That(run, Is.EqualTo(new CliRun(ExitCode.Usage, "", "kg: layer \"suply\" is not in the ontology; did you mean supply?\n")));
    }

    [Test]
    public void SeedInvalid_Is3AndEveryProblemPrintedInOrder()
    {
        using var seed = SmallSeed.Broken();

        var run = CliRun.On(seed.Folder, "check");

        Assert.That(run.Code, Is.EqualTo(ExitCode.InvalidSeed));
        Assert.That(run.Out, Is.Empty);
        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines[..^1], Has.Length.GreaterThanOrEqualTo(3).And.Ordered);
        Assert.That(lines[^1], Is.EqualTo($"kg: {seed.Folder}: {lines.Length - 1} problems; nothing was loaded"));
    }

    [Test]
    public void SeedInvalid_QuestionIsNotAnswered()
    {
        using var seed = SmallSeed.Broken();

        Assert.That(CliRun.On(seed.Folder, "find", "a").Code, Is.EqualTo(ExitCode.InvalidSeed));
    }

    [Test]
    public void StoreUnreachable_Is4()
    {
        var run = CliRun.Of("load", "--store", "http://127.0.0.1:1", "--seed", CliRun.ShippedSeed);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Store));
        Assert.That(run.Error, Does.StartWith("kg: ").And.Contain("http://127.0.0.1:1"));
    }

    [Test]
    public void QuestionToStoreUnreachable_Is4AndNamesNoPassword()
    {
        var run = CliRun.Of("find", "x", "--store", "http://me:hunter2@127.0.0.1:1", "--seed", CliRun.ShippedSeed);

        Assert.That(run.Code, Is.EqualTo(ExitCode.Store));
        Assert.That(run.Error, Does.StartWith("kg: ").And.Contain("http://127.0.0.1:1").And.Not.Contain("hunter2"));
    }

    [Test]
    public void LimitReached_Is5ThoughSomethingWasFound()
    {
        var run = CliRun.Of("path", "Iskander missile", "Government of Belarus", "--all", "--limit", "1");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Undecided));
        Assert.That(run.Out, Does.Contain("Not exhaustive: there are more than the limit of 1 result; raise it with --limit.\n"));
    }

    [Test]
    public void TimeIsUp_Is5()
    {
        using var seed = SmallSeed.Complete(12);

        var run = CliRun.With(
            [], ["path", "n00", "n01", "--all", "--limit", "1000000", "--timeout", "1ms", "--seed", seed.Folder], new RacingClock());

        Assert.That(run.Code, Is.EqualTo(ExitCode.Undecided));
        Assert.That(run.Out, Does.Contain("Not exhaustive: the time of 1ms was up; allow more with --timeout, or narrow the question.\n"));
    }

    [Test]
    public void HopsCutTheSearchShort_Is5()
    {
        using var seed = SmallSeed.WithEveryMark();

        Assert.That(CliRun.On(seed.Folder, "path", "rocket", "maker-b", "--max-hops", "1").Code, Is.EqualTo(ExitCode.Undecided));
    }

    /// <summary>Each kind of no, in every question that can have it: none, not known, not within the hops.</summary>
    [TestCase(ExitCode.None, "No: ", "path", "iskander", "china", "--layer", "supply")]
    [TestCase(ExitCode.Undecided, "Not known: ", "path", "minsk", "china")]
    [TestCase(ExitCode.Undecided, "Undecided: ", "path", "t-72", "minsk-mechanical-plant", "--max-hops", "2")]
    [TestCase(ExitCode.None, "No: ", "path", "iskander", "china", "--layer", "supply", "--all")]
    [TestCase(ExitCode.Undecided, "Undecided: ", "path", "t-72", "minsk-mechanical-plant", "--max-hops", "2", "-k", "3", "--by", "reliability")]
    [TestCase(ExitCode.Undecided, "Not known: ", "path", "minsk", "china", "--node-disjoint", "2")]
    [TestCase(ExitCode.None, "No: ", "connect", "iskander", "integral", "--min-confidence", "1", "--max-hops", "1")]
    [TestCase(ExitCode.Undecided, "Undecided: ", "connect", "geely", "integral", "--max-hops", "1")]
    [TestCase(ExitCode.Undecided, "Not known: ", "connect", "iskander", "belgee", "--layer", "expectation")]
    [TestCase(ExitCode.None, "No: ", "upstream", "iskander", "--min-confidence", "1")]
    [TestCase(ExitCode.Undecided, "Not known: ", "upstream", "kremniy-el")]
    [TestCase(ExitCode.None, "No: ", "upstream", "iskander", "--min-confidence", "1", "--closure")]
    [TestCase(ExitCode.Undecided, "Not known: ", "upstream", "kremniy-el", "--closure")]
    [TestCase(ExitCode.Undecided, "Undecided: ", "downstream", "china", "--max-hops", "2")]
    [TestCase(ExitCode.None, "No: ", "downstream", "china", "--closure")]
    [TestCase(ExitCode.None, "No: ", "common", "iskander", "t-72")]
    [TestCase(ExitCode.Undecided, "Not known: ", "common", "iskander", "european-union", "--layer", "supply")]
    [TestCase(ExitCode.Undecided, "Undecided: ", "common", "iskander", "kh-59m2a", "--max-hops", "1", "--avoid", "integral", "--avoid", "russia")]
    [TestCase(ExitCode.None, "No: ", "show", "iskander", "--hops", "2", "--min-confidence", "1")]
    [TestCase(ExitCode.Undecided, "Not known: ", "show", "belgee", "--hops", "2", "--layer", "expectation")]
    [TestCase(ExitCode.None, "No fact matches.", "facts", "--subject", "china", "--object-type", "WeaponSystem")]
    public void EveryKindOfNo_HasItsWordsAndItsCode(int code, string words, params string[] args)
    {
        var run = CliRun.Of(args);

        Assert.That((run.Code, run.Out[..Math.Min(words.Length, run.Out.Length)]), Is.EqualTo((code, words)), run.Out + run.Error);
    }

    [Test]
    public void NothingKnownOfFrom_Is5() => Assert.That(CliRun.Of("path", "minsk", "china").Code, Is.EqualTo(ExitCode.Undecided));

    [Test]
    public void Interrupted_Is130()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        var run = CliRun.With([], ["path", "iskander", "china"], cancellation: cancellation.Token);

        Assert.That(run, Is.EqualTo(new CliRun(ExitCode.Interrupted, "", "kg: interrupted; nothing more is printed\n")));
    }

    [Test]
    public void Terminal_SameWordsInColour()
    {
        string[] args = ["path", "iskander", "integral"];

        var plain = CliRun.Of(args).Out;
        var colored = CliRun.With([], args, screen: new Screen(100, HasColor: true)).Out;

        Assert.That(colored, Does.Contain("\u001b["));
        Assert.That(System.Text.RegularExpressions.Regex.Replace(colored, "\u001b\\[[0-9;]*m", ""), Is.EqualTo(plain));
    }

    /// <summary>A clock on which a minute passes between any two looks.</summary>
    private sealed class RacingClock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now += TimeSpan.TicksPerMinute;
    }
}
