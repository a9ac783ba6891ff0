using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed;

/// <summary>Reads <c>conflicts.json</c>.</summary>
internal static class ConflictReader
{
    public static void Read(SeedValue file, SeedDraft draft, ProblemList problems)
    {
        if (SeedTop.Open(file, problems) is not { } top)
        {
            return;
        }

        foreach (var item in SeedTop.Items(top, "conflicts"))
        {
            var conflict = Conflict(item);
            item.Finish();
            draft.Conflicts.Add(new Placed<Conflict>(conflict, item.Value, item.IsSound));
        }

        top.Finish();
    }

    public static Conflict Conflict(StrictObject item)
    {
        if (item.Find("facts") is null)
        {
            item.Missing("facts");
        }

        return new(item.Text("id"), [.. item.Texts("facts").Order(StringComparer.Ordinal)], item.Text("note"));
    }
}
