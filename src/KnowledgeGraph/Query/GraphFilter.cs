using System.Globalization;
using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>
/// Which facts a question may use. Filters act inside the search: a path is looked for among the facts that pass, never cut down
/// afterwards. The default takes the dependency layers, every status but forecast, any date, source and confidence.
/// </summary>
public sealed record GraphFilter
{
    /// <summary>Layers to follow; empty means the dependency layers, unless <see cref="Types"/> names types.</summary>
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <summary>Edge types to follow beside the layers; the only way to follow types on which nobody depends.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>The least confidence, 0 to 1, inclusive.</summary>
    public double MinConfidence { get; init; }

    /// <summary>The statuses that join.</summary>
    public IReadOnlyList<FactStatus> Statuses { get; init; } = DefaultStatuses;

    /// <summary>The day for which the answer is asked; null means any time.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Whether facts that hold only possibly on <see cref="AsOf"/> are left out too.</summary>
    public bool CertainOnly { get; init; }

    /// <summary>Ids or short names of sources; a fact passes with evidence from any of them. Empty means all.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whether curators' edges join, whatever <see cref="Sources"/> says.</summary>
    public bool IncludeCurator { get; init; } = true;

    /// <summary>How strictly supply hops must carry the same product.</summary>
    public ProductRule Products { get; init; }

    /// <summary>Ids of nodes that no path may pass through or end at.</summary>
    public IReadOnlyList<string> AvoidNodes { get; init; } = [];

    /// <summary>Ids of facts that are left out.</summary>
    public IReadOnlyList<string> AvoidFacts { get; init; } = [];

    /// <summary>Edge types that are left out, of those that the layers bring.</summary>
    public IReadOnlyList<string> AvoidTypes { get; init; } = [];

    /// <summary>Ids of countries; neither they nor the nodes that belong to them may be passed through or ended at.</summary>
    public IReadOnlyList<string> AvoidCountries { get; init; } = [];

    /// <summary>Node types, subtypes included; no node of them may be passed through or ended at.</summary>
    public IReadOnlyList<string> AvoidNodeTypes { get; init; } = [];

    /// <summary>Ids of nodes that fill the role <c>channel</c>; a fact passes that names any of them there. Empty means all facts.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>The day whose knowledge counts: facts entered later are left out. Null means today's.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>The same filter with a fact more to leave out.</summary>
    internal GraphFilter Without(string factId) => this with { AvoidFacts = [.. AvoidFacts, factId] };

    internal void WriteTo(JsonWriter writer)
    {
        writer.List("layers", Layers.Order(StringComparer.Ordinal), static (w, layer) => w.WriteValue(layer));
        writer.List("types", Types.Order(StringComparer.Ordinal), static (w, type) => w.WriteValue(type));
        writer.Field("minConfidence", MinConfidence);
        writer.List("statuses", Statuses.Order(), static (w, status) => w.WriteValue(status.ToText()));
        writer.Field("asOf", AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.Flag("certainOnly", CertainOnly);
        writer.List("sources", Sources.Order(StringComparer.Ordinal), static (w, source) => w.WriteValue(source));
        writer.Field("avoidNodes", [.. AvoidNodes.Order(StringComparer.Ordinal)]);
        writer.Field("avoidFacts", [.. AvoidFacts.Order(StringComparer.Ordinal)]);
        writer.Field("avoidTypes", [.. AvoidTypes.Order(StringComparer.Ordinal)]);
        writer.Field("avoidCountries", [.. AvoidCountries.Order(StringComparer.Ordinal)]);
        writer.Field("avoidNodeTypes", [.. AvoidNodeTypes.Order(StringComparer.Ordinal)]);
        writer.Field("channels", [.. Channels.Order(StringComparer.Ordinal)]);
        writer.Field("knownOn", KnownOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WritePropertyName("includeCurator");
        writer.WriteValue(IncludeCurator);
        writer.Field("products", Products switch
        {
            ProductRule.Consistent => "consistent",
            ProductRule.AllowUnspecified => "allow-unspecified",
            _ => "any",
        });
    }

    /// <summary>Every status but forecast.</summary>
    public static IReadOnlyList<FactStatus> DefaultStatuses { get; } =
        [FactStatus.Reported, FactStatus.Estimate, FactStatus.AttributedClaim, FactStatus.Opinion];
}

/// <summary>How strictly supply hops of a path must carry the same product.</summary>
public enum ProductRule
{
    /// <summary>The same product, or a declared component of it.</summary>
    Consistent,

    /// <summary>Hops with an unstated product join too, marked.</summary>
    AllowUnspecified,

    /// <summary>Products are ignored; the answer does not prove a supply chain.</summary>
    Any,
}
