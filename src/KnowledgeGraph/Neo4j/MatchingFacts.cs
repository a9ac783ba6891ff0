using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Search;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// A fact pattern as one Cypher statement. Types and labels stand in its text, from the ontology; everything typed is a parameter.
/// What Cypher cannot say alike (words of the statement, certainty) is left to the search here, so the statement may deliver more.
/// </summary>
internal sealed class MatchingFacts
{
    private const string Relationship = "r";
    private readonly List<string> conditions = ["r.dataset = $dataset"];
    private readonly Dictionary<string, object?> values = [];
    private readonly OntologyModel ontology;
    private readonly FactPattern pattern;

    /// <param name="ontology">The checked vocabulary.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="sourceId">Gives the id of a source that goes by its id or short name.</param>
    /// <exception cref="QuestionException">The pattern names what there is not.</exception>
    public MatchingFacts(OntologyModel ontology, FactPattern pattern, Func<string, string> sourceId)
    {
        (this.ontology, this.pattern) = (ontology, pattern);
        var types = FactMask.TypesOf(ontology, pattern);
        var names = types.Count == ontology.EdgeTypes.Count ? "" : ":" + string.Join('|', types.Select(type => Cypher.Quoted(type.Name)));
        Ids();
        End("s", pattern.Subjects, pattern.SubjectTypes, pattern.SubjectCountries);
        End("m", pattern.Objects, pattern.ObjectTypes, pattern.ObjectCountries);
        Roles();
        Weight(sourceId);
        Time();
        Conflicts();
        Text = types.Count == 0 ? null : QueryCypher.FactsWhere(Relationship + names, string.Join("\n  AND ", conditions));
    }

    /// <summary>The statement; null where no edge type is left, so that nothing can match.</summary>
    public string? Text { get; }

    /// <summary>Its parameters.</summary>
    public (string Name, object? Value)[] Parameters => [.. values.Select(value => (value.Key, value.Value))];

    private void Ids()
    {
        if (pattern.Ids.Count > 0)
        {
            conditions.Add($"r.factId IN {Parameter("factIds", pattern.Ids)}");
        }
    }

    private void End(string variable, IReadOnlyList<string> ids, IReadOnlyList<string> nodeTypes, IReadOnlyList<string> countries)
    {
        if (ids.Count > 0)
        {
            conditions.Add($"{variable}:{Cypher.Node} AND {variable}.id IN {Parameter(variable + "Ids", ids)}");
        }

        if (nodeTypes.Count > 0)
        {
            var labels = nodeTypes.Select(name => Cypher.Quoted(EdgeScope.Known(ontology.NodeTypes, name, "node type").Name));
            conditions.Add($"({variable}:{string.Join('|', labels)})");
        }

        if (countries.Count > 0)
        {
            var list = Parameter(variable + "Countries", countries);
            conditions.Add($"({variable}:{Cypher.Node} AND ({variable}.id IN {list} OR any(country IN {variable}.countries WHERE country IN {list})))");
        }
    }

    private void Roles()
    {
        for (var i = 0; i < pattern.Roles.Count; i++)
        {
            var property = Cypher.Quoted("role_" + EdgeScope.Known(ontology.Roles, pattern.Roles[i].Role, "role").Name);
            conditions.Add(pattern.Roles[i].Filler is { } filler
                ? $"{Parameter($"filler{i}", filler)} IN r.{property}"
                : $"r.{property} IS NOT NULL");
        }
    }

    private void Weight(Func<string, string> sourceId)
    {
        if (pattern.Polarity != Polarity.Both)
        {
            conditions.Add($"coalesce(r.denied, false) = {Parameter("denied", pattern.Polarity == Polarity.Denied)}");
        }

        if (pattern.Statuses.Count > 0)
        {
            conditions.Add($"r.status IN {Parameter("statuses", pattern.Statuses.Select(status => status.ToText()))}");
        }

        if (pattern.MinConfidence > 0)
        {
            conditions.Add($"r.confidence >= {Parameter("minConfidence", pattern.MinConfidence)}");
        }

        if (pattern.Sources.Count > 0)
        {
            conditions.Add($"any(source IN r.evidenceSources WHERE source IN {Parameter("sources", pattern.Sources.Select(sourceId))})");
        }

        if (pattern.AttributedTo.Count > 0)
        {
            var claimants = Parameter("claimants", pattern.AttributedTo);
            conditions.Add($"(r.attributedTo IN {claimants} OR r.attributedToAuthorOf IN {Parameter("authors", pattern.Authors.Select(sourceId))})");
        }
    }

    private void Time()
    {
        if (pattern.AsOf is { } day)
        {
            var asOf = Parameter("asOf", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            conditions.Add($"coalesce(r.notBefore <= {asOf}, true) AND coalesce(r.notAfter >= {asOf}, true)");
        }
    }

    private void Conflicts()
    {
        if (pattern.ConflictsWith.Count > 0)
        {
            conditions.Add(
                $$"""
                EXISTS { MATCH (c:{{Cypher.Conflict}} {dataset: $dataset})
                  WHERE r.factId IN c.facts AND any(fact IN c.facts WHERE fact IN {{Parameter("conflicting", pattern.ConflictsWith)}}) }
                """);
        }
    }

    private string Parameter(string name, object? value)
    {
        values.Add(name, value is IEnumerable<string> texts ? texts.Cast<object?>().ToList() : value);
        return "$" + name;
    }
}
