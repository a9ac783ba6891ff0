namespace KnowledgeGraph.Facts;

/// <summary>
/// A measured value: a number, a range, a bound, a word where no number is given, or a date; with unit and the period it is for.
/// Amounts are in base units (dollars, not billions); shares are fractions from 0 to 1.
/// </summary>
public sealed record FactValue
{
    /// <summary>The unit's name in the ontology.</summary>
    public required string Unit { get; init; }

    /// <summary>The least value, or null where unbounded below.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The greatest value, or null where unbounded above. Equal to <see cref="Minimum"/> for an exact number.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Whether <see cref="Minimum"/> itself is excluded ("more than 300,000").</summary>
    public bool IsMinimumExclusive { get; init; }

    /// <summary>Whether <see cref="Maximum"/> itself is excluded.</summary>
    public bool IsMaximumExclusive { get; init; }

    /// <summary>A word in place of a number ("billions"), or a literal such as a legal form.</summary>
    public string? Text { get; init; }

    /// <summary>A date, for units that are dates.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Whether the source says "about".</summary>
    public bool IsApproximate { get; init; }

    /// <summary>Start of the period the value is for, or null where unknown.</summary>
    public PartialDate? PeriodFrom { get; init; }

    /// <summary>End of the period the value is for, or null where unknown.</summary>
    public PartialDate? PeriodTo { get; init; }

    /// <summary>Whether the value is one number.</summary>
    public bool IsExact => Minimum is not null && Minimum == Maximum;
}
