namespace KnowledgeGraph.Verify;

/// <summary>
/// Lists the paths of a question again, by length, then by node ids: plain depth-first search over facts, each length by itself. Ends
/// early once the steps are spent.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="steps">The work allowed.</param>
internal sealed class PathList(HopRules rules, StepCount steps)
{
    private readonly Dictionary<string, Dictionary<string, int>> distances = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, string>> before = new(() => rules.Set.Nodes
        .SelectMany(node => rules.From(node.Id).Select(hop => hop.To).Distinct().Select(to => (From: node.Id, To: to)))
        .ToLookup(pair => pair.To, pair => pair.From, StringComparer.Ordinal));

    /// <summary>The first path of at most so many hops, or null.</summary>
    internal IReadOnlyList<string>? First(string from, string to, int maxHops) =>
        Enumerable.Range(0, maxHops + 1).SelectMany(hops => OfLength(from, to, hops)).FirstOrDefault();

    /// <summary>The paths of exactly one length, by node ids.</summary>
    internal IEnumerable<IReadOnlyList<string>> OfLength(string from, string to, int hops) =>
        (hops == 0) != (from == to) || rules.IsAvoided(from) ? [] : Walk([from], [rules.Start(from)], to, hops);

    /// <summary>The fewest hops from each node to one, whatever the walk has gathered.</summary>
    internal Dictionary<string, int> HopsTo(string to)
    {
        if (distances.TryGetValue(to, out var known))
        {
            return known;
        }

        var hops = new Dictionary<string, int>(StringComparer.Ordinal) { [to] = 0 };
        var open = new Queue<string>([to]);
        while (open.TryDequeue(out var node) && steps.Take())
        {
            foreach (var previous in before.Value[node].Where(previous => hops.TryAdd(previous, hops[node] + 1)))
            {
                open.Enqueue(previous);
            }
        }

        return distances[to] = hops;
    }

    private IEnumerable<IReadOnlyList<string>> Walk(List<string> nodes, List<WalkState> states, string to, int left)
    {
        if (left == 0)
        {
            if (states.Exists(rules.MayEnd))
            {
                yield return [.. nodes];
            }

            yield break;
        }

        foreach (var (next, entered) in Onwards(nodes[^1], states))
        {
            if (nodes.Contains(next) || (next == to) != (left == 1) || HopsTo(to).GetValueOrDefault(next, int.MaxValue) > left - 1)
            {
                continue;
            }

            nodes.Add(next);
            foreach (var path in Walk(nodes, entered, to, left - 1))
            {
                yield return path;
            }

            nodes.RemoveAt(nodes.Count - 1);
        }
    }

    private IEnumerable<(string Next, List<WalkState> States)> Onwards(string node, List<WalkState> states) => rules.From(node)
        .TakeWhile(_ => steps.Take())
        .SelectMany(hop => states.Select(state => rules.Next(state, hop)).OfType<WalkState>())
        .GroupBy(state => state.Node)
        .Select(group => (group.Key, group.Distinct().ToList()));
}
