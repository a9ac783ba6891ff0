using Newtonsoft.Json;

namespace KnowledgeGraph.Facts;

/// <summary>Writes overlays in canonical JSON: what is empty is left out, changed facts stand whole.</summary>
public static class OverlayJson
{
    /// <summary>Writes an overlay as an object.</summary>
    public static void Write(JsonWriter writer, Overlay overlay) => writer.Object(overlay, static (w, o) =>
    {
        w.Field("removedNodes", [.. o.RemovedNodes.Order(StringComparer.Ordinal)]);
        w.Field("removedFacts", [.. o.RemovedFacts.Order(StringComparer.Ordinal)]);
        ListUnlessEmpty(w, "changedFacts", o.ChangedFacts.OrderBy(fact => fact.Id, StringComparer.Ordinal), FactJson.Write);
        ListUnlessEmpty(w, "addedSources", o.AddedSources.OrderBy(source => source.Id, StringComparer.Ordinal), FactJson.Write);
        ListUnlessEmpty(w, "addedNodes", o.AddedNodes.OrderBy(node => node.Id, StringComparer.Ordinal), FactJson.Write);
        ListUnlessEmpty(w, "addedFacts", o.AddedFacts.OrderBy(fact => fact.Id, StringComparer.Ordinal), FactJson.Write);
    });

    private static void ListUnlessEmpty<T>(JsonWriter writer, string name, IEnumerable<T> items, Action<JsonWriter, T> write)
    {
        if (items.Any())
        {
            writer.List(name, items, write);
        }
    }
}
