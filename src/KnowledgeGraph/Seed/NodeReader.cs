using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed;

/// <summary>Reads a file of nodes.</summary>
internal static class NodeReader
{
    public static void Read(SeedValue file, SeedDraft draft, ProblemList problems)
    {
        if (SeedTop.Open(file, problems) is not { } top)
        {
            draft.MarkIncomplete(SeedPart.Nodes);
            return;
        }

        Read(SeedTop.Items(top, "nodes"), draft);
        top.Finish();
    }

    /// <summary>Reads the objects of a list into the draft.</summary>
    public static void Read(IEnumerable<StrictObject> items, SeedDraft draft)
    {
        foreach (var item in items)
        {
            var node = Node(item);
            draft.Keep(item, node, node.Id, SeedPart.Nodes, draft.Nodes, draft.NodesById);
        }
    }

    public static Node Node(StrictObject item) => new()
    {
        Id = item.Text("id"),
        Type = item.Text("type"),
        Name = item.Text("name"),
        ShortName = item.OptionalText("shortName"),
        Names = [.. item.Objects("names").Select(Name)],
        Countries = item.Texts("country"),
        Identifiers = [.. item.Objects("identifiers").Select(Identifier)],
        Note = item.OptionalText("note"),
    };

    private static NodeName Name(StrictObject item)
    {
        var name = new NodeName(
            item.Text("text"), (NameKind)item.Word("kind", NameKindText.All), item.OptionalText("language"), item.Flag("ambiguous"));
        item.Finish();
        return name;
    }

    private static Identifier Identifier(StrictObject item)
    {
        var identifier = new Identifier(item.Text("scheme"), item.Text("value"), item.Flag("asPrinted"));
        item.Finish();
        return identifier;
    }
}
