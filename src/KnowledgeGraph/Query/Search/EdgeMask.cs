using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Query.Search;

/// <summary>
/// A filter made ready for a graph: answers for an edge whether the question may use it. Constant time an edge; the records of facts and
/// nodes are read, once each, only where the filter asks what no column says. For one search at a time.
/// </summary>
internal sealed class EdgeMask
{
    private readonly EdgeColumns edges;
    private readonly bool[] types;
    private readonly bool[] statuses;
    private readonly RecordMask? records;
    private readonly NodeMask? avoided;
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

        avoided = NodeMask.Of(graph, filter);
        statuses = new bool[FactStatusText.All.Count];
        foreach (var status in filter.Statuses)
        {
            statuses[(int)status] = true;
        }

        leastCertainty = filter.CertainOnly ? Certainty.Certainly : Certainty.Possibly;
        records = RecordMask.Of(graph.Facts, filter);
    }

    /// <summary>Whether the edge is followed, passes, and leads to and from nodes that may be passed through.</summary>
    internal bool Admits(int edge) =>
        types[edges.Type[edge]] && PassesByColumns(edge) && (avoided is null || !(Avoids(edges.From[edge]) || Avoids(edges.To[edge]))) && PassesByRecord(edge);

    /// <summary>Whether paths are kept away from a node.</summary>
    internal bool Avoids(int node) => avoided is not null && avoided.Avoids(node);

    /// <summary>Whether the edge is followed, whatever else the filter says of it.</summary>
    internal bool Follows(int edge) => types[edges.Type[edge]] && !edges.IsDenied(edge);

    /// <summary>Whether any edges of a type are followed.</summary>
    internal bool FollowsType(int type) => types[type];

    /// <summary>Whether the edge's fact passes, followed or not: a component may be declared by a fact that is no hop.</summary>
    internal bool Passes(int edge) => PassesByColumns(edge) && PassesByRecord(edge);

    private bool PassesByColumns(int edge)
    {
        var marks = edges.Marks[edge];
        return (marks & EdgeMarks.Denied) == 0
            && statuses[marks & EdgeMarks.Status]
            && (filter.IncludeCurator || (marks & EdgeMarks.Curator) == 0)
            && (filter.MinConfidence <= 0 || edges.Confidence[edge] >= filter.MinConfidence)
            && (filter.AsOf is not { } day || edges.Validity(edge).At(day) >= leastCertainty);
    }

    private bool PassesByRecord(int edge) => records is null || records.Passes(edges.Fact[edge], edges.IsCurator(edge));

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
