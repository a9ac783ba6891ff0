namespace KnowledgeGraph.Cli;

/// <summary>Finds the folder of facts.</summary>
internal static class SeedLocation
{
    private const string FolderName = "graph-seed";

    /// <summary>The folder named, else the nearest <c>graph-seed</c> from the current folder upwards, else the one shipped with the program.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    internal static string Resolve(string? named) => Resolve(named, Directory.GetCurrentDirectory(), AppContext.BaseDirectory);

    internal static string Resolve(string? named, string start, string programFolder)
    {
        if (named is not null)
        {
            return Directory.Exists(named) ? named : throw new UsageException([$"--seed \"{named}\" is no folder; {Wanted}"]);
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

    private const string Wanted = "a seed is a folder that holds ontology.json, sources.json, nodes and facts";
}
