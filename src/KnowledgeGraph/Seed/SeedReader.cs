using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Seed.Rules;

namespace KnowledgeGraph.Seed;

/// <summary>
/// Reads a seed, which is a folder of JSON with ontology, sources, nodes, facts and conflicts, and checks it by all rules.
/// </summary>
/// <remarks>
/// Problems are data: a missing folder, a broken file or a wrong fact never throw, and one problem does not hide another. Time and
/// memory are linear in the bytes read. The rules and their codes are listed in README.md beside this file.
/// </remarks>
public sealed class SeedReader
{
    private readonly ProblemList problems = new();
    private readonly SeedDraft draft = new();
    private readonly Dictionary<string, int> factsByFile = new(StringComparer.Ordinal);
    private int fileCount;

    private SeedReader()
    {
    }

    /// <summary>Reads a seed from the disk.</summary>
    /// <param name="folder">The folder that holds <c>ontology.json</c>.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static SeedResult Read(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var reader = new SeedReader();
        return reader.Read(SeedFolder.Read(folder, reader.problems));
    }

    /// <summary>Reads a seed that is already in memory.</summary>
    /// <param name="files">Names relative to the seed with forward slashes, such as <c>facts/trade.json</c>, and contents; in any order.</param>
    public static SeedResult Read(IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new SeedReader().Read(Listed(files));
    }

    // A small class in place of the tuples: generic code over it is shared, so a cold start need not compile it anew.
    private static IEnumerable<SeedBytes> Listed(IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        foreach (var (name, bytes) in files)
        {
            yield return new SeedBytes(name, bytes);
        }
    }

    private SeedResult Read(IEnumerable<SeedBytes> files)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, bytes) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (names.Add(name))
            {
                Take(name, SeedLayout.RoleOf(name), bytes);
            }
            else
            {
                problems.Add(name, SeedCode.DuplicateFile, "the file is given twice; keep one");
            }
        }

        ReportMissing(names);
        AllRules.Check(draft, problems);
        var counts = new SeedCounts(fileCount, draft.Nodes.Count, draft.Sources.Count, draft.Facts.Count, draft.Conflicts.Count);
        return new SeedResult(Facts(), problems.Sorted(), counts, factsByFile);
    }

    private void Take(string name, SeedRole role, byte[]? bytes)
    {
        if (role == SeedRole.Stray)
        {
            problems.Add(name, SeedCode.StrayFile, SeedLayout.StrayMessage(name));
        }
        else if (role != SeedRole.Ignored)
        {
            fileCount++;
            Take(name, role, Parse(name, bytes));
        }
    }

    private SeedValue? Parse(string name, byte[]? bytes)
    {
        if (bytes?.Length > FileBytes.Most)
        {
            problems.Add(name, SeedCode.FileTooLarge, FileBytes.TooLarge(bytes.Length));
            return null;
        }

        return bytes is null ? null : JsonTree.Read(new SeedFile(name, bytes), problems);
    }

    private void Take(string name, SeedRole role, SeedValue? file)
    {
        switch (role)
        {
            case SeedRole.Ontology when file is not null:
                TakeOntology(file);
                break;
            case SeedRole.Conflicts when file is not null:
                ConflictReader.Read(file, draft, problems);
                break;
            case SeedRole.Sources:
                Take(file, SeedPart.Sources, SourceReader.Read);
                break;
            case SeedRole.Nodes:
                Take(file, SeedPart.Nodes, NodeReader.Read);
                break;
            case SeedRole.Facts:
                factsByFile[name] = 0;
                Take(file, SeedPart.Facts, (value, into, to) => factsByFile[name] = FactReader.Read(value, into, to));
                break;
        }
    }

    private void Take(SeedValue? file, SeedPart part, Action<SeedValue, SeedDraft, ProblemList> read)
    {
        if (file is null)
        {
            draft.MarkIncomplete(part);
        }
        else
        {
            read(file, draft, problems);
        }
    }

    private void TakeOntology(SeedValue file) => (draft.Ontology, draft.Model) = OntologyReader.ReadChecked(file, problems);

    private void ReportMissing(HashSet<string> names)
    {
        string[] required = [SeedLayout.Ontology, SeedLayout.Sources];
        var isNoFolder = names.Count == 0 && problems.Count > 0;
        foreach (var name in required.Where(name => !isNoFolder && !names.Contains(name)))
        {
            problems.Add(name, SeedCode.MissingFile, "the file is missing; a seed needs ontology.json and sources.json");
        }

        if (!names.Contains(SeedLayout.Sources))
        {
            draft.MarkIncomplete(SeedPart.Sources);
        }
    }

    private FactSet? Facts() => problems.Count > 0 || draft.Model is not { } ontology
        ? null
        : new FactSet(
            ontology,
            draft.Nodes.Select(node => node.Item),
            draft.Sources.Select(source => source.Item),
            draft.Facts.Select(fact => fact.Item),
            draft.Conflicts.Select(conflict => conflict.Item));
}
