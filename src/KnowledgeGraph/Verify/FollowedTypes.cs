using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Verify;

/// <summary>Which edge types a question follows, and which way its paths read.</summary>
internal sealed class FollowedTypes
{
    private readonly HashSet<string> names;

    private FollowedTypes(HashSet<string> names, bool isCausal) => (this.names, IsCausal) = (names, isCausal);

    /// <summary>Whether paths read from cause to effect.</summary>
    internal bool IsCausal { get; }

    internal static FollowedTypes Of(OntologyModel ontology, Asked asked, EdgePattern? pattern)
    {
        var filter = asked.Filter;
        var layers = LayersOf(ontology, asked, pattern);
        var types = ontology.EdgeTypes.Values
            .Where(type => layers.Contains(type.Layer) && (asked.IsUndirected || type.DependentEnd != DependentEnd.None))
            .Select(type => type.Name)
            .Concat(filter.Types)
            .Concat(pattern?.Types ?? [])
            .Except(filter.AvoidTypes)
            .Where(ontology.EdgeTypes.ContainsKey)
            .ToHashSet(StringComparer.Ordinal);
        return new FollowedTypes(types, !asked.IsUndirected && types.Any(name => IsCausalType(ontology, name)));
    }

    internal bool Contains(string type) => names.Contains(type);

    /// <summary>The layers whose types are followed unnamed: those asked for, or where nothing is, all, those of dependence, or the causal ones.</summary>
    private static HashSet<string> LayersOf(OntologyModel ontology, Asked asked, EdgePattern? pattern)
    {
        if (asked.Filter.Layers.Count + asked.Filter.Types.Count > 0)
        {
            return [.. asked.Filter.Layers];
        }

        var isCausal = pattern?.Types.Any(name => IsCausalType(ontology, name)) ?? false;
        return pattern is { HasAny: false } ? []
            : [.. ontology.Layers.Values.Where(layer => asked.IsUndirected || (isCausal ? layer.IsCausal : layer.IsDependency)).Select(layer => layer.Name)];
    }

    private static bool IsCausalType(OntologyModel ontology, string name) =>
        ontology.EdgeTypes.TryGetValue(name, out var type) && ontology.Layers[type.Layer].IsCausal;
}
