using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Query;

/// <summary>The nodes that a filter keeps paths away from.</summary>
internal static class NodeMask
{
    /// <summary>For each node index whether it is avoided, by itself or by its country; null where the filter avoids none.</summary>
    internal static bool[]? Avoided(EmbeddedGraph graph, GraphFilter filter)
    {
        if (filter.AvoidNodes.Count == 0 && filter.AvoidCountries.Count == 0)
        {
            return null;
        }

        var nodes = filter.AvoidNodes.Concat(filter.AvoidCountries).ToHashSet(StringComparer.Ordinal);
        var countries = filter.AvoidCountries.ToHashSet(StringComparer.Ordinal);
        return [.. graph.Facts.Nodes.Select(node => nodes.Contains(node.Id) || node.Countries.Any(countries.Contains))];
    }
}
