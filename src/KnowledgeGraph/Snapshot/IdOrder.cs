using System.Buffers.Binary;

namespace KnowledgeGraph.Snapshot;

/// <summary>Sorts by ids in ASCII: by eight bytes from the first on that differ, and by all of them only where these are the same.</summary>
internal static class IdOrder
{
    /// <summary>Sorts numbers by the ids they stand for.</summary>
    public static void Sort(int[] numbers, IdOf id)
    {
        var same = CommonPrefixLength(numbers, id);
        var keys = Array.ConvertAll(numbers, number => Key(id(number)[same..]));
        Array.Sort(keys, numbers);
        for (var (first, next) = (0, 0); first < keys.Length; first = next)
        {
            for (next = first + 1; next < keys.Length && keys[next] == keys[first];)
            {
                next++;
            }

            if (next - first > 1)
            {
                numbers.AsSpan(first, next - first).Sort((a, b) => id(a).SequenceCompareTo(id(b)) is var order and not 0 ? order : a - b);
            }
        }
    }

    /// <summary>How many bytes all ids begin with: those of a file mostly have a letter and zeros in common.</summary>
    private static int CommonPrefixLength(int[] numbers, IdOf id)
    {
        ReadOnlySpan<byte> same = numbers.Length > 0 ? id(numbers[0]) : [];
        foreach (var number in numbers)
        {
            same = same[..same.CommonPrefixLength(id(number))];
        }

        return same.Length;
    }

    private static ulong Key(ReadOnlySpan<byte> id)
    {
        Span<byte> first = stackalloc byte[sizeof(ulong)];
        id[..Math.Min(id.Length, sizeof(ulong))].CopyTo(first);
        return BinaryPrimitives.ReadUInt64BigEndian(first);
    }
}

/// <summary>The id that a number stands for.</summary>
internal delegate ReadOnlySpan<byte> IdOf(int number);
