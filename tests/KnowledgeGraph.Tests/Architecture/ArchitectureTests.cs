using System.Text.RegularExpressions;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Architecture;

/// <summary>Reads the library's source and lists everything that breaks its architecture, all at once.</summary>
[TestFixture]
internal sealed partial class ArchitectureTests
{
    private const int GreatestFileLength = 400;
    private const int TinyCompanionLines = 40;

    private static readonly Dictionary<string, string[]> AllowedArrows = new()
    {
        ["Ontology"] = [],
        ["Facts"] = ["Ontology"],
        ["Seed"] = ["Facts", "Ontology"],
        ["Storage"] = [],
        ["Graph"] = ["Storage", "Facts", "Ontology"],
        ["Snapshot"] = ["Storage", "Graph", "Facts", "Ontology"],
        ["Import"] = ["Snapshot", "Seed", "Facts", "Ontology"],
        ["Query"] = ["Graph", "Facts", "Ontology"],
        ["Neo4j"] = ["Query", "Graph", "Facts", "Ontology"],
        ["Export"] = ["Query", "Facts", "Ontology"],
        ["Verify"] = ["Facts", "Ontology"],
    };

    private static readonly string[] BannedCalls =
    [
        @"\bDateTime\.(Now|UtcNow|Today)\b", @"\bDateTimeOffset\.(Now|UtcNow)\b", @"\bThread\.Sleep\b", @"\bConsole\.", @"\bEnvironment\.Exit\b",
    ];

    private static IReadOnlyList<SourceFile> Library { get; } = SourceFile.ReadAll("src/KnowledgeGraph");

    [Test]
    public void Folders_PointOnlyWhereTheyMay() => AssertNone(Library.SelectMany(WrongArrows));

    [Test]
    public void Folders_AreTheKnownOnes() =>
        AssertNone(Library.Where(file => !AllowedArrows.ContainsKey(file.Folder)).Select(file => $"{file.Path}: folder \"{file.Folder}\" has no arrows"));

    [Test]
    public void Files_AreNotLong() => AssertNone(
        Library.Concat(SourceFile.ReadAll("src/KnowledgeGraph.Cli")).Concat(SourceFile.ReadAll("tests/KnowledgeGraph.Tests"))
            .Where(file => file.Lines.Length > GreatestFileLength)
            .Select(file => $"{file.Path}: {file.Lines.Length} lines, at most {GreatestFileLength}"));

    [Test]
    public void ClockConsoleAndExit_AreNotCalled() => AssertNone(
        from file in Library
        from call in BannedCalls
        from line in Enumerable.Range(0, file.Lines.Length)
        where Regex.IsMatch(file.Code[line], call)
        select $"{file.Path}:{line + 1}: {file.Lines[line].Trim()}");

    [Test]
    public void PublicTypes_HaveTheirOwnFile() => AssertNone(Library.SelectMany(StrayTypes));

    [Test]
    public void Types_AreNamedForWhatTheyAre() => AssertNone(
        from file in Library.Concat(SourceFile.ReadAll("src/KnowledgeGraph.Cli"))
        from type in file.Types()
        where VagueName().IsMatch(type.Name)
        select $"{file.Path}: {type.Name}");

    [Test]
    public void Namespaces_AreThoseOfTheFolders() => AssertNone(Library
        .Where(file => !file.Code.Contains($"namespace KnowledgeGraph.{file.FolderPath.Replace('/', '.')};"))
        .Select(file => $"{file.Path}: not in namespace KnowledgeGraph.{file.FolderPath.Replace('/', '.')}"));

    private static IEnumerable<string> WrongArrows(SourceFile file)
    {
        var allowed = AllowedArrows.GetValueOrDefault(file.Folder, []).Append(file.Folder).ToList();
        for (var line = 0; line < file.Code.Length; line++)
        {
            foreach (Match match in FolderReference().Matches(file.Code[line]))
            {
                var target = match.Groups["folder"].Value;
                if (AllowedArrows.ContainsKey(target) && !allowed.Contains(target))
                {
                    yield return $"{file.Path}:{line + 1}: {file.Folder} → {target}";
                }
            }
        }
    }

    /// <summary>Public types in a file of another name. One may accompany the file's own type, if it is tiny.</summary>
    private static IEnumerable<string> StrayTypes(SourceFile file)
    {
        var own = Path.GetFileNameWithoutExtension(file.Path);
        var types = file.Types().Where(type => type.IsPublic).ToList();
        var hasOwn = file.Types().Any(type => type.Name == own);
        return types
            .Where(type => type.Name != own && !(hasOwn && type.Lines <= TinyCompanionLines))
            .Where(type => !(own == "Vocabulary" && type.Lines <= TinyCompanionLines))
            .Select(type => $"{file.Path}: {type.Name} has {type.Lines} lines and no file of its own");
    }

    private static void AssertNone(IEnumerable<string> offenders) => Assert.That(string.Join('\n', offenders.Order(StringComparer.Ordinal)), Is.Empty);

    // Within KnowledgeGraph.X the compiler resolves Y.Type as KnowledgeGraph.Y.Type, so both forms are arrows.
    [GeneratedRegex(@"KnowledgeGraph\.(?<folder>[A-Z]\w+)|(?<![\w.""])(?<folder>Ontology|Facts|Storage|Seed|Snapshot|Graph|Import|Query|Neo4j|Export|Verify)\.[A-Z]\w*(?=[.<( ;)\]])", RegexOptions.ExplicitCapture)]
    private static partial Regex FolderReference();

    [GeneratedRegex("(Manager|Helper|Helpers|Service|Utils|Util|Utilities)$")]
    private static partial Regex VagueName();
}
