using System.CommandLine;

namespace KnowledgeGraph.Cli.Options;

/// <summary>Where the facts come from: a folder, or a Neo4j server where one is asked for.</summary>
internal sealed class DataOptions
{
    private readonly Option<string[]> seed = CliOption.Value(
        "--seed", "DIR|FILE", "Folder of facts, or graph file; unless said, graph-seed here or in the nearest folder above.");

    private readonly Option<string[]> store = CliOption.Value(
        "--store", "URI|neo4j", "Ask a Neo4j server instead; neo4j stands for KG_NEO4J_URI. User and password: in the URI, or KG_NEO4J_USER and KG_NEO4J_PASSWORD; or a bearer token in KG_NEO4J_TOKEN.");

    private readonly Option<string[]> dataset = CliOption.Value("--dataset", "NAME", "The data set in the store; default unless said.");

    internal void AddTo(VerbCommand command)
    {
        command.Begin("Where the facts come from");
        command.Add(seed);
        command.Add(store);
        command.Add(dataset);
    }

    internal void AddSeedTo(VerbCommand command) => command.Add(seed);

    internal void AddSeedAndDatasetTo(VerbCommand command)
    {
        command.Add(seed);
        command.Add(dataset);
    }

    /// <param name="reader">The command line.</param>
    /// <param name="isForStore">Whether the answer is put so that a store understands it, though none may be asked.</param>
    internal DataChoice Read(CommandLineReader reader, bool isForStore = false)
    {
        var choice = new DataChoice(reader.Single(seed), reader.Single(store), reader.Single(dataset));
        if (choice.Dataset is not null && choice.Store is null && !isForStore)
        {
            reader.Complain("--dataset names a data set in a store; say which with --store URI");
        }

        if (choice.Dataset is { } name && !IsDatasetName(name))
        {
            reader.Complain($"--dataset \"{name}\" is not allowed; it takes 1 to 100 letters, digits, -, _ or .");
        }

        return choice;
    }

    internal string? ReadSeed(CommandLineReader reader) => reader.Single(seed);

    private static bool IsDatasetName(string name) => name.Length <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}

/// <summary>Where the facts come from, as typed.</summary>
/// <param name="Seed">A folder, or null for the default.</param>
/// <param name="Store">A server, or null to ask the embedded engine.</param>
/// <param name="Dataset">A data set in the store, or null for the default.</param>
internal sealed record DataChoice(string? Seed, string? Store, string? Dataset);
