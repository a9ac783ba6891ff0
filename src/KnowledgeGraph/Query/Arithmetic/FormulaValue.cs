using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Query.Arithmetic;

/// <summary>Works formulas out with the values of facts.</summary>
/// <param name="set">The facts.</param>
/// <param name="text">The formula's text, to point at.</param>
internal sealed class FormulaValue(FactSet set, string text)
{
    /// <exception cref="QuestionException">A fact is unknown or has no number, units do not fit, or a divisor may be zero.</exception>
    internal Quantity Of(Formula formula) => formula switch
    {
        Formula.Number number => Quantity.Of(number.Value),
        Formula.FactValue fact => OfFact(fact),
        Formula.Negated negated => Of(negated.Inner).Negated,
        Formula.Rounded rounded => Of(rounded.Inner).Rounded(rounded.Decimals),
        Formula.Binary binary => OfBinary(binary),
        _ => throw new ArgumentException($"no formula: {formula}", nameof(formula)),
    };

    private Quantity OfFact(Formula.FactValue named)
    {
        if (set.FindFact(named.FactId) is not { } fact)
        {
            var hint = named.FactId.Contains('-', StringComparison.Ordinal) ? "; a minus has a space before it, since ids may hold hyphens" : "";
            throw Wrong(named, $"no fact has the id \"{named.FactId}\"{hint}");
        }

        return fact.Value switch
        {
            null => throw Wrong(named, $"{fact.Id} has no value"),
            { } value => Quantity.Of(value) ?? throw Wrong(named, $"the value of {fact.Id} is no number: {FactValueText.Of(value, set.Ontology)}"),
        };
    }

    private Quantity OfBinary(Formula.Binary binary)
    {
        var (left, right) = (Of(binary.Left), Of(binary.Right));
        switch (binary.Sign)
        {
            case '*':
                return left.Times(right);
            case '/' when right.SpansZero:
                throw Wrong(binary.Right, $"{right} may be zero, so nothing can be divided by it");
            case '/':
                return left.Times(right.Reciprocal);
            default:
                RequireSameUnit(binary, left, right);
                return left.Plus(binary.Sign == '+' ? right : right.Negated);
        }
    }

    private void RequireSameUnit(Formula.Binary binary, Quantity left, Quantity right)
    {
        if (!left.Unit.Equals(right.Unit))
        {
            var what = binary.Sign == '+' ? "be added to" : "be subtracted from";
            throw Wrong(binary.Right, $"{Name(right)} cannot {what} {Name(left)}");
        }
    }

    private static string Name(Quantity quantity) => quantity.Unit.ToString() is { Length: > 0 } unit ? unit : "a plain number";

    private QuestionException Wrong(Formula part, string message) => FormulaParser.Pointing(text, part.Start, part.Length, message);
}
