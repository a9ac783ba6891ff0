using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>The facts that match a pattern.</summary>
public sealed record FactsResult : Result
{
    /// <summary>How many match; the limit does not cut this.</summary>
    public required int Count { get; init; }

    /// <summary>The facts, by id.</summary>
    public required IReadOnlyList<FactMatch> Matches { get; init; }

    /// <summary>The sets asked for, in the order asked; the limit does not cut these.</summary>
    public required IReadOnlyList<Selection> Selected { get; init; }

    internal override IEnumerable<Claim> Claims =>
    [
        new("facts", [.. Matches.Select(match => match.Fact)]),
        new("certainly", [.. Matches.Where(match => match.Certainty == Certainty.Certainly).Select(match => match.Fact)]),
        new("possibly", [.. Matches.Where(match => match.Certainty == Certainty.Possibly).Select(match => match.Fact)]),
        .. Selected.Select(selection => new Claim(selection.Place, selection.Nodes)),
    ];

    internal override IEnumerable<AnswerItem> Items =>
    [
        .. Matches.Select(match => new AnswerItem(AnswerItem.FactKind, match.Fact, [.. Values(match)])),
        .. Selected.SelectMany(selection => selection.Nodes.Select(node => new AnswerItem(selection.Place, node, []))),
    ];

    internal override IEnumerable<string> DrawnFacts => Matches.Select(match => match.Fact);

    private static IEnumerable<ItemValue> Values(FactMatch match)
    {
        yield return new("reading", match.Reading);
        if (match.Value is { } value)
        {
            yield return new("value", value);
        }

        if (match.Certainty is { } certainty)
        {
            yield return new("on the day asked", PathJson.TextOf(certainty));
        }
    }

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Field("count", Count);
        writer.List("matches", Matches, static (w, match) => w.Object(match, static (m, item) =>
        {
            m.Field("fact", item.Fact);
            m.Field("type", item.Type);
            m.Field("layer", item.Layer);
            m.Field("reading", item.Reading);
            m.Field("value", item.Value);
            m.Field("certainty", item.Certainty is { } certainty ? PathJson.TextOf(certainty) : null);
        }));
        if (Selected.Count > 0)
        {
            writer.List("selected", Selected, static (w, selection) => w.Object(selection, static (s, item) =>
            {
                s.Field("place", item.Place);
                s.List("nodes", item.Nodes, static (n, node) => n.WriteValue(node));
            }));
        }
    }
}

/// <summary>A fact that matches.</summary>
/// <param name="Fact">Its id.</param>
/// <param name="Type">Its edge type.</param>
/// <param name="Layer">The layer of its type.</param>
/// <param name="Reading">The fact in words, from its subject.</param>
/// <param name="Value">Its value as people read it, without the period; null if it has none.</param>
/// <param name="Certainty">Whether it holds on the day asked; null if no day was asked.</param>
public sealed record FactMatch(string Fact, string Type, string Layer, string Reading, string? Value, Certainty? Certainty);

/// <summary>The nodes in one place of the facts that match.</summary>
/// <param name="Place"><c>subject</c>, <c>object</c>, or <c>role:</c> and the name of a role.</param>
/// <param name="Nodes">Ids of the nodes, each once, in ordinal order.</param>
public sealed record Selection(string Place, IReadOnlyList<string> Nodes);
