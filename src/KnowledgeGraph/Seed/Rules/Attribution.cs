using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>A claim has one claimant: a node, or the author of a source that names one.</summary>
internal static class Attribution
{
    public static void Check(SeedDraft draft, ProblemList problems)
    {
        foreach (var fact in draft.Facts)
        {
            if (fact.Value.Find("attributedTo") is not null && fact.Value.Find("attributedToAuthorOf") is not null)
            {
                problems.Add(
                    fact.Value.AtName("attributedToAuthorOf"),
                    SeedCode.TwoAttributions,
                    "\"attributedToAuthorOf\" cannot stand beside \"attributedTo\"; keep one");
            }

            if (fact.Item.AttributedToAuthorOf is { } id
                && draft.SourcesById.TryGetValue(id, out var source) && source.Item.Author is null && source.Value.Find("author") is null)
            {
                problems.Add(
                    fact.Value.At("attributedToAuthorOf"),
                    SeedCode.NoAuthor,
                    $"source {ProblemList.Quote(id)} has no \"author\"; {(draft.Sources.Contains(source) ? $"add one at {source.Value.Place} or " : "")}leave the attribution out");
            }
        }
    }
}
