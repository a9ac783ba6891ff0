using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>A fact pattern in the words of the command line.</summary>
internal static class PatternWords
{
    /// <summary>The conditions as options; empty if there are none.</summary>
    internal static string Of(FactPattern pattern)
    {
        (string Option, IEnumerable<string> Values)[] lists =
        [
            ("--id", pattern.Ids), ("--subject", pattern.Subjects), ("--type", pattern.Types), ("--layer", pattern.Layers), ("--object", pattern.Objects),
            ("--role", pattern.Roles.Select(role => role.ToString())), ("--subject-type", pattern.SubjectTypes),
            ("--object-type", pattern.ObjectTypes), ("--subject-country", pattern.SubjectCountries),
            ("--object-country", pattern.ObjectCountries), ("--status", pattern.Statuses.Select(status => status.ToText())),
            ("--source", pattern.Sources), ("--attributed-to", pattern.AttributedTo), ("--conflicts-with", pattern.ConflictsWith),
        ];
        return string.Join(' ', lists.SelectMany(list => list.Values.Select(value => $"{list.Option} {value}")).Concat(Others(pattern)));
    }

    private static IEnumerable<string> Others(FactPattern pattern)
    {
        if (pattern.Polarity != Polarity.Both)
        {
            yield return $"--polarity {PolarityText.Of(pattern.Polarity)}";
        }

        if (pattern.MinConfidence > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--min-confidence {pattern.MinConfidence}");
        }

        if (pattern.AsOf is { } day)
        {
            yield return $"--as-of {FactWords.Day(day)}" + (pattern.CertainOnly ? " --certain" : "");
        }

        if (pattern.KnownOn is { } known)
        {
            yield return $"--known-on {FactWords.Day(known)}";
        }

        if (pattern.Text is { } text)
        {
            yield return $"--text \"{text}\"";
        }
    }
}
