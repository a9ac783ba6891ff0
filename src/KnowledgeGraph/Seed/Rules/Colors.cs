using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>Colors are written as six hexadecimal digits, since they go into style sheets as they stand.</summary>
internal static class Colors
{
    private const int Length = 7;

    public static void Check(OntologyDraft ontology, ProblemList problems)
    {
        Check(ontology.Layers, layer => layer.Color, problems);
        Check(ontology.NodeTypes, type => type.Color, problems);
    }

    private static void Check<T>(IReadOnlyList<Placed<T>> items, Func<T, string?> colorOf, ProblemList problems)
    {
        foreach (var item in items)
        {
            if (colorOf(item.Item) is { } color && !IsColor(color))
            {
                problems.Add(item.Value.At("color"), SeedCode.BadColor, $"\"color\" is {ProblemList.Quote(color)}, no color such as #0072B2");
            }
        }
    }

    private static bool IsColor(string text) => text.Length == Length && text[0] == '#' && text.Skip(1).All(c => char.IsAsciiDigit(c) || c is >= 'A' and <= 'F');
}
