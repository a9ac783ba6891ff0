using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Export;

/// <summary>Facts that match a pattern as rows: one for each fact.</summary>
public static class FactsTable
{
    private static readonly string[] Header =
        ["fact", "subject", "type", "object", "reading", "statement", "layer", "denied", "value", "certainty", .. EvidenceColumns.Header];

    /// <summary>The rows, in the order of the answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="set">Its evidence.</param>
    public static AnswerTable Of(Answer<FactsResult> answer, FactSet set)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(set);
        return new AnswerTable(Header, [.. answer.Result.Matches.Select(match => Row(match, set))]);
    }

    private static IReadOnlyList<string> Row(FactMatch match, FactSet set)
    {
        var fact = set.FindFact(match.Fact) ?? throw new KeyNotFoundException($"the evidence lacks fact \"{match.Fact}\"");
        return [
            match.Fact,
            fact.Subject,
            match.Type,
            fact.Object ?? "",
            match.Reading,
            fact.Statement,
            match.Layer,
            fact.IsDenied ? "yes" : "",
            match.Value ?? "",
            match.Certainty?.ToString().ToLowerInvariant() ?? "",
            .. EvidenceColumns.Of(set, fact)];
    }
}
