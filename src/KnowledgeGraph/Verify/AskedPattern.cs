using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Verify;

/// <summary>What facts were asked for, as the answer writes it down: entries of one condition joined by "or", conditions by "and".</summary>
internal sealed class AskedPattern
{
    private const string AuthorPrefix = "author:";

    private readonly FactSet set;
    private readonly Dictionary<string, IReadOnlyList<string>> lists;
    private readonly string polarity;
    private readonly double minConfidence;
    private readonly bool isCertainOnly;
    private readonly DateOnly? knownOn;
    private readonly string? text;

    internal AskedPattern(FactSet set, StrictObject json)
    {
        this.set = set;
        string[] names =
        [
            "ids", "subjects", "types", "layers", "objects", "roles", "subjectTypes", "objectTypes", "subjectCountries", "objectCountries",
            "statuses", "sources", "attributedTo", "conflictsWith",
        ];
        lists = names.ToDictionary(name => name, name => json.Texts(name), StringComparer.Ordinal);
        polarity = json.Text("polarity");
        minConfidence = (double)(json.Number("minConfidence") ?? 0);
        AsOf = json.Date("asOf")?.Earliest;
        isCertainOnly = json.Flag("certainOnly");
        knownOn = json.Date("knownOn")?.Earliest;
        text = json.OptionalText("text") is { } words ? NameKey.Of(words) : null;
        json.Finish();
    }

    internal DateOnly? AsOf { get; }

    /// <summary>Ids of the nodes that the pattern names.</summary>
    internal IEnumerable<string> Nodes =>
    [
        .. lists["subjects"], .. lists["objects"], .. lists["subjectCountries"], .. lists["objectCountries"],
        .. lists["roles"].Where(role => role.Contains('=', StringComparison.Ordinal)).Select(role => role[(role.IndexOf('=', StringComparison.Ordinal) + 1)..]),
        .. lists["attributedTo"].Where(name => !name.StartsWith(AuthorPrefix, StringComparison.Ordinal)),
    ];

    internal bool Matches(Fact fact) =>
        IsOneOf("ids", fact.Id)
        && IsOneOf("types", fact.Type)
        && IsOneOf("layers", set.Ontology.EdgeTypes[fact.Type].Layer)
        && IsOneOf("statuses", fact.Status.ToText())
        && End(fact.Subject, "subjects", "subjectTypes", "subjectCountries")
        && End(fact.Object, "objects", "objectTypes", "objectCountries")
        && lists["roles"].All(role => HasRole(fact, role))
        && (polarity == "both" || fact.IsDenied == (polarity == "denied"))
        && fact.Confidence >= minConfidence
        && !(fact.EnteredOn.Latest > knownOn)
        && (lists["sources"].Count == 0 || fact.Evidence.Any(evidence => lists["sources"].Any(name => IsSource(name, evidence.Source))))
        && (lists["attributedTo"].Count == 0 || lists["attributedTo"].Any(name => IsClaimOf(fact, name)))
        && (lists["conflictsWith"].Count == 0 || set.Conflicts.Any(conflict => conflict.Facts.Contains(fact.Id) && conflict.Facts.Any(lists["conflictsWith"].Contains)))
        && (text is null || NameKey.Of(fact.Statement).Contains(text, StringComparison.Ordinal))
        && (AsOf is not { } day || set.ValidityOf(fact).At(day) >= (isCertainOnly ? Certainty.Certainly : Certainty.Possibly));

    private bool IsOneOf(string list, string value) => lists[list].Count == 0 || lists[list].Contains(value);

    private bool End(string? nodeId, string ids, string types, string countries)
    {
        var isAsked = lists[ids].Count + lists[types].Count + lists[countries].Count > 0;
        return !isAsked || (nodeId is not null && set.FindNode(nodeId) is { } node
            && IsOneOf(ids, nodeId)
            && (lists[types].Count == 0 || lists[types].Any(type => set.Ontology.IsA(node.Type, type)))
            && (lists[countries].Count == 0 || node.Countries.Append(nodeId).Any(lists[countries].Contains)));
    }

    private static bool HasRole(Fact fact, string role)
    {
        var split = role.IndexOf('=', StringComparison.Ordinal);
        return split > 0 ? fact.RoleFillers(role[..split]).Contains(role[(split + 1)..]) : fact.RoleFillers(role).Count > 0;
    }

    private bool IsSource(string name, string sourceId) => name == sourceId || set.FindSource(sourceId)?.ShortName == name;

    private bool IsClaimOf(Fact fact, string name) => name.StartsWith(AuthorPrefix, StringComparison.Ordinal)
        ? fact.AttributedToAuthorOf is { } source && IsSource(name[AuthorPrefix.Length..], source)
        : fact.AttributedTo == name;
}
