using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>What a node needs, who can supply it, and whose loss leaves a need unmet.</summary>
public sealed record AlternativesResult : Result
{
    /// <summary>The needs, level by level, then by the node that needs, then by product, unstated ones last; empty if nothing is known.</summary>
    public required IReadOnlyList<Need> Needs { get; init; }

    /// <summary>The minimal losses, by size, then by node ids.</summary>
    public required IReadOnlyList<Loss> Losses { get; init; }

    /// <summary>How many facts name a supplier but no product, and were left out because that was not allowed.</summary>
    public int LeftOut { get; init; }

    internal override IEnumerable<Claim> Claims =>
    [
        new("losses", [.. Losses.Select(loss => string.Join(" + ", loss.Suppliers))]),
        new("needs", [.. Needs.Select(need => need.Product).OfType<string>()]),
        new("facts", [.. DrawnFacts.Order(StringComparer.Ordinal)]),
    ];

    internal override IEnumerable<AnswerItem> Items =>
    [
        .. Losses.Select(loss => new AnswerItem("loss", string.Join(" + ", loss.Suppliers), [new ItemValue("without", string.Join(", ", loss.Without))])),
        .. AnswerItem.OfFacts(DrawnFacts),
    ];

    internal override IEnumerable<string> DrawnFacts =>
        Needs.SelectMany(need => need.Alternatives).SelectMany(alternative => alternative.RestsOn).Distinct();

    internal override void WriteTo(JsonWriter writer)
    {
        writer.List("needs", Needs, static (w, need) => w.Object(need, WriteNeed));
        writer.List("losses", Losses, static (w, loss) => w.Object(loss, static (l, item) =>
        {
            l.Field("suppliers", item.Suppliers);
            l.Field("without", item.Without);
            l.Flag("withoutUnstated", item.IsWithoutUnstated);
        }));
        writer.Field("leftOut", LeftOut);
    }

    private static void WriteNeed(JsonWriter writer, Need need)
    {
        writer.Field("level", need.Level);
        writer.Field("of", need.Of);
        writer.Field("product", need.Product);
        writer.List("alternatives", need.Alternatives, static (w, alternative) => w.Object(alternative, static (a, item) =>
        {
            a.Field("product", item.Product);
            a.Field("facts", item.Facts);
            a.List("suppliers", item.Suppliers, static (s, supplier) => s.Object(supplier, static (f, each) =>
            {
                f.Field("node", each.Node);
                f.Field("facts", each.Facts);
            }));
        }));
        if (need.LeastLosses is { } least)
        {
            writer.Field("leastLosses", least);
        }
    }
}

/// <summary>Something that a node needs.</summary>
/// <param name="Level">1 for the target's own needs, one more for each level of components.</param>
/// <param name="Of">Id of the node that needs it.</param>
/// <param name="Product">Id of the component; of the node itself where it needs a maker; null where it is not stated which.</param>
/// <param name="Alternatives">The component itself first, then what can stand in for it, by id.</param>
/// <param name="LeastLosses">How many suppliers have to be lost at least to leave it unmet; null if more than were asked for, or if no loss is known to.</param>
public sealed record Need(int Level, string Of, string? Product, IReadOnlyList<Alternative> Alternatives, int? LeastLosses);

/// <summary>What meets a need.</summary>
/// <param name="Product">Id of the product; null where it is not stated.</param>
/// <param name="Facts">Ids of the facts that make it a part as such, or a substitute; empty where those of its suppliers do.</param>
/// <param name="Suppliers">Who makes or supplies it, by id; empty if that is not known.</param>
public sealed record Alternative(string? Product, IReadOnlyList<string> Facts, IReadOnlyList<Supplier> Suppliers)
{
    /// <summary>Ids of all facts that it rests on.</summary>
    public IEnumerable<string> RestsOn => Facts.Concat(Suppliers.SelectMany(supplier => supplier.Facts));
}

/// <summary>A supplier.</summary>
/// <param name="Node">The supplier's id.</param>
/// <param name="Facts">Ids of the facts that say so.</param>
public sealed record Supplier(string Node, IReadOnlyList<string> Facts);

/// <summary>A set of suppliers without which a need of the target is unmet, while any one of them would do.</summary>
/// <param name="Suppliers">Their ids, sorted.</param>
/// <param name="Without">Ids of the target's components that are lost, the target's own id where no maker is left.</param>
/// <param name="IsWithoutUnstated">Whether a component that is not stated is lost.</param>
public sealed record Loss(IReadOnlyList<string> Suppliers, IReadOnlyList<string> Without, bool IsWithoutUnstated);
