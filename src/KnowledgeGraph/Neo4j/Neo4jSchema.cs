using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Neo4j;

/// <summary>The constraints and indexes that the data rests on: ids are unique within a data set, names can be searched.</summary>
internal static class Neo4jSchema
{
    private static readonly string[] NodeKey = ["dataset", "id"];
    private static readonly string[] FactKey = ["dataset", "factId"];
    private static readonly string[] DatasetKey = ["dataset"];
    private static readonly string[] FullText = ["name", "names", "searchText"];

    /// <summary>The statements that make what is missing; empty where all is there.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(
        ICypherTransaction transaction, OntologyModel ontology, CancellationToken cancellation)
    {
        var constraints = await PresentAsync(transaction, LoaderCypher.Constraints, cancellation);
        var indexes = await PresentAsync(transaction, LoaderCypher.TextIndexes, cancellation);
        var fullTexts = await PresentAsync(transaction, LoaderCypher.FullTextIndexes, cancellation);
        return
        [
            .. Wanted(ontology).Where(wanted => !constraints.Contains(wanted.Key)).Select(wanted => wanted.Statement),
            .. indexes.Contains(Key(Cypher.Node, ["searchText"])) ? Array.Empty<string>() : [LoaderCypher.CreateSearchIndex],
            .. fullTexts.Contains(Key(Cypher.Node, FullText)) ? Array.Empty<string>() : [LoaderCypher.CreateFullTextIndex],
        ];
    }

    /// <summary>Whether the constraints are there, by whose indexes the blocks of a large data set are found.</summary>
    public static async Task<bool> HasConstraintsAsync(ICypherTransaction transaction, OntologyModel ontology, CancellationToken cancellation)
    {
        var constraints = await PresentAsync(transaction, LoaderCypher.Constraints, cancellation);
        return Wanted(ontology).All(wanted => constraints.Contains(wanted.Key));
    }

    /// <summary>The statements that clear away what a crash left in the way of that.</summary>
    public static async Task<IReadOnlyList<string>> OrphansAsync(ICypherTransaction transaction, OntologyModel ontology, CancellationToken cancellation)
    {
        var wanted = Wanted(ontology).Select(wanted => wanted.Key).ToHashSet(StringComparer.Ordinal);
        var found = await transaction.RunAsync(LoaderCypher.OrphanedIndexes, Cypher.NoParameters, cancellation);
        return [.. found.Rows.Where(row => wanted.Contains(KeyOf(row))).Select(row => LoaderCypher.DropIndex(row.Text("name")))];
    }

    /// <summary>The statements that make all of it.</summary>
    public static IEnumerable<string> All(OntologyModel ontology) =>
        [.. Wanted(ontology).Select(wanted => wanted.Statement), LoaderCypher.CreateSearchIndex, LoaderCypher.CreateFullTextIndex];

    private static IEnumerable<(string Key, string Statement)> Wanted(OntologyModel ontology)
    {
        yield return (Key(Cypher.Dataset, DatasetKey), LoaderCypher.CreateNodeConstraint(Cypher.Dataset, DatasetKey));
        foreach (var label in new[] { Cypher.Node, Cypher.Fact, Cypher.Literal, Cypher.Source, Cypher.Conflict })
        {
            yield return (Key(label, NodeKey), LoaderCypher.CreateNodeConstraint(label, NodeKey));
        }

        foreach (var type in ontology.EdgeTypes.Keys)
        {
            yield return (Key(type, FactKey), LoaderCypher.CreateRelationshipConstraint(type, FactKey));
        }
    }

    private static async Task<HashSet<string>> PresentAsync(
        ICypherTransaction transaction, string statement, CancellationToken cancellation)
    {
        var found = await transaction.RunAsync(statement, Cypher.NoParameters, cancellation);
        return [.. found.Rows.Select(KeyOf)];
    }

    private static string KeyOf(CypherRow row) => Key(string.Concat(row.Texts("labelsOrTypes")), row.Texts("properties"));

    private static string Key(string name, IReadOnlyList<string> properties) => $"{name}({string.Join(',', properties)})";
}
