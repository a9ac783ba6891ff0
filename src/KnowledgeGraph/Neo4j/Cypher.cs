namespace KnowledgeGraph.Neo4j;

/// <summary>Names that every Cypher text shares, and the texts that look after transactions.</summary>
internal static class Cypher
{
    /// <summary>What our transactions call themselves in their metadata.</summary>
    public const string App = "kg";

    /// <summary>Label of nodes.</summary>
    public const string Node = "KgNode";

    /// <summary>Label of the small nodes that stand for literal values.</summary>
    public const string Literal = "KgLiteral";

    /// <summary>Label of the nodes that facts hang their provenance on.</summary>
    public const string Fact = "KgFact";

    /// <summary>Label of sources.</summary>
    public const string Source = "KgSource";

    /// <summary>Label of conflicts.</summary>
    public const string Conflict = "KgConflict";

    /// <summary>Label of the node that stands for a data set.</summary>
    public const string Dataset = "KgDataset";

    /// <summary>Gives the transaction its metadata.</summary>
    public const string SetMetadata = "CALL tx.setMetaData($metadata)";

    /// <summary>Ends one transaction, found by the id in its metadata; its locks are free at once.</summary>
    public const string TerminateOwn =
        """
        SHOW TRANSACTIONS YIELD transactionId AS id, metaData AS metadata, status
        WHERE metadata.app = 'kg' AND metadata.transaction = $transaction AND NOT status STARTS WITH 'Terminated'
        TERMINATE TRANSACTIONS id YIELD message
        RETURN id, message
        """;

    /// <summary>Ends transactions by the server's own ids.</summary>
    public const string Terminate = "TERMINATE TRANSACTIONS $ids YIELD transactionId, message RETURN transactionId AS id, message";

    /// <summary>No parameters.</summary>
    public static IReadOnlyDictionary<string, object?> NoParameters { get; } = new Dictionary<string, object?>();

    /// <summary>A name in back-ticks. Names come from the checked ontology only.</summary>
    /// <exception cref="ArgumentException">The name is no letters, digits and underscores.</exception>
    public static string Quoted(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        ? $"`{name}`"
        : throw new ArgumentException($"\"{name}\" is no name for Neo4j; letters, digits and underscores are allowed", nameof(name));
}
