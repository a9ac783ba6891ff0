namespace KnowledgeGraph.Neo4j;

/// <summary>
/// The Cypher texts of loading and of reading back. Element ids are used within the transaction that read them only. Every text
/// that writes rows returns how many it wrote as <c>done</c>, since a MATCH that finds nothing drops its row silently.
/// </summary>
internal static class LoaderCypher
{
    /// <summary>Everything of ours that has a node.</summary>
    private const string Ours = $"{Cypher.Node}|{Cypher.Fact}|{Cypher.Literal}|{Cypher.Source}|{Cypher.Conflict}|{Cypher.Dataset}";

    /// <summary>What loads hold: the transactions they write in, and those they read back in.</summary>
    public const string Writers =
        """
        SHOW TRANSACTIONS YIELD transactionId AS id, metaData AS metadata, startTime, status
        WHERE metadata.app = 'kg' AND metadata.kind IN ['load', 'diff'] AND NOT status STARTS WITH 'Terminated'
        RETURN id, metadata, toString(startTime) AS started ORDER BY started
        """;

    public const string Constraints =
        "SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties WHERE type ENDS WITH 'UNIQUENESS' RETURN labelsOrTypes, properties";

    /// <summary>What a server leaves that crashed while it made a constraint: the constraint's index alone, which is in the way of both.</summary>
    public const string OrphanedIndexes =
        """
        SHOW INDEXES YIELD name, owningConstraint, labelsOrTypes, properties WHERE name STARTS WITH 'constraint_' AND owningConstraint IS NULL
        RETURN name, labelsOrTypes, properties
        """;

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

    /// <summary>As <see cref="Lock"/>, and says what stands there.</summary>
    public const string LockAndStamp = Lock + " RETURN properties(d) AS properties";

    /// <summary>Writes the data set's own node, which is there and locked.</summary>
    public const string SetStamp = $"MATCH (d:{Cypher.Dataset} {{dataset: $dataset}}) SET d = $properties RETURN count(*) AS done";

    /// <summary>
    /// Of relationships that are there. One pass over all, 1.2 s for 4 million: the server's own list names every type with a constraint,
    /// and 86 counts in one statement take 5 s to plan.
    /// </summary>
    public const string RelationshipTypes = "MATCH ()-[r]->() RETURN DISTINCT type(r) AS type ORDER BY type";

    /// <summary>Relationships of the data set that no index finds: somebody took the fact's id away, or drew another type. One pass over all.</summary>
    public const string StrayRelationships =
        """
        MATCH ()-[r]->() WHERE r.dataset = $dataset AND (NOT coalesce(r.factId > '', false) OR NOT type(r) IN $types)
        RETURN elementId(r) AS element, r.factId AS id LIMIT $limit
        """;

    /// <summary>Nodes of the data set that no index finds. One pass over all.</summary>
    public const string StrayNodes =
        $"""
        MATCH (n:{Ours}) WHERE n.dataset = $dataset AND NOT n:{Cypher.Dataset} AND NOT coalesce(n.id > '', false)
        RETURN elementId(n) AS element LIMIT $limit
        """;

    /// <summary>A block of facts' nodes by id, with their provenance, whose ends are spelt as <see cref="EndOf"/> does.</summary>
    public static string SpineBetween { get; } =
        $$"""
        MATCH (n:{{Cypher.Fact}}) WHERE n.dataset = $dataset AND n.id > $after AND n.id <= $upTo
        WITH n ORDER BY n.id LIMIT $limit
        RETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS properties, n.id AS id,
          COLLECT { MATCH (n)-[r:{{Spine.Subject}}|{{Spine.Object}}|{{Spine.EvidencedBy}}]->(b)
            RETURN [elementId(r), type(r), {{EndOf("b")}}, properties(r)] } AS spine
        ORDER BY id
        """;

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

    /// <summary>The id so many facts after another.</summary>
    public const string FactAhead =
        $"""
        MATCH (n:{Cypher.Fact}) WHERE n.dataset = $dataset AND n.id > $after AND n.id <= $upTo
        RETURN n.id AS id ORDER BY id SKIP $limit LIMIT 1
        """;

    /// <summary>Takes away an index.</summary>
    public static string DropIndex(string name) => $"DROP INDEX {Cypher.Quoted(name)} IF EXISTS";

    /// <summary>A block of the nodes of a label by id, found by the unique index.</summary>
    public static string NodesBetween(string label) =>
        $"""
        MATCH (n:{label}) WHERE n.dataset = $dataset AND n.id > $after AND n.id <= $upTo
        RETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS properties, n.id AS id ORDER BY id LIMIT $limit
        """;

