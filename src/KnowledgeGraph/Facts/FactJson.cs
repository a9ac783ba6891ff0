using System.Globalization;
using Newtonsoft.Json;

namespace KnowledgeGraph.Facts;

/// <summary>
/// Writes nodes, sources, facts and conflicts in the one JSON shape they have everywhere: in the seed, in the evidence of answers,
/// and in the text the data hash is taken over. Empty lists, nulls and false are left out.
/// </summary>
public static class FactJson
{
    /// <summary>Writes a node as an object.</summary>
    public static void Write(JsonWriter writer, Node node) => writer.Object(node, static (w, n) =>
    {
        w.Field("id", n.Id);
        w.Field("type", n.Type);
        w.Field("name", n.Name);
        w.Field("shortName", n.ShortName);
        ListUnlessEmpty(w, "names", n.Names, WriteName);
        w.Field("country", n.Countries);
        ListUnlessEmpty(w, "identifiers", n.Identifiers, WriteIdentifier);
        w.Field("note", n.Note);
    });

    /// <summary>Writes a source as an object.</summary>
    public static void Write(JsonWriter writer, Source source) => writer.Object(source, static (w, s) =>
    {
        w.Field("id", s.Id);
        w.Field("shortName", s.ShortName);
        w.Field("title", s.Title);
        w.Field("publisher", s.Publisher);
        w.Field("author", s.Author);
        w.Field("date", s.Date?.ToString());
        w.Field("kind", s.Kind);
        w.Field("celex", s.Celex);
        w.Field("url", s.Url);
        w.Field("note", s.Note);
    });

    /// <summary>Writes a conflict as an object.</summary>
    public static void Write(JsonWriter writer, Conflict conflict) => writer.Object(conflict, static (w, c) =>
    {
        w.Field("id", c.Id);
        w.Field("facts", c.Facts);
        w.Field("note", c.Note);
    });

    /// <summary>Writes a fact as an object.</summary>
    public static void Write(JsonWriter writer, Fact fact) => writer.Object(fact, static (w, f) =>
    {
        w.Field("id", f.Id);
        w.Field("subject", f.Subject);
        w.Field("type", f.Type);
        w.Field("object", f.Object);
        WriteQualifiers(w, f);
        w.Field("validFrom", f.ValidFrom?.ToString());
        w.Field("validTo", f.ValidTo?.ToString());
        w.Field("attestedOn", f.AttestedOn?.ToString());
        w.Flag("denied", f.IsDenied);
        w.Field("status", f.Status.ToText());
        w.Field("attributedTo", f.AttributedTo);
        w.Field("attributedToAuthorOf", f.AttributedToAuthorOf);
        w.Field("confidence", f.Confidence);
        w.Field("confidenceReason", f.ConfidenceReason);
        w.List("evidence", f.Evidence, static (e, evidence) => e.Object(evidence, WriteEvidence));
        w.Field("statement", f.Statement);
        w.Field("note", f.Note);
        w.Field("doubts", f.Doubts);
        w.Field("origin", f.IsCurator ? "curator" : null);
        w.Field("enteredBy", f.EnteredBy);
        w.Field("enteredOn", f.EnteredOn.ToString());
        w.Field("checkedBy", f.CheckedBy);
        w.Field("checkedOn", f.CheckedOn?.ToString());
    });

    /// <summary>The shortest decimal form that reads back as the same number; whole numbers without a point.</summary>
    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The decimal form without trailing zeros.</summary>
    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Writes the roles and the value of a fact, within an object.</summary>
    internal static void WriteQualifiers(JsonWriter writer, Fact fact)
    {
        if (fact.Roles.Count > 0)
        {
            writer.Object("roles", fact.Roles, static (w, roles) =>
            {
                foreach (var role in roles.Keys.Order(StringComparer.Ordinal))
                {
                    w.Field(role, roles[role]);
                }
            });
        }

        if (fact.Value is { } value)
        {
            writer.Object("value", value, WriteValue);
        }
    }

    private static void WriteValue(JsonWriter writer, FactValue value)
    {
        if (value.IsExact)
        {
            writer.Field("exact", value.Minimum);
        }
        else
        {
            writer.Field(value.IsMinimumExclusive ? "above" : "min", value.Minimum);
            writer.Field(value.IsMaximumExclusive ? "below" : "max", value.Maximum);
        }

        writer.Field("text", value.Text);
        writer.Field("date", value.Date?.ToString());
        writer.Field("unit", value.Unit);
        writer.Flag("approximate", value.IsApproximate);
        if (value.PeriodFrom is not null || value.PeriodTo is not null)
        {
            writer.Object("period", value, static (w, v) =>
            {
                w.Field("from", v.PeriodFrom?.ToString());
                w.Field("to", v.PeriodTo?.ToString());
            });
        }
    }

    private static void WriteName(JsonWriter writer, NodeName name)
    {
        writer.Field("text", name.Text);
        writer.Field("kind", name.Kind.ToText());
        writer.Field("language", name.Language);
        writer.Flag("ambiguous", name.IsAmbiguous);
    }

    private static void WriteIdentifier(JsonWriter writer, Identifier identifier)
    {
        writer.Field("scheme", identifier.Scheme);
        writer.Field("value", identifier.Value);
        writer.Flag("asPrinted", identifier.IsAsPrinted);
    }

    private static void WriteEvidence(JsonWriter writer, Evidence evidence)
    {
        writer.Field("source", evidence.Source);
        writer.Field("place", evidence.Place);
    }

    private static void ListUnlessEmpty<T>(JsonWriter writer, string name, IReadOnlyList<T> items, Action<JsonWriter, T> write)
    {
        if (items.Count > 0)
        {
            writer.List(name, items, (w, item) => w.Object(item, write));
        }
    }
}
