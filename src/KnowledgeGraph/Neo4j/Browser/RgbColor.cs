using System.Globalization;

namespace KnowledgeGraph.Neo4j.Browser;

/// <summary>A color of the screen.</summary>
internal readonly record struct RgbColor(byte Red, byte Green, byte Blue)
{
    /// <summary>Nearly black: text on what is light.</summary>
    public static RgbColor Ink { get; } = new(0x1A, 0x1A, 0x1A);

    /// <summary>Text on what is dark.</summary>
    public static RgbColor White { get; } = new(0xFF, 0xFF, 0xFF);

    /// <summary>What has no color of its own.</summary>
    public static RgbColor Grey { get; } = new(0x8A, 0x8A, 0x8A);

    /// <summary>Reads <c>#0072B2</c>.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static RgbColor Parse(string text) => text is ['#', _, _, _, _, _, _]
        ? new(Byte(text[1..3]), Byte(text[3..5]), Byte(text[5..7]))
        : throw new FormatException($"\"{text}\" is no color such as #0072B2");

    /// <summary>How far it stands out from another, 1 to 21; text needs 4.5. The contrast ratio of WCAG 2.2.</summary>
    public double ContrastWith(RgbColor other)
    {
        const double flare = 0.05;
        var (a, b) = (Luminance + flare, other.Luminance + flare);
        return Math.Max(a, b) / Math.Min(a, b);
    }

    /// <summary>The color of text on it that is read best.</summary>
    public RgbColor Text => ContrastWith(White) >= ContrastWith(Ink) ? White : Ink;

    /// <summary>The same hue, darker: for the rim of a circle.</summary>
    public RgbColor Darker => new(Dimmed(Red), Dimmed(Green), Dimmed(Blue));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:X2}{Green:X2}{Blue:X2}");

    /// <summary>Relative luminance of WCAG 2.2, from 0 for black to 1 for white.</summary>
    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static byte Dimmed(byte channel) => (byte)(channel * 7 / 10);

    private static byte Byte(string digits) => byte.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
