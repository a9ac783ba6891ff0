using System.Text.Json;

namespace KnowledgeGraph.Facts;

/// <summary>
/// Reads back what <see cref="FactJson"/> wrote: nodes, sources, facts and conflicts that were checked before. What people wrote is read
/// by the readers of the seed, which say where it is wrong.
/// </summary>
internal static class FactJsonReader
{
    /// <exception cref="InvalidDataException">It is no such text.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, RecordOf<T> read)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            return read(ref reader);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException($"a record cannot be read: {error.Message}", error);
        }
    }

    /// <summary>The id of an item, which comes first.</summary>
    public static string Id(ref Utf8JsonReader reader) => NextProperty(ref reader, out _) ? reader.GetString()! : "";

    public static Node Node(ref Utf8JsonReader reader)
    {
        var node = new Node { Id = "", Type = "", Name = "" };
        while (NextProperty(ref reader, out var name))
        {
            node = name switch
            {
                "id" => node with { Id = reader.GetString()! },
                "type" => node with { Type = reader.GetString()! },
                "name" => node with { Name = reader.GetString()! },
                "shortName" => node with { ShortName = reader.GetString() },
                "names" => node with { Names = List(ref reader, Name) },
                "country" => node with { Countries = Texts(ref reader) },
                "identifiers" => node with { Identifiers = List(ref reader, Identifier) },
                "note" => node with { Note = reader.GetString() },
                _ => throw Unknown(name),
            };
        }

        return node;
    }

    public static Source Source(ref Utf8JsonReader reader)
    {
        var source = new Source { Id = "", Title = "", Kind = "" };
        while (NextProperty(ref reader, out var name))
        {
            source = name switch
            {
                "id" => source with { Id = reader.GetString()! },
                "shortName" => source with { ShortName = reader.GetString() },
                "title" => source with { Title = reader.GetString()! },
                "publisher" => source with { Publisher = reader.GetString() },
                "author" => source with { Author = reader.GetString() },
                "date" => source with { Date = Date(ref reader) },
                "kind" => source with { Kind = reader.GetString()! },
                "celex" => source with { Celex = reader.GetString() },
                "url" => source with { Url = reader.GetString() },
                "note" => source with { Note = reader.GetString() },
                _ => throw Unknown(name),
            };
        }

        return source;
    }

    public static Conflict Conflict(ref Utf8JsonReader reader)
    {
        var conflict = new Conflict("", [], "");
        while (NextProperty(ref reader, out var name))
        {
            conflict = name switch
            {
                "id" => conflict with { Id = reader.GetString()! },
                "facts" => conflict with { Facts = Texts(ref reader) },
                "note" => conflict with { Note = reader.GetString()! },
                _ => throw Unknown(name),
            };
        }

        return conflict;
    }

    public static Fact Fact(ref Utf8JsonReader reader)
    {
        var fact = new Fact
        {
            Id = "",
            Subject = "",
            Type = "",
            Status = default,
            Confidence = 0,
            ConfidenceReason = "",
            Evidence = [],
            Statement = "",
            EnteredBy = "",
            EnteredOn = default,
        };
        while (NextProperty(ref reader, out var name))
        {
            fact = name switch
            {
                "id" => fact with { Id = reader.GetString()! },
                "subject" => fact with { Subject = reader.GetString()! },
                "type" => fact with { Type = reader.GetString()! },
                "object" => fact with { Object = reader.GetString() },
                "roles" => fact with { Roles = Roles(ref reader) },
                "value" => fact with { Value = Value(ref reader) },
                "validFrom" => fact with { ValidFrom = Date(ref reader) },
                "validTo" => fact with { ValidTo = Date(ref reader) },
                "attestedOn" => fact with { AttestedOn = Date(ref reader) },
                "denied" => fact with { IsDenied = reader.GetBoolean() },
                _ => Judged(fact, name, ref reader),
            };
        }

        return fact;
    }

    /// <summary>What weighs a fact, and who entered it.</summary>
    private static Fact Judged(Fact fact, string name, ref Utf8JsonReader reader) => name switch
    {
        "status" => fact with { Status = FactStatusText.TryParse(reader.GetString()!, out var status) ? status : throw Unknown(name) },
        "attributedTo" => fact with { AttributedTo = reader.GetString() },
        "attributedToAuthorOf" => fact with { AttributedToAuthorOf = reader.GetString() },
        "confidence" => fact with { Confidence = reader.GetDouble() },
        "confidenceReason" => fact with { ConfidenceReason = reader.GetString()! },
        "evidence" => fact with { Evidence = List(ref reader, Evidence) },
        "statement" => fact with { Statement = reader.GetString()! },
        "note" => fact with { Note = reader.GetString() },
        "doubts" => fact with { Doubts = Texts(ref reader) },
        "origin" => fact with { IsCurator = true },
        "enteredBy" => fact with { EnteredBy = reader.GetString()! },
        "enteredOn" => fact with { EnteredOn = Date(ref reader) },
        "checkedBy" => fact with { CheckedBy = reader.GetString() },
        "checkedOn" => fact with { CheckedOn = Date(ref reader) },
        _ => throw Unknown(name),
    };

    private static FactValue Value(ref Utf8JsonReader reader)
    {
        var value = new FactValue { Unit = "" };
        while (NextProperty(ref reader, out var name))
        {
            value = name switch
            {
                "exact" => value with { Minimum = reader.GetDecimal(), Maximum = reader.GetDecimal() },
                "min" => value with { Minimum = reader.GetDecimal() },
                "max" => value with { Maximum = reader.GetDecimal() },
                "above" => value with { Minimum = reader.GetDecimal(), IsMinimumExclusive = true },
                "below" => value with { Maximum = reader.GetDecimal(), IsMaximumExclusive = true },
                "text" => value with { Text = reader.GetString() },
                "date" => value with { Date = Date(ref reader) },
                "unit" => value with { Unit = reader.GetString()! },
                "approximate" => value with { IsApproximate = reader.GetBoolean() },
                "period" => WithPeriod(value, ref reader),
                _ => throw Unknown(name),
            };
        }

        return value;
    }

    private static FactValue WithPeriod(FactValue value, ref Utf8JsonReader reader)
    {
        while (NextProperty(ref reader, out var name))
        {
            value = name switch
            {
                "from" => value with { PeriodFrom = Date(ref reader) },
                "to" => value with { PeriodTo = Date(ref reader) },
                _ => throw Unknown(name),
            };
        }

        return value;
    }

    private static OrderedDictionary<string, IReadOnlyList<string>> Roles(ref Utf8JsonReader reader)
    {
        var roles = new OrderedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        while (NextProperty(ref reader, out var name))
        {
            roles[name] = Texts(ref reader);
        }

        return roles;
    }

    private static NodeName Name(ref Utf8JsonReader reader)
    {
        var read = new NodeName("", NameKind.Alias);
        while (NextProperty(ref reader, out var name))
        {
            read = name switch
            {
                "text" => read with { Text = reader.GetString()! },
                "kind" => read with { Kind = NameKindText.TryParse(reader.GetString()!, out var kind) ? kind : throw Unknown(name) },
                "language" => read with { Language = reader.GetString() },
                "ambiguous" => read with { IsAmbiguous = reader.GetBoolean() },
                _ => throw Unknown(name),
            };
        }

        return read;
    }

    private static Identifier Identifier(ref Utf8JsonReader reader)
    {
        var read = new Identifier("", "");
        while (NextProperty(ref reader, out var name))
        {
            read = name switch
            {
                "scheme" => read with { Scheme = reader.GetString()! },
                "value" => read with { Value = reader.GetString()! },
                "asPrinted" => read with { IsAsPrinted = reader.GetBoolean() },
                _ => throw Unknown(name),
            };
        }

        return read;
    }

    private static Evidence Evidence(ref Utf8JsonReader reader)
    {
        var read = new Evidence("", "");
        while (NextProperty(ref reader, out var name))
        {
            read = name switch
            {
                "source" => read with { Source = reader.GetString()! },
                "place" => read with { Place = reader.GetString()! },
                _ => throw Unknown(name),
            };
        }

        return read;
    }

    /// <summary>Steps to the value of the next property of an object; its end is no property.</summary>
    private static bool NextProperty(ref Utf8JsonReader reader, out string name)
    {
        reader.Read();
        name = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString()! : "";
        return reader.TokenType == JsonTokenType.PropertyName && reader.Read();
    }

    private static List<T> List<T>(ref Utf8JsonReader reader, RecordOf<T> read)
    {
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(read(ref reader));
        }

        return items;
    }

    private static List<string> Texts(ref Utf8JsonReader reader) => List(ref reader, static (ref Utf8JsonReader entry) => entry.GetString()!);

    private static PartialDate Date(ref Utf8JsonReader reader) => PartialDate.Parse(reader.GetString() ?? "");

    private static KeyNotFoundException Unknown(string name) => new($"\"{name}\" is not known there");
}

/// <summary>Reads an item where a reader stands.</summary>
internal delegate T RecordOf<out T>(ref Utf8JsonReader reader);
