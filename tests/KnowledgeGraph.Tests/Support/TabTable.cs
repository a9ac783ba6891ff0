namespace KnowledgeGraph.Tests.Support;

/// <summary>A table of cells between tabs, under a line with the names of the columns.</summary>
internal static class TabTable
{
    /// <summary>Its lines, each as cells by column; an empty cell is <c>-</c>.</summary>
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        var lines = File.ReadAllLines(path).Where(line => line.Length > 0).Select(line => line.Split('\t')).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => Cell(pair.Second)))];
    }

    private static string Cell(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : "-";
}
