using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;
using KnowledgeGraph.Seed;

namespace KnowledgeGraph.Cli;

/// <summary>An engine ready to be asked, with the vocabulary that its answers are worded in.</summary>
/// <param name="Queries">The engine.</param>
/// <param name="Ontology">The vocabulary.</param>
internal sealed record GraphSource(IGraphQueries Queries, OntologyModel Ontology)
{
    /// <summary>Opens what the command line names.</summary>
    /// <exception cref="UsageException">There is no seed, or the store cannot be one.</exception>
    /// <exception cref="SeedException">The seed is not valid.</exception>
    internal static GraphSource Open(DataChoice choice, KgHost host)
    {
        if (choice.Store is not null)
        {
            throw new UsageException(["--store: this build asks the embedded engine only; leave --store out"]);
        }

        var facts = ReadSeed(choice.Seed);
        return new GraphSource(new EmbeddedQueries(new EmbeddedGraph(facts), host.Clock), facts.Ontology);
    }

    /// <summary>Reads a seed.</summary>
    internal static FactSet ReadSeed(string? folder)
    {
        var found = SeedLocation.Resolve(folder);
        var result = SeedReader.Read(found);
        return result.Facts ?? throw Invalid(found, result);
    }

    /// <summary>The problems of a seed, as told to whoever asked.</summary>
    internal static SeedException Invalid(string folder, SeedResult result) =>
        new([.. result.Problems.Select(problem => problem.ToString())], $"{folder}: {Plural.Of(result.Problems.Count, "problem")}; nothing was loaded");
}
