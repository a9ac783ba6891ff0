using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>An answer about cuts against the oracle, which tries every set of nodes or hops on every path, every difference as a line.</summary>
internal static class CutComparison
{
    internal static List<string> Differences(FactSet set, CutQuestion question, Answer<CutResult> answer)
    {
        var oracle = new BruteForce(set, question.Filter);
        var paths = question.From.SelectMany(from => question.To.SelectMany(to => oracle.Paths(from, to, question.MaxHops))).Select(path => path.Nodes).ToList();
        var passed = paths.ConvertAll(path => Passed(question, path));
        var smallest = passed.Exists(parts => parts.Count == 0) || passed.Count == 0 ? [] : Smallest(passed);
        var kept = smallest.Take(Math.Min(question.K, question.Bounds.Limit)).ToList();
        var result = answer.Result;
        var differences = new List<string>();
        PathComparison.Compare(differences, "cuts", PathComparison.Lines(kept), PathComparison.Lines(result.Cuts.Select(PartsOf)));
        PathComparison.Compare(differences, "more", smallest.Count > kept.Count, result.HasMore);
        PathComparison.Compare(differences, "uncuttable", passed.Exists(parts => parts.Count == 0), result.Uncuttable is not null);
        PathComparison.Compare(differences, "stopped", kept.Count < question.K && kept.Count < smallest.Count ? StopReason.Limit : StopReason.None, answer.Stopped);
        PathComparison.Compare(differences, "found", kept.Count > 0, answer.Outcome == Outcome.Found);
        PathComparison.Compare(differences, "gaps belong to no path", true, paths.Count == 0 || result.Gaps.Count == 0);
        PathComparison.Compare(differences, "paths are paths", "", PathComparison.Lines(result.Paths.Select(path => path.Nodes).Where(nodes => !paths.Exists(nodes.SequenceEqual))));
        if (kept.Count > 0)
        {
            CompareProof(differences, question, passed, kept[0].Count, result);
        }

        return differences;
    }

    private static void CompareProof(List<string> differences, CutQuestion question, List<List<string>> passed, int size, CutResult result)
    {
        var proof = result.Proof.Select(path => Passed(question, path.Nodes)).ToList();
        PathComparison.Compare(differences, "proof is disjoint", HasDisjoint(passed, size, []), result.IsProvedByDisjointPaths);
        PathComparison.Compare(differences, "proof proves", size, Smallest(proof)[0].Count);
        if (result.IsProvedByDisjointPaths)
        {
            PathComparison.Compare(differences, "disjoint paths", (size, proof.Sum(parts => parts.Count)), (proof.Count, proof.SelectMany(parts => parts).Distinct().Count()));
        }
    }

    private static bool HasDisjoint(List<List<string>> passed, int count, HashSet<string> taken) =>
        count == 0 || passed.Exists(parts => !taken.Overlaps(parts) && HasDisjoint(passed, count - 1, [.. taken, .. parts]));

    /// <summary>Every set of the least size that meets all, in order.</summary>
    private static List<List<string>> Smallest(List<List<string>> passed)
    {
        var parts = passed.SelectMany(each => each).Distinct().Order(StringComparer.Ordinal).ToList();
        return Enumerable.Range(1, parts.Count)
            .Select(size => Subsets(parts, size).Where(cut => passed.TrueForAll(each => each.Exists(cut.Contains))).ToList())
            .First(cuts => cuts.Count > 0);
    }

    private static IEnumerable<List<string>> Subsets(List<string> items, int size) => size == 0
        ? [[]]
        : Enumerable.Range(0, items.Count).SelectMany(i => Subsets(items[(i + 1)..], size - 1).Select(rest => (List<string>)[items[i], .. rest]));

    private static List<string> Passed(CutQuestion question, IReadOnlyList<string> nodes) => question.IsByHops
        ? [.. nodes.Zip(nodes.Skip(1), (from, to) => $"{from}>{to}")]
        : [.. nodes.Except(question.From).Except(question.To)];

    private static List<string> PartsOf(Cut cut) => [.. cut.Nodes, .. cut.Hops.Select(hop => $"{hop.From}>{hop.To}")];
}
