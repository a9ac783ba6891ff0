using System.Net;
using System.Net.Sockets;
using KnowledgeGraph.Cli;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

/// <summary><c>kg browser</c>: the pack in a folder, and handed out over HTTP as a page of another origin asks for it.</summary>
public sealed class BrowserVerbTests
{
    private static readonly HttpClient Client = new();
    private readonly CancellationTokenSource stop = new();
    private Task<CliRun> serving = null!;
    private int port;

    [OneTimeSetUp]
    public async Task Serve()
    {
        port = FreePort.Find();
        serving = Task.Run(() => CliRun.With([], ["browser", "serve", "--port", $"{port}"], cancellation: stop.Token));
        for (var tries = 0; tries < 600 && !await IsUpAsync(); tries++)
        {
            await Task.Delay(50);
        }
    }

    /// <summary>Runs even where no test did, so that nothing stays behind.</summary>
    [OneTimeTearDown]
    public async Task Stop()
    {
        await stop.CancelAsync();
        var run = await serving;
        serving.Dispose();
        stop.Dispose();
        Assert.That(run.Code, Is.EqualTo(ExitCode.Found), $"Ctrl-C is the way to end it; {run.Error}");
        Assert.That(run.Out, Is.EqualTo(
            $"""
            Handing out the pack at http://localhost:{port}/ until Ctrl-C. Paste in Neo4j Browser, line by line:
              :config autoComplete: false
              :style http://localhost:{port}/kg.grass
              :guide http://localhost:{port}/guide.html
            The new Browser takes the guide guide.adoc; saved queries are in saved-queries.zip.

            """));
        Assert.That(await IsUpAsync(), Is.False);
    }

    [TestCase("kg.grass", "text/plain", "node {")]
    [TestCase("guide.html", "text/html", "<article class=\"guide\">")]
    [TestCase("guide.adoc", "text/plain", "= A graph of facts")]
    [TestCase("saved-queries.zip", "application/zip", "PK")]
    public async Task File_IsHandedOutToAnyOrigin(string name, string mediaType, string start)
    {
        using var reply = await SendAsync(HttpMethod.Get, name);

        Assert.That(reply.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(reply.Content.Headers.ContentType!.MediaType, Is.EqualTo(mediaType));
        Assert.That(reply.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
        Assert.That(await reply.Content.ReadAsStringAsync(), Does.StartWith(start));
    }

    [Test]
    public async Task Preflight_AllowsWhatBrowserSends()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, Address("guide.html"));
        request.Headers.Add("Origin", "http://localhost:7474");
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "sentry-trace");
        using var reply = await Client.SendAsync(request);

        Assert.That(reply.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(reply.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
        Assert.That(reply.Headers.GetValues("Access-Control-Allow-Methods").Single(), Does.Contain("GET"));
        Assert.That(reply.Headers.GetValues("Access-Control-Allow-Headers").Single(), Does.Contain("sentry-trace"));
    }

    [Test]
    public async Task Head_HasLengthAndNoContent()
    {
        using var reply = await SendAsync(HttpMethod.Head, "kg.grass");

        Assert.That(reply.Content.Headers.ContentLength, Is.GreaterThan(10_000));
        Assert.That(await reply.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [TestCase("")]
    [TestCase("ontology.json")]
    [TestCase("../ontology.json")]
    [TestCase("%2e%2e%2fontology.json")]
    [TestCase("kg.grass/")]
    [TestCase("KG.GRASS")]
    public async Task AnythingElse_IsNotFound(string name) => Assert.That(await RawStatusAsync($"GET /{name} HTTP/1.1"), Is.AnyOf(404, 400));

    [Test]
    public async Task OtherMethods_AreNotAllowed()
    {
        using var reply = await SendAsync(HttpMethod.Post, "kg.grass");

        Assert.That(reply.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
    }

    [Test]
    public async Task OtherHost_IsRefused() => Assert.That(await RawStatusAsync("GET /kg.grass HTTP/1.1", host: "evil.example"), Is.AnyOf(404, 400));

    [Test]
    public async Task HalfARequest_KeepsNobodyElseWaiting()
    {
        using var slow = new TcpClient("127.0.0.1", port);
        await slow.GetStream().WriteAsync("GET /kg.grass HT"u8.ToArray());
        using var reply = await SendAsync(HttpMethod.Get, "kg.grass");

        Assert.That(reply.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public void PortInUse_SaysWhatToDo()
    {
        var run = CliRun.Of("browser", "serve", "--port", $"{port}");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(run.Error, Does.Match($"(^|\n)kg: cannot listen on port {port}: .+; take another with --port N\n$"));
    }

    [TestCase("kg browser takes pack or serve; found nothing", "browser")]
    [TestCase("kg browser show is not allowed; it takes pack or serve", "browser", "show")]
    [TestCase("--port belongs to kg browser serve", "browser", "pack", "--port", "9000")]
    [TestCase("--out belongs to kg browser pack", "browser", "serve", "--out", "x")]
    public void WrongUse_IsSaid(string complaint, params string[] args)
    {
        var run = CliRun.Of(args);

        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Usage, $"kg: {complaint}\nkg: see `kg help browser`\n")));
    }

    [Test]
    public void Pack_IsWrittenToTheFolderNamed()
    {
        var folder = Directory.CreateTempSubdirectory("kg-pack-").FullName;
        try
        {
            var run = CliRun.Of("browser", "pack", "--out", Path.Combine(folder, "new"), "--dataset", "mine");

            Assert.That(run.Code, Is.EqualTo(ExitCode.Found), run.Error);
            Assert.That(File.ReadAllText(Path.Combine(folder, "new", "guide.adoc")), Does.Contain("dataset: 'mine'").And.Not.Contain("'default'"));
            Assert.That(Directory.GetFiles(Path.Combine(folder, "new")), Has.Exactly(4).Items);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Uri Address(string name) => new($"http://localhost:{port}/{name}");

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string name)
    {
        using var request = new HttpRequestMessage(method, Address(name));
        return await Client.SendAsync(request);
    }

    /// <summary>Past the client, which would tidy the path up.</summary>
    private async Task<int> RawStatusAsync(string line, string? host = null)
    {
        using var connection = new TcpClient("127.0.0.1", port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{line}\r\nHost: {host ?? $"127.0.0.1:{port}"}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return int.Parse((await reader.ReadLineAsync())!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<bool> IsUpAsync()
    {
        try
        {
            using var reply = await SendAsync(HttpMethod.Head, "kg.grass");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
