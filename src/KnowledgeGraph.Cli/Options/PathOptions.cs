using System.CommandLine;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Options;

/// <summary>The options of <c>kg path</c> that say which paths, in what order and by what rules.</summary>
internal sealed class PathOptions
{
    private static readonly string[] Orders = ["hops", "reliability", "width"];

    private readonly Option<string[]> k = CliOption.Value("-k", "N", "The N first paths instead of all of the best.");
    private readonly Option<bool> all = CliOption.Flag("--all", "All paths within --max-hops.");
    private readonly Option<string[]> by = CliOption.Value(
        "--by", "hops|reliability|width", "What makes a path better: fewer hops, the product of confidences, or the weakest link.");

    private readonly Option<string[]> edgeDisjoint = CliOption.Value("--edge-disjoint", "N", "Up to N paths that share no hop, with the fewest hops in all.");
    private readonly Option<string[]> nodeDisjoint = CliOption.Value("--node-disjoint", "N", "Up to N paths that share no node between FROM and TO.");
    private readonly Option<string[]> via = CliOption.Value("--via", "NODE", "Only paths through a node; several in the order given.");
    private readonly Option<string[]> edges = CliOption.Value(
        "--edges", "EXPR", "Edge types hop by hop: A . B joins, A | B chooses, ? * + repeat, (A) groups, _ is any.");

    private readonly Option<bool> inTimeOrder = FilterOptions.InTimeOrder();

    /// <summary>Asks for a certificate, which only JSON has room for.</summary>
    internal Option<bool> Certificate { get; } = CliOption.Flag(
        "--certificate", "With --json: add what shows that no path is better, or that there is none; kg verify-answer checks it.");

    internal void AddTo(VerbCommand command)
    {
        foreach (Option option in new Option[] { k, all, by, edgeDisjoint, nodeDisjoint, via, edges, inTimeOrder, Certificate })
        {
            command.Add(option);
        }
    }

    /// <summary>The question that was typed; the nodes to pass through stand in it as they were typed.</summary>
    internal PathQuestion Read(CommandLineReader line)
    {
        RefuseContradictions(line);
        var (mode, count) =
            line.Has(edgeDisjoint) ? (PathMode.EdgeDisjoint, edgeDisjoint)
            : line.Has(nodeDisjoint) ? (PathMode.NodeDisjoint, nodeDisjoint)
            : line.Has(all) ? (PathMode.All, k)
            : line.Has(k) ? (PathMode.KShortest, k)
            : (PathMode.Shortest, k);
        return new PathQuestion
        {
            From = line.Operands[0],
            To = line.Operands[1],
            Mode = mode,
            K = line.Whole(count, 1, SearchBounds.GreatestLimit, 1),
            Order = line.Choice(by, Orders) switch { "reliability" => PathOrder.Reliability, "width" => PathOrder.Width, _ => PathOrder.Hops },
            Via = line.Values(via),
            Edges = line.Single(edges),
            IsOrderedInTime = line.Has(inTimeOrder),
            WantsCertificate = line.Has(Certificate),
        };
    }

    private void RefuseContradictions(CommandLineReader line)
    {
        line.Exclude(k, all, "the one asks for the first few paths, the other for every path");
        line.Exclude(edgeDisjoint, nodeDisjoint, "paths that share no node share no hop either");
        foreach (var disjoint in new[] { edgeDisjoint, nodeDisjoint })
        {
            line.Exclude(disjoint, k, "disjoint paths are counted by their own option");
            line.Exclude(disjoint, all, "disjoint paths are chosen from all paths");
            line.Exclude(disjoint, by, "disjoint paths are chosen by their hops in all");
        }
    }
}
