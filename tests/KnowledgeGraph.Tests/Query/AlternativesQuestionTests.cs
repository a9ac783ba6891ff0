using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>Whose loss leaves a product without something it needs.</summary>
[TestFixture]
internal sealed class AlternativesQuestionTests
{
    //   rocket is made by r1 or r2, has an engine (made by e1, or e2) and a chip from c1 or c2; the engine has a nozzle, made by c1
    private static GraphBuilder Rocket => new GraphBuilder()
        .Node("rocket", "Weapon").Node("engine", "Product").Node("nozzle", "Product").Node("chip", "Product").Node("module", "Product")
        .Fact("r1", "PRODUCES", "rocket").Fact("r2", "PRODUCES", "rocket")
        .Fact("engine", "COMPONENT_OF", "rocket").Fact("e1", "PRODUCES", "engine").Fact("e2", "PRODUCES", "engine")
        .Fact("c1", "SUPPLIES_COMPONENT_FOR", "rocket", product: "chip").Fact("c2", "SUPPLIES_COMPONENT_FOR", "rocket", product: "chip")
        .Fact("nozzle", "COMPONENT_OF", "engine").Fact("c1", "PRODUCES", "nozzle");

    [Test]
    public void Losses_AreMinimalThroughAllLevels() => Assert.That(Losses(Rocket.Ask(Of("rocket"))), Is.EqualTo(new[]
    {
        "c1: engine", "e1 e2: engine", "r1 r2: rocket",
    }));

    [Test]
    public void Needs_StandLevelByLevelWithTheirSuppliers()
    {
        var answer = Rocket.Ask(Of("rocket"));
        Assert.That(Needs(answer), Is.EqualTo(new[]
        {
            "1 rocket of rocket: rocket by r1 r2, 2", "1 chip of rocket: chip by c1 c2, 2", "1 engine of rocket: engine by e1 e2, 1", "2 nozzle of engine: nozzle by c1, 1",
        }));
        Assert.That(answer.Result.Needs[2].Alternatives[0].Facts, Is.EqualTo(new[] { "f03" }));
        Assert.That(answer.Evidence.Facts, Has.Count.EqualTo(9));
    }

    // as above; a module can stand in for the engine, and is made by m1
    [Test]
    public void Substitute_MustBeLostToo()
    {
        var graph = Rocket.Fact("module", "SUBSTITUTE_FOR", "engine").Fact("m1", "PRODUCES", "module");
        Assert.That(Losses(graph.Ask(Of("rocket"))), Is.EqualTo(new[] { "c1 c2: chip", "c1 m1: engine", "r1 r2: rocket", "e1 e2 m1: engine" }));
        Assert.That(Needs(graph.Ask(Of("rocket"))), Does.Contain("1 engine of rocket: engine by e1 e2 | module by m1, 2"));
        Assert.That(Losses(graph.Ask(Of("rocket") with { Filter = new() { AvoidNodes = ["module"] } })), Does.Contain("c1: engine"));
    }

    [Test]
    public void SubstituteOfUnknownOrigin_IsNeverLost() =>
        Assert.That(Losses(Rocket.Fact("module", "SUBSTITUTE_FOR", "engine").Ask(Of("rocket"))), Is.EqualTo(new[] { "c1 c2: chip", "r1 r2: rocket" }));

    [Test]
    public void MaxSize_LeavesGreaterLossesOut() =>
        Assert.That(Losses(Rocket.Ask(Of("rocket") with { MaxSize = 1 })), Is.EqualTo(new[] { "c1: engine" }));

    [Test]
    public void DeniedSubstituteOrSupplier_IsNone()
    {
        var graph = Rocket.Fact("m1", "PRODUCES", "module").Fact("module", "SUBSTITUTE_FOR", "engine", fact => fact with { IsDenied = true })
            .Fact("e3", "PRODUCES", "engine", fact => fact with { IsDenied = true });
        Assert.That(Losses(graph.Ask(Of("rocket"))), Does.Contain("e1 e2: engine").And.Contain("c1: engine"));
    }

