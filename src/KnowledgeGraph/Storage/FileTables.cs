using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace KnowledgeGraph.Storage;

/// <summary>A part of a file of checked blocks.</summary>
/// <param name="Kind">What it holds; known to writer and reader.</param>
/// <param name="Offset">Where it begins: at the beginning of a block.</param>
/// <param name="Length">Its bytes.</param>
internal sealed record FileSection(int Kind, long Offset, long Length);

/// <summary>
/// The tables at the end of a file: its sections, and the CRC-32C of each block of the last. That one holds the CRC-32C of each block
/// before it, and is read block by block like the others, so that opening a file takes no longer where it is large.
/// </summary>
internal static class FileTables
{
    /// <summary>The section of checksums, in every file.</summary>
    public const int Checksums = 0;

    private const int EntryBytes = 20;

    /// <param name="sections">The sections, that of checksums last.</param>
    /// <param name="checksums">Of the blocks of that one.</param>
    public static byte[] Write(IReadOnlyList<FileSection> sections, ReadOnlySpan<uint> checksums)
    {
        var bytes = new byte[4 + (sections.Count * EntryBytes) + (checksums.Length * sizeof(uint))];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, sections.Count);
        var at = bytes.AsSpan(4);
        foreach (var section in sections)
        {
            BinaryPrimitives.WriteInt32LittleEndian(at, section.Kind);
            BinaryPrimitives.WriteInt64LittleEndian(at[4..], section.Offset);
            BinaryPrimitives.WriteInt64LittleEndian(at[12..], section.Length);
            at = at[EntryBytes..];
        }

        MemoryMarshal.AsBytes(checksums).CopyTo(at);
        return bytes;
    }

    /// <exception cref="InvalidDataException">They are damaged.</exception>
    public static (IReadOnlyDictionary<int, FileSection> Sections, uint[] Checksums) Read(ReadOnlySpan<byte> bytes, FileHeader header, string path)
    {
        if (Crc32C.Of(bytes) != header.TablesChecksum)
        {
            throw MappedFile.Damaged(path, "the checksum of its tables is wrong");
        }

        var count = bytes.Length >= 4 ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : -1;
        if (count < 0 || 4 + ((long)count * EntryBytes) > bytes.Length)
        {
            throw MappedFile.Damaged(path, "its tables have the wrong length");
        }

        var sections = new Dictionary<int, FileSection>(count);
        for (var i = 0; i < count; i++)
        {
            var section = Entry(bytes[(4 + (i * EntryBytes))..], header, path);
            sections[section.Kind] = section;
        }

        var checksums = MemoryMarshal.Cast<byte, uint>(bytes[(4 + (count * EntryBytes))..]).ToArray();
        var areThere = sections.TryGetValue(Checksums, out var last)
            && last.Length == ((last.Offset / BlockWriter.BlockBytes) - 1) * sizeof(uint)
            && checksums.Length == (header.TablesAt - last.Offset) / BlockWriter.BlockBytes
            && checksums.Length == (last.Length + BlockWriter.BlockBytes - 1) / BlockWriter.BlockBytes;
        return areThere ? (sections, checksums) : throw MappedFile.Damaged(path, "its checksums lie elsewhere than its blocks ask for");
    }

    private static FileSection Entry(ReadOnlySpan<byte> bytes, FileHeader header, string path)
    {
        var section = new FileSection(
            BinaryPrimitives.ReadInt32LittleEndian(bytes),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[4..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]));
        var isSound = section.Offset >= BlockWriter.BlockBytes && section.Offset % BlockWriter.BlockBytes == 0
            && section.Length >= 0 && section.Length <= header.TablesAt - section.Offset;
        return isSound ? section : throw MappedFile.Damaged(path, $"its section {section.Kind} lies outside it");
    }
}
