using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query.Search;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>What is known about a node? Every fact that names it, denied ones and forecasts included.</summary>
/// <remarks>
/// Facts about it come before facts in which it is the object, a role or the claimant; within these by edge type, then by id. A node
/// that no fact names gives an empty answer. Linear in its facts.
/// </remarks>
public sealed record ShowQuestion : Question<ShowResult>
{
    /// <summary>Id of the node.</summary>
    public required string NodeId { get; init; }

    /// <inheritdoc/>
    public override string Kind => "show";

    /// <inheritdoc/>
    public override DataNeed NeedIn(OntologyModel ontology) => new DataNeed.About(NodeId);

    internal override void WriteTo(JsonWriter writer) => writer.Field("node", NodeId);

    internal override Finding<ShowResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget)
    {
        var set = graph.Facts;
        var node = graph.NodeAt(graph.IndexOf(NodeId));
        var facts = set.FactsNaming(NodeId)
            .OrderBy(PartIn)
            .ThenBy(fact => fact.Type, StringComparer.Ordinal)
            .ThenBy(fact => fact.Id, StringComparer.Ordinal)
            .ToList();
        var kept = facts.Take(budget.Bounds.Limit).Select(fact => MentionOf(set, fact)).ToList();
        if (kept.Count < facts.Count)
        {
            budget.Stop(StopReason.Limit);
        }

        return new Finding<ShowResult>(
            new ShowResult { Node = node, Count = facts.Count, Mentions = kept }, Outcome.Found, kept.Select(mention => mention.Fact), [NodeId, .. node.Countries]);
    }

    private Mention MentionOf(FactSet set, Fact fact)
    {
        var part = PartIn(fact);
        var role = part == MentionPart.Role ? fact.Roles.Where(pair => pair.Value.Contains(NodeId)).Select(pair => pair.Key).Order(StringComparer.Ordinal).First() : null;
        EdgeType type = set.Ontology.EdgeTypes[fact.Type];
        return new Mention(fact.Id, fact.Type, type.Layer, part, role, HopReading.Of(set, fact.Id, NodeId));
    }

    private MentionPart PartIn(Fact fact) => fact.Subject == NodeId ? MentionPart.Subject
        : fact.Object == NodeId ? MentionPart.Object
        : fact.AttributedTo == NodeId ? MentionPart.Claimant
        : MentionPart.Role;
}

/// <summary>What is known about a node.</summary>
public sealed record ShowResult : Result
{
    /// <summary>The node with its names and identifiers.</summary>
    public required Node Node { get; init; }

    /// <summary>How many facts name it; the limit does not cut this.</summary>
    public required int Count { get; init; }

    /// <summary>The facts that name it.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    internal override IEnumerable<Claim> Claims =>
        [new("facts", [.. Mentions.Select(mention => mention.Fact).Order(StringComparer.Ordinal)])];

    internal override IEnumerable<AnswerItem> Items =>
        [.. Mentions.Select(mention => new AnswerItem(AnswerItem.FactKind, mention.Fact, [new ItemValue("reading", mention.Reading)]))];

    internal override void WriteTo(JsonWriter writer)
    {
        writer.WritePropertyName("node");
        FactJson.Write(writer, Node);
        writer.Field("count", Count);
        writer.List("mentions", Mentions, static (w, mention) => w.Object(mention, static (m, item) =>
        {
            m.Field("fact", item.Fact);
            m.Field("type", item.Type);
            m.Field("layer", item.Layer);
            m.Field("part", item.Part switch
            {
                MentionPart.Subject => "subject",
                MentionPart.Object => "object",
                MentionPart.Role => "role",
                _ => "claimant",
            });
            m.Field("role", item.Role);
            m.Field("reading", item.Reading);
        }));
    }
}

/// <summary>A fact that names a node.</summary>
/// <param name="Fact">The fact's id.</param>
/// <param name="Type">Its edge type.</param>
/// <param name="Layer">The layer of its type.</param>
/// <param name="Part">The node's part in it.</param>
/// <param name="Role">The role it fills, where that is its part.</param>
/// <param name="Reading">The fact in words, read from the node where it is an end.</param>
public sealed record Mention(string Fact, string Type, string Layer, MentionPart Part, string? Role, string Reading);

/// <summary>A node's part in a fact.</summary>
public enum MentionPart
{
    /// <summary>The fact is about it.</summary>
    Subject,

    /// <summary>It stands at the other end.</summary>
    Object,

    /// <summary>It fills a role.</summary>
    Role,

    /// <summary>The fact is its claim.</summary>
    Claimant,
}
