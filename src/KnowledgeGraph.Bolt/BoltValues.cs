using System.Collections;
using KnowledgeGraph.Neo4j;
using Driver = Neo4j.Driver;

namespace KnowledgeGraph.Bolt;

/// <summary>
/// The driver's values as the plain ones that <see cref="CypherRow"/> promises, in the shapes the HTTP API gives them. Counts what it
/// reads, since the driver bounds no result.
/// </summary>
/// <param name="options">Says how much is read at most.</param>
internal sealed class BoltValues(Neo4jOptions options)
{
    private const int BytesPerValue = 8;
    private long bytes;

    /// <summary>A value without types of the driver.</summary>
    /// <exception cref="Neo4jException">The result is larger than allowed, or holds a value that has no plain form.</exception>
    public object? Plain(object? value)
    {
        Count(BytesPerValue);
        return value switch
        {
            null or bool or long => value,
            string text => Counted(text),
            double number => double.IsFinite(number) ? number : NotFinite(number),
            Driver.TemporalValue temporal => TemporalText.Of(temporal),
            Driver.INode node => Node(node),
            Driver.IRelationship relationship => Relationship(relationship),
            Driver.IPath path => Path(path),
            IDictionary<string, object?> map => Map(map),
            IList list when value is not byte[] => list.Cast<object?>().Select(Plain).ToList(),
            _ => throw Fail($"a value of type {value.GetType().Name} has no plain form; return its text, such as toString(…)"),
        };
    }

    /// <summary>JSON has no such numbers; the HTTP API gives them as these words.</summary>
    private static string NotFinite(double number) =>
        double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";

    private string Counted(string text)
    {
        Count(2L * text.Length);
        return text;
    }

    private Dictionary<string, object?> Node(Driver.INode node) => new(StringComparer.Ordinal)
    {
        ["elementId"] = Counted(node.ElementId),
        ["labels"] = node.Labels.Select(label => (object?)Counted(label)).ToList(),
        ["properties"] = Map(node.Properties),
    };

    private Dictionary<string, object?> Relationship(Driver.IRelationship relationship) => new(StringComparer.Ordinal)
    {
        ["elementId"] = Counted(relationship.ElementId),
        ["startNodeElementId"] = Counted(relationship.StartNodeElementId),
        ["endNodeElementId"] = Counted(relationship.EndNodeElementId),
        ["type"] = Counted(relationship.Type),
        ["properties"] = Map(relationship.Properties),
    };

    /// <summary>A flat list: node, relationship, node, …</summary>
    private List<object?> Path(Driver.IPath path)
    {
        var list = new List<object?> { Node(path.Nodes[0]) };
        for (var hop = 0; hop < path.Relationships.Count; hop++)
        {
            list.Add(Relationship(path.Relationships[hop]));
            list.Add(Node(path.Nodes[hop + 1]));
        }

        return list;
    }

    private Dictionary<string, object?> Map(IEnumerable<KeyValuePair<string, object?>> map) =>
        map.ToDictionary(pair => Counted(pair.Key), pair => Plain(pair.Value), StringComparer.Ordinal);

    private void Count(long more)
    {
        bytes += more;
        if (bytes > options.MaxReplyBytes)
        {
            throw Fail($"the reply of {options.Endpoint} is larger than {options.MaxReplyBytes / (1024 * 1024)} MB; ask for less at once");
        }
    }

    private Neo4jException Fail(string message) => new(Neo4jErrorKind.Protocol, options.Endpoint, message);
}
