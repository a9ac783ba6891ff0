using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Seed.Rules;

namespace KnowledgeGraph.Seed;

/// <summary>
/// Reads an overlay: an assumption about facts that have been checked before, in the JSON of the seed and by its rules. What it adds
/// and changes must be as sound as if it stood in the seed.
/// </summary>
/// <remarks>
/// The form is <c>{ "schemaVersion": 1, "remove": { "nodes", "facts", "edges" }, "change": [ … ], "add": { "sources", "nodes", "facts" } }</c>;
/// README.md beside this file tells it. Linear in the file and the facts.
/// </remarks>
public sealed class OverlayReader
{
    private readonly FactSet set;
    private readonly ProblemList problems;

    private OverlayReader(FactSet set, ProblemList problems) => (this.set, this.problems) = (set, problems);

    /// <summary>Reads an overlay from the disk.</summary>
    /// <param name="path">The file; messages name it as it is written here.</param>
    /// <param name="set">The facts that it is laid over.</param>
    public static OverlayResult Read(string path, FactSet set)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var problems = new ProblemList();
        return Read(path, FileBytes.Read(path, path, problems), set, problems);
    }

    /// <summary>Reads an overlay that is already in memory.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="file">Its content.</param>
    /// <param name="set">The facts that it is laid over.</param>
    public static OverlayResult Read(string name, byte[] file, FactSet set)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Read(name, file, set, new ProblemList());
    }

    private static OverlayResult Read(string name, byte[]? file, FactSet set, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(set);
        var json = file is null ? null : JsonTree.Read(new SeedFile(name, file), problems);
        var overlay = json is not null && SeedTop.Open(json, problems) is { } top ? new OverlayReader(set, problems).Read(top) : null;
        return new OverlayResult(problems.Count == 0 ? overlay : null, problems.Sorted());
    }

    private Overlay Read(StrictObject top)
    {
        var removal = RemovalReader.Read(top.Object("remove"), set, problems);
        var (removedNodes, removedFacts) = (removal.RemovedNodes.ToHashSet(StringComparer.Ordinal), removal.RemovedFacts.ToHashSet(StringComparer.Ordinal));
        var patches = top.Objects("change").Select(item => PatchOf(item, removedFacts)).OfType<FactPatch>().ToList();
        var patched = patches.Select(patch => patch.Id).ToHashSet(StringComparer.Ordinal);
        var draft = SeedDraft.Beside(
            set.Ontology,
            [.. set.Nodes.Where(node => !removedNodes.Contains(node.Id))],
            set.Sources,
            [.. set.Facts.Where(fact => !removedFacts.Contains(fact.Id) && !patched.Contains(fact.Id))]);
        var changed = patches.Select(patch => StrictObject.Of(patch.Json, problems)).OfType<StrictObject>();
        FactReader.Read(top, changed.Concat(Added(top.Object("add"), draft)), draft, problems);
        RequireAny(top);
        top.Finish();
        AllRules.Check(draft, problems);
        return removal with
        {
            ChangedFacts = [.. draft.Facts.Take(patches.Count).Select(fact => fact.Item)],
            AddedSources = [.. draft.Sources.Select(source => source.Item)],
            AddedNodes = [.. draft.Nodes.Select(node => node.Item)],
            AddedFacts = [.. draft.Facts.Skip(patches.Count).Select(fact => fact.Item)],
        };
    }

    private FactPatch? PatchOf(StrictObject item, HashSet<string> removed)
    {
        var id = item.Text("id");
        if (set.FindFact(id) is { } fact && !removed.Contains(id))
        {
            return FactPatch.Of(fact, item.Value, problems);
        }

        if (id.Length > 0)
        {
            var why = removed.Contains(id) ? "is removed above; do one or the other" : $"does not exist{problems.DidYouMean(id, [.. set.Facts.Select(known => known.Id)])}";
            problems.Add(item.Value.At("id"), SeedCode.DanglingFact, $"fact {ProblemList.Quote(id)} {why}");
        }

        return null;
    }

    /// <summary>Reads the sources and nodes added, and gives the facts, which say with the others who entered them.</summary>
    private List<StrictObject> Added(StrictObject? add, SeedDraft draft)
    {
        if (add is null)
        {
            return [];
        }

        SourceReader.Read(add.Objects("sources").Select(item => New(item, "source", id => set.FindSource(id) is not null)), draft);
        NodeReader.Read(add.Objects("nodes").Select(item => New(item, "node", id => set.FindNode(id) is not null)), draft);
        var facts = add.Objects("facts").Select(item => New(item, "fact", id => set.FindFact(id) is not null)).ToList();
        add.Finish();
        return facts;
    }

    /// <summary>What is added has an id of its own, for answers name both sides by id.</summary>
    private StrictObject New(StrictObject item, string what, Predicate<string> stands)
    {
        if (item.Value.Find("id") is { Kind: SeedKind.Text } id && stands(id.Text))
        {
            var change = what == "fact" ? "change it under \"change\", or " : "";
            problems.Add(id.Place, SeedCode.DuplicateId, $"{what} {ProblemList.Quote(id.Text)} stands already; {change}give the new one an id of its own");
        }

        return item;
    }

    private void RequireAny(StrictObject top)
    {
        if (top.Value.Find("remove") is null && top.Value.Find("change") is null && top.Value.Find("add") is null)
        {
            problems.Add(top.Value.Place, SeedCode.MissingProperty, "an overlay has \"remove\", \"change\" or \"add\"; it has none of them");
        }
    }
}
