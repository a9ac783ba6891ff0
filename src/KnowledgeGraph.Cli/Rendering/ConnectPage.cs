using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Connections for people: what ties two nodes, and that no dependence follows from it.</summary>
internal static class ConnectPage
{
    /// <summary>The sentence that goes with every connection.</summary>
    internal const string Warning = "A connection, not a dependence: the hops are read either way, and nobody need depend on anybody.";

    /// <summary>The answer in one sentence.</summary>
    internal static string Headline(Answer<ConnectionsResult> answer, FactSet set)
    {
        var question = (ConnectQuestion)answer.Question;
        var connections = answer.Result.Connections;
        var (from, to) = (FactWords.Name(set, question.From), FactWords.Name(set, question.To));
        if (question.From == question.To)
        {
            return $"{from} is where the question starts and ends: one connection without hops.";
        }

        return connections.Count > 0 ? $"{from} and {to} are connected: {Count(question, connections)}."
            : answer.Outcome == Outcome.None ? $"No: nothing in the data connects {from} and {to}."
            : answer.Result.Gaps.Any(gap => gap != KnowledgeGap.MaxHops) ? $"Not known: the data do not reach far enough to say whether {from} and {to} are connected."
            : answer.IsExhaustive ? $"Undecided: nothing in the data connects {from} and {to} within {Plural.Of(question.MaxHops, "hop")}."
            : $"Undecided: no connection of {from} and {to} was found, but the search was cut short.";
    }

    internal static void Write(Page page, Answer<ConnectionsResult> answer, FactSet set)
    {
        var question = (ConnectQuestion)answer.Question;
        var connections = answer.Result.Connections;
        page.Line(0, 2, Span.Strong(Headline(answer, set)));
        FilterWords.Write(page, question.Filter);
        if (connections.Count > 0)
        {
            page.Line(0, 2, Span.Caution(Warning));
        }

        foreach (var gap in answer.Result.Gaps)
        {
            page.Line(0, 2, Span.Caution(GapText(gap, question, set)));
        }

        for (var i = 0; i < connections.Count; i++)
        {
            page.Blank();
            PathsPage.WritePath(page, i + 1, string.Join(" – ", connections[i].Nodes.Select(id => FactWords.Name(set, id))), connections[i], set);
        }

        var used = connections.SelectMany(path => path.Hops).SelectMany(hop => hop.RestsOn);
        ConflictList.Write(page, set, used.ToHashSet(StringComparer.Ordinal));
        var wanted = question.K is { } k ? $"for the first {k}" : "for the shortest";
        Footer.Write(page, answer, $"{wanted} within {Plural.Of(question.MaxHops, "hop")}");
    }

    private static string Count(ConnectQuestion question, IReadOnlyList<DependencyPath> connections)
    {
        var (least, most) = (connections[0].Hops.Count, connections[^1].Hops.Count);
        var length = least == most ? Plural.Of(most, "hop") : $"{least} to {Plural.Of(most, "hop")}";
        return question.K is null
            ? $"{Plural.Of(connections.Count, "shortest connection")} of {length}"
            : $"the first {Plural.Of(connections.Count, "connection")}, of {length}";
    }

    private static string GapText(KnowledgeGap gap, ConnectQuestion question, FactSet set) => gap switch
    {
        KnowledgeGap.MaxHops => $"More can be reached with more than {Plural.Of(question.MaxHops, "hop")}.",
        KnowledgeGap.FromHasNoFacts => $"No fact of the followed types ties {FactWords.Name(set, question.From)} to anything.",
        _ => $"No fact of the followed types ties {FactWords.Name(set, question.To)} to anything.",
    };
}
