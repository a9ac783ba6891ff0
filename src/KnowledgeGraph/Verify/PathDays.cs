using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Verify;

/// <summary>When a path holds: on each day the best over its choices of the least over their hops.</summary>
/// <param name="set">The facts.</param>
/// <param name="path">A path that holds.</param>
internal sealed class PathDays(FactSet set, PathFacts path)
{
    internal Certainty At(DateOnly day)
    {
        Dictionary<WalkState, Certainty>? before = null;
        foreach (var carriers in path.Hops)
        {
            before = carriers
                .Select(carrier => (carrier.After, Word: Least(before?.GetValueOrDefault(carrier.Before) ?? Certainty.Certainly, set.ValidityOf(carrier.Hop.Fact).At(day))))
                .GroupBy(step => step.After, step => step.Word)
                .ToDictionary(group => group.Key, group => group.Max());
        }

        return before?.Values.Max() ?? Certainty.Certainly;
    }

    /// <summary>The runs of days with the same word, in order, without those on which it does not hold; null where they have no end.</summary>
    internal IEnumerable<(DateOnly? From, DateOnly? To, Certainty Word)> Runs()
    {
        var turns = Turns();
        for (var i = 0; i < turns.Count;)
        {
            var (first, word) = (turns[i], At(turns[i]));
            while (++i < turns.Count && At(turns[i]) == word)
            {
            }

            if (word != Certainty.Not)
            {
                yield return (first == DateOnly.MinValue ? null : first, i < turns.Count ? turns[i].AddDays(-1) : null, word);
            }
        }
    }

    private static Certainty Least(Certainty a, Certainty b) => a < b ? a : b;

    /// <summary>The days from which on the word for some fact may be another, ascending; the first of all days among them.</summary>
    private List<DateOnly> Turns()
    {
        var windows = path.Hops.SelectMany(carriers => carriers).Select(carrier => set.ValidityOf(carrier.Hop.Fact)).Distinct().ToList();
        var starts = windows.SelectMany(window => new[] { window.NotBefore, window.CertainFrom });
        var ends = windows.SelectMany(window => new[] { window.CertainTo, window.NotAfter }).Where(day => day < DateOnly.MaxValue).Select(day => day.AddDays(1));
        return [.. starts.Concat(ends).Append(DateOnly.MinValue).Distinct().Order()];
    }
}
