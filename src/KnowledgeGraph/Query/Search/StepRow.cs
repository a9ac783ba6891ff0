using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Query.Search;

/// <summary>Steps from a node, read one by one from its rows; two rows are merged as they are read.</summary>
internal ref struct StepRow
{
    private readonly ReadOnlySpan<int> neighbours;
    private readonly EdgeNumbers edges;
    private readonly ReadOnlySpan<int> otherNeighbours;
    private readonly EdgeNumbers otherEdges;
    private readonly EdgeColumns? columns;
    private int next;
    private int end;
    private int otherNext;
    private int otherEnd;

    internal StepRow(ReadOnlySpan<int> neighbours, EdgeNumbers edges)
    {
        this.neighbours = neighbours;
        this.edges = edges;
        end = neighbours.Length;
    }

    internal StepRow(
        ReadOnlySpan<int> neighbours, EdgeNumbers edges, ReadOnlySpan<int> otherNeighbours, EdgeNumbers otherEdges, EdgeColumns columns)
        : this(neighbours, edges)
    {
        this.otherNeighbours = otherNeighbours;
        this.otherEdges = otherEdges;
        this.columns = columns;
        otherEnd = otherNeighbours.Length;
    }

    /// <summary>The step that was read last.</summary>
    public Step Current { get; private set; }

    /// <summary>Reads it from the beginning.</summary>
    public readonly StepRow GetEnumerator() => this;

    /// <summary>Reads a step; false behind the last.</summary>
    public bool MoveNext()
    {
        if (next < end && (otherNext == otherEnd || ComesFirst()))
        {
            Current = new Step(neighbours[next], edges[next]);
            next++;
            return true;
        }

        if (otherNext < otherEnd)
        {
            Current = new Step(otherNeighbours[otherNext], otherEdges[otherNext]);
            otherNext++;
            return true;
        }

        return false;
    }

    /// <summary>The steps to one neighbour alone.</summary>
    internal readonly StepRow To(int neighbour)
    {
        var part = this;
        (part.next, part.end) = (LowerBound(neighbours, neighbour), LowerBound(neighbours, neighbour + 1));
        (part.otherNext, part.otherEnd) = (LowerBound(otherNeighbours, neighbour), LowerBound(otherNeighbours, neighbour + 1));
        return part;
    }

    private static int LowerBound(ReadOnlySpan<int> sorted, int value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether the next step of the first row comes before that of the other; both have one.</summary>
    private readonly bool ComesFirst()
    {
        var (neighbour, other) = (neighbours[next], otherNeighbours[otherNext]);
        if (neighbour != other)
        {
            return neighbour < other;
        }

        var (fact, otherFact) = (columns!.Fact[edges[next]], columns.Fact[otherEdges[otherNext]]);
        return fact != otherFact ? fact < otherFact : edges[next] <= otherEdges[otherNext];
    }
}

/// <summary>A step from a node.</summary>
/// <param name="Neighbour">The node that it leads to.</param>
/// <param name="Edge">The edge.</param>
internal readonly record struct Step(int Neighbour, int Edge);
