using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Export;

/// <summary>Paths as rows: one for each fact of each hop.</summary>
public static class PathsTable
{
    private static readonly string[] Header =
        ["path", "hop", "from", "to", "reading", "layer", "fact", "type", "products", "productRule", .. EvidenceColumns.Header, "holds"];

    /// <summary>The rows, by path, hop, and the order of its facts. A path without hops has none.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="set">Its evidence.</param>
    public static AnswerTable Of(Answer<PathsResult> answer, FactSet set)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(set);
        return Of(answer.Result.Paths, ((PathQuestion)answer.Question).Filter.Products, set);
    }

    /// <summary>Connections as rows of the same columns; a hop reads from the side it is travelled.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="set">Its evidence.</param>
    public static AnswerTable Of(Answer<ConnectionsResult> answer, FactSet set)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(set);
        return Of(answer.Result.Connections, ProductRule.Any, set);
    }

    private static AnswerTable Of(IReadOnlyList<DependencyPath> paths, ProductRule rule, FactSet set) =>
        new(Header, [.. paths.SelectMany((path, i) => Rows(i + 1, path, rule, set))]);

    private static IEnumerable<IReadOnlyList<string>> Rows(int number, DependencyPath path, ProductRule rule, FactSet set)
    {
        var holds = string.Join("; ", path.Windows.Select(Window));
        for (var hop = 0; hop < path.Hops.Count; hop++)
        {
            foreach (var used in path.Hops[hop].Facts)
            {
                yield return [Text(number), Text(hop + 1), .. Row(path.Hops[hop], used, rule, set), holds];
            }
        }
    }

    private static IEnumerable<string> Row(Hop hop, HopFact used, ProductRule rule, FactSet set)
    {
        var fact = set.FindFact(used.Id) ?? throw new KeyNotFoundException($"the evidence lacks fact \"{used.Id}\"");
        return [hop.From, hop.To, HopReading.Of(set, used.Id, hop.From), used.Layer, used.Id, fact.Type,
            string.Join("; ", used.Products), ProductRuleText.Of(rule, used.IsUnspecified), .. EvidenceColumns.Of(set, fact)];
    }

    private static string Window(HoldingWindow window) =>
        string.Create(CultureInfo.InvariantCulture, $"{window.Certainty.ToString().ToLowerInvariant()} {window.From:yyyy-MM-dd}..{window.To:yyyy-MM-dd}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
