using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Verify;

/// <summary>The evidence that belongs to some facts and nodes.</summary>
/// <param name="Facts">The facts, and those in conflict with them, by id.</param>
/// <param name="Nodes">The nodes named, by id.</param>
/// <param name="Sources">The sources, by id.</param>
/// <param name="Conflicts">The conflicts, by id.</param>
internal sealed record EvidenceText(
    IReadOnlyList<Fact> Facts, IReadOnlyList<Node> Nodes, IReadOnlyList<Source> Sources, IReadOnlyList<Conflict> Conflicts)
{
    internal static EvidenceText Of(FactSet set, IEnumerable<string> factIds, IEnumerable<string> nodeIds)
    {
        var used = factIds.ToHashSet(StringComparer.Ordinal);
        List<Conflict> conflicts = [.. set.Conflicts.Where(conflict => conflict.Facts.Any(used.Contains))];
        var told = used.Concat(conflicts.SelectMany(conflict => conflict.Facts)).ToHashSet(StringComparer.Ordinal);
        List<Fact> facts = [.. set.Facts.Where(fact => told.Contains(fact.Id))];
        var named = nodeIds.Concat(facts.SelectMany(FactSet.NodesNamedBy)).ToHashSet(StringComparer.Ordinal);
        var sources = facts.SelectMany(fact => fact.Evidence.Select(evidence => evidence.Source).Append(fact.AttributedToAuthorOf)).ToHashSet();
        return new EvidenceText(
            facts, [.. set.Nodes.Where(node => named.Contains(node.Id))], [.. set.Sources.Where(source => sources.Contains(source.Id))], conflicts);
    }

    internal void WriteTo(JsonWriter writer)
    {
        writer.List("facts", Facts, FactJson.Write);
        writer.List("nodes", Nodes, static (w, node) => w.Object(node, static (n, item) =>
        {
            n.Field("id", item.Id);
            n.Field("type", item.Type);
            n.Field("name", item.Name);
        }));
        writer.List("sources", Sources, FactJson.Write);
        writer.List("conflicts", Conflicts, FactJson.Write);
    }
}
