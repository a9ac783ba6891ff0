using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>The product rule on the cases it was made for.</summary>
[TestFixture]
internal sealed class ProductRuleTests
{
    private static readonly GraphFilter Any = new() { Products = ProductRule.Any };
    private static readonly GraphFilter Unspecified = new() { Products = ProductRule.AllowUnspecified };

    /*
        iskander → integral (microchips) → government-of-belarus (control)
        iskander → russia (makes it) → integral (microchips, by the name of Russia's purchases)
        russia → belarus (tyres) → china (machine tools)
    */
    private static GraphBuilder Missile => new GraphBuilder()
        .Node("iskander", "Weapon", "Iskander missile").Node("microchips", "Product", "Microchips").Node("tyres", "Product", "Tyres")
        .Node("machine-tools", "Product", "Machine tools").Node("russia", "Country", "Russia").Node("belarus", "Country", "Belarus")
        .Node("china", "Country", "China").Node("government-of-belarus", "Government").Node("integral", "Company", "Integral")
        .Fact("integral", "SUPPLIES_COMPONENT_FOR", "iskander", 0.72, "microchips")
        .Fact("government-of-belarus", "CONTROLS", "integral", 0.9)
        .Fact("russia", "PRODUCES", "iskander", 0.9)
        .Fact("integral", "SUPPLIES_TO", "russia", 0.8, "microchips")
        .Fact("belarus", "SUPPLIES_TO", "russia", 0.95, "tyres")
        .Fact("china", "SUPPLIES_TO", "belarus", 0.9, "machine-tools");

    [Test]
    public void MissileToGovernment_RunsOverTheMakerOfItsChips()
    {
        Assert.That(Missile.Paths("iskander", "government-of-belarus"), Is.EqualTo(new[]
        {
            "iskander integral government-of-belarus", "iskander russia integral government-of-belarus",
        }));
        Assert.That(Missile.Paths("iskander", "government-of-belarus", new() { MinConfidence = 0.73 }), Is.Empty, "the chips are declared a component with 0.72");
    }

    [Test]
    public void MissileToChina_IsNoSupplyChain()
    {
        var supply = new GraphFilter { Layers = ["supply"] };
        Assert.That(Missile.Paths("iskander", "china", supply), Is.Empty);
        Assert.That(Missile.Paths("iskander", "china", supply with { Products = ProductRule.AllowUnspecified }), Is.Empty);
        Assert.That(Missile.Paths("iskander", "china", Any), Is.EqualTo(new[] { "iskander russia belarus china" }));
    }

    [Test]
    public void MissileToChina_TellsWhereTheProductsStopMatching()
    {
        var answer = Missile.Ask(new PathQuestion { From = "iskander", To = "china" });
        var relaxation = answer.Result.Relaxations.Single();
        Assert.That(relaxation.Without, Is.EqualTo("the same product along supply"));
        Assert.That(relaxation.Nodes, Is.EqualTo(new[] { "iskander", "russia", "belarus", "china" }));
        Assert.That(relaxation.BrokenAt, Is.EqualTo("Russia gets tyres from Belarus"));
        Assert.That(relaxation.Facts, Is.EqualTo(new[] { "f03", "f05", "f06" }));
        Assert.That((answer.Outcome, answer.Stopped), Is.EqualTo((Outcome.None, StopReason.None)));
    }

    // truck → maker → tyre-plant (tyres for the truck); the same tyres go into no missile
    [Test]
    public void Tyres_GoIntoTrucksAndNotIntoMissiles()
    {
        var graph = new GraphBuilder().Node("truck", "Product").Node("missile", "Weapon").Node("tyres", "Product")
            .Fact("maker", "PRODUCES", "truck").Fact("maker", "PRODUCES", "missile")
            .Fact("tyre-plant", "SUPPLIES_TO", "maker", product: "tyres").Fact("tyres", "COMPONENT_OF", "truck");
        Assert.That(graph.Paths("truck", "tyre-plant"), Is.EqualTo(new[] { "truck maker tyre-plant" }));
        Assert.That(graph.Paths("missile", "tyre-plant"), Is.Empty);
    }

