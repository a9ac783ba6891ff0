using System.Text;

namespace KnowledgeGraph.Ontology;

/// <summary>
/// Words between two nodes with places for roles and the value:
/// <c>needs {product|an unstated component} from</c>; the words after the bar stand in where the role is empty.
/// </summary>
public sealed class Phrase
{
    private readonly string template;
    private readonly List<Piece> pieces = [];

    /// <param name="template">The text with placeholders, as the ontology gives it. Braces that hold no name are plain text.</param>
    public Phrase(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        this.template = template;
        var start = 0;
        while (NextPlace(start) is { } place)
        {
            pieces.Add(new Piece(template[start..place.Open], null));
            pieces.Add(ReadPlace(template[(place.Open + 1)..place.Close]));
            start = place.Close + 1;
        }

        pieces.Add(new Piece(template[start..], null));
    }

    /// <summary>Names of the placeholders, in order of appearance.</summary>
    public IEnumerable<string> Placeholders => pieces.Select(piece => piece.Name).OfType<string>();

    /// <summary>The phrase with its places filled.</summary>
    /// <param name="lookup">Gives the words for a placeholder, or null where the fact has none.</param>
    /// <returns>Words joined by single spaces; empty places without a stand-in leave no gap.</returns>
    public string Fill(Func<string, string?> lookup)
    {
        ArgumentNullException.ThrowIfNull(lookup);
        var filled = new StringBuilder(template.Length);
        foreach (var piece in pieces)
        {
            AppendWords(filled, piece.Name is { } name ? lookup(name) ?? piece.Text : piece.Text);
        }

        return filled.ToString().TrimEnd();
    }

    /// <inheritdoc/>
    public override string ToString() => template;

    private static void AppendWords(StringBuilder filled, string text)
    {
        foreach (var c in text)
        {
            if (c != ' ' || (filled.Length > 0 && filled[^1] != ' '))
            {
                filled.Append(c);
            }
        }
    }

    private static Piece ReadPlace(string inner)
    {
        var bar = inner.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? new Piece("", inner) : new Piece(inner[(bar + 1)..], inner[..bar]);
    }

    private Place? NextPlace(int start)
    {
        for (var open = template.IndexOf('{', start); open >= 0; open = template.IndexOf('{', open + 1))
        {
            var end = open + 1;
            while (end < template.Length && (char.IsAsciiLetter(template[end]) || template[end] is '_' or '-'))
            {
                end++;
            }

            var close = template.IndexOf('}', open);
            var isNamed = end > open + 1 && (end == close || (end < close && template[end] == '|'));
            if (isNamed && template.IndexOf('{', open + 1, close - open - 1) < 0)
            {
                return new Place(open, close);
            }
        }

        return null;
    }

    /// <summary>Plain words, or a place with what stands in for it.</summary>
    private sealed record Piece(string Text, string? Name);

    private sealed record Place(int Open, int Close);
}
