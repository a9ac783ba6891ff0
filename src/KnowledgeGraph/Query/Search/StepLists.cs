namespace KnowledgeGraph.Query.Search;

/// <summary>Steps gathered one by one, to be read by the node that they are made from.</summary>
internal sealed class StepLists
{
    private const int None = -1;

    private readonly Dictionary<int, int> firstFrom = [];
    private readonly Dictionary<int, int> lastFrom = [];
    private readonly List<int> neighbours = [];
    private readonly List<int> edges = [];
    private readonly List<int> after = [];

    /// <summary>How many there are.</summary>
    internal int Count => edges.Count;

    /// <summary>Takes a step; each once.</summary>
    internal void Add(int from, int to, int edge)
    {
        if (lastFrom.TryGetValue(from, out var last))
        {
            after[last] = Count;
        }
        else
        {
            firstFrom.Add(from, Count);
        }

        lastFrom[from] = Count;
        neighbours.Add(to);
        edges.Add(edge);
        after.Add(None);
    }

    /// <summary>The steps from a node, by neighbour, then by edge.</summary>
    /// <param name="node">Node index.</param>
    /// <param name="isWanted">Ends at the first step taken that leads to a neighbour not wanted; null for all.</param>
    internal List<Step> From(int node, Predicate<int>? isWanted = null)
    {
        var found = new List<Step>();
        if (!firstFrom.TryGetValue(node, out var step))
        {
            return found;
        }

        for (; step != None && isWanted?.Invoke(neighbours[step]) != false; step = after[step])
        {
            found.Add(new Step(neighbours[step], edges[step]));
        }

        found.Sort(static (a, b) => a.Neighbour != b.Neighbour ? a.Neighbour - b.Neighbour : a.Edge - b.Edge);
        return found;
    }
}
