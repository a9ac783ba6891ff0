using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;
using Newtonsoft.Json;

namespace KnowledgeGraph.Export;

/// <summary>An answer told in sentences, each in the voice of whoever says it, with what the answer hangs on.</summary>
/// <param name="Paragraphs">A paragraph for each path, at most <see cref="MostPaths"/>, and one on the facts that the answer hangs on.</param>
/// <param name="LoadBearing">The facts that the answer hangs on.</param>
public sealed record Explanation(IReadOnlyList<string> Paragraphs, LoadBearing LoadBearing)
{
    /// <summary>The most paths that are told.</summary>
    public const int MostPaths = 20;

    private const int MostNamed = 5;

    /// <summary>Tells an answer. One without paths has nothing to tell.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="set">Its evidence.</param>
    /// <param name="bearing">The facts that it hangs on.</param>
    public static Explanation Of<TResult>(Answer<TResult> answer, FactSet set, LoadBearing bearing)
        where TResult : Result
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(bearing);
        var paths = answer.Result.Chains.Where(path => path.Hops.Count > 0).ToList();
        List<string> paragraphs = [.. paths.Take(MostPaths).Select(path => PathStory.Of(path, set))];
        if (paths.Count > MostPaths)
        {
            paragraphs.Add(string.Create(CultureInfo.InvariantCulture, $"{paths.Count - MostPaths} more paths are not told here."));
        }

        return new Explanation(paths.Count == 0 ? [] : [.. paragraphs, HangsOn(set, bearing)], bearing);
    }

    internal void WriteTo(JsonWriter writer)
    {
        writer.List("paragraphs", Paragraphs, static (w, text) => w.WriteValue(text));
        writer.List("loadBearing", LoadBearing.Facts, static (w, fact) => w.Object(fact, static (f, item) =>
        {
            f.Field("fact", item.Fact);
            f.Field("outcome", AnswerJson.TextOf(item.Outcome));
            f.Field("lost", item.Lost);
            f.Field("gained", item.Gained);
        }));
        writer.Field("tried", LoadBearing.Tried);
        writer.Field("untried", LoadBearing.Untried);
    }

    private static string HangsOn(FactSet set, LoadBearing bearing)
    {
        var tried = string.Create(CultureInfo.InvariantCulture, $"each of its {bearing.Tried} facts was left out in turn");
        var stands = bearing.Facts.Count == 0 ? $"The answer hangs on no single fact: {tried}, and it stayed the same." : $"The answer hangs on these facts: {tried}.";
        var untried = bearing.Untried.Count == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $" {bearing.Untried.Count} more were not left out, for the time was up or they are too many: {Some(bearing.Untried, ", ")}.");
        return string.Concat([stands, .. bearing.Facts.Select(fact => " " + Without(set, fact)), untried]);
    }

    private static string Without(FactSet set, LoadBearingFact fact) =>
        fact.Outcome != Outcome.Found ? $"Without {fact.Fact} nothing is found."
        : fact.Lost.Count + fact.Gained.Count == 0 ? $"Without {fact.Fact} the order is another."
        : $"Without {fact.Fact} the answer {string.Join(" and ", Changes(set, fact))}.";

    private static IEnumerable<string> Changes(FactSet set, LoadBearingFact fact)
    {
        if (fact.Lost.Count > 0)
        {
            yield return $"loses {Some(fact.Lost.Select(item => Named(set, item)), "; ")}";
        }

        if (fact.Gained.Count > 0)
        {
            yield return $"has instead {Some(fact.Gained.Select(item => Named(set, item)), "; ")}";
        }
    }

    /// <summary>What an answer says in names instead of ids: <c>paths: a &gt; b</c> as "A, B"; a node not among the evidence keeps its id.</summary>
    private static string Named(FactSet set, string claim)
    {
        var split = claim.IndexOf(": ", StringComparison.Ordinal);
        var (kind, ids) = (claim[..split], claim[(split + 2)..].Split(" > "));
        var names = string.Join(" – ", ids.Select(id => set.FindNode(id)?.Name ?? id));
        return kind.StartsWith("tier", StringComparison.Ordinal) ? $"{names} in {kind}" : names;
    }

    private static string Some(IEnumerable<string> items, string separator)
    {
        var all = items.ToList();
        var more = all.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {all.Count - MostNamed} more") : "";
        return string.Join(separator, all.Take(MostNamed)) + more;
    }
}
