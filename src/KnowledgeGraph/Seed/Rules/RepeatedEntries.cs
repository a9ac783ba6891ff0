using System.Globalization;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>No list of ids names one twice, and a conflict is between at least two facts.</summary>
internal static class RepeatedEntries
{
    public static void Check(SeedDraft draft, ProblemList problems)
    {
        foreach (var node in draft.Nodes)
        {
            Check(node.Value.Find("country"), "country", problems);
        }

        foreach (var role in draft.Facts.SelectMany(fact => fact.Value.Find("roles")?.Properties ?? []))
        {
            Check(role.Value, role.Name, problems);
        }

        foreach (var conflict in draft.Conflicts)
        {
            Check(conflict.Value.Find("facts"), "facts", problems);
            if (conflict.IsSound && conflict.Item.Facts.Distinct(StringComparer.Ordinal).Count() is var count and < 2)
            {
                problems.Add(
                    conflict.Value.At("facts"),
                    SeedCode.SmallConflict,
                    string.Create(CultureInfo.InvariantCulture, $"a conflict is between two facts or more, found {count}; for one fact in question use its \"doubts\""));
            }
        }
    }

    private static void Check(SeedValue? list, string name, ProblemList problems)
    {
        if (list is not { Items.Count: > 1 })
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in list.Items.Where(entry => entry.Kind == SeedKind.Text && !seen.Add(entry.Text)))
        {
            problems.Add(
                entry.Place,
                SeedCode.RepeatedEntry,
                $"{ProblemList.Quote(entry.Text)} stands twice in {ProblemList.Quote(name)}; keep one");
        }
    }
}
