using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KnowledgeGraph.Neo4j;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>Whom the transport trusts over TLS, and what a bearer token does.</summary>
public sealed class Neo4jTlsTests
{
    private const string Token = "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl-_";
    private const string Cure = "get its authority's certificate from whoever runs the server, and name the file in KG_NEO4J_CA or let this machine trust it";
    private static readonly TransactionRequest Request = new(AccessMode.Read, TimeSpan.FromSeconds(30), new Dictionary<string, object?>());

    [Test]
    public async Task SelfSigned_IsRefusedWithTheCure()
    {
        using var certificate = SelfSigned(IPAddress.Loopback);
        await using var server = new FakeServer(Answer, certificate);

        var error = Refusal(Neo4jOptions.Parse(server.Address) with { BearerToken = Token });

        Assert.That(error.Kind, Is.EqualTo(Neo4jErrorKind.Untrusted));
        Assert.That(error.IsTransient, Is.False);
        Assert.That(error.Message, Does.Match(
            $"^the certificate of {server.Address} is not trusted: it is signed by nobody but itself( \\(.*\\))?; {Cure}$"));
        Assert.That(server.Requests, Is.All.Empty, "nothing is said, least of all the token, before the server is trusted");
    }

    [Test]
    public async Task AuthorityNamedInAFile_IsTrustedAndTheTokenSentAsItIs()
    {
        using var certificate = SelfSigned(IPAddress.Loopback);
        await using var server = new FakeServer(Answer, certificate);
        using var authority = new PemFile(certificate);

        await using var transport = new Neo4jHttp(Neo4jOptions.Parse(server.Address) with { AuthorityFile = authority.Path, BearerToken = Token, User = "me" });
        await using (await transport.BeginAsync(Request, CancellationToken.None))
        {
        }

        Assert.That(server.Whole, Has.Count.EqualTo(4));
        Assert.That(server.Whole.Select(request => request.Header("Authorization")), Is.All.EqualTo("Bearer " + Token));
    }

    [Test]
    public async Task TrustedAuthorityOfAnotherHost_IsRefused()
    {
        using var certificate = SelfSigned(IPAddress.Parse("192.0.2.1"));
        await using var server = new FakeServer(Answer, certificate);
        using var authority = new PemFile(certificate);

        var error = Refusal(Neo4jOptions.Parse(server.Address) with { AuthorityFile = authority.Path });

        Assert.That(error.Message, Is.EqualTo($"the certificate of {server.Address} is not trusted: it is for another host; {Cure}"));
    }

    [Test]
    public async Task PortWithoutTls_SaysSo()
    {
        await using var server = new FakeServer(Answer);
        var address = server.Address.Replace("http:", "https:", StringComparison.Ordinal);

        var error = Refusal(Neo4jOptions.Parse(address));

        Assert.That(error.Kind, Is.EqualTo(Neo4jErrorKind.Untrusted));
        Assert.That(error.Message, Does.Match($"^{address} does not answer over TLS \\(.*\\); give http:// if that port is meant to be without$"));
    }

    [TestCase(null, "Could not find file|no such file", TestName = "AuthorityFileMissing_SaysSo")]
    [TestCase("no certificate\n", "it holds no certificate in PEM form", TestName = "AuthorityFileWithoutCertificate_SaysSo")]
    public void AuthorityFileUnusable_SaysSo(string? text, string why)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, Guid.NewGuid() + ".pem");
        if (text is not null)
        {
            File.WriteAllText(path, text);
        }

        var error = Refusal(Neo4jOptions.Parse("https://h") with { AuthorityFile = path });

        Assert.That(error.Message, Does.StartWith($"the certificates to trust at https://h:7473 cannot be read from {path}: ").And.Match(why));
    }

    [TestCase("Neo.ClientError.Security.Unauthorized")]
    [TestCase("Neo.ClientError.Security.TokenExpired")]
    public async Task TokenRefused_NamesTheTokenAndShowsNothingOfIt(string code)
    {
        await using var server = new FakeServer((line, _) => line == "GET /"
            ? FakeReply.Json(FakeServer.Root, 200)
            : FakeReply.Json($$"""{"errors":[{"code":"{{code}}","message":"no"}]}""", 401));

        var options = Neo4jOptions.Parse(server.Address) with { BearerToken = Token };
        var error = Refusal(options);

        Assert.That(error.Kind, Is.EqualTo(Neo4jErrorKind.Authentication));
        Assert.That(error.Message, Is.EqualTo(
            $"{server.Address} refuses the bearer token ({code}); get a new one from whoever issues them, and put it into KG_NEO4J_TOKEN"));
        Assert.That($"{options} {error}", Does.Not.Contain(Token));
    }

    private static FakeReply Answer(FakeRequest request) =>
        request.Line == "GET /" ? FakeReply.Json(FakeServer.Root, 200) : FakeReply.Json("""{"transaction":{"id":"1"}}""");

    private static Neo4jException Refusal(Neo4jOptions options) => Assert.ThrowsAsync<Neo4jException>(async () =>
    {
        await using var transport = new Neo4jHttp(options);
        await using var transaction = await transport.BeginAsync(Request, CancellationToken.None);
    })!;

    private static X509Certificate2 SelfSigned(IPAddress host)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=a test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(host);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private sealed class PemFile : IDisposable
    {
        public PemFile(X509Certificate2 certificate) => File.WriteAllText(Path, certificate.ExportCertificatePem());

        public string Path { get; } = System.IO.Path.Combine(TestContext.CurrentContext.WorkDirectory, Guid.NewGuid() + ".pem");

        public void Dispose() => File.Delete(Path);
    }
}
