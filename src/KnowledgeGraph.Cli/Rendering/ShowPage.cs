using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Everything known about a node.</summary>
internal static class ShowPage
{
    private static readonly (MentionPart Part, string Title)[] Groups =
    [
        (MentionPart.Subject, "Facts about it"),
        (MentionPart.Object, "Facts of others that lead to it"),
        (MentionPart.Role, "Facts in which it has a role"),
        (MentionPart.Claimant, "Its claims"),
    ];

    /// <summary>The answer in one sentence.</summary>
    internal static string Headline(Answer<ShowResult> answer, FactSet set)
    {
        var node = answer.Result.Node;
        var countries = node.Countries.Count == 0 ? "" : $", {FactWords.Names(set, node.Countries)}";
        return $"{node.Name} ({node.Id}): {node.Type}{countries}; {Plural.Of(answer.Result.Count, "fact")}{Shown(answer)}.";
    }

    private static string Shown(Answer<ShowResult> answer) =>
        answer.Result.Mentions.Count < answer.Result.Count ? $", the first {answer.Result.Mentions.Count} shown" : "";

    internal static void Write(Page page, Answer<ShowResult> answer, FactSet set)
    {
        page.Line(0, 2, Span.Strong(Headline(answer, set)));
        WriteNode(page, answer.Result.Node, set);
        foreach (var (part, title) in Groups)
        {
            WriteGroup(page, title, [.. answer.Result.Mentions.Where(mention => mention.Part == part)], set);
        }

        ConflictList.Write(page, set, answer.Result.Mentions.Select(mention => mention.Fact).ToHashSet(StringComparer.Ordinal));
        Footer.Write(page, answer, null);
    }

    private static void WriteNode(Page page, Node node, FactSet set)
    {
        foreach (var name in node.Names)
        {
            var language = name.Language is { } code ? $", {code}" : "";
            var ambiguous = name.IsAmbiguous ? ", shared with others" : "";
            page.Line(2, 2, name.Text, Span.Faint($"  ({name.Kind.ToText()}{language}{ambiguous})"));
        }

        foreach (var identifier in node.Identifiers)
        {
            var label = set.Ontology.IdentifierSchemes.GetValueOrDefault(identifier.Scheme)?.Label ?? identifier.Scheme;
            page.Line(2, 2, $"{label} {identifier.Value}", Span.Caution(identifier.IsAsPrinted ? " (as printed; its check digit is wrong)" : ""));
        }

        if (node.Note is { } note)
        {
            page.Line(2, 2, $"note: {note}");
        }
    }

    private static void WriteGroup(Page page, string title, List<Mention> mentions, FactSet set)
    {
        if (mentions.Count == 0)
        {
            return;
        }

        page.Blank();
        page.Line(0, Span.Strong($"{title} ({mentions.Count})"));
        foreach (var mention in mentions)
        {
            if (set.FindFact(mention.Fact) is not { } fact)
            {
                continue;
            }

            var role = mention.Role is { } name ? $"{name} of: " : "";
            page.LineWithEdge(2, [$"{role}{mention.Reading}"], Span.Faint(mention.Layer));
            FactBlock.Write(page, 4, set, fact);
        }
    }
}
