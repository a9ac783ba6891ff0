using Newtonsoft.Json;

namespace KnowledgeGraph.Neo4j;

/// <summary>A reply of the Query API, read whole.</summary>
/// <param name="Result">Rows and counters; empty where the reply has none.</param>
/// <param name="TransactionId">The open transaction it belongs to, or null.</param>
/// <param name="Error">The first error, or null. A reply with status 202 may carry one, after some rows even.</param>
/// <param name="Bookmarks">What a commit has brought about, to be waited for elsewhere; empty in other replies.</param>
internal sealed record HttpReply(
    CypherResult Result, string? TransactionId, (string Code, string Message)? Error, IReadOnlyList<string> Bookmarks)
{
    /// <summary>The cluster's member that holds the transaction, as a header names it; null where there is no cluster.</summary>
    public string? Affinity { get; init; }

    /// <summary>A reply that says nothing, as the one to closing a transaction.</summary>
    public static HttpReply Empty { get; } = new(new CypherResult([], [], default, []), null, null, []);

    /// <summary>Reads a reply.</summary>
    /// <exception cref="JsonException">It is no JSON, or not of the API's shape.</exception>
    public static HttpReply Read(TextReader text)
    {
        using var reader = CypherJson.Reader(text);
        if (!reader.Read() || CypherJson.Read(reader) is not Dictionary<string, object?> body)
        {
            throw new JsonReaderException("the reply is no JSON object");
        }

        return new HttpReply(ResultOf(body), Text(Map(body, "transaction"), "id"), ErrorOf(body), BookmarksOf(body));
    }

    private static CypherResult ResultOf(Dictionary<string, object?> body)
    {
        var data = Map(body, "data");
        string[] columns = [.. List(data, "fields").Select(field => field as string ?? throw Shape("data.fields"))];
        CypherRow[] rows = [.. List(data, "values").Select(row => RowOf(columns, row))];
        CypherNotification[] notifications = [.. List(body, "notifications").OfType<Dictionary<string, object?>>().Select(NotificationOf)];
        return new CypherResult(columns, rows, CountersOf(Map(body, "counters")), notifications);
    }

    private static CypherRow RowOf(string[] columns, object? row) =>
        row is List<object?> values && values.Count == columns.Length ? new CypherRow(columns, values) : throw Shape("data.values");

    private static (string Code, string Message)? ErrorOf(Dictionary<string, object?> body) =>
        List(body, "errors").FirstOrDefault() is Dictionary<string, object?> error
            ? (Text(error, "code") ?? "no code", Text(error, "message") ?? "no message")
            : null;

    private static string[] BookmarksOf(Dictionary<string, object?> body) =>
        [.. List(body, "bookmarks").Select(bookmark => bookmark as string ?? throw Shape("bookmarks"))];

    private static CypherNotification NotificationOf(Dictionary<string, object?> map) =>
        new(Text(map, "code") ?? "", Text(map, "category") ?? "", Text(map, "description") ?? "");

    private static UpdateCounters CountersOf(Dictionary<string, object?> map) => new(
        Count(map, "nodesCreated"),
        Count(map, "nodesDeleted"),
        Count(map, "relationshipsCreated"),
        Count(map, "relationshipsDeleted"),
        Count(map, "propertiesSet"),
        Count(map, "labelsAdded"),
        Count(map, "labelsRemoved"),
        Count(map, "constraintsAdded") + Count(map, "constraintsRemoved") + Count(map, "indexesAdded") + Count(map, "indexesRemoved"));

    private static long Count(Dictionary<string, object?> map, string name) => map.GetValueOrDefault(name) as long? ?? 0;

    private static string? Text(Dictionary<string, object?> map, string name) => map.GetValueOrDefault(name) as string;

    private static List<object?> List(Dictionary<string, object?> map, string name) =>
        map.GetValueOrDefault(name) switch { null => [], List<object?> list => list, _ => throw Shape(name) };

    private static Dictionary<string, object?> Map(Dictionary<string, object?> map, string name) =>
        map.GetValueOrDefault(name) switch { null => [], Dictionary<string, object?> inner => inner, _ => throw Shape(name) };

    private static JsonReaderException Shape(string name) => new($"\"{name}\" has not the shape of Neo4j's Query API");
}
