using System.Globalization;
using KnowledgeGraph.Benchmarks.Exchange;

namespace KnowledgeGraph.Benchmarks.Comparison;

/// <summary>Measures how times and sizes grow from graph to graph.</summary>
/// <param name="folder">Where <c>SIZE.jsonl</c>, <c>SIZE.kgraph</c> and <c>arrays-SIZE</c> are.</param>
/// <param name="target">Where <c>growth.md</c> and error output go.</param>
/// <param name="warmRounds">Rounds after the cold one.</param>
internal sealed class GrowthRun(string folder, string target, int warmRounds)
{
    private const double Median = 0.5;
    private const double NanosecondsPerSecond = 1e9;

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(15);
    private static readonly List<Row> Searches = [.. Row.All.Where(row => row.Name is "build" or "shortest" or "closure")];

    /// <summary>Measures every size, one after the other, and writes the table.</summary>
    public void Run(IReadOnlyList<string> sizes)
    {
        var columns = sizes.Select(Measure).ToList();
        string[] table =
        [
            $"{Machine.Describe()}.",
            "",
            $"| | {string.Join(" | ", sizes)} |",
            $"|---|{string.Concat(sizes.Select(_ => "---|"))}",
            .. columns[0].Select((line, number) => $"| {line.What} | {string.Join(" | ", columns.Select(column => column[number].Value))} |"),
        ];
        File.WriteAllLines(Path.Combine(target, "growth.md"), table);
        Console.WriteLine(string.Join('\n', table));
    }

    private List<(string What, string Value)> Measure(string size)
    {
        var (lines, file, arrays) = (At($"{size}.jsonl"), At($"{size}.kgraph"), At($"arrays-{size}"));
        var (import, importPeak) = Imported(lines);
        using var kernel = Peer("kernel", $"kernel {arrays} {Bound.TotalSeconds}");
        using var question = Peer("question", $"question {file} {arrays} {Bound.TotalSeconds}");
        var rounds = new Rounds([kernel, question], QueryLists.Read(arrays), Bound, Console.Error);
        rounds.Run(Searches, warmRounds);
        var facts = GraphSize.Of(size).Facts;
        return
        [
            ("nodes / facts", string.Create(CultureInfo.InvariantCulture, $"{GraphSize.Of(size).Nodes:N0} / {facts:N0}")),
            ("JSON lines", Units.Size(new FileInfo(lines).Length)),
            ("graph file", $"{Units.Size(new FileInfo(file).Length)}, {new FileInfo(file).Length / facts} bytes a fact"),
            ("import of the lines into a graph file", Units.Time(import)),
            ("facts a second", (facts / import * NanosecondsPerSecond).ToString("N0", CultureInfo.InvariantCulture)),
            ("most memory while importing", Units.Size(importPeak)),
            ("opening the graph file", Units.Time(question.Built.Nanoseconds)),
            ("building from arrays", Time(rounds, kernel, "build")),
            ("shortest path, algorithm", Time(rounds, kernel, "shortest")),
            ("shortest path, whole question", Time(rounds, question, "shortest")),
            ("full closure, algorithm", Time(rounds, kernel, "closure")),
            ("full closure, whole question", Time(rounds, question, "closure")),
            ("most memory while asking, algorithms", Units.Size(kernel.PeakBytes())),
            ("most memory while asking, whole questions (pages of the file among it)", Units.Size(question.PeakBytes())),
        ];
    }

    private (double Nanoseconds, long PeakBytes) Imported(string lines)
    {
        using var load = Peer("load", $"load {lines}");
        var reply = load.Ask("import", [QueryLists.Whole])[0];
        return (reply.Nanoseconds ?? throw new InvalidDataException($"{lines} was not imported: {reply.Answer}"), load.PeakBytes());
    }

    private PeerProcess Peer(string name, string words) =>
        new(name, $"'{Environment.ProcessPath}' serve {words}", Path.Combine(target, "errors.txt"), Bound);

    private string At(string name) => Path.Combine(folder, name);

    private static string Time(Rounds rounds, PeerProcess peer, string row) =>
        rounds.Measured.TryGetValue((peer.Name, row), out var found) && found.Quantile(Median) is { } median ? Units.Time(median) : "–";
}
