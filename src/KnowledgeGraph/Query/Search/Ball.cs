namespace KnowledgeGraph.Query.Search;

/// <summary>
/// The nodes within some hops of one, over edges that may be followed, rules beyond a hop aside. It grows by a hop whenever that is asked
/// for, so that a search from both ends need not spread farther than half the way from either (bidirectional search; Pohl 1971).
/// </summary>
/// <remarks>Linear in the rows of the nodes nearer than <see cref="Radius"/>; those of the outermost have not been read.</remarks>
internal sealed class Ball : Guide
{
    private readonly StepRows rows;
    private readonly Predicate<int> admits;
    private readonly SearchBudget budget;
    private readonly Dictionary<int, int> hopsOf = [];
    private readonly List<int> nodes = [];
    private readonly StepLists steps = new();
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

    /// <summary>Whether a node on the rim is in the other ball.</summary>
    internal bool Meets(Ball other)
    {
        for (var i = outermost; i < nodes.Count; i++)
        {
            if (other.hopsOf.ContainsKey(nodes[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The hops between the center and a node, or of one outside the fewest that there may be; <see cref="int.MaxValue"/> if there is no way.</summary>
    internal int LeastHopsOf(int node) => hopsOf.TryGetValue(node, out var hops) ? hops : IsWhole ? int.MaxValue : Radius + 1;

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
        for (var i = first; i < end; i++)
        {
            foreach (var step in rows.From(nodes[i]))
            {
                if (!budget.Step())
                {
                    return;
                }

                if (admits(step.Edge))
                {
                    Take(nodes[i], step);
                }
            }

            if (nodes.Count + steps.Count > budget.Bounds.MaxStates)
            {
                budget.Stop(StopReason.Memory);
                return;
            }
        }

        Radius++;
        IsWhole = outermost == nodes.Count;
    }

    internal override bool HoldsStepsFrom(int node, int hopsLeft) => IsWhole || hopsLeft <= Radius;

    /// <summary>As the ball grew, steps to nearer nodes were met before those to others, of which a hub has many.</summary>
    internal override List<Step> StepsFrom(int node, int hopsLeft) => steps.From(node, neighbour => hopsOf[neighbour] < hopsLeft);

    internal override bool MayStep(int node, Step step, int hopsLeft) => LeastHopsOf(step.Neighbour) < hopsLeft;

    private void Take(int node, Step step)
    {
        if (!hopsOf.ContainsKey(step.Neighbour))
        {
            Add(step.Neighbour, Radius + 1);
        }

        steps.Add(step.Neighbour, node, step.Edge);
    }

    private void Add(int node, int hops)
    {
        hopsOf.Add(node, hops);
        nodes.Add(node);
        Frontier += rows.LengthAt(node);
    }
}
