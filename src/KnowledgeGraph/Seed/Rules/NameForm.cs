namespace KnowledgeGraph.Seed.Rules;

/// <summary>
/// The forms that names and ids may have. Written out, because loading the regular expressions for five short forms costs a cold start
/// more than the checking.
/// </summary>
internal static class NameForm
{
    private const int MaxTypeLength = 64;

    /// <summary>Such as WeaponSystem.</summary>
    public static bool IsNodeType(string name) =>
        name.Length <= MaxTypeLength && StartsWith(name, char.IsAsciiLetterUpper) && All(name, char.IsAsciiLetterOrDigit);

    /// <summary>Such as SUPPLIES_TO.</summary>
    public static bool IsEdgeType(string name) =>
        name.Length <= MaxTypeLength && StartsWith(name, char.IsAsciiLetterUpper)
        && All(name, c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');

    /// <summary>Such as usd-per-year: words of letters and digits joined by single hyphens, the first letter a letter.</summary>
    public static bool IsKebab(string name) =>
        StartsWith(name, char.IsAsciiLetterLower) && IsId(name) && !name.EndsWith('-') && !name.Contains("--", StringComparison.Ordinal);

    /// <summary>Such as product: a kebab name without digits; "value" stands for the value in phrases.</summary>
    public static bool IsRole(string name) => name != "value" && IsKebab(name) && All(name, c => !char.IsAsciiDigit(c));

    /// <summary>Such as f155: lower-case letters, digits and hyphens, no hyphen first.</summary>
    public static bool IsId(string id) =>
        StartsWith(id, c => c != '-') && All(id, c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static bool StartsWith(string text, Predicate<char> isAllowed) => text.Length > 0 && isAllowed(text[0]);

    private static bool All(string text, Predicate<char> isAllowed)
    {
        foreach (var c in text)
        {
            if (!isAllowed(c))
            {
                return false;
            }
        }

        return true;
    }
}
