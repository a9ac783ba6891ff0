namespace KnowledgeGraph.Neo4j;

/// <summary>The whole result of a statement.</summary>
/// <param name="Columns">Column names, in the order of the statement.</param>
/// <param name="Rows">Rows, in the order of the server.</param>
/// <param name="Counters">What the statement changed.</param>
/// <param name="Notifications">What the server remarks on; a name it has never seen is one.</param>
public sealed record CypherResult(
    IReadOnlyList<string> Columns,
    IReadOnlyList<CypherRow> Rows,
    UpdateCounters Counters,
    IReadOnlyList<CypherNotification> Notifications);

/// <summary>A remark of the server on a statement.</summary>
/// <param name="Code">Such as <c>Neo.ClientNotification.Statement.UnknownLabelWarning</c>.</param>
/// <param name="Category">Such as <c>UNRECOGNIZED</c>, <c>PERFORMANCE</c>.</param>
/// <param name="Description">What the server says.</param>
public sealed record CypherNotification(string Code, string Category, string Description);
