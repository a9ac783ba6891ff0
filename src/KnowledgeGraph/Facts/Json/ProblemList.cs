namespace KnowledgeGraph.Facts.Json;

/// <summary>Problems as they are found, bounded in number and in the work spent on suggestions.</summary>
internal sealed class ProblemList
{
    public const int Limit = 1000;
    private const int ListedAtMost = 30;
    private const int QuotedLength = 60;

    private readonly List<SeedProblem> kept = [];

    // Comparing a wrong id with every right one is quadratic where all are wrong; past this many comparisons no nearest match is named.
    private int comparisonsLeft = 200_000;

    /// <summary>All problems so far, those beyond the limit included.</summary>
    public int Count { get; private set; }

    public void Add(Place place, string code, string message)
    {
        if (Count++ < Limit)
        {
            var (line, column) = place.File.Position(place.Offset);
            kept.Add(new SeedProblem(place.File.Name, line, column, code, message));
        }
    }

    public void Add(string file, string code, string message)
    {
        if (Count++ < Limit)
        {
            kept.Add(new SeedProblem(file, 1, 1, code, message));
        }
    }

    public IReadOnlyList<SeedProblem> Sorted()
    {
        IEnumerable<SeedProblem> sorted = kept
            .OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Column)
            .ThenBy(problem => problem.Code, StringComparer.Ordinal)
            .ThenBy(problem => problem.Message, StringComparer.Ordinal);
        return Count <= Limit
            ? [.. sorted]
            : [.. sorted, new(".", 1, 1, SeedCode.MoreProblems, $"{Count - Limit} more {(Count - Limit == 1 ? "problem is" : "problems are")} not shown; mend these first")];
    }

    /// <summary>All problems so far, which are forgotten; what was spent on suggestions is not.</summary>
    public IReadOnlyList<SeedProblem> Take()
    {
        var taken = Sorted();
        kept.Clear();
        Count = 0;
        return taken;
    }

    /// <summary>The end of a message about an unknown name: what may have been meant, or what is allowed where that is short.</summary>
    public string DidYouMean(string wanted, IReadOnlyCollection<string> allowed)
    {
        if (Count >= Limit || comparisonsLeft < allowed.Count)
        {
            return "";
        }

        comparisonsLeft -= allowed.Count;
        var near = NearestNames.To(wanted, allowed);
        return near.Count > 0 ? $"; did you mean {Or(near)}?"
            : allowed.Count is > 0 and <= ListedAtMost ? $"; allowed: {string.Join(", ", allowed)}"
            : "";
    }

    /// <summary>Text from a file in quotation marks: clipped, and without characters that a terminal would obey.</summary>
    public static string Quote(string text)
    {
        var clipped = text.Length > QuotedLength ? string.Concat(text.AsSpan(0, QuotedLength), "…") : text;
        return $"\"{string.Concat(clipped.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c))}\"";
    }

    /// <summary>Names as people list them: <c>a, b or c</c>.</summary>
    public static string Or(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
}
