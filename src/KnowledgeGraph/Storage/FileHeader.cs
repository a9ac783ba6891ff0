using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace KnowledgeGraph.Storage;

/// <summary>The first block of a file of checked blocks: what it is, how long, and where its tables stand. What is left of the block is zero.</summary>
/// <param name="Stamp">A number that the writer chose.</param>
/// <param name="Length">Bytes of the whole file.</param>
/// <param name="TablesAt">Where the tables begin, which end the file; the blocks lie between.</param>
/// <param name="TablesChecksum">The CRC-32C of the tables.</param>
internal sealed record FileHeader(ulong Stamp, long Length, long TablesAt, uint TablesChecksum)
{
    /// <summary>The version of the format.</summary>
    public const int Version = 5;

    private const int UsedBytes = 48;

    /// <summary>Like that of PNG, it shows when a transfer turned line ends over or cut the eighth bit.</summary>
    private static ReadOnlySpan<byte> Signature => [0x8B, (byte)'K', (byte)'G', (byte)'R', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>The block.</summary>
    public byte[] ToBlock()
    {
        var block = new byte[BlockWriter.BlockBytes];
        Signature.CopyTo(block);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(8), Version);
        BinaryPrimitives.WriteUInt64LittleEndian(block.AsSpan(16), Stamp);
        BinaryPrimitives.WriteInt64LittleEndian(block.AsSpan(24), Length);
        BinaryPrimitives.WriteInt64LittleEndian(block.AsSpan(32), TablesAt);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(40), TablesChecksum);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(12), Crc32C.Of(block.AsSpan(16, UsedBytes - 16)));
        return block;
    }

    /// <exception cref="InvalidDataException">The file is of no such kind, of another version, cut short or damaged.</exception>
    public static FileHeader Read(SafeFileHandle file, long length, string path)
    {
        var block = new byte[BlockWriter.BlockBytes];
        var read = RandomAccess.Read(file, block, 0);
        if (read < UsedBytes || !block.AsSpan(0, 8).SequenceEqual(Signature))
        {
            throw new InvalidDataException($"{path} is no graph file; kg build and kg import make one");
        }

        if (BinaryPrimitives.ReadInt32LittleEndian(block.AsSpan(8)) is var version and not Version)
        {
            var cure = version > Version ? "read it with the newer program that made it" : "make it anew";
            throw new InvalidDataException($"{path} has version {version} of the format, this program reads version {Version}; {cure}");
        }

        var isWhole = BinaryPrimitives.ReadUInt32LittleEndian(block.AsSpan(12)) == Crc32C.Of(block.AsSpan(16, UsedBytes - 16))
            && !block.AsSpan(UsedBytes).ContainsAnyExcept((byte)0);
        return isWhole ? Checked(Parse(block), length, path) : throw MappedFile.Damaged(path, "the checksum of its header is wrong");
    }

    private static FileHeader Parse(byte[] block) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(block.AsSpan(16)),
        BinaryPrimitives.ReadInt64LittleEndian(block.AsSpan(24)),
        BinaryPrimitives.ReadInt64LittleEndian(block.AsSpan(32)),
        BinaryPrimitives.ReadUInt32LittleEndian(block.AsSpan(40)));

    private static FileHeader Checked(FileHeader header, long length, string path)
    {
        if (header.Length != length)
        {
            throw MappedFile.Damaged(path, $"it has {length} bytes where {header.Length} were written");
        }

        var isSound = header.TablesAt >= BlockWriter.BlockBytes && header.TablesAt <= length && header.TablesAt % BlockWriter.BlockBytes == 0;
        return isSound ? header : throw MappedFile.Damaged(path, "its tables lie outside it");
    }
}
