using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Import;

/// <summary>What to import, and into what.</summary>
public sealed record ImportPlan
{
    private static readonly string[] EntityEndings = [".ftm.json", ".ftm.jsonl", ".ftm.ndjson"];

    /// <summary>
    /// Files and folders, in order: a folder is a seed; a file whose name ends in <c>.ftm.json</c>, <c>.ftm.jsonl</c> or <c>.ftm.ndjson</c>
    /// holds entities of FollowTheMoney; any other holds nodes, sources, facts and conflicts. One JSON object a line.
    /// </summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>The graph file to write.</summary>
    public required string Target { get; init; }

    /// <summary>The vocabulary: an <c>ontology.json</c>.</summary>
    public required string Ontology { get; init; }

    /// <summary>Where the lines that are not taken are named, with the reason; written only if there are any.</summary>
    public required string Rejects { get; init; }

    /// <summary>How entities of FollowTheMoney become nodes and facts; null only where none are imported.</summary>
    public string? Mapping { get; init; }

    /// <summary>Whether a file holds entities of FollowTheMoney, by its name.</summary>
    public static bool HoldsEntities(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return EntityEndings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Who is said to have entered what comes without a word about it.</summary>
    public string EnteredBy { get; init; } = "kg import";

    /// <summary>When.</summary>
    public required PartialDate EnteredOn { get; init; }
}