    // unstated components of rocket from a and from b: nothing says that one could replace the other
    [Test]
    public void UnstatedComponents_AreEachOnTheirOwn()
    {
        var graph = new GraphBuilder().Node("rocket", "Weapon").Fact("a", "SUPPLIES_COMPONENT_FOR", "rocket").Fact("b", "SUPPLIES_COMPONENT_FOR", "rocket");
        Assert.That(Losses(graph.Ask(Of("rocket"))), Is.EqualTo(new[] { "a: ?", "b: ?" }));
    }

    [Test]
    public void FirmSuppliedWithAnUnstatedProduct_IsCountedWhereAllowed()
    {
        var graph = new GraphBuilder().Node("steel", "Product").Fact("mill", "SUPPLIES_TO", "firm", product: "steel").Fact("other", "SUPPLIES_TO", "firm");
        var answer = graph.Ask(Of("firm"));
        Assert.That((Losses(answer).Single(), answer.Result.LeftOut), Is.EqualTo(("mill: steel", 1)));
        Assert.That(Losses(graph.Ask(Of("firm") with { Filter = new() { Products = ProductRule.AllowUnspecified } })), Is.EqualTo(new[] { "mill: steel", "other: ?" }));
    }

    // a contains b contains a; b is made by m
    [Test]
    public void ProductWithinItself_AddsNoNeed()
    {
        var graph = new GraphBuilder().Node("a", "Product").Node("b", "Product")
            .Fact("b", "COMPONENT_OF", "a").Fact("a", "COMPONENT_OF", "b").Fact("m", "PRODUCES", "b");
        Assert.That(Losses(graph.Ask(Of("a"))), Is.EqualTo(new[] { "m: b" }));
    }

    [Test]
    public void NothingKnown_IsUndecided()
    {
        Assert.That(Rocket.Ask(Of("c1")) is { Outcome: Outcome.Undecided, Result.Needs.Count: 0 });
        Assert.That(new GraphBuilder().Node("a", "Product").Node("b", "Product").Fact("b", "COMPONENT_OF", "a").Ask(Of("a")) is { Outcome: Outcome.None, Result.Needs.Count: 1 });
    }

    [Test]
    public void LimitAndTime_AreNamed()
    {
        var cut = Rocket.Ask(Of("rocket") with { Bounds = new SearchBounds(1) });
        Assert.That((Losses(cut).Single(), cut.Stopped), Is.EqualTo(("c1: engine", StopReason.Limit)));
        var wide = new GraphBuilder().Node("p", "Product");
        for (var i = 0; i < 1100; i++)
        {
            wide.Fact($"s{i:D4}", "SUPPLIES_COMPONENT_FOR", "p");
        }

        var late = new EmbeddedQueries(wide.Graph(), new FakeClock(TimeSpan.FromMinutes(1))).Ask(Of("p"));
        Assert.That((late.Stopped, late.Outcome, late.Result.Losses.Count), Is.EqualTo((StopReason.Timeout, Outcome.Undecided, 0)));
    }

    [Test]
    public void WithoutProducts_TheQuestionIsRefused()
    {
        Assert.That(() => Rocket.Ask(Of("rocket") with { Filter = new() { Products = ProductRule.Any } }), Throws.InstanceOf<QuestionException>().With.Message.EqualTo(
            "alternatives are counted product by product; they cannot be asked with products ignored"));
        Assert.That(() => Rocket.Ask(Of("rocket") with { Filter = new() { Layers = ["control"] } }), Throws.InstanceOf<QuestionException>().With.Message.EqualTo(
            "alternatives are read from supplies, and no layer or type asked for carries products; leave --layer and --type out"));
    }

    private static AlternativesQuestion Of(string target) => new() { Target = target };

    private static IEnumerable<string> Losses(Answer<AlternativesResult> answer) => answer.Result.Losses.Select(
        loss => $"{string.Join(' ', loss.Suppliers)}: {string.Join(' ', loss.IsWithoutUnstated ? loss.Without.Append("?") : loss.Without)}");

    private static IEnumerable<string> Needs(Answer<AlternativesResult> answer) => answer.Result.Needs.Select(need =>
        $"{need.Level} {need.Product} of {need.Of}: {string.Join(" | ", need.Alternatives.Select(each => $"{each.Product} by {string.Join(' ', each.Suppliers.Select(supplier => supplier.Node))}"))}, {need.LeastLosses}");
}
