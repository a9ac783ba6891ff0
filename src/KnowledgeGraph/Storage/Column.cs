using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace KnowledgeGraph.Storage;

/// <summary>
/// Numbers side by side, in memory or in a mapped file: what is read from a file is checked when it is first touched, which costs a
/// look at a flag from then on, and nothing once all of it was asked for at once.
/// </summary>
/// <typeparam name="T">A number, or a struct of numbers.</typeparam>
/// <remarks>
/// Positions are always held against the count. Where the values fill blocks evenly (sizes that are powers of two do), one value lies
/// in one block, so that a reading looks at one flag. Safe to read from many threads: flags only ever rise.
/// </remarks>
public sealed unsafe class Column<T>
    where T : unmanaged
{
    private readonly T[]? held;
    private readonly MappedFile? file;
    private readonly long offset;
    private readonly T* start;
    private byte* flags;

    internal Column(T[] held) => (this.held, Count) = (held, held.Length);

    /// <exception cref="InvalidDataException">The file has no such section, or it holds no whole number of values.</exception>
    internal Column(MappedFile file, int section)
    {
        if (!file.Sections.TryGetValue(section, out var found) || found.Length % sizeof(T) != 0 || found.Length / sizeof(T) > int.MaxValue)
        {
            throw MappedFile.Damaged(file.Path, $"its section {section} is missing or has the wrong length");
        }

        (this.file, offset, Count) = (file, found.Offset, (int)(found.Length / sizeof(T)));
        start = (T*)file.PointerTo(offset);
        flags = file.FlagsFrom(offset);
    }

    /// <summary>Number of values.</summary>
    public int Count { get; }

    /// <summary>The value at a position.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such position in memory.</exception>
    /// <exception cref="InvalidDataException">The file is damaged there, or has no such position.</exception>
    public T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (held is { } array)
            {
                return array[index];
            }

            return (uint)index < (uint)Count && IsChecked(index, 1) ? start[index] : Touched(index, 1)[0];
        }
    }

    /// <summary>Values from a position on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such values in memory.</exception>
    /// <exception cref="InvalidDataException">The file is damaged there, or has no such values.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<T> Slice(int first, int count)
    {
        if (held is { } array)
        {
            return new ReadOnlySpan<T>(array, first, count);
        }

        // In 64 bits no sum of two counts overflows.
        return (uint)first + (ulong)(uint)count <= (uint)Count && IsChecked(first, count)
            ? new ReadOnlySpan<T>(start + first, count)
            : Touched(first, count);
    }

    /// <summary>Asks the processor for the value at a position, if there is one; changes nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Prefetch(int index)
    {
        // Nothing is read, so that neither a check nor a pin is called for: an address that is wrong by then is asked for in vain.
        if (Sse.IsSupported && (uint)index < (uint)Count)
        {
            Sse.Prefetch0(held is { } array ? Unsafe.AsPointer(ref array[index]) : start + index);
        }
    }

    /// <summary>All values.</summary>
    /// <exception cref="InvalidDataException">The file is damaged there.</exception>
    public ReadOnlySpan<T> All()
    {
        var all = Slice(0, Count);
        flags = null;
        return all;
    }

    /// <summary>Whether values that there are lie in one block that was checked before; false also where they lie in several.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsChecked(int first, int count)
    {
        var flag = flags;
        if (flag is null)
        {
            return true;
        }

        var block = (long)first * sizeof(T) / BlockWriter.BlockBytes;
        return count > 0 && (((long)first + count) * sizeof(T) - 1) / BlockWriter.BlockBytes == block && flag[block] != 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ReadOnlySpan<T> Touched(int first, int count)
    {
        if (first < 0 || count < 0 || count > Count - first)
        {
            throw Outside(first, count);
        }

        file!.Check(offset + ((long)first * sizeof(T)), (long)count * sizeof(T));
        return new ReadOnlySpan<T>(start + first, count);
    }

    /// <summary>Only a file that was made up, checksums and all, leads there.</summary>
    private InvalidDataException Outside(int first, int count) =>
        MappedFile.Damaged(file!.Path, $"it points at {count} values from {first} on, where there are {Count}");
}
