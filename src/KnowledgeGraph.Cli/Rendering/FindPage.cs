using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>The nodes that go by a name.</summary>
internal static class FindPage
{
    private static readonly string[] Columns = ["id", "name", "type", "country", "matched"];

    /// <summary>The answer in one sentence.</summary>
    internal static string Headline(Answer<FindResult> answer)
    {
        var text = ((FindQuestion)answer.Question).Text;
        var (count, shown) = (answer.Result.Count, answer.Result.Matches.Count);
        return count > 0 ? $"{Plural.Of(count, "node")} for “{text}”{(shown < count ? $", the first {shown} shown" : "")}."
            : answer.Outcome == Outcome.None ? $"Nothing goes by “{text}”."
            : $"Undecided: nothing was found for “{text}”, but the search was cut short.";
    }

    internal static void Write(Page page, Answer<FindResult> answer, FactSet set)
    {
        page.Line(0, 2, Span.Strong(Headline(answer)));
        if (answer.Result.Nearest.Count > 0)
        {
            page.Line(0, 2, $"Near: {string.Join(", ", answer.Result.Nearest.Select(name => $"“{name}”"))}.");
        }

        if (answer.Result.Matches.Count > 0)
        {
            page.Blank();
            TableLayout.Write(page, 0, Columns, [.. answer.Result.Matches.Select(match => Row(match, set))]);
        }

        Footer.Write(page, answer, null);
    }

    private static List<Span> Row(NameMatch match, FactSet set)
    {
        var node = set.FindNode(match.Node);
        var what = match.Part switch
        {
            NamePart.Id => "id",
            NamePart.Name => "name",
            _ => $"alias “{match.Name}”",
        };
        var how = match.How switch
        {
            NameFit.Exact => "",
            NameFit.Prefix => ", start of it",
            _ => ", part of it",
        };
        return [Span.Strong(match.Node), FactWords.Name(set, match.Node), node?.Type ?? "", Countries(set, node), what + how];
    }

    private static string Countries(FactSet set, Node? node) => node is null ? "" : FactWords.Names(set, node.Countries);
}
