using System.Runtime.CompilerServices;

namespace KnowledgeGraph.Storage;

/// <summary>
/// Numbers side by side, in memory or in a mapped file: what is read from a file is checked when it is first touched, which costs a
/// look into a table of flags from then on.
/// </summary>
/// <typeparam name="T">A number, or a struct of numbers.</typeparam>
public sealed unsafe class Column<T>
    where T : unmanaged
{
    private readonly T[]? held;
    private readonly MappedFile? file;
    private readonly long offset;
    private readonly T* start;

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
    }

    /// <summary>Number of values.</summary>
    public int Count { get; }

    /// <summary>The value at a position.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such position in memory.</exception>
    /// <exception cref="InvalidDataException">The file is damaged there, or has no such position.</exception>
    public T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => held is { } array ? array[index] : Mapped(index);
    }

    /// <summary>Values from a position on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such values in memory.</exception>
    /// <exception cref="InvalidDataException">The file is damaged there, or has no such values.</exception>
    public ReadOnlySpan<T> Slice(int first, int count)
    {
        if (held is not null)
        {
            return held.AsSpan(first, count);
        }

        if (first < 0 || count < 0 || count > Count - first)
        {
            throw Outside(first, count);
        }

        file!.Check(offset + ((long)first * sizeof(T)), (long)count * sizeof(T));
        return new ReadOnlySpan<T>(start + first, count);
    }

    /// <summary>All values.</summary>
    /// <exception cref="InvalidDataException">The file is damaged there.</exception>
    public ReadOnlySpan<T> All() => Slice(0, Count);

    private T Mapped(int index)
    {
        if ((uint)index >= (uint)Count)
        {
            throw Outside(index, 1);
        }

        file!.Check(offset + ((long)index * sizeof(T)), sizeof(T));
        return start[index];
    }

    /// <summary>Only a file that was made up, checksums and all, leads there.</summary>
    private InvalidDataException Outside(int first, int count) =>
        MappedFile.Damaged(file!.Path, $"it points at {count} values from {first} on, where there are {Count}");
}
