using Newtonsoft.Json;

namespace KnowledgeGraph.Neo4j;

/// <summary>The names in a reply's objects, each made once, up to a number of them: they are few, and stand before every value.</summary>
internal sealed class NamesOfAReply : JsonNameTable
{
    private const int Most = 1_000;

    private readonly DefaultJsonNameTable known = new();
    private int count;

    /// <inheritdoc/>
    public override string Get(char[] key, int start, int length)
    {
        if (known.Get(key, start, length) is { } name)
        {
            return name;
        }

        name = new string(key, start, length);
        return count++ < Most ? known.Add(name) : name;
    }
}
