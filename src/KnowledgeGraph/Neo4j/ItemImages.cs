using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Neo4j;

/// <summary>Draws the items of a fact set one by one, each as it shall stand in Neo4j.</summary>
/// <param name="dataset">Name of the data set.</param>
/// <param name="set">The facts.</param>
internal sealed class ItemImages(string dataset, FactSet set)
{
    private const int MostNamed = 10;

    /// <summary>The data set's own node.</summary>
    public ImageNode Stamp() => new([Cypher.Dataset], dataset, DatasetStamp.Write(dataset, set));

    public ImageNode Of(Node node) => new(NodeRow.Labels(set.Ontology, node.Type), node.Id, NodeRow.Write(dataset, node));

    public ImageNode Of(Source source) => new([Cypher.Source, "Source"], source.Id, SourceRow.Write(dataset, source));

    public ImageNode Of(Conflict conflict) => new([Cypher.Conflict], conflict.Id, ConflictRow.Write(dataset, conflict));

    /// <summary>The relationship that a fact is.</summary>
    public ImageRelationship RelationshipOf(Fact fact) =>
        new(fact.Type, (Cypher.Node, fact.Subject), TargetOf(fact), fact.Id, FactRow.Write(dataset, set, fact));

    /// <summary>The node that a fact without an object points to.</summary>
    public ImageNode LiteralOf(Fact fact) => new([Cypher.Literal], fact.Id, LiteralRow.Write(dataset, set, fact));

    /// <summary>The node that a fact's provenance hangs on.</summary>
    public ImageNode SpineNodeOf(Fact fact) => Spine.NodeOf(dataset, fact);

    /// <summary>A fact's provenance.</summary>
    public static IEnumerable<ImageRelationship> SpineOf(Fact fact) => Spine.RelationshipsOf(fact, TargetOf(fact));

    /// <summary>Goes through all facts before any is written.</summary>
    /// <returns>Their edge types.</returns>
    /// <exception cref="ArgumentException">A fact names a subject, object or source that is not in the set.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public IReadOnlySet<string> RequireEnds(CancellationToken cancellation = default)
    {
        var (types, missing) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var fact in set.Facts)
        {
            cancellation.ThrowIfCancellationRequested();
            types.Add(fact.Type);
            missing.AddRange(MissingEndsOf(fact).Distinct(StringComparer.Ordinal));
        }

        if (missing.Count > 0)
        {
            throw new ArgumentException(
                $"{missing.Count} ends of facts are no nodes of the data set, so nothing was loaded: {string.Join(", ", missing.Take(MostNamed))}"
                + (missing.Count > MostNamed ? " …" : ""));
        }

        return types;
    }

    private static (string Label, string Id) TargetOf(Fact fact) =>
        fact.Object is { } node ? (Cypher.Node, node) : (Cypher.Literal, fact.Id);

    private IEnumerable<string> MissingEndsOf(Fact fact)
    {
        var ends = new[] { fact.Subject, fact.Object ?? fact.Subject }.Where(end => set.NodeIndex(end) < 0).Select(end => $"{fact.Id} → {end}");
        var sources = fact.Evidence.Where(evidence => set.FindSource(evidence.Source) is null).Select(evidence => $"{fact.Id} → source {evidence.Source}");
        return ends.Concat(sources);
    }
}
