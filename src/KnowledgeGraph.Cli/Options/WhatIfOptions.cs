using System.CommandLine;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Seed;

namespace KnowledgeGraph.Cli.Options;

/// <summary>The options that lay an assumption over the facts, so that the answer is what would differ.</summary>
internal sealed class WhatIfOptions
{
    private readonly Option<string[]> file = CliOption.Value(
        "--what-if", "FILE", "What would differ if an overlay held: nodes and facts removed, added or changed in a file.");

    private readonly Option<string[]> without = CliOption.Value(
        "--without", "NODE", "What would differ without a node and all its facts; may stand several times. --avoid only leads paths around it.");

    private readonly Option<string[]> withoutFact = CliOption.Value("--without-fact", "ID,…", "What would differ without facts.");

    internal void AddTo(VerbCommand command)
    {
        command.Begin("What if");
        command.Add(file);
        command.Add(without);
        command.Add(withoutFact);
    }

    /// <summary>What is assumed, as typed; null where nothing is.</summary>
    internal WhatIfChoice? Read(CommandLineReader line)
    {
        var choice = new WhatIfChoice(line.Single(file), line.Values(without), line.List(withoutFact));
        return choice is { File: null, Nodes.Count: 0, Facts.Count: 0 } ? null : choice;
    }
}

/// <summary>What is assumed, as typed.</summary>
/// <param name="File">A file with an overlay, or null.</param>
/// <param name="Nodes">Names of nodes to do without.</param>
/// <param name="Facts">Ids of facts to do without.</param>
internal sealed record WhatIfChoice(string? File, IReadOnlyList<string> Nodes, IReadOnlyList<string> Facts)
{
    /// <summary>The overlay: what the file holds, and the nodes and facts to do without.</summary>
    /// <exception cref="SeedException">The file is not sound.</exception>
    /// <exception cref="QuestionException">Nothing, or more than one node, goes by a name, or no fact has an id.</exception>
    internal async Task<Overlay> OverlayAsync(FactSet set, CancellationToken cancellation)
    {
        var overlay = File is null ? new Overlay() : ReadFile(set);
        var either = new EmbeddedQueries(new EmbeddedGraph(new WhatIf(set, overlay).Either));
        await FactLookup.RequireAsync(either, Facts, cancellation);
        return overlay with
        {
            RemovedNodes = [.. overlay.RemovedNodes.Union(await FilterOptions.IdsAsync(Nodes, either, cancellation))],
            RemovedFacts = [.. overlay.RemovedFacts.Union(Facts)],
        };
    }

    private Overlay ReadFile(FactSet set)
    {
        var result = OverlayReader.Read(File!, set);
        return result.Overlay
            ?? throw new SeedException([.. result.Problems.Select(problem => problem.ToString())], $"{File}: {Plural.Of(result.Problems.Count, "problem")}; nothing was asked");
    }
}
