using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Which paths a question asks for, in words.</summary>
internal static class PathWords
{
    /// <summary>The rules that differ from the defaults, as options.</summary>
    internal static IEnumerable<string> Rules(PathQuestion question) =>
    [
        .. question.Via.Select(node => $"--via {node}"),
        .. question.Edges is { } edges ? new[] { $"--edges \"{edges}\"" } : [],
        .. question.IsOrderedInTime ? new[] { "--in-time-order" } : [],
    ];

    /// <summary>How far was searched.</summary>
    internal static string Scope(PathQuestion question) => question.Mode switch
    {
        PathMode.All => $"within {Hops(question)}",
        PathMode.KShortest => $"for the first {question.K}{ByOrder(question)} within {Hops(question)}",
        PathMode.EdgeDisjoint => $"for up to {Plural.Of(question.K, "edge-disjoint path")} within {Hops(question)}",
        PathMode.NodeDisjoint => $"for up to {Plural.Of(question.K, "node-disjoint path")} within {Hops(question)}",
        _ => $"for the {Best(question)} within {Hops(question)}",
    };

    /// <summary>How many paths, of what kind and length.</summary>
    internal static string Count(Answer<PathsResult> answer)
    {
        var (question, paths) = ((PathQuestion)answer.Question, answer.Result.Paths);
        var (least, most) = (int.MaxValue, 0);
        foreach (var path in paths)
        {
            (least, most) = (Math.Min(least, path.Hops.Count), Math.Max(most, path.Hops.Count));
        }

        var length = least == most ? Plural.Of(most, "hop") : $"{least} to {Plural.Of(most, "hop")}";
        return question.Mode switch
        {
            PathMode.Shortest => $"{Plural.Of(paths.Count, Best(question) + " path")} of {length}",
            PathMode.KShortest => $"the first {Plural.Of(paths.Count, "path")}{ByOrder(question)}, of {length}",
            PathMode.EdgeDisjoint => $"{NoMore(answer)}{Plural.Of(paths.Count, "edge-disjoint path")} of {length}",
            PathMode.NodeDisjoint => $"{NoMore(answer)}{Plural.Of(paths.Count, "node-disjoint path")} of {length}",
            _ => $"{Plural.Of(paths.Count, "path")}{ByOrder(question)} of {length}",
        };
    }

    /// <summary>Fewer disjoint paths than asked for are worth a word: the answer proves that there are no more.</summary>
    private static string NoMore(Answer<PathsResult> answer) =>
        answer.IsExhaustive && answer.Result.Paths.Count < ((PathQuestion)answer.Question).K ? "no more than " : "";

    private static string Hops(PathQuestion question) => Plural.Of(question.MaxHops, "hop");

    private static string Best(PathQuestion question) =>
        question.Order switch { PathOrder.Reliability => "most reliable", PathOrder.Width => "widest", _ => "shortest" };

    private static string ByOrder(PathQuestion question) =>
        question.Order switch { PathOrder.Reliability => " by reliability", PathOrder.Width => " by weakest link", _ => "" };
}
