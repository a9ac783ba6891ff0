namespace KnowledgeGraph.Facts;

/// <summary>Somebody or something that facts speak of.</summary>
public sealed record Node
{
    /// <summary>Stable id that a person can type, such as <c>integral</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name of its node type.</summary>
    public required string Type { get; init; }

    /// <summary>The name it is shown under.</summary>
    public required string Name { get; init; }

    /// <summary>A name of at most 18 characters for drawings; null where <see cref="Name"/> is short enough.</summary>
    public string? ShortName { get; init; }

    /// <summary>Further names: official, native, aliases, as printed.</summary>
    public IReadOnlyList<NodeName> Names { get; init; } = [];

    /// <summary>Ids of the countries it belongs to.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Official identifiers.</summary>
    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    /// <summary>What a curator wants readers to know; null if nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>A further name of a node.</summary>
/// <param name="Text">The name as written.</param>
/// <param name="Kind">Why it is kept.</param>
/// <param name="Language">Two-letter language code, or null where it does not matter.</param>
/// <param name="IsAmbiguous">Whether other nodes share the name; asked for, all are offered.</param>
public sealed record NodeName(string Text, NameKind Kind, string? Language = null, bool IsAmbiguous = false);

/// <summary>Why a name is kept.</summary>
public enum NameKind
{
    /// <summary>Another name in use.</summary>
    Alias,

    /// <summary>The registered name.</summary>
    Official,

    /// <summary>The form a source printed, right or wrong.</summary>
    AsPrinted,

    /// <summary>Written over from another script.</summary>
    Transliteration,

    /// <summary>The name in the language of its home.</summary>
    Native,
}

/// <summary>An official identifier.</summary>
/// <param name="Scheme">The scheme's name in the ontology.</param>
/// <param name="Value">The identifier without separators.</param>
/// <param name="IsAsPrinted">Whether the value is kept although its check digit is wrong, because the source prints it so.</param>
public sealed record Identifier(string Scheme, string Value, bool IsAsPrinted = false);
