using System.Globalization;

namespace KnowledgeGraph.Benchmarks.Comparison;

/// <summary>What was measured, as Markdown.</summary>
/// <param name="measured">By peer and row.</param>
/// <param name="peers">The peers, in the order of the columns.</param>
internal sealed class ResultTable(IReadOnlyDictionary<(string Peer, string Row), Measurement> measured, IReadOnlyList<string> peers)
{
    /// <summary>Whom the ratios compare with.</summary>
    public const string Ours = "kernel";

    private const string Question = "question";
    private const double Median = 0.5;
    private const double Late = 0.95;

    private static readonly Dictionary<string, string> Titles = new()
    {
        [Ours] = "ours",
        [Question] = "ours, whole question",
        ["c"] = "hand-written C",
        ["jgrapht"] = "JGraphT",
        ["networkx"] = "NetworkX",
        ["igraph"] = "igraph",
        ["neo4j"] = "Neo4j over HTTP",
    };

    /// <summary>Our medians, and how many times as long the others take for the same queries.</summary>
    public IEnumerable<string> Ratios()
    {
        yield return $"| median | {string.Join(" | ", peers.Select(TitleOf))} |";
        yield return $"|---|{string.Concat(peers.Select(_ => "---|"))}";
        foreach (var row in RowsMeasured().Where(row => measured.ContainsKey((Ours, row.Name))))
        {
            yield return $"| {row.Title} | {string.Join(" | ", peers.Select(peer => peer == Ours ? TimeOf(peer, row) : RatioOf(peer, row)))} |";
        }
    }

    /// <summary>Every median, 95th percentile and cold median, with how many queries were answered.</summary>
    public IEnumerable<string> Details()
    {
        yield return "| | peer | median | 95th percentile | median, first pass | queries |";
        yield return "|---|---|---|---|---|---|";
        foreach (var row in RowsMeasured())
        {
            foreach (var peer in peers.Concat(measured.Keys.Where(key => key.Row == row.Name).Select(key => key.Peer)).Distinct())
            {
                if (measured.TryGetValue((peer, row.Name), out var found))
                {
                    yield return $"| {row.Title} | {TitleOf(peer)} | {TimeOf(peer, row)} | {Time(found.Quantile(Late))} | {Time(found.Cold)} | {Count(found)} |";
                }
            }
        }
    }

    /// <summary>What was asked of us, and what came of it.</summary>
    public IEnumerable<string> Bars()
    {
        yield return "| | asked | measured | |";
        yield return "|---|---|---|---|";
        foreach (var row in RowsMeasured())
        {
            foreach (var bar in row.Bars)
            {
                yield return $"| {row.Title}{(bar.IsOfQuestion ? ", whole question" : "")} | {Asked(bar)} | {Judged(row, bar)} |";
            }
        }
    }

    private IEnumerable<Row> RowsMeasured() => Row.All.Where(row => measured.Any(item => item.Key.Row == row.Name && !item.Value.IsEmpty));

    private static string TitleOf(string peer) => Titles.GetValueOrDefault(peer, peer);

    private static string Count(Measurement found) => string.Create(
        CultureInfo.InvariantCulture,
        $"{found.Queries}{(found.OverBound > 0 ? $", {found.OverBound} over the bound" : "")}{(found.Failed > 0 ? $", {found.Failed} out of memory" : "")}");

    private static string Time(double? nanoseconds) => nanoseconds is { } some ? Units.Time(some) : "–";

    private string TimeOf(string peer, Row row) => measured.TryGetValue((peer, row.Name), out var found) ? Time(found.Quantile(Median), found) : "–";

    private static string Time(double? nanoseconds, Measurement found) => nanoseconds is { } some
        ? Units.Time(some) + (found.OverBound > 0 ? " †" : "")
        : found.OverBound > 0 ? "over the bound" : "out of memory";

    private string RatioOf(string peer, Row row)
    {
        if (!measured.TryGetValue((peer, row.Name), out var found))
        {
            return "–";
        }

        var ours = measured[(Ours, row.Name)];
        return found.Quantile(Median, ours) is { } theirs && ours.Quantile(Median, found) is { } own
            ? Units.Ratio(theirs / own) + (found.OverBound > 0 ? " †" : "")
            : found.OverBound > 0 && ours.Quantile(Median) is { } least ? $"> {Units.Ratio(found.Spent / found.OverBound / least)}" : Time(null, found);
    }

    private static string Asked(Bar bar) => bar switch
    {
        { Peer: { } peer, Most: < 1 } => $"≥ {Units.Ratio(1 / bar.Most)} as fast as {TitleOf(peer)}",
        { Peer: { } peer } => $"≤ {Units.Ratio(bar.Most)} {TitleOf(peer)}",
        { OtherRow: { } row } => $"≤ {Units.Ratio(bar.Most)} {Row.All.First(other => other.Name == row).Title}",
        _ => $"≤ {Units.Time(bar.Most)}",
    };

    private string Judged(Row row, Bar bar)
    {
        var our = measured.Keys.FirstOrDefault(key => key.Row == row.Name && (bar.IsOfQuestion ? key.Peer == Question : key.Peer is Ours or "load"));
        if (!measured.TryGetValue(our, out var ours) || ours.Quantile(Median) is not { } median)
        {
            return "not measured | –";
        }

        if (bar is { Peer: null, OtherRow: null })
        {
            return $"{Units.Time(median)} | {Verdict(median / bar.Most)}";
        }

        var other = bar.Peer is { } peer ? (peer, row.Name) : (our.Peer, bar.OtherRow!);
        if (!measured.TryGetValue(other, out var theirs))
        {
            return "not measured | –";
        }

        var alike = bar.Peer is null ? null : theirs;
        var (own, others) = (ours.Quantile(Median, alike), theirs.Quantile(Median, bar.Peer is null ? null : ours));
        return own is null || others is null
            ? "over the bound | met"
            : $"{(bar.Most < 1 ? Units.Ratio(others.Value / own.Value) : Units.Ratio(own.Value / others.Value))} | {Verdict(own.Value / others.Value / bar.Most)}";
    }

    private static string Verdict(double partOfBar) => partOfBar <= 1 ? "met" : $"missed by {Units.Ratio(partOfBar)}";
}
