using System.Text.RegularExpressions;
using KnowledgeGraph.Tests.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Repository;

/// <summary>The traps of running Neo4j in a container, each held off in docker-compose.yml. Lines are enough to see that.</summary>
public partial class ComposeTests
{
    private readonly string[] lines = [.. File
        .ReadAllLines(Path.Combine(SeedTestFiles.Repository().FullName, "docker-compose.yml"))
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && line[0] != '#')];

    [Test]
    public void Neo4jImage_IsPinnedToAPatchVersion() =>
        Assert.That(
            Starting("image: "), Is.All.Match("^image: neo4j:5\\.26\\.[0-9]+-community$").And.Exactly(1).Items);

    [Test]
    public void PublishedPorts_ListenOnThisMachineOnly() =>
        Assert.That(lines.Where(line => PortLine().IsMatch(line)), Is.All.StartsWith("- \"127.0.0.1:").And.Exactly(3).Items);

    [Test]
    public void Neo4jPasswordVariable_IsNeverSet()
    {
        // On that service it would become a setting "password", which Neo4j does not know, and stop the server.
        Assert.That(lines, Has.None.Match("^-? ?\"?NEO4J_PASSWORD"));
        Assert.That(lines, Has.Some.StartsWith("NEO4J_AUTH: \"neo4j/${KG_NEO4J_PASSWORD:?"));
    }

    [Test]
    public void Password_HasNoDefault() =>
        Assert.That(
            lines.Where(line => line.Contains("${", StringComparison.Ordinal)), Is.All.Contains("${KG_NEO4J_PASSWORD:?").And.Exactly(2).Items);

    [Test]
    public void HealthCheck_UsesWhatTheImageHas()
    {
        Assert.That(lines, Has.None.Contains("curl"));
        Assert.That(lines, Has.One.Match("^test: \\[\"CMD\", \"wget\", .*http://127\\.0\\.0\\.1:7474/\"\\]$"));
    }

    [Test]
    public void Loader_WaitsForAHealthyServer() => Assert.That(lines, Has.One.EqualTo("condition: service_healthy"));

    [Test]
    public void Loader_TriesAgainAndReadsOnly()
    {
        Assert.That(lines, Has.One.EqualTo("restart: \"on-failure:3\""));
        Assert.That(lines, Has.Exactly(2).EqualTo("- ./graph-seed:/srv/graph-seed:ro"), "the loader's and the Browser pack's");
    }

    [Test]
    public void BrowserPack_IsHandedOutWhereBrowserFetchesIt()
    {
        Assert.That(lines, Has.One.EqualTo("command: [\"browser\", \"serve\", \"--any-address\"]"));
        Assert.That(lines, Has.One.EqualTo("- \"127.0.0.1:8001:8001\""));
        Assert.That(lines, Has.One.EqualTo(
            "NEO4J_browser_post__connect__cmd: \"config autoComplete: false; style http://localhost:8001/kg.grass; guide http://localhost:8001/guide.html\""));
    }

    [TestCase("db_transaction_timeout")]
    [TestCase("db_lock_acquisition_timeout")]
    [TestCase("dbms_cypher_forbid__exhaustive__shortestpath")]
    [TestCase("dbms_usage__report_enabled")]
    [TestCase("client_allow__telemetry")]
    public void Setting_IsMade(string setting) =>
        Assert.That(lines, Has.One.StartsWith($"NEO4J_{setting}: \""));

    [Test]
    public void Dockerfile_StandsWhereTheLoaderLooks() =>
        Assert.That(Path.Combine(SeedTestFiles.Repository().FullName, Starting("dockerfile: ").Distinct().Single()["dockerfile: ".Length..]), Does.Exist);

    private IEnumerable<string> Starting(string text) => lines.Where(line => line.StartsWith(text, StringComparison.Ordinal));

    [GeneratedRegex("^- \"?[0-9.:]+:[0-9]+\"?$")]
    private static partial Regex PortLine();
}
