using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>What differs between two fact sets: every item with what it says, and every field that changed, from what to what.</summary>
internal static class DifferencePage
{
    /// <summary>The difference in one sentence.</summary>
    internal static string Headline(FactSetDifference difference)
    {
        if (difference.IsEmpty)
        {
            return "No difference.";
        }

        string[] parts =
        [
            .. Count(difference.Facts, "fact"), .. Count(difference.Nodes, "node"), .. Count(difference.Sources, "source"),
            .. Count(difference.Conflicts, "conflict"), .. difference.IsOntologySame ? Array.Empty<string>() : ["the ontology changed"],
        ];
        return string.Join("; ", parts) + ".";
    }

    /// <param name="page">The page.</param>
    /// <param name="difference">The difference.</param>
    /// <param name="before">The older facts.</param>
    /// <param name="after">The newer facts.</param>
    internal static void Write(Page page, FactSetDifference difference, FactSet before, FactSet after)
    {
        Write(page, "fact", difference.Facts, id => (after.FindFact(id) ?? before.FindFact(id))!.Statement);
        Write(page, "node", difference.Nodes, id => (after.FindNode(id) ?? before.FindNode(id))!.Name);
        Write(page, "source", difference.Sources, id => (after.FindSource(id) ?? before.FindSource(id))!.Title);
        Write(page, "conflict", difference.Conflicts, id => (Conflict(after, id) ?? Conflict(before, id))!.Note);
    }

    private static Conflict? Conflict(FactSet set, string id) => set.Conflicts.FirstOrDefault(conflict => conflict.Id == id);

    private static IEnumerable<string> Count(IReadOnlyList<ItemDifference> changes, string noun)
    {
        (ChangeKind Kind, int Count)[] counts =
            [.. new[] { ChangeKind.Added, ChangeKind.Removed, ChangeKind.Changed }.Select(kind => (kind, changes.Count(change => change.Kind == kind)))];
        return counts.Where(count => count.Count > 0).Select(count => $"{Plural.Of(count.Count, noun)} {DifferenceTable.TextOf(count.Kind)}");
    }

    private static void Write(Page page, string noun, IReadOnlyList<ItemDifference> changes, Func<string, string> words)
    {
        foreach (var change in changes)
        {
            page.Blank();
            page.Line(0, 2, $"{noun} ", Span.Strong(change.Id), $" {DifferenceTable.TextOf(change.Kind)}: {words(change.Id)}");
            foreach (var field in change.Kind == ChangeKind.Changed ? change.Fields : [])
            {
                page.Line(2, 4, Span.Faint($"{field.Field}: "), $"{Text(field.From)} → {Text(field.To)}");
            }
        }
    }

    private static string Text(string? json) => json is null ? "nothing" : FieldText.Of(json);
}