    /// <summary>
    /// A block of facts by id: each type has its own unique index, which finds them in order. What is the same for all is said once, which
    /// halves the time to plan it, 30 ms a type. The ends are spelt as <see cref="EndOf"/> does.
    /// </summary>
    public static string FactsBetween(IEnumerable<string> types) =>
        $$"""
        CALL {
        {{string.Join("\nUNION ALL\n", types.Select(FactsOfType))}}
        }
        RETURN elementId(r) AS element, type(r) AS type, {{EndOf("a")}} AS from, {{EndOf("b")}} AS to, properties(r) AS properties, r.factId AS id
        """;

    /// <summary>
    /// The node that a relationship leads to: its label, of those in <c>$own</c>, a slash and its id; null where it is none of the data set.
    /// With labels and elements in full a load of 300,000 facts took 200 s in place of 168.
    /// </summary>
    private static string EndOf(string node) =>
        $"CASE WHEN {node}.dataset = $dataset AND {node}.id > '' THEN [label IN $own WHERE label IN labels({node})][0] + '/' + {node}.id END";

    private static string FactsOfType(string type) =>
        $"""
        MATCH (a)-[r:{Cypher.Quoted(type)}]->(b) WHERE r.dataset = $dataset AND r.factId > $after AND r.factId <= $upTo
        RETURN a, r, b ORDER BY r.factId LIMIT $limit
        """;

    /// <summary>A constraint that no two nodes of a label share data set and id.</summary>
    public static string CreateNodeConstraint(string label, IReadOnlyList<string> properties) =>
        $"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{Cypher.Quoted(label)}) REQUIRE ({Listed("n", properties)}) IS UNIQUE";

    /// <summary>A constraint that no two relationships of a type share data set and fact id.</summary>
    public static string CreateRelationshipConstraint(string type, IReadOnlyList<string> properties) =>
        $"CREATE CONSTRAINT IF NOT EXISTS FOR ()-[r:{Cypher.Quoted(type)}]-() REQUIRE ({Listed("r", properties)}) IS UNIQUE";

    /// <summary>
    /// Relationships of one type, or of the type that each row names, their ends found by the unique index. Two MATCH clauses, because one
    /// with a comma is remarked on as a cartesian product.
    /// </summary>
    public static string CreateRelationships(string? type, string targetLabel, string sourceLabel = Cypher.Node) =>
        $$"""
        UNWIND $rows AS row
        MATCH (a:{{Cypher.Quoted(sourceLabel)}} {dataset: $dataset, id: row.from}) MATCH (b:{{Cypher.Quoted(targetLabel)}} {dataset: $dataset, id: row.to})
        CREATE (a)-[r:{{(type is null ? "$(row.type)" : Cypher.Quoted(type))}}]->(b) SET r = row.properties RETURN count(*) AS done
        """;

    /// <summary>
    /// Facts of one type with their nodes and provenance, one row each. One whose sources are not all there counts as not written. With
    /// the type taken from the row, one statement for all, the server takes a third longer.
    /// </summary>
    /// <param name="type">Type of the facts.</param>
    /// <param name="isLiteral">Whether their object is a literal, which comes with them.</param>
    public static string CreateFacts(string type, bool isLiteral) =>
        $$"""
        UNWIND $rows AS row
        MATCH (a:{{Cypher.Node}} {dataset: $dataset, id: row.from})
        {{(isLiteral ? $"CREATE (b:{Cypher.Literal}) SET b = row.literal" : $"MATCH (b:{Cypher.Node} {{dataset: $dataset, id: row.to}})")}}
        CREATE (a)-[r:{{Cypher.Quoted(type)}}]->(b) SET r = row.properties
        CREATE (f:{{Cypher.Fact}}:{{Spine.FactLabel}}) SET f = row.node
        CREATE (f)-[:{{Spine.Subject}}]->(a) CREATE (f)-[:{{Spine.Object}}]->(b)
        WITH f, row.evidence AS evidence
        CALL (f, evidence) {
          UNWIND evidence AS part MATCH (s:{{Cypher.Source}} {dataset: $dataset, id: part.source})
          CREATE (f)-[e:{{Spine.EvidencedBy}}]->(s) SET e = part.properties RETURN count(*) AS cited
        }
        WITH evidence, cited WHERE cited = size(evidence)
        RETURN count(*) AS done
        """;

    private static string Listed(string variable, IReadOnlyList<string> properties) =>
        string.Join(", ", properties.Select(property => $"{variable}.{Cypher.Quoted(property)}"));
}
