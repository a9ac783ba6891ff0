using System.Buffers.Binary;

namespace KnowledgeGraph.Snapshot;

/// <summary>Sorts by ids in ASCII: by their first eight bytes, and by the rest only where these are the same.</summary>
internal static class IdOrder
{
    /// <summary>Sorts numbers by the ids they stand for. What is in order already is left so, in linear time.</summary>
    public static void Sort(int[] numbers, IdOf id)
    {
        if (IsSorted(numbers, id))
        {
            return;
        }

        var keys = Array.ConvertAll(numbers, number => Key(id(number)));
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

    private static bool IsSorted(int[] numbers, IdOf id)
    {
        for (var i = 1; i < numbers.Length; i++)
        {
            if (id(numbers[i - 1]).SequenceCompareTo(id(numbers[i])) > 0)
            {
                return false;
            }
        }

        return true;
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
