using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Verify;

/// <summary>A question about paths, connections, tiers or what nodes have in common, as the answer writes it down.</summary>
internal sealed record Asked
{
    private const int GreatestHops = 32;

    /// <summary>The greatest number that counts paths or results.</summary>
    internal const int GreatestCount = 1_000_000;

    private static readonly string[] Modes = ["shortest", "k-shortest", "all", "edge-disjoint", "node-disjoint"];
    private static readonly string[] Orders = ["hops", "reliability", "width"];

    internal required string Kind { get; init; }

    /// <summary>The nodes it starts from: FROM, the one asked about, or several.</summary>
    internal required IReadOnlyList<string> Starts { get; init; }

    internal string To { get; init; } = "";

    internal string Mode { get; init; } = Modes[0];

    internal string Order { get; init; } = Orders[0];

    internal int K { get; init; } = 1;

    internal int MaxHops { get; init; }

    internal IReadOnlyList<string> Via { get; init; } = [];

    internal string? Edges { get; init; }

    /// <summary>An expression whose types are followed in any order; null where there is none.</summary>
    internal string? TypesOfEdges { get; init; }

    internal bool IsInTimeOrder { get; init; }

    internal bool WantsCertificate { get; init; }

    internal AskedFilter Filter { get; init; } = new();

    internal int Limit { get; init; }

    internal string From => Starts[0];

    /// <summary>Whether hops are followed either way.</summary>
    internal bool IsUndirected => Kind == "connect";

    internal bool IsDisjoint => Mode is "edge-disjoint" or "node-disjoint";

    /// <summary>All nodes that the question names.</summary>
    internal IEnumerable<string> Nodes => [.. Starts, .. To.Length > 0 ? new[] { To } : [], .. Via, .. Filter.AvoidNodes, .. Filter.AvoidCountries, .. Filter.Channels];

    /// <summary>Reads the question; null for a kind that is not made of paths, as a closure is not, whose walks may meet a node twice.</summary>
    internal static Asked? Read(string kind, StrictObject json, ProblemList problems)
    {
        var asked = kind switch
        {
            "path" => Path(json, problems),
            "connect" => Connection(json, problems),
            "upstream" or "downstream" when json.Value.Find("closure") is null =>
                new Asked { Kind = kind, Starts = [json.Text("anchor")], IsInTimeOrder = json.Flag("inTimeOrder") },
            "chokepoints" => new Asked { Kind = kind, Starts = [json.Text("target")] },
            "common" => new Asked { Kind = kind, Starts = json.Texts("anchors"), IsInTimeOrder = json.Flag("inTimeOrder") },
            _ => null,
        };
        return asked is null ? null : asked with
        {
            MaxHops = Whole(json, "maxHops", GreatestHops, problems),
            Filter = json.Object("filter") is { } filter ? AskedFilter.Read(filter) : new AskedFilter(),
            Limit = Whole(json, "limit", GreatestCount, problems),
        };
    }

    private static Asked Path(StrictObject json, ProblemList problems) => new()
    {
        Kind = "path",
        Starts = [json.Text("from")],
        To = json.Text("to"),
        Mode = Modes[json.Word("mode", Modes)],
        Order = Orders[json.Word("order", Orders)],
        K = json.Value.Find("k") is null ? 1 : Whole(json, "k", GreatestCount, problems),
        Via = json.Texts("via"),
        Edges = json.OptionalText("edges"),
        IsInTimeOrder = json.Flag("inTimeOrder"),
        WantsCertificate = json.Flag("certificate"),
    };

    private static Asked Connection(StrictObject json, ProblemList problems) => new()
    {
        Kind = "connect",
        Starts = [json.Text("from")],
        To = json.Text("to"),
        Mode = json.Value.Find("k") is null ? "shortest" : "k-shortest",
        K = json.Value.Find("k") is null ? 1 : Whole(json, "k", GreatestCount, problems),
        WantsCertificate = json.Flag("certificate"),
    };

    /// <summary>A whole number from 1 on, or 1 after reporting that it is none.</summary>
    internal static int Whole(StrictObject json, string name, int most, ProblemList problems)
    {
        if (json.Number(name) is not { } number)
        {
            json.Missing(name);
            return 1;
        }

        if (number < 1 || number > most || !decimal.IsInteger(number))
        {
            problems.Add(json.Value.At(name), SeedCode.BadNumber, $"\"{name}\" is a whole number from 1 to {most}");
            return 1;
        }

        return (int)number;
    }
}
