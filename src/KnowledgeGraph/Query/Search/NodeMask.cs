using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Query.Search;

/// <summary>The nodes that a filter keeps paths away from.</summary>
internal static class NodeMask
{
    /// <summary>For each node index whether it is avoided, by itself, its type or its country; null where the filter avoids none.</summary>
    /// <exception cref="QuestionException">A node type is unknown.</exception>
    internal static bool[]? Avoided(EmbeddedGraph graph, GraphFilter filter)
    {
        if (filter is { AvoidNodes.Count: 0, AvoidCountries.Count: 0, AvoidNodeTypes.Count: 0 })
        {
            return null;
        }

        var nodes = filter.AvoidNodes.Concat(filter.AvoidCountries).ToHashSet(StringComparer.Ordinal);
        var countries = filter.AvoidCountries.ToHashSet(StringComparer.Ordinal);
        var ontology = graph.Facts.Ontology;
        var types = filter.AvoidNodeTypes.Select(name => EdgeScope.Known(ontology.NodeTypes, name, "node type").Name).ToList();
        return [.. graph.Facts.Nodes.Select(node =>
            nodes.Contains(node.Id) || node.Countries.Any(countries.Contains) || types.Exists(type => ontology.IsA(node.Type, type)))];
    }
}
