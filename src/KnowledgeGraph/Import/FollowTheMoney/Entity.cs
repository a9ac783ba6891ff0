using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Import.FollowTheMoney;

/// <summary>An entity: a schema, and texts by property.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Caption">The name its publisher shows; null if none.</param>
/// <param name="Datasets">The data sets it is in.</param>
/// <param name="Seen">The last day on which its publisher saw or changed it, as printed; null if none.</param>
internal sealed record Entity(string Id, string Schema, string? Caption, IReadOnlyList<string> Datasets, string? Seen)
{
    private static readonly string[] DayProperties = ["last_seen", "last_change", "updated_at", "first_seen"];
    private readonly Dictionary<string, List<string>> properties = new(StringComparer.Ordinal);

    /// <summary>The names of the properties that are there.</summary>
    public IEnumerable<string> PropertyNames => properties.Keys;

    /// <summary>The texts of a property; empty if it is not there.</summary>
    public IReadOnlyList<string> Texts(string property) => properties.GetValueOrDefault(property, []);

    /// <summary>The first text of the first property that is there.</summary>
    public (string Property, string Text)? First(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (properties.TryGetValue(name, out var texts) && texts.Count > 0)
            {
                return (name, texts[0]);
            }
        }

        return null;
    }

    /// <summary>Reads an entity; null after reporting why it is none. What FollowTheMoney does not say of entities is passed over.</summary>
    public static Entity? Read(SeedFile line, ProblemList problems)
    {
        var before = problems.Count;
        if (JsonTree.Read(line, problems) is not { } value || StrictObject.Of(value, problems) is not { } item)
        {
            return null;
        }

        var entity = new Entity(
            item.Text("id"), item.Text("schema"), item.Find("caption")?.Text, [.. (item.Find("datasets")?.Items ?? []).Select(name => name.Text)],
            DayProperties.Select(name => item.Find(name)?.Text).FirstOrDefault(text => !string.IsNullOrEmpty(text)));
        foreach (var property in item.Find("properties")?.Properties ?? [])
        {
            entity.properties[property.Name] = TextsOf(property, problems);
        }

        return problems.Count == before ? entity : null;
    }

    private static List<string> TextsOf(SeedProperty property, ProblemList problems)
    {
        var texts = new List<string>();
        foreach (var value in property.Value.Kind == SeedKind.List ? property.Value.Items : [property.Value])
        {
            if (value.Kind is SeedKind.Text or SeedKind.Number)
            {
                texts.Add(value.Text);
            }
            else
            {
                problems.Add(
                    value.Place,
                    SeedCode.WrongKind,
                    $"{ProblemList.Quote(property.Name)} must hold texts, found {value.Description}; of nested files import the plain one, entities.ftm.json");
            }
        }

        return texts;
    }
}
