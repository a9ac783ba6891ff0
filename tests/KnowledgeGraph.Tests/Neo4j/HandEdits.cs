namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>What somebody may do by hand to the small world in Neo4j; each leaves it other than a load does.</summary>
internal static class HandEdits
{
    public static IReadOnlyList<string> All { get; } =
    [
        "MATCH (n:KgNode {dataset: $dataset, id: 'integral'}) SET n.name = 'X', n.colour = 'red', n:Mine REMOVE n:Company",
        "MATCH (n:KgNode {dataset: $dataset, id: 'integral'}) SET n.id = 'other'",
        "MATCH (n:KgNode {dataset: $dataset, id: 'integral'}) SET n.id = 7",
        "MATCH (n:KgNode {dataset: $dataset, id: 'integral'}) SET n:KgSource",
        "MATCH (n:KgNode {dataset: $dataset, id: 'integral'}) REMOVE n.id",
        "MATCH (n:KgNode {dataset: $dataset, id: 'integral'}) REMOVE n:KgNode",
        "MATCH (n:KgNode {dataset: $dataset, id: 'integral'}) DETACH DELETE n",
        "MATCH (n:KgLiteral {dataset: $dataset}) DETACH DELETE n",
        "MATCH (n:KgDataset {dataset: $dataset}) SET n.dataHash = 'x'",
        "MATCH (n:KgSource {dataset: $dataset}) DETACH DELETE n",
        "MATCH ()-[r {dataset: $dataset, factId: 'f1'}]->() SET r.confidence = 0.99",
        "MATCH ()-[r {dataset: $dataset, factId: 'f1'}]->() REMOVE r.factId",
        "MATCH ()-[r {dataset: $dataset, factId: 'f1'}]->() DELETE r",
        "MATCH (a)-[r {dataset: $dataset, factId: 'f1'}]->(b) CREATE (b)-[:OWNS {dataset: $dataset, factId: 'f1'}]->(a)",
        "MATCH (a)-[r {dataset: $dataset, factId: 'f1'}]->(b) CREATE (b)-[:STRAY {dataset: $dataset}]->(a)",
        "MATCH (f:KgFact {dataset: $dataset, id: 'f1'}) SET f.statement = 'X', f:Mine REMOVE f:Fact",
        "MATCH (f:KgFact {dataset: $dataset, id: 'f1'}) DETACH DELETE f",
        "MATCH (:KgFact {dataset: $dataset, id: 'f3'})-[r:EVIDENCED_BY]->(:KgSource {id: 's1'}) SET r.place = 'X'",
        "MATCH (:KgFact {dataset: $dataset, id: 'f3'})-[r:EVIDENCED_BY]->(:KgSource {id: 's1'}) SET r.mine = true",
        "MATCH (:KgFact {dataset: $dataset, id: 'f1'})-[r:SUBJECT]->() DELETE r",
        "MATCH (f:KgFact {dataset: $dataset, id: 'f1'})-[:SUBJECT]->(n) CREATE (f)-[:SUBJECT]->(n)",
    ];
}
