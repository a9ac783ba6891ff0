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
    private const string PlainQuotes = "«»‘’‚“”„‹›";
    private const string Quotes = "\"'`«»‘’‚‛“”„‟‹›′″";

    /// <summary>The key of a name; two names are the same when their keys are equal. Linear in the length.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var isPlain = IsPlain(name);
        var text = isPlain ? name : Normalized(name).ToLowerInvariant();
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            Append(key, isPlain ? LowerPlain(c) : c);
        }

        var trimmed = key.ToString().TrimEnd();
        return HoldsCyrillic(trimmed) ? FoldLookAlikes(trimmed) : trimmed;
    }

    /// <summary>The key of a name in printable ASCII, as bytes; false for any other name, and for one that is too long. Linear.</summary>
    /// <param name="name">The name.</param>
    /// <param name="key">Takes the key; as long as the longest name to be taken.</param>
    /// <param name="length">How long the key is.</param>
    internal static bool TryOfAscii(ReadOnlySpan<byte> name, Span<byte> key, out int length)
    {
        length = 0;
        if (name.Length > key.Length || name.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (c == ' ' ? length > 0 && key[length - 1] != ' ' : c is not ((byte)'"' or (byte)'\'' or (byte)'`'))
            {
                key[length++] = c is >= (byte)'A' and <= (byte)'Z' ? (byte)(c | 0x20) : c;
            }
        }

        length -= length > 0 && key[length - 1] == ' ' ? 1 : 0;
        return true;
    }

    /// <summary>
    /// Whether a name holds only characters that normalisation leaves alone and whose lower case is known here. Nearly all do, and a
    /// cold start then need not load the Unicode library, which costs some 15 ms.
    /// </summary>
    private static bool IsPlain(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAscii(c) && c is not ((>= '\u0400' and <= '\u045F') or (>= '\u4E00' and <= '\u9FA5') or '–' or '—')
                && !PlainQuotes.Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static char LowerPlain(char c) => c switch
    {
        >= 'A' and <= 'Z' or >= 'А' and <= 'Я' => (char)(c + 32),
        >= 'Ѐ' and <= 'Џ' => (char)(c + 80),
        _ => c,
    };

    /// <summary>
    /// Half a surrogate pair, which typed or cut text may hold, and U+FFFE are no characters and count as the replacement character.
    /// </summary>
    private static string Normalized(string name) =>
        (name.Any(char.IsSurrogate) ? string.Concat(name.EnumerateRunes()) : name).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormKC);

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
            words[i] = Folded(words[i]);
        }

        return string.Join(' ', words);
    }

    private static string Folded(string word)
    {
        var folded = word.ToCharArray();
        for (var i = 0; i < folded.Length; i++)
        {
            var position = Latin.IndexOf(folded[i], StringComparison.Ordinal);
            if (position >= 0)
            {
                folded[i] = Cyrillic[position];
            }
            else if (char.IsAsciiLetter(folded[i]))
            {
                return word;
            }
        }

        return new string(folded);
    }

    private static bool HoldsCyrillic(string text)
    {
        foreach (var c in text)
        {
            if (c is >= '\u0400' and <= '\u04FF')
            {
                return true;
            }
        }

        return false;
    }
}
