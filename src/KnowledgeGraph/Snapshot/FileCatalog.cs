using System.Buffers.Binary;
using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Snapshot;

/// <summary>Items of a graph file, each read from its record when it is asked for.</summary>
/// <typeparam name="T">Nodes, sources, facts or conflicts.</typeparam>
/// <param name="file">The file.</param>
/// <param name="offsets">Where the records stand, in the order of their ids.</param>
/// <param name="read">Reads one.</param>
internal sealed class FileCatalog<T>(MappedFile file, Column<long> offsets, RecordOf<T> read) : Catalog<T>
    where T : class
{
    /// <summary>What every record begins with: the form of <see cref="FactJson"/> has the id first.</summary>
    private static ReadOnlySpan<byte> BeforeId => "{\"id\":\""u8;

    public override int Count => offsets.Count;

    public override T this[int index] => FactJsonReader.Read(Record(index), read);

    /// <summary>The text of a record.</summary>
    /// <exception cref="InvalidDataException">The file is damaged there.</exception>
    public ReadOnlySpan<byte> Record(int index)
    {
        var offset = offsets[index];
        var length = BinaryPrimitives.ReadInt32LittleEndian(file.Bytes(offset, sizeof(int)));
        return file.Bytes(offset + sizeof(int), length);
    }

    /// <summary>Halves the range; a file of a thousand million items takes 30 looks.</summary>
    public override int IndexOf(string id)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            switch (string.CompareOrdinal(IdAt(middle), id))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle;
                    break;
            }
        }

        return -1;
    }

    /// <summary>Looks for the texts in the bytes of the records, some twenty times as fast as reading them.</summary>
    public override IEnumerable<T> Holding(IReadOnlyList<string> texts, Func<bool> goesOn)
    {
        var wanted = texts.Select(Encoding.UTF8.GetBytes).ToList();
        for (var index = 0; index < Count && goesOn(); index++)
        {
            if (wanted.Count == 0 || Holds(index, wanted))
            {
                yield return this[index];
            }
        }
    }

    /// <summary>The id of an item, without reading the rest of it.</summary>
    /// <exception cref="InvalidDataException">The file is damaged there.</exception>
    public string IdAt(int index)
    {
        var record = Record(index);
        if (!record.StartsWith(BeforeId))
        {
            throw MappedFile.Damaged(file.Path, $"record {index} does not begin with an id");
        }

        var rest = record[BeforeId.Length..];
        var id = rest[..Math.Max(rest.IndexOf((byte)'"'), 0)];
        return id.Contains((byte)'\\') ? FactJsonReader.Read(record, FactJsonReader.Id) : Encoding.UTF8.GetString(id);
    }

    private bool Holds(int index, List<byte[]> wanted)
    {
        var record = Record(index);
        foreach (var text in wanted)
        {
            if (record.IndexOf(text) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
