using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Import.FollowTheMoney;

/// <summary>How entities of FollowTheMoney become nodes and facts; read from a file beside the vocabulary, never built in.</summary>
/// <param name="Nodes">Node types by schema.</param>
/// <param name="Edges">Facts by schema.</param>
/// <param name="Ignored">Schemata that are left out on purpose, such as addresses.</param>
/// <param name="Names">Kinds of further names by property.</param>
/// <param name="Identifiers">Identifier schemes by property.</param>
/// <param name="CountryProperties">Properties that hold country codes.</param>
/// <param name="Countries">Countries by code; another code becomes a country of its own.</param>
/// <param name="Confidence">The confidence of every fact.</param>
/// <param name="ConfidenceReason">Why that far.</param>
internal sealed record EntityMapping(
    IReadOnlyDictionary<string, string> Nodes,
    IReadOnlyDictionary<string, EdgeMapping> Edges,
    IReadOnlySet<string> Ignored,
    IReadOnlyDictionary<string, NameKind> Names,
    IReadOnlyDictionary<string, string> Identifiers,
    IReadOnlyList<string> CountryProperties,
    IReadOnlyDictionary<string, CountryMapping> Countries,
    double Confidence,
    string ConfidenceReason);

/// <summary>A country that a code stands for.</summary>
/// <param name="Id">The node's id.</param>
/// <param name="Name">Its name.</param>
internal sealed record CountryMapping(string Id, string Name);

/// <summary>How entities of a schema become facts.</summary>
/// <param name="Type">The edge type.</param>
/// <param name="Subject">The property that holds the subject.</param>
/// <param name="Object">The property that holds the object; empty where it is made of a text.</param>
internal sealed record EdgeMapping(string Type, string Subject, string Object)
{
    /// <summary>Where the object is made of a text: the type of its node.</summary>
    public string? TextObjectType { get; init; }

    /// <summary>Where the object is made of a text: the properties that hold it, the first that is there.</summary>
    public IReadOnlyList<string> TextObject { get; init; } = [];

    /// <summary>Properties that hold the start, the first that is there.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Properties that hold the end, the first that is there.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>The property that holds the value; empty if there is none.</summary>
    public string Value { get; init; } = "";

    /// <summary>The unit of the value.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether the value is printed in percent and kept as a fraction.</summary>
    public bool IsPercent { get; init; }

    /// <summary>Properties that are kept as they are printed, in the note.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The sentence that the facts state.</summary>
    public required string Statement { get; init; }
}
