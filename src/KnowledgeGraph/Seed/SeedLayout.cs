namespace KnowledgeGraph.Seed;

/// <summary>What a name in the seed folder is for.</summary>
internal enum SeedRole
{
    Ontology,
    Sources,
    Nodes,
    Facts,
    Conflicts,
    Ignored,
    Stray,
}

/// <summary>
/// Which files make up a seed. What is read elsewhere or by people is ignored by name: README.md, expectations.json, followthemoney.json, questions/,
/// neo4j-browser/ and anything that begins with a dot. Everything else is stray and reported, so that nothing is lost silently.
/// </summary>
internal static class SeedLayout
{
    public const string Ontology = "ontology.json";
    public const string Sources = "sources.json";
    public const string Conflicts = "conflicts.json";
    private static readonly string[] Ignored = ["README.md", "expectations.json", "followthemoney.json", "questions/", "neo4j-browser/"];

    /// <param name="name">Path relative to the seed with forward slashes; a folder ends in one.</param>
    public static SeedRole RoleOf(string name) => name switch
    {
        Ontology => SeedRole.Ontology,
        Sources => SeedRole.Sources,
        Conflicts => SeedRole.Conflicts,
        _ when IsIgnored(name) => SeedRole.Ignored,
        _ when IsIn("nodes/", name) => SeedRole.Nodes,
        _ when IsIn("facts/", name) => SeedRole.Facts,
        _ => SeedRole.Stray,
    };

    /// <summary>What to say about a file or folder that nobody reads.</summary>
    public static string StrayMessage(string name) => name.EndsWith('/')
        ? "nobody reads this folder; nodes and facts stand directly in nodes/ and facts/"
        : "nobody reads this file; a seed is ontology.json, sources.json, conflicts.json, nodes/*.json and facts/*.json";

    private static bool IsIn(string folder, string name) =>
        name.StartsWith(folder, StringComparison.Ordinal)
        && name.EndsWith(".json", StringComparison.Ordinal)
        && !name.AsSpan(folder.Length).Contains('/');

    private static bool IsIgnored(string name) =>
        name.StartsWith('.') || name.Contains("/.", StringComparison.Ordinal) || name.EndsWith("/README.md", StringComparison.Ordinal)
        || Ignored.Any(ignored => name == ignored || (ignored.EndsWith('/') && name.StartsWith(ignored, StringComparison.Ordinal)));
}
