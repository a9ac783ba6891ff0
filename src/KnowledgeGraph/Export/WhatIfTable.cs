using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Export;

/// <summary>What differs under an overlay as rows: one for each thing lost or gained, and for each value that changed.</summary>
public static class WhatIfTable
{
    private static readonly string[] Header = ["change", "kind", "id", "name", "value", "before", "after"];

    /// <summary>The rows: lost, gained, changed, each in the order of the answers.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="set">Facts of both sides, to look names up in.</param>
    public static AnswerTable Of<TResult>(WhatIfAnswer<TResult> answer, FactSet set)
        where TResult : Result
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(set);
        var difference = answer.Difference;
        return new AnswerTable(Header, [
            .. difference.Lost.Select(item => (IReadOnlyList<string>)[answer.IsTakenAway(item) ? "taken away" : "lost", item.Kind, item.Id, NameOf(item.Id, set), "", Text(item), ""]),
            .. difference.Gained.Select(item => (IReadOnlyList<string>)["gained", item.Kind, item.Id, NameOf(item.Id, set), "", "", Text(item)]),
            .. difference.Changed.SelectMany(change => change.Values.Select(value =>
                (IReadOnlyList<string>)["changed", change.Kind, change.Id, NameOf(change.Id, set), value.Name, value.Before ?? "", value.After ?? ""])),
        ]);
    }

    /// <summary>The name of a node, the statement of a fact; empty for anything else.</summary>
    private static string NameOf(string id, FactSet set) => set.FindNode(id)?.Name ?? set.FindFact(id)?.Statement ?? "";

    private static string Text(AnswerItem item) => string.Join("; ", item.Values.Select(value => $"{value.Name} {value.Text}"));
}
