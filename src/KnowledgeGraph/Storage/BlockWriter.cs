using System.Runtime.InteropServices;

namespace KnowledgeGraph.Storage;

/// <summary>
/// Writes a file of checked blocks from beginning to end, under a temporary name that becomes its own only when all of it is on the
/// disk: whatever happens in between, there is never a half file under that name. A killed writer leaves a file that ends in <c>.part</c>.
/// </summary>
internal sealed class BlockWriter : IDisposable
{
    /// <summary>Bytes of a block: a page of memory, which is what the system reads at least.</summary>
    public const int BlockBytes = 4096;

    private const int BufferedBlocks = 256;
    private readonly string target;
    private readonly string part;
    private readonly FileStream file;
    private readonly byte[] buffer = new byte[BufferedBlocks * BlockBytes];
    private readonly List<uint> checksums = [];
    private readonly List<FileSection> sections = [];
    private int filled;
    private long written = BlockBytes;
    private bool isDone;

    /// <param name="target">The name the file shall have; a file that has it is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public BlockWriter(string target)
    {
        (this.target, part) = (target, $"{target}.{Environment.ProcessId}.part");
        file = new FileStream(part, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        file.SetLength(BlockBytes);
        file.Position = BlockBytes;
    }

    /// <summary>Where the next byte goes.</summary>
    public long Position => written + filled;

    /// <summary>Writes bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var count = Math.Min(bytes.Length, buffer.Length - filled);
            bytes[..count].CopyTo(buffer.AsSpan(filled));
            filled += count;
            bytes = bytes[count..];
            if (filled == buffer.Length)
            {
                WriteBlocks();
            }
        }
    }

    /// <summary>Ends the section that began at an offset; the next begins at a block.</summary>
    public void EndSection(int kind, long offset)
    {
        sections.Add(new FileSection(kind, offset, Position - offset));
        var rest = (int)(Position % BlockBytes);
        if (rest > 0)
        {
            Write(new byte[BlockBytes - rest]);
        }
    }

    /// <summary>Writes a section of numbers, little-endian.</summary>
    public void Section<T>(int kind, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var offset = Position;
        while (values.Length > 0)
        {
            // Bytes of a span are counted in 32 bits.
            var some = values[..Math.Min(values.Length, 1 << 24)];
            Write(MemoryMarshal.AsBytes(some));
            values = values[some.Length..];
        }

        EndSection(kind, offset);
    }

    /// <summary>Reads back what was written, as it was given.</summary>
    public void ReadBack(long offset, Span<byte> bytes)
    {
        var inFile = (int)Math.Clamp(written - offset, 0, bytes.Length);
        for (var read = 0; read < inFile;)
        {
            read += RandomAccess.Read(file.SafeFileHandle, bytes[read..inFile], offset + read);
        }

        if (inFile < bytes.Length)
        {
            buffer.AsSpan((int)(offset + inFile - written), bytes.Length - inFile).CopyTo(bytes[inFile..]);
        }
    }

    /// <summary>Writes tables and header, and gives the file its name.</summary>
    /// <param name="stamp">The number that the header shall hold.</param>
    public void Finish(ulong stamp)
    {
        WriteBlocks();
        var tables = FileTables.Write(sections, CollectionsMarshal.AsSpan(checksums));
        file.Write(tables);
        var header = new FileHeader(stamp, written + tables.Length, written, Crc32C.Of(tables));
        file.Position = 0;
        file.Write(header.ToBlock());
        file.Flush(flushToDisk: true);
        file.Dispose();
        File.Move(part, target, overwrite: true);
        isDone = true;
    }

    /// <summary>Takes the unfinished file away.</summary>
    public void Dispose()
    {
        file.Dispose();
        if (!isDone)
        {
            File.Delete(part);
        }
    }

    /// <summary>Sections end at blocks, so only whole blocks are ever left at the end.</summary>
    private void WriteBlocks()
    {
        for (var at = 0; at < filled; at += BlockBytes)
        {
            checksums.Add(Crc32C.Of(buffer.AsSpan(at, BlockBytes)));
        }

        file.Write(buffer, 0, filled);
        (written, filled) = (written + filled, 0);
    }
}
