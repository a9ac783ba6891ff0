namespace KnowledgeGraph.Query.Search;

/// <summary>
/// The nodes within some hops of one, over edges that may be followed, rules beyond a hop aside. It grows by a hop whenever that is asked
/// for, so that a search from both ends need not spread farther than half the way from either (bidirectional search; Pohl 1971).
/// </summary>
/// <remarks>Linear in the rows of the nodes nearer than <see cref="Radius"/>; those of the outermost have not been read.</remarks>
internal sealed class Ball
{
    private const int None = -1;

    private readonly StepRows rows;
    private readonly Predicate<int> admits;
    private readonly SearchBudget budget;
    private readonly Dictionary<int, int> numberOf = [];
    private readonly List<int> nodes = [];
    private readonly List<int> hops = [];
    private readonly List<int> lastStep = [];
    private readonly List<int> stepTo = [];
    private readonly List<int> stepEdge = [];
    private readonly List<int> stepBefore = [];
    private int outermost;

    /// <param name="rows">From a node to those that are a hop farther off.</param>
    /// <param name="center">Node index.</param>
    /// <param name="admits">Which edges may be followed.</param>
    /// <param name="budget">Watches the bounds; once it has stopped, nodes are missing.</param>
    internal Ball(StepRows rows, int center, Predicate<int> admits, SearchBudget budget)
    {
        (this.rows, this.admits, this.budget) = (rows, admits, budget);
        Add(center, 0);
    }

    /// <summary>Every node that is no more hops off is in it.</summary>
    internal int Radius { get; private set; }

    /// <summary>Whether nothing lies farther off.</summary>
    internal bool IsWhole { get; private set; }

    /// <summary>How many steps the next growth will look at.</summary>
    internal long Frontier { get; private set; }

    /// <summary>The nodes, nearest first.</summary>
    internal IReadOnlyList<int> Nodes => nodes;

    /// <summary>Whether a node is in it.</summary>
    internal bool Holds(int node) => numberOf.ContainsKey(node);

    /// <summary>Whether a node that is in the other ball is on the rim of this.</summary>
    internal bool Meets(Ball other)
    {
        for (var number = outermost; number < nodes.Count; number++)
        {
            if (other.Holds(nodes[number]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The hops between the center and a node, or of one outside the fewest that there may be; <see cref="int.MaxValue"/> if there is no way.</summary>
    internal int LeastHopsOf(int node) =>
        numberOf.TryGetValue(node, out var number) ? hops[number] : IsWhole ? int.MaxValue : Radius + 1;

    /// <summary>Whether the steps that lead to all nodes within some hops of the center were met.</summary>
    internal bool HoldsStepsTo(int hops) => IsWhole || hops < Radius;

    /// <summary>Grows to a radius, if there is so much.</summary>
    internal Ball To(int radius)
    {
        while (Radius < radius && !IsWhole && budget.Stopped == StopReason.None)
        {
            Grow();
        }

        return this;
    }

    /// <summary>Grows by a hop.</summary>
    internal void Grow()
    {
        var (first, end) = (outermost, nodes.Count);
        (outermost, Frontier) = (end, 0);
        for (var number = first; number < end; number++)
        {
            foreach (var step in rows.From(nodes[number]))
            {
                if (!budget.Step())
                {
                    return;
                }

                if (admits(step.Edge))
                {
                    Take(nodes[number], step);
                }
            }
        }

        Radius++;
        IsWhole = outermost == nodes.Count;
    }

    /// <summary>
    /// The steps towards the center from a node, those that lead to nodes nearer than <see cref="Radius"/>: by neighbour, then by edge.
    /// Where edges are followed either way, those between the same nodes are in no order of their facts.
    /// </summary>
    internal List<Step> StepsFrom(int node)
    {
        var found = new List<Step>();
        if (numberOf.TryGetValue(node, out var number))
        {
            for (var step = lastStep[number]; step != None; step = stepBefore[step])
            {
                found.Add(new Step(stepTo[step], stepEdge[step]));
            }

            found.Sort(static (a, b) => a.Neighbour != b.Neighbour ? a.Neighbour - b.Neighbour : a.Edge - b.Edge);
        }

        return found;
    }

    private void Take(int node, Step step)
    {
        if (!numberOf.TryGetValue(step.Neighbour, out var number))
        {
            number = Add(step.Neighbour, Radius + 1);
        }

        stepTo.Add(node);
        stepEdge.Add(step.Edge);
        stepBefore.Add(lastStep[number]);
        lastStep[number] = stepTo.Count - 1;
    }

    private int Add(int node, int distance)
    {
        numberOf.Add(node, nodes.Count);
        nodes.Add(node);
        hops.Add(distance);
        lastStep.Add(None);
        Frontier += rows.LengthAt(node);
        return nodes.Count - 1;
    }
}
