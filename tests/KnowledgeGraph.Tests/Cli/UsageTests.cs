using KnowledgeGraph.Cli;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

[TestFixture]
public sealed class UsageTests
{
    /// <summary>What the help lists: the verbs in its order.</summary>
    private static readonly string Verbs = string.Join(", ", KnowledgeGraph.Cli.Verbs.VerbList.All.Select(verb => verb.Name).Append("help"));

    private static readonly (string[] Args, string Message)[] Wrong =
    [
        (["ask"], "kg ask takes one NAME, or --all or --list in its place; found nothing"),
        (["ask", "q01", "--all"], "kg ask takes one NAME, or --all or --list in its place; found \"q01\" beside it"),
        (["pth"], $"kg has no verb \"pth\"; there are {Verbs}; did you mean kg path?"),
        (["--json"], $"kg takes a verb first, then its options; found --json; there are {Verbs}"),
        (["path", "A"], "kg path takes FROM and TO; found \"A\""),
        (["common", "A"], "kg common takes A and B, and more if you like; found \"A\""),
        (["path"], "kg path takes FROM and TO; found nothing"),
        (["path", "A", "B", "C"], "kg path takes FROM and TO; found \"A\", \"B\", \"C\"; put a name of several words in quotation marks"),
        (["check", "A"], "kg check takes no name or text; found \"A\""),
        (["path", "A", "B", "--limt", "4"], "kg path has no option --limt; did you mean --limit?"),
        (["path", "A", "B", "--zzzzzzzz"], "kg path has no option --zzzzzzzz"),
        (["find", "A", "--layer=supply"], "kg find has no option --layer"),
        (["path", "A", "B", "--limit"], "--limit needs a value: --limit N"),
        (["path", "A", "B", "--limit", "--json"], "--limit needs a value: --limit N"),
        (["path", "A", "B", "--limit", "0"], "--limit \"0\" is not allowed; it takes a whole number from 1 to 1000000"),
        (["path", "A", "B", "--limit", "ten"], "--limit \"ten\" is not allowed; it takes a whole number from 1 to 1000000"),
        (["path", "A", "B", "--limit", "1", "--limit", "2"], "--limit may stand once; found --limit 1 and --limit 2"),
        (["path", "A", "B", "-k", "-1"], "-k \"-1\" is not allowed; it takes a whole number from 1 to 1000000"),
        (["path", "A", "B", "-k", "2", "--all"], "-k and --all exclude each other: the one asks for the first few paths, the other for every path"),
        (["path", "A", "B", "--by", "widht"], "--by \"widht\" is not allowed; it takes hops, reliability, width; did you mean width?"),
        (["path", "A", "B", "--edge-disjoint", "0"], "--edge-disjoint \"0\" is not allowed; it takes a whole number from 1 to 1000000"),
        (["path", "A", "B", "--edge-disjoint", "2", "--node-disjoint", "2"],
            "--edge-disjoint and --node-disjoint exclude each other: paths that share no node share no hop either"),
        (["path", "A", "B", "--edge-disjoint", "2", "--all"], "--edge-disjoint and --all exclude each other: disjoint paths are chosen from all paths"),
        (["path", "A", "B", "--node-disjoint", "2", "-k", "2"], "--node-disjoint and -k exclude each other: disjoint paths are counted by their own option"),
        (["path", "A", "B", "--node-disjoint", "2", "--by", "width"],
            "--node-disjoint and --by exclude each other: disjoint paths are chosen by their hops in all"),
        (["path", "A", "B", "--edges", "A", "--edges", "B"], "--edges may stand once; found --edges A and --edges B"),
        (["path", "A", "B", "--known-on", "2026"], "--known-on \"2026\" is a year, on whose days the answer may differ; ask for one day, such as 2026-12-31"),
        (["path", "Integral", "Russia", "--avoid", "Integral"],
            "--avoid integral: the path is to start there, end there or pass through it; leave one of the two out"),
        (["path", "A", "B", "--max-hops", "33"], "--max-hops \"33\" is not allowed; it takes a whole number from 1 to 32"),
        (["path", "A", "B", "--timeout", "10"],
            "--timeout \"10\" is not allowed; it takes a number with its unit from 1ms to 60m, such as 500ms, 2s or 1m; did you mean 10s?"),
        (["path", "A", "B", "--timeout", "2h"],
            "--timeout \"2h\" is not allowed; it takes a number with its unit from 1ms to 60m, such as 500ms, 2s or 1m"),
        (["path", "A", "B", "--min-confidence", "1.5"], "--min-confidence \"1.5\" is not allowed; it takes a number from 0 to 1, such as 0.7"),
        (["path", "A", "B", "--min-confidence", "0,7"], "--min-confidence \"0,7\" is not allowed; it takes a number from 0 to 1, such as 0.7"),
        (["path", "A", "B", "--min-confidence", "NaN"], "--min-confidence \"NaN\" is not allowed; it takes a number from 0 to 1, such as 0.7"),
        (["path", "A", "B", "--status", "rported"],
            "--status \"rported\" is not allowed; it takes reported, estimate, attributed-claim, forecast, opinion; did you mean reported?"),
        (["path", "A", "B", "--as-of", "2025"], "--as-of \"2025\" is a year, on whose days the answer may differ; ask for one day, such as 2025-12-31"),
        (["path", "A", "B", "--as-of", "2025-08"], "--as-of \"2025-08\" is a month, on whose days the answer may differ; ask for one day, such as 2025-08-31"),
        (["path", "A", "B", "--as-of", "2025-02-30"], "--as-of \"2025-02-30\" is no day; it takes one such as 2025-08-15"),
        (["path", "A", "B", "--certain"], "--certain narrows --as-of; say for which day, such as --as-of 2025-08-15"),
        (["path", "A", "B", "--allow-unspecified", "--any-product"],
            "--allow-unspecified and --any-product exclude each other: "
            + "the one marks hops with an unspecified product, the other ignores products altogether"),
        (["show", "A", "--layer", "supply"], "--layer narrows what is around a node; say how far with --hops N"),
        (["show", "A", "--hops", "0"], "--hops \"0\" is not allowed; it takes a whole number from 1 to 32"),
        (["upstream", "A", "--closure", "--max-hops", "3"], "--closure and --max-hops exclude each other: the one goes any distance, the other only so far"),
        (["path", "A", "B", "--without", "C", "--cypher"], "--cypher draws one answer; what would differ stands in none that a store holds"),
        (["path", "A", "B", "--what-if", "a.json", "--what-if", "b.json"], "--what-if may stand once; found --what-if a.json and --what-if b.json"),
        (["path", "A", "B", "--format", "jsn"], "--format \"jsn\" is not allowed; it takes table, json, csv, md; did you mean json?"),
        (["path", "A", "B", "--json", "--format", "csv"], "--json and --format csv exclude each other: --json is short for --format json"),
        (["find", "A", "--dataset", "x"], "--dataset names a data set in a store; say which with --store URI"),
        (["load", "--store", "http://h", "--dataset", "a b"], "--dataset \"a b\" is not allowed; it takes 1 to 100 letters, digits, -, _ or ."),
        (["verify"], "kg verify needs --store URI, or --store neo4j for the server in KG_NEO4J_URI"),
        (["pull", "--store", "http://h"], "kg pull needs --store URI (or --store neo4j for the server in KG_NEO4J_URI) and --out DIR, --out NAME.jsonl or --diff"),
        (["pull", "--store", "http://h", "--out", "no-such-folder/x.jsonl"],
            $"--out \"no-such-folder/x.jsonl\" lies in no folder that is there; make {Path.GetFullPath("no-such-folder")} first"),
        (["load"], "kg load needs --store URI, or --store neo4j for the server in KG_NEO4J_URI"),
    ];

