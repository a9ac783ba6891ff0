using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace KnowledgeGraph.Snapshot;

/// <summary>Writes records: whole numbers in as many bytes as they need (LEB128), every text once in a table, by its number.</summary>
internal sealed class RecordWriter
{
    private readonly ArrayBufferWriter<byte> records = new();
    private readonly ArrayBufferWriter<byte> texts = new();
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public void Number(int value) => Number(records, (uint)value);

    public void Flag(bool value) => records.Write([value ? (byte)1 : (byte)0]);

    public void Text(string? value) => Number(value is null ? 0 : NumberOf(value));

    public void Texts(IReadOnlyCollection<string> values)
    {
        Number(values.Count);
        foreach (var value in values)
        {
            Text(value);
        }
    }

    /// <summary>The scale is kept: 1.0 reads back as 1.0.</summary>
    public void Decimal(decimal? value)
    {
        Flag(value is not null);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var part in value is { } number ? decimal.GetBits(number) : [])
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, part);
            records.Write(bytes);
        }
    }

    /// <summary>The table of texts, then the records.</summary>
    public byte[] ToArray()
    {
        var whole = new ArrayBufferWriter<byte>();
        Number(whole, (uint)numbers.Count);
        whole.Write(texts.WrittenSpan);
        whole.Write(records.WrittenSpan);
        return whole.WrittenSpan.ToArray();
    }

    /// <summary>From 1; 0 stands for no text.</summary>
    private int NumberOf(string text)
    {
        if (!numbers.TryGetValue(text, out var number))
        {
            numbers.Add(text, number = numbers.Count + 1);
            var bytes = Encoding.UTF8.GetBytes(text);
            Number(texts, (uint)bytes.Length);
            texts.Write(bytes);
        }

        return number;
    }

    private static void Number(ArrayBufferWriter<byte> buffer, uint value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            buffer.Write([(byte)(value | 0x80)]);
        }

        buffer.Write([(byte)value]);
    }
}
