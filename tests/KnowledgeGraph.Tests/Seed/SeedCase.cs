using System.Text;

namespace KnowledgeGraph.Tests.Seed;

/// <summary>A seed that is sound but for a few edits, and what the reader must say about it. Read from <c>Golden/Seed/broken/*.txt</c>.</summary>
public sealed record SeedCase(string Name, IReadOnlyList<SeedEdit> Edits, IReadOnlyList<string> Expected)
{
    /// <summary>All cases, in the order of the files.</summary>
    public static IEnumerable<SeedCase> All(string goldenFolder) => Directory
        .EnumerateFiles(Path.Combine(goldenFolder, "broken"), "*.txt")
        .Order(StringComparer.Ordinal)
        .SelectMany(path => Parse(File.ReadAllLines(path)));

    /// <summary>The sound seed that cases start from.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Base(string goldenFolder)
    {
        var folder = Path.Combine(goldenFolder, "base");
        return [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path)))];
    }

    /// <summary>The seed with the case's edits made.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Apply(IReadOnlyList<(string Name, byte[] Bytes)> seed) =>
        [.. seed.Select(file => (file.Name, Edits.Where(edit => edit.File == file.Name).Aggregate(file.Bytes, (bytes, edit) => edit.Apply(bytes))))];

    public override string ToString() => Name;

    private static IEnumerable<SeedCase> Parse(string[] lines)
    {
        var starts = Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith("== ", StringComparison.Ordinal)).ToList();
        foreach (var (start, end) in starts.Zip(starts.Skip(1).Append(lines.Length)))
        {
            var edits = new List<SeedEdit>();
            var file = "";
            foreach (var line in lines[(start + 1)..end].Where(line => line.Length > 2))
            {
                switch (line[..2])
                {
                    case "@ ":
                        file = line[2..];
                        break;
                    case "- ":
                        edits.Add(new SeedEdit(file, line[2..], ""));
                        break;
                    case "+ ":
                        edits[^1] = edits[^1] with { Put = line[2..] };
                        break;
                }
            }

            yield return new SeedCase(
                lines[start][3..],
                edits,
                [.. lines[(start + 1)..end].Where(line => line.StartsWith("= ", StringComparison.Ordinal)).Select(line => line[2..])]);
        }
    }
}

/// <summary>One text in one file replaced by another.</summary>
public sealed record SeedEdit(string File, string Find, string Put)
{
    private const string Cut = "<cut>";

    public byte[] Apply(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var find = Find.Replace("\\n", "\n", StringComparison.Ordinal);
        var at = text.IndexOf(find, StringComparison.Ordinal);
        if (at < 0 || text.IndexOf(find, at + 1, StringComparison.Ordinal) >= 0)
        {
            throw new InvalidOperationException($"{File} must hold this exactly once: {Find}");
        }

        var put = Put.Replace("\\n", "\n", StringComparison.Ordinal).Replace("<200 digits>", new string('7', 200), StringComparison.Ordinal);
        var edited = text[..at] + put + text[(at + find.Length)..];
        return Encoding.UTF8.GetBytes(put.EndsWith(Cut, StringComparison.Ordinal) ? edited[..edited.IndexOf(Cut, StringComparison.Ordinal)] : edited);
    }
}
