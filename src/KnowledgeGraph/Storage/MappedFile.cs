using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace KnowledgeGraph.Storage;

/// <summary>
/// A file of checked blocks, mapped into memory and read in place: opening it takes the time of its tables, whatever its size, and a
/// block is held against its checksum when it is first touched, as the block of that checksum is against its own. Safe to read from many
/// threads.
/// </summary>
/// <remarks>
/// The file is written once under another name (<see cref="BlockWriter"/>), so that nobody changes it while it is mapped. Whoever cuts
/// it short in place takes the memory away from under the reader; that ends the process, as for every mapped file.
/// </remarks>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile map;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private readonly FileSection checksums;
    private readonly uint[] checksumsOfChecksums;
    private readonly bool[] isChecked;

    /// <exception cref="InvalidDataException">It is no such file, is of another version, or its header or tables are damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public MappedFile(string path)
    {
        Path = path;
        using (var handle = File.OpenHandle(path))
        {
            var length = RandomAccess.GetLength(handle);
            Header = FileHeader.Read(handle, length, path);
            var tables = Tables(handle, length);
            (Sections, checksumsOfChecksums) = FileTables.Read(tables, Header, path);
            checksums = Sections[FileTables.Checksums];
            isChecked = GC.AllocateArray<bool>((int)(Header.TablesAt / BlockWriter.BlockBytes) - 1, pinned: true);
            map = MemoryMappedFile.CreateFromFile(handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        }

        view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        start = pointer + view.PointerOffset;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What the header says.</summary>
    public FileHeader Header { get; }

    /// <summary>The parts of the file.</summary>
    public IReadOnlyDictionary<int, FileSection> Sections { get; }

    /// <summary>Bytes of the file, checked.</summary>
    /// <exception cref="InvalidDataException">They are damaged, or lie outside the blocks.</exception>
    public ReadOnlySpan<byte> Bytes(long offset, int count)
    {
        Check(offset, count);
        return new ReadOnlySpan<byte>(start + offset, count);
    }

    /// <summary>Holds bytes against the checksums of their blocks, unless that was done before.</summary>
    /// <exception cref="InvalidDataException">They are damaged, or lie outside the blocks.</exception>
    public void Check(long offset, long count)
    {
        if (offset < BlockWriter.BlockBytes || count < 0 || offset + count > Header.TablesAt)
        {
            throw Damaged(Path, $"{count} bytes at {offset} lie outside its blocks");
        }

        for (var block = offset / BlockWriter.BlockBytes; block * BlockWriter.BlockBytes < offset + count; block++)
        {
            if (!isChecked[block - 1])
            {
                CheckBlock(block);
            }
        }
    }

    /// <summary>Where a section's bytes lie, for whoever checks each before reading it.</summary>
    public byte* PointerTo(long offset) => start + offset;

    /// <summary>
    /// For the block at an offset and those after it whether they were checked: one byte a block, that whoever reads in place looks at
    /// before each reading.
    /// </summary>
    /// <remarks>The flags are pinned for as long as the file is held.</remarks>
    public byte* FlagsFrom(long offset) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(isChecked)) + (offset / BlockWriter.BlockBytes) - 1;

    /// <summary>Checks the whole file. Linear in its bytes.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public void CheckAll() => Check(BlockWriter.BlockBytes, Header.TablesAt - BlockWriter.BlockBytes);

    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        map.Dispose();
    }

    internal static InvalidDataException Damaged(string path, string why) => new($"{path} is damaged: {why}; make it anew");

    private void CheckBlock(long block)
    {
        var bytes = new ReadOnlySpan<byte>(start + (block * BlockWriter.BlockBytes), BlockWriter.BlockBytes);
        if (Crc32C.Of(bytes) != ChecksumOf(block))
        {
            throw Damaged(Path, $"the checksum of block {block} is wrong");
        }

        // Two threads may both get here; they find the same.
        isChecked[block - 1] = true;
    }

    private uint ChecksumOf(long block)
    {
        if (block * BlockWriter.BlockBytes >= checksums.Offset)
        {
            return checksumsOfChecksums[block - (checksums.Offset / BlockWriter.BlockBytes)];
        }

        var at = checksums.Offset + ((block - 1) * sizeof(uint));
        Check(at, sizeof(uint));
        return *(uint*)(start + at);
    }

    private byte[] Tables(SafeFileHandle handle, long length)
    {
        var tables = new byte[length - Header.TablesAt];
        for (var read = 0; read < tables.Length;)
        {
            var more = RandomAccess.Read(handle, tables.AsSpan(read), Header.TablesAt + read);
            read += more > 0 ? more : throw Damaged(Path, "it ends early");
        }

        return tables;
    }
}
