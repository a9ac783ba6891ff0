using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

/// <summary>A text that a person has read and found right. <c>KG_UPDATE_GOLDEN=1</c> writes it anew.</summary>
internal static class GoldenFile
{
    public static void Check(string name, string actual)
    {
        var path = Path.Combine(CliRun.Repository, "tests", "KnowledgeGraph.Tests", "Golden", name + ".txt");
        if (Environment.GetEnvironmentVariable("KG_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
            return;
        }

        Assert.That(path, Does.Exist, "no golden file yet; run with KG_UPDATE_GOLDEN=1 and read what it writes");
        Assert.That(actual, Is.EqualTo(File.ReadAllText(path).ReplaceLineEndings("\n")), $"differs from {name}.txt; KG_UPDATE_GOLDEN=1 writes it anew");
    }
}
