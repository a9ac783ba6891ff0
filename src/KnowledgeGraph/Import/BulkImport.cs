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
    private const int LinesBetweenReports = 1024;
    private readonly ImportPlan plan;
    private readonly ProblemList problems = new();
    private readonly SeedItemReader reader;
    private readonly EntityImport? entities;
    private readonly GraphFileWriter writer;
    private readonly PlainFacts plainFacts;
    private readonly PlainNodes plainNodes;
    private readonly RejectFile rejects;
    private readonly Tally leftOut = new();
    private readonly IProgress<ImportProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly long totalBytes;
    private long doneBytes;
    private long lines;

    private BulkImport(
        ImportPlan plan, SeedItemReader reader, EntityMapping? mapping, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        (this.plan, this.reader, this.progress, this.cancellation) = (plan, reader, progress, cancellation);
        totalBytes = plan.Inputs.Where(File.Exists).Sum(input => new FileInfo(input).Length);
        writer = new GraphFileWriter(plan.Target, reader.Ontology);
        (plainFacts, plainNodes) = (new PlainFacts(writer), new PlainNodes(writer));
        rejects = new RejectFile(plan.Rejects);
        entities = mapping is null ? null : new EntityImport(mapping, plan, reader.Ontology, problems, leftOut);
    }

    /// <summary>Imports. Linear in the bytes read; about 150 bytes of memory for a fact.</summary>
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
                ReadLines(i, ImportPlan.HoldsEntities(plan.Inputs[i]));
            }
        }

        return [];
    }

    private IEnumerable<ImportedItem> Item(SeedFile line) => reader.Read(line, problems) is { } item ? [new ImportedItem(item)] : [];

    private IEnumerable<ImportedItem> Entities(SeedFile line) => entities?.Items(line) ?? throw new InvalidOperationException("no mapping was given");

    private void ReadLines(int input, bool holdsEntities)
    {
        using var stream = new LineStream(plan.Inputs[input]);
        while (NextLine(stream, input, out var bytes))
        {
            var origin = new Origin(input, stream.LineNumber);
            if (holdsEntities || !TryTakePlain(bytes, origin))
            {
                var line = new SeedFile(plan.Inputs[input], bytes.ToArray(), stream.LineNumber);
                foreach (var item in holdsEntities ? Entities(line) : Item(line))
                {
                    Take(item, line, origin);
                }
            }

            if (problems.Count > 0)
            {
                rejects.Add(problems.Take());
            }

            if (++lines % LinesBetweenReports == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress(plan.Inputs[input], doneBytes + stream.Position, totalBytes, lines, rejects.Tally.Total));
            }
        }

        doneBytes += stream.Length;
    }

    /// <summary>Takes a new fact or node that is nothing out of the ordinary.</summary>
    private bool TryTakePlain(ReadOnlySpan<byte> line, Origin origin) =>
        (plainFacts.TryTake(line, origin, out var isNew) || plainNodes.TryTake(line, origin, out isNew)) && isNew;

    /// <summary>The next line that is short enough; false after the last.</summary>
    private bool NextLine(LineStream stream, int input, out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            try
            {
                return stream.Next(out line);
            }
            catch (InvalidDataException tooLong)
            {
                rejects.Add([new SeedProblem(plan.Inputs[input], stream.LineNumber, 1, SeedCode.FileTooLarge, tooLong.Message)]);
            }
        }
    }

    private void Take(ImportedItem given, SeedFile line, Origin origin)
    {
        var (isNew, what, id) = given.Item switch
        {
            Node node => (writer.Add(node, origin), "node", node.Id),
            Source source => (writer.Add(source, origin), "source", source.Id),
            Fact fact => (writer.Add(fact, origin), "fact", fact.Id),
            var other => (writer.Add((Conflict)other, origin), "conflict", ((Conflict)other).Id),
        };
        if (!isNew && !given.IsShared)
        {
            problems.Add(new Place(line, 0), SeedCode.DuplicateId, $"{what} {ProblemList.Quote(id)} stands twice; the first is kept");
        }
    }

    /// <summary>A seed has been checked as a whole; what another input gave before is kept.</summary>
    private void Add(FactSet facts, int input)
    {
        IEnumerable<object> items = [.. facts.Nodes, .. facts.Sources, .. facts.Facts, .. facts.Conflicts];
        foreach (var item in items)
        {
            Take(new ImportedItem(item, IsShared: true), new SeedFile(plan.Inputs[input], []), new Origin(input, 1));
        }
    }

    private ImportReport Finish()
    {
        progress?.Report(new ImportProgress(null, doneBytes, totalBytes, lines, rejects.Tally.Total));
        var written = writer.Finish(Reject, stamp: 0);
        return new ImportReport(written, lines, rejects.Tally.Counts(), leftOut.Counts());
    }

    private void Reject(Refusal refusal) => rejects.Add(
        [new SeedProblem(plan.Inputs[refusal.Origin.File], refusal.Origin.Line, 1, refusal.Code, refusal.Reason)]);
}
