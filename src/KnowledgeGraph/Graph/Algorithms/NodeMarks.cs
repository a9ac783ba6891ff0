namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// A number for each node, all forgotten at once and never cleared: a search writes its numbers counted from one that no search before
/// it has used, so that whatever is less is a trace of an old search.
/// </summary>
/// <remarks>
/// At a million nodes clearing would cost a search of 10 µs some 35 more, and allocating 70 to 200. Only once in 2³² numbers is there
/// none left, and the array cleared. For one search at a time.
/// </remarks>
/// <param name="nodeCount">Number of nodes.</param>
/// <param name="next">The first number not used.</param>
internal sealed class NodeMarks(int nodeCount, uint next = 1)
{
    /// <summary>By node: what is not below the search's first number was marked in it.</summary>
    internal uint[] Stamps { get; } = new uint[nodeCount];

    /// <summary>Takes numbers for a search, and returns the first of them.</summary>
    internal uint Take(uint numbers)
    {
        if (numbers > uint.MaxValue - next)
        {
            Array.Clear(Stamps);
            next = 1;
        }

        var first = next;
        next += numbers;
        return first;
    }

    /// <summary>Gives back the numbers of the last search that it has not used.</summary>
    internal void KeepOnly(uint first, uint used) => next = first + used;
}
