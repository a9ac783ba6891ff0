using System.CommandLine;
using System.Globalization;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Cli.Options;

/// <summary>Values by which facts are chosen, as questions of every kind read them.</summary>
internal static class FactValues
{
    /// <summary>A confidence from 0 to 1; 0 if it does not stand.</summary>
    internal static double Confidence(this CommandLineReader reader, Option<string[]> option)
    {
        if (reader.Single(option) is not { } text)
        {
            return 0;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1)
        {
            return number;
        }

        reader.Complain($"{option.Name} \"{text}\" is not allowed; it takes a number from 0 to 1, such as 0.7");
        return 0;
    }

    /// <summary>Statuses, in the order of the enumeration; empty if it does not stand.</summary>
    internal static IReadOnlyList<FactStatus> Statuses(this CommandLineReader reader, Option<string[]> option)
    {
        if (!reader.Has(option))
        {
            return [];
        }

        var chosen = new List<FactStatus>();
        foreach (var name in reader.List(option).Where(name => reader.IsAllowed(option, name, FactStatusText.All)))
        {
            if (FactStatusText.TryParse(name, out var known))
            {
                chosen.Add(known);
            }
        }

        return [.. chosen.Order()];
    }

    /// <summary>A day, or null if it does not stand.</summary>
    internal static DateOnly? Day(this CommandLineReader reader, Option<string[]> option)
    {
        if (reader.Single(option) is not { } text)
        {
            return null;
        }

        if (PartialDate.TryParse(text, out var date) && date.Earliest == date.Latest && text.Length == 10)
        {
            return date.Earliest;
        }

        var reason = PartialDate.TryParse(text, out date)
            ? $"is a {(text.Length == 4 ? "year" : "month")}, on whose days the answer may differ; ask for one day, such as {date.Latest:yyyy-MM-dd}"
            : "is no day; it takes one such as 2025-08-15";
        reader.Complain(string.Create(CultureInfo.InvariantCulture, $"{option.Name} \"{text}\" {reason}"));
        return null;
    }
}
