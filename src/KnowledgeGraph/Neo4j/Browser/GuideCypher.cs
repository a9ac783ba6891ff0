using System.Globalization;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Neo4j.Browser;

/// <summary>The statements of the guide that no saved question asks. Values are literals, each statement keeps to one data set.</summary>
/// <param name="dataset">Name of the data set.</param>
internal sealed class GuideCypher(string dataset)
{
    private readonly string data = CypherLiteral.Of(dataset);

    private string Ours => $"dataset: {data}";

    public string NodeTypes =>
        $$"""
        MATCH (n:{{Cypher.Node}} {{{Ours}}})
        RETURN n.type AS type, count(*) AS nodes ORDER BY nodes DESC, type
        """;

    public string EdgeTypes =>
        $"""
        MATCH (:{Cypher.Node})-[r]->() WHERE r.dataset = {data}
        RETURN r.layer AS layer, type(r) AS type, count(*) AS facts ORDER BY layer, facts DESC, type
        """;

    public string Sources =>
        $$"""
        MATCH (s:{{Cypher.Source}} {{{Ours}}})<-[:{{Spine.EvidencedBy}}]-(f:{{Cypher.Fact}})
        RETURN s.name AS source, s.title AS title, s.date AS date, count(DISTINCT f) AS facts ORDER BY facts DESC, source
        """;

    public string Conflicts =>
        $$"""
        MATCH (c:{{Cypher.Conflict}} {{{Ours}}}) UNWIND c.facts AS id
        MATCH (f:{{Cypher.Fact}} {{{Ours}}, id: id})
        RETURN c.id AS conflict, f.id AS fact, f.statement AS statement, c.note AS note ORDER BY conflict, fact
        """;

    public string Doubted => Drawn("r.doubts IS NOT NULL");

    public string Denied => Drawn("r.denied");

    /// <summary>The full-text index reads its own marks in what it is asked, so the name is a phrase.</summary>
    public string Named(string name)
    {
        var phrase = $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return $"""
            CALL db.index.fulltext.queryNodes('kgNames', {CypherLiteral.Of(phrase)}) YIELD node, score
            WHERE node.dataset = {data}
            RETURN node ORDER BY score DESC, node.id LIMIT 10
            """;
    }

    public string EvidenceOf(string nodeId) =>
        $$"""
        MATCH (n:{{Cypher.Node}} {{{Ours}}, id: {{CypherLiteral.Of(nodeId)}}})<-[:{{Spine.Subject}}|{{Spine.Object}}]-(f:{{Cypher.Fact}})
        MATCH (f)-[e:{{Spine.EvidencedBy}}]->(s:{{Cypher.Source}})
        RETURN DISTINCT f.id AS fact, f.statement AS statement, f.status AS status, f.confidence AS confidence, s.name AS source, e.place AS place
        ORDER BY fact, source, place
        """;

    public string OnDay(string nodeId, DateOnly day) =>
        $$"""
        MATCH (n:{{Cypher.Node}} {{{Ours}}, id: {{CypherLiteral.Of(nodeId)}}})-[r]-(m) WHERE r.dataset = {{data}}
          AND coalesce(r.notBefore <= '{{Text(day)}}', true) AND coalesce(r.notAfter >= '{{Text(day)}}', true)
        RETURN n, r, m
        """;

    /// <summary>A day as facts have it.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string LessConfident(double confidence) =>
        $"""
        MATCH (s:{Cypher.Node})-[r]->(m) WHERE r.dataset = {data} AND r.confidence < {CypherLiteral.Of(confidence)}
        RETURN r.factId AS fact, r.statement AS statement, r.confidence AS confidence, r.confidenceReason AS reason ORDER BY confidence, fact
        """;

    public string OfLayer(string layer, bool hasDenied) => Drawn(
        $"r.layer = {CypherLiteral.Of(layer)} AND r.confidence >= 0.7{(hasDenied ? " AND coalesce(r.denied, false) = false" : "")}");

    /// <summary>All facts of the type of a fact, between nodes of the types of its ends.</summary>
    public string Like(Fact fact, string subjectType, string objectType) =>
        $$"""
        MATCH (s:{{Cypher.Quoted(subjectType)}} {{{Ours}}})-[r:{{Cypher.Quoted(fact.Type)}}]->(m:{{Cypher.Quoted(objectType)}})
        RETURN s, r, m
        """;

    private string Drawn(string condition) =>
        $"""
        MATCH (s:{Cypher.Node})-[r]->(m)
        WHERE r.dataset = {data} AND {condition}
        RETURN s, r, m
        """;
}
