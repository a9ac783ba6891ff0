using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Facts;

/// <summary>Check digits of official identifiers.</summary>
public static class Checksum
{
    private static readonly int[] Inn10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
    private static readonly int[] Inn11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    private static readonly int[] Inn12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    private static readonly int[] UnpWeights = [29, 23, 19, 17, 13, 7, 5, 3];

    /// <summary>Whether a value obeys its scheme's rule, length and alphabet included. A scheme without a rule takes any value.</summary>
    public static bool IsValid(ChecksumKind kind, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return kind switch
        {
            ChecksumKind.Lei => IsLei(value),
            ChecksumKind.Inn => IsInn(value),
            ChecksumKind.Ogrn => IsOgrn(value),
            ChecksumKind.Unp => IsUnp(value),
            _ => true,
        };
    }

    private static bool IsLei(string value)
    {
        if (value.Length != 20 || !value.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)))
        {
            return false;
        }

        var remainder = 0;
        foreach (var c in value)
        {
            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + (c - '0')) % 97 : ((remainder * 100) + (c - 'A' + 10)) % 97;
        }

        return remainder == 1;
    }

    private static bool IsInn(string value) => HasDigits(value) && value.Length switch
    {
        10 => Weighted(value, Inn10) % 11 % 10 == value[9] - '0',
        12 => Weighted(value, Inn11) % 11 % 10 == value[10] - '0' && Weighted(value, Inn12) % 11 % 10 == value[11] - '0',
        _ => false,
    };

    private static bool IsOgrn(string value) =>
        value.Length == 13 && HasDigits(value)
        && long.Parse(value.AsSpan(0, 12), System.Globalization.CultureInfo.InvariantCulture) % 11 % 10 == value[12] - '0';

    /// <summary>Nine digits, of an organisation; numbers of persons start with letters and are not kept here.</summary>
    private static bool IsUnp(string value) =>
        value.Length == 9 && HasDigits(value) && Weighted(value, UnpWeights) % 11 == value[8] - '0';

    private static bool HasDigits(string value) => value.All(char.IsAsciiDigit);

    private static int Weighted(string value, int[] weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * (value[i] - '0');
        }

        return sum;
    }
}
