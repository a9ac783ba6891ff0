using System.Text.RegularExpressions;

namespace KnowledgeGraph.Tests.Architecture;

/// <summary>A file of source, as the architecture tests read it.</summary>
internal sealed partial class SourceFile
{
    private SourceFile(string root, string fullPath, string projectPath)
    {
        Path = System.IO.Path.GetRelativePath(root, fullPath).Replace('\\', '/');
        var inProject = System.IO.Path.GetRelativePath(System.IO.Path.Combine(root, projectPath), fullPath).Replace('\\', '/');
        FolderPath = inProject.Contains('/', StringComparison.Ordinal) ? inProject[..inProject.LastIndexOf('/')] : "";
        Lines = File.ReadAllLines(fullPath);
        Code = [.. Lines.Select(line => Comment().Replace(line, ""))];
    }

    /// <summary>From the root of the repository.</summary>
    internal string Path { get; }

    /// <summary>The folders between the project and the file.</summary>
    internal string FolderPath { get; }

    /// <summary>The first of them.</summary>
    internal string Folder => FolderPath.Split('/')[0];

    internal string[] Lines { get; }

    /// <summary>The lines without comments.</summary>
    internal string[] Code { get; }

    /// <summary>Every file of a project, build output left out.</summary>
    internal static IReadOnlyList<SourceFile> ReadAll(string projectPath)
    {
        var root = Root();
        return [.. Directory.EnumerateFiles(System.IO.Path.Combine(root, projectPath), "*.cs", SearchOption.AllDirectories)
            .Select(path => new SourceFile(root, path, projectPath))
            .Where(file => file.Folder is not ("bin" or "obj"))];
    }

    /// <summary>The types that stand in the file itself, with the number of lines from the head to the end.</summary>
    internal IEnumerable<(string Name, bool IsPublic, int Lines)> Types()
    {
        for (var line = 0; line < Code.Length; line++)
        {
            if (TypeHead().Match(Code[line]) is { Success: true } match)
            {
                yield return (match.Groups["name"].Value, match.Groups["access"].Value == "public", LengthFrom(line));
            }
        }
    }

    private int LengthFrom(int line)
    {
        var end = Array.FindIndex(Code, line, text => text is "}" || text.EndsWith(");", StringComparison.Ordinal));
        return (end < 0 ? Code.Length : end + 1) - line;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "KnowledgeGraph.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"no KnowledgeGraph.sln above {AppContext.BaseDirectory}");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^(?<access>public|internal) ((sealed|static|abstract|partial|readonly) )*(record struct|record|class|struct|interface|enum|delegate \S+) (?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeHead();

    [GeneratedRegex(@"(^|\s)//.*$")]
    private static partial Regex Comment();
}
