using System.Buffers.Binary;
using System.Text;

namespace KnowledgeGraph.Snapshot;

/// <summary>
/// Numbers ids from 0 as they are first met. The ids stay UTF-8, one after the other in large pieces of memory; no string is made of one.
/// An open-addressing table keeps each hash beside its number, so that a look-up reads an id only where the hashes are the same.
/// </summary>
internal sealed class IdTable
{
    private const int PieceBits = 20;
    private readonly ulong seed = (ulong)Random.Shared.NextInt64() | 1;
    private readonly List<byte[]> pieces = [new byte[1 << PieceBits]];
    private readonly List<long> places = [];
    private ulong[] slots = new ulong[1 << 10];
    private int used;

    /// <summary>How many ids there are.</summary>
    public int Count => places.Count;

    /// <summary>An id by its number.</summary>
    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            var (piece, at) = ((int)(places[number] >> 32), (int)places[number]);
            return pieces[piece].AsSpan(at + sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(pieces[piece].AsSpan(at)));
        }
    }

    /// <summary>The number of an id; a new one if it was not met before. Constant time, on average over the process's own seed.</summary>
    public int Intern(ReadOnlySpan<byte> id)
    {
        if (Count * 2 > slots.Length)
        {
            Grow();
        }

        var hash = Hash(id);
        for (var slot = hash & (uint)(slots.Length - 1); ; slot = (slot + 1) & (uint)(slots.Length - 1))
        {
            var found = slots[slot];
            if (found == 0)
            {
                slots[slot] = ((ulong)hash << 32) | (uint)(Count + 1);
                Keep(id);
                return Count - 1;
            }

            if ((uint)(found >> 32) == hash && this[(int)(uint)found - 1].SequenceEqual(id))
            {
                return (int)(uint)found - 1;
            }
        }
    }

    /// <summary>The number of an id, or -1 if it was never met.</summary>
    public int Find(string id) => Find(Encoding.UTF8.GetBytes(id));

    /// <summary>As for a text.</summary>
    public int Find(ReadOnlySpan<byte> id)
    {
        var hash = Hash(id);
        for (var slot = hash & (uint)(slots.Length - 1); slots[slot] != 0; slot = (slot + 1) & (uint)(slots.Length - 1))
        {
            if ((uint)(slots[slot] >> 32) == hash && this[(int)(uint)slots[slot] - 1].SequenceEqual(id))
            {
                return (int)(uint)slots[slot] - 1;
            }
        }

        return -1;
    }

    /// <summary>As for bytes.</summary>
    public int Intern(string id)
    {
        Span<byte> bytes = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(id, bytes, out var count) ? Intern(bytes[..count]) : Intern(Encoding.UTF8.GetBytes(id));
    }

    /// <summary>An id as text.</summary>
    public string Text(int number) => Encoding.UTF8.GetString(this[number]);

    /// <summary>Numbers in the ordinal order of their ids.</summary>
    public int[] InOrder(IEnumerable<int> numbers)
    {
        int[] sorted = [.. numbers];
        if (pieces.TrueForAll(piece => Ascii.IsValid(piece)))
        {
            IdOrder.Sort(sorted, number => this[number]);
        }
        else
        {
            Array.Sort(sorted, (a, b) => string.CompareOrdinal(Text(a), Text(b)));
        }

        return sorted;
    }

    private uint Hash(ReadOnlySpan<byte> id)
    {
        var hash = seed ^ (ulong)id.Length;
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

    private void Keep(ReadOnlySpan<byte> id)
    {
        var needed = sizeof(int) + id.Length;
        if (used + needed > pieces[^1].Length)
        {
            pieces.Add(new byte[Math.Max(1 << PieceBits, needed)]);
            used = 0;
        }

        BinaryPrimitives.WriteInt32LittleEndian(pieces[^1].AsSpan(used), id.Length);
        id.CopyTo(pieces[^1].AsSpan(used + sizeof(int)));
        places.Add(((long)(pieces.Count - 1) << 32) | (uint)used);
        used += needed;
    }

    private void Grow()
    {
        var old = slots;
        slots = new ulong[old.Length * 4];
        foreach (var entry in old)
        {
            if (entry != 0)
            {
                var slot = (uint)(entry >> 32) & (uint)(slots.Length - 1);
                while (slots[slot] != 0)
                {
                    slot = (slot + 1) & (uint)(slots.Length - 1);
                }

                slots[slot] = entry;
            }
        }
    }
}
