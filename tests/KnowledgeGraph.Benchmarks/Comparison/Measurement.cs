namespace KnowledgeGraph.Benchmarks.Comparison;

/// <summary>What a peer has answered to a row's queries, round after round.</summary>
internal sealed class Measurement
{
    private readonly Dictionary<int, List<double>> warm = [];
    private readonly List<double> cold = [];

    /// <summary>For each query answered the answer.</summary>
    public Dictionary<int, string> Answers { get; } = [];

    /// <summary>Queries that took longer than the bound.</summary>
    public int OverBound { get; private set; }

    /// <summary>Queries that failed.</summary>
    public int Failed { get; private set; }

    /// <summary>Nanoseconds spent, those of queries given up included.</summary>
    public double Spent { get; private set; }

    /// <summary>How many queries were answered.</summary>
    public int Queries => Answers.Count;

    public bool IsEmpty => Queries + OverBound + Failed == 0;

    public void Add(int query, Reply reply, bool isCold, TimeSpan bound)
    {
        Spent += reply.Nanoseconds ?? bound.TotalNanoseconds;
        if (reply.Nanoseconds is not { } nanoseconds)
        {
            (OverBound, Failed) = reply == Reply.OverBound ? (OverBound + 1, Failed) : (OverBound, Failed + 1);
            return;
        }

        if (Answers.TryGetValue(query, out var before) && before != reply.Answer)
        {
            throw new InvalidDataException($"query {query} was answered with {before} and then with {reply.Answer}");
        }

        Answers[query] = reply.Answer;
        if (isCold)
        {
            cold.Add(nanoseconds);
        }
        else
        {
            warm.TryAdd(query, []);
            warm[query].Add(nanoseconds);
        }
    }

    /// <summary>Nanoseconds of the warm rounds, of those queries alone that some others answered too; cold ones where there are no warm.</summary>
    public double? Quantile(double part, Measurement? alike = null)
    {
        double[] times = [.. warm.Where(query => alike is null || alike.Answers.ContainsKey(query.Key)).SelectMany(query => query.Value)];
        return times.Length > 0 ? Quantile(times, part) : Quantile([.. cold], part);
    }

    /// <summary>The median of the first round.</summary>
    public double? Cold => Quantile([.. cold], 0.5);

    private static double? Quantile(double[] times, double part)
    {
        Array.Sort(times);
        return times.Length == 0 ? null : times[(int)Math.Min(times.Length - 1, times.Length * part)];
    }
}
