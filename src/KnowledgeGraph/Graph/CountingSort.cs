namespace KnowledgeGraph.Graph;

/// <summary>Sorts positions by small whole numbers, positions with the same number in their own order. Linear.</summary>
internal static class CountingSort
{
    /// <summary>Where the positions of each key begin in the sorted order, and where the last end.</summary>
    public static int[] Starts(int keyCount, ReadOnlySpan<int> keys)
    {
        var starts = new int[keyCount + 1];
        foreach (var key in keys)
        {
            starts[key + 1]++;
        }

        for (var key = 0; key < keyCount; key++)
        {
            starts[key + 1] += starts[key];
        }

        return starts;
    }

    /// <summary>The positions by their keys.</summary>
    public static int[] Order(int keyCount, ReadOnlySpan<int> keys)
    {
        var next = Starts(keyCount, keys);
        var order = new int[keys.Length];
        for (var position = 0; position < keys.Length; position++)
        {
            order[next[keys[position]]++] = position;
        }

        return order;
    }
}
