using System.Globalization;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// The Cypher that draws an answer in Neo4j Browser, ready to paste. Where Cypher can say the question, the statement asks it;
/// otherwise (products are followed from hop to hop, for one) it draws the very facts that the answer shows, and says so.
/// </summary>
/// <remarks>
/// Names in it come from the ontology, values are escaped literals: Browser draws nothing where parameters are set in the same text.
/// Shortest paths that are asked for by a statement show parallel facts as edges of their own.
/// </remarks>
public static class BrowserStatement
{
    /// <summary>Makes the statement.</summary>
    /// <param name="answer">The answer to draw.</param>
    /// <param name="ontology">The vocabulary of the data.</param>
    /// <param name="dataset">Name of the data set in Neo4j.</param>
    /// <param name="title">What the first line of the statement says; Browser takes it for the name of a saved query.</param>
    /// <returns>The statement; null where the answer has nothing to draw.</returns>
    public static string? Of<TResult>(Answer<TResult> answer, OntologyModel ontology, string dataset, string title)
        where TResult : Result
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(ontology);
        ArgumentException.ThrowIfNullOrEmpty(dataset);
        ArgumentException.ThrowIfNullOrEmpty(title);
        return Of(answer.Content, ontology, dataset, title, $" from data {answer.DataHash}");
    }

    /// <inheritdoc cref="Of{TResult}(Answer{TResult}, OntologyModel, string, string)"/>
    /// <param name="answer">The answer to draw.</param>
    /// <param name="ontology">The vocabulary of the data.</param>
    /// <param name="dataset">Name of the data set in Neo4j.</param>
    /// <param name="title">What the first line of the statement says.</param>
    /// <param name="version">What a statement that only draws facts adds about where its answer is from.</param>
    internal static string? Of(AnswerContent answer, OntologyModel ontology, string dataset, string title, string version = "")
    {
        var question = Asked(answer, ontology, dataset);
        var statement = question ?? Drawn(answer, dataset);
        if (statement is null)
        {
            return null;
        }

        var note = question is null ? $"// Cypher cannot ask this question: these are the facts of kg's answer{version}.\n" : "";
        return $"// {OneLine(title)}\n{note}{statement}\n";
    }

    private static string? Asked(AnswerContent answer, OntologyModel ontology, string dataset) =>
        answer.Question switch
        {
            FindQuestion find when answer.Result is FindResult { Matches.Count: > 0 } => NodesNamed(find, dataset),
            ShowQuestion show => About(show.NodeId, dataset),
            PathQuestion { Mode: PathMode.Shortest } path when PathsInNeo4j.CanSay(path, ontology) && path.Filter.Sources.Count == 0 =>
                Walks(ontology, path.Filter, dataset, path.MaxHops, End("a", dataset, path.From), End("b", dataset, path.To)),
            TierQuestion { IsClosure: false, IsOrderedInTime: false } tiers when HasNoTrack(tiers.Filter, ontology) && tiers.Filter.Sources.Count == 0 => Tiers(tiers, ontology, dataset),
            _ => null,
        };

    private static bool HasNoTrack(GraphFilter filter, OntologyModel ontology) =>
        EdgeScope.Of(ontology, filter) is { Types.Count: > 0 } scope && (filter.Products == ProductRule.Any || !scope.HasSupply);

    private static string NodesNamed(FindQuestion find, string dataset) =>
        $$"""
        MATCH (n:{{Cypher.Node}} {dataset: {{CypherLiteral.Of(dataset)}}})
        WHERE n.searchText CONTAINS {{CypherLiteral.Of(Facts.NameKey.Of(find.Text))}}
        RETURN n
        """;

    /// <summary>Draws a node with every fact that names it.</summary>
    internal static string About(string nodeId, string dataset)
    {
        var (id, data) = (CypherLiteral.Of(nodeId), CypherLiteral.Of(dataset));
        return $$"""
            MATCH (n:{{Cypher.Node}} {dataset: {{data}}, id: {{id}}})
            OPTIONAL MATCH (n)-[r]-(m) WHERE r.dataset = {{data}}
            RETURN n, r, m
            UNION
            MATCH (n)-[r]->(m) WHERE r.dataset = {{data}}
              AND (r.attributedTo = {{id}} OR any(name IN keys(r) WHERE name STARTS WITH 'role_' AND {{id}} IN r[name]))
            RETURN n, r, m
            """;
    }

    /// <summary>Paths end at the anchor where they run towards it.</summary>
    private static string Tiers(TierQuestion tiers, OntologyModel ontology, string dataset)
    {
        var anchor = CypherLiteral.Of(tiers.Anchor);
        var isAlong = tiers.IsDownstream == EdgeScope.Of(ontology, tiers.Filter).IsCausal;
        var other = $$"""({{(isAlong ? "b" : "a")}}:{{Cypher.Node}} {dataset: {{CypherLiteral.Of(dataset)}}} WHERE {{(isAlong ? "b" : "a")}}.id <> {{anchor}})""";
        var end = End(isAlong ? "a" : "b", dataset, tiers.Anchor);
        return Walks(ontology, tiers.Filter, dataset, tiers.MaxHops, isAlong ? end : other, isAlong ? other : end);
    }

    private static string End(string variable, string dataset, string id) =>
        $$"""({{variable}}:{{Cypher.Node}} {dataset: {{CypherLiteral.Of(dataset)}}, id: {{CypherLiteral.Of(id)}}})""";

    private static string Walks(OntologyModel ontology, GraphFilter filter, string dataset, int maxHops, string from, string to)
    {
        var isCausal = EdgeScope.Of(ontology, filter).IsCausal;
        var hop = new HopPattern(ontology, filter, isCausal, dataset, static (_, value) => CypherLiteral.Of(value), static source => source);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            MATCH p = ALL SHORTEST {{from}}
              ({{hop.Pattern}} WHERE {{hop.Conditions}}
              ){1,{{maxHops}}} {{to}}
            RETURN p
            """);
    }

    private static string? Drawn(AnswerContent answer, string dataset)
    {
        var ids = answer.Result.DrawnFacts?.ToHashSet(StringComparer.Ordinal);
        var facts = answer.Evidence.Facts.Where(fact => ids is null || ids.Contains(fact.Id)).ToList();
        var data = CypherLiteral.Of(dataset);
        if (facts.Count == 0)
        {
            return null;
        }

        var types = facts.Select(fact => fact.Type).Distinct().Order(StringComparer.Ordinal).Select(Cypher.Quoted);
        return $$"""
            MATCH (s:{{Cypher.Node}})-[r:{{string.Join('|', types)}}]->(m)
            WHERE r.dataset = {{data}} AND r.factId IN {{CypherLiteral.Of(facts.Select(fact => (object?)fact.Id))}}
            RETURN s, r, m
            """;
    }

    /// <summary>A text without line breaks, fit for a comment.</summary>
    internal static string OneLine(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
