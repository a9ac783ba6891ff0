using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics.X86;
using System.Text;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Snapshot;

/// <summary>
/// Numbers ids from 0 as they are first met. The ids stay UTF-8, one after the other in large pieces of memory; no string is made of one.
/// Ids that come in ascending order, as files of registers mostly have them, are new without being looked for; the first that does not
/// makes the table: open addressing, each hash beside the place of its id, so that a look-up reads an id only where the hashes are the same.
/// </summary>
/// <remarks>
/// An id takes its bytes and one for their number, rounded up to four, 8 bytes for number and place, and 11 to 21 of the table where there
/// is one: 20 bytes for one of ten characters, or 31 to 41, as the table is more or less full.
/// </remarks>
internal sealed class IdTable
{
    private const int MostPieceBytes = 1 << 20;
    private const int FirstPieceBytes = 1 << 12;

    /// <summary>Entries stand at multiples of four bytes, so that a place of 32 bits reaches 16 GiB.</summary>
    private const int UnitBytes = 4;
    private const int PieceShift = 18;
    private const int MostPieces = 1 << (32 - PieceShift);
    private const int LeastSlots = 1 << 8;

    /// <summary>Stands for a length that has four bytes of its own.</summary>
    private const byte Long = byte.MaxValue;
    private readonly List<byte[]> pieces = [new byte[FirstPieceBytes]];
    private readonly ChunkedList<uint> places = new();

    /// <summary>Hash and place; 0 where nothing is. Empty as long as every id came after all before it.</summary>
    private ulong[] slots = [];
    private bool isAscii = true;
    private bool isAscending = true;

    /// <summary>The first unit stays empty: no entry stands at place 0.</summary>
    private int used = UnitBytes;

    /// <summary>How many ids there are.</summary>
    public int Count => places.Count;

    /// <summary>An id by its number.</summary>
    public ReadOnlySpan<byte> this[int number] => IdAt(places[number]);

    /// <summary>The number of an id; a new one if it was not met before. Constant time, on average over the process's own seed.</summary>
    public int Intern(ReadOnlySpan<byte> id) => Intern(id, IdHash.Of(id));

    /// <summary>As for bytes with a hash that is known.</summary>
    public int Intern(ReadOnlySpan<byte> id, uint hash)
    {
        if (slots.Length == 0 && ComesLast(id))
        {
            Keep(id);
            return Count - 1;
        }

        if (Count >= slots.Length / 4 * 3)
        {
            Grow();
        }

        ref var slot = ref slots[SlotOf(id, hash)];
        if (slot != 0)
        {
            return NumberAt((uint)slot);
        }

        isAscending = isAscending && ComesLast(id);
        slot = Entry(hash, Keep(id));
        return Count - 1;
    }

    /// <summary>The number of an id, or -1 if it was never met.</summary>
    public int Find(string id) => Find(Encoding.UTF8.GetBytes(id));

    /// <summary>As for a text.</summary>
    public int Find(ReadOnlySpan<byte> id)
    {
        if (slots.Length == 0)
        {
            Grow();
        }

        return slots[SlotOf(id, IdHash.Of(id))] is var slot and not 0 ? NumberAt((uint)slot) : -1;
    }

    /// <summary>As for bytes.</summary>
    public int Intern(string id)
    {
        Span<byte> bytes = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(id, bytes, out var count) ? Intern(bytes[..count]) : Intern(Encoding.UTF8.GetBytes(id));
    }

    /// <summary>An id as text.</summary>
    public string Text(int number) => Encoding.UTF8.GetString(this[number]);

    /// <summary>Fetches the slot in which a hash is looked for, ahead of time.</summary>
    public unsafe void PrefetchSlot(uint hash)
    {
        if (Sse.IsSupported && slots.Length > 0)
        {
            fixed (ulong* slot = &slots[hash & (uint)(slots.Length - 1)])
            {
                Sse.Prefetch0(slot);
            }
        }
    }

    /// <summary>Fetches the id that stands in the slot of a hash, ahead of time; the slot should have been fetched before.</summary>
    public unsafe void PrefetchId(uint hash)
    {
        if (Sse.IsSupported && slots.Length > 0 && (uint)slots[hash & (uint)(slots.Length - 1)] is var place and not 0)
        {
            fixed (byte* entry = EntryAt(place))
            {
                Sse.Prefetch0(entry);
            }
        }
    }

