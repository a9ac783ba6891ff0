namespace KnowledgeGraph.Query.Search;

/// <summary>
/// The nodes that some way leads to from a center with at least some product of confidences, rules beyond a hop and the number of hops
/// aside, so that the products are bounds from above. Grows towards lesser products (Dijkstra 1959), as far as asked.
/// </summary>
internal sealed class TrustBall
{
    private readonly StepRows rows;
    private readonly Predicate<int> admits;
    private readonly Func<int, double> confidence;
    private readonly SearchBudget budget;
    private readonly Dictionary<int, double> products = [];
    private readonly Dictionary<int, double> best = [];
    private readonly PriorityQueue<int, double> open = new();

    /// <param name="rows">From a node to those that are a hop farther off.</param>
    /// <param name="center">Node index.</param>
    /// <param name="admits">Which edges may be followed.</param>
    /// <param name="confidence">The confidence of an edge.</param>
    /// <param name="budget">Watches the bounds; once it has stopped, nodes are missing.</param>
    internal TrustBall(StepRows rows, int center, Predicate<int> admits, Func<int, double> confidence, SearchBudget budget)
    {
        (this.rows, this.admits, this.confidence, this.budget) = (rows, admits, confidence, budget);
        best.Add(center, 1);
        open.Enqueue(center, -1);
    }

    /// <summary>The steps towards the center that lead to nodes in it.</summary>
    internal StepLists Steps { get; } = new();

    /// <summary>No node outside has a greater product.</summary>
    internal double Rim { get; private set; } = 1;

    /// <summary>Whether nothing lies outside.</summary>
    internal bool IsWhole => open.Count == 0;

    /// <summary>The nodes in it.</summary>
    internal IEnumerable<int> Nodes => products.Keys;

    /// <summary>Whether a node is in it.</summary>
    internal bool Holds(int node) => products.ContainsKey(node);

    /// <summary>The greatest product of a way between the center and a node, or what no way to one outside exceeds.</summary>
    internal double MostOf(int node) => products.TryGetValue(node, out var product) ? product : IsWhole ? 0 : Rim;

    /// <summary>Takes in every node with a product of at least so much.</summary>
    internal void GrowTo(double least)
    {
        while (open.TryPeek(out var node, out var negative) && -negative >= least && budget.Stopped == StopReason.None)
        {
            open.Dequeue();
            if (products.TryAdd(node, -negative))
            {
                Relax(node, -negative);
            }

            if (open.Count + Steps.Count > budget.Bounds.MaxStates)
            {
                budget.Stop(StopReason.Memory);
            }
        }

        Rim = Math.Min(Rim, least);
    }

    private void Relax(int node, double product)
    {
        foreach (var step in rows.From(node))
        {
            if (!budget.Step())
            {
                return;
            }

            if (!admits(step.Edge))
            {
                continue;
            }

            Steps.Add(step.Neighbour, node, step.Edge);
            var further = product * confidence(step.Edge);
            if (!best.TryGetValue(step.Neighbour, out var known) || known < further)
            {
                best[step.Neighbour] = further;
                open.Enqueue(step.Neighbour, -further);
            }
        }
    }
}
