using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>What a node needs and who can supply it, then whose loss leaves it without.</summary>
internal static class AlternativesPage
{
    private static readonly string[] Columns = ["component", "of", "suppliers", "least losses"];

    /// <summary>The answer in one sentence.</summary>
    internal static string Headline(Answer<AlternativesResult> answer, FactSet set)
    {
        var question = (AlternativesQuestion)answer.Question;
        var result = answer.Result;
        var name = FactWords.Name(set, question.Target);
        var upTo = question.MaxSize == 1 ? "one supplier" : $"up to {question.MaxSize} suppliers";
        if (result.Losses.Count > 0)
        {
            var sizes = result.Losses.CountBy(loss => loss.Suppliers.Count).Select(pair => Losses(pair.Key, pair.Value));
            return $"{name} would lack something it needs if it lost {string.Join(", or ", sizes)}{(answer.IsExhaustive ? "" : ", at least")}.";
        }

        return result.Needs.Count == 0 && answer.IsExhaustive ? $"Not known: of the facts asked, none says what {name} is made of or who makes or supplies it."
            : answer.Outcome == Outcome.None ? $"No: no loss of {upTo} is known to leave {name} without something it needs."
            : "Undecided: no loss was found before the search was cut short.";
    }

    internal static void Write(Page page, Answer<AlternativesResult> answer, FactSet set)
    {
        var question = (AlternativesQuestion)answer.Question;
        var result = answer.Result;
        page.Line(0, 2, Span.Strong(Headline(answer, set)));
        FilterWords.Write(page, question.Filter);
        if (result.LeftOut > 0)
        {
            page.Line(0, 2, Span.Caution($"{Plural.Of(result.LeftOut, "fact")} without a product left out; count them with --allow-unspecified."));
        }

        if (result.Needs.Count > 0)
        {
            page.Blank();
            TableLayout.Write(page, 0, Columns, [.. result.Needs.Select(need => Row(need, question, set))]);
            WriteWholes(page, result, set);
        }

        if (result.Losses.Count > 0)
        {
            page.Blank();
        }

        foreach (var loss in result.Losses)
        {
            page.Line(0, 4, "without ", Span.Strong(FactWords.Names(set, loss.Suppliers)), $": {Missing(loss, question, set)}");
        }

        ConflictList.Write(page, set, result.Needs.SelectMany(need => need.Alternatives).SelectMany(alternative => alternative.RestsOn).ToHashSet(StringComparer.Ordinal));
        Footer.Write(page, answer, $"for {(question.MaxSize == 1 ? "losses of one supplier" : $"losses of up to {question.MaxSize} suppliers")}");
    }

    private static string Losses(int size, int count) => (size, count) switch
    {
        (1, 1) => "one supplier",
        (1, _) => $"any of {count} suppliers",
        (_, 1) => $"one set of {size}",
        _ => $"any of {count} sets of {size}",
    };

    private static List<Span> Row(Need need, AlternativesQuestion question, FactSet set) =>
    [
        Span.Strong(need.Product is null ? "unspecified component" : need.Product == need.Of ? $"{FactWords.Name(set, need.Of)} itself" : FactWords.Name(set, need.Product)),
        need.Product == need.Of ? "" : FactWords.Name(set, need.Of),
        string.Join("; or ", need.Alternatives.Select((alternative, i) => (i > 0 ? $"{FactWords.Name(set, alternative.Product!)} ({string.Join(", ", alternative.Facts)}): " : "") + Suppliers(alternative, set))),
        need.LeastLosses?.ToString(CultureInfo.InvariantCulture) ?? (need.Alternatives.Any(alternative => alternative.Suppliers.Count == 0) ? "not known" : $"over {question.MaxSize}"),
    ];

    private static string Suppliers(Alternative alternative, FactSet set) => alternative.Suppliers.Count == 0
        ? "none known"
        : string.Join(", ", alternative.Suppliers.Select(supplier => $"{FactWords.Name(set, supplier.Node)} ({string.Join(", ", supplier.Facts)})"));

    /// <summary>A country named as a supplier may stand for the very firms beside it.</summary>
    private static void WriteWholes(Page page, AlternativesResult result, FactSet set)
    {
        foreach (var alternative in result.Needs.SelectMany(need => need.Alternatives))
        {
            var nodes = alternative.Suppliers.Select(supplier => supplier.Node).ToList();
            foreach (var whole in nodes.Where(node => nodes.Any(other => other != node && set.FindNode(other)?.Countries.Contains(node) == true)))
            {
                page.Blank();
                page.Line(0, 2, Span.Caution($"{FactWords.Name(set, whole)} may stand for the suppliers in it; --avoid {whole} counts only those named."));
            }
        }
    }

    private static string Missing(Loss loss, AlternativesQuestion question, FactSet set) => string.Join(", ", [
        .. loss.Without.Select(product => product == question.Target ? $"no maker of {FactWords.Name(set, product)}" : $"no {FactWords.Name(set, product)}"),
        .. loss.IsWithoutUnstated ? new[] { "an unspecified component less" } : []]);
}
