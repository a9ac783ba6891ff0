using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query.Search;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>Which facts match a pattern, and who stands in a given place of them?</summary>
/// <remarks>
/// Facts come by id; counts and selected sets are of all that match, whatever the limit. With a day asked, facts that do not hold on
/// it are left out and the others say whether they hold certainly or possibly. Nothing found is an empty answer. Linear in the facts
/// that the pattern's ids, or one of its conditions on nodes, lead to; in all facts where it has none.
/// </remarks>
public sealed record FactsQuestion : Question<FactsResult>
{
    /// <summary>The pattern.</summary>
    public FactPattern Pattern { get; init; } = new();

    /// <summary>Places whose nodes are gathered into sets: <c>subject</c>, <c>object</c>, or <c>role:</c> and the name of a role.</summary>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <inheritdoc/>
    public override string Kind => "facts";

    /// <inheritdoc/>
    public override DataNeed NeedIn(OntologyModel ontology)
    {
        CheckSelect(ontology);
        FactMask.TypesOf(ontology, Pattern);
        return new DataNeed.Matching(Pattern);
    }

    internal override void WriteTo(JsonWriter writer)
    {
        writer.Object("pattern", Pattern, static (w, pattern) => pattern.WriteTo(w));
        writer.Field("select", Select);
    }

    internal override Finding<FactsResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget)
    {
        var set = graph.Facts;
        CheckSelect(set.Ontology);
        foreach (var node in Pattern.Nodes)
        {
            graph.IndexOf(node);
        }

        var mask = new FactMask(set, Pattern);
        var matches = FactCandidates.Of(set, Pattern, budget)
            .Select(fact => (Fact: fact, Certainty: mask.Of(fact)))
            .Where(match => match.Certainty != Certainty.Not)
            .ToList();
        if (matches.Count > budget.Bounds.Limit)
        {
            budget.Stop(StopReason.Limit);
        }

        var kept = matches.Take(budget.Bounds.Limit).Select(match => Describe(set, match.Fact, match.Certainty)).ToList();
        var selected = Select.Select(place => new Selection(place, NodesAt(place, matches.Select(match => match.Fact)))).ToList();
        var outcome = kept.Count > 0 ? Outcome.Found : budget.Stopped == StopReason.None ? Outcome.None : Outcome.Undecided;
        return new Finding<FactsResult>(
            new FactsResult { Count = matches.Count, Matches = kept, Selected = selected },
            outcome,
            kept.Select(match => match.Fact),
            [.. Pattern.Nodes, .. selected.SelectMany(selection => selection.Nodes)]);
    }

    private FactMatch Describe(FactSet set, Fact fact, Certainty certainty) => new(
        fact.Id,
        fact.Type,
        set.Ontology.EdgeTypes[fact.Type].Layer,
        HopReading.Of(set, fact.Id, fact.Subject),
        fact.Value is { } value ? FactValueText.Of(value, set.Ontology) : null,
        Pattern.AsOf is null ? null : certainty);

    private void CheckSelect(OntologyModel ontology)
    {
        foreach (var place in Select.Where(place => place is not ("subject" or "object")))
        {
            if (!place.StartsWith(RolePrefix, StringComparison.Ordinal))
            {
                throw new QuestionException($"\"{place}\" cannot be selected; subject, object and role:NAME can");
            }

            EdgeScope.Known(ontology.Roles, place[RolePrefix.Length..], "role");
        }
    }

    private static List<string> NodesAt(string place, IEnumerable<Fact> facts) =>
        [.. facts
            .SelectMany(fact => place switch
            {
                "subject" => [fact.Subject],
                "object" => fact.Object is { } node ? [node] : [],
                _ => fact.RoleFillers(place[RolePrefix.Length..]),
            })
            .Distinct()
            .Order(StringComparer.Ordinal)];

    private const string RolePrefix = "role:";
}
