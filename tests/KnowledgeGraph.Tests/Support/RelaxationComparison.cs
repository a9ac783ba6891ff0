using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>What an answer says would be found without one condition, against the oracle.</summary>
internal static class RelaxationComparison
{
    internal static List<string> Differences(FactSet set, PathQuestion question, Answer<PathsResult> answer)
    {
        var differences = new List<string>();
        var expected = Relaxed(question.Filter)
            .Select(filter => (filter, path: new BruteForce(set, filter).Paths(question.From, question.To, question.MaxHops).FirstOrDefault()))
            .Where(pair => pair.path is not null)
            .ToList();
        var actual = answer.Result.Relaxations;
        PathComparison.Compare(
            differences, "relaxations", PathComparison.Lines(expected.Select(pair => pair.path!.Nodes)), PathComparison.Lines(actual.Select(relaxation => relaxation.Nodes)));
        if (differences.Count == 0 && actual.Count > 0 && actual[^1].Without == "the same product along supply")
        {
            var (nodes, facts) = (actual[^1].Nodes, actual[^1].Facts);
            var broken = new BruteForce(set, question.Filter).SoundHops([.. nodes]);
            PathComparison.Compare(differences, "broken at", HopReading.Of(set, facts[broken], nodes[broken]), actual[^1].BrokenAt);
        }

        return differences;
    }

    private static IEnumerable<GraphFilter> Relaxed(GraphFilter filter) => new[]
    {
        filter with { MinConfidence = 0 },
        filter with { Statuses = Enum.GetValues<FactStatus>() },
        filter with { AsOf = null },
        filter with { Sources = [] },
        filter with { IncludeCurator = true },
        filter with { Products = ProductRule.Any },
    }.Where(relaxed => relaxed.ToString() != filter.ToString() || relaxed.Statuses.Count != filter.Statuses.Count || relaxed.Sources.Count != filter.Sources.Count);
}
