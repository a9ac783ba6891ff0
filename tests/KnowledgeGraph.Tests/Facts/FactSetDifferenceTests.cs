using KnowledgeGraph.Facts;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Facts;

/// <summary>Two firms and what one supplies; then something is changed.</summary>
[TestFixture]
internal sealed class FactSetDifferenceTests
{
    private static GraphBuilder Base => new GraphBuilder().Fact("a", "SUPPLIES_TO", "b", 0.5, "chips").Fact("a", "CONTROLS", "c");

    [Test]
    public void SameFacts_NoDifference() => Assert.That(FactSetDifference.Between(Base.Set(), Base.Set()).IsEmpty, Is.True);

    [Test]
    public void ChangedFields_AreNamedFromWhatToWhat()
    {
        var after = new GraphBuilder()
            .Fact("a", "SUPPLIES_TO", "b", fact => fact with { Confidence = 0.6, Roles = new Dictionary<string, IReadOnlyList<string>> { ["product"] = ["chips", "sights"] }, Doubts = ["d"] })
            .Fact("a", "CONTROLS", "c");

        Assert.That(Lines(Base.Set(), after.Set()), Is.EqualTo(new[]
        {
            """f01 Changed: roles.product ["chips"] → ["chips","sights"], confidence 0.5 → 0.6, doubts  → ["d"]""",
            "sights Added",
        }));
    }

    [Test]
    public void AddedAndRemoved_HaveAllTheirFields()
    {
        var (few, many) = (new GraphBuilder().Fact("a", "SUPPLIES_TO", "b", 0.5, "chips").Set(), Base.Set());
        var (added, removed) = (FactSetDifference.Between(few, many), FactSetDifference.Between(many, few));

        Assert.That((added.Facts.Single().Kind, removed.Facts.Single().Kind), Is.EqualTo((ChangeKind.Added, ChangeKind.Removed)));
        Assert.That(added.Facts[0].Fields.Select(field => (field.Field, field.From)).Take(3), Is.EqualTo(new (string, string?)[] { ("id", null), ("subject", null), ("type", null) }));
        Assert.That(removed.Facts[0].Fields.Select(field => (field.Field, field.From)), Is.EqualTo(added.Facts[0].Fields.Select(field => (field.Field, field.To))));
    }

    [Test]
    public void EveryFieldOfEveryItem_IsCompared()
    {
        var (full, empty) = (FullFacts.Of(SmallOntology.Model), new FactSet(SmallOntology.Model, [], [], [], []));
        var all = FactSetDifference.Between(empty, full);

        Assert.That(all.Facts.Select(change => change.Id), Is.EqualTo(full.Facts.Select(fact => fact.Id)));
        Assert.That(all.Nodes.Select(change => change.Id), Is.EqualTo(full.Nodes.Select(node => node.Id)));
        Assert.That(all.Sources.Single().Fields.Select(field => field.Field), Is.EqualTo(
            new[] { "id", "shortName", "title", "publisher", "author", "date", "kind", "celex", "url", "note" }));
        Assert.That(all.Conflicts.Single().Fields.Select(field => field.Field), Is.EqualTo(new[] { "id", "facts", "note" }));
    }

    [Test]
    public void OtherOntology_IsADifference()
    {
        var (before, after) = (new FactSet(SmallOntology.Model, [], [], [], []), new FactSet(SmallOntology.With([]), [], [], [], []));
        var difference = FactSetDifference.Between(before, after);

        Assert.That((difference.IsEmpty, difference.IsOntologySame), Is.EqualTo((false, false)));
    }

    private static IEnumerable<string> Lines(FactSet before, FactSet after)
    {
        var difference = FactSetDifference.Between(before, after);
        return difference.Facts.Concat(difference.Nodes).Select(change => $"{change.Id} {change.Kind}" + (change.Kind != ChangeKind.Changed
            ? ""
            : $": {string.Join(", ", change.Fields.Select(field => $"{field.Field} {field.From} → {field.To}"))}"));
    }
}
