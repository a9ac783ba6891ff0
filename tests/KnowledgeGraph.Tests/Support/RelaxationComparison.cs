using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>What an answer says would be found without one condition, against the oracle.</summary>
internal static class RelaxationComparison
{
    internal static List<string> Differences(FactSet set, PathQuestion question, Answer<PathsResult> answer)
    {
        var differences = new List<string>();
        var expected = Relaxed(set, question)
            .Select(oracle => oracle.Paths(question.From, question.To, question.MaxHops).FirstOrDefault())
            .OfType<BrutePath>()
            .ToList();
        var actual = answer.Result.Relaxations;
        PathComparison.Compare(
            differences, "relaxations", PathComparison.Lines(expected.Select(path => path.Nodes)), PathComparison.Lines(actual.Select(relaxation => relaxation.Nodes)));
        var isByProductsAlone = question is { Via.Count: 0, Edges: null, IsOrderedInTime: false };
        if (differences.Count == 0 && isByProductsAlone && actual.Count > 0 && actual[^1].Without == "the same product along supply")
        {
            var (nodes, facts) = (actual[^1].Nodes, actual[^1].Facts);
            var broken = new BruteForce(set, question.Filter).SoundHops([.. nodes]);
            PathComparison.Compare(differences, "broken at", HopReading.Of(set, facts[broken], nodes[broken]), actual[^1].BrokenAt);
        }

        return differences;
    }

    private static IEnumerable<BruteForce> Relaxed(FactSet set, PathQuestion question)
    {
        if (question.Via.Count > 0)
        {
            yield return new BruteForce(set, question with { Via = [] });
        }

        if (question.Edges is not null)
        {
            yield return new BruteForce(set, question, isAnyOrder: true);
        }

        if (question.IsOrderedInTime)
        {
            yield return new BruteForce(set, question with { IsOrderedInTime = false });
        }

        foreach (var filter in Relaxed(question.Filter))
        {
            yield return new BruteForce(set, question with { Filter = filter });
        }
    }

    private static IEnumerable<GraphFilter> Relaxed(GraphFilter filter) => new[]
    {
        filter with { AvoidNodes = [] },
        filter with { AvoidFacts = [] },
        filter with { AvoidCountries = [] },
        filter with { AvoidNodeTypes = [] },
        filter with { Channels = [] },
        filter with { KnownOn = null },
        filter with { MinConfidence = 0 },
        filter with { Statuses = Enum.GetValues<FactStatus>() },
        filter with { AsOf = null },
        filter with { Sources = [] },
        filter with { IncludeCurator = true },
        filter with { Products = ProductRule.Any },
    }.Where(relaxed => relaxed.ToString() != filter.ToString() || relaxed.Statuses.Count != filter.Statuses.Count || relaxed.Sources.Count != filter.Sources.Count
        || Avoided(relaxed) != Avoided(filter));

    private static int Avoided(GraphFilter filter) =>
        filter.AvoidNodes.Count + filter.AvoidFacts.Count + filter.AvoidCountries.Count + filter.AvoidNodeTypes.Count + filter.Channels.Count;
}
