using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using Newtonsoft.Json.Linq;

namespace KnowledgeGraph.Seed;

/// <summary>A file of facts, nodes, sources or conflicts while items in it are changed.</summary>
internal sealed class ThemeFile
{
    private readonly byte[] bytes;
    private readonly TextEdits edits;
    private readonly SeedValue top;
    private readonly SeedValue list;
    private readonly Dictionary<string, int> positions;
    private readonly List<JObject> added = [];
    private readonly HashSet<int> removed = [];

    private ThemeFile(string name, byte[] bytes)
    {
        (Name, Role, this.bytes, edits) = (name, SeedLayout.RoleOf(name), bytes, new TextEdits(bytes));
        top = JsonTree.Read(new SeedFile(name, bytes), new ProblemList())!;
        list = top.Find(ListName(Role))!;
        positions = list.Items.Select((item, i) => (item.Find("id")!.Text, i)).ToDictionary(StringComparer.Ordinal);
    }

    public string Name { get; }

    public SeedRole Role { get; }

    public bool IsChanged => !edits.IsEmpty || added.Count + removed.Count > 0;

    /// <summary>The files of a sound seed that hold items.</summary>
    public static List<ThemeFile> ReadAll(IEnumerable<(string Name, byte[] Bytes)> files) =>
        [.. files.Where(file => SeedLayout.RoleOf(file.Name) != SeedRole.Ontology).Select(file => new ThemeFile(file.Name, file.Bytes))];

    /// <summary>
    /// The file that holds most items of the type of a new one from the same source, else most of its type, else most of its theme,
    /// else the first; a new file where there is none.
    /// </summary>
    public static ThemeFile HomeOf(List<ThemeFile> files, SeedRole role, JObject item, Func<string, string> theme)
    {
        var (type, source) = ((string?)item["type"] ?? "", (string?)item["evidence"]?[0]?["source"] ?? "");
        var home = files.Where(file => file.Role == role)
            .OrderByDescending(file => file.Items.Count(other => other == (type, source)))
            .ThenByDescending(file => file.Items.Count(other => other.Type == type))
            .ThenByDescending(file => file.Items.Count(other => theme(other.Type) == theme(type)))
            .FirstOrDefault();
        if (home is null)
        {
            var name = role switch { SeedRole.Facts => "facts/pulled.json", SeedRole.Nodes => "nodes/pulled.json", _ => SeedLayout.Conflicts };
            home = new ThemeFile(name, Encoding.UTF8.GetBytes($"{{\n  \"schemaVersion\": {SeedTop.SchemaVersion},\n  \"{ListName(role)}\": []\n}}\n"));
            files.Add(home);
        }

        return home;
    }

    public bool Holds(string id) => positions.ContainsKey(id);

    public void Add(JObject item)
    {
        foreach (var name in new[] { "enteredBy", "enteredOn" }.Where(name => top.Find(name)?.Text == (string?)item[name]))
        {
            item.Remove(name);
        }

        added.Add(item);
    }

    public void Remove(string id) => removed.Add(positions[id]);

    public void Change(ItemDifference change, JObject wanted) => new ValueEdit(bytes, edits).ChangeProperties(
        list.Items[positions[change.Id]], wanted, change.Fields.Select(field => field.Field.Split('.')[0]).ToHashSet(StringComparer.Ordinal));

    /// <summary>The file with all changes.</summary>
    public byte[] Content()
    {
        if (list.Items.Count == 0)
        {
            edits.Replace(list.Place.Offset, list.End, SeedText.Spread(new JArray(added), "  "));
            return edits.Apply();
        }

        var entries = new EntryEdit(bytes, edits, list, [.. list.Items.Select(item => (item.Place.Offset, item.End))]);
        foreach (var item in added)
        {
            entries.Insert(list.Items.Count - 1, indent => SeedText.Spread(item, indent));
        }

        foreach (var item in removed)
        {
            entries.Remove(item);
        }

        entries.Finish();
        return edits.Apply();
    }

    private static string ListName(SeedRole role) => role switch
    {
        SeedRole.Facts => "facts",
        SeedRole.Nodes => "nodes",
        SeedRole.Sources => "sources",
        _ => "conflicts",
    };

    private List<(string Type, string Source)> Items => list.Items.ConvertAll(
        item => (item.Find("type")?.Text ?? "", item.Find("evidence")?.Items[0].Find("source")?.Text ?? ""));
}
