using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Tests.Seed;

/// <summary>
/// Compares a row of a worksheet with the fact it became, field by field; each difference is row, field, worksheet's and seed's text
/// between tabs. Names of things are the same where the node goes by them. Words in place of numbers are ours and only must be there.
/// </summary>
internal static partial class WorksheetFields
{
    private static readonly Dictionary<string, string> Statuses = new() { ["reported fact"] = "reported", ["author opinion"] = "opinion", ["attributed claim"] = "attributed-claim" };

    /// <summary>A row of the two documents' facts.</summary>
    internal static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> row, FactSet set)
    {
        var fact = set.FindFact(row["id"].ToLowerInvariant())!;
        var isDated = fact.Value is { Date: not null, PeriodFrom: null };
        (string Field, string Worksheet, string Seed)[] fields =
        [
            ("source", row["document"], set.FindSource(fact.Evidence[0].Source)!.ShortName!),
            ("place", row["location"].Replace("l.", "line ", StringComparison.Ordinal), fact.Evidence[0].Place),
            ("subject", row["subject"], Named(set, fact.Subject, row["subject"])),
            ("type", row["relation"], fact.Type),
            ("object", row["object"], Named(set, fact.Object, row["object"])),
            ("value", ValueOf(row["value"], row["unit"]), ValueOf(fact.Value, row["value"])),
            ("from", isDated ? "-" : row["valid_from"], Text(fact.Value is { } from ? from.PeriodFrom : fact.ValidFrom)),
            ("to", isDated ? "-" : row["valid_to"], Text(fact.Value is { } to ? to.PeriodTo : fact.ValidTo)),
            ("polarity", row["polarity"], fact.IsDenied ? "-" : "+"),
            ("status", Statuses.GetValueOrDefault(row["status"], row["status"]), fact.Status.ToText()),
            ("attributed to", row["attributed_to"], Claimant(set, fact, row["attributed_to"])),
            ("confidence", FactJson.Number(double.Parse(row["confidence"], CultureInfo.InvariantCulture)), FactJson.Number(fact.Confidence)),
            ("confidence reason", row["confidence_reason"], fact.ConfidenceReason),
        ];
        return Unequal(row["id"], [.. fields, .. Roles(row["other_roles"], set, fact)]);
    }

    /// <summary>A row of the facts from the statements of reasons.</summary>
    internal static IEnumerable<string> ActDifferences(IReadOnlyDictionary<string, string> row, FactSet set)
    {
        var fact = set.FindFact(row["id"])!;
        return Unequal(row["id"],
        [
            ("subject", row["subject"], Named(set, fact.Subject, row["subject"])),
            ("type", row["predicate"], fact.Type),
            ("object", row["object"], Named(set, fact.Object, row["object"])),
            ("place", $"{Entry(row)}, listed {row["listed_on"]}", fact.Evidence[0].Place),
            ("status", "attributed-claim", fact.Status.ToText()),
            ("attributed to", "eu-council", fact.AttributedTo ?? "-"),
            ("confidence", "0.85", FactJson.Number(fact.Confidence)),
            ("confidence reason", "statement of reasons in a listing act", fact.ConfidenceReason),
        ]);
    }

    /// <summary>A row of the listings.</summary>
    internal static IEnumerable<string> ListingDifferences(IReadOnlyDictionary<string, string> row, Fact fact, FactSet set)
    {
        var identifiers = set.FindNode(fact.Subject)!.Identifiers.Select(identifier => identifier.Value).ToList();
        (string, string, string)[] fields =
        [
            ("actor", row["listed_actor"], Named(set, fact.Subject, row["listed_actor"])),
            ("type", "LISTED_UNDER", fact.Type),
            ("place", Entry(row), fact.Evidence[0].Place),
            ("listed on", row["listed_on"], Text(fact.ValidFrom)),
        ];
        return Unequal(fact.Id,
        [
            .. fields,
            .. Cells(row["native_names"], " ; ").Append(row["name_as_printed"]).Select(name => ("name", name, Named(set, fact.Subject, name))),
            .. Cells(row["identifiers"], ";").Select(cell => cell.Split(' ')[^1]).Select(number => ("identifier", number, identifiers.Contains(number) ? number : "-")),
        ]);
    }

    private static IEnumerable<string> Unequal(string row, IEnumerable<(string Field, string Worksheet, string Seed)> fields) =>
        fields.Where(field => field.Worksheet != field.Seed).Select(field => $"{row}\t{field.Field}\t{field.Worksheet}\t{field.Seed}");

    private static string[] Cells(string cell, string separator) =>
        cell == "-" ? [] : cell.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The name asked for if a node goes by it, else its own.</summary>
    private static string Named(FactSet set, string? id, string name)
    {
        if (id is null || set.FindNode(id) is not { } node)
        {
            return "-";
        }

        var own = name.StartsWith("Indicator: ", StringComparison.Ordinal) ? $"{name["Indicator: ".Length..]} (indicator)" : name;
        var key = NameKey.Of(own);
        return node.Names.Select(other => other.Text).Prepend(node.Name).Any(other => NameKey.Of(other) == key) ? name : node.Name;
    }

    private static string Claimant(FactSet set, Fact fact, string name) =>
        fact.AttributedToAuthorOf is { } source ? $"{set.FindSource(source)!.ShortName} author" : Named(set, fact.AttributedTo, name);

    /// <summary>Each node that fills a role on one side must fill it on the other; unlike names of the same role stand on one line.</summary>
    private static IEnumerable<(string Field, string Worksheet, string Seed)> Roles(string cell, FactSet set, Fact fact)
    {
        var left = fact.Roles.SelectMany(role => role.Value.Select(node => (Role: role.Key, Node: node))).ToList();
        foreach (var pair in Cells(cell, ";").Select(part => part.Split('=', 2)))
        {
            var match = left.Find(filler => Named(set, filler.Node, pair[1]) == pair[1]);
            left.Remove(match);
            yield return ("role", pair[0], match.Role ?? "-");
        }

        foreach (var filler in left)
        {
            yield return ("role", "-", $"{filler.Role}={filler.Node}");
        }
    }

    private static string Text(PartialDate? date) => date?.ToString() ?? "-";

    private static string ValueOf(string value, string unit)
    {
        if (unit is "date" or "month" or "years")
        {
            return unit == "years" ? value[5..] : value;
        }

        var scale = unit.StartsWith("USD bn", StringComparison.Ordinal) ? 1_000_000_000m : unit.StartsWith('%') ? 0.01m : unit == "million people" ? 1_000_000m : 1m;
        var match = Measure().Match(value);
        return !match.Success ? value
            : match.Groups["sign"].Value + Scaled("low") + (match.Groups["high"].Success ? $" to {Scaled("high")}" : "");

        string Scaled(string group) => FactJson.Number(decimal.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) * scale);
    }

    private static string ValueOf(FactValue? value, string worksheet) => value switch
    {
        null => "-",
        { Text: { } text } => worksheet == "-" ? text : worksheet,
        { Date: { } date } => date.ToString(),
        { IsMinimumExclusive: true, Maximum: null } => ">" + FactJson.Number(value.Minimum!.Value),
        { IsExact: true } => FactJson.Number(value.Minimum!.Value),
        _ => $"{FactJson.Number(value.Minimum!.Value)} to {FactJson.Number(value.Maximum!.Value)}",
    };

    private static string Entry(IReadOnlyDictionary<string, string> row)
    {
        var section = row["annex"][2..];
        var place = section.Length == 1 ? $"section {section}" : section.ToLowerInvariant();
        return $"CELEX {row["celex"]}, Annex I, {place}, entry {row["entry"]}";
    }

    [GeneratedRegex(@"^(?<sign>>?)(?<low>-?\d+(\.\d+)?)(-(?<high>\d+(\.\d+)?))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Measure();
}