    // missile → maker → fab; wafer is part of chip is part of missile
    [Test]
    public void DeclaredComponent_CountsThroughAnyNumberOfLevelsAndCircles() => Assert.That(
        new GraphBuilder().Node("missile", "Weapon").Node("chip", "Product").Node("wafer", "Product")
            .Fact("maker", "PRODUCES", "missile").Fact("fab", "SUPPLIES_TO", "maker", product: "wafer")
            .Fact("chip", "COMPONENT_OF", "missile").Fact("wafer", "COMPONENT_OF", "chip").Fact("chip", "COMPONENT_OF", "wafer").Paths("missile", "fab"),
        Is.EqualTo(new[] { "missile maker fab" }));

    // missile → maker → fab; only a fact that the filter drops says that chips go into the missile
    [Test]
    public void DeclarationThatDoesNotPassTheFilter_DoesNotCount()
    {
        GraphBuilder Graph(Func<Fact, Fact> change) => new GraphBuilder().Node("missile", "Weapon").Node("chip", "Product")
            .Fact("maker", "PRODUCES", "missile").Fact("fab", "SUPPLIES_TO", "maker", product: "chip").Fact("chip", "COMPONENT_OF", "missile", change);
        Assert.That(Graph(fact => fact).Paths("missile", "fab"), Has.Exactly(1).Items);
        Assert.That(Graph(fact => fact).Paths("missile", "fab", new() { Types = ["PRODUCES", "SUPPLIES_TO"] }), Has.Exactly(1).Items, "a declaration is no hop");
        Assert.That(Graph(fact => fact with { IsDenied = true }).Paths("missile", "fab"), Is.Empty);
        Assert.That(Graph(fact => fact with { Status = FactStatus.Forecast }).Paths("missile", "fab"), Is.Empty);
        Assert.That(Graph(fact => fact with { Confidence = 0.4 }).Paths("missile", "fab", new() { MinConfidence = 0.5 }), Is.Empty);
        Assert.That(Graph(fact => fact with { ValidTo = new(2020) }).Paths("missile", "fab", new() { AsOf = new(2025, 1, 1) }), Is.Empty);
    }

    // missile → plant (a component, not said which) → smith (steel)
    [Test]
    public void UnstatedComponentOfTheTrackedThing_QualifiesAndNothingAfterItDoes()
    {
        var graph = new GraphBuilder().Node("missile", "Weapon").Node("steel", "Product")
            .Fact("plant", "SUPPLIES_COMPONENT_FOR", "missile").Fact("smith", "SUPPLIES_TO", "plant", product: "steel");
        Assert.That(graph.Paths("missile", "plant"), Is.EqualTo(new[] { "missile plant" }));
        Assert.That(graph.Paths("missile", "smith"), Is.Empty);
        var allowed = graph.Ask(new PathQuestion { From = "missile", To = "smith", Filter = Unspecified }).Result.Paths.Single();
        Assert.That(allowed.Hops.Select(hop => hop.Facts.Single().IsUnspecified), Is.EqualTo(new[] { false, true }));
    }

    // a → b (something) → c
    [Test]
    public void UnstatedProduct_JoinsOnlyWhenAllowed()
    {
        var graph = new GraphBuilder().Fact("b", "SUPPLIES_TO", "a").Fact("c", "SUPPLIES_COMPONENT_FOR", "b");
        Assert.That(graph.Paths("a", "b"), Is.Empty);
        Assert.That(graph.Paths("b", "c"), Is.Empty, "an unstated component on an open track");
        Assert.That(graph.Paths("a", "c", Unspecified), Is.EqualTo(new[] { "a b c" }));
    }

    // a → b (chips) → c (control) → d (chips, lenses)
    [Test]
    public void OtherLayers_LeaveTheTrackAsItIs()
    {
        var graph = new GraphBuilder().Node("chips", "Product").Node("lenses", "Product")
            .Fact("b", "SUPPLIES_TO", "a", product: "chips").Fact("c", "CONTROLS", "b")
            .Fact("d", "SUPPLIES_TO", "c", fact => fact with { Roles = GraphBuilder.Products("lenses", "chips") }).Fact("e", "SUPPLIES_TO", "c", product: "lenses");
        var path = graph.Ask(new PathQuestion { From = "a", To = "d" }).Result.Paths.Single();
        Assert.That(path.Hops[2].Facts.Single().Products, Is.EqualTo(new[] { "chips" }));
        Assert.That(graph.Paths("a", "e"), Is.Empty);
    }

