using System.Text;
using System.Text.Json;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Import;

/// <summary>As <see cref="PlainFacts"/>, nodes with an id, a type, a name, countries and a note, and nothing else.</summary>
internal sealed class PlainNodes
{
    private const int Id = 0;
    private const int Type = 1;
    private const int Name = 2;
    private const int Country = 3;
    private const int Note = 4;

    private static readonly byte[][] Names = [[.. "id"u8], [.. "type"u8], [.. "name"u8], [.. "country"u8], [.. "note"u8]];

    private readonly GraphFileWriter writer;
    private readonly IdTable typeNames = new();
    private readonly bool[] isAbstract;
    private readonly PlainRecord record = new();
    private readonly List<int> countries = [];

    public PlainNodes(GraphFileWriter writer)
    {
        this.writer = writer;
        foreach (var type in writer.Ontology.NodeTypes.Keys)
        {
            typeNames.Intern(type);
        }

        isAbstract = [.. writer.Ontology.NodeTypes.Values.Select(type => type.IsAbstract)];
    }

    /// <summary>Takes a node; false if it is left to the readers, and nothing was done.</summary>
    /// <param name="line">The line.</param>
    /// <param name="origin">Where it came from.</param>
    /// <param name="isNew">False if its id was taken before.</param>
    public bool TryTake(ReadOnlySpan<byte> line, Origin origin, out bool isNew)
    {
        isNew = true;
        countries.Clear();
        if (!PlainText.IsPlain(line) || !record.TryRead(line, Names) || !record.Has((1 << Id) | (1 << Type) | (1 << Name)) || !AreTexts(line)
            || typeNames.Find(record.Text(line, Type)) is not (>= 0 and var type) || isAbstract[type] || !TryCountries(line))
        {
            return false;
        }

        var name = NameKey.Of(Encoding.UTF8.GetString(record.Text(line, Name)));
        var id = NameKey.Of(Encoding.UTF8.GetString(record.Text(line, Id)));
        isNew = writer.Add(record.Text(line, Id), record.Canonical(line, Names), (ushort)type, name == id ? [name] : [name, id], countries, origin);
        return true;
    }

    private bool AreTexts(ReadOnlySpan<byte> line) =>
        SeedItemReader.IsId(record.Text(line, Id)) && PlainText.IsText(record.Raw(line, Type)) && PlainText.IsText(record.Raw(line, Name))
        && (!record.Has(1 << Note) || PlainText.IsText(record.Raw(line, Note)));

    private bool TryCountries(ReadOnlySpan<byte> line)
    {
        if (!record.Has(1 << Country))
        {
            return true;
        }

        var json = record.Raw(line, Country);
        var reader = new Utf8JsonReader(json);
        if (!PlainText.IsCompact(json) || !reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            var country = writer.Nodes.Ids.Intern(reader.ValueSpan);
            if (!PlainText.HasInk(reader.ValueSpan) || countries.Contains(country))
            {
                return false;
            }

            countries.Add(country);
        }

        return reader.TokenType == JsonTokenType.EndArray && countries.Count > 0;
    }
}