    /// <summary>Those numbers that are kept, each asked for once from 0 on, in the ordinal order of their ids.</summary>
    public int[] InOrder(Predicate<int> keeps)
    {
        var (sorted, count) = (new int[Count], 0);
        for (var number = 0; number < sorted.Length; number++)
        {
            if (keeps(number))
            {
                sorted[count++] = number;
            }
        }

        Array.Resize(ref sorted, count);
        if (!isAscii)
        {
            Array.Sort(sorted, (a, b) => string.CompareOrdinal(Text(a), Text(b)));
        }
        else if (!isAscending)
        {
            IdOrder.Sort(sorted, number => this[number]);
        }

        return sorted;
    }

    /// <summary>The slot of an id, or the empty one where it belongs.</summary>
    private uint SlotOf(ReadOnlySpan<byte> id, uint hash)
    {
        var mask = (uint)(slots.Length - 1);
        var slot = hash & mask;
        for (; slots[slot] is var found and not 0; slot = (slot + 1) & mask)
        {
            if ((uint)(found >> 32) == hash && IdAt((uint)found).SequenceEqual(id))
            {
                break;
            }
        }

        return slot;
    }

    private ReadOnlySpan<byte> EntryAt(uint place) => pieces[(int)(place >> PieceShift)].AsSpan((int)(place & ((1 << PieceShift) - 1)) * UnitBytes);

    private int NumberAt(uint place) => BinaryPrimitives.ReadInt32LittleEndian(EntryAt(place));

    private ReadOnlySpan<byte> IdAt(uint place)
    {
        var entry = EntryAt(place)[sizeof(int)..];
        return entry[0] < Long ? entry.Slice(1, entry[0]) : entry.Slice(1 + sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(entry[1..]));
    }

    /// <summary>Writes an entry: number, length, bytes. Returns its place.</summary>
    private uint Keep(ReadOnlySpan<byte> id)
    {
        isAscii &= Ascii.IsValid(id);
        var lengthBytes = id.Length < Long ? 1 : 1 + sizeof(int);
        var entry = Room(sizeof(int) + lengthBytes + id.Length, out var place);
        BinaryPrimitives.WriteInt32LittleEndian(entry, Count);
        entry[sizeof(int)] = (byte)Math.Min(id.Length, Long);
        if (lengthBytes > 1)
        {
            BinaryPrimitives.WriteInt32LittleEndian(entry[(sizeof(int) + 1)..], id.Length);
        }

        id.CopyTo(entry[(sizeof(int) + lengthBytes)..]);
        places.Add(place);
        return place;
    }

    private Span<byte> Room(int bytes, out uint place)
    {
        if (used + bytes > pieces[^1].Length)
        {
            if (pieces.Count == MostPieces)
            {
                throw new InvalidDataException($"the ids take more than {MostPieces} MiB; import fewer at a time");
            }

            pieces.Add(new byte[Math.Max(Math.Min(pieces[^1].Length * 2, MostPieceBytes), bytes)]);
            used = 0;
        }

        place = ((uint)(pieces.Count - 1) << PieceShift) | (uint)(used / UnitBytes);
        var entry = pieces[^1].AsSpan(used, bytes);
        used += (bytes + UnitBytes - 1) / UnitBytes * UnitBytes;
        return entry;
    }

    private bool ComesLast(ReadOnlySpan<byte> id) => Count == 0 || this[Count - 1].SequenceCompareTo(id) < 0;

    /// <summary>Twice as many slots; the first time, room for all ids that came without.</summary>
    private void Grow()
    {
        var old = slots;
        slots = new ulong[Math.Max(old.Length, (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(Count, LeastSlots / 2))) * 2];
        foreach (var entry in old)
        {
            Put(entry);
        }

        for (var number = 0; number < Count && old.Length == 0; number++)
        {
            Put(Entry(IdHash.Of(this[number]), places[number]));
        }
    }

    private void Put(ulong entry)
    {
        if (entry != 0)
        {
            var mask = (uint)(slots.Length - 1);
            var slot = (uint)(entry >> 32) & mask;
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = entry;
        }
    }

    private static ulong Entry(uint hash, uint place) => ((ulong)hash << 32) | place;
}
