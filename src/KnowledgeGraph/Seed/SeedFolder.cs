namespace KnowledgeGraph.Seed;

/// <summary>Takes the files of a seed from the disk into memory; what cannot be read is a problem.</summary>
internal static class SeedFolder
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxFileBytes = 64 << 20;

    /// <summary>Names relative to the folder, folders with a slash at the end; no content where nobody reads it or it was refused.</summary>
    public static IEnumerable<SeedBytes> Read(string folder, ProblemList problems) => Names(folder, problems)
        .Select(name => new SeedBytes(name, SeedLayout.RoleOf(name) is SeedRole.Stray or SeedRole.Ignored
            ? null
            : Bytes(Path.Combine(folder, name), name, problems)));

    private static IEnumerable<string> Names(string folder, ProblemList problems)
    {
        foreach (var name in Entries(folder, "", problems))
        {
            if (name is "nodes/" or "facts/")
            {
                foreach (var inner in Entries(Path.Combine(folder, name), name, problems))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return name;
            }
        }
    }

    private static List<string> Entries(string folder, string prefix, ProblemList problems)
    {
        try
        {
            var options = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false };
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", options)
                .Select(entry => prefix + entry.Name + (entry is DirectoryInfo ? "/" : ""))
                .Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var (code, message) = error is DirectoryNotFoundException
                ? (SeedCode.MissingFolder, $"there is no folder {folder}; give the folder that holds {SeedLayout.Ontology}")
                : (SeedCode.UnreadableFile, $"the folder cannot be listed: {error.Message}");
            problems.Add(prefix.Length == 0 ? "." : prefix, code, message);
            return [];
        }
    }

    private static byte[]? Bytes(string path, string name, ProblemList problems)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > MaxFileBytes)
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
        System.Globalization.CultureInfo.InvariantCulture, $"the file has {bytes} bytes, at most {MaxFileBytes} are read; split it by theme");
}

/// <summary>A file of a seed in memory.</summary>
/// <param name="Name">Name relative to the seed, with forward slashes.</param>
/// <param name="Bytes">Its content; null where nobody reads it or it was refused.</param>
internal sealed record SeedBytes(string Name, byte[]? Bytes);
