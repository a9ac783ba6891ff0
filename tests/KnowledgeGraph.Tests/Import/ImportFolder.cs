using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Import;
using KnowledgeGraph.Tests.Cli;
using Newtonsoft.Json;

namespace KnowledgeGraph.Tests.Import;

/// <summary>A temporary folder with files to import, the shipped vocabulary, and the graph file that comes of them.</summary>
internal sealed class ImportFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kg-import-").FullName;

    public string Target => Path.Combine(folder, "all.kgraph");

    public string Rejects => Path.Combine(folder, "rejects.txt");

    public IEnumerable<string> Files => Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)!;

    /// <summary>Writes a file of lines; returns its name.</summary>
    public string Write(string name, params IEnumerable<string> lines)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
        return path;
    }

    /// <summary>Imports files; the problems are those of vocabulary and seeds.</summary>
    public (ImportReport? Report, string Problems) Import(IReadOnlyList<string> inputs, CancellationToken cancellation = default)
    {
        var plan = new ImportPlan
        {
            Inputs = inputs,
            Target = Target,
            Ontology = Path.Combine(CliRun.ShippedSeed, "ontology.json"),
            Mapping = Path.Combine(CliRun.ShippedSeed, "followthemoney.json"),
            Rejects = Rejects,
            EnteredOn = PartialDate.Parse("2026-01-02"),
        };
        var (report, problems) = BulkImport.Run(plan, null, cancellation);
        return (report, string.Join('\n', problems));
    }

    /// <summary>Imports lines of one file, and gives what is said of those that are not taken, without the file's name.</summary>
    public string RejectsOf(string name, params IEnumerable<string> lines)
    {
        var path = Write(name, lines);
        Import([path]);
        return File.Exists(Rejects) ? File.ReadAllText(Rejects).Replace(path + ":", "", StringComparison.Ordinal).TrimEnd() : "";
    }

    /// <summary>All of a fact set, one item a line.</summary>
    public static List<string> LinesOf(FactSet set) =>
    [
        .. set.Nodes.Select(node => Line(writer => FactJson.Write(writer, node))),
        .. set.Sources.Select(source => Line(writer => FactJson.Write(writer, source))),
        .. set.Facts.Select(fact => Line(writer => FactJson.Write(writer, fact))),
        .. set.Conflicts.Select(conflict => Line(writer => FactJson.Write(writer, conflict))),
    ];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Line(Action<JsonWriter> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        write(writer);
        return text.ToString();
    }
}
