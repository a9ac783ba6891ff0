using System.Security.Cryptography;
using System.Text;
using KnowledgeGraph.Ontology;
using Newtonsoft.Json;

namespace KnowledgeGraph.Facts;

/// <summary>The hash that names a version of the data: the same facts give the same hash, whatever files and order they came in.</summary>
public static class FactSetHash
{
    /// <summary><c>sha256:</c> and 64 hexadecimal digits over the canonical JSON of everything. Linear in the size of the data.</summary>
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

    private static void Append<T>(IncrementalHash hash, IReadOnlyList<T> items, Action<JsonWriter, T> write)
    {
        foreach (var item in items)
        {
            using var text = new StringWriter();
            using var writer = new JsonTextWriter(text);
            write(writer, item);
            writer.Flush();
            text.Write('\n');
            hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        }

        hash.AppendData("\n"u8);
    }
}
