namespace KnowledgeGraph.Query.Search;

/// <summary>
/// How few hops a number of disjoint paths can have in all, length and products aside: a flow of least cost along shortest augmenting
/// paths (Ford and Fulkerson 1962; Bellman–Ford with a queue, for residual arcs cost less than nothing). Each node is split in two, so
/// that nodes can be shared or not.
/// </summary>
internal sealed class DisjointFlow
{
    private readonly SearchBudget budget;
    private readonly List<(int From, int To)> pairs;
    private readonly List<(int Head, int Cost)> arcs = [];
    private readonly List<int> capacities = [];
    private readonly List<int>[] leaving;
    private readonly int source;
    private readonly int sink;

    /// <param name="space">The states; a pair of nodes that some hop joins is an arc.</param>
    /// <param name="from">Node index.</param>
    /// <param name="to">Node index.</param>
    /// <param name="isByNodes">Whether no inner node may be shared.</param>
    /// <param name="budget">Watches the bounds.</param>
    internal DisjointFlow(SearchSpace space, int from, int to, bool isByNodes, SearchBudget budget)
    {
        this.budget = budget;
        pairs = [.. Pairs(space, to).Where(pair => pair.From != to && pair.To != from).Distinct()];
        var numbers = new Dictionary<int, int>();
        int NumberOf(int node) => numbers.TryGetValue(node, out var number) ? number : numbers[node] = numbers.Count;
        (source, sink) = ((2 * NumberOf(from)) + 1, 2 * NumberOf(to));
        var ends = pairs.ConvertAll(pair => ((2 * NumberOf(pair.From)) + 1, 2 * NumberOf(pair.To)));
        leaving = [.. Enumerable.Range(0, 2 * numbers.Count).Select(_ => new List<int>())];
        foreach (var (tail, head) in ends)
        {
            AddArc(tail, head, cost: 1, capacity: 1);
        }

        for (var node = 0; node < numbers.Count; node++)
        {
            AddArc(2 * node, (2 * node) + 1, cost: 0, isByNodes ? 1 : pairs.Count);
        }
    }

    /// <summary>The fewest hops of so many disjoint paths in all, or null if there are not so many; a bound below where length and products count.</summary>
    /// <param name="count">How many paths.</param>
    /// <param name="isFree">Whether a path may go from one node to another; null for always.</param>
    internal int? LeastHops(int count, Func<int, int, bool>? isFree = null)
    {
        var free = capacities.ToArray();
        for (var pair = 0; pair < pairs.Count; pair++)
        {
            free[2 * pair] = isFree?.Invoke(pairs[pair].From, pairs[pair].To) != false ? 1 : 0;
        }

        var hops = 0;
        for (var found = 0; found < count; found++)
        {
            if (Augment(free) is not { } more)
            {
                return null;
            }

            hops += more;
        }

        return hops;
    }

    private static IEnumerable<(int From, int To)> Pairs(SearchSpace space, int to)
    {
        var distance = space.DistancesTo(to);
        for (var state = 0; state < space.Count; state++)
        {
            foreach (var next in space.StatesAfter(state).Where(next => distance[next] != int.MaxValue))
            {
                yield return (space.NodeOf(state), space.NodeOf(next));
            }
        }
    }

    /// <summary>An arc at an even place, its residual at the odd place after it.</summary>
    private void AddArc(int tail, int head, int cost, int capacity)
    {
        leaving[tail].Add(arcs.Count);
        arcs.Add((head, cost));
        capacities.Add(capacity);
        leaving[head].Add(arcs.Count);
        arcs.Add((tail, -cost));
        capacities.Add(0);
    }

    /// <summary>Sends one more path along the cheapest way; its cost, or null if there is none.</summary>
    private int? Augment(int[] free)
    {
        var (cost, arrival) = Cheapest(free);
        if (cost[sink] == int.MaxValue)
        {
            return null;
        }

        for (var vertex = sink; vertex != source; vertex = arcs[arrival[vertex] ^ 1].Head)
        {
            free[arrival[vertex]]--;
            free[arrival[vertex] ^ 1]++;
        }

        return cost[sink];
    }

    private (int[] Cost, int[] Arrival) Cheapest(int[] free)
    {
        var (cost, arrival, isOpen) = (new int[leaving.Length], new int[leaving.Length], new bool[leaving.Length]);
        Array.Fill(cost, int.MaxValue);
        cost[source] = 0;
        var open = new Queue<int>([source]);
        while (open.TryDequeue(out var vertex))
        {
            isOpen[vertex] = false;
            foreach (var arc in leaving[vertex].Where(arc => free[arc] > 0 && budget.Step()))
            {
                var (head, price) = arcs[arc];
                if (cost[vertex] + price < cost[head])
                {
                    (cost[head], arrival[head]) = (cost[vertex] + price, arc);
                    if (!isOpen[head])
                    {
                        isOpen[head] = true;
                        open.Enqueue(head);
                    }
                }
            }
        }

        return (cost, arrival);
    }
}
