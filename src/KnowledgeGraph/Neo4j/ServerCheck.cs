using System.Globalization;
using Newtonsoft.Json;

namespace KnowledgeGraph.Neo4j;

/// <summary>Tells a Neo4j that has the Query API's explicit transactions from everything else that may answer at an address.</summary>
internal static class ServerCheck
{
    private const string Needed = "5.26";

    /// <summary>Checks the text at the server's root.</summary>
    /// <exception cref="Neo4jException">It is no Neo4j, or too old.</exception>
    public static void Require(string endpoint, string root)
    {
        var version = VersionIn(root) ?? throw new Neo4jException(
            Neo4jErrorKind.NotNeo4j, endpoint, $"something else answers at {endpoint}, not Neo4j: {Start(root)}");
        RequireVersion(endpoint, version);
    }

    /// <summary>Checks a version such as <c>5.26.25</c>.</summary>
    /// <exception cref="Neo4jException">It is too old.</exception>
    public static void RequireVersion(string endpoint, string version)
    {
        if (!IsEnough(version))
        {
            throw new Neo4jException(
                Neo4jErrorKind.NotNeo4j, endpoint, $"Neo4j {version} answers at {endpoint}; {Needed} or later is needed");
        }
    }

    private static string? VersionIn(string root)
    {
        try
        {
            using var text = new StringReader(root);
            using var reader = CypherJson.Reader(text);
            return reader.Read() && CypherJson.Read(reader) is Dictionary<string, object?> map ? map.GetValueOrDefault("neo4j_version") as string : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsEnough(string version)
    {
        var parts = version.Split('.');
        return parts.Length >= 2 && Number(parts[0]) is var major && Number(parts[1]) is var minor
            && (major > 5 || (major == 5 && minor >= 26));
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string Start(string root)
    {
        var start = Neo4jErrors.Shorten(root);
        return start.Length == 0 ? "an empty page" : start.Length <= 80 ? start : start[..80] + "…";
    }
}
