using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Seed;

/// <summary>An item with the value it was read from, for the places of problems that show only when items are seen together.</summary>
/// <param name="Item">The item; what was wrong or missing in the file is empty in it.</param>
/// <param name="Value">Where it was read.</param>
/// <param name="IsSound">Whether it was read without a problem.</param>
internal sealed record Placed<T>(T Item, SeedValue Value, bool IsSound);

/// <summary>Items that were checked before, without the files they came from.</summary>
internal static class Placed
{
    private static readonly SeedValue Nowhere = new(new SeedFile("data", []), 0, SeedKind.Object);

    public static Placed<T> Elsewhere<T>(T item) => new(item, Nowhere, IsSound: true);
}

/// <summary>The parts of a seed whose ids others point at.</summary>
internal enum SeedPart
{
    Nodes,
    Sources,
    Facts,
}

/// <summary>Everything read so far, for the rules to judge.</summary>
internal sealed class SeedDraft
{
    private readonly HashSet<SeedPart> incomplete = [];

    public OntologyDraft? Ontology { get; set; }

    /// <summary>The ontology, if it was read and is sound: only then can facts be judged by its rules.</summary>
    public OntologyModel? Model { get; set; }

    public List<Placed<Node>> Nodes { get; } = [];

    public List<Placed<Source>> Sources { get; } = [];

    public List<Placed<Fact>> Facts { get; } = [];

    public List<Placed<Conflict>> Conflicts { get; } = [];

    /// <summary>Nodes by id, the first where an id stands twice.</summary>
    public Dictionary<string, Placed<Node>> NodesById { get; } = new(StringComparer.Ordinal);

    /// <summary>Sources by id, the first where an id stands twice.</summary>
    public Dictionary<string, Placed<Source>> SourcesById { get; } = new(StringComparer.Ordinal);

    /// <summary>Facts by id, the first where an id stands twice.</summary>
    public Dictionary<string, Placed<Fact>> FactsById { get; } = new(StringComparer.Ordinal);

    /// <summary>Nodes that stand already, checked before; what is read must agree with them.</summary>
    public IReadOnlyList<Node> StandingNodes { get; private init; } = [];

    /// <summary>Facts that stand already, checked before; what is read must agree with them.</summary>
    public IReadOnlyList<Fact> StandingFacts { get; private init; } = [];

    /// <summary>A draft for what is added to facts that have been checked before.</summary>
    /// <param name="ontology">Their vocabulary.</param>
    /// <param name="nodes">Nodes that stand.</param>
    /// <param name="sources">Sources that stand.</param>
    /// <param name="facts">Facts that stand.</param>
    public static SeedDraft Beside(OntologyModel ontology, IReadOnlyList<Node> nodes, IReadOnlyList<Source> sources, IReadOnlyList<Fact> facts)
    {
        var draft = new SeedDraft
        {
            Ontology = OntologyDraft.Of(ontology),
            Model = ontology,
            StandingNodes = nodes,
            StandingFacts = facts,
        };
        Know(draft.NodesById, nodes, node => node.Id);
        Know(draft.SourcesById, sources, source => source.Id);
        Know(draft.FactsById, facts, fact => fact.Id);
        return draft;
    }

    /// <summary>Takes an item that has been read whole; without an id, nobody can say what references to its part mean.</summary>
    public void Keep<T>(StrictObject item, T read, string id, SeedPart part, List<Placed<T>> list, Dictionary<string, Placed<T>> byId)
    {
        item.Finish();
        var placed = new Placed<T>(read, item.Value, item.IsSound);
        list.Add(placed);
        if (id.Length == 0)
        {
            MarkIncomplete(part);
        }

        byId.TryAdd(id, placed);
    }

    /// <summary>Notes that items of a part could not be read at all, so that a reference to them may be right.</summary>
    public void MarkIncomplete(SeedPart part) => incomplete.Add(part);

    public bool IsComplete(SeedPart part) => !incomplete.Contains(part);

    private static void Know<T>(Dictionary<string, Placed<T>> byId, IReadOnlyList<T> items, Func<T, string> id)
    {
        foreach (var item in items)
        {
            byId.Add(id(item), Placed.Elsewhere(item));
        }
    }
}
