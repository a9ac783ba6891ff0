namespace KnowledgeGraph.Neo4j;

/// <summary>
/// A row of a result. Values are <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, null,
/// <see cref="List{T}"/> of values and <see cref="Dictionary{TKey,TValue}"/> from text to value; dates come as texts.
/// </summary>
public sealed class CypherRow
{
    private readonly IReadOnlyList<string> columns;
    private readonly IReadOnlyList<object?> values;

    /// <param name="columns">Column names.</param>
    /// <param name="values">One value a column.</param>
    public CypherRow(IReadOnlyList<string> columns, IReadOnlyList<object?> values)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(values);
        if (columns.Count != values.Count)
        {
            throw new ArgumentException($"{values.Count} values for {columns.Count} columns", nameof(values));
        }

        (this.columns, this.values) = (columns, values);
    }

    /// <summary>The value of a column.</summary>
    /// <exception cref="KeyNotFoundException">No such column.</exception>
    public object? this[string column]
    {
        get
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (string.Equals(columns[i], column, StringComparison.Ordinal))
                {
                    return values[i];
                }
            }

            throw new KeyNotFoundException($"no column \"{column}\" among {string.Join(", ", columns)}");
        }
    }

    /// <summary>The text of a column.</summary>
    /// <exception cref="InvalidCastException">It is no text.</exception>
    public string Text(string column) => (string)this[column]!;

    /// <summary>The text of a column, or null where it is null or no text.</summary>
    public string? TextOrNull(string column) => this[column] as string;

    /// <summary>The text of a column, or null where it is null, no text, or not there.</summary>
    internal string? TextIfAny(string column) => columns.Contains(column) ? TextOrNull(column) : null;

    /// <summary>The whole number of a column.</summary>
    /// <exception cref="InvalidCastException">It is no whole number.</exception>
    public long Number(string column) => (long)this[column]!;

    /// <summary>The list of texts of a column; anything in it that is no text is left out.</summary>
    public IReadOnlyList<string> Texts(string column) => this[column] is List<object?> list ? [.. list.OfType<string>()] : [];

    /// <summary>The map of a column.</summary>
    /// <exception cref="InvalidCastException">It is no map.</exception>
    public Dictionary<string, object?> Map(string column) => (Dictionary<string, object?>)this[column]!;
}
