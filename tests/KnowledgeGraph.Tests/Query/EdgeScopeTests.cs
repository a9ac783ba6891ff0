using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

[TestFixture]
internal sealed class EdgeScopeTests
{
    [Test]
    public void NothingNamed_FollowsTheDependencyLayersWhereSomebodyDepends() => Assert.That(
        Names(new()),
        Is.EqualTo("ALLIED_WITH COMPONENT_OF CONTROLS DEPENDS_ON EARNS_FROM FOUNDED GOVERNS PRODUCES SUBSIDIARY_OF SUPPLIES_COMPONENT_FOR SUPPLIES_TO"));

    [Test]
    public void LayersAndTypes_AddUp() => Assert.That(
        Names(new() { Layers = ["politics"], Types = ["VISITED", "FOUND_IN"] }), Is.EqualTo("FOUND_IN PROVIDES_SUPPORT VISITED"));

    [Test]
    public void TypesAlone_StandAlone() => Assert.That(Names(new() { Types = ["CONTROLS"] }), Is.EqualTo("CONTROLS"));

    [Test]
    public void CausalLayer_FollowsCauses()
    {
        Assert.That(Names(new() { Layers = ["causal"] }), Is.EqualTo("CAUSES"));
        Assert.That(EdgeScope.Of(SmallOntology.Model, new() { Types = ["MITIGATES"] }).IsCausal, Is.True);
    }

    [Test]
    public void UnknownLayer_NamesTheNearest() => AssertRefused(
        new() { Layers = ["suply"] }, "layer \"suply\" is not in the ontology; did you mean supply?");

    [Test]
    public void UnknownLayerWithNothingNear_NamesAll() => AssertRefused(
        new() { Layers = ["xyzzy"] },
        "layer \"xyzzy\" is not in the ontology; there are causal, control, dependence, finance, politics, sanctions, supply");

    [Test]
    public void UnknownType_NamesTheNearest() => AssertRefused(
        new() { Types = ["SUPLIES_TO"] }, "edge type \"SUPLIES_TO\" is not in the ontology; did you mean SUPPLIES_TO or SUPPLIES_COMPONENT_FOR?");

    [Test]
    public void LayerOnWhichNobodyDepends_NamesItsTypes() => AssertRefused(
        new() { Layers = ["sanctions"] },
        "nobody depends on anybody in layer \"sanctions\"; name the types to follow with --type: LISTED_UNDER");

    [Test]
    public void CausalMixedWithOthers_IsRefused() => AssertRefused(
        new() { Layers = ["causal"], Types = ["CONTROLS"] },
        "causes and dependencies do not mix in one path: ask for the causal layer alone, or without it (found CONTROLS)");

    [Test]
    public void UnknownSource_NamesAll() => Assert.That(
        () => new GraphBuilder().Fact("a", "DEPENDS_ON", "b").Paths("a", "b", new() { Sources = ["D9"] }),
        Throws.InstanceOf<QuestionException>().With.Message.EqualTo(
            "source \"D9\" is unknown; there are day-source (D1), month-source (D2), undated-source"));

    private static string Names(GraphFilter filter) => string.Join(' ', EdgeScope.Of(SmallOntology.Model, filter).Types.Select(type => type.Name));

    private static void AssertRefused(GraphFilter filter, string message) => Assert.That(
        () => EdgeScope.Of(SmallOntology.Model, filter), Throws.InstanceOf<QuestionException>().With.Message.EqualTo(message));
}
