namespace KnowledgeGraph.Graph;

/// <summary>The edges of a row of an <see cref="Adjacency"/>: numbers that stand there, or a run of them.</summary>
public readonly ref struct EdgeNumbers
{
    private readonly ReadOnlySpan<int> numbers;
    private readonly int first;

    internal EdgeNumbers(ReadOnlySpan<int> numbers)
    {
        this.numbers = numbers;
        Length = numbers.Length;
    }

    internal EdgeNumbers(int first, int length) => (this.first, Length) = (first, length);

    /// <summary>How many there are.</summary>
    public int Length { get; }

    /// <summary>The number at a position of the row.</summary>
    public int this[int position] => numbers.IsEmpty ? first + position : numbers[position];

    /// <summary>The numbers by themselves.</summary>
    public int[] ToArray()
    {
        var array = new int[Length];
        for (var i = 0; i < array.Length; i++)
        {
            array[i] = this[i];
        }

        return array;
    }

    /// <summary>Steps from position to position.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>A position in the row.</summary>
    public ref struct Enumerator
    {
        private readonly EdgeNumbers row;
        private int position;

        internal Enumerator(EdgeNumbers row)
        {
            this.row = row;
            position = -1;
        }

        /// <summary>The number there.</summary>
        public readonly int Current => row[position];

        /// <summary>Whether there was another position to step to.</summary>
        public bool MoveNext() => ++position < row.Length;
    }
}
