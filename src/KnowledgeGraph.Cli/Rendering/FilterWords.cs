using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>What a question was narrowed to, in the words of the command line.</summary>
internal static class FilterWords
{
    /// <summary>The sentence that goes with every answer for which products were ignored.</summary>
    internal const string ProductsIgnored = "Products ignored (--any-product): this does not prove a supply chain.";

    /// <summary>A headline, with the warning where products are ignored.</summary>
    internal static string WithWarning(string headline, GraphFilter filter) =>
        filter.Products == ProductRule.Any ? $"{headline} {ProductsIgnored}" : headline;

    /// <summary>The conditions that differ from the defaults, as options; empty if none does.</summary>
    internal static IEnumerable<string> Of(GraphFilter filter)
    {
        if (filter.Layers.Count > 0)
        {
            yield return "--layer " + string.Join(',', filter.Layers);
        }

        if (filter.Types.Count > 0)
        {
            yield return "--type " + string.Join(',', filter.Types);
        }

        if (filter.MinConfidence > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--min-confidence {filter.MinConfidence}");
        }

        if (filter.Statuses != GraphFilter.DefaultStatuses && !filter.Statuses.Order().SequenceEqual(GraphFilter.DefaultStatuses.Order()))
        {
            yield return "--status " + string.Join(',', filter.Statuses.Select(status => status.ToText()));
        }

        if (filter.AsOf is { } day)
        {
            yield return $"--as-of {FactWords.Day(day)}" + (filter.CertainOnly ? " --certain" : "");
        }

        if (filter.Sources.Count > 0)
        {
            yield return "--source " + string.Join(',', filter.Sources);
        }

        foreach (var channel in filter.Channels)
        {
            yield return $"--channel {channel}";
        }

        foreach (var avoided in Avoided(filter))
        {
            yield return avoided;
        }

        if (filter.KnownOn is { } known)
        {
            yield return $"--known-on {FactWords.Day(known)}";
        }

        if (!filter.IncludeCurator)
        {
            yield return "--no-curator";
        }

        if (filter.Products != ProductRule.Consistent)
        {
            yield return filter.Products == ProductRule.Any ? "--any-product" : "--allow-unspecified";
        }
    }

    private static IEnumerable<string> Avoided(GraphFilter filter) =>
    [
        .. filter.AvoidNodes.Select(node => $"--avoid {node}"),
        .. filter.AvoidFacts.Count > 0 ? new[] { "--avoid-fact " + string.Join(',', filter.AvoidFacts) } : [],
        .. filter.AvoidTypes.Count > 0 ? new[] { "--avoid-type " + string.Join(',', filter.AvoidTypes) } : [],
        .. filter.AvoidCountries.Select(country => $"--avoid-country {country}"),
        .. filter.AvoidNodeTypes.Count > 0 ? new[] { "--avoid-node-type " + string.Join(',', filter.AvoidNodeTypes) } : [],
    ];

    /// <summary>The lines under the headline: the conditions, and the warning where products are ignored.</summary>
    /// <param name="page">The page.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="others">Conditions beside the filter.</param>
    internal static void Write(Page page, GraphFilter filter, params IEnumerable<string> others)
    {
        var words = string.Join(" ", [.. others, .. Of(filter)]);
        if (words.Length > 0)
        {
            page.Line(0, 2, Span.Faint($"Asked with {words}"));
        }

        if (filter.Products == ProductRule.Any)
        {
            page.Line(0, 2, Span.Caution(ProductsIgnored));
        }
    }
}
