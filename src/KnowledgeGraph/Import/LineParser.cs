using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Import.FollowTheMoney;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Import;

/// <summary>Makes items of lines: those that are nothing out of the ordinary straight from their bytes, the others by the readers of a seed.</summary>
internal sealed class LineParser
{
    private readonly ImportPlan plan;
    private readonly SeedItemReader reader;
    private readonly EntityImport? entities;
    private readonly ProblemList problems;
    private readonly QuoteIndex quotes = new();
    private readonly PlainFacts facts;
    private readonly PlainNodes nodes;
    private byte[] compact = [];

    /// <param name="plan">Names the files.</param>
    /// <param name="reader">Reads and judges what is out of the ordinary.</param>
    /// <param name="entities">Reads entities of FollowTheMoney; null where none are imported.</param>
    /// <param name="problems">What both report to.</param>
    public LineParser(ImportPlan plan, SeedItemReader reader, EntityImport? entities, ProblemList problems)
    {
        (this.plan, this.reader, this.entities, this.problems) = (plan, reader, entities, problems);
        (facts, nodes) = (new PlainFacts(reader.Ontology, quotes), new PlainNodes(reader.Ontology, quotes));
    }

    /// <summary>Makes items of the lines of a piece.</summary>
    public void Parse(ImportPiece piece, int input)
    {
        piece.Plain.Clear();
        piece.Others.Clear();
        var holdsEntities = ImportPlan.HoldsEntities(plan.Inputs[input]);
        foreach (var line in piece.Lines.Lines)
        {
            if (holdsEntities || line.Length == Line.TooLong || !TryTakePlain(piece.Lines, line, new Origin(input, line.Number), piece.Plain))
            {
                var items = Read(piece.Lines, line, plan.Inputs[input], holdsEntities);
                piece.Others.Add(new ReadLine(line.Number, piece.Plain.End, items, problems.Count > 0 ? problems.Take() : []));
            }
        }
    }

    /// <summary>Takes a line as it is; where blanks keep it from that, without them.</summary>
    internal bool TryTakePlain(LinePiece piece, Line line, Origin origin, RecordBatch batch)
    {
        var bytes = piece[line];
        if (!quotes.TryRead(bytes))
        {
            return false;
        }

        if (TryTakeCompact(piece, line.Start, line.Length, origin, batch))
        {
            return true;
        }

        compact = compact.Length < line.Length ? new byte[line.Length * 2] : compact;
        if (!PlainText.TryCompact(bytes, compact, out var length))
        {
            return false;
        }

        var start = piece.Add(compact.AsSpan(0, length));
        return quotes.TryRead(compact.AsSpan(0, length)) && TryTakeCompact(piece, start, length, origin, batch);
    }

    private bool TryTakeCompact(LinePiece piece, int start, int length, Origin origin, RecordBatch batch)
    {
        var line = piece.Bytes.Slice(start, length);
        return facts.TryTake(line, start, origin, piece, batch) || nodes.TryTake(line, start, origin, piece, batch);
    }

    private IReadOnlyList<ImportedItem> Read(LinePiece piece, Line line, string name, bool holdsEntities)
    {
        if (line.Length == Line.TooLong)
        {
            problems.Add(
                new Place(new SeedFile(name, [], line.Number), 0),
                SeedCode.FileTooLarge,
                $"the line has more than {LineReader.MostBytes} bytes; write each item on a line of its own");
            return [];
        }

        var file = new SeedFile(name, piece[line].ToArray(), line.Number);
        return holdsEntities
            ? [.. entities?.Items(file) ?? throw new InvalidOperationException("no mapping was given")]
            : reader.Read(file, problems) is { } item ? [new ImportedItem(item)] : [];
    }
}
