namespace KnowledgeGraph.Query.Saved;

/// <summary>A set made of two sets of the parts.</summary>
/// <param name="Name">Its name within the saved question.</param>
/// <param name="Kind">How it is made.</param>
/// <param name="First">The one set.</param>
/// <param name="Second">The other.</param>
/// <param name="Expected">The items expected.</param>
public sealed record Combination(string Name, CombinationKind Kind, PartSet First, PartSet Second, IReadOnlyList<string> Expected)
{
    internal CombinedSet Of(IReadOnlyList<PartAnswer> answers)
    {
        var (first, second) = (First.In(answers), Second.In(answers));
        if ((first is null ? First : second is null ? Second : null) is { } absent)
        {
            return new CombinedSet(Name, [], [$"there is no set {absent} in the answers"]);
        }

        var items = (Kind == CombinationKind.Both ? first!.Intersect(second!) : first!.Except(second!)).Order(StringComparer.Ordinal).ToList();
        return new CombinedSet(Name, items, [.. Expectation.Compare(Name, Expected, items)]);
    }
}

/// <summary>How two sets make one.</summary>
public enum CombinationKind
{
    /// <summary>What is in both.</summary>
    Both,

    /// <summary>What is in the first but not in the second.</summary>
    Minus,
}

/// <summary>A set of a part's answer, written <c>part/set</c>.</summary>
/// <param name="Part">Name of the part.</param>
/// <param name="Set">Name of the set.</param>
public sealed record PartSet(string Part, string Set)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Part}/{Set}";

    internal IReadOnlyList<string>? In(IEnumerable<PartAnswer> answers) =>
        answers.FirstOrDefault(answer => answer.Name == Part)?.Claims.FirstOrDefault(claim => claim.Name == Set)?.Items;
}

/// <summary>A set made of the parts' sets.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Items">The items, in ordinal order.</param>
/// <param name="Differences">What is not as expected; empty if it is.</param>
public sealed record CombinedSet(string Name, IReadOnlyList<string> Items, IReadOnlyList<string> Differences);
