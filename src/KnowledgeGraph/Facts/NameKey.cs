using System.Text;

namespace KnowledgeGraph.Facts;

/// <summary>
/// The form in which names are compared: compatibility-normalised (NFKC), lower case, ё as е, quotation marks dropped, spaces
/// collapsed, and Latin letters that look Cyrillic folded within Cyrillic names, since official lists print both (Iнтэграл, OOO).
/// </summary>
public static class NameKey
{
    private const string Latin = "abcehikmoptxy";
    private const string Cyrillic = "авсенікмортху";
    private const string Quotes = "\"'`«»‘’‚‛“”„‟‹›′″";

    /// <summary>The key of a name; two names are the same when their keys are equal. Linear in the length.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var lower = (IsAscii(name) ? name : Normalized(name)).ToLowerInvariant();
        var key = new StringBuilder(lower.Length);
        foreach (var c in lower)
        {
            Append(key, c);
        }

        var text = key.ToString().TrimEnd();
        return text.Any(IsCyrillic) ? FoldLookAlikes(text) : text;
    }

    /// <summary>Half a surrogate pair, which typed or cut text may hold, is no character and counts as the replacement character.</summary>
    private static string Normalized(string name) =>
        (name.Any(char.IsSurrogate) ? string.Concat(name.EnumerateRunes()) : name).Normalize(NormalizationForm.FormKC);

    private static void Append(StringBuilder key, char c)
    {
        if (char.IsWhiteSpace(c))
        {
            if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }
        else if (!Quotes.Contains(c, StringComparison.Ordinal))
        {
            key.Append(c == 'ё' ? 'е' : c);
        }
    }

    /// <summary>Folds each word whose Latin letters all have a Cyrillic twin; LEMT in a Cyrillic name stays Latin.</summary>
    private static string FoldLookAlikes(string text)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].All(c => !char.IsAsciiLetter(c) || Latin.Contains(c, StringComparison.Ordinal)))
            {
                words[i] = string.Concat(words[i].Select(Fold));
            }
        }

        return string.Join(' ', words);
    }

    private static char Fold(char c)
    {
        var position = Latin.IndexOf(c, StringComparison.Ordinal);
        return position < 0 ? c : Cyrillic[position];
    }

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';

    private static bool IsAscii(string text) => System.Text.Ascii.IsValid(text);
}
