using KnowledgeGraph.Cli;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Neo4j.Browser;
using KnowledgeGraph.Query.Saved;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Seed;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j.Browser;

/// <summary>
/// The pack in the real Browser on the loaded graph, as an analyst meets it: style, guide and saved queries, and what is drawn.
/// One page serves all tests, since opening it takes longest.
/// </summary>
[NonParallelizable]
public sealed class BrowserPageTests
{
    private readonly CancellationTokenSource stop = new();
    private TestDatabase database = null!;
    private FactSet set = null!;
    private BrowserPack pack = null!;
    private PackServer server = null!;
    private Task serving = Task.CompletedTask;
    private BrowserPage browser = null!;
    private Uri address = null!;

    [OneTimeSetUp]
    public async Task OpenBrowserOnTheLoadedGraph()
    {
        database = TestDatabase.Open();
        set = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!;
        await database.Loader.LoadAsync(set, database.Dataset, null, CancellationToken.None);
        address = new Uri($"http://localhost:{FreePort.Find()}/");
        var questions = SavedQuestionReader.Read(Path.Combine(SeedTestFiles.ShippedSeed(), "questions")).Questions;
        pack = await BrowserPack.MakeAsync(set, questions, database.Dataset, address);
        server = PackServer.Start(pack, address, isForAny: false);
        serving = server.ServeAsync(stop.Token);
        browser = await BrowserPage.OpenAsync(database.Address);
        await browser.RunAsync(":config autoComplete: false");
        await browser.Newest.GetByText("\"autoComplete\": false").First.WaitForAsync();
        await browser.RunAsync($":style {new Uri(address, BrowserPack.Style)}");
        await browser.Newest.GetByText("node.KgNode").First.WaitForAsync();
    }

    [SetUp]
    public async Task OpenGuide()
    {
        await browser.RunAsync($":guide {new Uri(address, BrowserPack.HtmlGuide)}");
        await browser.Page.Locator("[data-testid=guidesDrawer] pre.runnable").First.WaitForAsync();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await stop.CancelAsync();
        await serving;
        serving.Dispose();
        server?.Dispose();
        stop.Dispose();
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    [Test]
    public async Task Neighbourhood_IsDrawnWithColorsAndCaptions()
    {
        await browser.TurnToAsync("What is known about one thing");
        var drawing = await browser.PlayAsync("What is known about Iskander missile?");

        var facts = set.FactsNaming("iskander").ToList();
        var ends = facts.SelectMany(fact => new[] { fact.Subject, fact.Object! }).Distinct().Select(id => set.FindNode(id)!);
        Assert.That(drawing.Nodes, Is.EquivalentTo(ends.Select(node =>
            (Drawing.Squeezed(node.ShortName ?? node.Name), GrassStyle.ColorOf(set.Ontology, node.Type).ToString()))));
        Assert.That(drawing.Arrows, Is.EquivalentTo(facts.Select(CaptionOf)).Using<string, string>(IsShownAs), "no arrow is too many");
    }

    [Test]
    public async Task Path_IsDrawnWithItsFactsOnly()
    {
        await browser.TurnToAsync("How one thing depends on another");
        var drawing = await browser.PlayAsync("How does the Iskander missile depend on the Belarusian state? (shortest)");

        Assert.That(drawing.Nodes.Select(node => node.Caption), Is.EquivalentTo(new[] { "Iskandermissile", "Integral", "Gov.ofBelarus" }));
        Assert.That(drawing.Arrows, Is.EquivalentTo(new[] { "f155", "f151" }.Select(id => CaptionOf(set.FindFact(id)!))).Using<string, string>(IsShownAs));
    }

    [Test]
    public async Task DeniedFact_ShowsThatItIsDenied()
    {
        await browser.TurnToAsync("What is denied");
        var drawing = await browser.PlayAsync("What do sources deny?");

        Assert.That(drawing.Arrows, Has.Exactly(set.Facts.Count(fact => fact.IsDenied)).Items.And.All.StartsWith("NOT "));
        Assert.That(drawing.Nodes.Select(node => node.Caption), Is.All.Not.Empty);
    }

    [Test]
    public async Task SavedQueries_AreImportedByADropOnTheEditor()
    {
        await browser.DropAsync(BrowserPack.SavedQueries, pack.Bytes(BrowserPack.SavedQueries));
        await browser.Page.Locator("[data-testid=navigationFavorites]").ClickAsync();

        await browser.Page.GetByText("Saved questions", new() { Exact = true }).First.ClickAsync();
        await browser.Page.GetByText("Which weapons contain").First.WaitForAsync();
    }

    private string CaptionOf(Fact fact) => (string)FactRow.Write(database.Dataset, set, fact)["caption"]!;

    /// <summary>Where a short arrow leaves too little room, Browser cuts the end.</summary>
    private static bool IsShownAs(string shown, string caption) =>
        shown.EndsWith('…') ? caption.StartsWith(shown[..^1], StringComparison.Ordinal) : shown == caption;
}
