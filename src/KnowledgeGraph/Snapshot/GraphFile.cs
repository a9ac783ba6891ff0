using System.Buffers.Binary;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Snapshot;

/// <summary>
/// A graph file (<c>.kgraph</c>): a seed that has been read and checked, with all its evidence, in one compact file that opens many
/// times faster. It takes the place of a seed wherever facts are only read.
/// </summary>
/// <remarks>
/// <para>Layout, little-endian: 8 bytes of signature, the format's version (4), a CRC-32C of all that follows (4), the length of the
/// content (8), the fingerprint of the seed it was made from (8), the content. The content is a table of texts, then the version of the
/// data, ontology, nodes, sources, facts and conflicts as records that point into it.</para>
/// <para>A file cut short, changed in any byte or of another version is refused with the reason. The checksum tells accidents from
/// data; it keeps nobody from forging a file. Reading and writing are linear in the size of the data, which is held whole.</para>
/// </remarks>
public static class GraphFile
{
    /// <summary>What names of graph files end in.</summary>
    public const string Extension = ".kgraph";

    private const int Version = 2;
    private const int HeaderBytes = 32;
    private const int ChecksumAt = 12;
    private const int CheckedFrom = 16;

    /// <summary>Like that of PNG, it shows when a transfer turned line ends over or cut the eighth bit.</summary>
    private static ReadOnlySpan<byte> Signature => [0x8B, (byte)'K', (byte)'G', (byte)'R', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>Writes a file under a temporary name and renames it, so that there is never a half one under its own.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="seedFingerprint">Tells later whether a seed is still the one it was made from; 0 if nobody will ask.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, FactSet facts, ulong seedFingerprint = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(facts);
        var bytes = BytesOf(facts, seedFingerprint);
        var part = $"{path}.{Environment.ProcessId}.part";
        try
        {
            using (var file = new FileStream(part, FileMode.Create, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is no graph file, is damaged, or is of another version; the message says which.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FactSet Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return FactsIn(File.ReadAllBytes(path), path);
    }

    /// <summary>Reads a file that was made from a seed with a fingerprint; null where it was made from another, is damaged or is not there.</summary>
    public static FactSet? ReadIfMadeFrom(string path, ulong seedFingerprint)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            var bytes = File.Exists(path) ? Checked(File.ReadAllBytes(path), path) : null;
            return bytes is not null && FingerprintIn(bytes) == seedFingerprint ? FactsOf(bytes, path) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    internal static byte[] BytesOf(FactSet facts, ulong seedFingerprint)
    {
        var records = new RecordWriter();
        records.Text(facts.DataHash);
        OntologyRecord.Write(records, facts.Ontology);
        FactRecords.Write(records, facts);
        var content = records.ToArray();
        var bytes = new byte[HeaderBytes + content.Length];
        Signature.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), content.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(24), seedFingerprint);
        content.CopyTo(bytes, HeaderBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(ChecksumAt), Crc32C.Of(bytes.AsSpan(CheckedFrom)));
        return bytes;
    }

    internal static FactSet FactsIn(byte[] bytes, string path) => FactsOf(Checked(bytes, path), path);

    private static ulong FingerprintIn(byte[] bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(24));

    private static byte[] Checked(byte[] bytes, string path)
    {
        if (bytes.Length < HeaderBytes || !bytes.AsSpan(0, 8).SequenceEqual(Signature))
        {
            throw new InvalidDataException($"{path} is no graph file; kg build makes one");
        }

        if (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)) is var version and not Version)
        {
            throw new InvalidDataException($"{path} has version {version} of the format, this program reads version {Version}; make it anew with kg build");
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(16));
        if (length != bytes.Length - HeaderBytes)
        {
            throw new InvalidDataException($"{path} is damaged: {bytes.Length - HeaderBytes} bytes of content where {length} were written; make it anew with kg build");
        }

        return Crc32C.Of(bytes.AsSpan(CheckedFrom)) == BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(ChecksumAt))
            ? bytes
            : throw new InvalidDataException($"{path} is damaged: its checksum is wrong; make it anew with kg build");
    }

    private static FactSet FactsOf(byte[] bytes, string path)
    {
        try
        {
            var records = new RecordReader(bytes, HeaderBytes);
            var dataHash = records.Text();
            var facts = FactRecords.Read(records, OntologyRecord.Read(records), dataHash);
            return records.IsAtEnd ? facts : throw new InvalidDataException("there is more than the records say");
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException or KeyNotFoundException)
        {
            throw new InvalidDataException($"{path} cannot be read although its checksum is right: {error.Message}", error);
        }
    }
}
