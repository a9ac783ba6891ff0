using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>Finding nodes by name, and showing them.</summary>
[TestFixture]
internal sealed class NameQuestionTests
{
    private static GraphBuilder Belarus => new GraphBuilder()
        .Node("belarus", "Country", "Belarus", new NodeName("Беларусь", NameKind.Native, "ru"))
        .Node("minsk", "Company", "Minsk", new NodeName("Capital", NameKind.Alias))
        .Node("belarus-government", "Government", "Government of Belarus", new NodeName("Minsk", NameKind.Alias, null, IsAmbiguous: true))
        .Node("belaz", "Company", "BelAZ", new NodeName("ОАО «БЕЛАЗ»", NameKind.Official), new NodeName("The plant", NameKind.Alias, null, true))
        .Node("maz", "Company", "MAZ", new NodeName("The plant", NameKind.Alias, null, true));

    [Test]
    public void Find_ListsExactThenPrefixThenSubstringThenId() => Assert.That(
        Find("belarus"), Is.EqualTo(new[] { "belarus Exact Id belarus", "belarus-government Prefix Id belarus-government" }));

    [Test]
    public void Find_CountsTheFitBeforeTheId() => Assert.That(
        new GraphBuilder().Node("a", "Company", "New Optics").Node("b", "Company", "Optics Works").Node("c", "Company", "Optics").Node("d", "Company", "Optics")
            .Ask(new FindQuestion { Text = "optics" }).Result.Matches.Select(match => $"{match.Node} {match.How}"),
        Is.EqualTo(new[] { "c Exact", "d Exact", "b Prefix", "a Substring" }));

    [Test]
    public void Find_TakesTheBestOfANodesNames() => Assert.That(
        Find("MINSK"), Is.EqualTo(new[] { "belarus-government Exact Alias Minsk", "minsk Exact Id minsk" }));

    [Test]
    public void Find_MatchesCyrillicWithLatinLookAlikes() => Assert.That(Find("OAO БEЛAЗ"), Is.EqualTo(new[] { "belaz Exact Alias ОАО «БЕЛАЗ»" }));

    [Test]
    public void Find_NothingGivesTheNearestNames()
    {
        var answer = Belarus.Ask(new FindQuestion { Text = "Belrus" });
        Assert.That((answer.Outcome, answer.Result.Nearest[0]), Is.EqualTo((Outcome.None, "Belarus")));
        Assert.That(Belarus.Ask(new FindQuestion { Text = " " }).Outcome, Is.EqualTo(Outcome.None));
    }

    [Test]
    public void Find_LimitIsNamed()
    {
        var answer = Belarus.Ask(new FindQuestion { Text = "b", Bounds = new SearchBounds(1) });
        Assert.That((answer.Result.Matches.Single().Node, answer.Stopped), Is.EqualTo(("belarus", StopReason.Limit)));
    }

    [TestCase("minsk", "minsk", Description = "an id before an alias")]
    [TestCase("Беларусь", "belarus", Description = "an alias")]
    [TestCase("government of belarus", "belarus-government", Description = "a name in any case")]
    public async Task Lookup_TakesIdThenNameThenAlias(string text, string id) => Assert.That(await Lookup(Belarus, text), Is.EqualTo(id));

    [Test]
    public void LookupOfAnAmbiguousAlias_ListsTheCandidates() => Assert.That(
        () => Lookup(Belarus, "the plant"),
        Throws.InstanceOf<QuestionException>().With.Message.EqualTo("\"the plant\" may mean belaz (BelAZ, Company) or maz (MAZ, Company); give the id"));

    [Test]
    public void LookupOfNothing_NamesTheNearest() => Assert.That(
        () => Lookup(Belarus, "Belrus"), Throws.InstanceOf<QuestionException>().With.Message.EqualTo("nothing goes by \"Belrus\"; near: \"Belarus\""));

    [Test]
    public void LookupOfAPart_NamesWhatContainsIt() => Assert.That(
        () => Lookup(Belarus, "bela"),
        Throws.InstanceOf<QuestionException>().With.Message.EqualTo("nothing goes by \"bela\"; near: \"belarus\", \"belarus-government\", \"belaz\""));

