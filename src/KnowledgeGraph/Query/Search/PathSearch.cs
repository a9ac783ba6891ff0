namespace KnowledgeGraph.Query.Search;

/// <summary>Finds the node sequences that a question about paths asks for, in its order; each mode by the algorithm that fits it.</summary>
internal sealed class PathSearch
{
    /// <summary>How much less reliable paths are looked for at first.</summary>
    private const double FirstFactor = 0.95;

    /// <summary>To which power of it once some were looked for, each time anew, so that all the searches take a few times the last one.</summary>
    private const double Haste = 1.5;

    /// <summary>Below this the least product is nothing.</summary>
    private const double LeastOfInterest = 0.001;

    private readonly PathQuestion question;
    private readonly DependencySearch search;
    private readonly SearchBudget budget;
    private readonly PathsByHops byHops;
    private readonly int from;
    private readonly int to;

    private PathSearch(PathQuestion question, DependencySearch search, int from, int to, SearchBudget budget)
    {
        (this.question, this.search, this.from, this.to, this.budget) = (question, search, from, to, budget);
        byHops = new PathsByHops(search, search.MayJoin, from, to, question.MaxHops, budget);
    }

    /// <summary>The node sequences, all groups in one.</summary>
    internal static List<int[]> Find(PathQuestion question, DependencySearch search, int from, int to, SearchBudget budget) =>
        [.. Groups(question, search, from, to, budget).SelectMany(group => group)];

    /// <summary>
    /// The node sequences in groups, each searched when it is asked for, so that evaluating it counts as well. What is not proven to
    /// stand in order is left out, and the budget says if a bound was reached. FROM = TO is one path of one node, if the rules let it
    /// end at once.
    /// </summary>
    internal static IEnumerable<List<int[]>> Groups(PathQuestion question, DependencySearch search, int from, int to, SearchBudget budget)
    {
        if (from == to)
        {
            return search.Rules.Accepts(search.Rules.Start(from)) && !search.Mask.Avoids(from) ? [[[from]]] : [];
        }

        var paths = new PathSearch(question, search, from, to, budget);
        return question.Mode is PathMode.EdgeDisjoint or PathMode.NodeDisjoint ? [paths.Disjoint()] : paths.Ranked();
    }

    /// <summary>Where the limit, and not k, says how many are listed, one more is looked for, to know whether it cuts any off.</summary>
    private IEnumerable<List<int[]>> Ranked()
    {
        var limit = budget.Bounds.Limit;
        var isLimited = question.Mode != PathMode.KShortest || question.K > limit;
        var left = isLimited ? limit : question.K;
        foreach (var group in InOrder(isLimited ? left + 1 : left))
        {
            yield return group[..Math.Min(left, group.Count)];
            left -= group.Count;
            if (left < 0)
            {
                budget.Stop(StopReason.Limit);
                yield break;
            }
        }
    }

    private IEnumerable<List<int[]>> InOrder(int most)
    {
        var onlyBest = question.Mode == PathMode.Shortest;
        return question.Order switch
        {
            PathOrder.Reliability => ByReliability(onlyBest).Take(most).Select(path => new List<int[]> { path }),
            PathOrder.Width => new WidestPaths(search, from, to, question.MaxHops, budget).InOrder(onlyBest, most),
            _ => byHops.InOrder(onlyBest, most),
        };
    }

    /// <summary>
    /// Those with a product of at least so much, then of less: whatever cannot be part of such a path is not explored, so that where there
    /// are paths enough that are reliable, the rest of a large graph costs nothing.
    /// </summary>
    private IEnumerable<int[]> ByReliability(bool onlyBest)
    {
        var guide = new TrustGuide(search, from, to, Confidence, budget);
        var (found, factor) = (0, FirstFactor);
        for (var least = factor; ; least = guide.IsAtEnd || least < LeastOfInterest ? 0 : least * factor)
        {
            if (guide.Lower(least))
            {
                var space = SearchSpace.Explore(new Exploration(search, question.MaxHops) { Admits = search.MayJoin, Towards = guide }, [from], budget);
                foreach (var path in new ReliablePaths(space, Confidence, from, to, question.MaxHops, least, budget).InOrder(onlyBest).Skip(found))
                {
                    found++;
                    yield return path;
                }

                factor = Math.Pow(factor, Haste);
            }

            if (least <= 0 || (onlyBest && found > 0) || budget.Stopped != StopReason.None)
            {
                yield break;
            }
        }
    }

    /// <summary>
    /// The best set is looked for among short paths first. One that is as large as any can be is the best of all if no set with a longer
    /// path has as few hops: that path, and as few hops as the others can have, each of which costs no less than the one before it.
    /// </summary>
    private List<int[]> Disjoint()
    {
        var isByNodes = question.Mode == PathMode.NodeDisjoint;
        var (limit, fewest) = (Math.Min(question.K, budget.Bounds.Limit), byHops.FewestHops());
        var most = Math.Min(limit, Math.Min(NeighboursOf(search.Steps, from), NeighboursOf(search.StepsBack, to)));
        List<int[]> best = [];
        for (var last = question.K > limit ? question.MaxHops : fewest; last <= question.MaxHops; last = last < question.MaxHops ? Math.Min(2 * last, question.MaxHops) : int.MaxValue)
        {
            var space = byHops.Within(last);
            if (budget.Stopped != StopReason.None)
            {
                break;
            }

            var flow = new DisjointFlow(space, from, to, isByNodes, budget);
            var found = new DisjointPathSearch(PathEnumeration.Over(space, from, to, budget), flow, last, isByNodes, budget)
                .Largest(most, isMoreWanted: question.K > limit);
            best = budget.Stopped == StopReason.None || found.Count > best.Count ? found : best;
            if (best.Count == most && best.Sum(path => path.Length - 1) <= last + flow.LeastHops(most - 1) && flow.LeastHops(most - 1) - flow.LeastHops(most - 2) <= last + 1)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>To how many nodes a node has steps that may be hops; no more disjoint paths can begin or end at it.</summary>
    private int NeighboursOf(StepRows rows, int node)
    {
        var (count, before) = (0, node);
        foreach (var step in rows.From(node))
        {
            if (step.Neighbour != before && step.Neighbour != node && search.MayJoin(step.Edge))
            {
                (count, before) = (count + 1, step.Neighbour);
            }
        }

        return count;
    }

    private double Confidence(int edge) => search.Graph.Edges.Confidence[edge];
}
