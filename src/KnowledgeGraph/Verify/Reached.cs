namespace KnowledgeGraph.Verify;

/// <summary>Where walks from a node can stand after at most so many hops, each with the fewest hops to it.</summary>
/// <param name="Hops">For each state the fewest hops.</param>
/// <param name="IsCutShort">Whether one hop more would lead further: to where no walk within the hops stands that may go on as freely.</param>
internal sealed record Reached(IReadOnlyDictionary<WalkState, int> Hops, bool IsCutShort)
{
    /// <summary>The nodes met.</summary>
    internal HashSet<string> Nodes => [.. Hops.Keys.Select(state => state.Node)];

    /// <summary>Walks every way, breadth first. Incomplete once the steps are spent.</summary>
    internal static Reached From(HopRules rules, string node, int maxHops, StepCount steps)
    {
        var hops = new Dictionary<WalkState, int> { [rules.Start(node)] = 0 };
        var open = new Queue<WalkState>(hops.Keys);
        var isCutShort = false;
        while (open.TryDequeue(out var state))
        {
            foreach (var next in rules.From(state.Node).TakeWhile(_ => steps.Take()).Select(hop => rules.Next(state, hop)).OfType<WalkState>())
            {
                if (hops[state] == maxHops)
                {
                    isCutShort |= !hops.ContainsKey(next) && !rules.Freer(next).Any(hops.ContainsKey);
                }
                else if (hops.TryAdd(next, hops[state] + 1))
                {
                    open.Enqueue(next);
                }
            }
        }

        return new Reached(hops, isCutShort);
    }
}