    [TestCase("X1")]
    [TestCase("x1")]
    public async Task LookupOfIdsThatDifferInCase_TakesTheOneTyped(string text) =>
        Assert.That(await Lookup(new GraphBuilder().Node("X1", "Company").Node("x1", "Company"), text), Is.EqualTo(text));

    [Test]
    public void Show_ListsFactsAboutItThenOthersByTypeAndId()
    {
        var answer = new GraphBuilder().Node("chips", "Product", "Chips")
            .Fact("chips", "COMPONENT_OF", "gun").Fact("maker", "PRODUCES", "chips").Fact("a", "SUPPLIES_TO", "b", product: "chips")
            .Fact("chips", "CAUSES", "b").Fact("b", "CONTROLS", "a", fact => fact with { AttributedTo = "chips" }).Fact("c", "CONTROLS", "chips")
            .Fact("chips", "CAUSES", "a", fact => fact with { IsDenied = true, Status = FactStatus.Forecast })
            .Ask(new ShowQuestion { NodeId = "chips" });
        Assert.That(answer.Result.Mentions.Select(mention => $"{mention.Fact} {mention.Type} {mention.Part} {mention.Role}".TrimEnd()), Is.EqualTo(new[]
        {
            "f04 CAUSES Subject", "f07 CAUSES Subject", "f01 COMPONENT_OF Subject", "f06 CONTROLS Object", "f02 PRODUCES Object",
            "f03 SUPPLIES_TO Role product", "f05 CONTROLS Claimant",
        }));
        Assert.That(answer.Result.Mentions[1].Reading, Is.EqualTo("denied: Chips causes a"));
        Assert.That(answer.Result.Mentions[4].Reading, Is.EqualTo("Chips is produced by maker"));
        Assert.That(answer.Result.Mentions[5].Reading, Is.EqualTo("a supplies chips to b"));
    }

    [Test]
    public void Evidence_HoldsConflictsAndWhatTheyTouch()
    {
        var answer = new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("c", "DEPENDS_ON", "d").Conflict("c1", "f01", "f02")
            .Ask(new PathQuestion { From = "a", To = "b" });
        Assert.That(answer.Evidence.Conflicts.Select(conflict => conflict.Id), Is.EqualTo(new[] { "c1" }));
        Assert.That(answer.Evidence.Facts.Select(fact => fact.Id), Is.EqualTo(new[] { "f01", "f02" }));
        Assert.That(answer.Evidence.Nodes.Select(node => node.Id), Is.EqualTo(new[] { "a", "b", "c", "d" }));
        Assert.That(answer.Evidence.Sources.Select(source => source.Id), Is.EqualTo(new[] { "day-source" }));
    }

    [Test]
    public void Lookup_OutOfTime_IsNotTakenForAbsence() => Assert.That(
        () => NodeLookup.OneAsync(new OutOfTime(new EmbeddedQueries(Belarus.Graph())), "minsk"),
        Throws.TypeOf<TimeoutException>().With.Message.EqualTo("\"minsk\" was not found within 10 s, before all names were looked through; ask again"));

    private static IEnumerable<string> Find(string text) =>
        Belarus.Ask(new FindQuestion { Text = text }).Result.Matches.Select(match => $"{match.Node} {match.How} {match.Part} {match.Name}");

    private static Task<string> Lookup(GraphBuilder graph, string text) => NodeLookup.OneAsync(new EmbeddedQueries(graph.Graph()), text);

    /// <summary>An engine whose time is up before it has found anything, as a busy server's is.</summary>
    private sealed class OutOfTime(EmbeddedQueries inner) : IGraphQueries
    {
        public async Task<Answer<TResult>> AskAsync<TResult>(Question<TResult> question, CancellationToken cancellation = default)
            where TResult : Result
        {
            var late = question is FindQuestion find ? (Question<TResult>)(object)(find with { Text = "nothing" }) : question;
            return (await inner.AskAsync(late, cancellation)) with { Stopped = StopReason.Timeout };
        }
    }
}
