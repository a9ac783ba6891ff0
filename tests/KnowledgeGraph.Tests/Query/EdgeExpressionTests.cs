using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

[TestFixture]
internal sealed class EdgeExpressionTests
{
    //   rocket ─needs chips of─ maker ─controlled by─ holding ─controlled by─ state
    //                             └────depends on──── bank ─────depends on─────┘
    private static readonly GraphBuilder Chain = new GraphBuilder()
        .Node("rocket", "Weapon").Node("chip", "Product")
        .Fact("maker", "SUPPLIES_COMPONENT_FOR", "rocket", product: "chip")
        .Fact("holding", "CONTROLS", "maker")
        .Fact("state", "CONTROLS", "holding")
        .Fact("maker", "DEPENDS_ON", "bank")
        .Fact("bank", "DEPENDS_ON", "state");

    private const string ByBank = "rocket maker bank state";
    private const string ByHolding = "rocket maker holding state";

    [TestCase("SUPPLIES_COMPONENT_FOR . CONTROLS+", ByHolding)]
    [TestCase("SUPPLIES_COMPONENT_FOR.DEPENDS_ON*", ByBank)]
    [TestCase("SUPPLIES_COMPONENT_FOR . (CONTROLS* | DEPENDS_ON*)", ByBank, ByHolding)]
    [TestCase("_ . _ . _", ByBank, ByHolding)]
    [TestCase("_+", ByBank, ByHolding)]
    [TestCase("_* . CONTROLS", ByHolding)]
    [TestCase("_ . CONTROLS? . _", ByHolding)]
    [TestCase("_ . (CONTROLS . CONTROLS)? . (CONTROLS | _)?", ByHolding)]
    [TestCase("SUPPLIES_COMPONENT_FOR . CONTROLS")]
    [TestCase("SUPPLIES_COMPONENT_FOR . CONTROLS | DEPENDS_ON", Description = "| binds least: neither side is the whole path")]
    [TestCase("_ . CONTROLS . DEPENDS_ON")]
    [TestCase("(_ . _)+", Description = "an even number of hops")]
    [TestCase("(_ . _ . _)*", ByBank, ByHolding)]
    public void WholePath_FitsTheExpression(string edges, params string[] paths) => Assert.That(Paths(edges), Is.EqualTo(paths));

    [Test]
    public void NamedTypes_AreFollowedWithoutBeingAskedFor()
    {
        //   a ─visited─ b: nobody depends on a visit, so that it is followed only when named
        var graph = new GraphBuilder().Fact("a", "VISITED", "b");

        Assert.That(graph.Ask(new PathQuestion { From = "a", To = "b", Edges = "VISITED" }).Result.Paths, Has.Count.EqualTo(1));
        Assert.That(graph.Ask(new PathQuestion { From = "a", To = "b", Edges = "_" }).Result.Paths, Is.Empty);
    }

    [Test]
    public void ParallelFacts_AreListedByType()
    {
        var graph = new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Fact("b", "CONTROLS", "a");

        var path = graph.Ask(new PathQuestion { From = "a", To = "b", Edges = "CONTROLS" }).Result.Paths.Single();

        Assert.That(path.Hops[0].Facts.Select(fact => fact.Id), Is.EqualTo(new[] { "f02" }));
    }

    [TestCase("_*", 1)]
    [TestCase("_?", 1)]
    [TestCase("_", 0)]
    public void PathToItself_NeedsAnExpressionThatNoHopFits(string edges, int count) =>
        Assert.That(Chain.Ask(new PathQuestion { From = "maker", To = "maker", Edges = edges }).Result.Paths, Has.Count.EqualTo(count));

    [TestCase("_ . SUPPLIES_COMPONENT", 5, "found \"SUPPLIES_COMPONENT\", which is no edge type; did you mean SUPPLIES_COMPONENT_FOR?")]
    [TestCase("CONTROLS . XQZ", 12, "found \"XQZ\", which is no edge type; the ontology has none like it")]
    [TestCase("", 1, "found the end, allowed: an edge type, _ for any, or (")]
    [TestCase("CONTROLS .", 11, "found the end, allowed: an edge type, _ for any, or (")]
    [TestCase("CONTROLS DEPENDS_ON", 10, "found \"DEPENDS_ON\", allowed: . | ? * + or the end")]
    [TestCase("(CONTROLS | _", 14, "found the end, allowed: . | ? * + or )")]
    [TestCase("(CONTROLS _)", 11, "found \"_\", allowed: . | ? * + or )")]
    [TestCase("CONTROLS)", 9, "found \")\", which closes nothing; allowed: . | ? * + or the end")]
    [TestCase("* CONTROLS", 1, "found \"*\", allowed: an edge type, _ for any, or (")]
    [TestCase("^CONTROLS", 1, "found \"^\", but hops run with the dependence only: a path with one against it shows no dependence")]
    [TestCase("CONTROLS\0+", 9, "found \"?\", allowed: . | ? * + or the end")]
    public void WrongExpression_IsPointedAt(string edges, int position, string complaint)
    {
        var shown = edges.Replace('\0', '?');

        Assert.That(() => Paths(edges), Throws.InstanceOf<QuestionException>().With.Message.EqualTo(
            $"the edge expression goes wrong at position {position}: {complaint}\n  {shown}\n  {new string(' ', position - 1)}^"));
    }

    [Test]
    public void HostileExpressions_AreBounded()
    {
        Assert.That(() => Paths(new string('(', 2_001)), Throws.InstanceOf<QuestionException>().With.Message.EqualTo("the edge expression has 2001 characters; 2000 are allowed"));
        Assert.That(
            () => Paths(new string('(', 65)),
            Throws.InstanceOf<QuestionException>().With.Message.StartsWith("the edge expression goes wrong at position 65: found \"(\", which opens more than 64 parentheses in each other"));
        Assert.That(
            () => Paths(string.Join(" . ", Enumerable.Repeat("_", 65))),
            Throws.InstanceOf<QuestionException>().With.Message.StartsWith("the edge expression goes wrong at position 257: found \"_\", but 64 types are the most that may be named"));
        Assert.That(Paths($"{new string('(', 60)}_{new string(')', 60)}{new string('*', 1_000)}"), Is.EqualTo(new[] { ByBank, ByHolding }));
    }

    [Test]
    public void ManyWaysToFit_TakeNoMoreThanStates()
    {
        // A backtracking matcher would try two to the power of 30 ways.
        var edges = string.Concat(Enumerable.Repeat("(_*)*.", 30)) + "DEPENDS_ON";

        Assert.That(Paths(edges), Is.EqualTo(new[] { ByBank }));
    }

    private static IEnumerable<string> Paths(string edges) =>
        Chain.Ask(new PathQuestion { From = "rocket", To = "state", Mode = PathMode.All, Edges = edges }).Result.Paths.Select(path => string.Join(' ', path.Nodes));
}
