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
    private const string AffinityHeader = "neo4j-cluster-affinity";
    private readonly Neo4jOptions options;
    private readonly HttpClient client;
    private volatile bool hasAnswered;

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
            SslOptions = ServerCertificate.Checks(options),
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
    /// <param name="affinity">The member of a cluster that is to answer, as an earlier reply named it; null for any.</param>
    /// <param name="cancellation">Ends the wait here; what runs on the server is the caller's to end.</param>
    public async Task<HttpReply> SendAsync(
        HttpMethod method,
        string path,
        IReadOnlyDictionary<string, object?>? body,
        string? affinity,
        CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, $"/db/{Uri.EscapeDataString(options.Database)}/query/v2{path}");
        request.Content = body is null ? null : Content(body);
        if (affinity is not null)
        {
            request.Headers.TryAddWithoutValidation(AffinityHeader, affinity);
        }

        using var response = await Guarded(() => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation));
        RefuseRedirect(response);
        var reply = await ReadReplyAsync(response, cancellation);
        hasAnswered |= reply is not null;
        if (reply?.Error is { } error)
        {
            throw FromServer(error.Code, error.Message);
        }

        return response.IsSuccessStatusCode && reply is not null
            ? reply with { Affinity = response.Headers.TryGetValues(AffinityHeader, out var members) ? members.First() : null }
            : throw Unexplained(response);
    }

    /// <summary>Closes a transaction by its id in the HTTP API; one that is gone already will do.</summary>
    public async Task CloseAsync(string transaction, string? affinity, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(HttpMethod.Delete, "/tx/" + Uri.EscapeDataString(transaction), null, affinity, cancellation);
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
        RequireAvailable(response);
        return await Guarded(async () =>
        {
            using var text = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation));
            var buffer = new char[64 * 1024];
            return new string(buffer, 0, await text.ReadBlockAsync(buffer, cancellation));
        });
    }

    public void Dispose() => client.Dispose();

    /// <summary>The server takes a bearer token as it was issued, without encoding it once more.</summary>
    private static AuthenticationHeaderValue? Authorization(Neo4jOptions options) => options switch
    {
        { BearerToken: { } token } => new AuthenticationHeaderValue("Bearer", token),
        { User: { } user } => new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{options.Password}"))),
        _ => null,
    };

    /// <summary>A request's body as JSON.</summary>
    internal static ByteArrayContent Content(IReadOnlyDictionary<string, object?> body)
    {
        var bytes = new MemoryStream();
        using (var writer = new JsonTextWriter(new StreamWriter(bytes, new UTF8Encoding(false), leaveOpen: true)))
        {
            CypherJson.Write(writer, body);
        }

        return new ByteArrayContent(bytes.GetBuffer(), 0, (int)bytes.Length) { Headers = { ContentType = new MediaTypeHeaderValue(Json) } };
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
            throw Unreachable(error);
        }
        catch (IOException error)
        {
            throw Gone(WhyBroken(error), error);
        }
    }

    private Neo4jException Unreachable(HttpRequestException error) => error.HttpRequestError switch
    {
        HttpRequestError.ConnectionError => Gone($"nothing answers at {options.Endpoint}; start Neo4j there, or give another address", error),
        HttpRequestError.NameResolutionError => Gone($"no host is called {options.Server.Host}; check the address", error),
        HttpRequestError.SecureConnectionError => Fail(Neo4jErrorKind.Untrusted, WhyUntrusted(error), error),
        _ => Gone(WhyBroken(error), error),
    };

    /// <summary>Worth another try only where the server had answered before: then it restarts, or another member takes over.</summary>
    private Neo4jException Gone(string message, Exception cause) =>
        new(Neo4jErrorKind.Unreachable, options.Endpoint, message, inner: cause) { IsTransient = hasAnswered };

    private string WhyUntrusted(Exception error) => error.InnerException is UntrustedCertificateException untrusted
        ? $"the certificate of {options.Endpoint} is not trusted: {untrusted.Message}; "
            + "get its authority's certificate from whoever runs the server, and name the file in KG_NEO4J_CA or let this machine trust it"
        : $"{options.Endpoint} does not answer over TLS ({Neo4jErrors.Shorten(error.GetBaseException().Message).TrimEnd('.')}); "
            + "give http:// if that port is meant to be without";

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

    private void RequireAvailable(HttpResponseMessage response)
    {
        if (IsUnavailable(response))
        {
            throw Unexplained(response);
        }
    }

    private static bool IsUnavailable(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private Neo4jException FromServer(string code, string detail) =>
        Neo4jErrors.FromServer(options.Endpoint, code, detail, options.BearerToken is not null);

    private Neo4jException Unexplained(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.Unauthorized => FromServer("Neo.ClientError.Security.Unauthorized", ""),
        HttpStatusCode.TooManyRequests => FromServer("Neo.ClientError.Security.AuthenticationRateLimit", ""),
        _ when IsUnavailable(response) => Fail(
            Neo4jErrorKind.Transient, $"{options.Endpoint} is not available just now; try again (status {(int)response.StatusCode})"),
        _ => Fail(
            Neo4jErrorKind.NotNeo4j,
            $"something else answers at {options.Endpoint}: status {(int)response.StatusCode}, {response.Content.Headers.ContentType?.MediaType ?? "no content"}"),
    };

    private Neo4jException TooLarge() =>
        Fail(Neo4jErrorKind.Protocol, $"the reply of {options.Endpoint} is larger than {options.MaxReplyBytes / (1024 * 1024)} MB; ask for less at once");

    private Neo4jException Fail(Neo4jErrorKind kind, string message, Exception? cause = null) => new(kind, options.Endpoint, message, inner: cause);
}
