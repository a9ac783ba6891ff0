using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Everything needed to weigh a fact, under the sentence that says it.</summary>
internal static class FactBlock
{
    /// <summary>Standing, confidence, dates, sources and doubts; each source and doubt on a line of its own.</summary>
    /// <param name="page">The page.</param>
    /// <param name="indent">Columns before the id.</param>
    /// <param name="set">What the answer rests on.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="remark">What the question adds to it, or null.</param>
    internal static void Write(Page page, int indent, FactSet set, Fact fact, string? remark = null)
    {
        page.Line(indent, 6, Headline(set, fact, remark));
        var inner = indent + 6;
        if (!fact.IsCurator)
        {
            foreach (var evidence in fact.Evidence)
            {
                page.Line(inner, 2, Span.Faint(FactWords.Place(set, evidence)));
            }
        }

        WriteRemarks(page, inner, set, fact);
    }

    private static List<Span> Headline(FactSet set, Fact fact, string? remark)
    {
        var spans = new List<Span> { Span.Strong(fact.Id), "  ", FactWords.Standing(set, fact) };
        if (!fact.IsCurator)
        {
            spans.Add($", confidence {FactWords.Confidence(fact.Confidence)} ({fact.ConfidenceReason})");
        }

        spans.Add("; " + FactWords.Period(set, fact));
        if (remark is not null)
        {
            spans.Add(Span.Caution($" ({remark})"));
        }

        return spans;
    }

    private static void WriteRemarks(Page page, int indent, FactSet set, Fact fact)
    {
        if (FactWords.Value(set, fact) is { } value && !FactWords.IsValueInReading(set, fact))
        {
            page.Line(indent, 2, $"value: {value}");
        }

        if (fact.Note is { } note)
        {
            page.Line(indent, 2, Span.Faint($"note: {note}"));
        }

        foreach (var doubt in fact.Doubts)
        {
            page.Line(indent, 2, Span.Caution($"doubt: {doubt}"));
        }

        foreach (var conflict in set.ConflictsOf(fact.Id))
        {
            var others = string.Join(", ", conflict.Facts.Where(id => id != fact.Id));
            page.Line(indent, 2, Span.Caution($"disagrees with {others}: see {conflict.Id} below"));
        }
    }
}
