using System.Text;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Snapshot;

/// <summary>Tells whether a seed is still the one that a graph file was made from, without reading what its files mean.</summary>
public static class SeedFingerprint
{
    /// <summary>
    /// The number of bytes and the CRC-32C of the names and contents of the files of a seed; 0 where they cannot be read. Linear in
    /// their bytes.
    /// </summary>
    /// <param name="folder">The folder that holds <c>ontology.json</c>.</param>
    public static ulong Of(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        try
        {
            var (length, checksum) = (0L, 0u);
            foreach (var part in new[] { folder, Path.Combine(folder, "facts"), Path.Combine(folder, "nodes") })
            {
                foreach (var file in Files(part))
                {
                    var bytes = File.ReadAllBytes(file);
                    checksum = Crc32C.Append(Crc32C.Append(checksum, Encoding.UTF8.GetBytes(Path.GetFileName(file))), bytes);
                    length += bytes.Length;
                }
            }

            return ((ulong)length << 32) | checksum;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static string[] Files(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }
}
