using System.Globalization;
using KnowledgeGraph.Benchmarks.Exchange;

namespace KnowledgeGraph.Benchmarks.Comparison;

/// <summary>What the script asks for: <c>--key value</c>, some several times.</summary>
/// <param name="words">The words of the command line.</param>
internal sealed class ComparisonPlan(string[] words)
{
    /// <summary>The folder of the arrays and query lists.</summary>
    public string Arrays => Single("--arrays");

    /// <summary>Where tables and error output go.</summary>
    public string Out => Single("--out");

    /// <summary>The longest a query may take.</summary>
    public TimeSpan Bound => TimeSpan.FromSeconds(double.Parse(Single("--bound"), CultureInfo.InvariantCulture));

    public int WarmRounds => int.Parse(Single("--rounds"), CultureInfo.InvariantCulture);

    /// <summary>Names and command lines of the peers, <c>name=command</c>.</summary>
    public IReadOnlyList<(string Name, string Command)> Peers =>
        [.. All("--peer").Select(text => text.Split('=', 2)).Select(parts => (parts[0], parts[1]))];

    /// <summary>The rows asked for; all where none is named.</summary>
    public IReadOnlyList<Row> Rows
    {
        get
        {
            var wanted = All("--row").ToHashSet(StringComparer.Ordinal);
            var unknown = wanted.Except(Row.All.Select(row => row.Name)).ToList();
            return unknown.Count > 0
                ? throw new ArgumentException($"there is no row {string.Join(", ", unknown)}; there are {string.Join(", ", Row.All.Select(row => row.Name))}")
                : [.. Row.All.Where(row => wanted.Count == 0 || wanted.Contains(row.Name))];
        }
    }

    /// <summary>The queries, by row.</summary>
    public Dictionary<string, string[]> Queries => new(QueryLists.Read(Arrays)) { ["scan"] = [QueryLists.Whole], ["import"] = [QueryLists.Whole] };

    private string Single(string key) => All(key).FirstOrDefault() ?? throw new ArgumentException($"{key} is missing");

    private IEnumerable<string> All(string key) => words.Zip(words.Skip(1)).Where(pair => pair.First == key).Select(pair => pair.Second);
}
