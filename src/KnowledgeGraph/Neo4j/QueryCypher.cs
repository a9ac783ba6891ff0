using System.Globalization;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Neo4j;

/// <summary>The Cypher texts of asking. Every text that can return much takes a limit, one more than is wanted, so that a cut shows.</summary>
internal static class QueryCypher
{
    private const string NodeColumns = "elementId(n) AS element, labels(n) AS labels, properties(n) AS properties";

    /// <summary>A fact with the ids of its ends: the nodes themselves are fetched once each, not once a fact.</summary>
    private const string FactColumns =
        $"""
        elementId(r) AS element, type(r) AS type, properties(r) AS properties,
          elementId(startNode(r)) AS from, startNode(r).id AS fromId,
          elementId(endNode(r)) AS to, endNode(r).id AS toId, '{Cypher.Literal}' IN labels(endNode(r)) AS isLiteral
        """;

    /// <summary>No node of the path p stands in it twice.</summary>
    private const string Simple = "all(n IN nodes(p) WHERE single(m IN nodes(p) WHERE m = n))";

    /// <summary>A hop of a path from one node to another neither leads back to its start nor on from its end.</summary>
    private const string Between = "x.id <> $to AND y.id <> $from";

    public const string Stamp = $"MATCH (d:{Cypher.Dataset} {{dataset: $dataset}}) RETURN properties(d) AS properties";

    public const string NodesById = $"UNWIND $ids AS id MATCH (n:{Cypher.Node} {{dataset: $dataset, id: id}}) RETURN {NodeColumns}";

    public const string NodesNamed =
        $"MATCH (n:{Cypher.Node} {{dataset: $dataset}}) WHERE n.searchText CONTAINS $key RETURN {NodeColumns} LIMIT $limit";

    public const string AllNodes = $"MATCH (n:{Cypher.Node} {{dataset: $dataset}}) RETURN {NodeColumns} LIMIT $limit";

    public const string Sources = $"MATCH (n:{Cypher.Source} {{dataset: $dataset}}) RETURN {NodeColumns} LIMIT $limit";

    public const string ConflictsOf =
        $$"""
        MATCH (n:{{Cypher.Conflict}} {dataset: $dataset}) WHERE any(fact IN n.facts WHERE fact IN $facts)
        RETURN {{NodeColumns}} LIMIT $limit
        """;

    /// <summary>Facts that name a node in a role or as the claimant. No index helps here; the time bound does.</summary>
    public const string Mentions =
        $"""
        MATCH (s)-[r]->(m) WHERE r.dataset = $dataset
          AND (r.attributedTo = $id OR any(name IN keys(r) WHERE name STARTS WITH 'role_' AND $id IN r[name]))
        RETURN {FactColumns} LIMIT $limit
        """;

    public const string FactsById =
        $"""
        MATCH (s)-[r]->(m) WHERE r.dataset = $dataset AND r.factId IN $facts
        RETURN {FactColumns} LIMIT $limit
        """;

    /// <summary>Facts at either end of which a node stands.</summary>
    public const string FactsAt =
        $$"""
        MATCH (n:{{Cypher.Node}} {dataset: $dataset, id: $id})-[r]-(m) WHERE r.dataset = $dataset
        RETURN {{FactColumns}} LIMIT $limit
        """;

    /// <summary>
    /// One round of a breadth-first search: the facts that lead on from a set of nodes in the dependency view, or back in it.
    /// </summary>
    /// <param name="ontology">The checked vocabulary that the names come from.</param>
    /// <param name="types">The types followed.</param>
    /// <param name="isTowardsDependents">Whether to go against the view.</param>
    public static string Expand(OntologyModel ontology, IReadOnlyList<EdgeType> types, bool isTowardsDependents)
    {
        var outwards = Leading(ontology, types, isTowardsDependents);
        var inwards = Leading(ontology, types, !isTowardsDependents);
        string[] branches = [
            .. outwards.Count > 0 ? [Branch($"-[r:{Names(outwards)}]->")] : Array.Empty<string>(),
            .. inwards.Count > 0 ? [Branch($"<-[r:{Names(inwards)}]-")] : Array.Empty<string>()];
        return string.Join("\nUNION ALL\n", branches);
    }

    /// <summary>One round of a breadth-first search either way: the facts at a set of nodes, denied ones too.</summary>
    /// <param name="types">The types followed.</param>
    public static string Links(IReadOnlyList<EdgeType> types) =>
        $$"""
        UNWIND $ids AS id MATCH (n:{{Cypher.Node}} {dataset: $dataset, id: id})-[r:{{Names(types)}}]-(m:{{Cypher.Node}})
        WHERE r.dataset = $dataset
        RETURN {{FactColumns}}, m.id AS otherId LIMIT $limit
        """;

