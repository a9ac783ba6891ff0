using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>Via, edge expressions and order in time for the oracle, each judged on a whole path or choice.</summary>
internal sealed class BruteRules(FactSet set, PathQuestion question)
{
    private readonly List<string> types = [.. set.Ontology.EdgeTypes.Keys];
    private readonly string? pattern = question.Edges is { } edges ? Regex.Replace(edges, @"\w+|[\s.]", word => Glyph(set, word.Value)) : null;

    /// <summary>The edge types that the expression names.</summary>
    internal static IReadOnlyList<string> Named(PathQuestion question) =>
        [.. Regex.Matches(question.Edges ?? "", @"\w+").Select(word => word.Value).Where(word => word != "_")];

    /// <summary>Whether a type is followed because neither layer nor type was said.</summary>
    internal static bool IsFollowedUnasked(FactSet set, PathQuestion question, EdgeType type)
    {
        var hasWildcard = question.Edges is null || Regex.IsMatch(question.Edges, @"\b_\b");
        var isCausal = Named(question).Any(name => set.Ontology.EdgeTypes[name].Layer == "causal");
        return hasWildcard && (isCausal ? type.Layer == "causal" : set.Ontology.Layers[type.Layer].IsDependency);
    }

    /// <summary>Whether the nodes stand on the path in order.</summary>
    internal bool PassesThrough(List<string> nodes) => nodes.Where(question.Via.Contains).SequenceEqual(question.Via);

    /// <summary>Whether a choice spells the expression, and days can be given to its facts from what is depended on to what depends.</summary>
    internal bool Allows(List<BruteHop> choice, bool isCausal) =>
        (pattern is null || Regex.IsMatch(Word(choice), $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.Singleline))
        && (!question.IsOrderedInTime || CanBeDated(isCausal ? choice : Enumerable.Reverse(choice)));

    private static string Glyph(FactSet set, string word) => word switch
    {
        "_" => ".",
        _ when string.IsNullOrWhiteSpace(word) || word == "." => "",
        _ => ((char)(0xE000 + set.Ontology.EdgeTypes.Keys.ToList().IndexOf(word))).ToString(CultureInfo.InvariantCulture),
    };

    private string Word(List<BruteHop> choice) => string.Concat(choice.Select(hop => (char)(0xE000 + types.IndexOf(hop.Fact.Type))));

    /// <summary>All days that matter are tried for each fact, earliest event first.</summary>
    private bool CanBeDated(IEnumerable<BruteHop> choice)
    {
        var facts = choice.Select(hop => hop.Fact).ToList();
        var days = facts.SelectMany(fact => BruteDates.Turns(set, fact)).Append(new DateOnly(2025, 1, 1)).Distinct().ToList();
        List<DateOnly> reached = [DateOnly.MinValue];
        foreach (var fact in facts)
        {
            reached = [.. days.Where(day => BruteDates.At(set, fact, day) != Certainty.Not && reached.Exists(earlier => earlier <= day))];
        }

        return facts.Count == 0 || reached.Count > 0;
    }
}
