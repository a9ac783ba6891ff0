namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// Arcs in pairs, there and back, with what each can still carry. What is pushed along an arc its partner can carry in addition, so the
/// sum over a pair never changes.
/// </summary>
internal sealed class ResidualNetwork
{
    private readonly long[] capacities;
    private readonly int[] firstArc;

    /// <param name="nodeCount">Number of nodes.</param>
    /// <param name="pairs">The arcs; the arcs of a node keep this order.</param>
    internal ResidualNetwork(int nodeCount, List<ArcPair> pairs)
    {
        Start = new int[nodeCount + 1];
        foreach (var pair in pairs)
        {
            Start[pair.From + 1]++;
            Start[pair.To + 1]++;
        }

        for (var node = 0; node < nodeCount; node++)
        {
            Start[node + 1] += Start[node];
        }

        (Head, Partner) = (new int[2 * pairs.Count], new int[2 * pairs.Count]);
        (capacities, firstArc) = (new long[2 * pairs.Count], new int[pairs.Count]);
        var next = Start[..^1];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (there, back) = (next[pairs[i].From]++, next[pairs[i].To]++);
            (Head[there], Partner[there], capacities[there]) = (pairs[i].To, back, pairs[i].Capacity);
            (Head[back], Partner[back], capacities[back]) = (pairs[i].From, there, pairs[i].CapacityBack);
            firstArc[i] = there;
        }

        Residual = [.. capacities];
    }

    /// <summary>The arcs out of node n stand at <c>Start[n]</c> up to, not including, <c>Start[n + 1]</c>.</summary>
    internal int[] Start { get; }

    /// <summary>Where an arc leads.</summary>
    internal int[] Head { get; }

    /// <summary>The arc the other way.</summary>
    internal int[] Partner { get; }

    /// <summary>What an arc can still carry.</summary>
    internal long[] Residual { get; }

    internal int NodeCount => Start.Length - 1;

    /// <summary>Net flow along an arc; negative where it goes the other way.</summary>
    internal long FlowOn(int arc) => capacities[arc] - Residual[arc];

    /// <summary>Net flow along a pair of arcs, by its position in the list.</summary>
    internal long FlowOnPair(int pair) => FlowOn(firstArc[pair]);

    /// <summary>Pushes along an arc.</summary>
    internal void Push(int arc, long amount)
    {
        Residual[arc] -= amount;
        Residual[Partner[arc]] += amount;
    }

    /// <summary>For each node whether a node can still push flow to it.</summary>
    internal bool[] ReachableFrom(int node)
    {
        var reached = new bool[NodeCount];
        reached[node] = true;
        var open = new Stack<int>([node]);
        while (open.TryPop(out var current))
        {
            for (var arc = Start[current]; arc < Start[current + 1]; arc++)
            {
                if (Residual[arc] > 0 && !reached[Head[arc]])
                {
                    reached[Head[arc]] = true;
                    open.Push(Head[arc]);
                }
            }
        }

        return reached;
    }
}

/// <summary>An arc and the one back, before they are laid out.</summary>
/// <param name="From">Where the arc starts.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Capacity">What it can carry.</param>
/// <param name="CapacityBack">What the arc back can carry before any flow.</param>
internal readonly record struct ArcPair(int From, int To, long Capacity, long CapacityBack = 0);
