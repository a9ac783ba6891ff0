namespace KnowledgeGraph.Neo4j;

/// <summary>
/// The Cypher texts of loading and of reading back. Element ids are used within the transaction that read them only. Every text
/// that writes rows returns how many it wrote as <c>done</c>, since a MATCH that finds nothing drops its row silently.
/// </summary>
internal static class LoaderCypher
{
    /// <summary>Everything of ours that has a node.</summary>
    private const string Ours = $"{Cypher.Node}|{Cypher.Fact}|{Cypher.Literal}|{Cypher.Source}|{Cypher.Conflict}|{Cypher.Dataset}";

    public const string Writers =
        """
        SHOW TRANSACTIONS YIELD transactionId AS id, metaData AS metadata, startTime, status
        WHERE metadata.app = 'kg' AND metadata.kind = 'load' AND NOT status STARTS WITH 'Terminated'
        RETURN id, metadata, toString(startTime) AS started ORDER BY started
        """;

    public const string Constraints =
        "SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties WHERE type ENDS WITH 'UNIQUENESS' RETURN labelsOrTypes, properties";

    public const string TextIndexes =
        "SHOW INDEXES YIELD type, labelsOrTypes, properties WHERE type = 'TEXT' RETURN labelsOrTypes, properties";

    public const string FullTextIndexes =
        "SHOW INDEXES YIELD type, labelsOrTypes, properties WHERE type = 'FULLTEXT' RETURN labelsOrTypes, properties";

    public const string CreateSearchIndex = $"CREATE TEXT INDEX IF NOT EXISTS FOR (n:{Cypher.Node}) ON (n.searchText)";

    /// <summary>For whoever searches in Browser: <c>CALL db.index.fulltext.queryNodes('kgNames', 'Integral')</c>.</summary>
    public const string CreateFullTextIndex =
        $"CREATE FULLTEXT INDEX kgNames IF NOT EXISTS FOR (n:{Cypher.Node}) ON EACH [n.name, n.names, n.searchText]";

    /// <summary>
    /// Takes the write lock on the data set's node, and makes the node on the first load. Adding a label locks the node even where
    /// it has the label already, and then counts as no change; removing a missing property would not lock.
    /// </summary>
    public const string Lock = $"MERGE (d:{Cypher.Dataset} {{dataset: $dataset}}) SET d:{Cypher.Dataset}";

    public const string Stamps = $"MATCH (d:{Cypher.Dataset}) RETURN properties(d) AS properties ORDER BY d.dataset";

    public const string ReadNodes =
        $"""
        MATCH (n:{Ours}) WHERE n.dataset = $dataset AND elementId(n) > $after
        RETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS properties ORDER BY element LIMIT $limit
        """;

    public const string ReadRelationships =
        """
        MATCH (a)-[r]->(b) WHERE r.dataset = $dataset AND elementId(r) > $after
        RETURN elementId(r) AS element, type(r) AS type, elementId(a) AS from, elementId(b) AS to, properties(r) AS properties
        ORDER BY element LIMIT $limit
        """;

    public const string ReadSpine =
        $$"""
        MATCH (a:{{Cypher.Fact}} {dataset: $dataset})-[r:{{Spine.Subject}}|{{Spine.Object}}|{{Spine.EvidencedBy}}]->(b) WHERE elementId(r) > $after
        RETURN elementId(r) AS element, type(r) AS type, elementId(a) AS from, elementId(b) AS to, properties(r) AS properties
        ORDER BY element LIMIT $limit
        """;

    /// <summary>Drawn by hand: between two nodes of the data set, but not marked as one of its facts.</summary>
    public const string ReadHandDrawn =
        $$"""
        MATCH (a:{{Cypher.Node}} {dataset: $dataset})-[r]->(b:{{Cypher.Node}} {dataset: $dataset}) WHERE r.dataset IS NULL
        RETURN a.id AS from, type(r) AS type, b.id AS to ORDER BY from, type, to LIMIT $limit
        """;

    public const string DeleteRelationships =
        "UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.element DELETE r RETURN count(*) AS done";

    public const string DeleteNodes =
        "UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.element DETACH DELETE n RETURN count(*) AS done";

    public const string UpdateNodes =
        """
        UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.element
        SET n = row.properties SET n:$(row.added) REMOVE n:$(row.removed) RETURN count(*) AS done
        """;

    public const string CreateNodes =
        "UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.properties RETURN count(*) AS done";

    public const string UpdateRelationships =
        """
        UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.element
        SET r = row.properties RETURN count(*) AS done
        """;

    /// <summary>A constraint that no two nodes of a label share data set and id.</summary>
    public static string CreateNodeConstraint(string label, IReadOnlyList<string> properties) =>
        $"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{Cypher.Quoted(label)}) REQUIRE ({Listed("n", properties)}) IS UNIQUE";

    /// <summary>A constraint that no two relationships of a type share data set and fact id.</summary>
    public static string CreateRelationshipConstraint(string type, IReadOnlyList<string> properties) =>
        $"CREATE CONSTRAINT IF NOT EXISTS FOR ()-[r:{Cypher.Quoted(type)}]-() REQUIRE ({Listed("r", properties)}) IS UNIQUE";

    /// <summary>
    /// Relationships of one type, their ends found by the unique index. Two MATCH clauses, because one with a comma is remarked on
    /// as a cartesian product.
    /// </summary>
    public static string CreateRelationships(string type, string targetLabel, string sourceLabel = Cypher.Node) =>
        $$"""
        UNWIND $rows AS row
        MATCH (a:{{Cypher.Quoted(sourceLabel)}} {dataset: $dataset, id: row.from}) MATCH (b:{{Cypher.Quoted(targetLabel)}} {dataset: $dataset, id: row.to})
        CREATE (a)-[r:{{Cypher.Quoted(type)}}]->(b) SET r = row.properties RETURN count(*) AS done
        """;

    private static string Listed(string variable, IReadOnlyList<string> properties) =>
        string.Join(", ", properties.Select(property => $"{variable}.{Cypher.Quoted(property)}"));
}
