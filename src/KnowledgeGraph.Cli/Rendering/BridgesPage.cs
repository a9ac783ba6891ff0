using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>What holds together all that a node is connected with: nodes first, then links, each with what it cuts off.</summary>
internal static class BridgesPage
{
    /// <summary>So many names say what is behind; the count says the rest.</summary>
    private const int ShownNames = 4;

    private static readonly string[] PointColumns = ["without", "cuts off", "of them the nearest"];
    private static readonly string[] BridgeColumns = ["without the link", "facts", "cuts off", "of them the nearest"];

    /// <summary>The answer in one sentence.</summary>
    internal static string Headline(Answer<BridgesResult> answer, FactSet set)
    {
        var result = answer.Result;
        var question = (BridgesQuestion)answer.Question;
        var name = FactWords.Name(set, question.Anchor);
        var connected = $"{name} is connected with {Plural.Of(result.Nodes - 1, "node")} {Scope(question)} by {Plural.Of(result.Links, "link")}";
        return answer.Outcome == Outcome.Found ? $"{connected}; {Found(result)}."
            : result.Gaps.Contains(KnowledgeGap.FromHasNoFacts) ? $"Not known: no fact of the followed types ties {name} to anything."
            : answer.Outcome == Outcome.None && result.Nodes == 1 ? $"No: of the facts asked, none ties {name} to anything."
            : answer.Outcome == Outcome.None ? $"No: {connected}, and no single node or link holds them together."
            : result.Gaps.Count > 0 ? $"Undecided: {connected}, and no single node or link holds them together, but more lies beyond."
            : $"Undecided: the search for what {name} is connected with was cut short.";
    }

    internal static void Write(Page page, Answer<BridgesResult> answer, FactSet set)
    {
        var result = answer.Result;
        var question = (BridgesQuestion)answer.Question;
        page.Line(0, 2, Span.Strong(Headline(answer, set)));
        FilterWords.Write(page, question.Filter with { Products = ProductRule.Consistent });
        if (answer.Outcome == Outcome.Found)
        {
            page.Line(0, 2, Span.Caution(ConnectPage.Warning));
        }

        if (result.Gaps.Contains(KnowledgeGap.MaxHops))
        {
            page.Line(0, 2, Span.Caution($"More is connected beyond {Plural.Of(question.MaxHops ?? 0, "hop")}: what is cut off here may hang together there; leave --max-hops out for the whole."));
        }

        WriteParts(page, result, FactWords.Name(set, question.Anchor), set);
        WriteTable(page, PointColumns, [.. result.Points.Select(point => Row(point, set))]);
        WriteTable(page, BridgeColumns, [.. result.Bridges.Select(bridge => Row(bridge, set))]);
        var used = result.Members.SelectMany(member => member.Path.Hops).SelectMany(hop => hop.RestsOn);
        ConflictList.Write(page, set, used.ToHashSet(StringComparer.Ordinal));
        Footer.Write(page, answer, Scope(question));
    }

    private static void WriteTable(Page page, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<Span>> rows)
    {
        if (rows.Count > 0)
        {
            page.Blank();
            TableLayout.Write(page, 0, columns, rows);
        }
    }

    private static void WriteParts(Page page, BridgesResult result, string name, FactSet set)
    {
        if (result.Parts.Count == 0)
        {
            return;
        }

        page.Blank();
        page.Line(0, 2, $"{name} itself holds {result.PartCount} parts together:");
        foreach (var part in result.Parts)
        {
            page.Line(2, 4, Span.Strong(Plural.Of(part.Size, "node")), $": {Names(part.Nodes, part.Size, set)}");
        }
    }

    private static List<Span> Row(CutPoint point, FactSet set) =>
        [Span.Strong(FactWords.Name(set, point.Node)), point.CutsOff.ToString(CultureInfo.InvariantCulture), Names(point.CutOff, point.CutsOff, set)];

    private static List<Span> Row(Bridge bridge, FactSet set) =>
    [
        Span.Strong($"{FactWords.Name(set, bridge.Link.From)} – {FactWords.Name(set, bridge.Link.To)}"),
        string.Join(", ", bridge.Link.Facts.Select(fact => fact.Id)),
        bridge.CutsOff.ToString(CultureInfo.InvariantCulture),
        Names(bridge.CutOff, bridge.CutsOff, set),
    ];

    private static string Names(IReadOnlyList<string> nodes, int count, FactSet set) =>
        FactWords.Names(set, nodes.Take(ShownNames)) + (count > ShownNames ? $" and {count - ShownNames} more" : "");

    private static string Found(BridgesResult result)
    {
        var points = $"{Plural.Of(result.PointCount, "other node")} and {Plural.Of(result.BridgeCount, "link")} hold some of them alone";
        return result.PartCount > 0 ? $"{points}, and so does it itself" : points;
    }

    private static string Scope(BridgesQuestion question) => question.MaxHops is { } hops ? $"within {Plural.Of(hops, "hop")}" : "at any distance";
}
