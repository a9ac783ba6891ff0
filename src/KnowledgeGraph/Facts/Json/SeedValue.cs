using System.Globalization;

namespace KnowledgeGraph.Facts.Json;

/// <summary>The kinds of JSON values.</summary>
internal enum SeedKind
{
    Null,
    True,
    False,
    Number,
    Text,
    List,
    Object,
}

/// <summary>A property with the place of its name; a name may stand twice, so that each can be reported.</summary>
internal sealed record SeedProperty(string Name, int NameOffset, SeedValue Value);

/// <summary>A JSON value that knows where it stands.</summary>
internal sealed class SeedValue(SeedFile file, int offset, SeedKind kind)
{
    public SeedKind Kind { get; } = kind;

    /// <summary>A text without its quotes and escapes, or a number as it is written.</summary>
    public string Text { get; init; } = "";

    public List<SeedProperty> Properties { get; init; } = [];

    public List<SeedValue> Items { get; init; } = [];

    public Place Place => new(file, offset);

    /// <summary>The byte behind its last.</summary>
    public int End { get; init; }

    /// <summary>What it is, for messages.</summary>
    public string Description => Kind switch
    {
        SeedKind.Null => "null",
        SeedKind.True => "true",
        SeedKind.False => "false",
        SeedKind.Number => $"the number {ProblemList.Quote(Text).Trim('"')}",
        SeedKind.Text => $"the text {ProblemList.Quote(Text)}",
        SeedKind.List => "a list",
        _ => "an object",
    };

    public Place PlaceOf(SeedProperty property) => new(file, property.NameOffset);

    /// <summary>The value of the first property with a name, or null.</summary>
    public SeedValue? Find(string name)
    {
        foreach (var property in Properties)
        {
            if (string.Equals(property.Name, name, StringComparison.Ordinal))
            {
                return property.Value;
            }
        }

        return null;
    }

    /// <summary>The place of the value down a path of property names and list positions; where the path ends early, of its last step.</summary>
    public Place At(params ReadOnlySpan<string> path)
    {
        var at = this;
        foreach (var step in path)
        {
            if (at.Step(step) is not { } next)
            {
                break;
            }

            at = next;
        }

        return at.Place;
    }

    /// <summary>The place of the name of a property; of the value itself where it has no such property.</summary>
    public Place AtName(string name)
    {
        foreach (var property in Properties)
        {
            if (string.Equals(property.Name, name, StringComparison.Ordinal))
            {
                return PlaceOf(property);
            }
        }

        return Place;
    }

    private SeedValue? Step(string step) => Kind switch
    {
        SeedKind.Object => Find(step),
        SeedKind.List when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < Items.Count => Items[i],
        _ => null,
    };
}
