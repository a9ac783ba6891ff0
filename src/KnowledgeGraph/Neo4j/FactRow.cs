using System.Globalization;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// A fact as properties of a relationship, and back without loss. Derived beside the fact's own: its layer, the day it is attested
/// for, its window as texts that compare like dates (<c>notBefore</c> … <c>notAfter</c>; an unbounded side is left out), and the
/// caption of its drawing, which shows at first sight what must not be taken for plainly so.
/// </summary>
internal static class FactRow
{
    public const string RolePrefix = "role_";
    private const string Curator = "curator";

    public static Dictionary<string, object?> Write(string dataset, FactSet set, Fact fact)
    {
        var map = new PropertyMap(fact.Id)
            .Add("dataset", dataset)
            .Add("factId", fact.Id)
            .Add("layer", set.Ontology.EdgeTypes[fact.Type].Layer)
            .Add("caption", CaptionOf(fact));
        WriteWeight(map, fact);
        WriteTime(map, set, fact);
        foreach (var (role, nodes) in fact.Roles)
        {
            map.Add(RolePrefix + role, nodes);
        }

        if (fact.Value is { } value)
        {
            ValueRow.Write(map, value);
            map.Add("value", ValueCaption.Of(value, set.Ontology));
        }

        return map.Values;
    }

    /// <param name="subject">Id of the node the relationship starts from.</param>
    /// <param name="type">Type of the relationship.</param>
    /// <param name="target">Id of the node it ends in; null where that is a literal.</param>
    /// <param name="properties">Properties of the relationship.</param>
    /// <exception cref="FormatException">A property is missing or of the wrong type.</exception>
    public static Fact Read(string subject, string type, string? target, Dictionary<string, object?> properties)
    {
        var map = new PropertyMap($"fact \"{properties.GetValueOrDefault("factId")}\"", properties);
        return new Fact
        {
            Id = map.Text("factId"),
            Subject = subject,
            Type = type,
            Object = target,
            Roles = ReadRoles(map),
            Value = ValueRow.Read(map),
            ValidFrom = map.DateOrNull("validFrom"),
            ValidTo = map.DateOrNull("validTo"),
            AttestedOn = map.DateOrNull("attestedOn"),
            IsDenied = map.Flag("denied"),
            Status = FactStatusText.TryParse(map.Text("status"), out var status)
                ? status
                : throw map.Missing("status", string.Join(", ", FactStatusText.All)),
            AttributedTo = map.TextOrNull("attributedTo"),
            AttributedToAuthorOf = map.TextOrNull("attributedToAuthorOf"),
            Confidence = map.Number("confidence"),
            ConfidenceReason = map.Text("confidenceReason"),
            Evidence = ReadEvidence(map),
            Statement = map.Text("statement"),
            Note = map.TextOrNull("note"),
            Doubts = map.Texts("doubts"),
            IsCurator = map.TextOrNull("origin") == Curator,
            EnteredBy = map.Text("enteredBy"),
            EnteredOn = map.DateOrNull("enteredOn") ?? throw map.Missing("enteredOn", "date"),
            CheckedBy = map.TextOrNull("checkedBy"),
            CheckedOn = map.DateOrNull("checkedOn"),
        };
    }

    private static void WriteWeight(PropertyMap map, Fact fact) => map
        .Add("denied", fact.IsDenied)
        .Add("status", fact.Status.ToText())
        .Add("attributedTo", fact.AttributedTo)
        .Add("attributedToAuthorOf", fact.AttributedToAuthorOf)
        .Add("confidence", fact.Confidence)
        .Add("confidenceReason", fact.ConfidenceReason)
        .Add("evidenceSources", fact.Evidence.Select(evidence => evidence.Source))
        .Add("evidencePlaces", fact.Evidence.Select(evidence => evidence.Place))
        .Add("statement", fact.Statement)
        .Add("note", fact.Note)
        .Add("doubts", fact.Doubts)
        .Add("origin", fact.IsCurator ? Curator : null)
        .Add("enteredBy", fact.EnteredBy)
        .Add("enteredOn", fact.EnteredOn)
        .Add("checkedBy", fact.CheckedBy)
        .Add("checkedOn", fact.CheckedOn);

    private static void WriteTime(PropertyMap map, FactSet set, Fact fact)
    {
        var validity = set.ValidityOf(fact);
        map.Add("validFrom", fact.ValidFrom)
            .Add("validTo", fact.ValidTo)
            .Add("attestedOn", fact.AttestedOn)
            .Add("attested", set.AttestationOf(fact))
            .Add("notBefore", Day(validity.NotBefore))
            .Add("certainFrom", Day(validity.CertainFrom))
            .Add("certainTo", Day(validity.CertainTo))
            .Add("notAfter", Day(validity.NotAfter));
    }

    /// <summary>In small letters, and with spaces, most types find room beside an arrow; where one is cut, the marks before it are not.</summary>
    private static string CaptionOf(Fact fact) =>
        (fact.IsDenied ? "NOT " : "") + (fact.Doubts.Count > 0 ? "? " : "") + (fact.Status == FactStatus.Forecast ? "forecast " : "")
        + fact.Type.Replace('_', ' ').ToLowerInvariant();

    private static string? Day(DateOnly day) =>
        day == DateOnly.MinValue || day == DateOnly.MaxValue ? null : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Dictionary<string, IReadOnlyList<string>> ReadRoles(PropertyMap map) =>
        map.NamesFrom(RolePrefix).ToDictionary(name => name[RolePrefix.Length..], map.Texts, StringComparer.Ordinal);

    private static List<Evidence> ReadEvidence(PropertyMap map)
    {
        var (sources, places) = (map.Texts("evidenceSources"), map.Texts("evidencePlaces"));
        return sources.Count == places.Count
            ? [.. sources.Select((source, i) => new Evidence(source, places[i]))]
            : throw map.Missing("evidencePlaces", "list as long as evidenceSources");
    }
}
