using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using KnowledgeGraph.Storage;
using Newtonsoft.Json;

namespace KnowledgeGraph.Snapshot;

/// <summary>Writes records, each its length and its text, and reads them back.</summary>
internal sealed class RecordSink : IDisposable
{
    private const int WindowBytes = 1 << 20;
    private readonly BlockWriter file;
    private readonly long start;
    private readonly StringWriter text = new(CultureInfo.InvariantCulture);
    private readonly JsonTextWriter json;
    private char[] buffer = new char[1 << 12];
    private byte[] bytes = new byte[1 << 12];
    private byte[] window = [];
    private long windowAt = -1;
    private long end;

    public RecordSink(BlockWriter file) => (this.file, start, json) = (file, file.Position, new JsonTextWriter(text));

    /// <summary>Writes an item; returns where it stands.</summary>
    public long Write<T>(T item, Action<JsonWriter, T> write)
    {
        text.GetStringBuilder().Clear();
        write(json, item);
        json.Flush();
        var characters = text.GetStringBuilder();
        characters.CopyTo(0, Buffer(characters.Length), characters.Length);
        return Write(buffer.AsSpan(0, characters.Length));
    }

    /// <summary>Writes a text; returns where it stands.</summary>
    public long Write(ReadOnlySpan<byte> record)
    {
        var position = file.Position;
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, record.Length);
        file.Write(length);
        file.Write(record);
        return position;
    }

    /// <summary>Ends the section of the records; from now on they may be read.</summary>
    public void End()
    {
        end = file.Position;
        file.EndSection(SnapshotSection.Records, start);
        file.Flush();
    }

    /// <summary>The text that stands somewhere. Records that were written one after the other are read many at a time.</summary>
    public ReadOnlySpan<byte> Read(long position)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(Window(position, sizeof(int)));
        return Window(position + sizeof(int), length);
    }

    public void Dispose() => ((IDisposable)json).Dispose();

    private ReadOnlySpan<byte> Window(long position, int count)
    {
        if (windowAt < 0 || position < windowAt || position + count > windowAt + window.Length)
        {
            window = count > window.Length ? new byte[Math.Max(count, WindowBytes)] : window;
            windowAt = position;
            file.ReadBack(position, window.AsSpan(0, (int)Math.Min(window.Length, end - position)));
        }

        return window.AsSpan((int)(position - windowAt), count);
    }

    private Span<char> Buffer(int length) => buffer = length > buffer.Length ? new char[length * 2] : buffer;

    private long Write(ReadOnlySpan<char> characters)
    {
        var most = Encoding.UTF8.GetMaxByteCount(characters.Length);
        bytes = most > bytes.Length ? new byte[most] : bytes;
        return Write(bytes.AsSpan(0, Encoding.UTF8.GetBytes(characters, bytes)));
    }
}
