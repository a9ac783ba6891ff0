namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// Fills a residual network: blocking flows along shortest augmenting paths (Dinic, "Algorithm for solution of a problem of maximum flow
/// in networks with power estimation", 1970), without recursion. Invariant: an arc of a phase leads one level on, and an arc passed by
/// <c>next</c> leads nowhere in this phase.
/// </summary>
internal sealed class Dinic(ResidualNetwork network, int source, int sink, CancellationToken cancellation)
{
    private const int Unreached = -1;

    private readonly int[] level = new int[network.NodeCount];
    private readonly int[] next = new int[network.NodeCount];
    private readonly int[] queue = new int[network.NodeCount];
    private readonly List<int> path = [];

    /// <summary>
    /// Pushes as much as will go, up to a limit, and returns how much. O(n²·m) for n nodes and m arcs; with capacities of 1
    /// O(m·min(n^⅔, √m)).
    /// </summary>
    /// <exception cref="OverflowException">More than <see cref="long.MaxValue"/> would go.</exception>
    internal long Push(long limit = long.MaxValue)
    {
        var pushed = 0L;
        while (pushed < limit && FindLevels())
        {
            Array.Copy(network.Start, next, next.Length);
            for (var amount = Augment(limit - pushed); amount > 0; amount = Augment(limit - pushed))
            {
                pushed = checked(pushed + amount);
            }
        }

        return pushed;
    }

    private bool FindLevels()
    {
        Array.Fill(level, Unreached);
        (level[source], queue[0]) = (0, source);
        var found = 1;
        for (var i = 0; i < found && level[sink] == Unreached; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var node = queue[i];
            for (var arc = network.Start[node]; arc < network.Start[node + 1]; arc++)
            {
                if (network.Residual[arc] > 0 && level[network.Head[arc]] == Unreached)
                {
                    level[network.Head[arc]] = level[node] + 1;
                    queue[found++] = network.Head[arc];
                }
            }
        }

        return level[sink] != Unreached;
    }

    /// <summary>Pushes along one path of the phase and returns how much; 0 when the flow blocks.</summary>
    private long Augment(long limit)
    {
        if (limit == 0 || !FindPath())
        {
            return 0;
        }

        var amount = limit;
        foreach (var arc in path)
        {
            amount = Math.Min(amount, network.Residual[arc]);
        }

        foreach (var arc in path)
        {
            network.Push(arc, amount);
        }

        return amount;
    }

    private bool FindPath()
    {
        path.Clear();
        var node = source;
        while (node != sink)
        {
            cancellation.ThrowIfCancellationRequested();
            if (NextArc(node) is { } arc)
            {
                path.Add(arc);
                node = network.Head[arc];
            }
            else if (path.Count == 0)
            {
                return false;
            }
            else
            {
                node = network.Head[network.Partner[path[^1]]];
                path.RemoveAt(path.Count - 1);
                next[node]++;
            }
        }

        return true;
    }

    private int? NextArc(int node)
    {
        for (; next[node] < network.Start[node + 1]; next[node]++)
        {
            var arc = next[node];
            if (network.Residual[arc] > 0 && level[network.Head[arc]] == level[node] + 1)
            {
                return arc;
            }
        }

        return null;
    }
}
