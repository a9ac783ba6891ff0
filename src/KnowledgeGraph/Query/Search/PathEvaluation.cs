namespace KnowledgeGraph.Query.Search;

/// <summary>Makes a path of a node sequence: its hops with their facts, weakest link, product and days.</summary>
internal static class PathEvaluation
{
    internal static DependencyPath Evaluate(DependencySearch search, int[] nodes)
    {
        var choices = new PathChoices(search, nodes);
        var ids = Array.ConvertAll(nodes, node => search.Graph.NodeAt(node).Id);
        var hops = new Hop[nodes.Length - 1];
        for (var hop = 0; hop < hops.Length; hop++)
        {
            var facts = choices.FactsOf(hop);
            hops[hop] = new Hop(ids[hop], ids[hop + 1], HopReading.Of(search.Graph.Facts, facts[0].Id, ids[hop]), facts);
        }

        return new DependencyPath
        {
            Nodes = ids,
            Hops = hops,
            WeakestLink = choices.Weakest(),
            Product = choices.Product(),
            Certainty = search.Filter.AsOf is { } day ? choices.At(day) : null,
            Windows = choices.Windows(),
        };
    }
}
