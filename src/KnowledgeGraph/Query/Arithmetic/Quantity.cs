using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Query.Arithmetic;

/// <summary>
/// An exact number or range with its unit. Arithmetic carries the range through: the result holds every number that some choice
/// within the ranges gives, and no other, if each range stands once in the formula (Moore 1966).
/// </summary>
public sealed record Quantity
{
    internal Endpoint Least { get; init; }

    internal Endpoint Greatest { get; init; }

    /// <summary>The unit.</summary>
    public required UnitProduct Unit { get; init; }

    /// <summary>Whether any value in it is one that its source calls approximate.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>The least number, or null where unbounded below.</summary>
    public Fraction? Minimum => Least.Infinity == 0 ? Least.Value : null;

    /// <summary>The greatest number, or null where unbounded above. Equal to <see cref="Minimum"/> for an exact number.</summary>
    public Fraction? Maximum => Greatest.Infinity == 0 ? Greatest.Value : null;

    /// <summary>Whether <see cref="Minimum"/> itself is left out.</summary>
    public bool IsMinimumExclusive => Least.IsOpen;

    /// <summary>Whether <see cref="Maximum"/> itself is left out.</summary>
    public bool IsMaximumExclusive => Greatest.IsOpen;

    /// <summary>Whether it is one number.</summary>
    public bool IsExact => Minimum is not null && Minimum == Maximum;

    /// <summary>Whether zero is one of its numbers.</summary>
    internal bool SpansZero => Least.Sign <= 0 && Greatest.Sign >= 0 && !(Least.Sign == 0 && Least.IsOpen) && !(Greatest.Sign == 0 && Greatest.IsOpen);

    /// <summary>
    /// The canonical text: <c>-3183000000 usd</c>, <c>about 7000000000/3 usd</c>, <c>[0.24, 0.25]</c>, <c>(300000, +inf) cars</c>; a
    /// round bracket leaves its number out.
    /// </summary>
    public override string ToString()
    {
        var range = $"{(Least.IsOpen ? '(' : '[')}{Minimum?.ToString() ?? "-inf"}, {Maximum?.ToString() ?? "+inf"}{(Greatest.IsOpen ? ')' : ']')}";
        return $"{(IsApproximate ? "about " : "")}{(IsExact ? Least.Value.ToString() : range)} {Unit}".TrimEnd();
    }

    internal static Quantity Of(decimal number) =>
        new() { Least = Endpoint.Of(Fraction.Of(number)), Greatest = Endpoint.Of(Fraction.Of(number)), Unit = UnitProduct.None };

    /// <summary>The number of a value; null where it has words or a date instead.</summary>
    internal static Quantity? Of(FactValue value) => value is { Minimum: null, Maximum: null } ? null : new()
    {
        Least = value.Minimum is { } least ? Endpoint.Of(Fraction.Of(least), value.IsMinimumExclusive) : Endpoint.Unbounded(-1),
        Greatest = value.Maximum is { } greatest ? Endpoint.Of(Fraction.Of(greatest), value.IsMaximumExclusive) : Endpoint.Unbounded(1),
        Unit = UnitProduct.Of(value.Unit),
        IsApproximate = value.IsApproximate,
    };

    internal Quantity Negated => this with { Least = Greatest.Negated, Greatest = Least.Negated };

    internal Quantity Reciprocal => this with
    {
        Least = Greatest.Reciprocal(Least.Sign < 0 ? -1 : 1),
        Greatest = Least.Reciprocal(Greatest.Sign > 0 ? 1 : -1),
        Unit = Unit.Inverse,
    };

    internal Quantity Plus(Quantity other) => this with
    {
        Least = Least.Plus(other.Least),
        Greatest = Greatest.Plus(other.Greatest),
        IsApproximate = IsApproximate || other.IsApproximate,
    };

    internal Quantity Times(Quantity other)
    {
        Endpoint[] products = [Least.Times(other.Least), Least.Times(other.Greatest), Greatest.Times(other.Least), Greatest.Times(other.Greatest)];
        return new Quantity
        {
            Least = Endpoint.Least(products),
            Greatest = Endpoint.Greatest(products),
            Unit = Unit.Times(other.Unit),
            IsApproximate = IsApproximate || other.IsApproximate,
        };
    }

    internal Quantity Rounded(int decimals) => this with { Least = Rounded(Least, decimals), Greatest = Rounded(Greatest, decimals) };

    private static Endpoint Rounded(Endpoint end, int decimals) => end.Infinity != 0 ? end : Endpoint.Of(end.Value.Rounded(decimals));
}
