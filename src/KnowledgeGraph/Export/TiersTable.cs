using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Export;

/// <summary>Tiers as rows: one for each node.</summary>
public static class TiersTable
{
    private static readonly string[] Header =
        ["tier", "node", "name", "type", "products", "path", "facts", "weakest", "product", "certainty", "productRule"];

    /// <summary>The rows, by tier, then by node.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="set">Its evidence.</param>
    public static AnswerTable Of(Answer<TiersResult> answer, FactSet set)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(set);
        var rule = answer.Question is TierQuestion tiers ? tiers.Filter.Products : ProductRule.Any;
        return new AnswerTable(Header, [.. answer.Result.Members.Select(member => Row(member, rule, set))]);
    }

    private static IReadOnlyList<string> Row(TierMember member, ProductRule rule, FactSet set)
    {
        var path = member.Path;
        var node = set.FindNode(member.Node);
        var hop = path.Nodes[0] == member.Node ? path.Hops[0] : path.Hops[^1];
        return [
            member.Tier.ToString(CultureInfo.InvariantCulture),
            member.Node,
            node?.Name ?? "",
            node?.Type ?? "",
            string.Join("; ", hop.Facts.SelectMany(fact => fact.Products).Distinct()),
            .. PathColumns.Of(path, rule)];
    }
}
