using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>A name that several nodes claim is marked ambiguous by each of them; short names are short.</summary>
internal static class SharedNames
{
    private const int ShortLength = 18;

    private sealed record Claim(Placed<Node> Node, string Text, SeedValue At, bool IsMarked);

    public static void Check(SeedDraft draft, ProblemList problems)
    {
        foreach (var node in draft.Nodes.Where(node => node.Item.ShortName?.Length > ShortLength))
        {
            problems.Add(
                node.Value.At("shortName"),
                SeedCode.LongShortName,
                string.Create(CultureInfo.InvariantCulture, $"shortName has {node.Item.ShortName!.Length} characters, at most {ShortLength} fit the drawing"));
        }

        var claims = draft.Nodes.Where(node => node.Item.Id.Length > 0).SelectMany(Claims).ToList();
        foreach (var shared in claims.GroupBy(claim => NameKey.Of(claim.Text), StringComparer.Ordinal))
        {
            Check([.. shared], problems);
        }

        CheckAgainstStanding(claims, draft.StandingNodes, problems);
    }

    /// <summary>Nodes that stand cannot be marked any more, so that marking the new one must do.</summary>
    private static void CheckAgainstStanding(List<Claim> claims, IReadOnlyList<Node> standing, ProblemList problems)
    {
        if (claims.Count == 0)
        {
            return;
        }

        var names = standing
            .SelectMany(node => node.Names.Select(name => name.Text).Prepend(node.Name).Select(text => (Key: NameKey.Of(text), node.Id)))
            .ToLookup(name => name.Key, name => name.Id, StringComparer.Ordinal);
        foreach (var claim in claims.Where(claim => !claim.IsMarked && names.Contains(NameKey.Of(claim.Text))))
        {
            problems.Add(
                claim.At.Place,
                SeedCode.SharedName,
                $"{names[NameKey.Of(claim.Text)].First()} is called {ProblemList.Quote(claim.Text)} already; name that node, or give the new one another name");
        }
    }

    private static IEnumerable<Claim> Claims(Placed<Node> node)
    {
        if (node.Value.Find("name") is { } name && node.Item.Name.Length > 0)
        {
            yield return new Claim(node, node.Item.Name, name, false);
        }

        foreach (var entry in node.Value.Find("names")?.Items ?? [])
        {
            if (entry.Find("text") is { Kind: SeedKind.Text } text && !string.IsNullOrWhiteSpace(text.Text))
            {
                yield return new Claim(node, text.Text, text, entry.Find("ambiguous")?.Kind == SeedKind.True);
            }
        }
    }

    private static void Check(List<Claim> claims, ProblemList problems)
    {
        var byNode = claims.GroupBy(claim => claim.Node.Item.Id, StringComparer.Ordinal).ToList();
        if (byNode.Count < 2)
        {
            return;
        }

        foreach (var own in byNode.Where(own => !own.Any(claim => claim.IsMarked)))
        {
            var claim = own.First();
            var other = claims.First(candidate => candidate.Node.Item.Id != own.Key);
            problems.Add(
                claim.At.Place,
                SeedCode.SharedName,
                $"{other.Node.Item.Id} at {other.At.Place} is called {ProblemList.Quote(claim.Text)} too; give both an entry in \"names\" with that text and \"ambiguous\": true");
        }
    }
}
