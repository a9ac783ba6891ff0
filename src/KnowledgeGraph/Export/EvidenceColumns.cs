using System.Globalization;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Export;

/// <summary>The columns by which a fact is weighed.</summary>
internal static class EvidenceColumns
{
    internal static IReadOnlyList<string> Header { get; } =
        ["status", "claimant", "curator", "confidence", "reason", "validFrom", "validTo", "attested", "sources", "doubts", "conflicts"];

    internal static IEnumerable<string> Of(FactSet set, Fact fact) =>
    [
        fact.Status.ToText(),
        fact.AttributedTo ?? (fact.AttributedToAuthorOf is { } source ? $"author of {source}" : ""),
        fact.IsCurator ? "yes" : "",
        fact.Confidence.ToString("R", CultureInfo.InvariantCulture),
        fact.ConfidenceReason,
        fact.ValidFrom?.ToString() ?? "",
        fact.ValidTo?.ToString() ?? "",
        set.AttestationOf(fact).ToString(),
        string.Join("; ", fact.Evidence.Select(evidence => $"{evidence.Source}: {evidence.Place}")),
        string.Join("; ", fact.Doubts),
        string.Join("; ", set.ConflictsOf(fact.Id).Select(conflict => conflict.Id)),
    ];
}
