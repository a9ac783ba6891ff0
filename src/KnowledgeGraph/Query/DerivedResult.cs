using KnowledgeGraph.Facts;
using KnowledgeGraph.Query.Arithmetic;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>Values worked out from facts.</summary>
public sealed record DerivedResult : Result
{
    /// <summary>The values, in the order of the formulas.</summary>
    public required IReadOnlyList<DerivedValue> Values { get; init; }

    internal override IEnumerable<Claim> Claims =>
    [
        .. Values.Select(value => new Claim(value.Name, [value.Quantity.ToString()])),
        new("facts", [.. Values.SelectMany(value => value.Facts).Distinct().Order(StringComparer.Ordinal)]),
    ];

    internal override IEnumerable<AnswerItem> Items =>
        [.. Values.Select(value => new AnswerItem("value", value.Name, [new ItemValue("value", value.Quantity.ToString())]))];

    internal override void WriteTo(JsonWriter writer) =>
        writer.List("values", Values, static (w, value) => w.Object(value, static (v, item) =>
        {
            v.Field("name", item.Name);
            v.Field("formula", item.Formula);
            v.Field("facts", item.Facts);
            Write(v, item.Quantity);
        }));

    private static void Write(JsonWriter writer, Quantity quantity)
    {
        if (quantity.IsExact)
        {
            writer.Field("exact", quantity.Minimum.ToString());
        }
        else
        {
            writer.Field(quantity.IsMinimumExclusive ? "above" : "min", quantity.Minimum?.ToString());
            writer.Field(quantity.IsMaximumExclusive ? "below" : "max", quantity.Maximum?.ToString());
        }

        writer.Flag("approximate", quantity.IsApproximate);
        writer.Field("unit", quantity.Unit.ToString() is { Length: > 0 } unit ? unit : null);
    }
}

/// <summary>A value worked out.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Formula">The formula.</param>
/// <param name="Quantity">The exact number or range.</param>
/// <param name="Facts">Ids of the facts in the formula, in ordinal order.</param>
public sealed record DerivedValue(string Name, string Formula, Quantity Quantity, IReadOnlyList<string> Facts);
