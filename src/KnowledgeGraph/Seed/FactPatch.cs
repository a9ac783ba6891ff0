using System.Globalization;
using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using Newtonsoft.Json;

namespace KnowledgeGraph.Seed;

/// <summary>
/// A fact as JSON with some of its properties replaced, to be read again like any other: each property of the change takes the place
/// of the fact's, and <c>null</c> takes it away (the top level of a JSON merge patch, RFC 7396).
/// </summary>
/// <param name="Id">The fact's id.</param>
/// <param name="Json">The fact with the change. What comes from the fact stands where the change does, so that problems point there.</param>
internal sealed record FactPatch(string Id, SeedValue Json)
{
    public static FactPatch? Of(Fact fact, SeedValue change, ProblemList problems)
    {
        if (JsonTree.Read(new SeedFile(fact.Id, Encoding.UTF8.GetBytes(Text(fact))), problems) is not { } json)
        {
            return null;
        }

        var properties = json.Properties
            .Where(property => change.Find(property.Name) is null)
            .Select(property => Moved(property, change.Place))
            .Concat(change.Properties.Where(property => property.Value.Kind != SeedKind.Null))
            .ToList();
        return new FactPatch(fact.Id, new SeedValue(change.Place.File, change.Place.Offset, SeedKind.Object) { Properties = properties });
    }

    private static string Text(Fact fact)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        FactJson.Write(writer, fact);
        return text.ToString();
    }

    private static SeedProperty Moved(SeedProperty property, Place place) => new(property.Name, place.Offset, Moved(property.Value, place));

    private static SeedValue Moved(SeedValue value, Place place) => new(place.File, place.Offset, value.Kind)
    {
        Text = value.Text,
        Items = value.Items.ConvertAll(item => Moved(item, place)),
        Properties = value.Properties.ConvertAll(property => Moved(property, place)),
    };
}
