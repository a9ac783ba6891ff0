using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Neo4j.AdminImport;

/// <summary>
/// Writes a fact set as the files that <c>neo4j-admin database import full</c> reads into an empty database, with provenance and stamp:
/// exactly what a load writes, so that a load afterwards makes constraints and indexes and finds nothing to change. The facts are gone
/// through twice, for their ends and then to be written, an item in memory at a time.
/// </summary>
public static class AdminExport
{
    /// <summary>Name of the script that runs the import.</summary>
    public const string Script = "import.sh";

    private const int ReportEvery = 4096;

    /// <summary>The import reads no text larger than its buffer, in bytes; a character takes three at most.</summary>
    private const int BufferBytes = 4 * 1024 * 1024;

    /// <summary>Separators of information, which texts for people do not hold; then characters that nobody has defined.</summary>
    private static readonly char[] Delimiters = ['\u001f', '\u001e', '\u001d', '\u001c', '\ue000', '\ue001', '\uf8fe', '\uf8ff'];

    /// <summary>Writes the files, a script that imports them, and <c>schema.cypher</c> with the constraints and indexes.</summary>
    /// <param name="set">The facts.</param>
    /// <param name="dataset">Name of the data set, as for a load.</param>
    /// <param name="folder">A folder that is empty or not there yet.</param>
    /// <param name="progress">Told how many nodes and facts are written; null for nobody.</param>
    /// <param name="cancellation">Ends the writing; the folder is left empty then, as after any error.</param>
    /// <exception cref="ArgumentException">The name is none, or a fact names an end or a source that is not there.</exception>
    /// <exception cref="IOException">The folder holds something already, or cannot be written.</exception>
    /// <exception cref="InvalidDataException">A text cannot be said in such files.</exception>
    public static AdminExportReport Write(
        FactSet set, string dataset, string folder, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        DatasetName.Require(dataset);
        RequireFit(set.Ontology);
        RequireEmpty(folder);
        progress?.Report(new LoadProgress("looking for ends that are missing"));
        new ItemImages(dataset, set).RequireEnds(cancellation);
        Directory.CreateDirectory(folder);
        try
        {
            return WriteFiles(set, dataset, folder, progress, cancellation);
        }
        catch
        {
            Array.ForEach(Directory.GetFiles(folder), File.Delete);
            throw;
        }
    }

    private static AdminExportReport WriteFiles(
        FactSet set, string dataset, string folder, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        foreach (var delimiter in Delimiters)
        {
            using var files = new CsvFiles(folder, dataset, set, delimiter);
            if (TryWrite(files, set, progress, cancellation))
            {
                files.Dispose();
                return Finish(files, set, dataset, folder, delimiter);
            }
        }

        throw new InvalidDataException("the lists hold every character that could stand between their items");
    }

    /// <summary>Names go into the files as they are, so they are held to the rule of the loader.</summary>
    private static void RequireFit(OntologyModel ontology)
    {
        if (Spine.ClashWith(ontology) is { } name)
        {
            throw new ArgumentException($"the ontology's edge type {name} is named like the relationships that provenance stands in; rename it", nameof(ontology));
        }

        foreach (var word in ontology.NodeTypes.Keys.Concat(ontology.EdgeTypes.Keys).Concat(ontology.Roles.Keys))
        {
            Cypher.Quoted(word);
        }
    }

    private static void RequireEmpty(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new IOException($"\"{folder}\" is not empty; name a folder that is empty or not there yet");
        }
    }

    private static bool TryWrite(CsvFiles files, FactSet set, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        var (done, total) = (0, set.Nodes.Count + set.Facts.Count);
        files.WriteStamp();
        WriteAll(set.Sources, files.Write, "sources");
        WriteAll(set.Conflicts, files.Write, "conflicts");
        WriteAll(set.Nodes, files.Write, "nodes", isCounted: true);
        WriteAll(set.Facts, files.Write, "facts", isCounted: true);
        return !files.IsDelimiterTaken;

        void WriteAll<T>(IReadOnlyList<T> items, Action<T> write, string what, bool isCounted = false)
        {
            for (var i = 0; i < items.Count && !files.IsDelimiterTaken; i++)
            {
                write(items[i]);
                done += isCounted ? 1 : 0;
                if (i % ReportEvery == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    progress?.Report(new LoadProgress($"writing {what}", done, total, "nodes and facts"));
                }
            }
        }
    }

    private static AdminExportReport Finish(CsvFiles files, FactSet set, string dataset, string folder, char delimiter)
    {
        List<CsvFile> all = [.. files.Nodes, .. files.Relationships];
        List<string> options =
        [
            $"--array-delimiter=U+{(int)delimiter:X4}", "--bad-tolerance=0",
            .. all.Exists(file => file.HasLineBreaks) ? ["--multiline-fields=true"] : Array.Empty<string>(),
            .. all.Max(file => file.LongestText) is var longest && longest > BufferBytes / 3 ? [$"--read-buffer-size={(longest * 3L) + BufferBytes}"] : Array.Empty<string>(),
        ];
        File.WriteAllText(Path.Combine(folder, "schema.cypher"), string.Concat(Neo4jSchema.All(set.Ontology).Select(statement => $"{statement};\n")));
        File.WriteAllText(Path.Combine(folder, Script), ScriptOf(dataset, Command(Path.GetFileName)));
        return new AdminExportReport(dataset, set.DataHash, files.Nodes.Sum(file => file.Rows), files.Relationships.Sum(file => file.Rows), Command(name => Path.Combine(folder, name)));

        string Command(Func<string, string?> place) => string.Join(' ',
        [
            "neo4j-admin database import full neo4j", .. options,
            .. files.Nodes.Select(file => $"--nodes={Shell(place(file.Name)!)}"),
            .. files.Relationships.Select(file => $"--relationships={Shell(place(file.Name)!)}"),
        ]);
    }

    private static string ScriptOf(string dataset, string command) =>
        $"""
        #!/bin/sh
        # Imports data set {dataset} into a database of a server that is stopped; kg load then makes constraints and indexes.
        # NEO4J_ADMIN names the program; a further option such as --overwrite-destination=true may follow.
        set -e
        cd "$(dirname "$0")"
        exec $NEO4J_ADMIN{command["neo4j-admin".Length..]} "$@"

        """.Replace("exec $NEO4J_ADMIN", "exec ${NEO4J_ADMIN:-neo4j-admin}", StringComparison.Ordinal).ReplaceLineEndings("\n");

    /// <summary>A word as a shell takes it.</summary>
    private static string Shell(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '\\' or ':')
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
