using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed;

/// <summary>Reads <c>sources.json</c>.</summary>
internal static class SourceReader
{
    private static readonly string[] Kinds = ["article", "study", "legal-act", "web-page", "dataset", "curation"];

    public static void Read(SeedValue file, SeedDraft draft, ProblemList problems)
    {
        if (SeedTop.Open(file, problems) is not { } top)
        {
            draft.MarkIncomplete(SeedPart.Sources);
            return;
        }

        Read(SeedTop.Items(top, "sources"), draft);
        top.Finish();
    }

    /// <summary>Reads the objects of a list into the draft.</summary>
    public static void Read(IEnumerable<StrictObject> items, SeedDraft draft)
    {
        foreach (var item in items)
        {
            var source = Source(item);
            draft.Keep(item, source, source.Id, SeedPart.Sources, draft.Sources, draft.SourcesById);
        }
    }

    public static Source Source(StrictObject item) => new()
    {
        Id = item.Text("id"),
        ShortName = item.OptionalText("shortName"),
        Title = item.Text("title"),
        Publisher = item.OptionalText("publisher"),
        Author = item.OptionalText("author"),
        Date = item.Date("date"),
        Kind = Kinds[item.Word("kind", Kinds)],
        Celex = item.OptionalText("celex"),
        Url = item.OptionalText("url"),
        Note = item.OptionalText("note"),
    };
}
