using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;

namespace KnowledgeGraph.Neo4j;

/// <summary>One request to the Query API and its reply, with every way it can fail turned into a <see cref="Neo4jException"/>.</summary>
internal sealed class HttpExchange : IDisposable
{
    private const string Json = "application/json";
    private const string TypedJson = "application/vnd.neo4j.query";
    private readonly Neo4jOptions options;
    private readonly HttpClient client;

    public HttpExchange(Neo4jOptions options)
    {
        this.options = options;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = options.ShortWait / 3,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        client = new HttpClient(handler) { BaseAddress = options.Server, Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(TypedJson));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(Json, 0.9));
        client.DefaultRequestHeaders.Authorization = Authorization(options);
    }

    /// <summary>Sends a request and reads the reply whole.</summary>
    /// <param name="method">POST or DELETE.</param>
    /// <param name="path">Path below <c>/db/{database}/query/v2</c>; empty for one statement on its own.</param>
    /// <param name="body">The fields of the body; null for none.</param>
    /// <param name="cancellation">Ends the wait here; what runs on the server is the caller's to end.</param>
    public async Task<HttpReply> SendAsync(
        HttpMethod method, string path, IReadOnlyDictionary<string, object?>? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, $"/db/{Uri.EscapeDataString(options.Database)}/query/v2{path}");
        request.Content = body is null ? null : Content(body);
        using var response = await Guarded(() => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation));
        RefuseRedirect(response);
        var reply = await ReadReplyAsync(response, cancellation);
        if (reply?.Error is { } error)
        {
            throw Neo4jErrors.FromServer(options.Endpoint, error.Code, error.Message);
        }

        return response.IsSuccessStatusCode && reply is not null ? reply : throw Unexplained(response);
    }

    /// <summary>Closes a transaction by its id in the HTTP API; one that is gone already will do.</summary>
    public async Task CloseAsync(string transaction, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(HttpMethod.Delete, "/tx/" + Uri.EscapeDataString(transaction), null, cancellation);
        }
        catch (Neo4jException error) when (error.Kind == Neo4jErrorKind.Terminated)
        {
            // Gone is what was asked for.
        }
    }

    /// <summary>The text at the server's root, which Neo4j gives without authentication; at most 64 kB of it.</summary>
    public async Task<string> RootAsync(CancellationToken cancellation)
    {
        using var response = await Guarded(() => client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead, cancellation));
        RefuseRedirect(response);
        return await Guarded(async () =>
        {
            using var text = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation));
            var buffer = new char[64 * 1024];
            return new string(buffer, 0, await text.ReadBlockAsync(buffer, cancellation));
        });
    }

    public void Dispose() => client.Dispose();

    private static AuthenticationHeaderValue? Authorization(Neo4jOptions options) => options switch
    {
        { BearerToken: { } token } => new AuthenticationHeaderValue("Bearer", token),
        { User: { } user } => new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{options.Password}"))),
        _ => null,
    };

    private static ByteArrayContent Content(IReadOnlyDictionary<string, object?> body)
    {
        using var bytes = new MemoryStream();
        using (var writer = new JsonTextWriter(new StreamWriter(bytes, new UTF8Encoding(false), leaveOpen: true)))
        {
            CypherJson.Write(writer, body);
        }

        return new ByteArrayContent(bytes.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue(Json) } };
    }

    private async Task<HttpReply?> ReadReplyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var type = response.Content.Headers.ContentType?.MediaType;
        if (type is not (Json or TypedJson))
        {
            return type is null && response.IsSuccessStatusCode ? HttpReply.Empty : null;
        }

        return await Guarded(async () =>
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
            using var whole = new MemoryStream();
            await new BoundedStream(stream, options.MaxReplyBytes, TooLarge).CopyToAsync(whole, cancellation);
            whole.Position = 0;
            using var text = new StreamReader(whole);
            return whole.Length == 0 ? HttpReply.Empty : HttpReply.Read(text);
        });
    }

    private async Task<T> Guarded<T>(Func<Task<T>> exchange)
    {
        try
        {
            return await exchange();
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException)
        {
            throw Fail(Neo4jErrorKind.Protocol, $"the reply of {options.Endpoint} breaks off or is no JSON: {error.Message}", error);
        }
        catch (HttpRequestException error)
        {
            throw Fail(Neo4jErrorKind.Unreachable, WhyUnreachable(error), error);
        }
        catch (IOException error)
        {
            throw Fail(Neo4jErrorKind.Unreachable, WhyBroken(error), error);
        }
    }

    private string WhyUnreachable(HttpRequestException error) => error.HttpRequestError switch
    {
        HttpRequestError.ConnectionError =>
            $"nothing answers at {options.Endpoint}; start Neo4j there, or give another address",
        HttpRequestError.NameResolutionError => $"no host is called {options.Server.Host}; check the address",
        HttpRequestError.SecureConnectionError =>
            $"{options.Endpoint} does not answer over TLS with a certificate this machine trusts; use http://, or install the certificate",
        _ => WhyBroken(error),
    };

    /// <summary>The innermost failure says most, such as that the peer hung up.</summary>
    private string WhyBroken(Exception error) =>
        $"the connection to {options.Endpoint} broke: {error.GetBaseException().Message.TrimEnd('.')}; what was under way there is undone, so try again once it answers";

    private void RefuseRedirect(HttpResponseMessage response)
    {
        if ((int)response.StatusCode is >= 300 and < 400)
        {
            var target = response.Headers.Location is { } location ? location.IsAbsoluteUri ? location.Host : "itself" : "nowhere";
            throw Fail(Neo4jErrorKind.NotNeo4j, $"something else answers at {options.Endpoint}: a redirect to {target}, which is not followed; give Neo4j's own address");
        }
    }

    private Neo4jException Unexplained(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.Unauthorized => Neo4jErrors.FromServer(options.Endpoint, "Neo.ClientError.Security.Unauthorized", ""),
        HttpStatusCode.TooManyRequests => Neo4jErrors.FromServer(options.Endpoint, "Neo.ClientError.Security.AuthenticationRateLimit", ""),
        _ => Fail(
            Neo4jErrorKind.NotNeo4j,
            $"something else answers at {options.Endpoint}: status {(int)response.StatusCode}, {response.Content.Headers.ContentType?.MediaType ?? "no content"}"),
    };

    private Neo4jException TooLarge() =>
        Fail(Neo4jErrorKind.Protocol, $"the reply of {options.Endpoint} is larger than {options.MaxReplyBytes / (1024 * 1024)} MB; ask for less at once");

    private Neo4jException Fail(Neo4jErrorKind kind, string message, Exception? cause = null) => new(kind, options.Endpoint, message, inner: cause);
}
