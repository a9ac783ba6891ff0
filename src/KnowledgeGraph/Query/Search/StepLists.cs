namespace KnowledgeGraph.Query.Search;

/// <summary>Steps gathered one by one, to be read by the node that they are made from.</summary>
internal sealed class StepLists
{
    private const int None = -1;

    private readonly Dictionary<int, int> lastFrom = [];
    private readonly List<int> neighbours = [];
    private readonly List<int> edges = [];
    private readonly List<int> before = [];

    /// <summary>How many there are.</summary>
    internal int Count => edges.Count;

    /// <summary>Takes a step; each once.</summary>
    internal void Add(int from, int to, int edge)
    {
        before.Add(lastFrom.GetValueOrDefault(from, None));
        lastFrom[from] = neighbours.Count;
        neighbours.Add(to);
        edges.Add(edge);
    }

    /// <summary>The steps from a node, by neighbour, then by edge.</summary>
    internal List<Step> From(int node)
    {
        var found = new List<Step>();
        for (var step = lastFrom.GetValueOrDefault(node, None); step != None; step = before[step])
        {
            found.Add(new Step(neighbours[step], edges[step]));
        }

        found.Sort(static (a, b) => a.Neighbour != b.Neighbour ? a.Neighbour - b.Neighbour : a.Edge - b.Edge);
        return found;
    }
}
