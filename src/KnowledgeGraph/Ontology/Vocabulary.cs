namespace KnowledgeGraph.Ontology;

/// <summary>A layer of relations, such as supply or control. Every edge type lies in exactly one.</summary>
/// <param name="Name">Lower-case name, as <c>--layer</c> takes it.</param>
/// <param name="IsDependency">Whether path, upstream and downstream follow the layer when no layer is named.</param>
/// <param name="Description">What the layer gathers, in one sentence.</param>
/// <param name="IsCausal">Whether its paths read from cause to effect, and so mix with no other layer.</param>
public sealed record Layer(string Name, bool IsDependency, string Description, bool IsCausal = false)
{
    /// <summary>The color its relations are drawn in, such as <c>#C8500A</c>; null where any will do.</summary>
    public string? Color { get; init; }
}

/// <summary>A role that a fact may fill beside subject and object, such as the product supplied.</summary>
/// <param name="Name">Lower-case name.</param>
/// <param name="NodeTypes">Node types that may fill it, subtypes included; empty means any.</param>
/// <param name="Description">What the role says, in one sentence.</param>
public sealed record Role(string Name, IReadOnlyList<string> NodeTypes, string Description);

/// <summary>A unit of measured values.</summary>
/// <param name="Name">Lower-case name used in the facts, such as <c>usd-per-year</c>.</param>
/// <param name="Label">What the screen shows, such as <c>USD a year</c>.</param>
/// <param name="Kind">Whether values of the unit are numbers, dates or words.</param>
public sealed record Unit(string Name, string Label, UnitKind Kind)
{
    /// <summary>The least number a value of the unit can be, inclusive; null where there is no such bound.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The greatest number a value of the unit can be, inclusive; null where there is no such bound.</summary>
    public decimal? Maximum { get; init; }
}

/// <summary>What values of a unit are written as.</summary>
public enum UnitKind
{
    /// <summary>A number, a range or a bound; a word such as "billions" where no number is given.</summary>
    Number,

    /// <summary>Words.</summary>
    Text,

    /// <summary>A year, a month or a day.</summary>
    Date,
}

/// <summary>A scheme of official identifiers.</summary>
/// <param name="Name">Lower-case name used in the facts, such as <c>unp</c>.</param>
/// <param name="Label">What the screen shows, such as <c>УНП</c>.</param>
/// <param name="Checksum">The check-digit rule that values obey.</param>
public sealed record IdentifierScheme(string Name, string Label, ChecksumKind Checksum);

/// <summary>A type of node. Types inherit; a node carries its type and all ancestors as labels.</summary>
/// <param name="Name">Pascal-case name, FollowTheMoney's where it has the concept.</param>
/// <param name="IsAbstract">Whether only its subtypes can have nodes.</param>
/// <param name="Extends">Direct parents; empty for a root.</param>
/// <param name="FollowTheMoney">The schema of FollowTheMoney with the same meaning, if any.</param>
/// <param name="Description">How a curator decides for the type, in one sentence.</param>
public sealed record NodeType(
    string Name, bool IsAbstract, IReadOnlyList<string> Extends, string? FollowTheMoney, string Description)
{
    /// <summary>The color its nodes are drawn in, such as <c>#0072B2</c>; null where that of its parents will do.</summary>
    public string? Color { get; init; }
}
