namespace KnowledgeGraph.Query.Arithmetic;

/// <summary>A formula over facts, as read; each part knows where it stands in the text.</summary>
/// <param name="Start">Position of its first character.</param>
/// <param name="Length">Number of its characters.</param>
internal abstract record Formula(int Start, int Length)
{
    /// <summary>Ids of the facts that it names, each as often as it stands there.</summary>
    internal abstract IEnumerable<string> Facts { get; }

    internal sealed record Number(int Start, int Length, decimal Value) : Formula(Start, Length)
    {
        internal override IEnumerable<string> Facts => [];
    }

    internal sealed record FactValue(int Start, int Length, string FactId) : Formula(Start, Length)
    {
        internal override IEnumerable<string> Facts => [FactId];
    }

    internal sealed record Negated(int Start, int Length, Formula Inner) : Formula(Start, Length)
    {
        internal override IEnumerable<string> Facts => Inner.Facts;
    }

    internal sealed record Rounded(int Start, int Length, Formula Inner, int Decimals) : Formula(Start, Length)
    {
        internal override IEnumerable<string> Facts => Inner.Facts;
    }

    /// <summary>Two operands with one of <c>+ - * /</c> between.</summary>
    internal sealed record Binary(char Sign, Formula Left, Formula Right)
        : Formula(Left.Start, Right.Start + Right.Length - Left.Start)
    {
        internal override IEnumerable<string> Facts => Left.Facts.Concat(Right.Facts);
    }
}
