using System.Globalization;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>The parts of a fact in words.</summary>
internal static class FactWords
{
    /// <summary>A node's name, or its id where the data holds no such node.</summary>
    internal static string Name(FactSet set, string nodeId) => set.FindNode(nodeId)?.Name ?? nodeId;

    /// <summary>Names of nodes, joined.</summary>
    internal static string Names(FactSet set, IEnumerable<string> nodeIds) => string.Join(", ", nodeIds.Select(id => Name(set, id)));

    /// <summary>Who says so, and in what manner: "reported", "claim of Council of the EU", "curator's edge, no source".</summary>
    internal static string Standing(FactSet set, Fact fact) => FactVoice.Standing(set, fact);

    /// <summary>Two decimals, as people see it.</summary>
    internal static string Confidence(double confidence) => confidence.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The value with the period it is for, or null.</summary>
    internal static string? Value(FactSet set, Fact fact)
    {
        if (fact.Value is not { } value)
        {
            return null;
        }

        var period = Range(value.PeriodFrom, value.PeriodTo);
        return FactValueText.Of(value, set.Ontology) + (period is null ? "" : $" ({period})");
    }

    /// <summary>What is missing where a supply fact joins without a product; null where nothing is.</summary>
    internal static string? ProductGap(FactSet set, HopFact used, Fact fact)
    {
        var type = set.Ontology.EdgeTypes[fact.Type];
        var lacksProduct = type.ProductPlace != ProductPlace.None && used.Products.Count == 0;
        return used.IsUnspecified || (lacksProduct && type.DeclaresComponent) ? "unspecified component"
            : lacksProduct ? "unspecified product"
            : null;
    }

    /// <summary>Whether the sentence of its type says all there is to the value: it has a place for it, and no period stands beside.</summary>
    internal static bool IsValueInReading(FactSet set, Fact fact) =>
        fact.Value is { PeriodFrom: null, PeriodTo: null } && set.Ontology.EdgeTypes[fact.Type].Forward.Placeholders.Contains("value");

    /// <summary>When it holds or happened, and the day for which the source vouches.</summary>
    internal static string Period(FactSet set, Fact fact)
    {
        var isEvent = set.Ontology.EdgeTypes.TryGetValue(fact.Type, out var type) && type.Persistence == Persistence.Event;
        var from = fact.Value is { } value ? value.Date : fact.ValidFrom;
        var range = Range(from, fact.ValidTo);
        var dated = range is null ? "undated" : isEvent && fact.ValidTo is null ? from.ToString()! : range;
        return fact.IsCurator ? $"{dated}, entered {fact.EnteredOn}" : $"{dated}, attested {set.AttestationOf(fact)}";
    }

    /// <summary>A piece of evidence: publisher, title, place.</summary>
    internal static string Place(FactSet set, Evidence evidence)
    {
        if (set.FindSource(evidence.Source) is not { } source)
        {
            return $"{evidence.Source}, {evidence.Place}";
        }

        var publisher = source.Publisher is { } name ? name + ", " : "";
        return $"{publisher}“{source.Title}”, {evidence.Place}";
    }

    /// <summary>Runs of days with their words: "possibly until 2025-07-31, certainly 2025-08-01 to 2025-08-31".</summary>
    internal static string Windows(IReadOnlyList<HoldingWindow> windows) =>
        windows.Count == 0 ? "on no day do all its facts hold together" : string.Join(", ", windows.Select(Window));

    /// <summary>A day.</summary>
    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The word for a certainty.</summary>
    internal static string Word(Certainty certainty) => certainty switch
    {
        Certainty.Certainly => "certainly",
        Certainty.Possibly => "possibly",
        _ => "not",
    };

    private static string Window(HoldingWindow window)
    {
        var days = (window.From, window.To) switch
        {
            (null, null) => "at any time",
            (null, { } last) => $"until {Day(last)}",
            ({ } first, null) => $"from {Day(first)} on",
            ({ } first, { } last) when first == last => $"on {Day(first)}",
            ({ } first, { } last) => $"{Day(first)} to {Day(last)}",
        };
        return $"{Word(window.Certainty)} {days}";
    }

    private static string? Range(PartialDate? from, PartialDate? to) => (from, to) switch
    {
        (null, null) => null,
        ({ } start, null) => $"since {start}",
        (null, { } end) => $"until {end}",
        ({ } start, { } end) => start == end ? start.ToString() : $"{start} to {end}",
    };
}
