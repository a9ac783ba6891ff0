using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KnowledgeGraph.Ontology;
using Newtonsoft.Json;

namespace KnowledgeGraph.Facts;

/// <summary>The hash that names a version of the data: the same facts give the same hash, whatever files and order they came in.</summary>
public static class FactSetHash
{
    private const int ChunkChars = 1 << 16;

    /// <summary>
    /// <c>sha256:</c> and 64 hexadecimal digits over the canonical JSON of everything. Linear in the size of the data; no more than a
    /// chunk of the text is held at a time.
    /// </summary>
    public static string Of(FactSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(OntologyFingerprint.Of(set.Ontology)));
        Append(hash, set.Nodes, FactJson.Write);
        Append(hash, set.Sources, FactJson.Write);
        Append(hash, set.Facts, FactJson.Write);
        Append(hash, set.Conflicts, FactJson.Write);
        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The version of a data set with an overlay on it, from the version of the data set alone.</summary>
    internal static string Of(string dataHash, Overlay overlay)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        OverlayJson.Write(writer, overlay);
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{dataHash}\n{text}")));
    }

    private static void Append<T>(IncrementalHash hash, IReadOnlyList<T> items, Action<JsonWriter, T> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item);
            if (text.GetStringBuilder().Length > ChunkChars)
            {
                Take(hash, text);
            }
        }

        writer.WriteEndArray();
        Take(hash, text);
    }

    private static void Take(IncrementalHash hash, StringWriter text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        text.GetStringBuilder().Clear();
    }
}
