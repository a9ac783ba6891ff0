using System.Globalization;
using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>Paths as JSON.</summary>
internal static class PathJson
{
    internal static void Write(JsonWriter writer, DependencyPath path)
    {
        writer.Field("nodes", path.Nodes);
        writer.List("hops", path.Hops, static (w, hop) => w.Object(hop, Write));
        if (path.WeakestLink is { } weakest)
        {
            writer.Object("weakestLink", weakest, static (w, link) =>
            {
                w.Field("hop", link.Hop);
                w.Field("fact", link.Fact);
                w.Field("confidence", link.Confidence);
            });
        }

        writer.Field("product", path.Product);
        writer.Field("certainty", path.Certainty is { } certainty ? TextOf(certainty) : null);
        writer.List("windows", path.Windows, static (w, window) => w.Object(window, WriteWindow));
    }

    internal static void Write(JsonWriter writer, Hop hop)
    {
        writer.Field("from", hop.From);
        writer.Field("to", hop.To);
        writer.Field("reading", hop.Reading);
        writer.List("facts", hop.Facts, static (w, fact) => w.Object(fact, static (f, item) =>
        {
            f.Field("id", item.Id);
            f.Field("layer", item.Layer);
            f.Field("products", item.Products);
            f.Flag("unspecified", item.IsUnspecified);
            f.Field("declaredBy", item.DeclaredBy);
        }));
    }

    internal static void Write(JsonWriter writer, Relaxation relaxation)
    {
        writer.Field("without", relaxation.Without);
        writer.Field("nodes", relaxation.Nodes);
        writer.Field("facts", relaxation.Facts);
        writer.Field("brokenAt", relaxation.BrokenAt);
    }

    internal static string TextOf(KnowledgeGap gap) => gap switch
    {
        KnowledgeGap.MaxHops => "max-hops",
        KnowledgeGap.FromHasNoFacts => "from-has-no-facts",
        KnowledgeGap.Unexplored => "unexplored",
        _ => "to-has-no-facts",
    };

    internal static string TextOf(Certainty certainty) => certainty switch
    {
        Certainty.Certainly => "certainly",
        Certainty.Possibly => "possibly",
        _ => "not",
    };

    private static void WriteWindow(JsonWriter writer, HoldingWindow window)
    {
        writer.Field("from", Day(window.From));
        writer.Field("to", Day(window.To));
        writer.Field("certainty", TextOf(window.Certainty));
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
