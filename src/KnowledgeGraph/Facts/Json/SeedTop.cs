namespace KnowledgeGraph.Facts.Json;

/// <summary>The outer object of every file of the seed.</summary>
internal static class SeedTop
{
    /// <summary>The version of the format that this program reads.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The outer object, or null after reporting that the file is of another version or no object.</summary>
    public static StrictObject? Open(SeedValue file, ProblemList problems)
    {
        if (StrictObject.Of(file, problems) is not { } top)
        {
            return null;
        }

        var version = top.Find("schemaVersion");
        if (version is { Kind: SeedKind.Number } && NumberText.TryParse(version.Text, out var number) && number == SchemaVersion)
        {
            return top;
        }

        problems.Add(version?.Place ?? file.Place, SeedCode.WrongSchemaVersion, Message(version));
        return null;
    }

    /// <summary>The objects of the file's one list, which must be there.</summary>
    public static IEnumerable<StrictObject> Items(StrictObject top, string name)
    {
        if (top.Find(name) is null)
        {
            top.Missing(name);
        }

        return top.Objects(name, mayBeEmpty: true);
    }

    private static string Message(SeedValue? version) => version switch
    {
        null => "\"schemaVersion\" is missing; this program reads version 1, write \"schemaVersion\": 1",
        { Kind: SeedKind.Number } when NumberText.TryParse(version.Text, out var number) && number > SchemaVersion =>
            $"schemaVersion is {version.Description}, this program reads {SchemaVersion}; take a newer kg for this file",
        _ => $"schemaVersion is {version.Description}, this program reads {SchemaVersion}; rewrite the file in that format",
    };
}
