namespace KnowledgeGraph.Facts;

/// <summary>What a fact set is made of, where it is weak, and which forecasts wait to be checked.</summary>
public sealed record DataReport
{
    /// <summary>The day on which forecasts are judged to be due.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Everything.</summary>
    public required FactGroup All { get; init; }

    /// <summary>What each source contributes, by id; a fact with evidence from two sources counts for both.</summary>
    public required IReadOnlyList<FactGroup> Sources { get; init; }

    /// <summary>Facts of each status that occurs, in the order of the statuses.</summary>
    public required IReadOnlyList<FactGroup> Statuses { get; init; }

    /// <summary>Facts of each edge type that occurs, by name.</summary>
    public required IReadOnlyList<FactGroup> EdgeTypes { get; init; }

    /// <summary>Nodes of each type that occurs, by name.</summary>
    public required IReadOnlyList<NodeCount> NodeTypes { get; init; }

    /// <summary>Every forecast, by the day to check it and then by id; those without a day last.</summary>
    public required IReadOnlyList<ForecastCheck> Forecasts { get; init; }

    /// <summary>Reports on a fact set. Time is linear in its evidence times the sources.</summary>
    /// <param name="set">The facts.</param>
    /// <param name="asOf">The day on which forecasts are judged to be due, itself included.</param>
    public static DataReport Of(FactSet set, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(set);
        var concerns = FactConcerns.Of(set);
        return new DataReport
        {
            AsOf = asOf,
            All = FactGroup.Of("all", set.Facts, concerns),
            Sources = [.. set.Sources.Select(source => FactGroup.Of(source.Id, Resting(set, source), concerns))],
            Statuses = [.. set.Facts.GroupBy(fact => fact.Status).OrderBy(group => group.Key).Select(group => FactGroup.Of(group.Key.ToText(), group, concerns))],
            EdgeTypes = [.. Sorted(set.Facts, fact => fact.Type).Select(group => FactGroup.Of(group.Key, group, concerns))],
            NodeTypes = [.. Sorted(set.Nodes, node => node.Type).Select(group => new NodeCount(group.Key, group.Count()))],
            Forecasts = [.. set.Facts.Where(fact => fact.Status == FactStatus.Forecast)
                .Select(fact => ForecastCheck.Of(fact, asOf))
                .OrderBy(check => check.CheckOn ?? DateOnly.MaxValue).ThenBy(check => check.Fact, StringComparer.Ordinal)],
        };
    }

    private static IEnumerable<IGrouping<string, T>> Sorted<T>(IEnumerable<T> items, Func<T, string> name) =>
        items.GroupBy(name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);

    private static IEnumerable<Fact> Resting(FactSet set, Source source) =>
        set.Facts.Where(fact => fact.Evidence.Any(evidence => evidence.Source == source.Id));
}

/// <summary>How many nodes a type has.</summary>
/// <param name="Type">The node type.</param>
/// <param name="Count">Its nodes.</param>
public sealed record NodeCount(string Type, int Count);
