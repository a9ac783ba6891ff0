using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Saved;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Cli;

/// <summary>An engine ready to be asked, with the vocabulary that its answers are worded in.</summary>
internal sealed class GraphSource : IAsyncDisposable
{
    private readonly ICypherTransport? transport;

    private GraphSource(IGraphQueries queries, OntologyModel ontology, BrowserPlace browser, ICypherTransport? transport = null) =>
        (Queries, Ontology, Browser, this.transport) = (queries, ontology, browser, transport);

    /// <summary>The engine.</summary>
    internal IGraphQueries Queries { get; }

    /// <summary>The vocabulary; where a store is asked, the seed's, with which the store's data set must agree.</summary>
    internal OntologyModel Ontology { get; }

    /// <summary>Where the same data is explored in Neo4j Browser.</summary>
    internal BrowserPlace Browser { get; }

    public ValueTask DisposeAsync() => transport?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>
    /// Opens what the command line names: a store only if it does. A store is asked with the vocabulary of the local seed, which has
    /// been checked; a server's own word on names would go into Cypher unchecked.
    /// </summary>
    /// <exception cref="UsageException">There is no seed, or the store's address is none.</exception>
    /// <exception cref="SeedException">The seed is not valid.</exception>
    internal static GraphSource Open(DataChoice choice, KgHost host)
    {
        if (choice.Store is null)
        {
            var graph = ReadGraph(choice.Seed, host);
            return new GraphSource(new EmbeddedQueries(graph, host.Clock), graph.Facts.Ontology, BrowserPlace.Of(choice));
        }

        var options = StoreAddress.Read(choice.Store, host);
        var ontology = ReadSeed(choice.Seed, host).Ontology;
        var transport = StoreAddress.Connect(options, host.Clock);
        var queries = new Neo4jQueries(transport, ontology, choice.Dataset ?? StoreAddress.DefaultDataset, host.Clock);
        return new GraphSource(queries, ontology, BrowserPlace.Of(choice, options), transport);
    }

    /// <summary>All facts that the command line names: those of a store, if it names one, read whole.</summary>
    /// <exception cref="UsageException">There is no seed, or the store's address is none.</exception>
    /// <exception cref="SeedException">The seed is not valid.</exception>
    /// <exception cref="Neo4jException">The store failed, or holds no such data set.</exception>
    internal static async Task<FactSet> ReadFactsAsync(DataChoice choice, KgHost host, CancellationToken cancellation)
    {
        var facts = ReadSeed(choice.Seed, host);
        if (choice.Store is null)
        {
            return facts;
        }

        await using var transport = StoreAddress.Connect(StoreAddress.Read(choice.Store, host), host.Clock);
        using var waiting = new WaitingLine(host, "reading");
        return await new Neo4jReader(transport, host.Clock)
            .ReadAllAsync(choice.Dataset ?? StoreAddress.DefaultDataset, facts.Ontology, cancellation, Neo4jQueries.MaxDelivered);
    }

    /// <summary>Reads a seed, or opens a graph file.</summary>
    /// <exception cref="SeedException">It is not valid.</exception>
    internal static FactSet ReadSeed(string? named, KgHost host) => ReadFound(SeedLocation.Resolve(named), host);

    /// <summary>Reads a seed, or a graph file made from one, that is named without an option.</summary>
    /// <exception cref="UsageException">It is not there.</exception>
    /// <exception cref="SeedException">It is not valid.</exception>
    internal static FactSet ReadNamed(string path, KgHost host) => ReadFound(SeedLocation.Existing(path, ""), host);

    /// <summary>As <see cref="ReadSeed"/>, laid out to be searched.</summary>
    /// <exception cref="SeedException">It is not valid.</exception>
    internal static EmbeddedGraph ReadGraph(string? named, KgHost host)
    {
        using var waiting = new WaitingLine(host, "reading the facts");
        var found = SeedLocation.Resolve(named);
        return Ready(found) ?? new EmbeddedGraph(ReadFolder(found));
    }

    /// <summary>Opens a graph file.</summary>
    /// <exception cref="SeedException">It is none, or is damaged.</exception>
    internal static EmbeddedGraph OpenFile(string file, Func<string, EmbeddedGraph> open)
    {
        try
        {
            return open(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new SeedException([], error.Message);
        }
    }

    private static FactSet ReadFound(string found, KgHost host)
    {
        using var waiting = new WaitingLine(host, "reading the facts");
        return Ready(found)?.Facts ?? ReadFolder(found);
    }

    /// <summary>Reads the saved questions of a seed.</summary>
    /// <exception cref="SeedException">One of them is not valid.</exception>
    internal static IReadOnlyList<SavedQuestion> ReadQuestions(string seed)
    {
        var folder = Path.Combine(seed, "questions");
        var read = SavedQuestionReader.Read(folder);
        return read.Problems.Count == 0
            ? read.Questions
            : throw new SeedException([.. read.Problems.Select(problem => problem.ToString())], $"{folder}: {Plural.Of(read.Problems.Count, "problem")}; nothing was asked");
    }

    /// <summary>What needs no reading: a graph file, or the one that a folder was compiled to.</summary>
    private static EmbeddedGraph? Ready(string found) => File.Exists(found) ? OpenFile(found, GraphFile.Open) : Compiled(found);

    private static FactSet ReadFolder(string folder)
    {
        var result = SeedReader.Read(folder);
        var facts = result.Facts ?? throw Invalid(folder, result.Problems);

        // The answer names the hash at its end; taking it beside the search saves a cold start the loading of the cryptography.
        _ = Task.Run(() => facts.DataHash, CancellationToken.None);
        return facts;
    }

    /// <summary>The seed shipped with the program comes compiled too; a folder that was changed since is read itself.</summary>
    private static EmbeddedGraph? Compiled(string folder) => SeedLocation.CompiledOf(folder) is var file && File.Exists(file)
        ? GraphFile.OpenIfMadeFrom(file, SeedFingerprint.Of(folder))
        : null;

    /// <summary>The problems of a seed, as told to whoever asked.</summary>
    internal static SeedException Invalid(string folder, IReadOnlyList<SeedProblem> problems) =>
        new([.. problems.Select(problem => problem.ToString())], $"{folder}: {Plural.Of(problems.Count, "problem")}; nothing was loaded");
}
