using System.Globalization;
using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using Newtonsoft.Json;

namespace KnowledgeGraph.Seed;

/// <summary>Writes a fact set as a seed that reads back with the same data hash.</summary>
public static class SeedWriter
{
    /// <summary>
    /// Writes sources, conflicts, a file of nodes for each type and a file of facts for each layer, everything by id. The same facts
    /// give the same bytes.
    /// </summary>
    /// <param name="set">The facts.</param>
    /// <param name="ontologyFile">The file that their ontology was read from; it is copied.</param>
    /// <param name="folder">A folder that is empty or not there yet.</param>
    /// <exception cref="IOException">The folder holds something already, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(FactSet set, string ontologyFile, string folder)
    {
        ArgumentNullException.ThrowIfNull(set);
        RequireEmpty(folder);
        Directory.CreateDirectory(Path.Combine(folder, "nodes"));
        Directory.CreateDirectory(Path.Combine(folder, "facts"));
        File.Copy(ontologyFile, Path.Combine(folder, SeedLayout.Ontology));
        WriteFile(Path.Combine(folder, SeedLayout.Sources), "sources", set.Sources, FactJson.Write);
        WriteFile(Path.Combine(folder, SeedLayout.Conflicts), "conflicts", set.Conflicts, FactJson.Write);
        foreach (var nodes in set.Nodes.GroupBy(node => node.Type))
        {
            WriteFile(Path.Combine(folder, "nodes", $"{nodes.Key}.json"), "nodes", nodes, FactJson.Write);
        }

        foreach (var facts in set.Facts.GroupBy(fact => set.Ontology.EdgeTypes[fact.Type].Layer))
        {
            WriteFile(Path.Combine(folder, "facts", $"{facts.Key}.json"), "facts", facts, FactJson.Write);
        }
    }

    /// <summary>Refuses a folder that holds anything.</summary>
    /// <exception cref="IOException">It does, or is a file.</exception>
    public static void RequireEmpty(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new IOException($"\"{folder}\" is not empty; name a folder that is empty or not there yet");
        }
    }

    /// <summary>Writes files of a seed anew; each is there whole, old or new, at every moment.</summary>
    /// <param name="folder">The seed's folder.</param>
    /// <param name="files">Names relative to it, and contents.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static void Overwrite(string folder, IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(files);
        foreach (var (name, bytes) in files)
        {
            var path = Path.Combine(folder, name);
            var draft = Path.Combine(Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName, $".{Path.GetFileName(path)}.new");
            File.WriteAllBytes(draft, bytes);
            File.Move(draft, path, overwrite: true);
        }
    }

    private static void WriteFile<T>(string path, string list, IEnumerable<T> items, Action<JsonWriter, T> write)
    {
        using var text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        using var writer = new JsonTextWriter(text) { Formatting = Formatting.Indented, Culture = CultureInfo.InvariantCulture };
        writer.WriteStartObject();
        writer.WritePropertyName("schemaVersion");
        writer.WriteValue(SeedTop.SchemaVersion);
        writer.WritePropertyName(list);
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        text.WriteLine();
    }
}
