using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// Whom a connection over TLS trusts: the authorities this machine trusts, or the ones of a file in their place. There is no way to
/// trust whoever answers.
/// </summary>
internal static class ServerCertificate
{
    /// <summary>How to check the server's certificate.</summary>
    /// <exception cref="Neo4jException">The file of authorities cannot be read.</exception>
    public static SslClientAuthenticationOptions Checks(Neo4jOptions options) => new()
    {
        RemoteCertificateValidationCallback = Require,
        CertificateChainPolicy = options.AuthorityFile is { } file ? Trusting(file, options.Endpoint) : null,
    };

    private static X509ChainPolicy Trusting(string file, string endpoint)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Unusable(file, endpoint, Neo4jErrors.Shorten(error.Message), error);
        }

        return policy.CustomTrustStore.Count > 0 ? policy : throw Unusable(file, endpoint, "it holds no certificate in PEM form");
    }

    private static Neo4jException Unusable(string file, string endpoint, string why, Exception? cause = null) => new(
        Neo4jErrorKind.Untrusted, endpoint, $"the certificates to trust at {endpoint} cannot be read from {file}: {why}", inner: cause);

    private static bool Require(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None ? true : throw new UntrustedCertificateException(WhyNot(certificate, chain, errors));

    private static string WhyNot(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return "it shows none";
        }

        var faults = (chain?.ChainStatus ?? []).Select(status => status.Status.ToString()).Distinct(StringComparer.Ordinal).ToList();
        var names = errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? "it is for another host" : "";
        var trust = !errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? ""
            : certificate.Subject == certificate.Issuer ? "it is signed by nobody but itself"
            : $"its authority \"{Neo4jErrors.Shorten(certificate.Issuer)}\" is not known here, or it is out of date";
        var why = string.Join(", and ", new[] { names, trust }.Where(text => text.Length > 0));
        return faults.Count == 0 ? why : $"{why} ({string.Join(", ", faults)})";
    }
}

/// <summary>A certificate that is not trusted; the message says why.</summary>
internal sealed class UntrustedCertificateException(string why) : AuthenticationException(why);
