using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

/// <summary>What the user sees, on the shipped seed and on a small one that has every mark.</summary>
[TestFixture]
public sealed class GoldenTests
{
    private static readonly TestCaseData[] Shipped =
    [
        Case("help", "help"),
        Case("help-path", "help", "path"),
        Case("path", "path", "Iskander missile", "Government of Belarus"),
        Case("path-all", "path", "Iskander missile", "Government of Belarus", "--all"),
        Case("path-min-confidence", "path", "Iskander missile", "Government of Belarus", "--min-confidence", "0.73"),
        Case("path-product", "path", "Iskander missile", "China", "--layer", "supply"),
        Case("path-any-product", "path", "Iskander missile", "China", "--layer", "supply", "--any-product"),
        Case("path-as-of", "path", "Iskander missile", "Government of Belarus", "--as-of", "2025-08-15", "--certain"),
        Case("path-reliable", "path", "Iskander missile", "Government of Belarus", "-k", "2", "--by", "reliability"),
        Case("path-disjoint", "path", "Russia", "Government of Belarus", "--node-disjoint", "3"),
        Case("path-avoid", "path", "Iskander missile", "Government of Belarus", "--avoid", "Integral", "--avoid-country", "China", "--avoid-fact", "f151"),
        Case("path-channel", "path", "Belarusian state budget", "Russia", "--all", "--channel", "other Russian transfers", "--avoid-node-type", "Person"),
        Case("path-avoid-node-type", "path", "Iskander missile", "Government of Belarus", "--avoid-node-type", "Company"),
        Case("path-rules", "path", "Iskander missile", "Government of Belarus", "--via", "Russia", "--edges", "_ . SUPPLIES_TO . _*", "--in-time-order"),
        Case("path-edges-wrong", "path", "Iskander missile", "Government of Belarus", "--edges", "SUPPLIES_COMPONENT_FOR . (CONTRLS | OWNS*)"),
        Case("upstream-known-on", "upstream", "Iskander missile", "--known-on", "2020-01-01"),
        Case("path-unknown-end", "path", "minsk", "China"),
        Case("path-csv", "path", "Iskander missile", "Government of Belarus", "--format", "csv"),
        Case("path-none-md", "path", "Iskander missile", "China", "--layer", "supply", "--format", "md"),
        Case("path-any-product-md", "path", "Iskander missile", "China", "--layer", "supply", "--any-product", "--format", "md"),
        Case("path-md", "path", "Iskander missile", "Government of Belarus", "--format", "md"),
        Case("explain", "path", "Iskander missile", "Government of Belarus", "--all", "--explain"),
        Case("explain-claim", "path", "T-72", "Minsk Mechanical Plant (Vavilov)", "--explain"),
        Case("explain-opinion", "path", "sanctions-on-belarus", "loss-of-economic-autonomy", "--layer", "causal", "--explain"),
        Case("explain-upstream", "upstream", "Iskander missile", "--layer", "supply", "--max-hops", "1", "--explain"),
        Case("explain-none", "path", "Iskander missile", "China", "--layer", "supply", "--explain"),
        Case("explain-md", "path", "Iskander missile", "Government of Belarus", "--explain", "--format", "md"),
        Case("explain-csv", "path", "BelGee", "Geely", "--explain", "--format", "csv"),
        Case("connect", "connect", "Geely", "Integral"),
        Case("connect-none", "connect", "Iskander missile", "China", "--layer", "provenance", "--max-hops", "2"),
        Case("common", "common", "Iskander missile", "Kh-59M2A missile"),
        Case("common-csv", "common", "Iskander missile", "Kh-59M2A missile", "--layer", "supply", "--format", "csv"),
        Case("common-none", "common", "Iskander missile", "T-72"),
        Case("common-unknown", "common", "Iskander missile", "European Union", "--layer", "supply"),
        Case("chokepoints", "chokepoints", "T-72", "--layer", "supply", "--allow-unspecified"),
        Case("chokepoints-nested", "chokepoints", "Iskander missile"),
        Case("chokepoints-none", "chokepoints", "Iskander missile", "--layer", "supply"),
        Case("bridges", "bridges", "T-72", "--layer", "supply"),
        Case("bridges-near", "bridges", "Peleng", "--layer", "supply", "--max-hops", "2"),
        Case("bridges-csv", "bridges", "Peleng", "--layer", "supply", "--max-hops", "2", "--format", "csv"),
        Case("chokepoints-csv", "chokepoints", "T-72", "--layer", "supply", "--allow-unspecified", "--format", "csv"),
        Case("cut", "cut", "Russia", "Government of Belarus"),
        Case("cut-hops", "cut", "Iskander missile", "Government of Belarus", "--to", "Rostec", "--hops", "-k", "3"),
        Case("cut-direct", "cut", "Iskander missile", "Integral"),
        Case("cut-csv", "cut", "Iskander missile", "Lukashenko", "-k", "2", "--format", "csv"),
        Case("alternatives", "alternatives", "Iskander missile"),
        Case("alternatives-levels", "alternatives", "T-72", "--max-size", "1"),
        Case("alternatives-firm", "alternatives", "Uralvagonzavod"),
        Case("alternatives-csv", "alternatives", "T-72", "--format", "csv"),
        Case("show-belgee", "show", "BelGee"),
        Case("show-integral-csv", "show", "integral", "--format", "csv"),
        Case("show-hops", "show", "T-72", "--hops", "2"),
        Case("show-hops-none", "show", "BelGee", "--hops", "1", "--layer", "expectation"),
        Case("find", "find", "интеграл"),
        Case("find-nothing", "find", "Integrall"),
        Case("upstream", "upstream", "Iskander missile", "--layer", "supply"),
        Case("upstream-closure", "upstream", "T-72", "--layer", "supply", "--closure"),
        Case("upstream-unknown", "upstream", "Kremniy El", "--layer", "supply"),
        Case("downstream-max-hops", "downstream", "China", "--max-hops", "2"),
        Case("facts-known-on", "facts", "--subject", "Integral", "--known-on", "2020-01-01"),
        Case("downstream", "downstream", "Integral", "--max-hops", "2"),
        Case("downstream-md", "downstream", "Integral", "--max-hops", "1", "--format", "md"),
        Case("what-if-without", "upstream", "T-72", "--layer", "supply", "--allow-unspecified", "--without", "Uralvagonzavod"),
        Case("what-if-without-csv", "upstream", "T-72", "--layer", "supply", "--allow-unspecified", "--without", "Uralvagonzavod", "--format", "csv"),
        Case("what-if-without-md", "path", "Iskander missile", "Government of Belarus", "--without-fact", "f155", "--format", "md"),
        Case("what-if-same", "path", "Iskander missile", "Integral", "--without", "BelGee"),
        Case("what-if-limit", "upstream", "Iskander missile", "--limit", "2", "--without", "Integral"),
        Case("facts", "facts", "--subject", "Integral", "--object-type", "WeaponSystem", "--select", "object,role:product"),
        Case("facts-as-of", "facts", "--type", "OPERATES_SINCE", "--as-of", "2025-02-15"),
        Case("facts-none", "facts", "--subject", "China", "--object-type", "WeaponSystem"),
        Case("facts-csv", "facts", "--conflicts-with", "f047", "--format", "csv"),
        Case("derive", "derive", "f243 / (2 * f240)"),
        Case("derive-wrong", "derive", "f241 - f165"),
        Case("ask", "ask", "q31"),
        Case("ask-all", "ask", "--all"),
        Case("ask-list", "ask", "--list"),
        Case("ask-unknown", "ask", "q99"),
        Case("check", "check"),
    ];

