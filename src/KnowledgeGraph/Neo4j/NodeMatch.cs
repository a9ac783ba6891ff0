namespace KnowledgeGraph.Neo4j;

/// <summary>A node that stands in Neo4j, but not as it shall.</summary>
internal sealed record NodePair(StoredNode Stored, ImageNode Image)
{
    /// <summary>The row that puts it right.</summary>
    public IReadOnlyDictionary<string, object?> UpdateRow => new Dictionary<string, object?>
    {
        ["element"] = Stored.Element,
        ["properties"] = Image.Properties,
        ["added"] = Image.Labels.Except(Stored.Labels).ToList(),
        ["removed"] = Stored.Labels.Except(Image.Labels).ToList(),
    };
}

/// <summary>Which nodes of Neo4j are which of the data set.</summary>
/// <param name="Missing">Nodes to create.</param>
/// <param name="Changed">Nodes to put right.</param>
/// <param name="Same">Nodes that are right.</param>
/// <param name="Extra">Nodes to delete: vanished, without an id, or twice there.</param>
/// <param name="Keys">Label and id of every kept node, by its element, and of the ends that are not read themselves.</param>
internal sealed record NodeMatch(
    IReadOnlyList<ImageNode> Missing,
    IReadOnlyList<NodePair> Changed,
    IReadOnlyList<ImageNode> Same,
    IReadOnlyList<StoredNode> Extra,
    IReadOnlyDictionary<string, (string Label, string Id)> Keys)
{
    /// <summary>The labels that say what a node is; of one that got several by hand the first counts.</summary>
    public static readonly IReadOnlyList<string> OwnLabels = [Cypher.Dataset, Cypher.Node, Cypher.Fact, Cypher.Literal, Cypher.Source, Cypher.Conflict];

    /// <summary>The label that says what a stored node is.</summary>
    public static string LabelOf(StoredNode node) => OwnLabels.First(node.Labels.Contains);

    public static NodeMatch Of(StoredDataset stored, DatasetImage image)
    {
        var wanted = image.Nodes.ToDictionary(node => node.Key);
        var keys = new Dictionary<string, (string Label, string Id)>(stored.Ends, StringComparer.Ordinal);
        var (changed, same, extra) = (new List<NodePair>(), new List<ImageNode>(), new List<StoredNode>());
        foreach (var node in stored.Nodes)
        {
            if (node.Id is not { } id || !wanted.Remove((LabelOf(node), id), out var match))
            {
                extra.Add(node);
                continue;
            }

            keys[node.Element] = match.Key;
            if (IsAsWanted(node, match))
            {
                same.Add(match);
            }
            else
            {
                changed.Add(new NodePair(node, match));
            }
        }

        return new NodeMatch([.. image.Nodes.Where(node => wanted.ContainsKey(node.Key))], changed, same, extra, keys);
    }

    private static bool IsAsWanted(StoredNode stored, ImageNode image) =>
        stored.Labels.Count == image.Labels.Count && stored.Labels.All(image.Labels.Contains)
        && PropertyMap.AreEqual(stored.Properties, image.Properties);
}
