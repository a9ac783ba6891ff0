using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace KnowledgeGraph.Storage;

/// <summary>
/// The checksum CRC-32C (Castagnoli; RFC 3720, appendix B.4): it finds every change of up to 32 bits in a row, and others but for one in
/// four thousand million.
/// </summary>
internal static class Crc32C
{
    /// <summary>The checksum of some bytes. Linear; eight bytes a step, by the processor's own instruction where it has one.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => Append(0, bytes);

    /// <summary>
    /// Adds the checksum of each block of some bytes. Linear; three blocks at a time, since a step of one takes three cycles, and another
    /// may begin in each.
    /// </summary>
    /// <param name="bytes">Whole blocks.</param>
    /// <param name="blockBytes">Bytes of a block, a multiple of eight.</param>
    /// <param name="checksums">Takes them.</param>
    public static void AddEach(ReadOnlySpan<byte> bytes, int blockBytes, List<uint> checksums)
    {
        for (; bytes.Length >= 3 * blockBytes; bytes = bytes[(3 * blockBytes)..])
        {
            var (first, second, third) = OfThree(MemoryMarshal.Cast<byte, ulong>(bytes[..(3 * blockBytes)]));
            checksums.Add(first);
            checksums.Add(second);
            checksums.Add(third);
        }

        for (; bytes.Length > 0; bytes = bytes[blockBytes..])
        {
            checksums.Add(Of(bytes[..blockBytes]));
        }
    }

    /// <summary>The checksum of bytes that follow others with a checksum.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var crc = ~checksum;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }

    private static (uint First, uint Second, uint Third) OfThree(ReadOnlySpan<ulong> blocks)
    {
        var length = blocks.Length / 3;
        var firsts = blocks[..length];
        var seconds = blocks.Slice(length, length);
        var thirds = blocks.Slice(2 * length, length);
        var (first, second, third) = (~0u, ~0u, ~0u);
        for (var i = 0; i < firsts.Length && i < seconds.Length && i < thirds.Length; i++)
        {
            first = BitOperations.Crc32C(first, firsts[i]);
            second = BitOperations.Crc32C(second, seconds[i]);
            third = BitOperations.Crc32C(third, thirds[i]);
        }

        return (~first, ~second, ~third);
    }
}
