using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Verify;

/// <summary>Gathers what checking an answer brings to light.</summary>
internal sealed class Findings
{
    private readonly List<VerificationProblem> problems = [];
    private readonly List<string> proven = [];
    private readonly List<string> unproven = [];

    internal int Problems => problems.Count;

    internal void Wrong(string what, string where, string expected, string found)
    {
        if (problems.Count < VerificationReport.MostProblems)
        {
            problems.Add(new VerificationProblem(what, where, expected, found));
        }
    }

    /// <summary>Something wrong with a value, which knows its place.</summary>
    internal void Wrong(string what, string where, SeedValue value, string expected, string? found = null) =>
        Wrong(what, $"{where} ({value.Place.InFile()})", expected, found ?? JsonDifference.Text(value));

    /// <summary>A count with its noun, given in the plural.</summary>
    internal static string Count(int count, string plural) => count == 1 ? $"1 {plural[..^1]}" : $"{count} {plural}";

    internal void Prove(string what) => proven.Add(what);

    internal void Leave(string what) => unproven.Add(what);

    internal VerificationReport Report(string kind) => new(kind, problems, proven, unproven);
}
