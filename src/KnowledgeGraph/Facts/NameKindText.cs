namespace KnowledgeGraph.Facts;

/// <summary>The written forms of <see cref="NameKind"/>.</summary>
public static class NameKindText
{
    private static readonly string[] Texts = ["alias", "official", "as-printed", "transliteration", "native"];

    /// <summary>All written forms, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All => Texts;

    /// <summary>The written form.</summary>
    public static string ToText(this NameKind kind) => Texts[(int)kind];

    /// <summary>Reads a written form, exactly as written.</summary>
    public static bool TryParse(string? text, out NameKind kind)
    {
        var position = Array.IndexOf(Texts, text);
        kind = (NameKind)Math.Max(position, 0);
        return position >= 0;
    }
}
