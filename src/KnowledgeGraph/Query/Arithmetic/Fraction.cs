using System.Globalization;
using System.Numerics;

namespace KnowledgeGraph.Query.Arithmetic;

/// <summary>An exact number: a quotient of two whole numbers in lowest terms.</summary>
/// <param name="Numerator">The numerator; carries the sign.</param>
/// <param name="Denominator">The denominator, above zero.</param>
public readonly record struct Fraction(BigInteger Numerator, BigInteger Denominator)
{
    /// <summary>The decimal as a fraction, without loss.</summary>
    public static Fraction Of(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var whole = new BigInteger(new decimal(bits[0], bits[1], bits[2], isNegative: false, scale: 0));
        return Reduced(number < 0 ? -whole : whole, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>Below zero, zero or above where it is less than, equal to or greater than the other.</summary>
    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The number rounded to some decimals, halves away from zero.</summary>
    public Fraction Rounded(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        var doubled = BigInteger.Abs(Numerator) * scale * 2 / Denominator;
        var rounded = (doubled + 1) / 2;
        return Reduced(Sign < 0 ? -rounded : rounded, scale);
    }

    /// <summary>The number as a decimal fraction where it is one, such as <c>0.125</c>; else as a quotient, such as <c>7/3</c>.</summary>
    public override string ToString()
    {
        var (rest, decimals) = (Denominator, 0);
        for (; rest % 10 == 0 || rest % 5 == 0 || rest % 2 == 0; decimals++)
        {
            rest /= rest % 10 == 0 ? 10 : rest % 5 == 0 ? 5 : 2;
        }

        return rest.IsOne
            ? Digits(decimals)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
    }

    internal static Fraction Reduced(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * (denominator.Sign < 0 ? -1 : 1);
        return new Fraction(numerator / divisor, denominator / divisor);
    }

    /// <summary>Enough decimals are given for the number to be written exactly; zeros at the end are dropped.</summary>
    private string Digits(int decimals)
    {
        var whole = BigInteger.Abs(Numerator) * BigInteger.Pow(10, decimals) / Denominator;
        var digits = whole.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var fraction = digits[^decimals..].TrimEnd('0');
        return (Sign < 0 ? "-" : "") + digits[..^decimals] + (fraction.Length > 0 ? "." + fraction : "");
    }
}
