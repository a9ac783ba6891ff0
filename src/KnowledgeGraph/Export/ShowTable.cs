using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Export;

/// <summary>What is known about a node as rows: one for each fact.</summary>
public static class ShowTable
{
    private static readonly string[] Header =
        ["fact", "part", "role", "reading", "statement", "type", "layer", "denied", "value", .. EvidenceColumns.Header];

    /// <summary>The rows, in the order of the answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="set">Its evidence.</param>
    public static AnswerTable Of(Answer<ShowResult> answer, FactSet set)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(set);
        return new AnswerTable(Header, [.. answer.Result.Mentions.Select(mention => Row(mention, set))]);
    }

    private static IReadOnlyList<string> Row(Mention mention, FactSet set)
    {
        var fact = set.FindFact(mention.Fact) ?? throw new KeyNotFoundException($"the evidence lacks fact \"{mention.Fact}\"");
        return [
            mention.Fact,
            mention.Part.ToString().ToLowerInvariant(),
            mention.Role ?? "",
            mention.Reading,
            fact.Statement,
            mention.Type,
            mention.Layer,
            fact.IsDenied ? "yes" : "",
            fact.Value is { } value ? FactValueText.Of(value, set.Ontology) : "",
            .. EvidenceColumns.Of(set, fact)];
    }
}
