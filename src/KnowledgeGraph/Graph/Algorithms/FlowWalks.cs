namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// Takes a flow of units apart into paths (Ford and Fulkerson 1962). Follows arcs that carry flow and uses each once; where a walk
/// comes back to itself the circle is dropped, which takes nothing from the flow's value. Linear in the arcs, all walks together.
/// </summary>
internal sealed class FlowWalks(ResidualNetwork network)
{
    private const int OffPath = -1;

    private readonly int[] next = network.Start[..^1];
    private readonly int[] positionOf = Positions(network.NodeCount);

    /// <summary>One more simple path; there must be flow left from source to target.</summary>
    internal List<int> Take(int source, int target)
    {
        var path = new List<int>();
        for (var node = source; node != target; node = network.Head[NextArc(node)])
        {
            if (positionOf[node] != OffPath)
            {
                Shorten(path, positionOf[node]);
            }

            positionOf[node] = path.Count;
            path.Add(node);
        }

        List<int> taken = [.. path, target];
        Shorten(path, 0);
        return taken;
    }

    private static int[] Positions(int count)
    {
        var positions = new int[count];
        Array.Fill(positions, OffPath);
        return positions;
    }

    private int NextArc(int node)
    {
        while (network.FlowOn(next[node]) <= 0)
        {
            next[node]++;
        }

        return next[node]++;
    }

    private void Shorten(List<int> path, int length)
    {
        for (var i = length; i < path.Count; i++)
        {
            positionOf[path[i]] = OffPath;
        }

        path.RemoveRange(length, path.Count - length);
    }
}
