using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Query;

/// <summary>What differs between two answers to the same question.</summary>
/// <param name="Lost">What only the first says, in its order.</param>
/// <param name="Gained">What only the second says, in its order.</param>
/// <param name="Changed">What both name and say something else of, in the order of the first.</param>
public sealed record AnswerDifference(IReadOnlyList<AnswerItem> Lost, IReadOnlyList<AnswerItem> Gained, IReadOnlyList<ItemChange> Changed)
{
    /// <summary>Whether the two say the same.</summary>
    public bool IsEmpty => Lost.Count + Gained.Count + Changed.Count == 0;

    /// <summary>Compares by kind and id; facts also by their confidence and dates. Linear in the items.</summary>
    internal static AnswerDifference Between<TResult>(Answer<TResult> before, Answer<TResult> after)
        where TResult : Result
    {
        var (old, @new) = (ItemsOf(before), ItemsOf(after));
        var (oldByKey, newByKey) = (old.ToDictionary(KeyOf), @new.ToDictionary(KeyOf));
        return new AnswerDifference(
            [.. old.Where(item => !newByKey.ContainsKey(KeyOf(item)))],
            [.. @new.Where(item => !oldByKey.ContainsKey(KeyOf(item)))],
            [.. old
                .Where(item => newByKey.ContainsKey(KeyOf(item)))
                .Select(item => new ItemChange(item.Kind, item.Id, [.. Changes(item.Values, newByKey[KeyOf(item)].Values)]))
                .Where(change => change.Values.Count > 0)]);
    }

    private static List<AnswerItem> ItemsOf<TResult>(Answer<TResult> answer)
        where TResult : Result
    {
        var facts = answer.Evidence.Facts.ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        return [.. answer.Result.Items.DistinctBy(KeyOf).Select(item =>
            item.Kind == AnswerItem.FactKind && facts.TryGetValue(item.Id, out var fact) ? item with { Values = [.. item.Values, .. ValuesOf(fact)] } : item)];
    }

    private static IEnumerable<ItemValue> ValuesOf(Fact fact)
    {
        yield return new("confidence", FactJson.Number(fact.Confidence));
        foreach (var (name, date) in new[] { ("valid from", fact.ValidFrom), ("valid to", fact.ValidTo), ("attested on", fact.AttestedOn) })
        {
            if (date is { } known)
            {
                yield return new(name, known.ToString());
            }
        }
    }

    private static (string Kind, string Id) KeyOf(AnswerItem item) => (item.Kind, item.Id);

    private static IEnumerable<ValueChange> Changes(IReadOnlyList<ItemValue> before, IReadOnlyList<ItemValue> after) =>
        before.Concat(after)
            .Select(value => value.Name)
            .Distinct()
            .Select(name => new ValueChange(name, TextOf(before, name), TextOf(after, name)))
            .Where(change => change.Before != change.After);

    private static string? TextOf(IReadOnlyList<ItemValue> values, string name) => values.FirstOrDefault(value => value.Name == name)?.Text;
}

/// <summary>Something that both answers name and say something else of.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Values">What changed, one at least.</param>
public sealed record ItemChange(string Kind, string Id, IReadOnlyList<ValueChange> Values);

/// <summary>A value that changed.</summary>
/// <param name="Name">What it is, such as <c>weakest link</c>.</param>
/// <param name="Before">The text before; null if it was not said.</param>
/// <param name="After">The text after; null if it is no longer said.</param>
public sealed record ValueChange(string Name, string? Before, string? After);
