using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Cli;

/// <summary>Finds the facts: a folder of JSON, or a graph file made from one.</summary>
internal static class SeedLocation
{
    private const string FolderName = "graph-seed";

    private const string Wanted = "a seed is a folder that holds ontology.json, sources.json, nodes and facts";

    /// <summary>The folder or graph file named, else the nearest <c>graph-seed</c> from the current folder upwards, else the one shipped with the program.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    internal static string Resolve(string? named) => Resolve(named, Directory.GetCurrentDirectory(), AppContext.BaseDirectory);

    internal static string Resolve(string? named, string start, string programFolder)
    {
        if (named is not null)
        {
            return Existing(named, "--seed ");
        }

        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, FolderName)))
            {
                return Path.Combine(folder, FolderName);
            }
        }

        var shipped = Path.Combine(programFolder, FolderName);
        return Directory.Exists(shipped)
            ? shipped
            : throw new UsageException([$"no folder {FolderName} in {start} or above it; name one with --seed DIR: {Wanted}"]);
    }

    /// <summary>A folder or file that must be there.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="option">The option that names it, for the message; empty where it stands alone.</param>
    /// <exception cref="UsageException">It is not there.</exception>
    internal static string Existing(string path, string option) => Directory.Exists(path) || File.Exists(path)
        ? path
        : throw new UsageException([$"{option}\"{path}\" is neither folder nor file; {Wanted}, or a graph file of kg build or kg import"]);

    /// <summary>As <see cref="Resolve(string?)"/>, where more is read from the folder than the facts.</summary>
    /// <param name="named">The folder named, or null.</param>
    /// <param name="missing">What a graph file does not hold.</param>
    /// <exception cref="UsageException">There is none, or it is a graph file.</exception>
    internal static string ResolveFolder(string? named, string missing) => Resolve(named) is var found && Directory.Exists(found)
        ? found
        : throw new UsageException([$"--seed \"{found}\" is a file; {missing}: name the folder of the seed"]);

    /// <summary>The graph file that may stand beside a folder shipped with the program; it counts only while the folder is unchanged.</summary>
    internal static string CompiledOf(string folder) => folder + GraphFile.Extension;
}
