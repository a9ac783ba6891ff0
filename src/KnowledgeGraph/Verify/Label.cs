using System.Globalization;
using System.Numerics;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Verify;

/// <summary>A label of a certificate.</summary>
/// <param name="State">Where a walk stands.</param>
/// <param name="Hops">After how many hops.</param>
/// <param name="Best">With what product of confidences, <see cref="One"/> being 1.</param>
/// <param name="Place">Where the label stands in the file.</param>
internal sealed record Label(WalkState State, int Hops, BigInteger Best, SeedValue Place)
{
    private const int Decimals = 128;
    private const int MostHops = 32;

    /// <summary>The product of no hops. A product of 32 confidences of four decimals is a whole number beside it.</summary>
    internal static BigInteger One { get; } = BigInteger.Pow(10, Decimals);

    /// <summary>Reads a label; null where a number in it is none.</summary>
    internal static Label? Read(StrictObject json)
    {
        var node = json.Text("node");
        var product = json.OptionalText("product") ?? ProductTracks.Open;
        var isUnspecified = json.Flag("unspecified");
        var places = json.Find("places");
        var mayEnd = json.Flag("mayEnd");
        var passed = Whole(json, "passed");
        var day = json.Date("day")?.Earliest;
        var hops = Whole(json, "hops");
        var best = json.OptionalText("best");
        json.Finish();
        if (places is not null && !places.Items.TrueForAll(place => int.TryParse(place.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            return null;
        }

        var stand = places is null ? null : new EdgePattern.Stand(string.Join(',', places.Items.Select(place => place.Text)), mayEnd);
        var state = new WalkState(node, isUnspecified ? ProductTracks.Unspecified : product, stand, passed ?? int.MaxValue, day);
        return Product(best) is { } number && hops is { } count ? new Label(state, count, number, json.Value) : null;
    }

    /// <summary>A whole number from 0 to 32; null where it is none.</summary>
    private static int? Whole(StrictObject json, string name) =>
        (json.Number(name) ?? 0) is var number && number >= 0 && number <= MostHops && decimal.IsInteger(number) ? (int)number : null;

    /// <summary>An exact decimal from 0 to 1.</summary>
    private static BigInteger? Product(string? text)
    {
        if (text is null or "1")
        {
            return One;
        }

        return text.StartsWith("0.", StringComparison.Ordinal) && text.Length <= Decimals + 2
            && BigInteger.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
            ? digits * BigInteger.Pow(10, Decimals + 2 - text.Length)
            : null;
    }
}
