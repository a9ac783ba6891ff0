using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>What the fake server says: a status line's number, a media type, a body, and a length that may be a lie.</summary>
internal sealed record FakeReply(int Status, string MediaType, string Body, string Headers = "", int? ClaimedLength = null)
{
    public static FakeReply Json(string body, int status = 202) => new(status, "application/json", body);
}

/// <summary>An HTTP server in this process for the replies that a real Neo4j gives rarely. One request a connection.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    public const string Root = """{"neo4j_version":"5.26.25","neo4j_edition":"community"}""";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<string, string, FakeReply?> answer;
    private readonly Task serving;

    /// <param name="answer">From request line ("POST /db/…") and body to reply; null to say nothing for ever.</param>
    public FakeServer(Func<string, string, FakeReply?> answer)
    {
        this.answer = answer;
        listener.Start();
        serving = ServeAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public List<string> Requests { get; } = [];

    /// <summary>A server that looks like Neo4j, begins transaction 1, and gives one reply to the statement run in it.</summary>
    public static FakeServer Running(FakeReply? reply) => new((line, body) => line switch
    {
        "GET /" => FakeReply.Json(Root, 200),
        "POST /db/neo4j/query/v2/tx" => FakeReply.Json("""{"data":{"fields":[],"values":[]},"transaction":{"id":"1"}}"""),
        "POST /db/neo4j/query/v2/tx/1" => body.Contains("tx.setMetaData", StringComparison.Ordinal) ? FakeReply.Json("{}") : reply,
        _ => FakeReply.Json("""{"data":{"fields":["id","message"],"values":[]}}"""),
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
            var (line, body) = await ReadAsync(client.GetStream(), stop.Token);
            lock (Requests)
            {
                Requests.Add(line);
            }

            if (answer(line, body) is not { } reply)
            {
                await Task.Delay(Timeout.Infinite, stop.Token);
                return;
            }

            await client.GetStream().WriteAsync(Bytes(reply), stop.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The client hung up, or the test is over.
        }
    }

    private static byte[] Bytes(FakeReply reply)
    {
        var body = Encoding.UTF8.GetBytes(reply.Body);
        var head = $"HTTP/1.1 {reply.Status} X\r\nContent-Type: {reply.MediaType}\r\nContent-Length: {reply.ClaimedLength ?? body.Length}\r\n{reply.Headers}Connection: close\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static async Task<(string Line, string Body)> ReadAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        var text = "";
        while (true)
        {
            var count = await stream.ReadAsync(buffer, cancellation);
            text += Encoding.UTF8.GetString(buffer, 0, count);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (count == 0 || (end >= 0 && text.Length - end - 4 >= LengthIn(text)))
            {
                return (string.Join(' ', text.Split('\r')[0].Split(' ').Take(2)), end < 0 ? "" : text[(end + 4)..]);
            }
        }
    }

    private static int LengthIn(string head)
    {
        var at = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : int.Parse(head[(at + 16)..].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
