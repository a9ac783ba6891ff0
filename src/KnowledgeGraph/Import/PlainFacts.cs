using System.Runtime.InteropServices;
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
    private readonly EdgeType[] types;
    private readonly IdTable typeNames = new();
    private readonly IdTable roleNames = new();
    private readonly IdTable statusNames = new();
    private readonly bool[][] typeTakesRole;
    private readonly PlainRecord record;

    /// <param name="ontology">The vocabulary.</param>
    /// <param name="quotes">Knows where the quotation marks of each line stand.</param>
    public PlainFacts(OntologyModel ontology, QuoteIndex quotes)
    {
        record = new PlainRecord(FactProperties.Names, quotes);
        types = [.. ontology.EdgeTypes.Values];
        string[] roles = [.. ontology.Roles.Keys];
        Array.ForEach(types, type => typeNames.Intern(type.Name));
        Array.ForEach(roles, role => roleNames.Intern(role));
        foreach (var status in FactStatusText.All)
        {
            statusNames.Intern(status);
        }

        typeTakesRole = Array.ConvertAll(types, type => Array.ConvertAll(roles, role => type.Roles.Contains(role)));
    }

    /// <summary>Adds a fact to a batch; false if it is left to the readers, and nothing was done.</summary>
    /// <param name="line">The line, plain and compact.</param>
    /// <param name="start">Where it stands in the piece.</param>
    /// <param name="origin">Where it came from.</param>
    /// <param name="piece">Where ids and records stand.</param>
    /// <param name="batch">The batch.</param>
    public bool TryTake(ReadOnlySpan<byte> line, int start, Origin origin, LinePiece piece, RecordBatch batch)
    {
        var first = batch.Ids.Count;
        if (!record.TryRead(line) || !record.Has(FactProperties.Required) || record.HasAny(FactProperties.LeftToReaders)
            || !TryRow(line, origin, out var row) || !TryIds(line, start, row.Type, batch.Ids))
        {
            CollectionsMarshal.SetCount(batch.Ids, first);
            return false;
        }

        var text = record.TryOrder(line, out var ordered) ? new BatchRecord(piece.Add(ordered), ordered.Length) : new BatchRecord(start, line.Length);
        batch.Facts.Add(new BatchFact(text, first, batch.Ids.Count, row));
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
            || !AreTexts(line) || !TryConfidence(line, out var confidence) || !TryDates(line, out var dates))
        {
            return false;
        }

        row = new FactRow
        {
            Record = 0,
            Type = (ushort)type,
            Subject = 0,
            Object = 0,
            Confidence = confidence,
            Marks = FactRow.MarksOf((FactStatus)status, isDenied, isCurator: false),
            From = dates.From,
            To = dates.To,
            Attested = dates.Attested,
            Entered = dates.Entered,
            FirstReference = 0,
            Origin = origin,
        };
        return true;
    }

    /// <summary>Whether what must be a text is one, and the flag is set.</summary>
    private bool AreTexts(ReadOnlySpan<byte> line) =>
        record.AreTexts(FactProperties.Texts) && SeedItemReader.IsId(record.Text(line, FactProperties.Id))
        && (!record.Has(1 << FactProperties.Denied) || record.Raw(line, FactProperties.Denied).SequenceEqual("true"u8));

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

    private bool TryIds(ReadOnlySpan<byte> line, int start, int type, List<BatchId> ids)
    {
        var into = new BatchIds(ids, start, line);
        into.Add(FactReference.Self, record.Text(line, FactProperties.Id));
        into.Add(FactReference.Node, record.Text(line, FactProperties.Subject));
        into.Add(FactReference.Node, record.Text(line, FactProperties.Object));
        if (record.Has(1 << FactProperties.Roles) && !TryRoles(record.Raw(line, FactProperties.Roles), type, into))
        {
            return false;
        }

        if (record.Has(1 << FactProperties.Claimant))
        {
            into.Add(FactReference.Claimant, record.Text(line, FactProperties.Claimant));
        }

        if (record.Has(1 << FactProperties.Author))
        {
            into.Add(FactReference.Author, record.Text(line, FactProperties.Author));
        }

        return TryEvidence(record.Raw(line, FactProperties.Evidence), into);
    }

    /// <summary>Roles in the order of their names, each with fillers that differ.</summary>
    private bool TryRoles(ReadOnlySpan<byte> json, int type, BatchIds into)
    {
        var cursor = new PlainCursor(json);
        var before = -1;
        if (!cursor.TrySkip("{"u8))
        {
            return false;
        }

        do
        {
            if (!cursor.TryText(out var name) || roleNames.Find(name) is var role && (role <= before || !typeTakesRole[type][role])
                || !cursor.TrySkip(":"u8) || !cursor.TryIds(role, into))
            {
                return false;
            }

            before = role;
        }
        while (cursor.TrySkip(","u8));

        return cursor.TrySkip("}"u8) && cursor.IsAtEnd;
    }

    /// <summary>Objects of source and place, in this order.</summary>
    private static bool TryEvidence(ReadOnlySpan<byte> json, BatchIds into)
    {
        var cursor = new PlainCursor(json);
        if (!cursor.TrySkip("["u8))
        {
            return false;
        }

        do
        {
            if (!cursor.TrySkip("{\"source\":"u8) || !cursor.TryText(out var source)
                || !cursor.TrySkip(",\"place\":"u8) || !cursor.TryText(out _) || !cursor.TrySkip("}"u8))
            {
                return false;
            }

            into.Add(FactReference.Evidence, source);
        }
        while (cursor.TrySkip(","u8));

        return cursor.TrySkip("]"u8) && cursor.IsAtEnd;
    }
}
