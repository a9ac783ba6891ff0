using System.Globalization;

namespace KnowledgeGraph.Benchmarks.Comparison;

/// <summary>Runs the peers side by side and writes what came of it.</summary>
/// <param name="plan">What to run.</param>
internal sealed class ComparisonRun(ComparisonPlan plan)
{
    /// <summary>The peer that loads runs alone: the others' memory would be in its way.</summary>
    private const string Load = "load";

    private static readonly TimeSpan LoadBound = TimeSpan.FromSeconds(60);
    private static readonly string[] LoadRows = ["scan", "import"];

    private readonly List<(string Name, string Version, double Nanoseconds, long Bytes)> built = [];

    /// <summary>Measures, prints, and writes <c>results.md</c> and <c>readme.md</c>, the project's table.</summary>
    /// <returns>The exit code: 1 where peers disagree.</returns>
    public int Run()
    {
        var measured = new Dictionary<(string Peer, string Row), Measurement>();
        foreach (var (key, found) in Measure(alone: false).Concat(Measure(alone: true)).Where(item => !item.Value.IsEmpty))
        {
            measured.Add(key, found);
        }

        var differences = Agreement.Differences(measured, plan.Queries).ToList();
        var table = new ResultTable(measured, [.. plan.Peers.Select(peer => peer.Name).Where(name => name != Load)]);
        string[] ratios = [.. table.Ratios()];
        string[] page = [.. Page(table, ratios, differences)];
        File.WriteAllLines(Path.Combine(plan.Out, "readme.md"), ["", .. ratios, "", Machine.Describe() + "."]);
        File.WriteAllLines(Path.Combine(plan.Out, "results.md"), page);
        Console.WriteLine(string.Join('\n', page));
        return differences.Count > 0 ? 1 : 0;
    }

    private Dictionary<(string Peer, string Row), Measurement> Measure(bool alone)
    {
        var rows = plan.Rows.Where(row => LoadRows.Contains(row.Name) == alone).ToList();
        var bound = alone ? LoadBound : plan.Bound;
        var peers = plan.Peers
            .Where(peer => peer.Name == Load == alone)
            .Select(peer => new PeerProcess(peer.Name, peer.Command, Path.Combine(plan.Out, "errors.txt"), bound))
            .ToList();
        try
        {
            var rounds = new Rounds(peers, plan.Queries, bound, Console.Error);
            if (rows.Count > 0 && peers.Count > 0)
            {
                rounds.Run(rows, plan.WarmRounds);
                built.AddRange(peers.Where(peer => !alone && !peer.IsGone).Select(peer => (peer.Name, peer.Version, peer.Built.Nanoseconds, peer.Built.Bytes)));
            }

            return rounds.Measured;
        }
        finally
        {
            peers.ForEach(peer => peer.Dispose());
        }
    }

    private IEnumerable<string> Page(ResultTable table, string[] ratios, List<string> differences)
    {
        var edges = new FileInfo(Path.Combine(plan.Arrays, "type.u16")).Length / sizeof(ushort);
        string[] header =
        [
            $"{Machine.Describe()}. {Header("nodes")} nodes, {Header("edges")} edges, {plan.WarmRounds} warm rounds after a cold one, bound {plan.Bound.TotalSeconds:0} s.",
            "",
        ];
        string[] sizes =
        [
            "",
            "| | version | built in | bytes an edge |",
            "|---|---|---|---|",
            .. built.Select(peer => string.Create(
                CultureInfo.InvariantCulture, $"| {peer.Name} | {peer.Version} | {Units.Time(peer.Nanoseconds)} | {(double)peer.Bytes / edges:0.#} |")),
            "",
        ];
        string[] agreement = differences.Count == 0 ? ["All answers agree."] : [$"{differences.Count} answers differ:", "", .. differences.Select(line => $"- {line}")];
        return [.. header, .. ratios, .. sizes, .. table.Bars(), "", .. table.Details(), "", .. agreement];
    }

    private string Header(string name) =>
        File.ReadLines(Path.Combine(plan.Arrays, "graph.txt")).First(line => line.StartsWith(name + " ", StringComparison.Ordinal))[(name.Length + 1)..];
}
