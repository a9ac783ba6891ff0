using KnowledgeGraph.Neo4j;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>What a cluster asks of the transport: bookmarks, the member of a transaction, and patience while a leader changes.</summary>
public sealed class Neo4jClusterTests
{
    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();

    [Test]
    public async Task ReadAfterCommit_WaitsUntilTheOtherMemberHasIt()
    {
        await using var cluster = new FakeCluster();
        await using var transport = Transport(cluster);
        await using var stranger = Transport(cluster);
        await OnceAsync(transport, AccessMode.Write, "WRITE");
        (cluster.Due, cluster.Lag) = ("b", 2);

        var unaware = await OnceAsync(stranger, AccessMode.Read, "READ");
        var aware = await AgainAsync(transport, AccessMode.Read, "READ");

        Assert.That((unaware, aware), Is.EqualTo((0L, 1L)));
        Assert.That(Begins(cluster).Count(body => body.Contains("""bookmarks":["1"]""", StringComparison.Ordinal)), Is.EqualTo(3));
    }

    [Test]
    public async Task MemberStaysBehind_SaysSoAndThatTryingAgainMayHelp()
    {
        await using var cluster = new FakeCluster();
        await using var transport = Transport(cluster);
        await OnceAsync(transport, AccessMode.Write, "WRITE");
        (cluster.Due, cluster.Lag) = ("b", 100);

        var error = Assert.ThrowsAsync<Neo4jException>(() => OnceAsync(transport, AccessMode.Read, "READ"))!;

        Assert.That(error.IsTransient);
        Assert.That(error.Message, Is.EqualTo(
            $"{cluster.Server.Address} could not finish just now; try again (Neo.TransientError.Transaction.BookmarkTimeout: Database 'neo4j' not up to the requested version)"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task EveryRequestOfATransaction_GoesToItsMember(bool isCommitted)
    {
        await using var cluster = new FakeCluster { Due = "b" };
        await using var transport = Transport(cluster);
        await using (var transaction = await transport.BeginAsync(Request(AccessMode.Read), CancellationToken.None))
        {
            await transaction.RunAsync("READ", Nothing, CancellationToken.None);
            await (isCommitted ? transaction.CommitAsync(CancellationToken.None) : transaction.RollBackAsync(CancellationToken.None));
        }

        await OnceAsync(transport, AccessMode.Read, "READ");

        var asked = cluster.Server.Whole.Select(request => (request.Line.Split("v2")[^1], request.Header(FakeCluster.AffinityHeader)));
        Assert.That(asked.Take(5), Is.EqualTo(new[]
        {
            ("GET /", null), ("/tx", null), ("/tx/0000", "b"), ("/tx/0000", "b"), (isCommitted ? "/tx/0000/commit" : "/tx/0000", "b"),
        }));
        Assert.That(asked.Skip(5).First(), Is.EqualTo(("/tx", (string?)null)));
        Assert.That(cluster.Server.Whole[2].Body, Does.Contain("\"member\":\"b\""), "so that a later load can end it there");
    }

    [Test]
    public async Task AnotherWritersTransaction_IsEndedOnItsMember()
    {
        await using var cluster = new FakeCluster();
        await using var transport = Transport(cluster);

        await transport.TerminateAsync(
            "neo4j-transaction-7", new Dictionary<string, object?> { ["http"] = "0007", ["member"] = "b" }, CancellationToken.None);

        Assert.That(cluster.Server.Whole.Select(request => request.Header(FakeCluster.AffinityHeader)), Is.EqualTo(new[] { "b", "b" }));
    }

    [Test]
    public async Task LeaderChangesWhileWriting_IsWrittenOnceByTheNewOne()
    {
        await using var cluster = new FakeCluster { Leader = "b" };
        await using var transport = Transport(cluster);
        var refusals = 0;
        cluster.Instead = request =>
        {
            if (request.Line.StartsWith("DELETE", StringComparison.Ordinal) && ++refusals == 2)
            {
                cluster.Due = "b";
            }

            return null;
        };

        Assert.That(await AgainAsync(transport, AccessMode.Write, "WRITE"), Is.EqualTo(1));
        Assert.That(refusals, Is.EqualTo(2));
    }

    [Test]
    public async Task NoMemberAvailable_IsTriedAgain([Values(502, 503, 504)] int status, [Values("GET /", "POST /db/neo4j/query/v2/tx")] string line)
    {
        await using var cluster = new FakeCluster();
        await using var transport = Transport(cluster);
        var failures = 1;
        cluster.Instead = request => request.Line == line && failures-- > 0 ? new FakeReply(status, "text/html", "<html>no upstream</html>") : null;

        var error = Assert.ThrowsAsync<Neo4jException>(() => OnceAsync(transport, AccessMode.Read, "READ"))!;

        Assert.That((error.Kind, error.IsTransient), Is.EqualTo((Neo4jErrorKind.Transient, true)));
        Assert.That(error.Message, Is.EqualTo($"{cluster.Server.Address} is not available just now; try again (status {status})"));
        Assert.That(await OnceAsync(transport, AccessMode.Read, "READ"), Is.Zero);
    }

    [Test]
    public async Task NothingListensAnyMore_IsWorthAnotherTry()
    {
        var cluster = new FakeCluster();
        await using var transport = Transport(cluster);
        await using var stranger = Transport(cluster);
        await OnceAsync(transport, AccessMode.Read, "READ");
        await cluster.DisposeAsync();

        var known = Assert.ThrowsAsync<Neo4jException>(() => OnceAsync(transport, AccessMode.Read, "READ"))!;
        var unknown = Assert.ThrowsAsync<Neo4jException>(() => OnceAsync(stranger, AccessMode.Read, "READ"))!;

        Assert.That((known.Kind, known.IsTransient), Is.EqualTo((Neo4jErrorKind.Unreachable, true)));
        Assert.That((unknown.Kind, unknown.IsTransient), Is.EqualTo((Neo4jErrorKind.Unreachable, false)), "an address that never answered may be wrong");
    }

    [Test]
    public async Task CommitWithoutAnswer_IsReplayedOnlyByWorkThatLooksFirst([Values] bool looksFirst)
    {
        await using var cluster = new FakeCluster();
        await using var transport = Transport(cluster);
        cluster.Instead = request => request.Line.EndsWith("/commit", StringComparison.Ordinal) ? FakeReply.Json("{") with { ClaimedLength = 1000 } : null;

        var error = Assert.ThrowsAsync<Neo4jException>(() => TransientRetry.RunAsync(
            () => OnceAsync(transport, AccessMode.Write, "WRITE"), 2, TimeProvider.System, CancellationToken.None, looksFirst))!;

        Assert.That((error.Kind, error.IsTransient), Is.EqualTo((Neo4jErrorKind.Unconfirmed, false)));
        Assert.That(error.Message, Does.Match(
            $"^{cluster.Server.Address} did not confirm the commit, so whether it took is not known: .*[^.]; kg load looks first, so load again$"));
        Assert.That(Begins(cluster).Count(), Is.EqualTo(looksFirst ? 2 : 1));
    }

    [Test]
    public async Task CommitRefused_IsKnownToHaveFailed()
    {
        await using var cluster = new FakeCluster();
        await using var transport = Transport(cluster);
        cluster.Instead = request => request.Line.EndsWith("/commit", StringComparison.Ordinal)
            ? FakeReply.Json("""{"errors":[{"code":"Neo.ClientError.Cluster.NotALeader","message":"Should have a leader"}]}""", 400)
            : null;

        var error = Assert.ThrowsAsync<Neo4jException>(() => OnceAsync(transport, AccessMode.Write, "WRITE"))!;

        Assert.That((error.Kind, error.IsTransient), Is.EqualTo((Neo4jErrorKind.Transient, true)));
    }

    [Test]
    public void BookmarksOfCommitsSideBySide_AreAllWaitedFor()
    {
        var bookmarks = new Bookmarks();
        Parallel.For(0, 1000, number => bookmarks.Replace([], [$"{number}"]));
        Assert.That(bookmarks.Latest, Has.Count.EqualTo(1000).And.Unique);

        bookmarks.Replace(bookmarks.Latest, ["after them"]);
        bookmarks.Replace(bookmarks.Latest, []);
        Assert.That(bookmarks.Latest, Is.EqualTo(new[] { "after them" }));
    }

    private static Neo4jHttp Transport(FakeCluster cluster) => new(Neo4jOptions.Parse(cluster.Server.Address));

    private static TransactionRequest Request(AccessMode access) => new(access, TimeSpan.FromSeconds(30), Nothing);

    private static IEnumerable<string> Begins(FakeCluster cluster) =>
        cluster.Server.Whole.Where(request => request.Line.EndsWith("/tx", StringComparison.Ordinal)).Select(request => request.Body);

    private static async Task<long> OnceAsync(Neo4jHttp transport, AccessMode access, string statement)
    {
        await using var transaction = await transport.BeginAsync(Request(access), CancellationToken.None);
        var result = await transaction.RunAsync(statement, Nothing, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return result.Rows[0].Number("version");
    }

    private static Task<long> AgainAsync(Neo4jHttp transport, AccessMode access, string statement) => TransientRetry.RunAsync(
        () => OnceAsync(transport, access, statement), 5, TimeProvider.System, CancellationToken.None);
}
