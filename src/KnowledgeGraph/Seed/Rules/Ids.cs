using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>Ids are kebab names that a person can type, each given once among items of its kind.</summary>
internal static class Ids
{
    private const int MaxLength = 100;

    public static void Check(SeedDraft draft, ProblemList problems)
    {
        Check(draft.Nodes, node => node.Id, "node", problems);
        Check(draft.Sources, source => source.Id, "source", problems);
        Check(draft.Facts, fact => fact.Id, "fact", problems);
        Check(draft.Conflicts, conflict => conflict.Id, "conflict", problems);
    }

    private static void Check<T>(List<Placed<T>> items, Func<T, string> idOf, string what, ProblemList problems)
    {
        var first = new Dictionary<string, Placed<T>>(StringComparer.Ordinal);
        foreach (var item in items.Where(item => idOf(item.Item).Length > 0))
        {
            var id = idOf(item.Item);
            if (id.Length > MaxLength || !NameForm.IsId(id))
            {
                problems.Add(
                    item.Value.At("id"),
                    SeedCode.MalformedId,
                    $"id {ProblemList.Quote(id)} is malformed; write a-z, 0-9 and - (not first), at most {MaxLength} characters");
            }

            if (!first.TryAdd(id, item))
            {
                problems.Add(
                    item.Value.At("id"),
                    SeedCode.DuplicateId,
                    $"{what} {ProblemList.Quote(id)} stands twice, first at {first[id].Value.At("id")}");
            }
        }
    }
}
