using System.Globalization;
using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>
/// What facts are asked for. Conditions are joined by "and", the entries of one by "or"; an empty one asks for nothing. Without any
/// condition every fact matches, denied ones, forecasts and curators' edges included.
/// </summary>
public sealed record FactPattern
{
    /// <summary>Ids of facts.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Ids of nodes, one of which is the subject.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Edge types.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Layers of the edge type.</summary>
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <summary>Ids of nodes, one of which is the object.</summary>
    public IReadOnlyList<string> Objects { get; init; } = [];

    /// <summary>Roles, each of which is filled; joined by "and".</summary>
    public IReadOnlyList<RolePattern> Roles { get; init; } = [];

    /// <summary>Node types of the subject, subtypes included.</summary>
    public IReadOnlyList<string> SubjectTypes { get; init; } = [];

    /// <summary>Node types of the object, subtypes included.</summary>
    public IReadOnlyList<string> ObjectTypes { get; init; } = [];

    /// <summary>Ids of countries; the subject is one of them or belongs to it.</summary>
    public IReadOnlyList<string> SubjectCountries { get; init; } = [];

    /// <summary>Ids of countries; the object is one of them or belongs to it.</summary>
    public IReadOnlyList<string> ObjectCountries { get; init; } = [];

    /// <summary>Whether denied facts match, or only they.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>Statuses.</summary>
    public IReadOnlyList<FactStatus> Statuses { get; init; } = [];

    /// <summary>Ids or short names of sources; a curator's edge matches only where its own source is named.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whose claim it is: ids of nodes, or <c>author:</c> and a source for its author's.</summary>
    public IReadOnlyList<string> AttributedTo { get; init; } = [];

    /// <summary>The least confidence, 0 to 1, inclusive.</summary>
    public double MinConfidence { get; init; }

    /// <summary>The day on which the facts hold, at least possibly; null means any time.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Whether facts that hold only possibly on <see cref="AsOf"/> are left out too.</summary>
    public bool CertainOnly { get; init; }

    /// <summary>The day whose knowledge counts: facts entered later do not match. Null means today's.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>Ids of facts; what matches stands in a conflict with one of them, or is one that stands in a conflict.</summary>
    public IReadOnlyList<string> ConflictsWith { get; init; } = [];

    /// <summary>Words that the statement contains, compared as <see cref="NameKey"/> says; null asks for none.</summary>
    public string? Text { get; init; }

    /// <summary>Ids of all nodes that the pattern names.</summary>
    internal IEnumerable<string> Nodes =>
        [.. Subjects, .. Objects, .. Roles.Select(role => role.Filler).OfType<string>(), .. SubjectCountries, .. ObjectCountries,
            .. AttributedTo.Where(name => !IsAuthor(name))];

    /// <summary>The sources whose authors' claims are asked for.</summary>
    internal IEnumerable<string> Authors =>
        AttributedTo.Where(IsAuthor).Select(name => name[AuthorPrefix.Length..]);

    /// <summary>Whether a claimant is the author of a source.</summary>
    /// <param name="claimant">An entry of <see cref="AttributedTo"/>.</param>
    public static bool IsAuthor(string claimant)
    {
        ArgumentNullException.ThrowIfNull(claimant);
        return claimant.StartsWith(AuthorPrefix, StringComparison.Ordinal);
    }

    private const string AuthorPrefix = "author:";

    internal void WriteTo(JsonWriter writer)
    {
        Write(writer, "ids", Ids);
        Write(writer, "subjects", Subjects);
        Write(writer, "types", Types);
        Write(writer, "layers", Layers);
        Write(writer, "objects", Objects);
        Write(writer, "roles", Roles.Select(role => role.ToString()));
        Write(writer, "subjectTypes", SubjectTypes);
        Write(writer, "objectTypes", ObjectTypes);
        Write(writer, "subjectCountries", SubjectCountries);
        Write(writer, "objectCountries", ObjectCountries);
        writer.Field("polarity", PolarityText.Of(Polarity));
        writer.Field("statuses", [.. Statuses.Order().Select(status => status.ToText())]);
        Write(writer, "sources", Sources);
        Write(writer, "attributedTo", AttributedTo);
        writer.Field("minConfidence", MinConfidence);
        writer.Field("asOf", AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.Flag("certainOnly", CertainOnly);
        writer.Field("knownOn", KnownOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Write(writer, "conflictsWith", ConflictsWith);
        writer.Field("text", Text);
    }

    private static void Write(JsonWriter writer, string name, IEnumerable<string> texts) =>
        writer.Field(name, [.. texts.Order(StringComparer.Ordinal)]);
}

/// <summary>A role that is filled, by a given node or by any.</summary>
/// <param name="Role">Name of the role.</param>
/// <param name="Filler">Id of the node that fills it, or null for any.</param>
public sealed record RolePattern(string Role, string? Filler = null)
{
    /// <summary>Reads <c>product</c> or <c>product=microchips</c>.</summary>
    public static RolePattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.IndexOf('=', StringComparison.Ordinal) is > 0 and var split ? new RolePattern(text[..split], text[(split + 1)..]) : new RolePattern(text);
    }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() => Filler is null ? Role : $"{Role}={Filler}";
}

/// <summary>Whether denied facts are asked for.</summary>
public enum Polarity
{
    /// <summary>Denied or not.</summary>
    Both,

    /// <summary>Only what is not denied.</summary>
    Positive,

    /// <summary>Only what is denied.</summary>
    Denied,
}
