using System.Text.RegularExpressions;
using KnowledgeGraph.Cli.Verbs;
using KnowledgeGraph.Tests.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Repository;

/// <summary>What the documents tell people to do can be done.</summary>
public sealed partial class DocumentTests
{
    [TestCase("README.md")]
    [TestCase("graph-seed/README.md")]
    public void CommandsNamed_Exist(string document) =>
        Assert.That(Named(Command(), document), Is.Not.Empty.And.SubsetOf(VerbList.All.Select(verb => verb.Name).Append("help")));

    [TestCase("README.md")]
    [TestCase("graph-seed/README.md")]
    public void FilesLinked_Exist(string document)
    {
        var folder = Path.GetDirectoryName(PathOf(document))!;

        Assert.That(Named(Link(), document).Where(target => !File.Exists(Path.Combine(folder, target))), Is.Empty);
    }

    private static IEnumerable<string> Named(Regex pattern, string document) =>
        pattern.Matches(File.ReadAllText(PathOf(document))).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);

    private static string PathOf(string document) => Path.Combine(SeedTestFiles.Repository().FullName, document);

    [GeneratedRegex("`kg ([a-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\(([^):]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
