using KnowledgeGraph.Cli;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Neo4j;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

/// <summary>What is left out, unknown or not comparable is said, in every form of answer.</summary>
public sealed class PlainSpeechTests
{
    [TestCase("path", "Iskander missile", "Government of Belarus", "--avoid-fact", "f9999,f151")]
    [TestCase("facts", "--conflicts-with", "f9999")]
    [TestCase("facts", "--id", "f151,f9999")]
    public void UnknownFact_IsRefused(params string[] args)
    {
        var run = CliRun.Of(args);

        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Usage, "kg: no fact has the id \"f9999\"; kg show NODE lists facts with their ids\n")));
    }

    [Test]
    public void FactsById_AreThoseAlone() =>
        Assert.That(CliRun.Of("facts", "--id", "f151,f155", "--format", "csv").Out.Split('\n').Skip(1).Where(line => line.Length > 0).Count(), Is.EqualTo(2));

    [TestCase("show", "Belarus", "--limit", "3", ExpectedResult = ", the first 3 shown.")]
    [TestCase("find", "a", "--limit", "3", ExpectedResult = ", the first 3 shown.")]
    public string Headline_CountsAllAndSaysHowManyAreShown(params string[] args)
    {
        var headline = CliRun.Of(args).Out.Split('\n')[0];
        return headline[headline.LastIndexOf(", the", StringComparison.Ordinal)..];
    }

    [Test]
    public void RowsCutShort_AreSaidBesideThem()
    {
        var run = CliRun.Of("show", "Belarus", "--limit", "3", "--format", "csv");

        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Undecided, "kg: not exhaustive: there are more than the limit of 3 results; raise it with --limit.\n")));
    }

    [Test]
    public void NoRows_AreExplainedBeside() => Assert.That(
        CliRun.Of("path", "Iskander missile", "China", "--layer", "supply", "--format", "csv").Error,
        Is.EqualTo("kg: No: of the facts asked, none shows that Iskander missile depends on China.\n"));

    [TestCase("")]
    [TestCase(" «» ")]
    public void NothingToLookFor_IsRefused(string text) => Assert.That(
        CliRun.Of("find", text),
        Has.Property("Code").EqualTo(ExitCode.Usage).And.Property("Error").StartsWith("kg: kg find takes a text to look for; found only spaces or quotation marks\n"));

    [Test]
    public void SavedQuestions_AreListedAsJson()
    {
        var list = Newtonsoft.Json.Linq.JObject.Parse(CliRun.Of("ask", "--list", "--json").Out)["questions"]!;

        Assert.That(list.Select(question => (string?)question["name"]), Does.Contain("q01-weapons-with-integral-chips").And.Ordered);
    }

    [Test]
    public void NothingToCutUnderAFilter_IsSaidOfTheFactsAsked() => Assert.That(
        CliRun.Of("cut", "Iskander missile", "Government of Belarus", "--avoid", "Integral").Out.ReplaceLineEndings(" "),
        Does.StartWith("Nothing to cut: of the facts asked, none shows that Iskander missile depends on Government of "));

    [Test]
    public void WorkThatTakesLong_IsToldEverySecond()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var clock = new SteppedClock();
        var host = new KgHost(TextWriter.Null, error, _ => null, clock, Screen.Redirected);
        using (new WaitingLine(host, "searching", TimeSpan.FromSeconds(10)))
        {
            clock.Step();
            clock.Step();
        }

        clock.Step();
        Assert.That(error.ToString(), Is.EqualTo("still searching, 1 s of at most 10 s\nstill searching, 2 s of at most 10 s\n"));
    }

    [Test]
    public void LoadThatTakesLong_IsToldStepByStep()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var clock = new SteppedClock();
        using (var progress = new LoadProgressLine(new KgHost(TextWriter.Null, error, _ => null, clock, Screen.Redirected)))
        {
            clock.Step();
            progress.Report(new LoadProgress("adding OWNS", 1_000, 2_845));
            clock.Step();
            clock.Step();
        }

        Assert.That(error.ToString(), Is.EqualTo(
            "still connecting, 1 s\nstill adding OWNS, 1,000 of 2,845 rows, 2 s\nstill adding OWNS, 1,000 of 2,845 rows, 3 s\n"));
    }

    [Test]
    public void LoadWhoseCountFallsBack_IsTimedAnew()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var clock = new SteppedClock();
        using (var progress = new LoadProgressLine(new KgHost(TextWriter.Null, error, _ => null, clock, Screen.Redirected)))
        {
            foreach (var done in new[] { 1_000, 3_000, 2_000, 2_500 })
            {
                progress.Report(new LoadProgress("facts", done, 9_500));
                clock.Step();
            }
        }

        Assert.That(error.ToString(), Is.EqualTo("""
            still facts, 1,000 of 9,500 rows, 1 s
            still facts, 3,000 of 9,500 rows, 2,000 a second, about 3 s left, 2 s
            still facts, 2,000 of 9,500 rows, 3 s
            still facts, 2,500 of 9,500 rows, 500 a second, about 14 s left, 4 s

            """.ReplaceLineEndings("\n")));
    }

    /// <summary>A clock whose seconds pass when it is told, and whose timer then fires.</summary>
    private sealed class SteppedClock : TimeProvider
    {
        private long now;
        private Action fire = () => { };

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            fire = () => callback(state);
            return new Nothing();
        }

        public void Step()
        {
            now++;
            fire();
        }

        private sealed class Nothing : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
