namespace KnowledgeGraph.Query.Arithmetic;

/// <summary>One end of a range: a number that belongs to it or not, or no bound at all.</summary>
/// <param name="Infinity">-1 or 1 where the range goes on without bound; 0 for a number.</param>
/// <param name="Value">The number; zero where there is no bound.</param>
/// <param name="IsOpen">Whether the number itself is left out.</param>
internal readonly record struct Endpoint(int Infinity, Fraction Value, bool IsOpen)
{
    internal static Endpoint Of(Fraction value, bool isOpen = false) => new(0, value, isOpen);

    internal static Endpoint Unbounded(int sign) => new(sign, Fraction.Of(0), IsOpen: true);

    internal int Sign => Infinity != 0 ? Infinity : Value.Sign;

    internal Endpoint Negated => new(-Infinity, Fraction.Reduced(-Value.Numerator, Value.Denominator), IsOpen);

    internal Endpoint Plus(Endpoint other) =>
        Infinity != 0 ? this
        : other.Infinity != 0 ? other
        : Of(Fraction.Reduced((Value.Numerator * other.Value.Denominator) + (other.Value.Numerator * Value.Denominator), Value.Denominator * other.Value.Denominator), IsOpen || other.IsOpen);

    /// <summary>Zero times no bound is zero; it is reached if that zero is.</summary>
    internal Endpoint Times(Endpoint other)
    {
        if (Sign == 0 || other.Sign == 0)
        {
            var isReached = (Sign == 0 && !IsOpen) || (other.Sign == 0 && !other.IsOpen);
            return Of(Fraction.Of(0), !isReached);
        }

        return Infinity != 0 || other.Infinity != 0
            ? Unbounded(Sign * other.Sign)
            : Of(Fraction.Reduced(Value.Numerator * other.Value.Numerator, Value.Denominator * other.Value.Denominator), IsOpen || other.IsOpen);
    }

    /// <summary>One divided by it; one divided by a zero that is left out goes on without bound to the side of the range.</summary>
    internal Endpoint Reciprocal(int sideOfRange) =>
        Infinity != 0 ? Of(Fraction.Of(0), isOpen: true)
        : Value.Sign == 0 ? Unbounded(sideOfRange)
        : Of(Fraction.Reduced(Value.Denominator, Value.Numerator), IsOpen);

    internal static Endpoint Least(IEnumerable<Endpoint> ends) => ends.OrderBy(end => end, ByValue).ThenBy(end => end.IsOpen).First();

    internal static Endpoint Greatest(IEnumerable<Endpoint> ends) => ends.OrderByDescending(end => end, ByValue).ThenBy(end => end.IsOpen).First();

    private static Comparer<Endpoint> ByValue { get; } =
        Comparer<Endpoint>.Create((a, b) => a.Infinity != b.Infinity ? a.Infinity.CompareTo(b.Infinity) : a.Value.CompareTo(b.Value));
}
