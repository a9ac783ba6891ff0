using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Query.Search;

/// <summary>A filter made ready for a graph: answers for an edge whether the question may use it. Constant time an edge.</summary>
internal sealed class EdgeMask
{
    private readonly EdgeColumns edges;
    private readonly bool[] types;
    private readonly bool[] statuses;
    private readonly bool[]? facts;
    private readonly bool[]? leftOut;
    private readonly bool[]? avoided;
    private readonly GraphFilter filter;
    private readonly Certainty leastCertainty;

    internal EdgeMask(EmbeddedGraph graph, EdgeScope scope, GraphFilter filter)
    {
        edges = graph.Edges;
        this.filter = filter;
        types = new bool[edges.Types.Count];
        for (var type = 0; type < types.Length; type++)
        {
            types[type] = scope.Types.Any(followed => followed.Name == edges.Types[type].Name);
        }

        avoided = NodeMask.Avoided(graph, filter);
        statuses = new bool[FactStatusText.All.Count];
        foreach (var status in filter.Statuses)
        {
            statuses[(int)status] = true;
        }

        leastCertainty = filter.CertainOnly ? Certainty.Certainly : Certainty.Possibly;
        facts = filter.Sources.Count == 0 ? null : FactsOf(graph.Facts, filter.Sources);
        leftOut = LeftOut(graph.Facts, filter);
    }

    /// <summary>Whether the edge is followed, passes, and leads to and from nodes that may be passed through.</summary>
    internal bool Admits(int edge) =>
        types[edges.Type[edge]] && Passes(edge) && !Avoids(edges.From[edge]) && !Avoids(edges.To[edge]);

    /// <summary>Whether paths are kept away from a node.</summary>
    internal bool Avoids(int node) => avoided is not null && avoided[node];

    /// <summary>Whether the edge is followed, whatever else the filter says of it.</summary>
    internal bool Follows(int edge) => types[edges.Type[edge]] && !edges.IsDenied(edge);

    /// <summary>Whether the edge's fact passes, followed or not: a component may be declared by a fact that is no hop.</summary>
    internal bool Passes(int edge) =>
        !edges.IsDenied(edge)
        && statuses[(int)edges.Status(edge)]
        && edges.Confidence[edge] >= filter.MinConfidence
        && (filter.AsOf is not { } day || edges.Validity(edge).At(day) >= leastCertainty)
        && (leftOut is null || !leftOut[edges.Fact[edge]])
        && (edges.IsCurator(edge) ? filter.IncludeCurator : facts is null || facts[edges.Fact[edge]]);

    private static bool[]? LeftOut(FactSet set, GraphFilter filter)
    {
        if (filter is { AvoidFacts.Count: 0, KnownOn: null, Channels.Count: 0 })
        {
            return null;
        }

        var avoided = filter.AvoidFacts.ToHashSet(StringComparer.Ordinal);
        var channels = filter.Channels.ToHashSet(StringComparer.Ordinal);
        return [.. set.Facts.Select(fact =>
            avoided.Contains(fact.Id)
            || fact.EnteredOn.Latest > filter.KnownOn
            || (channels.Count > 0 && !fact.RoleFillers(OntologyModel.ChannelRole).Any(channels.Contains)))];
    }

    /// <exception cref="QuestionException">A source is unknown.</exception>
    private static bool[] FactsOf(FactSet set, IReadOnlyList<string> names)
    {
        var wanted = names.Select(name => SourceNamed(set, name)).ToHashSet(StringComparer.Ordinal);
        return [.. set.Facts.Select(fact => fact.Evidence.Any(evidence => wanted.Contains(evidence.Source)))];
    }

    /// <summary>The id of a source that goes by its id or short name.</summary>
    /// <exception cref="QuestionException">None does.</exception>
    internal static string SourceNamed(FactSet set, string name)
    {
        var found = set.FindSource(name) ?? set.Sources.FirstOrDefault(source => source.ShortName == name);
        if (found is not null)
        {
            return found.Id;
        }

        var known = set.Sources.Select(source => source.ShortName is { } shortName ? $"{source.Id} ({shortName})" : source.Id);
        throw new QuestionException($"source \"{name}\" is unknown; there are {string.Join(", ", known)}");
    }
}
