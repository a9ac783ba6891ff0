using System.Text;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Seed;

/// <summary>Where the seeds of these tests are.</summary>
internal static class SeedTestFiles
{
    public static string Golden { get; } = Path.Combine(AppContext.BaseDirectory, "Golden", "Seed");

    /// <summary>The sound base seed with one file's content replaced or added.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> With(string name, byte[] bytes) =>
        [.. SeedCase.Base(Golden).Where(file => file.Name != name), (name, bytes)];

    public static IReadOnlyList<(string Name, byte[] Bytes)> With(string name, string text) => With(name, Encoding.UTF8.GetBytes(text));

    public static IReadOnlyList<(string Name, byte[] Bytes)> Without(string name) =>
        [.. SeedCase.Base(Golden).Where(file => file.Name != name)];

    public static byte[] Bytes(string name) => SeedCase.Base(Golden).Single(file => file.Name == name).Bytes;

    /// <summary>The folder of the solution; ends the test where the tests run without their sources.</summary>
    public static DirectoryInfo Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KnowledgeGraph.sln")))
        {
            folder = folder.Parent;
        }

        if (folder is null)
        {
            Assert.Ignore("the tests run outside the repository: no KnowledgeGraph.sln above them");
        }

        return folder!;
    }

    /// <summary>The repository's own seed; ends the test where it is not there.</summary>
    public static string ShippedSeed()
    {
        var seed = Path.Combine(Repository().FullName, "graph-seed");
        if (!File.Exists(Path.Combine(seed, "ontology.json")))
        {
            Assert.Ignore("the repository has no graph-seed with an ontology.json");
        }

        return seed;
    }
}
