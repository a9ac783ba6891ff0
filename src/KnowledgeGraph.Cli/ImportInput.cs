using KnowledgeGraph.Import;

namespace KnowledgeGraph.Cli;

/// <summary>What can be said of a file to import before it is read, so that nobody waits for millions of lines that are not taken.</summary>
internal static class ImportInput
{
    private const int HeadBytes = 4096;

    /// <summary>How files of a kind begin that hold lines only once they are unpacked.</summary>
    private static readonly byte[][] Packed = [[0x1f, 0x8b], [.. "PK\u0003\u0004"u8], [0x28, 0xb5, 0x2f, 0xfd], [0xfd, .. "7zXZ"u8], [.. "BZh"u8]];

    /// <summary>Why an input is not taken, or null.</summary>
    /// <param name="input">A file or folder, as typed.</param>
    /// <param name="written">The files that the import writes.</param>
    internal static string? Complaint(string input, IEnumerable<string> written)
    {
        if (Directory.Exists(input))
        {
            return null;
        }

        if (!File.Exists(input))
        {
            return $"\"{input}\" is neither file nor folder; kg import takes files of one JSON object a line, and folders of seeds";
        }

        var head = Head(input);
        return written.Any(file => Real(file) == Real(input)) ? $"\"{input}\" would be read and written over; name another file to write"
            : Array.Exists(Packed, magic => head.AsSpan().StartsWith(magic)) ? $"\"{input}\" is compressed; unpack it first"
            : LooksLikeEntity(head) && !ImportPlan.HoldsEntities(input) ? $"\"{input}\" holds entities of FollowTheMoney; they are read from a file whose name ends in .ftm.json"
            : null;
    }

    /// <summary>Its beginning; empty where it cannot be read, which the import itself says, and of a pipe, which can be read once.</summary>
    private static byte[] Head(string input)
    {
        try
        {
            var head = new byte[Math.Min(HeadBytes, new FileInfo(input).Length)];
            if (head.Length == 0)
            {
                return head;
            }

            using var file = File.OpenRead(input);
            return head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Every entity has these two; nothing that is read from other files has either.</summary>
    private static bool LooksLikeEntity(ReadOnlySpan<byte> head) =>
        head.IndexOf("\"schema\""u8) >= 0 && head.IndexOf("\"properties\""u8) >= 0;

    /// <summary>Where links lead, in full.</summary>
    private static string Real(string file) =>
        (File.Exists(file) ? File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(file);
}
