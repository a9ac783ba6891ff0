using System.Text.Json;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Import;

/// <summary>
/// Takes the facts that are nothing out of the ordinary straight from their bytes, without making a text of any: most lines of most
/// files. It takes no fact that the readers and rules of a seed would not take, and writes the same record; what it does not take is
/// theirs to read, and to judge.
/// </summary>
/// <remarks>Left to the readers: values, doubts, curator's edges, denials of structures, escapes in texts, numbers in unusual forms.</remarks>
internal sealed class PlainFacts
{
    private readonly GraphFileWriter writer;
    private readonly EdgeType[] types;
    private readonly IdTable typeNames = new();
    private readonly IdTable roleNames = new();
    private readonly IdTable statusNames = new();
    private readonly bool[][] typeTakesRole;
    private readonly List<FactReference> references = [];
    private readonly PlainRecord record = new();

    public PlainFacts(GraphFileWriter writer)
    {
        this.writer = writer;
        types = [.. writer.Ontology.EdgeTypes.Values];
        string[] roles = [.. writer.Ontology.Roles.Keys];
        Array.ForEach(types, type => typeNames.Intern(type.Name));
        Array.ForEach(roles, role => roleNames.Intern(role));
        foreach (var status in FactStatusText.All)
        {
            statusNames.Intern(status);
        }

        typeTakesRole = Array.ConvertAll(types, type => Array.ConvertAll(roles, role => type.Roles.Contains(role)));
    }

    /// <summary>Takes a fact; false if it is left to the readers, and nothing was done.</summary>
    /// <param name="line">The line.</param>
    /// <param name="origin">Where it came from.</param>
    /// <param name="isNew">False if its id was taken before.</param>
    public bool TryTake(ReadOnlySpan<byte> line, Origin origin, out bool isNew)
    {
        isNew = true;
        references.Clear();
        if (!PlainText.IsPlain(line) || !record.TryRead(line, FactProperties.Names) || !record.Has(FactProperties.Required)
            || record.HasAny(FactProperties.LeftToReaders) || !TryRow(line, origin, out var row))
        {
            return false;
        }

        isNew = writer.Add(record.Text(line, FactProperties.Id), record.Canonical(line, FactProperties.Names), row, references);
        return true;
    }

    private bool TryRow(ReadOnlySpan<byte> line, Origin origin, out FactRow row)
    {
        row = default;
        var type = typeNames.Find(record.Text(line, FactProperties.Type));
        var status = statusNames.Find(record.Text(line, FactProperties.Status));
        var isDenied = record.Has(1 << FactProperties.Denied);
        if (type < 0 || status < 0 || types[type].HasLiteralObject || !record.Has(1 << FactProperties.Object) || (isDenied && types[type].IsAcyclic)
            || record.Has((1 << FactProperties.Claimant) | (1 << FactProperties.Author))
            || !AreTexts(line) || !TryConfidence(line, out var confidence) || !TryDates(line, out var dates) || !TryReferences(line, type))
        {
            return false;
        }

        row = new FactRow
        {
            Record = 0,
            Type = (ushort)type,
            Subject = writer.Nodes.Ids.Intern(record.Text(line, FactProperties.Subject)),
            Object = writer.Nodes.Ids.Intern(record.Text(line, FactProperties.Object)),
            Confidence = confidence,
            Marks = FactRow.MarksOf((FactStatus)status, isDenied, isCurator: false),
            From = dates.From,
            To = dates.To,
            Attested = dates.Attested,
            Entered = dates.Entered,
            FirstReference = 0,
            References = references.Count,
            Origin = origin,
        };
        return true;
    }

    /// <summary>Whether what must be a text is one, and the flag is set.</summary>
    private bool AreTexts(ReadOnlySpan<byte> line)
    {
        foreach (var property in FactProperties.Texts)
        {
            if (record.Has(1 << property) && !PlainText.IsText(record.Raw(line, property)))
            {
                return false;
            }
        }

        return SeedItemReader.IsId(record.Text(line, FactProperties.Id))
            && (!record.Has(1 << FactProperties.Denied) || record.Raw(line, FactProperties.Denied).SequenceEqual("true"u8));
    }

    private bool TryConfidence(ReadOnlySpan<byte> line, out double confidence) => PlainText.TryConfidence(record.Raw(line, FactProperties.Confidence), out confidence);

    private bool TryDates(ReadOnlySpan<byte> line, out (PartialDate From, PartialDate To, PartialDate Attested, PartialDate Entered) dates)
    {
        dates = default;
        return TryDate(line, FactProperties.ValidFrom, out dates.From) && TryDate(line, FactProperties.ValidTo, out dates.To)
            && TryDate(line, FactProperties.AttestedOn, out dates.Attested) && TryDate(line, FactProperties.EnteredOn, out dates.Entered)
            && TryDate(line, FactProperties.CheckedOn, out _)
            && (dates.From == default || dates.To == default || dates.From.Earliest <= dates.To.Latest);
    }

    private bool TryDate(ReadOnlySpan<byte> line, int property, out PartialDate date)
    {
        date = default;
        return !record.Has(1 << property) || PlainText.TryDate(record.Text(line, property), out date);
    }

    private bool TryReferences(ReadOnlySpan<byte> line, int type)
    {
        if (record.Has(1 << FactProperties.Roles) && !TryRoles(record.Raw(line, FactProperties.Roles), type))
        {
            return false;
        }

        if (record.Has(1 << FactProperties.Claimant))
        {
            references.Add(new(FactReference.Claimant, writer.Nodes.Ids.Intern(record.Text(line, FactProperties.Claimant))));
        }

        if (record.Has(1 << FactProperties.Author))
        {
            references.Add(new(FactReference.Author, writer.Sources.Ids.Intern(record.Text(line, FactProperties.Author))));
        }

        return TryEvidence(record.Raw(line, FactProperties.Evidence));
    }

    /// <summary>Roles in the order of their names, each with fillers that differ; written without a blank.</summary>
    private bool TryRoles(ReadOnlySpan<byte> json, int type)
    {
        var reader = new Utf8JsonReader(json);
        var (before, first) = (-1, 0);
        if (!PlainText.IsCompact(json) || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var role = roleNames.Find(reader.ValueSpan);
            if (role <= before || !typeTakesRole[type][role] || !reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            {
                return false;
            }

            for ((before, first) = (role, references.Count); reader.Read() && reader.TokenType == JsonTokenType.String;)
            {
                var filler = new FactReference(role, writer.Nodes.Ids.Intern(reader.ValueSpan));
                if (!PlainText.HasInk(reader.ValueSpan) || references.IndexOf(filler, first) >= 0)
                {
                    return false;
                }

                references.Add(filler);
            }

            if (reader.TokenType != JsonTokenType.EndArray || references.Count == first)
            {
                return false;
            }
        }

        return before >= 0;
    }

    /// <summary>Objects of source and place, in this order; written without a blank.</summary>
    private bool TryEvidence(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!PlainText.IsCompact(json) || !reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        var before = references.Count;
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            if (!TryText(ref reader, "source"u8))
            {
                return false;
            }

            references.Add(new(FactReference.Evidence, writer.Sources.Ids.Intern(reader.ValueSpan)));
            if (!TryText(ref reader, "place"u8) || !reader.Read() || reader.TokenType != JsonTokenType.EndObject)
            {
                return false;
            }
        }

        return reader.TokenType == JsonTokenType.EndArray && references.Count > before;
    }

    private static bool TryText(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name)
        && reader.Read() && reader.TokenType == JsonTokenType.String && PlainText.HasInk(reader.ValueSpan);
}