    private static readonly TestCaseData[] Small =
    [
        Case("small-path-marks", "path", "rocket", "maker-b", "--all", "--allow-unspecified"),
        Case("small-path-markup", "path", "maker-b", "evil"),
        Case("small-path-markup-csv", "path", "maker-b", "evil", "--format", "csv"),
        Case("small-path-markup-md", "path", "maker-b", "evil", "--format", "md"),
        Case("small-upstream-marks", "upstream", "rocket", "--allow-unspecified"),
        Case("small-show", "show", "maker-b"),
        Case("small-stats", "stats", "--as-of", "2026-01-02"),
        Case("small-stats-csv", "stats", "--as-of", "2026-01-02", "--format", "csv"),
        Case("small-cut-short", "path", "rocket", "maker-b", "--max-hops", "1"),
    ];

    [TestCaseSource(nameof(Shipped))]
    public void ShippedSeed_LooksAsRead(string name, string[] args) => GoldenFile.Check(name, CliRun.Of(args).Transcript(args));

    [TestCaseSource(nameof(Small))]
    public void SmallSeed_LooksAsRead(string name, string[] args)
    {
        using var seed = SmallSeed.WithEveryMark();

        GoldenFile.Check(name, CliRun.On(seed.Folder, args).Transcript(args));
    }

    [TestCase("small-explain-found", "connect", "rocket", "maker", "--explain")]
    [TestCase("small-explain-not-supplied", "path", "rocket", "maker", "--type", "FOUND_IN", "--layer", "supply", "--explain")]
    public void PartFound_IsNeverSupplied(string name, params string[] args)
    {
        using var seed = SmallSeed.WithAFind();
        var run = CliRun.On(seed.Folder, args);

        Assert.That(run.Out, Does.Not.Contain("supplies").And.Not.Contain("needs"));
        GoldenFile.Check(name, run.Transcript(args));
    }

    private static TestCaseData Case(string name, params string[] args) => new TestCaseData(name, args).SetArgDisplayNames(name);
}
