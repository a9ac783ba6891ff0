using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeGraph.Ontology;

/// <summary>
/// Words between two nodes with places for roles and the value:
/// <c>needs {product|an unstated component} from</c>; the words after the bar stand in where the role is empty.
/// </summary>
public sealed partial class Phrase
{
    private readonly string template;

    /// <param name="template">The text with placeholders, as the ontology gives it.</param>
    public Phrase(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        this.template = template;
    }

    /// <summary>Names of the placeholders, in order of appearance.</summary>
    public IEnumerable<string> Placeholders => Placeholder().Matches(template).Select(match => match.Groups["name"].Value);

    /// <summary>The phrase with its places filled.</summary>
    /// <param name="lookup">Gives the words for a placeholder, or null where the fact has none.</param>
    /// <returns>Words joined by single spaces; empty places without a stand-in leave no gap.</returns>
    public string Fill(Func<string, string?> lookup)
    {
        var filled = Placeholder().Replace(template, match => lookup(match.Groups["name"].Value) ?? match.Groups["otherwise"].Value);
        return CollapseSpaces(filled);
    }

    /// <inheritdoc/>
    public override string ToString() => template;

    private static string CollapseSpaces(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text.Trim())
        {
            if (c != ' ' || (result.Length > 0 && result[^1] != ' '))
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    [GeneratedRegex(@"\{(?<name>[a-zA-Z_-]+)(\|(?<otherwise>[^{}]*))?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
