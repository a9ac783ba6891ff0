namespace KnowledgeGraph.Query.Search;

/// <summary>
/// Keeps an exploration from one node to another to the edges that may lie on a way with at least some product of confidences. Balls of
/// trust around both ends reach to its square root: past the last node of such a way that the ball ahead holds, all are in the other.
/// </summary>
internal sealed class TrustGuide : Guide
{
    /// <summary>Products of a few dozen doubles are that near to the true ones by far; what seems less by no more is let pass.</summary>
    private const double Slack = 1 - 1e-9;

    private readonly Func<int, double> confidence;
    private readonly TrustBall ahead;
    private readonly TrustBall back;
    private readonly int from;
    private readonly Dictionary<int, double> onward = [];
    private double least = 1;

    /// <param name="search">What to follow.</param>
    /// <param name="from">Node index.</param>
    /// <param name="to">Node index.</param>
    /// <param name="confidence">The confidence of an edge.</param>
    /// <param name="budget">Watches the bounds.</param>
    internal TrustGuide(DependencySearch search, int from, int to, Func<int, double> confidence, SearchBudget budget)
    {
        (this.from, this.confidence) = (from, confidence);
        ahead = new TrustBall(search.Steps, from, search.MayJoin, confidence, budget);
        back = new TrustBall(search.StepsBack, to, search.MayJoin, confidence, budget);
    }

    /// <summary>Whether one of the balls has nowhere to grow to, so that no way is any farther off than those it holds.</summary>
    internal bool IsAtEnd => ahead.IsWhole || back.IsWhole;

    /// <summary>Lets ways with a lesser product pass too; whether there are any with so much, rules beyond a hop and the number of hops aside.</summary>
    internal bool Lower(double product)
    {
        least = product * Slack;
        if (!IsAtEnd)
        {
            ahead.GrowTo(Math.Sqrt(least));
            back.GrowTo(Math.Sqrt(least));
        }

        TraceBack();
        return onward.ContainsKey(from) || back.Holds(from);
    }

    internal override bool HoldsStepsFrom(int node, int hopsLeft) => !ahead.Holds(node);

    internal override List<Step> StepsFrom(int node, int hopsLeft) => back.Steps.From(node);

    internal override bool MayStep(int node, Step step, int hopsLeft) =>
        hopsLeft > 0 && MostOnwardFrom(step.Neighbour) is { } rest && ahead.MostOf(node) * confidence(step.Edge) * rest >= least;

    /// <summary>The greatest product of a way from a node on; null where none is great enough.</summary>
    private double? MostOnwardFrom(int node) => back.Holds(node) ? back.MostOf(node) : onward.TryGetValue(node, out var product) ? product : null;

    /// <summary>
    /// Goes back through the ball ahead from where its edges lead into the other, greatest product first, as far as the whole way is great
    /// enough: of all that a hub leads to, only what leads on is left.
    /// </summary>
    private void TraceBack()
    {
        onward.Clear();
        var open = new PriorityQueue<int, double>();
        var best = new Dictionary<int, double>();
        foreach (var node in ahead.Nodes)
        {
            foreach (var step in back.Steps.From(node))
            {
                Offer(node, confidence(step.Edge) * back.MostOf(step.Neighbour));
            }
        }

        while (open.TryDequeue(out var node, out var negative))
        {
            if (onward.TryAdd(node, -negative))
            {
                foreach (var step in ahead.Steps.From(node))
                {
                    Offer(step.Neighbour, -negative * confidence(step.Edge));
                }
            }
        }

        void Offer(int node, double product)
        {
            if (ahead.MostOf(node) * product >= least && !(best.TryGetValue(node, out var known) && known >= product))
            {
                best[node] = product;
                open.Enqueue(node, -product);
            }
        }
    }
}
