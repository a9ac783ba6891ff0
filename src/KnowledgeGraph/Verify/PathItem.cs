using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Verify;

/// <summary>Checks one path of an answer: takes its nodes for granted, works everything else out anew, and compares.</summary>
internal static class PathItem
{
    /// <summary>The path; null where its nodes are none, or no facts of the seed can carry it.</summary>
    internal static PathFacts? Check(AnswerBody body, HopRules rules, SeedValue item, string where)
    {
        var nodes = item.Find("nodes") is { Kind: SeedKind.List } list ? list.Items.Select(node => node.Text).ToList() : [];
        if (nodes.Count == 0 || nodes.Distinct().Count() < nodes.Count || nodes.Exists(node => rules.Set.FindNode(node) is null))
        {
            body.Wrong("nodes", $"{where}.nodes", item.Find("nodes") ?? item, "nodes of the seed, none twice");
            return null;
        }

        var path = PathFacts.Of(rules, nodes);
        if (path.BrokenAt >= 0 || (nodes.Count == 1 && !IsPathOfOne(rules, nodes[0])))
        {
            var hop = Math.Max(path.BrokenAt, 0);
            body.Wrong(
                "hop", $"{where}.nodes", item, "facts that carry every hop and pass every filter and rule",
                nodes.Count == 1 ? "a path of one node that the rules do not allow" : $"none for hop {hop + 1}, {nodes[hop]} > {nodes[hop + 1]}");
            return null;
        }

        body.ExpectItem("path", where, item, writer => PathText.Write(writer, rules, path));
        return path;
    }

    private static bool IsPathOfOne(HopRules rules, string node) => !rules.IsAvoided(node) && rules.MayEnd(rules.Start(node));
}
