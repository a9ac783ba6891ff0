using System.Text.RegularExpressions;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Seed;

/// <summary>
/// The shipped facts against the worksheets they were entered from. <c>Golden/worksheet-rows.tsv</c> says for every row which facts hold
/// it; <c>Golden/worksheet-departures.tsv</c> names every field in which they differ, with the reason.
/// </summary>
public sealed partial class WorksheetTests
{
    private static readonly Lazy<FactSet> Shipped = new(() => SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!);

    private static IReadOnlyList<WorksheetAccount> Accounts { get; } =
        [.. TabTable.Read(Golden("worksheet-rows.tsv")).Select(WorksheetAccount.Of)];

    [Test]
    public void EveryNumber_IsAccountedFor()
    {
        var listings = Shipped.Value.Facts.Where(fact => fact.Id.StartsWith("listing-32", StringComparison.Ordinal)).ToList();
        string[] rows = [.. Numbered("F", 353, "D3"), .. Numbered("eu-", 58, "D3"), .. Numbered("B", 23, "D2"), .. Numbered("C", 27, "D2")];
        var listed = Accounts.Where(account => account.Row.StartsWith("32", StringComparison.Ordinal)).ToList();

        Assert.That(WorksheetAccount.Problems([.. Accounts.Except(listed)], rows, Shipped.Value), Is.Empty);
        Assert.That(listed, Has.Count.EqualTo(42));
        Assert.That(listed.SelectMany(account => account.Facts), Is.SubsetOf(listings.Select(fact => fact.Id)));
    }

    [Test]
    public void EveryRowOfTheWorksheets_IsAccountedFor()
    {
        string[] rows =
        [
            .. Worksheet("facts.tsv").Concat(Worksheet("eu-journal-facts.tsv")).Select(row => row["id"]),
            .. Worksheet("eu-listings.tsv").Select(row => $"{row["celex"]} {row["annex"]} {row["entry"]}"),
            .. ConflictTable().Select(row => row.Groups["row"].Value),
            .. StructuralEdge().Matches(Conflicts()).Select(match => match.Groups["row"].Value),
        ];

        Assert.That(rows, Has.Length.EqualTo(353 + 58 + 42 + 27 + 23));
        Assert.That(WorksheetAccount.Problems(Accounts, rows, Shipped.Value), Is.Empty);
    }

    [Test]
    public void EveryFactOfTheConflictTable_IsLinkedOrDoubtedOrExplained() => Assert.That(
        from row in ConflictTable()
        let account = Accounts.Single(account => account.Row == row.Groups["row"].Value)
        let linked = Shipped.Value.Conflicts.Where(conflict => account.Facts.Contains(conflict.Id)).SelectMany(conflict => conflict.Facts)
        from id in row.Groups["facts"].Value.Split(", ").Select(id => id.ToLowerInvariant())
        where !linked.Concat(account.Facts).Contains(id) && !account.Reason.Contains(id, StringComparison.Ordinal)
        select $"{account.Row}: {id}",
        Is.Empty);

    [Test]
    public void LostRow_UnknownFact_NoReason_NoDoubt_AreAllNamed() => Assert.That(
        WorksheetAccount.Problems(
            [
                new("F001", ["f001"], ""), new("F001", ["f001"], ""), new("F003", ["f9999"], ""), new("F004", [], ""),
                new("F005", [], "said twice"), new("C04", ["f319", "c02"], ""), new("X1", ["f001"], ""),
            ],
            ["F001", "F002", "F003", "F004", "F005", "C04"],
            Shipped.Value),
        Is.EqualTo(new[]
        {
            "F002: not accounted for", "X1: in no worksheet", "F001: accounted for twice", "F003: f9999 is neither fact nor conflict",
            "F004: neither facts nor a reason", "C04: f319 is not in doubt",
        }));

    [Test]
    public void EveryFieldThatDiffers_IsListedWithItsReason()
    {
        var departures = TabTable.Read(Golden("worksheet-departures.tsv"));
        var renamed = departures.Where(departure => departure["row"] == "*").ToDictionary(Line, _ => false);
        var differences = Worksheet("facts.tsv").SelectMany(row => WorksheetFields.Differences(row, Shipped.Value))
            .Concat(Worksheet("eu-journal-facts.tsv").SelectMany(row => WorksheetFields.ActDifferences(row, Shipped.Value)))
            .Concat(Worksheet("eu-listings.tsv").SelectMany(row => WorksheetFields.ListingDifferences(row, Account(row), Shipped.Value)))
            .Where(difference => !IsRenaming(difference, renamed))
            .ToList();

        var listed = departures.Where(departure => departure["row"] != "*").Select(Line).ToList();
        Assert.That(string.Join('\n', differences.Except(listed)), Is.Empty, "differ, and are not listed");
        Assert.That(string.Join('\n', listed.Except(differences)), Is.Empty, "are listed, and do not differ");
        Assert.That(renamed.Where(pair => !pair.Value).Select(pair => pair.Key), Is.Empty, "renamings that no row needs");
        Assert.That(departures.Where(departure => departure["reason"] == "-"), Is.Empty);
    }

    private static bool IsRenaming(string difference, Dictionary<string, bool> renamed)
    {
        var key = "*" + difference[difference.IndexOf('\t', StringComparison.Ordinal)..];
        return renamed.ContainsKey(key) && (renamed[key] = true);
    }

    private static string Line(IReadOnlyDictionary<string, string> departure) =>
        string.Join('\t', departure["row"], departure["field"], departure["worksheet"], departure["seed"]);

    private static Fact Account(IReadOnlyDictionary<string, string> row) => Shipped.Value.FindFact(
        Accounts.Single(account => account.Row == $"{row["celex"]} {row["annex"]} {row["entry"]}").Facts.Single())!;

    private static IEnumerable<string> Numbered(string prefix, int count, string format) =>
        Enumerable.Range(1, count).Select(number => prefix + number.ToString(format, System.Globalization.CultureInfo.InvariantCulture));

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Worksheet(string name) => TabTable.Read(SharedData.Worksheet(name));

    private static string Conflicts() => File.ReadAllText(SharedData.Worksheet("conflicts.md"));

    private static MatchCollection ConflictTable() => ConflictRow().Matches(Conflicts());

    private static string Golden(string name) => Path.Combine(AppContext.BaseDirectory, "Golden", name);

    [GeneratedRegex(@"^\| (?<row>C\d\d) \|[^|]*\| (?<facts>[F\d, ]+) \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex ConflictRow();

    [GeneratedRegex(@"^- (?<row>B\d\d) ", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex StructuralEdge();
}
