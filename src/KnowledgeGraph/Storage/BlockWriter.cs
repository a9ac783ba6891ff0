using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

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
    private readonly SafeFileHandle file;
    private byte[] buffer = new byte[BufferedBlocks * BlockBytes];
    private byte[] spare = [];
    private Task writing = Task.CompletedTask;
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
        file = File.OpenHandle(part, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
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

    /// <summary>Gives what was written to the file; to be called where a section ends. It may then be read back, while writing goes on.</summary>
    public void Flush()
    {
        WriteBlocks();
        writing.GetAwaiter().GetResult();
    }

    /// <summary>Reads back what was flushed.</summary>
    public void ReadBack(long offset, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(file, bytes, offset);
            bytes = read > 0 ? bytes[read..] : throw new ArgumentOutOfRangeException(nameof(offset), "nothing was flushed there");
            offset += read;
        }
    }

    /// <summary>Writes tables and header, and gives the file its name.</summary>
    /// <param name="stamp">The number that the header shall hold.</param>
    public void Finish(ulong stamp)
    {
        Flush();
        uint[] ofBlocks = [.. checksums];
        Section<uint>(FileTables.Checksums, ofBlocks);
        Flush();
        var tables = FileTables.Write(sections, CollectionsMarshal.AsSpan(checksums)[ofBlocks.Length..]);
        RandomAccess.Write(file, tables, written);
        var header = new FileHeader(stamp, written + tables.Length, written, Crc32C.Of(tables));
        RandomAccess.Write(file, header.ToBlock(), 0);
        RandomAccess.FlushToDisk(file);
        file.Dispose();
        File.Move(part, target, overwrite: true);
        isDone = true;
    }

    /// <summary>Takes the unfinished file away.</summary>
    public void Dispose()
    {
        if (!isDone)
        {
            Task.WhenAny(writing).GetAwaiter().GetResult();
            file.Dispose();
            File.Delete(part);
        }
    }

    /// <summary>
    /// Hands the blocks over to be written while the next are filled, one buffer at a time. Sections end at blocks, so only whole blocks
    /// are ever left at the end.
    /// </summary>
    private void WriteBlocks()
    {
        writing.GetAwaiter().GetResult();
        var (full, count, at) = (buffer, filled, written);
        writing = SecondHand.Run(() => WriteBlocks(full.AsSpan(0, count), at));
        (buffer, spare) = (spare.Length > 0 ? spare : new byte[full.Length], full);
        (written, filled) = (written + filled, 0);
    }

    private void WriteBlocks(ReadOnlySpan<byte> blocks, long at)
    {
        Crc32C.AddEach(blocks, BlockBytes, checksums);
        RandomAccess.Write(file, blocks, at);
    }
}
