using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>
/// Builds small graphs in code. Nodes are companies unless declared; facts get the ids f01, f02, … in the order they are added.
/// </summary>
internal sealed class GraphBuilder
{
    private readonly SortedDictionary<string, Node> nodes = new(StringComparer.Ordinal);
    private readonly List<Fact> facts = [];
    private readonly List<Conflict> conflicts = [];

    /// <summary>Sources that every graph has: one dated to the day, one to the month, one undated.</summary>
    internal static IReadOnlyList<Source> Sources { get; } =
    [
        new Source { Id = "day-source", ShortName = "D1", Title = "Dated to the day", Kind = "article", Date = new PartialDate(2025, 9, 24) },
        new Source { Id = "month-source", ShortName = "D2", Title = "Dated to the month", Kind = "study", Date = new PartialDate(2025, 8) },
        new Source { Id = "undated-source", Title = "Undated", Kind = "web-page" },
    ];

    internal GraphBuilder Node(string id, string type, string? name = null, params NodeName[] names)
    {
        nodes[id] = new Node { Id = id, Type = type, Name = name ?? id, Names = names };
        return this;
    }

    internal GraphBuilder Fact(string subject, string type, string @object, double confidence = 1, string? product = null) =>
        Fact(subject, type, @object, fact => fact with { Confidence = confidence, Roles = product is null ? fact.Roles : Products(product) });

    internal GraphBuilder Fact(string subject, string type, string @object, Func<Fact, Fact> change)
    {
        var fact = change(Blank($"f{facts.Count + 1:D2}", subject, type, @object));
        foreach (var id in FactSet.NodesNamedBy(fact).Where(id => !nodes.ContainsKey(id)))
        {
            Node(id, "Company");
        }

        facts.Add(fact);
        return this;
    }

    internal GraphBuilder Conflict(string id, params string[] factIds)
    {
        conflicts.Add(new Conflict(id, factIds, "They differ."));
        return this;
    }

    internal FactSet Set() => new(SmallOntology.Model, nodes.Values, Sources, facts, conflicts);

    internal EmbeddedGraph Graph() => new(Set());

    internal Answer<TResult> Ask<TResult>(Question<TResult> question, TimeProvider? clock = null)
        where TResult : Result
        => new EmbeddedQueries(Graph(), clock).Ask(question);

    /// <summary>All paths, each written as its nodes with spaces between.</summary>
    internal IEnumerable<string> Paths(string from, string to, GraphFilter? filter = null) =>
        Ask(new PathQuestion { From = from, To = to, Mode = PathMode.All, Filter = filter ?? new() }).Result.Paths
            .Select(path => string.Join(' ', path.Nodes));

    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Products(params string[] products) =>
        new Dictionary<string, IReadOnlyList<string>> { ["product"] = products };

    internal static Fact Blank(string id, string subject, string type, string? @object) => new()
    {
        Id = id,
        Subject = subject,
        Type = type,
        Object = @object,
        Status = FactStatus.Reported,
        Confidence = 1,
        ConfidenceReason = "for tests",
        Evidence = [new Evidence("day-source", "line 1")],
        Statement = $"{subject} {type} {@object}.",
        EnteredBy = "tester",
        EnteredOn = new PartialDate(2026, 1, 15),
    };
}
