using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>What the fake server is asked: request line ("POST /db/…"), header lines, and body.</summary>
internal sealed record FakeRequest(string Line, string Head, string Body)
{
    /// <summary>The value of a header, or null.</summary>
    public string? Header(string name) => Head.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];
}

/// <summary>What the fake server says: a status line's number, a media type, a body, and a length that may be a lie.</summary>
internal sealed record FakeReply(int Status, string MediaType, string Body, string Headers = "", int? ClaimedLength = null)
{
    public static FakeReply Json(string body, int status = 202) => new(status, "application/json", body);
}

/// <summary>An HTTP server in this process for the replies that a real Neo4j gives rarely. One request a connection.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    public const string Root = """{"neo4j_version":"5.26.25","neo4j_edition":"community"}""";

    private const char TlsHandshake = (char)0x16;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<FakeRequest, FakeReply?> answer;
    private readonly X509Certificate2? certificate;
    private readonly Task serving;

    /// <param name="answer">From request line ("POST /db/…") and body to reply; null to say nothing for ever.</param>
    public FakeServer(Func<string, string, FakeReply?> answer)
        : this(request => answer(request.Line, request.Body))
    {
    }

    /// <param name="answer">From request to reply; null to say nothing for ever.</param>
    /// <param name="certificate">What it shows over TLS; null for plain HTTP.</param>
    public FakeServer(Func<FakeRequest, FakeReply?> answer, X509Certificate2? certificate = null)
    {
        (this.answer, this.certificate) = (answer, certificate);
        listener.Start();
        serving = ServeAsync();
    }

    public string Address => $"{(certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public List<string> Requests { get; } = [];

    public List<FakeRequest> Whole { get; } = [];

    /// <summary>A server that looks like Neo4j, begins transaction 1, and gives one reply to the statement run in it.</summary>
    public static FakeServer Running(FakeReply? reply) => new((line, body) => line switch
    {
        "GET /" => FakeReply.Json(Root, 200),
        "POST /db/neo4j/query/v2/tx" => FakeReply.Json("""{"data":{"fields":[],"values":[]},"transaction":{"id":"1"}}"""),
        "POST /db/neo4j/query/v2/tx/1" => body.Contains("tx.setMetaData", StringComparison.Ordinal) ? FakeReply.Json("{}") : reply,
        _ => FakeReply.Json("""{"data":{"fields":["id","message"],"values":[]}}"""),
    });

    /// <summary>A server that looks like Neo4j and gives transactions their metadata only after so many failures.</summary>
    public static FakeServer MetadataFailing(int failures, FakeReply failure) => new((line, _) => line switch
    {
        "GET /" => FakeReply.Json(Root, 200),
        "POST /db/neo4j/query/v2/tx" => FakeReply.Json("""{"transaction":{"id":"1"}}"""),
        "POST /db/neo4j/query/v2/tx/1" when failures-- > 0 => failure,
        _ => FakeReply.Json("""{"data":{"fields":["metadata"],"values":[]}}"""),
    });

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Stop();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                _ = HandleAsync(await listener.AcceptTcpClientAsync(stop.Token));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task HandleAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            await using var stream = await OpenAsync(client.GetStream());
            var request = await ReadAsync(stream, stop.Token);
            lock (Requests)
            {
                Requests.Add(request.Line);
                Whole.Add(request);
            }

            if (answer(request) is not { } reply)
            {
                await Task.Delay(Timeout.Infinite, stop.Token);
                return;
            }

            await stream.WriteAsync(Bytes(reply), stop.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or AuthenticationException)
        {
            // The client hung up, or the test is over.
        }
    }

    private async Task<Stream> OpenAsync(NetworkStream plain)
    {
        if (certificate is null)
        {
            return plain;
        }

        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop.Token);
        return secure;
    }

    private static byte[] Bytes(FakeReply reply)
    {
        var body = Encoding.UTF8.GetBytes(reply.Body);
        var head = $"HTTP/1.1 {reply.Status} X\r\nContent-Type: {reply.MediaType}\r\nContent-Length: {reply.ClaimedLength ?? body.Length}\r\n{reply.Headers}Connection: close\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    /// <summary>Counts bytes, as the length in the head does: Latin-1 keeps one character for each.</summary>
    private static async Task<FakeRequest> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        var text = "";
        while (true)
        {
            var count = await stream.ReadAsync(buffer, cancellation);
            text += Encoding.Latin1.GetString(buffer, 0, count);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (count == 0 || text[0] == TlsHandshake || (end >= 0 && text.Length - end - 4 >= LengthIn(text)))
            {
                var line = string.Join(' ', text.Split('\r')[0].Split(' ').Take(2));
                return end < 0 ? new FakeRequest(line, text, "") : new FakeRequest(line, text[..end], BodyIn(text[(end + 4)..]));
            }
        }
    }

    private static string BodyIn(string bytes) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes));

    private static int LengthIn(string head)
    {
        var at = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : int.Parse(head[(at + 16)..].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
