namespace KnowledgeGraph.Query.Search;

/// <summary>Finds the node sequences that a question about paths asks for, in its order; each mode by the algorithm that fits it.</summary>
internal sealed class PathSearch
{
    private readonly PathQuestion question;
    private readonly DependencySearch search;
    private readonly SearchBudget budget;
    private readonly Ball ahead;
    private readonly Ball back;
    private readonly int from;
    private readonly int to;

    private PathSearch(PathQuestion question, DependencySearch search, int from, int to, SearchBudget budget)
    {
        (this.question, this.search, this.from, this.to, this.budget) = (question, search, from, to, budget);
        ahead = new Ball(search.Steps, from, search.MayJoin, budget);
        back = new Ball(search.StepsBack, to, search.MayJoin, budget);
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
            PathOrder.Reliability => new ReliablePaths(Within(question.MaxHops), Confidence, from, to, question.MaxHops, budget)
                .InOrder(onlyBest)
                .Take(most)
                .Select(path => new List<int[]> { path }),
            PathOrder.Width => new WidestPaths(Within(question.MaxHops), Confidence, from, to, question.MaxHops, budget).InOrder(onlyBest, most),
            _ => ByHops(onlyBest, most),
        };
    }

    /// <summary>
    /// By length. What lies further off is explored only when it is come to, each time twice as many lengths at once: where there are
    /// paths enough nearby, or the time is up, the far parts of a large graph cost nothing.
    /// </summary>
    private IEnumerable<List<int[]>> ByHops(bool onlyBest, int most)
    {
        var (left, first) = (most, FewestHops());
        for (var lengths = 1; first <= question.MaxHops && left > 0 && !(onlyBest && left < most); lengths *= 2)
        {
            var last = Math.Min(first + lengths - 1, question.MaxHops);
            var space = Within(last);
            if (budget.Stopped != StopReason.None)
            {
                yield break;
            }

            foreach (var group in PathEnumeration.Over(space, from, to, budget).ByLength(first, last, left, onlyBest))
            {
                left -= group.Count;
                yield return group;
            }

            first = last + 1;
        }
    }

    private List<int[]> Disjoint()
    {
        var isByNodes = question.Mode == PathMode.NodeDisjoint;
        var wanted = Math.Min(question.K, budget.Bounds.Limit);
        var space = Within(question.MaxHops);
        if (budget.Stopped != StopReason.None)
        {
            return [];
        }

        var enumeration = PathEnumeration.Over(space, from, to, budget);
        var sets = new DisjointPathSearch(enumeration, new DisjointFlow(space, from, to, isByNodes, budget), question.MaxHops, isByNodes, budget);
        return sets.Largest(wanted, isMoreWanted: question.K > wanted);
    }

    /// <summary>
    /// The fewest hops that a path may have, rules beyond a hop aside; more than are asked for if there is none. Balls around both ends grow
    /// until they meet; where one has nowhere to grow to, there is no path.
    /// </summary>
    private int FewestHops()
    {
        while (ahead.Radius + back.Radius < question.MaxHops && !ahead.IsWhole && !back.IsWhole && budget.Stopped == StopReason.None)
        {
            if (GrowSmaller())
            {
                return ahead.Radius + back.Radius;
            }
        }

        return int.MaxValue;
    }

    /// <summary>Grows the ball that has less to look at; whether it then meets the other.</summary>
    private bool GrowSmaller()
    {
        var (smaller, other) = ahead.Frontier < back.Frontier ? (ahead, back) : (back, ahead);
        smaller.Grow();
        return smaller.Meets(other);
    }

    /// <summary>
    /// What lies on some way from FROM to TO of at most so many hops, products and other rules beyond a hop aside. Balls that together are
    /// as wide as the longest path say of every node beyond the first half of the hops how near to TO it is.
    /// </summary>
    private SearchSpace Within(int maxHops)
    {
        while (ahead.Radius + back.Radius < maxHops && !ahead.IsWhole && !back.IsWhole && budget.Stopped == StopReason.None)
        {
            GrowSmaller();
        }

        return SearchSpace.Explore(new Exploration(search, maxHops) { Towards = back }, [from], budget);
    }

    private double Confidence(int edge) => search.Graph.Edges.Confidence[edge];
}
