namespace KnowledgeGraph.Benchmarks;

/// <summary>
/// Pseudo-random numbers that are the same on every machine and version (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", 2014).
/// </summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 up to, not including, a bound.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1L << 53));

    /// <summary>Whether something with a chance of so many percent happens.</summary>
    public bool Percent(int chance) => Below(100) < chance;
}
