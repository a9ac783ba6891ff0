using System.Globalization;
using System.Text;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// Values as Cypher literals, for statements that a person pastes where no parameters can be given along. Statements that kg sends
/// itself take parameters.
/// </summary>
internal static class CypherLiteral
{
    /// <exception cref="ArgumentException">The value is none that a question can hold.</exception>
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => Quoted(text),
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number when double.IsFinite(number) => Fraction(number),
        IEnumerable<object?> items => $"[{string.Join(", ", items.Select(Of))}]",
        _ => throw new ArgumentException($"{value.GetType().Name} has no literal in Cypher", nameof(value)),
    };

    /// <summary>A literal with no point would be an integer.</summary>
    private static string Fraction(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    /// <summary>Whatever ends a string, hides in it or looks like something else stands as its code.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('\'');
        foreach (var c in text)
        {
            _ = c is '\'' or '\\' ? quoted.Append('\\').Append(c)
                : IsPlain(c) ? quoted.Append(c)
                : quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }

        return quoted.Append('\'').ToString();
    }

    /// <summary>Letters and digits of any script, and plain ASCII; not what breaks a line or turns its direction.</summary>
    private static bool IsPlain(char c) => c is >= ' ' and <= '~' || char.IsLetterOrDigit(c);
}
