namespace KnowledgeGraph.Facts.Json;

/// <summary>Something wrong in a seed, with the place to mend.</summary>
/// <param name="File">Path relative to the seed folder, with forward slashes; <c>.</c> for the folder itself.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in characters (not bytes), from 1.</param>
/// <param name="Code">The rule's code, such as <c>KG104</c>; the README beside the reader lists all.</param>
/// <param name="Message">What was found, what is allowed, and the nearest match where there is one.</param>
public sealed record SeedProblem(string File, int Line, int Column, string Code, string Message)
{
    /// <summary>One line, as editors and build tools take it: <c>facts/a.json:212:18 KG104 predicate "SUPLIES" is …</c>.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}:{Column} {Code} {Message}");
}
