using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Import.FollowTheMoney;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Import;

/// <summary>
/// Makes a graph file of millions of facts, streaming: what does not belong is named in a file of rejects and counted, and the rest is
/// written. Interrupted or killed at any moment it leaves the target as it was.
/// </summary>
public sealed class BulkImport : IDisposable
{
    private readonly ImportPlan plan;
    private readonly LineParser parser;
    private readonly GraphFileWriter writer;
    private readonly RejectFile rejects;
    private readonly Tally leftOut = new();
    private readonly List<TakenTwice> twice = [];
    private readonly IProgress<ImportProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly long totalBytes;
    private long doneBytes;
    private long lines;

    private BulkImport(
        ImportPlan plan, SeedItemReader reader, EntityMapping? mapping, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        (this.plan, this.progress, this.cancellation) = (plan, progress, cancellation);
        totalBytes = plan.Inputs.Where(File.Exists).Sum(input => new FileInfo(input).Length);
        writer = new GraphFileWriter(plan.Target, reader.Ontology);
        rejects = new RejectFile(plan.Rejects);
        var problems = new ProblemList();
        parser = new LineParser(
            plan, reader, mapping is null ? null : new EntityImport(mapping, plan, reader.Ontology, problems, leftOut), problems);
    }

    /// <summary>Imports. Linear in the bytes read; what a fact takes of memory is in README.md. Where nothing is taken, no file is written.</summary>
    /// <param name="plan">What to import.</param>
    /// <param name="progress">Told every thousand lines or so.</param>
    /// <param name="cancellation">Interrupts it; nothing is written then.</param>
    /// <returns>The report; or, where vocabulary, mapping or a seed is not sound, their problems, and nothing is written.</returns>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static (ImportReport? Report, IReadOnlyList<SeedProblem> Problems) Run(
        ImportPlan plan, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var problems = new ProblemList();
        if (SeedItemReader.Open(plan.Ontology, problems) is not { } reader)
        {
            return (null, problems.Sorted());
        }

        var mapping = plan.Mapping is { } file ? EntityMappingReader.Read(file, reader.Ontology, problems) : null;
        if (problems.Count > 0)
        {
            return (null, problems.Sorted());
        }

        using var import = new BulkImport(plan, reader, mapping, progress, cancellation);
        var unsound = import.Read();
        return unsound.Count > 0 ? (null, unsound) : (import.Finish(), []);
    }

    /// <summary>Takes away what was not finished.</summary>
    public void Dispose()
    {
        writer.Dispose();
        rejects.Dispose();
    }

    private IReadOnlyList<SeedProblem> Read()
    {
        for (var i = 0; i < plan.Inputs.Count; i++)
        {
            if (Directory.Exists(plan.Inputs[i]))
            {
                var seed = SeedReader.Read(plan.Inputs[i]);
                if (seed.Facts is not { } facts)
                {
                    return seed.Problems;
                }

                Add(facts, i);
            }
            else
            {
                ReadLines(i);
            }
        }

        return [];
    }

    /// <summary>One hand parses, the other reads, looks ids up and writes.</summary>
    private void ReadLines(int input)
    {
        using var file = new LineReader(plan.Inputs[input]);
        ReadAhead.Run<ImportPiece>(
            piece =>
            {
                var isMore = file.Read(piece.Lines);
                piece.Position = file.Position;
                return isMore;
            },
            piece => parser.Parse(piece, input),
            piece =>
            {
                cancellation.ThrowIfCancellationRequested();
                Take(piece, input);
                progress?.Report(new ImportProgress(plan.Inputs[input], doneBytes + piece.Position, totalBytes, lines, rejects.Tally.Total));
            });
        doneBytes += file.Position;
    }

    private void Take(ImportPiece piece, int input)
    {
        var from = default(BatchMark);
        foreach (var line in piece.Others)
        {
            TakePlain(piece, from, line.Before);
            from = line.Before;
            Take(line, input);
        }

        TakePlain(piece, from, piece.Plain.End);
        lines += piece.Lines.Lines.Count - piece.Lines.Lines.Count(line => line.Length == Line.TooLong);
    }

    private void TakePlain(ImportPiece piece, BatchMark from, BatchMark to)
    {
        if (from != to)
        {
            writer.Add(piece.Plain, from, to, piece.Lines.Bytes, twice);
            foreach (var item in twice.OrderBy(item => item.Origin.Line))
            {
                rejects.Add([Twice(item.Origin, item.What, item.Id)]);
            }

            twice.Clear();
        }
    }

    private void Take(ReadLine line, int input)
    {
        var problems = line.Problems.ToList();
        foreach (var given in line.Items)
        {
            if (!TryTake(given.Item, new Origin(input, line.Number), out var what, out var id) && !given.IsShared)
            {
                problems.Add(Twice(new Origin(input, line.Number), what, id));
            }
        }

        if (problems.Count > 0)
        {
            rejects.Add(problems);
        }
    }

    private bool TryTake(object given, Origin origin, out string what, out string id)
    {
        (var isNew, what, id) = given switch
        {
            Node node => (writer.Add(node, origin), "node", node.Id),
            Source source => (writer.Add(source, origin), "source", source.Id),
            Fact fact => (writer.Add(fact, origin), "fact", fact.Id),
            var other => (writer.Add((Conflict)other, origin), "conflict", ((Conflict)other).Id),
        };
        return isNew;
    }

    private SeedProblem Twice(Origin origin, string what, string id) => new(
        plan.Inputs[origin.File], origin.Line, 1, SeedCode.DuplicateId, $"{what} {ProblemList.Quote(id)} stands twice; the first is kept");

    /// <summary>A seed has been checked as a whole; what another input gave before is kept.</summary>
    private void Add(FactSet facts, int input)
    {
        IEnumerable<object> items = [.. facts.Nodes, .. facts.Sources, .. facts.Facts, .. facts.Conflicts];
        foreach (var item in items)
        {
            TryTake(item, new Origin(input, 1), out _, out _);
        }
    }

    private ImportReport Finish()
    {
        progress?.Report(new ImportProgress(null, doneBytes, totalBytes, lines, rejects.Tally.Total));
        var written = writer.Finish(Reject, stamp: 0, writesEmpty: false);
        rejects.Finish();
        return new ImportReport(written, lines, rejects.Tally.Counts(), leftOut.Counts());
    }

    private void Reject(Refusal refusal) => rejects.Add(
        [new SeedProblem(plan.Inputs[refusal.Origin.File], refusal.Origin.Line, 1, refusal.Code, refusal.Reason)]);
}
