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
    public static void Write(JsonWriter writer, Node node)
    {
        writer.WriteStartObject();
        Text(writer, "id", node.Id);
        Text(writer, "type", node.Type);
        Text(writer, "name", node.Name);
        Text(writer, "shortName", node.ShortName);
        List(writer, "names", node.Names, WriteName);
        Strings(writer, "country", node.Countries);
        List(writer, "identifiers", node.Identifiers, WriteIdentifier);
        Text(writer, "note", node.Note);
        writer.WriteEndObject();
    }

    /// <summary>Writes a source as an object.</summary>
    public static void Write(JsonWriter writer, Source source)
    {
        writer.WriteStartObject();
        Text(writer, "id", source.Id);
        Text(writer, "shortName", source.ShortName);
        Text(writer, "title", source.Title);
        Text(writer, "publisher", source.Publisher);
        Text(writer, "author", source.Author);
        Text(writer, "date", source.Date?.ToString());
        Text(writer, "kind", source.Kind);
        Text(writer, "celex", source.Celex);
        Text(writer, "url", source.Url);
        Text(writer, "note", source.Note);
        writer.WriteEndObject();
    }

    /// <summary>Writes a conflict as an object.</summary>
    public static void Write(JsonWriter writer, Conflict conflict)
    {
        writer.WriteStartObject();
        Text(writer, "id", conflict.Id);
        Strings(writer, "facts", conflict.Facts);
        Text(writer, "note", conflict.Note);
        writer.WriteEndObject();
    }

    /// <summary>Writes a fact as an object.</summary>
    public static void Write(JsonWriter writer, Fact fact)
    {
        writer.WriteStartObject();
        WriteRelation(writer, fact);
        Text(writer, "validFrom", fact.ValidFrom?.ToString());
        Text(writer, "validTo", fact.ValidTo?.ToString());
        Text(writer, "attestedOn", fact.AttestedOn?.ToString());
        Flag(writer, "denied", fact.IsDenied);
        Text(writer, "status", fact.Status.ToText());
        Text(writer, "attributedTo", fact.AttributedTo);
        Text(writer, "attributedToAuthorOf", fact.AttributedToAuthorOf);
        writer.WritePropertyName("confidence");
        writer.WriteRawValue(Number(fact.Confidence));
        Text(writer, "confidenceReason", fact.ConfidenceReason);
        List(writer, "evidence", fact.Evidence, WriteEvidence);
        Text(writer, "statement", fact.Statement);
        Text(writer, "note", fact.Note);
        Strings(writer, "doubts", fact.Doubts);
        Text(writer, "origin", fact.IsCurator ? "curator" : null);
        Text(writer, "enteredBy", fact.EnteredBy);
        Text(writer, "enteredOn", fact.EnteredOn.ToString());
        Text(writer, "checkedBy", fact.CheckedBy);
        Text(writer, "checkedOn", fact.CheckedOn?.ToString());
        writer.WriteEndObject();
    }

    /// <summary>The shortest decimal form that reads back as the same number; whole numbers without a point.</summary>
    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The decimal form without trailing zeros.</summary>
    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static void WriteRelation(JsonWriter writer, Fact fact)
    {
        Text(writer, "id", fact.Id);
        Text(writer, "subject", fact.Subject);
        Text(writer, "type", fact.Type);
        Text(writer, "object", fact.Object);
        if (fact.Roles.Count > 0)
        {
            writer.WritePropertyName("roles");
            writer.WriteStartObject();
            foreach (var (role, nodes) in fact.Roles.OrderBy(role => role.Key, StringComparer.Ordinal))
            {
                Strings(writer, role, nodes);
            }

            writer.WriteEndObject();
        }

        if (fact.Value is { } value)
        {
            writer.WritePropertyName("value");
            WriteValue(writer, value);
        }
    }

    private static void WriteValue(JsonWriter writer, FactValue value)
    {
        writer.WriteStartObject();
        if (value.IsExact)
        {
            Decimal(writer, "exact", value.Minimum);
        }
        else
        {
            Decimal(writer, value.IsMinimumExclusive ? "above" : "min", value.Minimum);
            Decimal(writer, value.IsMaximumExclusive ? "below" : "max", value.Maximum);
        }

        Text(writer, "text", value.Text);
        Text(writer, "date", value.Date?.ToString());
        Text(writer, "unit", value.Unit);
        Flag(writer, "approximate", value.IsApproximate);
        if (value.PeriodFrom is not null || value.PeriodTo is not null)
        {
            writer.WritePropertyName("period");
            writer.WriteStartObject();
            Text(writer, "from", value.PeriodFrom?.ToString());
            Text(writer, "to", value.PeriodTo?.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteName(JsonWriter writer, NodeName name)
    {
        writer.WriteStartObject();
        Text(writer, "text", name.Text);
        Text(writer, "kind", name.Kind.ToText());
        Text(writer, "language", name.Language);
        Flag(writer, "ambiguous", name.IsAmbiguous);
        writer.WriteEndObject();
    }

    private static void WriteIdentifier(JsonWriter writer, Identifier identifier)
    {
        writer.WriteStartObject();
        Text(writer, "scheme", identifier.Scheme);
        Text(writer, "value", identifier.Value);
        Flag(writer, "asPrinted", identifier.IsAsPrinted);
        writer.WriteEndObject();
    }

    private static void WriteEvidence(JsonWriter writer, Evidence evidence)
    {
        writer.WriteStartObject();
        Text(writer, "source", evidence.Source);
        Text(writer, "place", evidence.Place);
        writer.WriteEndObject();
    }

    private static void Text(JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(text);
        }
    }

    private static void Flag(JsonWriter writer, string name, bool flag)
    {
        if (flag)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(true);
        }
    }

    private static void Decimal(JsonWriter writer, string name, decimal? number)
    {
        if (number is { } n)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(Number(n));
        }
    }

    private static void Strings(JsonWriter writer, string name, IReadOnlyList<string> texts) =>
        List(writer, name, texts, static (w, text) => w.WriteValue(text));

    private static void List<T>(JsonWriter writer, string name, IReadOnlyList<T> items, Action<JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WritePropertyName(name);
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }
}
