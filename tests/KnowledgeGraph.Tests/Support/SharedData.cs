namespace KnowledgeGraph.Tests.Support;

/// <summary>Material outside the repository: in the folder KG_SHARED, else in ../shared beside the repository.</summary>
internal static class SharedData
{
    /// <summary>The path of a file of published test data. Where it is absent the test is ignored, or fails if KG_TEST_REQUIRE_ALL is 1.</summary>
    internal static string File(string relative) => Existing(Path.Combine("data", relative));

    /// <summary>The path of a worksheet that facts were entered from; as <see cref="File"/> where it is absent.</summary>
    internal static string Worksheet(string name) => Existing(Path.Combine("curation", name));

    /// <summary>The path of a document that facts were read from; as <see cref="File"/> where it is absent.</summary>
    internal static string Document(string name) => Existing(Path.Combine("sources", name));

    private static string Existing(string relative)
    {
        var path = Path.Combine(Folder(), relative);
        if (!System.IO.File.Exists(path))
        {
            Prerequisite.IsMissing($"no {path}; set KG_SHARED to the folder of the shared material");
        }

        return path;
    }

    /// <summary>The words of every line; empty lines left out.</summary>
    internal static IEnumerable<string[]> Words(string relative, char separator = ' ') =>
        System.IO.File.ReadLines(File(relative))
            .Select(line => line.Split(separator, StringSplitOptions.TrimEntries))
            .Where(words => words[0].Length > 0);

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "KnowledgeGraph.sln")))
        {
            folder = folder.Parent;
        }

        return Environment.GetEnvironmentVariable("KG_SHARED") ?? Path.Combine(folder?.FullName ?? ".", "..", "shared");
    }
}