    [TestCaseSource(nameof(Wrong))]
    public void WrongLine_PointsAndIs2((string[] Args, string Message) wrong)
    {
        var run = CliRun.With([], wrong.Args);

        var verb = wrong.Args[0];
        var hint = verb is "pth" or "--json" ? "see `kg help`" : $"see `kg help {verb}`";
        Assert.That(run, Is.EqualTo(new CliRun(ExitCode.Usage, "", $"kg: {wrong.Message}\nkg: {hint}\n")));
    }

    [Test]
    public void SeveralWrong_AllTold()
    {
        var run = CliRun.With([], ["find", "--limit", "0", "--format", "x"]);

        Assert.That(run.Error, Is.EqualTo("""
            kg: kg find takes TEXT; found nothing
            kg: --format "x" is not allowed; it takes table, json, csv, md
            kg: --limit "0" is not allowed; it takes a whole number from 1 to 1000000
            kg: see `kg help find`

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void StoreFromEnvironmentNotSet_SaysHow()
    {
        var run = CliRun.With([], ["load", "--store", "neo4j"]);

        Assert.That(run.Error, Is.EqualTo(
            "kg: --store neo4j takes the address from KG_NEO4J_URI, which is not set; set it to something like http://localhost:7474\n"));
    }

    [Test]
    public void SeedNoFolder_SaysWhatASeedIs()
    {
        var run = CliRun.Of("check", "--seed", "no-such-folder");

        Assert.That(run, Is.EqualTo(new CliRun(
            ExitCode.Usage, "", "kg: --seed \"no-such-folder\" is neither folder nor file; a seed is a folder that holds ontology.json, sources.json, nodes and facts, or a graph file of kg build or kg import\n")));
    }

    [Test]
    public void ControlCharactersTyped_NotEchoed() =>
        Assert.That(CliRun.Of("show", "\u001b[31mX").Error, Does.StartWith("kg: nothing goes by \"\uFFFD[31mX\""));

    [Test]
    public void AtSign_IsNoResponseFile() => Assert.That(CliRun.Of("find", "@no-such-file").Code, Is.EqualTo(ExitCode.None));

    [Test]
    public void WordsAfterDashes_AreNames() => Assert.That(CliRun.With([], ["find", "--seed", CliRun.ShippedSeed, "--", "--json"]).Code, Is.EqualTo(ExitCode.None));

    [Test]
    public void SeedAbove_IsFound()
    {
        var folder = Directory.CreateTempSubdirectory("kg-above-").FullName;
        var below = Directory.CreateDirectory(Path.Combine(folder, "a", "b")).FullName;
        var seed = Directory.CreateDirectory(Path.Combine(folder, "graph-seed")).FullName;

        Assert.That(SeedLocation.Resolve(null, below, "/nowhere"), Is.EqualTo(seed));

        Directory.Delete(folder, recursive: true);
        Assert.That(() => SeedLocation.Resolve(null, below, "/nowhere"), Throws.TypeOf<UsageException>().With.Message.EqualTo(
            $"no folder graph-seed in {below} or above it; name one with --seed DIR: a seed is a folder that holds ontology.json, sources.json, nodes and facts"));
    }
}
