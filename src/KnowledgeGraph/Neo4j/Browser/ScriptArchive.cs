using System.IO.Compression;
using System.Text;

namespace KnowledgeGraph.Neo4j.Browser;

/// <summary>
/// The saved queries as Browser imports them: a zip of <c>folder/name.cypher</c>. The same scripts give the same bytes: entries are
/// stored uncompressed, under one fixed time.
/// </summary>
internal static class ScriptArchive
{
    /// <summary>The first time that a zip can tell.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(IEnumerable<PackScript> scripts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var script in scripts)
            {
                var entry = zip.CreateEntry($"{script.Folder}/{script.Name}.cypher", CompressionLevel.NoCompression);
                entry.LastWriteTime = Epoch;
                entry.ExternalAttributes = 0;
                using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                writer.Write(script.Text);
            }
        }

        return bytes.ToArray();
    }
}
