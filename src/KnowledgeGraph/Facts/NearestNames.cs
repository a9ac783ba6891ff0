namespace KnowledgeGraph.Facts;

/// <summary>Suggestions for a mistyped name.</summary>
public static class NearestNames
{
    private const int MaxComparedLength = 64;

    /// <summary>The candidates that a typist may have meant, nearest first, ties in ordinal order; empty if none is near.</summary>
    /// <param name="wanted">What was typed.</param>
    /// <param name="candidates">What is allowed.</param>
    /// <param name="count">How many at most.</param>
    /// <remarks>Near: at most a third of the letters differ (edit distance with transposition, Damerau 1964), one contains the other,
    /// or the wanted name is a mistyped beginning of the candidate (SUPLIES for SUPPLIES_TO).</remarks>
    public static IReadOnlyList<string> To(string wanted, IEnumerable<string> candidates, int count = 3)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(candidates);
        var key = Clip(wanted);
        return [.. candidates
            .Select(candidate => (candidate, distance: Score(key, Clip(candidate))))
            .Where(scored => scored.distance < int.MaxValue)
            .OrderBy(scored => scored.distance)
            .ThenBy(scored => scored.candidate, StringComparer.Ordinal)
            .Take(count)
            .Select(scored => scored.candidate)];
    }

    private static string Clip(string text) => text.Length > MaxComparedLength ? NameKey.Of(text[..MaxComparedLength]) : NameKey.Of(text);

    private static int Score(string a, string b)
    {
        var (distance, toBeginning) = Distance(a, b);
        var near = distance <= Math.Max(1, Math.Max(a.Length, b.Length) / 3);
        var contained = Math.Min(a.Length, b.Length) >= 3
            && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));
        var begun = a.Length >= 4 && toBeginning <= a.Length / 4;
        return near || contained || begun ? distance : int.MaxValue;
    }

    /// <summary>The distance to the whole of <paramref name="b"/>, and to the nearest of its beginnings.</summary>
    private static (int Whole, int Beginning) Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(substituted, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, previous) = (previous, current);
        }

        return (previous[b.Length], previous.Min());
    }
}
