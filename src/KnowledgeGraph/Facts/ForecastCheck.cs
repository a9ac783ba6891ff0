namespace KnowledgeGraph.Facts;

/// <summary>A forecast and when it can be checked.</summary>
/// <param name="Fact">Id of the fact.</param>
/// <param name="CheckOn">The last day of what it foretells: of its date, of the period of its value, or of its validity; null if none is known.</param>
/// <param name="State">Where it stands.</param>
public sealed record ForecastCheck(string Fact, DateOnly? CheckOn, ForecastState State)
{
    internal static ForecastCheck Of(Fact fact, DateOnly asOf)
    {
        var day = (fact.Value?.Date ?? fact.Value?.PeriodTo ?? fact.ValidTo)?.Latest;
        var state = day is not { } known ? ForecastState.Open
            : fact.CheckedOn?.Earliest >= known ? ForecastState.Checked
            : known <= asOf ? ForecastState.Due
            : ForecastState.Ahead;
        return new ForecastCheck(fact.Id, day, state);
    }
}

/// <summary>Where a forecast stands.</summary>
public enum ForecastState
{
    /// <summary>Its day has come, and nobody has checked it on that day or later.</summary>
    Due,

    /// <summary>Its day is yet to come.</summary>
    Ahead,

    /// <summary>It names no day.</summary>
    Open,

    /// <summary>It was checked on its day or later.</summary>
    Checked,
}
