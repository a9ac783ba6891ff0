using KnowledgeGraph.Graph.Algorithms;

namespace KnowledgeGraph.Query.Search;

/// <summary>
/// What is connected with a node, as a plain undirected graph: nodes are numbered by hops, then by id, so that the node itself is 0; all
/// facts between two nodes are one edge, numbered by its ends.
/// </summary>
internal sealed class ConnectedPart
{
    private readonly List<int> nodes;

    private ConnectedPart(List<int> nodes, CsrGraph links, bool isCutShort) => (this.nodes, Links, IsCutShort) = (nodes, links, isCutShort);

    /// <summary>Number of nodes, at least 1.</summary>
    internal int Count => nodes.Count;

    /// <summary>The links, each from the end with the lesser number.</summary>
    internal CsrGraph Links { get; }

    /// <summary>Whether links lead on to nodes that are farther off than was allowed.</summary>
    internal bool IsCutShort { get; }

    /// <summary>Gathers the part; linear in its nodes and facts. Null where a bound was reached, which the budget then names.</summary>
    /// <param name="search">What to follow.</param>
    /// <param name="anchor">Node index.</param>
    /// <param name="maxHops">Nodes farther off are left out.</param>
    /// <param name="budget">Watches the bounds.</param>
    internal static ConnectedPart? Around(DependencySearch search, int anchor, int maxHops, SearchBudget budget)
    {
        var hops = search.HopsTo(anchor, maxHops, budget);
        List<int> nodes = [.. hops.Nodes.OrderBy(hops.LeastHopsOf).ThenBy(node => node)];
        var numberOf = new Dictionary<int, int>(nodes.Count);
        nodes.ForEach(node => numberOf.Add(node, numberOf.Count));
        var (from, to) = (new List<int>(), new List<int>());
        var isCutShort = false;
        for (var number = 0; number < nodes.Count; number++)
        {
            foreach (var neighbour in Neighbours(search, nodes[number], budget))
            {
                isCutShort |= !numberOf.TryGetValue(neighbour, out var other);
                if (other > number)
                {
                    from.Add(number);
                    to.Add(other);
                }
            }

            if (nodes.Count + from.Count > budget.Bounds.MaxStates)
            {
                budget.Stop(StopReason.Memory);
            }

            if (budget.Stopped != StopReason.None)
            {
                return null;
            }
        }

        return new ConnectedPart(nodes, CsrGraph.Undirected(nodes.Count, from, to), isCutShort);
    }

    /// <summary>The index in the whole graph of a node of the part.</summary>
    internal int IndexOf(int number) => nodes[number];

    /// <summary>The nodes with a link to a node, ascending, each once.</summary>
    private static List<int> Neighbours(DependencySearch search, int node, SearchBudget budget)
    {
        var found = new List<int>();
        foreach (var step in search.Steps.From(node))
        {
            if (!budget.Step())
            {
                break;
            }

            if (step.Neighbour != node && (found.Count == 0 || found[^1] != step.Neighbour) && search.Mask.Admits(step.Edge))
            {
                found.Add(step.Neighbour);
            }
        }

        return found;
    }
}
