using System.Text;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Neo4j.AdminImport;

/// <summary>
/// A file of nodes or relationships for <c>neo4j-admin</c>. Texts always stand in quotation marks, so that an empty one is not taken for
/// none; a list is one text, its items apart by a character that none of them holds. It is made for the import alone: a spreadsheet
/// would take some texts for formulas.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    private readonly StreamWriter text;
    private readonly IReadOnlyList<CsvColumn> columns;
    private readonly string delimiter;

    /// <param name="path">The file.</param>
    /// <param name="columns">Its columns; those without a property first.</param>
    /// <param name="delimiter">What stands between the items of a list.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public CsvFile(string path, IReadOnlyList<CsvColumn> columns, char delimiter)
    {
        (this.columns, this.delimiter, Name) = (columns, delimiter.ToString(), System.IO.Path.GetFileName(path));
        text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
        text.WriteLine(string.Join(',', columns.Select(column => column.Header)));
    }

    /// <summary>Its name, without the folder.</summary>
    public string Name { get; }

    /// <summary>Rows written.</summary>
    public long Rows { get; private set; }

    /// <summary>Whether any text goes over more than one line, which makes the import read more slowly.</summary>
    public bool HasLineBreaks { get; private set; }

    /// <summary>Whether a list holds the character that was to stand between its items; the file is of no use then.</summary>
    public bool IsDelimiterTaken { get; private set; }

    /// <summary>The longest text, in characters.</summary>
    public int LongestText { get; private set; }

    /// <param name="properties">The row's properties.</param>
    /// <param name="places">What goes into the columns without a property, in their order.</param>
    /// <exception cref="InvalidDataException">A property cannot be said in such a file.</exception>
    public void Write(Dictionary<string, object?> properties, params ReadOnlySpan<string> places)
    {
        var (place, written) = (0, 0);
        for (var i = 0; i < columns.Count; i++)
        {
            if (i > 0)
            {
                text.Write(',');
            }

            if (columns[i].Name.Length == 0)
            {
                WriteText(places[place++]);
            }
            else if (properties.TryGetValue(columns[i].Name, out var value))
            {
                WriteCell(columns[i], value);
                written++;
            }
        }

        text.Write('\n');
        Rows++;
        RequireAll(properties, written);
    }

    /// <summary>Several labels as the one text that they are in a row.</summary>
    public string Labels(IEnumerable<string> labels) => string.Join(delimiter, labels);

    public void Dispose() => text.Dispose();

    private void WriteCell(CsvColumn column, object? value)
    {
        switch (value)
        {
            case string one: WriteText(one); break;
            case bool flag: text.Write(WordOf(flag)); break;
            case long number: text.Write(number); break;
            case double number: text.Write(FactJson.Number(number)); break;
            case List<object?> items: WriteText(ListOf(column, items)); break;
            default: throw new InvalidDataException($"{Name}: the property \"{column.Name}\" has a value that no column takes");
        }
    }

    /// <summary>An empty cell reads as no list, so a list of one empty text cannot be said.</summary>
    private string ListOf(CsvColumn column, List<object?> items)
    {
        var joined = string.Join(delimiter, items.Select(item => item is bool flag ? WordOf(flag) : item as string));
        IsDelimiterTaken |= items.Exists(item => item is string one && one.Contains(delimiter, StringComparison.Ordinal));
        return joined.Length > 0
            ? joined
            : throw new InvalidDataException($"{Name}: the list \"{column.Name}\" of row {Rows + 1} holds one empty text and nothing else, which neo4j-admin reads as no list");
    }

    private void WriteText(string one)
    {
        RequireWhole(one);
        LongestText = Math.Max(LongestText, one.Length);
        HasLineBreaks |= one.AsSpan().ContainsAny('\n', '\r');
        text.Write('"');
        text.Write(one.Contains('"', StringComparison.Ordinal) ? one.Replace("\"", "\"\"", StringComparison.Ordinal) : one);
        text.Write('"');
    }

    /// <summary>A file cannot hold half a character, and would have another in its place.</summary>
    private void RequireWhole(string one)
    {
        for (var rest = one.AsSpan(); rest.IndexOfAnyInRange('\ud800', '\udfff') is var at and >= 0; rest = rest[(at + 2)..])
        {
            if (Rune.DecodeFromUtf16(rest[at..], out _, out _) != System.Buffers.OperationStatus.Done)
            {
                throw new InvalidDataException($"{Name}: a text of row {Rows + 1} holds half a character, which no file can hold");
            }
        }
    }

    private void RequireAll(Dictionary<string, object?> properties, int written)
    {
        if (written < properties.Count)
        {
            var unknown = properties.Keys.Except(columns.Select(column => column.Name));
            throw new InvalidDataException($"{Name} has no column for {string.Join(", ", unknown)}");
        }
    }

    private static string WordOf(bool flag) => flag ? "true" : "false";
}
