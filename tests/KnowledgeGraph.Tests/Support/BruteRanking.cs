using System.Numerics;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>Which of all paths a question wants, for the oracle: sorts them, or tries every set of disjoint ones.</summary>
internal static class BruteRanking
{
    /// <summary>The paths wanted if there were no limit, of all paths by hops and ids.</summary>
    internal static List<BrutePath> Wanted(PathQuestion question, List<BrutePath> all)
    {
        if (question.Mode is PathMode.EdgeDisjoint or PathMode.NodeDisjoint)
        {
            return LargestDisjoint(question.Mode == PathMode.NodeDisjoint, all, question.K);
        }

        var ranked = all.OrderByDescending(path => Worth(path, question.Order)).ToList();
        return question.Mode switch
        {
            PathMode.Shortest when question.Order == PathOrder.Hops => [.. all.Where(path => path.Nodes.Count == all[0].Nodes.Count)],
            PathMode.Shortest => [.. ranked.Where(path => Worth(path, question.Order) == Worth(ranked[0], question.Order))],
            PathMode.KShortest => [.. ranked.Take(question.K)],
            _ => ranked,
        };
    }

    /// <summary>Those of the wanted that the limit leaves: disjoint paths are chosen anew, for fewer may be other ones.</summary>
    internal static List<BrutePath> Kept(PathQuestion question, List<BrutePath> all, List<BrutePath> wanted) =>
        wanted.Count <= question.Bounds.Limit ? wanted
        : question.Mode is PathMode.EdgeDisjoint or PathMode.NodeDisjoint ? Wanted(question with { K = question.Bounds.Limit }, all)
        : wanted[..question.Bounds.Limit];

    /// <summary>The product in units of ten-thousandths to the power of 32, or the weakest link.</summary>
    private static BigInteger Worth(BrutePath path, PathOrder order) => order switch
    {
        PathOrder.Reliability => path.Choices.Max(choice => choice.Aggregate(
            BigInteger.Pow(10_000, 32), (product, hop) => product * TenThousandths(hop.Fact.Confidence) / 10_000)),
        PathOrder.Width => TenThousandths(path.Weakest ?? 1),
        _ => BigInteger.Zero,
    };

    private static int TenThousandths(double confidence) => (int)decimal.Round((decimal)confidence * 10_000);

    private static List<BrutePath> LargestDisjoint(bool isByNodes, List<BrutePath> all, int most)
    {
        List<BrutePath> best = [];
        Grow([], 0);
        return best;

        void Grow(List<BrutePath> chosen, int next)
        {
            if (chosen.Count > best.Count || (chosen.Count == best.Count && Hops(chosen) < Hops(best)))
            {
                best = chosen;
            }

            for (var i = next; i < all.Count && chosen.Count < most; i++)
            {
                if (chosen.TrueForAll(other => AreDisjoint(other.Nodes, all[i].Nodes, isByNodes)))
                {
                    Grow([.. chosen, all[i]], i + 1);
                }
            }
        }
    }

    private static int Hops(List<BrutePath> paths) => paths.Sum(path => path.Nodes.Count - 1);

    private static bool AreDisjoint(List<string> a, List<string> b, bool isByNodes) =>
        isByNodes ? !a[1..^1].Intersect(b[1..^1]).Any() : !a.Zip(a.Skip(1)).Intersect(b.Zip(b.Skip(1))).Any();
}
