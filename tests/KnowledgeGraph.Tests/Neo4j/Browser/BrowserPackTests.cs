using System.IO.Compression;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Neo4j.Browser;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Saved;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Seed;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j.Browser;

/// <summary>The pack as it is made, without a server.</summary>
public sealed class BrowserPackTests
{
    private static readonly Uri Address = new("http://localhost:8001/");
    private static readonly FactSet Shipped = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!;

    private static readonly IReadOnlyList<SavedQuestion> Questions =
        SavedQuestionReader.Read(Path.Combine(SeedTestFiles.ShippedSeed(), "questions")).Questions;

    [Test]
    public async Task Guides_HoldTheSameStatements_AllAmongTheSavedQueries()
    {
        var pack = await BrowserPack.MakeAsync(Shipped, Questions, "default", Address);

        Assert.That(pack.HtmlStatements(), Is.EqualTo(pack.AsciiDocStatements()).And.SubsetOf(pack.Scripts().Values));
        Assert.That(pack.HtmlStatements(), Has.Count.GreaterThanOrEqualTo(15));
    }

    [Test]
    public async Task SavedQueries_HaveATitleEach_AndEverySavedQuestionWithSomethingToDraw()
    {
        var scripts = (await BrowserPack.MakeAsync(Shipped, Questions, "default", Address)).Scripts();
        var engine = new EmbeddedQueries(new KnowledgeGraph.Graph.EmbeddedGraph(Shipped));
        var drawn = new List<string>();
        foreach (var question in Questions)
        {
            var answer = await question.AskAsync(engine);
            drawn.AddRange(answer.Parts.Where(part => part.Content?.Result.DrawnFacts?.Any() == true).Take(1).Select(_ => question.Name));
        }

        Assert.That(scripts.Keys, Is.All.Match("^(Guide|Saved questions)/[a-z0-9-]+\\.cypher$"));
        Assert.That(scripts.Values, Is.All.StartsWith("// "));
        Assert.That(drawn.Where(name => !scripts.Keys.Any(key => key.StartsWith($"Saved questions/{name}", StringComparison.Ordinal))), Is.Empty);
        Assert.That(scripts["Saved questions/all-iskander-supply-1.cypher"], Does.StartWith(
            "// What does the Iskander missile depend on along supply, in all sources? (stated products)\n"));
    }

    [Test]
    public async Task SameFacts_GiveTheSameBytes()
    {
        var once = await BrowserPack.MakeAsync(Shipped, Questions, "default", Address);
        var again = await BrowserPack.MakeAsync(Shipped, Questions, "default", Address);

        Assert.That(again.Files.Select(file => file.Bytes.ToArray()), Is.EqualTo(once.Files.Select(file => file.Bytes.ToArray())));
        using var zip = new ZipArchive(new MemoryStream(once.Bytes(BrowserPack.SavedQueries)));
        Assert.That(zip.Entries.Select(entry => entry.LastWriteTime.DateTime), Is.All.EqualTo(new DateTime(1980, 1, 1)));
    }

    [Test]
    public async Task Dataset_StandsInEveryStatement()
    {
        var pack = await BrowserPack.MakeAsync(Shipped, Questions, "it's", Address);

        Assert.That(pack.Scripts().Values, Is.All.Contains(@"'it\'s'"));
    }

    [Test]
    public async Task OtherPort_StandsInTheGuide()
    {
        var guide = (await BrowserPack.MakeAsync(Shipped, [], "default", new Uri("http://localhost:9100/"))).Of(BrowserPack.HtmlGuide);

        Assert.That(guide, Does.Contain("data-exec=\"style http://localhost:9100/kg.grass\"").And.Not.Contain("8001"));
    }

    [Test]
    public async Task NamesThatLookLikeMarks_StayNames()
    {
        // <b>*x*… ──CONTROLS──► b
        var facts = new GraphBuilder().Node("evil", "Company", "<b>*x* `y` {z} [a]\"</b>'").Fact("evil", "CONTROLS", "b").Set();
        var asks = new SavedPart<TiersResult>("p", new Expectation(Outcome.Found, []), new TierQuestion { Anchor = "evil", IsDownstream = true });
        var pack = await BrowserPack.MakeAsync(facts, [new SavedQuestion("q", "What of <i>_it_</i> `now`?", null, [asks], [])], "default", Address);

        Assert.That(pack.Of(BrowserPack.HtmlGuide), Does.Not.Contain("<b>*").And.Not.Contain("<i>").And.Contain("What of &lt;i&gt;_it_&lt;/i&gt; &#39;now&#39;?"));
        Assert.That(pack.HtmlStatements(), Is.SubsetOf(pack.Scripts().Values).And.Some.Contains("<b>*x* `y` {z} [a]"));
        Assert.That(pack.Of(BrowserPack.AsciiDocGuide), Does.Contain("What of &#60;i&#62;&#95;it&#95;&#60;/i&#62; &#39;now&#39;?"));
    }

    [Test]
    public async Task NothingDeniedOrInDoubt_NoSlideAsks()
    {
        var facts = SmallWorld.Set([SmallWorld.Node("a", "Company", "A"), SmallWorld.Node("b", "Company", "B")], [SmallWorld.Fact("f1", "a", "SUPPLIES_TO", "b")]);
        var guide = (await BrowserPack.MakeAsync(facts, [], "default", Address)).Of(BrowserPack.HtmlGuide);

        Assert.That(guide, Does.Contain("<h3>What is in here</h3>").And.Contain("<h3>A query of your own</h3>"));
        Assert.That(guide, Does.Not.Contain("denied,").And.Not.Contain("r.doubts").And.Not.Contain("KgConflict").And.Not.Contain("neighbourhood"));
    }
}
