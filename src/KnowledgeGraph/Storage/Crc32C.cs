using System.Buffers.Binary;
using System.Numerics;

namespace KnowledgeGraph.Storage;

/// <summary>
/// The checksum CRC-32C (Castagnoli; RFC 3720, appendix B.4): it finds every change of up to 32 bits in a row, and others but for one in
/// four thousand million.
/// </summary>
internal static class Crc32C
{
    /// <summary>The checksum of some bytes. Linear; eight bytes a step, by the processor's own instruction where it has one.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => Append(0, bytes);

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
}
