namespace KnowledgeGraph.Query;

/// <summary>Makes a path of a node sequence: its hops with their facts, weakest link, product and days.</summary>
internal static class PathEvaluation
{
    internal static DependencyPath Evaluate(DependencySearch search, int[] nodes)
    {
        var choices = new PathChoices(search, nodes);
        var ids = nodes.Select(node => search.Graph.NodeAt(node).Id).ToList();
        return new DependencyPath
        {
            Nodes = ids,
            Hops = [.. Enumerable.Range(0, nodes.Length - 1).Select(hop => HopOf(search, choices, ids, hop))],
            WeakestLink = choices.Weakest(),
            Product = choices.Product(),
            Certainty = search.Filter.AsOf is { } day ? choices.At(day) : null,
            Windows = choices.Windows(),
        };
    }

    private static Hop HopOf(DependencySearch search, PathChoices choices, List<string> ids, int hop)
    {
        var facts = choices.FactsOf(hop);
        return new Hop(ids[hop], ids[hop + 1], HopReading.Of(search.Graph.Facts, facts[0].Id, ids[hop]), facts);
    }
}
