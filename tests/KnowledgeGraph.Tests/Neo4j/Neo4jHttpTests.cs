using KnowledgeGraph.Neo4j;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>What the transport makes of every ugly reply. Messages are asserted whole, with the address for <c>HERE</c>.</summary>
public sealed class Neo4jHttpTests
{
    private static readonly TransactionRequest Request =
        new(AccessMode.Write, TimeSpan.FromSeconds(30), new Dictionary<string, object?> { ["kind"] = "test" });

    public static IEnumerable<TestCaseData> UglyReplies()
    {
        yield return Case("ErrorsAfterRows", FakeReply.Json(
            """{"data":{"fields":["x"],"values":[[1],[2]]},"errors":[{"code":"Neo.ClientError.Statement.ArithmeticError","message":"/ by zero"}]}"""),
            Neo4jErrorKind.Statement, "HERE refuses the statement (Neo.ClientError.Statement.ArithmeticError: / by zero)");
        yield return Case("Deadlock", FakeReply.Json(Error("Neo.TransientError.Transaction.DeadlockDetected", "a circle"), 400),
            Neo4jErrorKind.Transient, "HERE could not finish just now; try again (Neo.TransientError.Transaction.DeadlockDetected: a circle)");
        yield return Case("IndexOfAConstraintBeingMade", FakeReply.Json(Error("Neo.DatabaseError.Schema.IndexDropFailed", "it belongs to one"), 500),
            Neo4jErrorKind.Transient, "HERE could not finish just now; try again (Neo.DatabaseError.Schema.IndexDropFailed: it belongs to one)");
        yield return Case("WrongPassword", FakeReply.Json(Error("Neo.ClientError.Security.Unauthorized", "Invalid credential."), 401),
            Neo4jErrorKind.Authentication,
            "HERE refuses the user or the password (Neo.ClientError.Security.Unauthorized); give both, for example http://USER:PASSWORD@HOST:PORT");
        yield return Case("UnauthorizedWithoutBody", new FakeReply(401, "text/plain", ""),
            Neo4jErrorKind.Authentication,
            "HERE refuses the user or the password (Neo.ClientError.Security.Unauthorized); give both, for example http://USER:PASSWORD@HOST:PORT");
        yield return Case("TooManyWrongPasswords", FakeReply.Json(Error("Neo.ClientError.Security.AuthenticationRateLimit", "later"), 429),
            Neo4jErrorKind.TooManyAttempts, "HERE refuses to answer after too many wrong passwords; wait five seconds, then give the right one");
        yield return Case("TransactionGone", FakeReply.Json(Error("Neo.ClientError.Request.Invalid", "Transaction with Id: \"1\" was not found."), 404),
            Neo4jErrorKind.Terminated,
            "the transaction at HERE is gone: ended by somebody else, or by the server for being idle; nothing of it was written (Neo.ClientError.Request.Invalid: Transaction with Id: \"1\" was not found.)");
        yield return Case("UnknownDatabase", FakeReply.Json(Error("Neo.ClientError.Database.DatabaseNotFound", "Graph not found: x"), 404),
            Neo4jErrorKind.UnknownDatabase, "HERE has no such database; Neo4j's own is called neo4j (SHOW DATABASES lists them)");
        yield return Case("ReadOnly", FakeReply.Json(Error("Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "no")),
            Neo4jErrorKind.ReadOnly, "HERE is read-only; load where writing is allowed, or set server.databases.default_to_read_only=false there");
        yield return Case("ServerTimeout", FakeReply.Json(Error("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "late")),
            Neo4jErrorKind.TimedOut, "HERE ended the transaction at its time bound; narrow the question or allow more time");
        yield return Case("HtmlOfSomethingElse", new FakeReply(200, "text/html", "<html>Welcome to nginx!</html>"),
            Neo4jErrorKind.NotNeo4j, "something else answers at HERE: status 200, text/html");
        yield return Case("JsonOfAnotherShape", FakeReply.Json("""{"data":[1]}"""),
            Neo4jErrorKind.Protocol, "the reply of HERE breaks off or is no JSON: \"data\" has not the shape of Neo4j's Query API");
        yield return Case("TruncatedJson", FakeReply.Json("""{"data":{"fields":["x"],"values":[[1],["""),
            Neo4jErrorKind.Protocol, "the reply of HERE breaks off or is no JSON: the text ends in the middle of a value");
        yield return Case("HugeReply", FakeReply.Json(new string(' ', (1024 * 1024) + 1)),
            Neo4jErrorKind.Protocol, "the reply of HERE is larger than 1 MB; ask for less at once");
        yield return Case("Redirect", new FakeReply(302, "text/html", "", "Location: http://elsewhere.example/steal\r\n"),
            Neo4jErrorKind.NotNeo4j, "something else answers at HERE: a redirect to elsewhere.example, which is not followed; give Neo4j's own address");
    }

    [TestCaseSource(nameof(UglyReplies))]
    public async Task UglyReply_BecomesNamedFailure(FakeReplyCase ugly)
    {
        await using var server = FakeServer.Running(ugly.Reply);
        await using var transport = Transport(server);
        await using var transaction = await transport.BeginAsync(Request, CancellationToken.None);
        var error = Assert.ThrowsAsync<Neo4jException>(() => transaction.RunAsync("RETURN 1", Nothing, CancellationToken.None))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Is.EqualTo(ugly.Message.Replace("HERE", server.Address, StringComparison.Ordinal)));
            Assert.That(error.Kind, Is.EqualTo(ugly.Kind));
            Assert.That(error.IsTransient, Is.EqualTo(ugly.Kind == Neo4jErrorKind.Transient));
        }
    }

    [Test]
    public async Task ConnectionBreaksInReply_IsUnreachable()
    {
        await using var server = FakeServer.Running(FakeReply.Json("""{"data":{""") with { ClaimedLength = 1000 });
        await using var transport = Transport(server);
        await using var transaction = await transport.BeginAsync(Request, CancellationToken.None);
        var error = Assert.ThrowsAsync<Neo4jException>(() => transaction.RunAsync("RETURN 1", Nothing, CancellationToken.None))!;
        Assert.That(error.Kind, Is.EqualTo(Neo4jErrorKind.Unreachable));
        Assert.That(error.Message, Does.Match(
            $"^the connection to {server.Address} broke: .*[^.]; what was under way there is undone, so try again once it answers$"));
    }

    [Test]
    public async Task HangPastBound_TimesOutAndTerminates()
    {
        await using var server = FakeServer.Running(null);
        await using var transport = Transport(server);
        var request = Request with { Bound = TimeSpan.FromSeconds(1) };
        await using var transaction = await transport.BeginAsync(request, CancellationToken.None);
        var error = Assert.ThrowsAsync<Neo4jException>(() => transaction.RunAsync("RETURN 1", Nothing, CancellationToken.None))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Kind, Is.EqualTo(Neo4jErrorKind.TimedOut));
            Assert.That(error.Message, Does.Match($"^no answer from {server.Address} within (1|0\\.\\d) s; the transaction there was ended$"));
            Assert.That(server.Requests, Does.Contain("POST /db/neo4j/query/v2"));
        }
    }