    // a → b (chips 0.2, lenses 0.3) → c (chips 0.9, lenses 0.6): the choices must agree in product
    [Test]
    public void WeakestLinkAndProduct_AreTheBestOfOneConsistentChoice()
    {
        var path = new GraphBuilder().Node("chips", "Product").Node("lenses", "Product")
            .Fact("b", "SUPPLIES_TO", "a", 0.2, "chips").Fact("b", "SUPPLIES_TO", "a", 0.3, "lenses")
            .Fact("c", "SUPPLIES_TO", "b", 0.9, "chips").Fact("c", "SUPPLIES_TO", "b", 0.6, "lenses")
            .Ask(new PathQuestion { From = "a", To = "c" }).Result.Paths.Single();
        Assert.That(path.WeakestLink, Is.EqualTo(new WeakestLink(1, "f02", 0.3)));
        Assert.That(path.Product, Is.EqualTo(Math.Max(0.9 * 0.2, 0.6 * 0.3)), "the doubles differ in the last place");
        Assert.That(path.Hops[1].Facts.Select(fact => fact.Id), Is.EqualTo(new[] { "f03", "f04" }));
    }

    // a ← chips 0.9, lenses 0.5 ← b ← chips 0.2, lenses 0.6 ← c
    [Test]
    public void WeakestLink_LooksBeyondTheHopThatIsTrustedMost()
    {
        var path = new GraphBuilder().Node("chips", "Product").Node("lenses", "Product")
            .Fact("b", "SUPPLIES_TO", "a", 0.9, "chips").Fact("b", "SUPPLIES_TO", "a", 0.5, "lenses")
            .Fact("c", "SUPPLIES_TO", "b", 0.2, "chips").Fact("c", "SUPPLIES_TO", "b", 0.6, "lenses")
            .Ask(new PathQuestion { From = "a", To = "c" }).Result.Paths.Single();
        Assert.That(path.WeakestLink, Is.EqualTo(new WeakestLink(1, "f02", 0.5)));
    }

    [Test]
    public void Downstream_TracksFromTheDependentEndToo()
    {
        var answer = Missile.Ask(new TierQuestion { Anchor = "china", IsDownstream = true });
        Assert.That(answer.Result.Members.Select(member => member.Node), Is.EqualTo(new[] { "belarus" }));
        var any = Missile.Ask(new TierQuestion { Anchor = "china", IsDownstream = true, Filter = Any });
        Assert.That(any.Result.Members.Select(member => (member.Node, member.Tier)), Is.EqualTo(new[] { ("belarus", 1), ("russia", 2), ("iskander", 3) }));
    }

    // missile <--PRODUCES-- state <--SUPPLIES_TO(chips)-- firm      rests on: firm --SUPPLIES_COMPONENT_FOR(board)--> missile,
    //                                                               chips --COMPONENT_OF--> board
    [Test]
    public void DeclaredComponent_NamesTheFactsThatDeclareItThroughEveryLevel()
    {
        var graph = new GraphBuilder()
            .Node("missile", "Weapon").Node("chips", "Product").Node("board", "Product").Node("state", "Country")
            .Fact("state", "PRODUCES", "missile")
            .Fact("firm", "SUPPLIES_TO", "state", product: "chips")
            .Fact("firm", "SUPPLIES_COMPONENT_FOR", "missile", 0.5, product: "board")
            .Fact("chips", "COMPONENT_OF", "board", 0.6);
        var answer = graph.Ask(new PathQuestion { From = "missile", To = "firm", Mode = PathMode.All });
        var route = answer.Result.Paths.Single(path => path.Nodes.SequenceEqual(["missile", "state", "firm"]));

        Assert.That(route.Hops[0].Facts.Single().DeclaredBy, Is.Empty);
        Assert.That(route.Hops[1].Facts.Single().DeclaredBy, Is.EqualTo(new[] { "f03", "f04" }));
        Assert.That(answer.Evidence.Facts.Select(fact => fact.Id), Is.EqualTo(new[] { "f01", "f02", "f03", "f04" }));
    }
}
