using System.Globalization;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Query;

/// <summary>What an answer says of a path, for comparison.</summary>
internal static class PathItem
{
    internal static string IdOf(DependencyPath path) => string.Join(" > ", path.Nodes);

    internal static IEnumerable<ItemValue> Values(DependencyPath path)
    {
        if (path.WeakestLink is { } weakest)
        {
            yield return new("weakest link", $"{FactJson.Number(weakest.Confidence)} ({weakest.Fact})");
        }

        yield return new("product", FactJson.Number(path.Product));
        if (path.Certainty is { } certainty)
        {
            yield return new("on the day asked", PathJson.TextOf(certainty));
        }

        yield return new("holds", path.Windows.Count == 0 ? "never" : string.Join(", ", path.Windows.Select(Text)));
        yield return new("facts", string.Join(' ', path.Hops.SelectMany(hop => hop.RestsOn).Distinct()));
    }

    private static string Text(HoldingWindow window) =>
        $"{PathJson.TextOf(window.Certainty)} {Day(window.From)}..{Day(window.To)}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
