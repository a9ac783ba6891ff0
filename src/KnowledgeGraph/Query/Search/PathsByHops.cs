namespace KnowledgeGraph.Query.Search;

/// <summary>
/// The paths between two nodes by length, then by node ids. What lies on the way is looked for from both ends: balls around them grow,
/// the one with less to look at first, until they are together as wide as the paths are long.
/// </summary>
internal sealed class PathsByHops
{
    private readonly DependencySearch search;
    private readonly Predicate<int> admits;
    private readonly int from;
    private readonly int to;
    private readonly int maxHops;
    private readonly SearchBudget budget;
    private readonly Ball ahead;
    private readonly Ball back;

    /// <param name="search">What to follow.</param>
    /// <param name="admits">Which edges count.</param>
    /// <param name="from">Node index.</param>
    /// <param name="to">Another.</param>
    /// <param name="maxHops">Most hops.</param>
    /// <param name="budget">Watches the bounds.</param>
    internal PathsByHops(DependencySearch search, Predicate<int> admits, int from, int to, int maxHops, SearchBudget budget)
    {
        (this.search, this.admits, this.from, this.to, this.maxHops, this.budget) = (search, admits, from, to, maxHops, budget);
        (ahead, back) = (new Ball(search.Steps, from, admits, budget), new Ball(search.StepsBack, to, admits, budget));
    }

    /// <summary>
    /// The first paths in order, in groups as they are asked for. What lies further off is explored only when it is come to, each time
    /// twice as many lengths at once: where there are paths enough nearby, or the time is up, the far parts of a large graph cost
    /// nothing. A length that the budget cut into is left out whole, with all that comes after it.
    /// </summary>
    /// <param name="onlyBest">Whether to end after those of the least length.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="isWanted">Which ones count; null for all.</param>
    internal IEnumerable<List<int[]>> InOrder(bool onlyBest, int most, Func<int[], bool>? isWanted = null)
    {
        var (left, first) = (most, FewestHops());
        for (var lengths = 1; first <= maxHops && left > 0 && !(onlyBest && left < most); lengths *= 2)
        {
            var last = Math.Min(first + lengths - 1, maxHops);
            var space = Within(last);
            if (budget.Stopped != StopReason.None)
            {
                yield break;
            }

            foreach (var group in PathEnumeration.Over(space, from, to, budget).ByLength(first, last, left, onlyBest, isWanted))
            {
                left -= group.Count;
                yield return group;
            }

            first = last + 1;
        }
    }

    /// <summary>The fewest hops that a path may have, rules beyond a hop aside; <see cref="int.MaxValue"/> if there is none within the hops asked for.</summary>
    internal int FewestHops()
    {
        while (IsToGrow(maxHops))
        {
            if (GrowSmaller())
            {
                return ahead.Radius + back.Radius;
            }
        }

        return int.MaxValue;
    }

    /// <summary>
    /// What lies on some way from FROM to TO of at most so many hops, products and other rules beyond a hop aside. Of every node beyond the
    /// ball ahead, the other says how near to TO it is.
    /// </summary>
    internal SearchSpace Within(int hops)
    {
        while (IsToGrow(hops))
        {
            GrowSmaller();
        }

        return SearchSpace.Explore(new Exploration(search, hops) { Admits = admits, Towards = back }, [from], budget);
    }

    /// <summary>Where a ball has nowhere to grow to, nothing is found by growing the other.</summary>
    private bool IsToGrow(int hops) =>
        ahead.Radius + back.Radius < hops && !ahead.IsWhole && !back.IsWhole && budget.Stopped == StopReason.None;

    /// <summary>Grows the ball that has less to look at; whether it then meets the other.</summary>
    private bool GrowSmaller()
    {
        var (smaller, other) = ahead.Frontier < back.Frontier ? (ahead, back) : (back, ahead);
        smaller.Grow();
        return smaller.Meets(other);
    }
}
