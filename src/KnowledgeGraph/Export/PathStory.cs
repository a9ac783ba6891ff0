using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Export;

/// <summary>A path told hop by hop, with its weakest link, the doubts about its facts, and the facts that disagree with them.</summary>
internal static class PathStory
{
    private const int MostAlso = 2;

    internal static string Of(DependencyPath path, FactSet set)
    {
        var (from, to) = (NameOf(set, path.Nodes[0]), NameOf(set, path.Nodes[^1]));
        var between = path.Nodes.Skip(1).SkipLast(1).Select(id => NameOf(set, id));
        var way = path.Hops.Count == 1 ? ", directly" : $" by way of {string.Join(", then ", between)}";
        return string.Join(' ',
        [
            $"{from} to {to}{way}.",
            .. path.Hops.SelectMany(hop => HopOf(hop, set)),
            .. Strength(path),
            .. DisputesOf(path, set),
        ]);
    }

    private static IEnumerable<string> HopOf(Hop hop, FactSet set)
    {
        yield return Sentence(set, hop.Facts[0], hop.From);
        foreach (var declared in hop.Facts[0].DeclaredBy.Select(set.FindFact).OfType<Fact>())
        {
            yield return $"This counts because {LowerFirst(FactVoice.Say(set, declared, HopReading.Of(set, declared.Id, declared.Object ?? declared.Subject)))} ({Weight(declared)}).{Doubts(declared)}";
        }

        foreach (var also in hop.Facts.Skip(1).Take(MostAlso))
        {
            yield return "Also: " + LowerFirst(Sentence(set, also, hop.From));
        }

        if (hop.Facts.Count > MostAlso + 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{hop.Facts.Count - MostAlso - 1} more facts say as much.");
        }
    }

    private static string Sentence(FactSet set, HopFact used, string from)
    {
        var fact = set.FindFact(used.Id) ?? throw new KeyNotFoundException($"the evidence lacks fact \"{used.Id}\"");
        var unstated = used.IsUnspecified ? "; for an unspecified component" : "";
        return $"{FactVoice.Say(set, fact, HopReading.Of(set, used.Id, from))} ({Weight(fact)}{unstated}).{Doubts(fact)}";
    }

    private static string Doubts(Fact fact) => fact.Doubts.Count == 0 ? "" : $" It is in doubt: {string.Join("; ", fact.Doubts)}.";

    private static IEnumerable<string> Strength(DependencyPath path)
    {
        if (path.WeakestLink is { } weakest && path.Hops.Count > 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"The weakest link is hop {weakest.Hop}, {weakest.Fact}, confidence {weakest.Confidence:0.00}.");
        }

        if (path.Certainty is { } certainty)
        {
            yield return certainty == Certainty.Certainly ? "On the day asked it certainly holds." : "On the day asked it possibly holds; the dates do not settle it.";
        }
    }

    private static IEnumerable<string> DisputesOf(DependencyPath path, FactSet set)
    {
        var used = path.Hops.SelectMany(hop => hop.RestsOn).ToHashSet(StringComparer.Ordinal);
        return set.Conflicts
            .Where(conflict => conflict.Facts.Any(used.Contains))
            .Select(conflict => $"{string.Join(" and ", conflict.Facts)} disagree ({conflict.Id}): {conflict.Note.TrimEnd('.')}.");
    }

    private static string Weight(Fact fact) => fact.IsCurator
        ? $"{fact.Id}, a curator's edge"
        : string.Create(CultureInfo.InvariantCulture, $"{fact.Id}, confidence {fact.Confidence:0.00}");

    private static string NameOf(FactSet set, string nodeId) => set.FindNode(nodeId)?.Name ?? nodeId;

    /// <summary>The opening words of <see cref="FactVoice"/> within a sentence; a name keeps its capital, since none of them begins with one.</summary>
    private static string LowerFirst(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
