using System.Security.Cryptography;
using System.Text;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Snapshot;

/// <summary>The hash of <see cref="Facts.FactSetHash"/>, taken over records, which are the very text it is taken over.</summary>
internal sealed class RecordHash : IDisposable
{
    private const int BufferBytes = 1 << 16;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] buffer = new byte[BufferBytes];
    private int filled;

    /// <param name="ontology">Comes before the items.</param>
    public RecordHash(OntologyModel ontology) => Take(Encoding.UTF8.GetBytes(OntologyFingerprint.Of(ontology)));

    /// <summary>Takes the items of one kind, in the order of their ids.</summary>
    public void Append(int count, RecordAt record)
    {
        Take("["u8);
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                Take(","u8);
            }

            Take(record(i));
        }

        Take("]"u8);
    }

    /// <summary>The hash, as it is written.</summary>
    public string Finish()
    {
        hash.AppendData(buffer.AsSpan(0, filled));
        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => hash.Dispose();

    private void Take(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > buffer.Length - filled)
        {
            hash.AppendData(buffer.AsSpan(0, filled));
            filled = 0;
        }

        if (bytes.Length > buffer.Length)
        {
            hash.AppendData(bytes);
            return;
        }

        bytes.CopyTo(buffer.AsSpan(filled));
        filled += bytes.Length;
    }
}

/// <summary>The text of a record.</summary>
internal delegate ReadOnlySpan<byte> RecordAt(int index);
