using System.Buffers.Binary;

namespace KnowledgeGraph.Snapshot;

/// <summary>The hash of an id. The process's own seed keeps anybody from making up ids that fall into one place.</summary>
internal static class IdHash
{
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64() | 1;

    /// <summary>The hash. Linear, eight bytes a step.</summary>
    public static uint Of(ReadOnlySpan<byte> id)
    {
        var hash = Seed ^ (ulong)id.Length;
        for (; id.Length >= sizeof(ulong); id = id[sizeof(ulong)..])
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(id));
        }

        var rest = 0ul;
        foreach (var value in id)
        {
            rest = (rest << 8) | value;
        }

        return (uint)(Mix(hash ^ rest) >> 16);
    }

    /// <summary>The high half of a product folded into the low one, as in Wang Yi's wyhash.</summary>
    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, 0x9E3779B97F4A7C15, out var low);
        return high ^ low;
    }
}
