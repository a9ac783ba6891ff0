using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using Newtonsoft.Json;

namespace KnowledgeGraph.Seed;

/// <summary>
/// A difference written into the files of a seed. A changed item is edited where it stands, down to the fields that differ; a new one
/// goes to the end of the file that holds most of its type; all else keeps its bytes, so that a review sees the change alone.
/// </summary>
/// <param name="Files">The files that change, by name relative to the seed, with their new content.</param>
/// <param name="Result">The whole seed as it reads with them: the facts, or every rule that they break.</param>
public sealed record SeedPatch(IReadOnlyList<(string Name, byte[] Bytes)> Files, SeedResult Result)
{
    /// <summary>Makes the patch and reads it back; writes nothing.</summary>
    /// <param name="folder">The folder of a sound seed.</param>
    /// <param name="difference">What differs between the seed and the facts wanted.</param>
    /// <param name="wanted">The facts wanted.</param>
    /// <exception cref="ArgumentException">The difference is one of vocabularies, or the folder does not hold what it speaks of.</exception>
    public static SeedPatch Of(string folder, FactSetDifference difference, FactSet wanted)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(difference);
        ArgumentNullException.ThrowIfNull(wanted);
        if (!difference.IsOntologySame)
        {
            throw new ArgumentException("a patch changes facts, not the ontology", nameof(difference));
        }

        var files = SeedFolder.Read(folder, new ProblemList()).Where(file => file.Bytes is not null).Select(file => (file.Name, Bytes: file.Bytes!)).ToList();
        var themes = ThemeFile.ReadAll(files);
        Change(themes, SeedRole.Facts, difference.Facts, wanted.Facts, fact => fact.Id, FactJson.Write, type => wanted.Ontology.EdgeTypes[type].Layer);
        Change(themes, SeedRole.Nodes, difference.Nodes, wanted.Nodes, node => node.Id, FactJson.Write);
        Change(themes, SeedRole.Sources, difference.Sources, wanted.Sources, source => source.Id, FactJson.Write);
        Change(themes, SeedRole.Conflicts, difference.Conflicts, wanted.Conflicts, conflict => conflict.Id, FactJson.Write);
        var changed = themes.Where(theme => theme.IsChanged).Select(theme => (theme.Name, Bytes: theme.Content())).ToList();
        var names = changed.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        return new SeedPatch(changed, SeedReader.Read([.. files.Where(file => !names.Contains(file.Name)), .. changed]));
    }

    private static void Change<T>(
        List<ThemeFile> themes, SeedRole role, IReadOnlyList<ItemDifference> changes, IReadOnlyList<T> wanted, Func<T, string> id,
        Action<JsonWriter, T> write, Func<string, string>? theme = null)
        where T : class
    {
        var ids = changes.Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
        var items = wanted.Where(item => ids.Contains(id(item))).ToDictionary(id, item => ItemFields.Json(item, write), StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (change.Kind == ChangeKind.Added)
            {
                ThemeFile.HomeOf(themes, role, items[change.Id], theme ?? (type => type)).Add(items[change.Id]);
                continue;
            }

            var home = themes.Find(file => file.Role == role && file.Holds(change.Id))
                ?? throw new ArgumentException($"no file of the seed holds \"{change.Id}\"", nameof(changes));
            if (change.Kind == ChangeKind.Removed)
            {
                home.Remove(change.Id);
            }
            else
            {
                home.Change(change, items[change.Id]);
            }
        }
    }
}