    /// <summary>The types whose relationships point the way that is gone; symmetric ones do both ways.</summary>
    /// <param name="ontology">The vocabulary.</param>
    /// <param name="types">The types followed.</param>
    /// <param name="isTowardsDependents">Whether to go against the view.</param>
    public static IReadOnlyList<EdgeType> Leading(OntologyModel ontology, IReadOnlyList<EdgeType> types, bool isTowardsDependents) =>
        [.. types.Where(type => type.IsSymmetric || ontology.PointsToSubject(type) == isTowardsDependents)];

    /// <summary>Types as they stand in a pattern.</summary>
    public static string Names(IEnumerable<EdgeType> types) => string.Join('|', types.Select(type => Cypher.Quoted(type.Name)));

    /// <summary>
    /// The first simple paths of exactly one length as node ids, each once, by ids. Parallel facts are collapsed before the limit.
    /// </summary>
    /// <param name="hop">One hop.</param>
    /// <param name="hops">How many; a quantifier takes no parameter.</param>
    /// <param name="isNarrowed">Whether the nodes gone through are among <c>$within</c>.</param>
    public static string PathsOfLength(HopPattern hop, int hops, bool isNarrowed) =>
        $$"""
        MATCH (a:{{Cypher.Node}} {dataset: $dataset, id: $from})
        MATCH (b:{{Cypher.Node}} {dataset: $dataset, id: $to})
        MATCH p = (a)({{hop.Pattern}} WHERE {{Between}}{{(isNarrowed ? " AND y.id IN $within" : "")}}
            AND {{hop.Conditions}}){{{Math.Clamp(hops, 1, PathQuestion.GreatestMaxHops).ToString(CultureInfo.InvariantCulture)}}}(b)
        WHERE {{Simple}}
        WITH DISTINCT [n IN nodes(p) | n.id] AS ids ORDER BY ids LIMIT $most
        RETURN ids
        """;

    /// <summary>The nodes one hop on from some, or one hop back.</summary>
    public static string Next(HopPattern hop, bool isBack) =>
        $$"""
        UNWIND $ids AS id
        MATCH ({{(isBack ? "y" : "x")}}:{{Cypher.Node}} {dataset: $dataset, id: id})
        MATCH {{hop.Pattern}} WHERE {{Between}}
            AND {{hop.Conditions}}
        RETURN DISTINCT {{(isBack ? "x" : "y")}}.id AS id LIMIT $limit
        """;

    /// <summary>Facts of some types between nodes that follow each other on a path.</summary>
    public static string FactsBetween(IReadOnlyList<EdgeType> types) =>
        $$"""
        UNWIND $pairs AS pair
        MATCH (s:{{Cypher.Node}} {dataset: $dataset, id: pair[0]})
        MATCH (m:{{Cypher.Node}} {dataset: $dataset, id: pair[1]})
        MATCH (s)-[r:{{Names(types)}}]-(m) WHERE r.dataset = $dataset AND coalesce(r.denied, false) = false
        RETURN {{FactColumns}} LIMIT $limit
        """;

    /// <summary>All facts of some types that are not denied.</summary>
    public static string FactsOfTypes(IReadOnlyList<EdgeType> types) =>
        $$"""
        MATCH (s:{{Cypher.Node}} {dataset: $dataset})-[r:{{Names(types)}}]->(m:{{Cypher.Node}})
        WHERE r.dataset = $dataset AND coalesce(r.denied, false) = false
        RETURN {{FactColumns}} LIMIT $limit
        """;

    /// <summary>Facts of a relationship pattern under conditions.</summary>
    /// <param name="relationship">What stands in the brackets: the variable r and the types, if any.</param>
    /// <param name="conditions">What follows WHERE.</param>
    public static string FactsWhere(string relationship, string conditions) =>
        $$"""
        MATCH (s:{{Cypher.Node}} {dataset: $dataset})-[{{relationship}}]->(m) WHERE {{conditions}}
        RETURN {{FactColumns}} LIMIT $limit
        """;

    private static string Branch(string relationship) =>
        $$"""
        UNWIND $ids AS id MATCH (n:{{Cypher.Node}} {dataset: $dataset, id: id}){{relationship}}(m:{{Cypher.Node}})
        WHERE r.dataset = $dataset AND coalesce(r.denied, false) = false
        RETURN {{FactColumns}}, m.id AS otherId LIMIT $limit
        """;
}
