namespace KnowledgeGraph.Query.Arithmetic;

/// <summary>A unit, or what comes of multiplying and dividing units: <c>usd</c>, <c>usd/people</c>. Shares and ratios have none.</summary>
public sealed class UnitProduct : IEquatable<UnitProduct>
{
    private static readonly string[] PlainNumbers = ["fraction", "ratio"];
    private readonly SortedDictionary<string, int> powers;

    private UnitProduct(SortedDictionary<string, int> powers) => this.powers = powers;

    /// <summary>The unit of plain numbers.</summary>
    public static UnitProduct None { get; } = new(new(StringComparer.Ordinal));

    /// <summary>A unit of the ontology.</summary>
    public static UnitProduct Of(string unit) =>
        PlainNumbers.Contains(unit) ? None : new(new SortedDictionary<string, int>(StringComparer.Ordinal) { [unit] = 1 });

    /// <summary>The unit of one divided by a quantity of this unit.</summary>
    public UnitProduct Inverse => new(new(powers.ToDictionary(power => power.Key, power => -power.Value), StringComparer.Ordinal));

    /// <summary>The unit of a product.</summary>
    public UnitProduct Times(UnitProduct other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var product = new SortedDictionary<string, int>(powers, StringComparer.Ordinal);
        foreach (var (unit, power) in other.powers)
        {
            product[unit] = product.GetValueOrDefault(unit) + power;
            if (product[unit] == 0)
            {
                product.Remove(unit);
            }
        }

        return new UnitProduct(product);
    }

    /// <inheritdoc/>
    public bool Equals(UnitProduct? other) => other is not null && powers.SequenceEqual(other.powers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UnitProduct);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The units with their powers, those divided by after a slash; empty for plain numbers.</summary>
    public override string ToString()
    {
        var above = string.Join('*', powers.Where(power => power.Value > 0).Select(power => Power(power.Key, power.Value)));
        var below = string.Concat(powers.Where(power => power.Value < 0).Select(power => "/" + Power(power.Key, -power.Value)));
        return below.Length > 0 && above.Length == 0 ? "1" + below : above + below;
    }

    private static string Power(string unit, int power) =>
        power == 1 ? unit : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{unit}^{power}");
}
