using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Query;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Seed;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>The shipped graph, asked of both engines, by several at once: question and answer must be the same to the byte.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EnginesAgreeTests
{
    private TestDatabase database = null!;
    private FactSet set = null!;
    private EmbeddedQueries embedded = null!;
    private Neo4jQueries neo4j = null!;

    [OneTimeSetUp]
    public async Task LoadShippedSeed()
    {
        database = TestDatabase.Open();
        set = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!;
        await database.Loader.LoadAsync(set, database.Dataset, null, CancellationToken.None);
        embedded = new EmbeddedQueries(new EmbeddedGraph(set));
        neo4j = new Neo4jQueries(database.Transport, set.Ontology, database.Dataset);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    [Test]
    public async Task AllPairsOfTheTwentyBusiestNodes_AreAnsweredAlike()
    {
        var busiest = Busiest(20);
        var pairs = busiest.SelectMany(from => busiest.Where(to => to != from).Select(to => new PathQuestion { From = from, To = to })).ToList();
        Assert.That(pairs, Has.Count.EqualTo(380));
        var outcomes = new HashSet<Outcome>();
        foreach (var question in pairs)
        {
            outcomes.Add(await AgreeAsync(question));
        }

        Assert.That(outcomes, Is.SupersetOf(new[] { Outcome.Found, Outcome.None }), "pairs of one kind alone would prove little");
    }

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Paths))]
    public Task PathQuestion_IsAnsweredAlike(PathQuestion question) => AgreeAsync(question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Tiers))]
    public Task TierQuestion_IsAnsweredAlike(TierQuestion question) => AgreeAsync(question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Connections))]
    public Task ConnectQuestion_IsAnsweredAlike(ConnectQuestion question) => AgreeAsync(question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Common))]
    public Task CommonQuestion_IsAnsweredAlike(CommonQuestion question) => AgreeAsync(question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Chokepoints))]
    public Task ChokepointsQuestion_IsAnsweredAlike(ChokepointsQuestion question) => AgreeAsync(question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Bridges))]
    public Task BridgesQuestion_IsAnsweredAlike(BridgesQuestion question) => AgreeAsync(question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Neighbourhoods))]
    public Task NeighbourhoodQuestion_IsAnsweredAlike(NeighbourhoodQuestion question) => AgreeAsync(question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Cuts))]
    public Task CutQuestion_IsAnsweredAlike(CutQuestion question) => AgreeAsync(question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Alternatives))]
    public Task AlternativesQuestion_IsAnsweredAlike(AlternativesQuestion question) => AgreeAsync(question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Nodes))]
    public Task ShowQuestion_IsAnsweredAlike(ShowQuestion question) => AgreeAsync(question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Names))]
    public Task FindQuestion_IsAnsweredAlike(FindQuestion question) => AgreeAsync(question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Facts))]
    public Task FactsQuestion_IsAnsweredAlike(FactsQuestion question) => AgreeAsync(question);

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Derived))]
    public Task DeriveQuestion_IsAnsweredAlike(DeriveQuestion question) => AgreeAsync(question);

    [Test]
    public void ManyQuestions_AreAtLeastFiftyAndAllDifferent()
    {
        string[] asked =
        [
            .. ManyQuestions.Paths.Select(Asked), .. ManyQuestions.Tiers.Select(Asked), .. ManyQuestions.Connections.Select(Asked),
            .. ManyQuestions.Common.Select(Asked), .. ManyQuestions.Nodes.Select(Asked), .. ManyQuestions.Names.Select(Asked),
            .. ManyQuestions.Facts.Select(Asked), .. ManyQuestions.Derived.Select(Asked),
        ];

        Assert.That(asked, Has.Length.GreaterThanOrEqualTo(50).And.Unique);
    }

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.SaidInCypher))]
    public async Task PathThatCypherCanSay_IsFoundByTheServer(PathQuestion question)
    {
        var answer = await neo4j.AskAsync(question with { Bounds = question.Bounds with { Timeout = TimeSpan.FromMinutes(5) } });
        var wanted = answer.Outcome == Outcome.Found ? "the server found the paths and delivered " : "the server found no path; the server delivered ";

        Assert.That(answer.Run.Delivery, Does.StartWith(wanted));
    }

    /// <summary>Wherever a bound cuts in, what was delivered by then is answered from as a part, and never as the whole.</summary>
    [TestCaseSource(nameof(DeliveredInParts))]
    public async Task TimeUpAtAnyStatement_IsUndecided(Func<IGraphQueries, Task<(Outcome Outcome, StopReason Stopped)>> ask)
    {
        // The first three read the stamp, the sources and the nodes asked about; before that there is nothing to answer from.
        for (var last = 4; ; last++)
        {
            var transport = new LateTransport(database.Transport, last);
            var (outcome, stopped) = await ask(new Neo4jQueries(transport, set.Ontology, database.Dataset));
            if (!transport.IsLate)
            {
                Assert.That(stopped, Is.EqualTo(StopReason.None));
                return;
            }

            Assert.That((outcome, stopped), Is.EqualTo((Outcome.Undecided, StopReason.Timeout)), $"statement {last}");
        }
    }

    [Test]
    public void UnknownNode_IsRefusedByBothEngines()
    {
        var question = new PathQuestion { From = "no-such-node", To = "belarus" };

        Assert.That(() => embedded.Ask(question), Throws.InstanceOf<KeyNotFoundException>().With.Message.StartsWith("no node has the id \"no-such-node\""));
        Assert.That(() => neo4j.AskAsync(question), Throws.InstanceOf<KeyNotFoundException>().With.Message.StartsWith("no node has the id \"no-such-node\""));
    }

    [Test]
    public void OtherOntology_IsRefused()
    {
        var other = new Neo4jQueries(database.Transport, SmallWorld.Seed().Ontology, database.Dataset);

        Assert.That(
            () => other.AskAsync(new ShowQuestion { NodeId = "belarus" }),
            Throws.InstanceOf<Neo4jException>().With.Message.EqualTo(
                $"data set \"{database.Dataset}\" at {database.Transport.Endpoint} was loaded with another ontology; load it with kg load"));
    }

    /// <summary>Asks both, with time enough for a machine that is busy with other things.</summary>
    private static IEnumerable<TestCaseData> DeliveredInParts()
    {
        yield return Late("common", new CommonQuestion { Anchors = ["iskander", "kh-59m2a"] });
        yield return Late("path", new PathQuestion { From = "iskander", To = "government-of-belarus" });
        yield return Late("upstream", new TierQuestion { Anchor = "iskander" });
        yield return Late("connect", new ConnectQuestion { From = "geely", To = "integral" });
        yield return Late("alternatives", new AlternativesQuestion { Target = "iskander" });

        static TestCaseData Late<TResult>(string name, Question<TResult> question)
            where TResult : Result =>
            new TestCaseData((IGraphQueries engine) => OutcomeOf(engine, question)).SetArgDisplayNames(name);

        static async Task<(Outcome Outcome, StopReason Stopped)> OutcomeOf<TResult>(IGraphQueries engine, Question<TResult> question)
            where TResult : Result
        {
            var answer = await engine.AskAsync(question);
            return (answer.Outcome, answer.Stopped);
        }
    }

    private async Task<Outcome> AgreeAsync<TResult>(Question<TResult> asked)
        where TResult : Result
    {
        var question = asked with { Bounds = asked.Bounds with { Timeout = TimeSpan.FromMinutes(5) } };
        var here = embedded.Ask(question);
        var there = await neo4j.AskAsync(question);
        Assert.That(AnswerJson.Canonical(there), Is.EqualTo(AnswerJson.Canonical(here)), question.ToString());
        return here.Outcome;
    }

    /// <summary>The question as its answer repeats it, defaults included.</summary>
    private string Asked<TResult>(Question<TResult> question)
        where TResult : Result => JObject.Parse(AnswerJson.Canonical(embedded.Ask(question)))["question"]!.ToString();

    /// <summary>The nodes with the most facts as subject or object, ties by id.</summary>
    private List<string> Busiest(int count) =>
        [.. set.Facts
            .SelectMany(fact => new[] { fact.Subject, fact.Object }.OfType<string>().Distinct())
            .CountBy(node => node)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(count)
            .Select(pair => pair.Key)];
}
