using NUnit.Framework;

namespace KnowledgeGraph.Tests.Support;

/// <summary>Published test data outside the repository: KG_SHARED/data, else ../shared/data beside the repository.</summary>
internal static class SharedData
{
    /// <summary>The path of a file. Where it is absent the test is ignored, or fails if KG_TEST_REQUIRE_ALL is 1.</summary>
    internal static string File(string relative)
    {
        var path = Path.Combine(Folder(), "data", relative);
        if (!System.IO.File.Exists(path))
        {
            var reason = $"no {path}; set KG_SHARED to the folder of the shared material";
            if (Environment.GetEnvironmentVariable("KG_TEST_REQUIRE_ALL") == "1")
            {
                Assert.Fail(reason);
            }

            Assert.Ignore(reason);
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
