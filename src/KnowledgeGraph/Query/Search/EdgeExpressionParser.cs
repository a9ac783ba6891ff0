using System.Globalization;
using System.Numerics;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Query.Search;

/// <summary>Reads edge expressions; a mistake is told with its position, what was found and what is allowed. Linear in the text.</summary>
internal sealed class EdgeExpressionParser
{
    /// <summary>The longest text that is read.</summary>
    internal const int MaxLength = 2_000;

    /// <summary>Most places that may name a type, as many as a set of them has bits.</summary>
    internal const int MaxPlaces = 64;

    private const int MaxDepth = 64;

    private readonly string text;
    private readonly OntologyModel ontology;
    private readonly List<string> names = [];
    private readonly ulong[] follow = new ulong[MaxPlaces];
    private int at;
    private int depth;

    private EdgeExpressionParser(string text, OntologyModel ontology)
    {
        (this.text, this.ontology) = (text, ontology);
    }

    /// <summary>Reads an expression over the edge types of an ontology.</summary>
    /// <exception cref="QuestionException">The text is no expression; the message points at the place.</exception>
    internal static EdgeExpression Parse(string text, OntologyModel ontology)
    {
        if (text.Length > MaxLength)
        {
            throw new QuestionException(string.Create(
                CultureInfo.InvariantCulture, $"the edge expression has {text.Length} characters; {MaxLength} are allowed"));
        }

        var parser = new EdgeExpressionParser(text, ontology);
        var whole = parser.Alternatives();
        parser.Peek();
        return parser.at == text.Length
            ? new EdgeExpression(parser.names, parser.follow, whole)
            : throw parser.Wrong(parser.Peek() == ')' ? "which closes nothing; allowed: . | ? * + or the end" : "allowed: . | ? * + or the end");
    }

    private EdgeExpression.Fragment Alternatives()
    {
        var whole = Sequence();
        while (Take('|'))
        {
            var other = Sequence();
            whole = new(whole.IsNullable || other.IsNullable, whole.First | other.First, whole.Last | other.Last);
        }

        return whole;
    }

    private EdgeExpression.Fragment Sequence()
    {
        var whole = Repeated();
        while (Take('.'))
        {
            var next = Repeated();
            Link(whole.Last, next.First);
            whole = new(
                whole.IsNullable && next.IsNullable,
                whole.IsNullable ? whole.First | next.First : whole.First,
                next.IsNullable ? whole.Last | next.Last : next.Last);
        }

        return whole;
    }

    private EdgeExpression.Fragment Repeated()
    {
        var part = Atom();
        while (Peek() is var sign and ('?' or '*' or '+'))
        {
            at++;
            if (sign != '?')
            {
                Link(part.Last, part.First);
            }

            part = part with { IsNullable = part.IsNullable || sign != '+' };
        }

        return part;
    }

    private EdgeExpression.Fragment Atom()
    {
        if (!Take('('))
        {
            return Place();
        }

        if (++depth > MaxDepth)
        {
            at--;
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"which opens more than {MaxDepth} parentheses in each other"));
        }

        var inner = Alternatives();
        depth--;
        return Take(')') ? inner : throw Wrong("allowed: . | ? * + or )");
    }

    private EdgeExpression.Fragment Place()
    {
        Peek();
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        var name = text[at..end];
        if (Complaint(name) is { } complaint)
        {
            throw Wrong(complaint);
        }

        at = end;
        names.Add(name);
        var place = 1UL << (names.Count - 1);
        return new EdgeExpression.Fragment(false, place, place);
    }

    private string? Complaint(string name)
    {
        if (name.Length == 0)
        {
            return Peek() == '^'
                ? "but hops run with the dependence only: a path with one against it shows no dependence"
                : "allowed: an edge type, _ for any, or (";
        }

        if (name != EdgeExpression.Any && !ontology.EdgeTypes.ContainsKey(name))
        {
            var near = NearestNames.To(name, ontology.EdgeTypes.Keys);
            return "which is no edge type" + (near.Count > 0 ? $"; did you mean {string.Join(" or ", near)}?" : "; the ontology has none like it");
        }

        return names.Count == MaxPlaces ? string.Create(CultureInfo.InvariantCulture, $"but {MaxPlaces} types are the most that may be named") : null;
    }

    private void Link(ulong from, ulong to)
    {
        for (var rest = from; rest != 0; rest &= rest - 1)
        {
            follow[BitOperations.TrailingZeroCount(rest)] |= to;
        }
    }

    private char Peek()
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at < text.Length ? text[at] : '\0';
    }

    private bool Take(char sign)
    {
        if (Peek() != sign || at == text.Length)
        {
            return false;
        }

        at++;
        return true;
    }

    private QuestionException Wrong(string complaint)
    {
        Peek();
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        var found = at == text.Length ? "the end" : $"\"{Shown(text[at..Math.Max(end, at + 1)])}\"";
        return new QuestionException(string.Create(
            CultureInfo.InvariantCulture,
            $"the edge expression goes wrong at position {at + 1}: found {found}, {complaint}\n  {Shown(text)}\n  {new string(' ', at)}^"));
    }

    /// <summary>Control characters would move the caret away.</summary>
    private static string Shown(string part) => string.Concat(part.Select(c => char.IsControl(c) ? '?' : c));
}
