using System.Collections;
using KnowledgeGraph.Neo4j;
using Driver = Neo4j.Driver;

namespace KnowledgeGraph.Bolt;

/// <summary>
/// The driver's values as the plain ones that <see cref="CypherRow"/> promises. Nodes, relationships and paths are refused, as the
/// HTTP transport refuses them. Counts what it reads, since the driver bounds no result.
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
            null or bool or long or double => value,
            string text => Counted(text),
            Driver.TemporalValue temporal => TemporalText.Of(temporal),
            IDictionary<string, object?> map => Map(map),
            IList list when value is not byte[] => list.Cast<object?>().Select(Plain).ToList(),
            _ => throw Fail($"a {KindOf(value)} in a result; statements return plain values only"),
        };
    }

    private string Counted(string text)
    {
        Count(2L * text.Length);
        return text;
    }

    private static string KindOf(object value) => value switch
    {
        Driver.INode => "Node",
        Driver.IRelationship => "Relationship",
        Driver.IPath => "Path",
        _ => value.GetType().Name,
    };

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