    [Test]
    public async Task CancelledWhileRunning_IsCancelledAndTerminated()
    {
        await using var server = FakeServer.Running(null);
        await using var transport = Transport(server);
        await using var transaction = await transport.BeginAsync(Request, CancellationToken.None);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.That(
            () => transaction.RunAsync("RETURN 1", Nothing, cancel.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(server.Requests, Does.Contain("POST /db/neo4j/query/v2"));
    }

    [TestCase("""{"hello":"world"}""", "something else answers at HERE, not Neo4j: {\"hello\":\"world\"}")]
    [TestCase("<html>It works!</html>", "something else answers at HERE, not Neo4j: <html>It works!</html>")]
    [TestCase("", "something else answers at HERE, not Neo4j: an empty page")]
    [TestCase("""{"neo4j_version":"5.12.0"}""", "Neo4j 5.12.0 answers at HERE; 5.26 or later is needed")]
    [TestCase("""{"neo4j_version":"4.4"}""", "Neo4j 4.4 answers at HERE; 5.26 or later is needed")]
    public async Task SomethingElseAtRoot_IsNotNeo4j(string root, string message)
    {
        await using var server = new FakeServer((_, _) => FakeReply.Json(root, 200));
        await using var transport = Transport(server);
        var error = Assert.ThrowsAsync<Neo4jException>(() => transport.BeginAsync(Request, CancellationToken.None))!;
        Assert.That(error.Message, Is.EqualTo(message.Replace("HERE", server.Address, StringComparison.Ordinal)));
        Assert.That(error.Kind, Is.EqualTo(Neo4jErrorKind.NotNeo4j));
    }

    [Test]
    public async Task CalendarVersion_IsNewEnough()
    {
        await using var server = new FakeServer((line, _) => line == "GET /"
            ? FakeReply.Json("""{"neo4j_version":"2025.10.1"}""", 200)
            : FakeReply.Json("""{"transaction":{"id":"1"}}"""));
        await using var transport = Transport(server);
        await using var transaction = await transport.BeginAsync(Request, CancellationToken.None);
        Assert.That(server.Requests, Is.EqualTo(new[] { "GET /", "POST /db/neo4j/query/v2/tx", "POST /db/neo4j/query/v2/tx/1" }));
    }

    [TestCase("Neo.ClientError.Transaction.Terminated")]
    [TestCase("Neo.ClientError.Procedure.ProcedureCallFailed")]
    [TestCase("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration")]
    public async Task MetadataFailsBesideATerminatedTransaction_IsBegunAgain(string code)
    {
        await using var server = FakeServer.MetadataFailing(3, FakeReply.Json(Error(code, "another's"), 400));
        await using var transport = Transport(server);
        await using var transaction = await transport.BeginAsync(Request, CancellationToken.None);
        Assert.That(server.Requests.Count(line => line == "POST /db/neo4j/query/v2/tx"), Is.EqualTo(4));
    }

    /// <summary>Ids have four hexadecimal digits; whoever asks tries again, as after any passing failure.</summary>
    [Test]
    public async Task IdThatIsTaken_IsTransient()
    {
        var taken = FakeReply.Json(Error("Neo.TransientError.Request.ResourceExhaustion", "A transaction identifier collision"), 503);
        await using var server = new FakeServer((line, _) => line == "GET /" ? FakeReply.Json(FakeServer.Root, 200) : taken);
        await using var transport = Transport(server);
        var error = Assert.ThrowsAsync<Neo4jException>(() => transport.BeginAsync(Request, CancellationToken.None))!;
        Assert.That(error.IsTransient);
        Assert.That(server.Requests.Count(line => line == "POST /db/neo4j/query/v2/tx"), Is.EqualTo(1));
    }

    [Test]
    public async Task MetadataFailsForGood_IsBusyOnceTheTimeIsUp()
    {
        await using var server = FakeServer.MetadataFailing(
            int.MaxValue, FakeReply.Json(Error("Neo.ClientError.Procedure.ProcedureCallFailed", "another's"), 400));
        await using var transport = Transport(server);
        var request = Request with { Bound = TimeSpan.FromSeconds(1) };
        var error = Assert.ThrowsAsync<Neo4jException>(() => transport.BeginAsync(request, CancellationToken.None))!;
        Assert.That(error.Kind, Is.EqualTo(Neo4jErrorKind.Busy));
        Assert.That(error.Message, Is.EqualTo(
            $"{server.Address} begins no transaction while others that have timed out linger there; it closes them within a minute or so, so try again then"));
    }

    [Test]
    public async Task NothingListens_IsUnreachable()
    {
        string address;
        await using (var server = FakeServer.Running(null))
        {
            address = server.Address;
        }

        await using var transport = new Neo4jHttp(Neo4jOptions.Parse(address.Replace("http://", "http://me:secret@", StringComparison.Ordinal)));
        var error = Assert.ThrowsAsync<Neo4jException>(() => transport.BeginAsync(Request, CancellationToken.None))!;
        Assert.That(error.Message, Is.EqualTo($"nothing answers at {address}; start Neo4j there, or give another address"));
        Assert.That(error.Kind, Is.EqualTo(Neo4jErrorKind.Unreachable));
    }

    private static IReadOnlyDictionary<string, object?> Nothing { get; } = new Dictionary<string, object?>();

    private static Neo4jHttp Transport(FakeServer server) =>
        new(Neo4jOptions.Parse(server.Address) with { MaxReplyBytes = 1024 * 1024, ShortWait = TimeSpan.FromSeconds(2) });

    private static string Error(string code, string message) =>
        Newtonsoft.Json.JsonConvert.SerializeObject(new { errors = new[] { new { code, message } } });

    private static TestCaseData Case(string name, FakeReply reply, Neo4jErrorKind kind, string message) =>
        new TestCaseData(new FakeReplyCase(reply, kind, message)).SetArgDisplayNames(name);

    /// <summary>A reply and what it becomes.</summary>
    public sealed class FakeReplyCase
    {
        internal FakeReplyCase(FakeReply reply, Neo4jErrorKind kind, string message) => (Reply, Kind, Message) = (reply, kind, message);

        public Neo4jErrorKind Kind { get; }

        public string Message { get; }

        internal FakeReply Reply { get; }
    }
}
