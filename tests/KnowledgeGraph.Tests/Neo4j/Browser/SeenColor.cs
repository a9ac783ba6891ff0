using KnowledgeGraph.Neo4j.Browser;

namespace KnowledgeGraph.Tests.Neo4j.Browser;

/// <summary>
/// How different two colors look, to an eye that lacks a kind of cones too: Machado, Oliveira and Fernandes, A Physiologically-based
/// Model for Simulation of Color Vision Deficiency (2009), severity 1; distances in CIE L*a*b* under D65.
/// </summary>
internal static class SeenColor
{
    private static readonly double[][] Healthy = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];

    private static readonly double[][] Deuteranopia =
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];

    private static readonly double[][] Protanopia =
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];

    public static double Difference(RgbColor a, RgbColor b, string? blindness)
    {
        var eye = blindness switch { "deuteranopia" => Deuteranopia, "protanopia" => Protanopia, _ => Healthy };
        return Math.Sqrt(Lab(a, eye).Zip(Lab(b, eye), (x, y) => (x - y) * (x - y)).Sum());
    }

    private static double[] Lab(RgbColor color, double[][] eye)
    {
        double[] light = [Linear(color.Red), Linear(color.Green), Linear(color.Blue)];
        var seen = eye.Select(row => Math.Clamp(row.Zip(light, (weight, part) => weight * part).Sum(), 0, 1)).ToArray();
        var x = Bent(((0.4124 * seen[0]) + (0.3576 * seen[1]) + (0.1805 * seen[2])) / 0.95047);
        var y = Bent((0.2126 * seen[0]) + (0.7152 * seen[1]) + (0.0722 * seen[2]));
        var z = Bent(((0.0193 * seen[0]) + (0.1192 * seen[1]) + (0.9505 * seen[2])) / 1.08883);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Linear(byte channel) =>
        channel / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);

    private static double Bent(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16 / 116.0);
}
