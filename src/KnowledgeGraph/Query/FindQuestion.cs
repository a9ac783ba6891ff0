using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query.Search;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>Which nodes go by a name? Looks at ids, names and aliases in any case, Latin or Cyrillic.</summary>
/// <remarks>
/// Exact matches come before prefixes, prefixes before other substrings, then by id; a node stands once, with its best match. Nothing
/// found gives the nearest names instead. Linear in the names.
/// </remarks>
public sealed record FindQuestion : Question<FindResult>
{
    /// <summary>The text as typed; compared as <see cref="NameKey"/> says.</summary>
    public required string Text { get; init; }

    /// <summary>Whether only whole names count: exact matches alone, found by an index where the facts have one, and no nearest names.</summary>
    public bool IsWholeName { get; init; }

    /// <inheritdoc/>
    public override string Kind => "find";

    /// <inheritdoc/>
    public override DataNeed NeedIn(OntologyModel ontology) => new DataNeed.Names(Text);

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("text", Text);
        writer.Flag("wholeName", IsWholeName);
    }

    internal override Finding<FindResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget)
    {
        var key = NameKey.Of(Text);
        var matches = key.Length == 0 ? [] : Matches(graph.Facts, key, budget);
        var kept = matches.Take(budget.Bounds.Limit).ToList();
        if (kept.Count < matches.Count)
        {
            budget.Stop(StopReason.Limit);
        }

        var nearest = !IsWholeName && kept.Count == 0 && budget.Stopped == StopReason.None ? Nearest(graph.Facts) : [];
        var outcome = kept.Count > 0 ? Outcome.Found : budget.Stopped == StopReason.None ? Outcome.None : Outcome.Undecided;
        return new Finding<FindResult>(new FindResult { Count = matches.Count, Matches = kept, Nearest = nearest }, outcome, [], kept.Select(match => match.Node));
    }

    private List<NameMatch> Matches(FactSet set, string key, SearchBudget budget)
    {
        var matches = new List<NameMatch>();
        foreach (var node in IsWholeName ? set.NodesGoingBy(key) : set.Nodes)
        {
            if (!budget.Step())
            {
                break;
            }

            if (BestMatch(node, key) is { } match && (!IsWholeName || match.How == NameFit.Exact))
            {
                matches.Add(match);
            }
        }

        matches.Sort(static (a, b) => a.How != b.How ? a.How - b.How : string.CompareOrdinal(a.Node, b.Node));
        return matches;
    }

    /// <summary>The best fit of a node's names; among equals the id, then the name, then the first alias.</summary>
    private static NameMatch? BestMatch(Node node, string key)
    {
        var best = Better(Better(null, node.Id, NamePart.Id), node.Name, NamePart.Name);
        foreach (var name in node.Names)
        {
            best = Better(best, name.Text, NamePart.Alias);
        }

        return best;

        NameMatch? Better(NameMatch? match, string name, NamePart part) =>
            Compare(NameKey.Of(name), key) is { } fit && (match is null || fit < match.How) ? new NameMatch(node.Id, name, part, fit) : match;
    }

    private static NameFit? Compare(string name, string key) =>
        !name.Contains(key, StringComparison.Ordinal) ? null
        : name.Length == key.Length ? NameFit.Exact
        : name.StartsWith(key, StringComparison.Ordinal) ? NameFit.Prefix
        : NameFit.Substring;

    private List<string> Nearest(FactSet set) =>
        [.. NearestNames.To(Text, set.Nodes.SelectMany(node => node.Names.Select(name => name.Text).Append(node.Name)).Distinct(StringComparer.Ordinal))];
}

/// <summary>The nodes that go by a name.</summary>
public sealed record FindResult : Result
{
    /// <summary>How many go by the name; the limit does not cut this.</summary>
    public required int Count { get; init; }

    /// <summary>The matches, best first.</summary>
    public required IReadOnlyList<NameMatch> Matches { get; init; }

    /// <summary>Where nothing matches: the nearest names, at most three.</summary>
    public required IReadOnlyList<string> Nearest { get; init; }

    internal override IEnumerable<Claim> Claims => [new("nodes", [.. Matches.Select(match => match.Node)])];

    internal override IEnumerable<AnswerItem> Items =>
        [.. Matches.Select(match => new AnswerItem("node", match.Node, [new ItemValue("name", match.Name)]))];

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("count", Count);
        writer.List("matches", Matches, static (w, match) => w.Object(match, static (m, item) =>
        {
            m.Field("node", item.Node);
            m.Field("name", item.Name);
            m.Field("part", item.Part switch { NamePart.Id => "id", NamePart.Name => "name", _ => "alias" });
            m.Field("fit", item.How switch { NameFit.Exact => "exact", NameFit.Prefix => "prefix", _ => "substring" });
        }));
        writer.Field("nearest", Nearest);
    }
}

/// <summary>A node that goes by a name.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Name">The name that matched.</param>
/// <param name="Part">Whether that is its id, its name or an alias.</param>
/// <param name="How">How well it matched.</param>
public sealed record NameMatch(string Node, string Name, NamePart Part, NameFit How);

/// <summary>What a name is to its node; in the order in which FROM and TO are looked up.</summary>
public enum NamePart
{
    /// <summary>Its id.</summary>
    Id,

    /// <summary>The name it is shown under.</summary>
    Name,

    /// <summary>A further name.</summary>
    Alias,
}

/// <summary>How well a name matches, best first.</summary>
public enum NameFit
{
    /// <summary>The same.</summary>
    Exact,

    /// <summary>It starts with the text.</summary>
    Prefix,

    /// <summary>It contains the text.</summary>
    Substring,
}
