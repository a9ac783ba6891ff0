using System.Globalization;

namespace KnowledgeGraph.Query.Arithmetic;

/// <summary>
/// Reads formulas: numbers, ids of facts, <c>+ - * /</c>, parentheses and <c>round(formula, decimals)</c>. Ids may hold hyphens, so a
/// minus between two of them has a space before it. At most 1,000 characters and 32 parentheses deep.
/// </summary>
internal sealed class FormulaParser
{
    private const int MostCharacters = 1_000;
    private const int MostDepth = 32;
    private const int MostDecimals = 28;
    private readonly string text;
    private int at;
    private int depth;

    private FormulaParser(string text) => this.text = text;

    /// <exception cref="QuestionException">The text is no formula; the message points at the place.</exception>
    internal static Formula Parse(string text)
    {
        if (text.Length > MostCharacters)
        {
            throw new QuestionException(string.Create(CultureInfo.InvariantCulture, $"the formula has {text.Length} characters, at most {MostCharacters} are read"));
        }

        var parser = new FormulaParser(text);
        var formula = parser.Sum();
        return parser.Peek() == '\0' ? formula : throw parser.Wrong("expected + - * / or the end here");
    }

    /// <summary>An error that shows the formula with carets under the part that is wrong.</summary>
    internal static QuestionException Pointing(string text, int start, int length, string message) =>
        new($"{message}\n  {Line(text)}\n  {new string(' ', start)}{new string('^', Math.Max(length, 1))}");

    private static string Line(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private Formula Sum()
    {
        var left = Product();
        while (Peek() is '+' or '-')
        {
            left = new Formula.Binary(Take(), left, Product());
        }

        return left;
    }

    private Formula Product()
    {
        var left = Factor();
        while (Peek() is '*' or '/')
        {
            left = new Formula.Binary(Take(), left, Factor());
        }

        return left;
    }

    private Formula Factor()
    {
        var next = Peek();
        var start = at;
        switch (next)
        {
            case '-':
                at++;
                var inner = Deeper(Factor);
                return new Formula.Negated(start, at - start, inner);
            case '(':
                at++;
                var sum = Deeper(Sum);
                Expect(')');
                return sum;
            case >= '0' and <= '9':
                return Number();
            case >= 'a' and <= 'z':
                return Name();
            default:
                throw Wrong("expected a number, the id of a fact or ( here");
        }
    }

    private Formula.Number Number()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
        {
            at++;
        }

        var digits = text.AsSpan(start, at - start);
        return digits.Length <= MostDecimals && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && digits[^1] != '.'
            ? new Formula.Number(start, at - start, number)
            : throw Pointing(text, start, at - start, $"no number of at most {MostDecimals} digits");
    }

    private Formula Name()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterLower(text[at]) || char.IsAsciiDigit(text[at]) || text[at] == '-'))
        {
            at++;
        }

        var name = text[start..at];
        if (name != "round" || Peek() != '(')
        {
            return new Formula.FactValue(start, name.Length, name);
        }

        at++;
        var inner = Deeper(Sum);
        Expect(',');
        Peek();
        var decimals = Number();
        if (decimals.Value > MostDecimals || decimals.Value != decimal.Truncate(decimals.Value))
        {
            throw Pointing(text, decimals.Start, decimals.Length, $"round takes 0 to {MostDecimals} decimals");
        }

        Expect(')');
        return new Formula.Rounded(start, at - start, inner, (int)decimals.Value);
    }

    private Formula Deeper(Func<Formula> read)
    {
        if (++depth > MostDepth)
        {
            throw Wrong($"nested more than {MostDepth} deep here");
        }

        var formula = read();
        depth--;
        return formula;
    }

    private void Expect(char wanted)
    {
        if (Peek() != wanted)
        {
            throw Wrong($"expected {wanted} here");
        }

        at++;
    }

    private char Take() => text[at++];

    /// <summary>The next character that is no space; a zero at the end.</summary>
    private char Peek()
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at < text.Length ? text[at] : '\0';
    }

    private QuestionException Wrong(string message) => Pointing(text, at, 1, message);
}
