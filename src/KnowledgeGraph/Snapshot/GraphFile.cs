using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Snapshot;

/// <summary>
/// A graph file (<c>.kgraph</c>): checked facts with all their evidence, laid out as searches need them, in one file that is mapped
/// into memory and opens in milliseconds whatever its size. It takes the place of a seed wherever facts are only read.
/// </summary>
/// <remarks>
/// A file cut short, changed in any byte or of another version is refused with the reason: its header and tables when it is opened, the
/// rest where it is first touched, all of it by <see cref="Check"/>. The checksums tell accidents from data; they keep nobody from
/// forging a file. README.md beside this file describes the format.
/// </remarks>
public static class GraphFile
{
    /// <summary>What names of graph files end in.</summary>
    public const string Extension = ".kgraph";

    /// <summary>Writes a file under a temporary name and renames it, so that there is never a half one under its own.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="facts">The facts, which have been checked.</param>
    /// <param name="seedFingerprint">Tells later whether a seed is still the one it was made from; 0 if nobody will ask.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, FactSet facts, ulong seedFingerprint = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(facts);
        using var writer = new GraphFileWriter(path, facts.Ontology);
        foreach (var node in facts.Nodes)
        {
            writer.Add(node, default);
        }

        foreach (var source in facts.Sources)
        {
            writer.Add(source, default);
        }

        foreach (var fact in facts.Facts)
        {
            writer.Add(fact, default);
        }

        foreach (var conflict in facts.Conflicts)
        {
            writer.Add(conflict, default);
        }

        writer.Finish(static refused => throw new ArgumentException($"the facts are not sound: {refused.Reason}", nameof(facts)), seedFingerprint);
    }

    /// <summary>
    /// Loads and compiles what reading the first record needs, some 6 ms that a program can spend on another thread while it has something
    /// else to do. Changes nothing.
    /// </summary>
    public static void Prepare() => FactJsonReader.Read("{\"id\":\"\"}"u8, FactJsonReader.Id);

    /// <summary>Opens a file. Takes the time of its vocabulary and tables; facts are read when they are asked for.</summary>
    /// <exception cref="InvalidDataException">It is no graph file, is damaged, or is of another version; the message says which.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static EmbeddedGraph Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new GraphFileReader(new MappedFile(path)).Graph();
    }

    /// <summary>Opens a file that was made from a seed with a fingerprint; null where it was made from another, is damaged or is not there.</summary>
    public static EmbeddedGraph? OpenIfMadeFrom(string path, ulong seedFingerprint)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            var file = new MappedFile(path);
            if (file.Header.Stamp != seedFingerprint)
            {
                file.Dispose();
                return null;
            }

            file.CheckAll();
            return new GraphFileReader(file).Graph();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Opens a file and reads all of it: checksums, the order of the ids, and the hash of the data. Linear in its bytes.</summary>
    /// <exception cref="InvalidDataException">It is no graph file, is damaged, or is of another version; the message says which.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static EmbeddedGraph Check(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var reader = new GraphFileReader(new MappedFile(path));
        reader.Check();
        return reader.Graph();
    }
}
