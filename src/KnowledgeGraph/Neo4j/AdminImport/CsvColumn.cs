namespace KnowledgeGraph.Neo4j.AdminImport;

/// <summary>A column of a file for <c>neo4j-admin</c>.</summary>
/// <param name="Name">Name of the property; empty for what places or labels a row.</param>
/// <param name="Header">What stands at its head: name and type, such as <c>confidence:double</c>.</param>
internal sealed record CsvColumn(string Name, string Header)
{
    /// <summary>The labels of a node.</summary>
    public static CsvColumn Labels { get; } = new("", ":LABEL");

    /// <summary>The type of a relationship.</summary>
    public static CsvColumn Type { get; } = new("", ":TYPE");

    /// <summary>The property by which relationships find a node among those of its first label.</summary>
    public static CsvColumn Id(string name, string label) => new(name, $"{name}:ID({label})");

    /// <summary>The node that a relationship starts from.</summary>
    public static CsvColumn Start(string label) => new("", $":START_ID({label})");

    /// <summary>The node that a relationship ends in.</summary>
    public static CsvColumn End(string label) => new("", $":END_ID({label})");

    public static CsvColumn Text(string name) => new(name, $"{name}:string");

    public static CsvColumn Texts(string name) => new(name, $"{name}:string[]");

    public static CsvColumn Flag(string name) => new(name, $"{name}:boolean");

    public static CsvColumn Flags(string name) => new(name, $"{name}:boolean[]");

    public static CsvColumn Number(string name) => new(name, $"{name}:double");

    public static CsvColumn Whole(string name) => new(name, $"{name}:long");
}
