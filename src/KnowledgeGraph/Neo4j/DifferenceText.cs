namespace KnowledgeGraph.Neo4j;

/// <summary>What differs between a data set in Neo4j and the facts, in words.</summary>
public static class DifferenceText
{
    /// <summary>
    /// A line for each kind of element and of difference, nodes first; empty where nothing differs. Elements without an id are
    /// <c>?</c>.
    /// </summary>
    /// <param name="changes">What differs.</param>
    /// <param name="most">Most ids that a line names; how many more there are stands at its end.</param>
    public static IReadOnlyList<string> Lines(DatasetChanges changes, int most)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return
        [
            .. Lines("node", changes.Nodes, most),
            .. Lines("fact", changes.Facts, most),
            .. Lines("source", changes.Sources, most),
            .. Lines("conflict", changes.Conflicts, most),
            .. changes.IsStampCurrent ? Array.Empty<string>() : ["the data set's own node does not name this version of the data"],
        ];
    }

    private static IEnumerable<string> Lines(string kind, ElementChanges changes, int most)
    {
        (string Way, IReadOnlyList<string> Ids, int Count)[] ways =
        [
            ("missing in Neo4j", changes.Added, changes.AddedCount),
            ("changed in Neo4j", changes.Changed, changes.ChangedCount),
            ("in Neo4j only", changes.Removed, changes.RemovedCount),
        ];
        return ways.Where(way => way.Count > 0).Select(way => $"{way.Count} {kind}{(way.Count == 1 ? "" : "s")} {way.Way}: {Clipped(way.Ids, way.Count, most)}");
    }

    private static string Clipped(IReadOnlyList<string> ids, int count, int most) =>
        string.Join(", ", ids.Take(most)) + (count > Math.Min(ids.Count, most) ? $" and {count - Math.Min(ids.Count, most)} more" : "");
}
