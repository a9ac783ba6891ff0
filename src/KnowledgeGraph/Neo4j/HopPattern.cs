using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// One hop of a path as a Cypher pattern, with every filter within it: a condition after a whole path filters too late. Products and
/// other rules that look beyond one hop are not in it.
/// </summary>
internal sealed class HopPattern
{
    private readonly List<string> conditions = ["coalesce(r.denied, false) = false"];
    private readonly Func<string, object, string> write;
    private readonly string relationship;

    /// <param name="ontology">The checked vocabulary that the names come from.</param>
    /// <param name="filter">What a hop must pass.</param>
    /// <param name="isTowardsDependents">Whether to go against the dependency view, as causes do to effects.</param>
    /// <param name="dataset">Name of the data set.</param>
    /// <param name="write">Writes a value, given its name too: as a parameter, or as a literal.</param>
    /// <param name="sourceId">Gives the id of a source that goes by its id or short name.</param>
    /// <exception cref="QuestionException">The filter names what there is not.</exception>
    public HopPattern(
        OntologyModel ontology, GraphFilter filter, bool isTowardsDependents, string dataset, Func<string, object, string> write, Func<string, string> sourceId)
    {
        this.write = write;
        var types = EdgeScope.Of(ontology, filter).Types;
        HasTypes = types.Count > 0;
        conditions.Add($"r.dataset = {write("dataset", dataset)}");
        relationship = Directed(ontology, types, isTowardsDependents);
        Weight(filter, sourceId);
        Time(filter);
        Avoided(filter);
        AvoidedTypes(ontology, filter);
    }

    /// <summary>Whether any edge type is followed; without one there is no hop.</summary>
    public bool HasTypes { get; }

    /// <summary>The hop from x to y.</summary>
    public string Pattern => $"(x:{Cypher.Node}){relationship}(y:{Cypher.Node})";

    /// <summary>What x, y and the relationship r between them must pass.</summary>
    public string Conditions => string.Join("\n    AND ", conditions);

    private string Directed(OntologyModel ontology, IReadOnlyList<EdgeType> types, bool isTowardsDependents)
    {
        var outwards = QueryCypher.Leading(ontology, types, isTowardsDependents);
        var inwards = QueryCypher.Leading(ontology, types, !isTowardsDependents);
        if (inwards.Count == 0 || outwards.Count == 0)
        {
            return inwards.Count == 0 ? $"-[r:{QueryCypher.Names(outwards)}]->" : $"<-[r:{QueryCypher.Names(inwards)}]-";
        }

        conditions.Add($"(r:{QueryCypher.Names(outwards)} AND startNode(r) = x OR r:{QueryCypher.Names(inwards)} AND endNode(r) = x)");
        return $"-[r:{QueryCypher.Names(types)}]-";
    }

    private void Weight(GraphFilter filter, Func<string, string> sourceId)
    {
        conditions.Add($"r.status IN {write("statuses", Texts(filter.Statuses.Select(status => status.ToText())))}");
        if (filter.MinConfidence > 0)
        {
            conditions.Add($"r.confidence >= {write("minConfidence", filter.MinConfidence)}");
        }

        const string curator = "coalesce(r.origin = 'curator', false)";
        if (!filter.IncludeCurator)
        {
            conditions.Add($"NOT {curator}");
        }

        if (filter.Sources.Count > 0)
        {
            var sourced = $"any(source IN r.evidenceSources WHERE source IN {write("sources", Texts(filter.Sources.Select(sourceId)))})";
            conditions.Add(filter.IncludeCurator ? $"({curator} OR {sourced})" : sourced);
        }
    }

    /// <summary>A side that is left out is unbounded.</summary>
    private void Time(GraphFilter filter)
    {
        if (filter.AsOf is { } asOf)
        {
            var day = write("asOf", Day(asOf));
            conditions.Add($"coalesce(r.notBefore <= {day}, true) AND coalesce(r.notAfter >= {day}, true)");
            if (filter.CertainOnly)
            {
                conditions.Add($"coalesce(r.certainFrom <= {day}, true) AND coalesce(r.certainTo >= {day}, true)");
            }
        }

        if (filter.KnownOn is { } knownOn)
        {
            // What was entered within a month or a year counts from its last day on.
            var ended = Texts(new[] { Day(knownOn), Day(knownOn)[..7], Day(knownOn)[..4] }.Where(text => PartialDate.Parse(text).Latest == knownOn));
            var day = write("knownOn", Day(knownOn));
            conditions.Add($"(r.enteredOn < left({day}, size(r.enteredOn)) OR r.enteredOn IN {write("knownPeriods", ended)})");
        }
    }

    private void Avoided(GraphFilter filter)
    {
        if (filter.AvoidFacts.Count > 0)
        {
            conditions.Add($"NOT r.factId IN {write("avoidFacts", Texts(filter.AvoidFacts))}");
        }

        if (filter.Channels.Count > 0)
        {
            var filled = $"coalesce(r.{Cypher.Quoted(FactRow.RolePrefix + OntologyModel.ChannelRole)}, [])";
            conditions.Add($"any(channel IN {filled} WHERE channel IN {write("channels", Texts(filter.Channels))})");
        }

        if (filter.AvoidNodes.Count + filter.AvoidCountries.Count > 0)
        {
            var nodes = write("avoidNodes", Texts(filter.AvoidNodes.Concat(filter.AvoidCountries)));
            conditions.Add($"NOT x.id IN {nodes} AND NOT y.id IN {nodes}");
        }

        if (filter.AvoidCountries.Count > 0)
        {
            var countries = write("avoidCountries", Texts(filter.AvoidCountries));
            conditions.Add(
                $"none(country IN coalesce(x.countries, []) WHERE country IN {countries}) AND none(country IN coalesce(y.countries, []) WHERE country IN {countries})");
        }
    }

    /// <summary>Nodes carry a label for each type that theirs extends.</summary>
    private void AvoidedTypes(OntologyModel ontology, GraphFilter filter)
    {
        foreach (var type in filter.AvoidNodeTypes)
        {
            var label = Cypher.Quoted(EdgeScope.Known(ontology.NodeTypes, type, "node type").Name);
            conditions.Add($"NOT x:{label} AND NOT y:{label}");
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<object?> Texts(IEnumerable<string> texts) => [.. texts];
}
