using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Query.Saved;

/// <summary>Reads the fields that questions of several kinds share.</summary>
/// <param name="item">The question.</param>
/// <param name="problems">Where to report.</param>
internal sealed class QuestionFields(StrictObject item, ProblemList problems)
{
    private static readonly string[] ProductRules = ["consistent", "allow-unspecified", "any"];

    /// <summary>A whole number within bounds, both inclusive.</summary>
    internal int Whole(string name, int least, int greatest, int otherwise) => (int)Number(item, name, least, greatest, otherwise, isWhole: true);

    internal SearchBounds Bounds() => new(
        Whole("limit", 1, SearchBounds.GreatestLimit, new SearchBounds().Limit),
        TimeSpan.FromSeconds((double)Number(item, "timeoutSeconds", 0.001m, 3_600, (decimal)new SearchBounds().Time.TotalSeconds, isWhole: false)));

    internal GraphFilter Filter()
    {
        if (item.Object("filter") is not { } json)
        {
            return new GraphFilter();
        }

        var filter = new GraphFilter
        {
            Layers = json.Texts("layers", mayBeEmpty: true),
            Types = json.Texts("types", mayBeEmpty: true),
            MinConfidence = Share(json, "minConfidence"),
            Statuses = json.Find("statuses") is null ? GraphFilter.DefaultStatuses : Statuses(json),
            AsOf = Day(json, "asOf"),
            CertainOnly = json.Flag("certainOnly"),
            Sources = json.Texts("sources", mayBeEmpty: true),
            AvoidNodes = json.Texts("avoidNodes"),
            AvoidFacts = json.Texts("avoidFacts"),
            AvoidTypes = json.Texts("avoidTypes"),
            AvoidCountries = json.Texts("avoidCountries"),
            AvoidNodeTypes = json.Texts("avoidNodeTypes"),
            Channels = json.Texts("channels"),
            KnownOn = Day(json, "knownOn"),
            IncludeCurator = json.Find("includeCurator") is null || json.Flag("includeCurator"),
            Products = (ProductRule)json.Word("products", ProductRules, isRequired: false),
        };
        json.Finish();
        return filter;
    }

    internal FactPattern Pattern()
    {
        if (item.Object("pattern") is not { } json)
        {
            return new FactPattern();
        }

        var pattern = new FactPattern
        {
            Subjects = json.Texts("subjects"),
            Types = json.Texts("types"),
            Layers = json.Texts("layers"),
            Objects = json.Texts("objects"),
            Roles = [.. json.Texts("roles").Select(RolePattern.Parse)],
            SubjectTypes = json.Texts("subjectTypes"),
            ObjectTypes = json.Texts("objectTypes"),
            SubjectCountries = json.Texts("subjectCountries"),
            ObjectCountries = json.Texts("objectCountries"),
            Polarity = (Polarity)json.Word("polarity", PolarityText.All, isRequired: false),
            Statuses = Statuses(json),
            Sources = json.Texts("sources"),
            AttributedTo = json.Texts("attributedTo"),
            MinConfidence = Share(json, "minConfidence"),
            AsOf = Day(json, "asOf"),
            CertainOnly = json.Flag("certainOnly"),
            KnownOn = Day(json, "knownOn"),
            Ids = json.Texts("ids"),
            ConflictsWith = json.Texts("conflictsWith"),
            Text = json.OptionalText("text"),
        };
        json.Finish();
        return pattern;
    }

    private double Share(StrictObject json, string name) => (double)Number(json, name, 0, 1, 0, isWhole: false);

    private decimal Number(StrictObject json, string name, decimal least, decimal greatest, decimal otherwise, bool isWhole)
    {
        if (json.Number(name) is not { } number)
        {
            return otherwise;
        }

        if (number >= least && number <= greatest && (!isWhole || number == decimal.Truncate(number)))
        {
            return number;
        }

        problems.Add(
            json.Value.At(name),
            SavedCode.OutOfRange,
            $"\"{name}\" is {FactJson.Number(number)}; it is a {(isWhole ? "whole " : "")}number from {FactJson.Number(least)} to {FactJson.Number(greatest)}");
        return otherwise;
    }

    private List<FactStatus> Statuses(StrictObject json)
    {
        var statuses = new List<FactStatus>();
        foreach (var text in json.Texts("statuses"))
        {
            if (FactStatusText.TryParse(text, out var status))
            {
                statuses.Add(status);
            }
            else
            {
                problems.Add(json.Value.At("statuses"), SeedCode.UnknownWord, $"\"statuses\" cannot hold {ProblemList.Quote(text)}; it holds {ProblemList.Or(FactStatusText.All)}");
            }
        }

        return statuses;
    }

    private DateOnly? Day(StrictObject json, string name)
    {
        if (json.OptionalText(name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        problems.Add(json.Value.At(name), SavedCode.BadDay, $"\"{name}\" is {ProblemList.Quote(text)}, no day such as 2025-02-14");
        return null;
    }
}
