using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Neo4j;

/// <summary>A block of the image of a fact set, and where it ends.</summary>
/// <param name="Image">The items.</param>
/// <param name="UpTo">The last id of the block; of the last one of a part, what no id comes after.</param>
/// <param name="Next">Position of the next item, among all of the part.</param>
internal sealed record ImageBlock(DatasetImage Image, string UpTo, int Next);

/// <summary>
/// The image of a fact set in the parts that a load in batches goes through, in their order: what relationships rest on comes before
/// them, and is removed after them. A block is drawn when it is asked for.
/// </summary>
internal sealed class ImageParts(string dataset, FactSet set)
{
    /// <summary>Behind every id.</summary>
    public const string End = "\uffff";

    private readonly ItemImages images = new(dataset, set);

    /// <summary>What a part is, by its place in the order.</summary>
    public static IReadOnlyList<BatchPart> Order { get; } =
    [
        new("looking for strays", null, IsRemoving: true),
        new("sources", Cypher.Source, IsRemoving: false),
        new("conflicts", Cypher.Conflict, IsRemoving: false),
        new("nodes", Cypher.Node, IsRemoving: false),
        new("facts", Cypher.Fact, IsRemoving: false),
        new("removing conflicts", Cypher.Conflict, IsRemoving: true),
        new("removing nodes", Cypher.Node, IsRemoving: true),
        new("removing sources", Cypher.Source, IsRemoving: true),
    ];

    /// <summary>The place of the facts in that order.</summary>
    public static int Facts { get; } = Order.TakeWhile(part => part.Label != Cypher.Fact).Count();

    /// <summary>The items of a label after an id.</summary>
    /// <param name="label">Which.</param>
    /// <param name="after">The id.</param>
    /// <param name="rows">Rows that the block may take to write.</param>
    /// <param name="upTo">The last id it may hold.</param>
    public ImageBlock After(string label, string after, int rows, string upTo = End) => label switch
    {
        Cypher.Source => Nodes(Slice(set.Sources, source => source.Id, after, rows, upTo), images.Of),
        Cypher.Conflict => Nodes(Slice(set.Conflicts, conflict => conflict.Id, after, rows, upTo), images.Of),
        Cypher.Node => Nodes(Slice(set.Nodes, node => node.Id, after, rows, upTo), images.Of),
        _ => FactsAfter(after, rows, upTo),
    };

    private ImageBlock Nodes<T>((List<T> Items, string Last, int Next) slice, Func<T, ImageNode> draw) =>
        new(new DatasetImage(dataset, [.. slice.Items.Select(draw)], [], []), slice.Last, slice.Next);

    private ImageBlock FactsAfter(string after, int most, string upTo)
    {
        var (facts, last, next) = Slice(set.Facts, fact => fact.Id, after, most, upTo);
        ImageNode[] nodes = [.. facts.Select(images.SpineNodeOf), .. facts.Where(fact => fact.Object is null).Select(images.LiteralOf)];
        var image = new DatasetImage(dataset, nodes, [.. facts.Select(images.RelationshipOf)], [.. facts.SelectMany(ItemImages.SpineOf)]);
        return new ImageBlock(image, last, next);
    }

    private static (List<T> Items, string Last, int Next) Slice<T>(IReadOnlyList<T> items, Func<T, string> id, string after, int most, string upTo)
    {
        var found = new List<T>();
        var next = FirstAfter(items, id, after);
        for (; next < items.Count && found.Count < most && items[next] is var item && string.CompareOrdinal(id(item), upTo) <= 0; next++)
        {
            found.Add(item);
        }

        return (found, found.Count == most && next < items.Count ? id(found[^1]) : upTo, next);
    }

    /// <summary>By halving: items are in the order of their ids.</summary>
    private static int FirstAfter<T>(IReadOnlyList<T> items, Func<T, string> id, string after)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = string.CompareOrdinal(id(items[middle]), after) <= 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>A part of a load in batches.</summary>
/// <param name="Name">What it does, for the progress.</param>
/// <param name="Label">The label of the nodes it goes through; null for what no index finds.</param>
/// <param name="IsRemoving">Whether it removes and does nothing else; else it does everything else.</param>
internal sealed record BatchPart(string Name, string? Label, bool IsRemoving);
