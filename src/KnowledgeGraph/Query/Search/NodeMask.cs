using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Query.Search;

/// <summary>The nodes that a filter keeps paths away from. Reads a node's record, once, where the filter asks for its type or country.</summary>
internal sealed class NodeMask
{
    private readonly EmbeddedGraph graph;
    private readonly HashSet<int> nodes;
    private readonly HashSet<string> countries;
    private readonly List<string> types;
    private readonly Dictionary<int, bool> avoids = [];

    /// <exception cref="QuestionException">A node type is unknown.</exception>
    private NodeMask(EmbeddedGraph graph, GraphFilter filter)
    {
        this.graph = graph;
        nodes = [.. filter.AvoidNodes.Concat(filter.AvoidCountries).Select(graph.Facts.NodeIndex)];
        countries = filter.AvoidCountries.ToHashSet(StringComparer.Ordinal);
        types = [.. filter.AvoidNodeTypes.Select(name => EdgeScope.Known(Ontology.NodeTypes, name, "node type").Name)];
    }

    private OntologyModel Ontology => graph.Facts.Ontology;

    /// <summary>The mask; null where the filter avoids no nodes.</summary>
    /// <exception cref="QuestionException">A node type is unknown.</exception>
    internal static NodeMask? Of(EmbeddedGraph graph, GraphFilter filter) =>
        filter is { AvoidNodes.Count: 0, AvoidCountries.Count: 0, AvoidNodeTypes.Count: 0 } ? null : new NodeMask(graph, filter);

    /// <summary>Whether a node is avoided, by itself, its type or its country.</summary>
    internal bool Avoids(int node)
    {
        if (nodes.Contains(node))
        {
            return true;
        }

        if (countries.Count == 0 && types.Count == 0)
        {
            return false;
        }

        if (!avoids.TryGetValue(node, out var isAvoided))
        {
            var read = graph.NodeAt(node);
            isAvoided = read.Countries.Any(countries.Contains) || types.Exists(type => Ontology.IsA(read.Type, type));
            avoids.Add(node, isAvoided);
        }

        return isAvoided;
    }
}
