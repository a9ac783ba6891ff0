using System.Text;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed;

/// <summary>Adds and removes entries of a list or an object in a file, with the commas and line breaks that go with them.</summary>
/// <param name="bytes">The file.</param>
/// <param name="edits">Where the edits go.</param>
/// <param name="container">The list or object.</param>
/// <param name="entries">Where each entry starts and ends, in order; at least one.</param>
internal sealed class EntryEdit(byte[] bytes, TextEdits edits, SeedValue container, IReadOnlyList<(int Start, int End)> entries)
{
    private readonly HashSet<int> removed = [];
    private readonly List<(int After, Func<string, string> Text)> inserted = [];

    /// <summary>Removes an entry.</summary>
    public void Remove(int entry) => removed.Add(entry);

    /// <summary>Inserts an entry; several in the same place stand in the order of the calls.</summary>
    /// <param name="after">The entry it follows; -1 for the first place.</param>
    /// <param name="text">Its text, for an indent.</param>
    public void Insert(int after, Func<string, string> text) => inserted.Add((after, text));

    /// <summary>Makes the edits.</summary>
    public void Finish()
    {
        if (removed.Count == entries.Count)
        {
            Replace();
            return;
        }

        foreach (var (after, text) in inserted)
        {
            var isKept = Enumerable.Range(0, after + 1).Any(entry => !removed.Contains(entry));
            var at = isKept ? entries[after].End : entries[0].Start;
            edits.Replace(at, at, isKept ? $",{Gap}{text(Indent)}" : $"{text(Indent)},{Gap}");
        }

        foreach (var entry in removed)
        {
            var isFirst = Enumerable.Range(0, entry).All(removed.Contains);
            var (start, end) = isFirst ? (entries[entry].Start, entries[entry + 1].Start) : (entries[entry - 1].End, entries[entry].End);
            edits.Replace(start, end, "");
        }
    }

    private string Gap => IsSpread ? $"\n{Indent}" : " ";

    private bool IsSpread => bytes.AsSpan(container.Place.Offset, entries[0].Start - container.Place.Offset).Contains((byte)'\n');

    private string Indent
    {
        get
        {
            var start = Array.LastIndexOf(bytes, (byte)'\n', Math.Max(entries[0].Start - 1, 0)) + 1;
            var line = Encoding.UTF8.GetString(bytes, start, entries[0].Start - start);
            return line[..(line.Length - line.TrimStart().Length)];
        }
    }

    /// <summary>All entries go; what is inserted takes the place from the first to the last of them.</summary>
    private void Replace() => edits.Replace(entries[0].Start, entries[^1].End, string.Join($",{Gap}", inserted.Select(entry => entry.Text(Indent))));
}
