using System.Globalization;
using System.Net;
using KnowledgeGraph.Neo4j.Browser;

namespace KnowledgeGraph.Cli;

/// <summary>
/// Hands a pack out over HTTP to Neo4j Browser, a page of another origin: whatever it asks beforehand is allowed. Only GET, HEAD and
/// OPTIONS of the files of the pack, which are held in memory, are answered; what a request carries is not read.
/// </summary>
internal sealed class PackServer : IDisposable
{
    /// <summary>Requests answered at a time; more wait.</summary>
    private const int GreatestLoad = 16;

    /// <summary>The longest that a client may take to fetch a file.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpListener listener = new();
    private readonly SemaphoreSlim load = new(GreatestLoad);
    private readonly Dictionary<string, PackFile> files;

    private PackServer(BrowserPack pack) => files = pack.Files.ToDictionary(file => "/" + file.Name, StringComparer.Ordinal);

    /// <summary>Begins to listen.</summary>
    /// <param name="pack">What to hand out.</param>
    /// <param name="address">Where: its port counts, and its host unless any is asked for.</param>
    /// <param name="isForAny">Whether to listen on every address of this machine.</param>
    /// <exception cref="UsageException">The port is taken or not to be had.</exception>
    internal static PackServer Start(BrowserPack pack, Uri address, bool isForAny)
    {
        var server = new PackServer(pack);
        string[] hosts = isForAny ? ["*"] : [address.Host, IPAddress.Loopback.ToString()];
        foreach (var host in hosts)
        {
            server.listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{address.Port}/"));
        }

        try
        {
            server.listener.Start();
            return server;
        }
        catch (HttpListenerException error)
        {
            server.Dispose();
            throw new UsageException([string.Create(CultureInfo.InvariantCulture, $"cannot listen on port {address.Port}: {error.Message}; take another with --port N")]);
        }
    }

    public void Dispose()
    {
        ((IDisposable)listener).Dispose();
        load.Dispose();
    }

    /// <summary>Answers until it is told to stop; then lets the requests under way come to their end.</summary>
    internal async Task ServeAsync(CancellationToken stop)
    {
        using var stopping = stop.Register(listener.Stop);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var context = await listener.GetContextAsync();
                await load.WaitAsync(CancellationToken.None);
                _ = AnswerAsync(context);
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                if (!listener.IsListening)
                {
                    break;
                }
            }
        }

        for (var free = 0; free < GreatestLoad; free++)
        {
            await load.WaitAsync(CancellationToken.None);
        }
    }

    /// <summary>A client that goes away or takes too long is let go.</summary>
    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await WriteAsync(context.Request, context.Response, patience.Token);
            context.Response.Close();
        }
        catch (Exception error) when (error is HttpListenerException or IOException or ObjectDisposedException or OperationCanceledException or ProtocolViolationException)
        {
            context.Response.Abort();
        }
        finally
        {
            load.Release();
        }
    }

    private async Task WriteAsync(HttpListenerRequest request, HttpListenerResponse response, CancellationToken cancellation)
    {
        response.KeepAlive = !request.HasEntityBody;
        response.AddHeader("Access-Control-Allow-Origin", "*");
        response.AddHeader("X-Content-Type-Options", "nosniff");
        response.AddHeader("Cache-Control", "no-store");
        var file = files.GetValueOrDefault(request.Url?.AbsolutePath ?? "");
        switch (request.HttpMethod)
        {
            case var _ when file is null:
                response.StatusCode = (int)HttpStatusCode.NotFound;
                break;
            case "OPTIONS":
                response.StatusCode = (int)HttpStatusCode.NoContent;
                response.AddHeader("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
                response.AddHeader("Access-Control-Allow-Headers", "sentry-trace, baggage, content-type, cache-control");
                response.AddHeader("Access-Control-Max-Age", "600");
                break;
            case "GET" or "HEAD":
                response.ContentType = file.MediaType;
                response.ContentLength64 = file.Bytes.Length;
                await response.OutputStream.WriteAsync(request.HttpMethod == "GET" ? file.Bytes : default, cancellation);
                break;
            default:
                response.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
                response.AddHeader("Allow", "GET, HEAD, OPTIONS");
                break;
        }
    }
}
