namespace KnowledgeGraph.Facts.Json;

/// <summary>Takes a file from the disk into memory, within bounds.</summary>
internal static class FileBytes
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int Most = 64 << 20;

    /// <summary>The content, or null after reporting why it is not to be had.</summary>
    public static byte[]? Read(string path, string name, ProblemList problems)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > Most)
            {
                problems.Add(name, SeedCode.FileTooLarge, TooLarge(stream.Length));
                return null;
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(name, SeedCode.UnreadableFile, $"the file cannot be read: {error.Message}");
            return null;
        }
    }

    /// <summary>What to say about a file of too many bytes.</summary>
    public static string TooLarge(long bytes) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"the file has {bytes} bytes, at most {Most} are read; split it by theme");
}
