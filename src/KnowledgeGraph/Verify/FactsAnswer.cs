using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Verify;

/// <summary>Checks an answer about a pattern of facts: goes through all facts again.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Select">Places whose nodes are gathered.</param>
/// <param name="Limit">Most facts listed.</param>
internal sealed record FactsAnswer(AskedPattern Pattern, IReadOnlyList<string> Select, int Limit)
{
    private const string RolePrefix = "role:";

    /// <summary>Reads the question; null where it has no pattern.</summary>
    internal static FactsAnswer? Read(StrictObject question, FactSet set, ProblemList problems) => question.Object("pattern") is { } pattern
        ? new FactsAnswer(new AskedPattern(set, pattern), question.Texts("select"), Asked.Whole(question, "limit", Asked.GreatestCount, problems))
        : null;

    internal void Check(AnswerBody body)
    {
        var set = body.Set;
        body.ExpectOnly("count", "matches", "selected");
        body.CheckHead(body.Items("matches").Count > 0, hasGaps: false);
        if (body.IsCut)
        {
            body.Findings.Leave("which facts match: the search was stopped");
            return;
        }

        var matching = set.Facts.Where(Pattern.Matches).ToList();
        var kept = matching.Take(Limit).ToList();
        var selected = Select.Select(place => (Place: place, Nodes: matching.SelectMany(fact => At(fact, place)).Distinct().Order(StringComparer.Ordinal).ToList())).ToList();
        body.Expect("complete", writer =>
        {
            writer.Field("count", matching.Count);
            writer.List("matches", kept, (w, fact) => w.Object(fact, (m, item) =>
            {
                m.Field("fact", item.Id);
                m.Field("type", item.Type);
                m.Field("layer", set.Ontology.EdgeTypes[item.Type].Layer);
                m.Field("reading", FactReading.Of(set, item, item.Subject));
                m.Field("value", item.Value is { } value ? FactValueText.Of(value, set.Ontology) : null);
                m.Field("certainty", Pattern.AsOf is { } day ? PathText.Word(set.ValidityOf(item).At(day)) : null);
            }));
            if (selected.Count > 0)
            {
                writer.List("selected", selected, static (w, place) => w.Object(place, static (s, item) =>
                {
                    s.Field("place", item.Place);
                    s.List("nodes", item.Nodes, static (n, node) => n.WriteValue(node));
                }));
            }
        });
        if ((body.StoppedBy == "limit") != kept.Count < matching.Count)
        {
            body.Wrong("bound", "stoppedBy", body.Find("stoppedBy"), kept.Count < matching.Count ? "limit: there are more facts" : "nothing: there are no more facts");
        }

        body.Findings.Prove($"these facts match and no others: all {set.Facts.Count} were gone through again");
        body.CheckEvidence(kept.Select(fact => fact.Id), [.. Pattern.Nodes, .. selected.SelectMany(place => place.Nodes)]);
    }

    private static IEnumerable<string> At(Fact fact, string place) => place switch
    {
        "subject" => [fact.Subject],
        "object" => fact.Object is { } node ? [node] : [],
        _ => fact.RoleFillers(place.StartsWith(RolePrefix, StringComparison.Ordinal) ? place[RolePrefix.Length..] : place),
    };
}
