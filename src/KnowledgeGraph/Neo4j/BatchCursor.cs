namespace KnowledgeGraph.Neo4j;

/// <summary>How far a load in batches is.</summary>
/// <param name="DataHash">Hash of the facts it loads.</param>
/// <param name="Step">Which part it is at: its place in the order of the parts, from 0.</param>
/// <param name="After">The last id of that part that was gone through; empty at its beginning.</param>
public sealed record BatchCursor(string DataHash, int Step, string After)
{
    /// <summary>What the node of a data set says; null where it says nothing of the kind.</summary>
    internal static BatchCursor? In(IReadOnlyDictionary<string, object?> properties) =>
        properties.GetValueOrDefault("loadingHash") is string hash && properties.GetValueOrDefault("loadingStep") is long step
            && step is >= 0 and <= int.MaxValue && properties.GetValueOrDefault("loadingAfter") is string after
            ? new BatchCursor(hash, (int)step, after)
            : null;
}
