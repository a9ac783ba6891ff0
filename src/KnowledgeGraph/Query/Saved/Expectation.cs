namespace KnowledgeGraph.Query.Saved;

/// <summary>What an answer is expected to say. Only what is written is compared; an answer that a bound cut short never fits.</summary>
/// <param name="Outcome">Found, none or undecided.</param>
/// <param name="Claims">Sets of texts by name.</param>
public sealed record Expectation(Outcome Outcome, IReadOnlyList<Claim> Claims)
{
    /// <summary>The words for outcomes, in the order of the enumeration.</summary>
    internal static IReadOnlyList<string> OutcomeWords { get; } = ["found", "none", "undecided"];

    internal List<string> DifferencesFrom<TResult>(Answer<TResult> answer)
        where TResult : Result
    {
        var differences = new List<string>();
        if (!answer.IsExhaustive)
        {
            differences.Add($"the answer is not exhaustive: the {answer.Stopped.ToString().ToLowerInvariant()} stopped it");
        }

        if (answer.Outcome != Outcome)
        {
            differences.Add($"expected {OutcomeWords[(int)Outcome]}, got {OutcomeWords[(int)answer.Outcome]}");
        }

        var found = answer.Result.Claims.ToList();
        foreach (var claim in Claims)
        {
            differences.AddRange(found.Find(other => other.Name == claim.Name) is { } same
                ? Compare(claim.Name, claim.Items, same.Items)
                : [$"the answer has no \"{claim.Name}\"; it has {string.Join(", ", found.Select(other => other.Name))}"]);
        }

        return differences;
    }

    /// <summary>What one list lacks or has too much; order counts only where nothing else differs.</summary>
    internal static IEnumerable<string> Compare(string name, IReadOnlyList<string> expected, IReadOnlyList<string> found)
    {
        var (missing, extra) = (expected.Except(found).ToList(), found.Except(expected).ToList());
        if (missing.Count > 0)
        {
            yield return $"{name} lacks {string.Join(", ", missing)}";
        }

        if (extra.Count > 0)
        {
            yield return $"{name} has {string.Join(", ", extra)}, not expected";
        }

        if (missing.Count + extra.Count == 0 && !expected.SequenceEqual(found))
        {
            yield return $"{name} come as {string.Join(", ", found)}, in another order or number";
        }
    }
}
