using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Facts that disagree, all sides side by side.</summary>
internal static class ConflictList
{
    /// <summary>Writes each conflict with its note and every fact in it; nothing if there is none.</summary>
    /// <param name="page">The page.</param>
    /// <param name="set">What the answer rests on.</param>
    /// <param name="used">Ids of the facts that the answer uses; the others are marked as not used.</param>
    internal static void Write(Page page, FactSet set, IReadOnlySet<string> used)
    {
        if (set.Conflicts.Count == 0)
        {
            return;
        }

        page.Blank();
        page.Line(0, Span.Strong("Facts that disagree"));
        foreach (var conflict in set.Conflicts)
        {
            page.Line(2, 4, Span.Caution(conflict.Id), $"  {conflict.Note}");
            foreach (var fact in conflict.Facts.Select(set.FindFact).OfType<Fact>())
            {
                page.Line(4, 4, SideOf(set, fact, used.Contains(fact.Id)));
            }
        }
    }

    private static List<Span> SideOf(FactSet set, Fact fact, bool isUsed)
    {
        var value = FactWords.Value(set, fact) is { } text ? $" [{text}]" : "";
        var mark = isUsed ? "" : "; not used here";
        return [
            Span.Strong(fact.Id), $"  {fact.Statement}{value} ",
            Span.Faint($"{FactWords.Standing(set, fact)}, confidence {FactWords.Confidence(fact.Confidence)}; {FactWords.Period(set, fact)}{mark}")];
    }
}
