using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Verify;

/// <summary>The filter of a question, as the answer writes it down.</summary>
internal sealed record AskedFilter
{
    internal const string Consistent = "consistent";
    internal const string AllowUnspecified = "allow-unspecified";
    internal const string AnyProduct = "any";

    internal IReadOnlyList<string> Layers { get; init; } = [];

    internal IReadOnlyList<string> Types { get; init; } = [];

    internal double MinConfidence { get; init; }

    internal IReadOnlyList<FactStatus> Statuses { get; init; } = [];

    internal DateOnly? AsOf { get; init; }

    internal bool IsCertainOnly { get; init; }

    internal IReadOnlyList<string> Sources { get; init; } = [];

    internal IReadOnlyList<string> AvoidNodes { get; init; } = [];

    internal IReadOnlyList<string> AvoidFacts { get; init; } = [];

    internal IReadOnlyList<string> AvoidTypes { get; init; } = [];

    internal IReadOnlyList<string> AvoidCountries { get; init; } = [];

    internal IReadOnlyList<string> AvoidNodeTypes { get; init; } = [];

    internal IReadOnlyList<string> Channels { get; init; } = [];

    internal DateOnly? KnownOn { get; init; }

    internal bool IncludesCurator { get; init; }

    internal string Products { get; init; } = Consistent;

    internal static AskedFilter Read(StrictObject json)
    {
        string[] rules = [Consistent, AllowUnspecified, AnyProduct];
        var filter = new AskedFilter
        {
            Layers = json.Texts("layers", mayBeEmpty: true),
            Types = json.Texts("types", mayBeEmpty: true),
            MinConfidence = (double)(json.Number("minConfidence") ?? 0),
            Statuses = [.. json.Texts("statuses", mayBeEmpty: true).Where(text => FactStatusText.TryParse(text, out _)).Select(Status)],
            AsOf = Day(json, "asOf"),
            IsCertainOnly = json.Flag("certainOnly"),
            Sources = json.Texts("sources", mayBeEmpty: true),
            AvoidNodes = json.Texts("avoidNodes"),
            AvoidFacts = json.Texts("avoidFacts"),
            AvoidTypes = json.Texts("avoidTypes"),
            AvoidCountries = json.Texts("avoidCountries"),
            AvoidNodeTypes = json.Texts("avoidNodeTypes"),
            Channels = json.Texts("channels"),
            KnownOn = Day(json, "knownOn"),
            IncludesCurator = json.Flag("includeCurator"),
            Products = rules[json.Word("products", rules)],
        };
        json.Finish();
        return filter;
    }

    private static FactStatus Status(string text) => FactStatusText.TryParse(text, out var status) ? status : default;

    private static DateOnly? Day(StrictObject json, string name) => json.Date(name)?.Earliest;
}
