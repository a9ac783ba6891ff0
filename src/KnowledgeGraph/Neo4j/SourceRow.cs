using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Neo4j;

/// <summary>Sources, conflicts and literals as properties in Neo4j, and back without loss.</summary>
internal static class SourceRow
{
    public static Dictionary<string, object?> Write(string dataset, Source source) => new PropertyMap(source.Id)
        .Add("dataset", dataset)
        .Add("id", source.Id)
        .Add("name", source.ShortName ?? source.Title)
        .Add("shortName", source.ShortName)
        .Add("title", source.Title)
        .Add("publisher", source.Publisher)
        .Add("author", source.Author)
        .Add("date", source.Date)
        .Add("kind", source.Kind)
        .Add("celex", source.Celex)
        .Add("url", source.Url)
        .Add("note", source.Note)
        .Values;

    /// <exception cref="FormatException">A property is missing or of the wrong type.</exception>
    public static Source Read(Dictionary<string, object?> properties)
    {
        var map = new PropertyMap($"source \"{properties.GetValueOrDefault("id")}\"", properties);
        return new Source
        {
            Id = map.Text("id"),
            ShortName = map.TextOrNull("shortName"),
            Title = map.Text("title"),
            Publisher = map.TextOrNull("publisher"),
            Author = map.TextOrNull("author"),
            Date = map.DateOrNull("date"),
            Kind = map.Text("kind"),
            Celex = map.TextOrNull("celex"),
            Url = map.TextOrNull("url"),
            Note = map.TextOrNull("note"),
        };
    }
}

/// <summary>A conflict as properties in Neo4j, and back.</summary>
internal static class ConflictRow
{
    public static Dictionary<string, object?> Write(string dataset, Conflict conflict) => new PropertyMap(conflict.Id)
        .Add("dataset", dataset)
        .Add("id", conflict.Id)
        .Add("name", conflict.Id)
        .Add("facts", conflict.Facts)
        .Add("note", conflict.Note)
        .Values;

    /// <exception cref="FormatException">A property is missing or of the wrong type.</exception>
    public static Conflict Read(Dictionary<string, object?> properties)
    {
        var map = new PropertyMap($"conflict \"{properties.GetValueOrDefault("id")}\"", properties);
        return new Conflict(map.Text("id"), map.Texts("facts"), map.Text("note"));
    }
}

/// <summary>The small node that a fact with a literal value points to, so that Browser can draw it. Wholly derived.</summary>
internal static class LiteralRow
{
    public static Dictionary<string, object?> Write(string dataset, FactSet set, Fact fact) => new PropertyMap(fact.Id)
        .Add("dataset", dataset)
        .Add("id", fact.Id)
        .Add("name", fact.Value is { } value ? ValueCaption.Of(value, set.Ontology) : fact.Statement)
        .Values;
}
