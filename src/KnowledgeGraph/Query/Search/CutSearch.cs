namespace KnowledgeGraph.Query.Search;

/// <summary>
/// Finds the smallest sets of nodes or hops that meet every path between two sides: the least hitting sets of the paths met so far are
/// tried in order, and what paths go round one are added, as many disjoint ones as come, until none does.
/// </summary>
/// <remarks>A node is written as its index, a hop as both of its in one number, so that ascending numbers are ascending ids.</remarks>
internal sealed class CutSearch
{
    private readonly DependencySearch search;
    private readonly int maxHops;
    private readonly bool isByHops;
    private readonly SearchBudget budget;
    private readonly HashSet<int> ends;
    private readonly List<(SearchSpace Space, int From, int To)> ways = [];
    private readonly List<int[]> met = [];
    private readonly List<long[]> family = [];
    private int[]? uncuttable;

    /// <param name="search">What to follow.</param>
    /// <param name="from">Node indices of the one side.</param>
    /// <param name="to">Node indices of the other.</param>
    /// <param name="maxHops">Most hops of a path.</param>
    /// <param name="isByHops">Whether hops are cut, not nodes.</param>
    /// <param name="budget">Watches the bounds.</param>
    internal CutSearch(DependencySearch search, IReadOnlyList<int> from, IReadOnlyList<int> to, int maxHops, bool isByHops, SearchBudget budget)
    {
        (this.search, this.maxHops, this.isByHops, this.budget) = (search, maxHops, isByHops, budget);
        ends = [.. from, .. to];
        foreach (var end in to)
        {
            var hopsLeft = search.HopsTo(end, maxHops, budget);
            var exploration = new Exploration(search, maxHops) { Towards = hopsLeft };
            ways.AddRange(from.Select(start => (SearchSpace.Explore(exploration, [start], budget), start, end)));
        }
    }

    /// <summary>The smallest cuts in order, up to one more than wanted, to know whether there are more, and what proves that none is smaller.</summary>
    internal Finding Smallest(int wanted)
    {
        var cuts = new List<long[]>();
        for (var size = 0; uncuttable is null && cuts.Count <= wanted && budget.Stopped == StopReason.None;)
        {
            var candidate = new HittingSets(family, budget).OfSize(size).Skip(cuts.Count).FirstOrDefault();
            if (candidate is null && cuts.Count > 0)
            {
                break;
            }

            if (candidate is null)
            {
                size++;
            }
            else if (Meet(candidate) == 0 && budget.Stopped == StopReason.None)
            {
                cuts.Add(candidate);
            }
        }

        return uncuttable is not null || cuts.Count == 0 || cuts[0].Length == 0
            ? new Finding([], [], IsDisjoint: false, uncuttable, IsNoPath: cuts.Count > 0)
            : Proved(cuts);
    }

    /// <summary>Adds paths round a cut, no two of which share what can be cut; how many there were.</summary>
    private int Meet(long[] cut)
    {
        var gone = cut.ToHashSet();
        var before = met.Count;
        while (PathsWithout(gone).FirstOrDefault() is { } path)
        {
            var passed = Passed(path);
            if (passed.Length == 0)
            {
                uncuttable = path;
                break;
            }

            met.Add(path);
            family.Add(passed);
            gone.UnionWith(passed);
        }

        return met.Count - before + (uncuttable is null ? 0 : 1);
    }

    /// <summary>The paths that pass nothing of what is gone, by hops; incomplete once the budget has stopped.</summary>
    private IEnumerable<int[]> PathsWithout(HashSet<long> gone)
    {
        var left = ways.ConvertAll(way => PathEnumeration.Over(way.Space.Over(edge => !IsGone(edge, gone)), way.From, way.To, budget));
        return Enumerable.Range(1, maxHops).SelectMany(hops => left.SelectMany(paths => paths.OfLength(hops))).TakeWhile(_ => budget.Stopped == StopReason.None);
    }

    private bool IsGone(int edge, HashSet<long> gone)
    {
        var edges = search.Graph.Edges;
        var (from, to) = search.Scope.IsCausal ? (edges.To[edge], edges.From[edge]) : (edges.From[edge], edges.To[edge]);
        return isByHops ? gone.Contains(Hop(from, to)) : gone.Contains(from) || gone.Contains(to);
    }

    /// <summary>What can be cut of a path.</summary>
    private long[] Passed(int[] path) => isByHops
        ? [.. path.Zip(path.Skip(1), Hop).Order()]
        : [.. path.Where(node => !ends.Contains(node)).Select(node => (long)node).Order()];

    private long Hop(int from, int to) => ((long)from * search.Graph.NodeCount) + to;

    /// <summary>Paths that share nothing prove a cut of their number; where there are not so many, those met do.</summary>
    private Finding Proved(List<long[]> cuts)
    {
        var size = cuts[0].Length;
        List<int[]> disjoint = [];
        if (!ChooseDisjoint(cuts[0], [], disjoint))
        {
            return new Finding(cuts, Needed(size), IsDisjoint: false, null, IsNoPath: false);
        }

        return new Finding(cuts, InOrder(disjoint), IsDisjoint: true, null, IsNoPath: false);
    }

    /// <summary>Chooses a path through each part of a cut and no other, disjoint from those chosen; backtracks until all are found or none can be.</summary>
    private bool ChooseDisjoint(long[] cut, HashSet<long> taken, List<int[]> chosen)
    {
        if (chosen.Count == cut.Length)
        {
            return true;
        }

        foreach (var path in PathsWithout([.. taken, .. cut.Where((_, i) => i != chosen.Count)]))
        {
            chosen.Add(path);
            if (ChooseDisjoint(cut, [.. taken, .. Passed(path)], chosen))
            {
                return true;
            }

            chosen.RemoveAt(chosen.Count - 1);
        }

        return false;
    }

    /// <summary>Of the paths met those that are needed, so that no smaller set meets them all.</summary>
    private List<int[]> Needed(int size)
    {
        var needed = Enumerable.Range(0, family.Count).ToList();
        for (var i = family.Count - 1; i >= 0; i--)
        {
            if (budget.Stopped == StopReason.None && !new HittingSets([.. needed.Where(path => path != i).Select(path => family[path])], budget).IsThereOneOf(size - 1))
            {
                needed.Remove(i);
            }
        }

        return InOrder(needed.ConvertAll(path => met[path]));
    }

    private static List<int[]> InOrder(List<int[]> paths)
    {
        paths.Sort((a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.AsSpan().SequenceCompareTo(b));
        return paths;
    }

    /// <param name="Cuts">The cuts, each ascending, in order.</param>
    /// <param name="Proof">The paths that prove their size.</param>
    /// <param name="IsDisjoint">Whether these share nothing that can be cut.</param>
    /// <param name="Uncuttable">A path without anything to cut; null if there is none.</param>
    /// <param name="IsNoPath">Whether it is certain that there is no path to cut.</param>
    internal sealed record Finding(List<long[]> Cuts, List<int[]> Proof, bool IsDisjoint, int[]? Uncuttable, bool IsNoPath);
}
