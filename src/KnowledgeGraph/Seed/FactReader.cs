using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed;

/// <summary>Reads a file of facts.</summary>
internal sealed class FactReader
{
    private static readonly string[] Origins = ["curator"];

    private readonly ProblemList problems;
    private readonly StrictObject? top;
    private readonly string? enteredBy;
    private readonly PartialDate? enteredOn;

    private FactReader(StrictObject top, ProblemList problems)
    {
        this.problems = problems;
        this.top = top;
        enteredBy = top.OptionalText("enteredBy");
        enteredOn = top.Date("enteredOn");
    }

    private FactReader(ProblemList problems) => this.problems = problems;

    /// <summary>Reads a fact that stands alone, so that it says itself who entered it and when.</summary>
    public static Fact ReadOne(StrictObject item, ProblemList problems) => new FactReader(problems).Fact(item);

    /// <summary>Reads a file into the draft; returns how many facts it holds.</summary>
    public static int Read(SeedValue file, SeedDraft draft, ProblemList problems)
    {
        if (SeedTop.Open(file, problems) is not { } top)
        {
            draft.MarkIncomplete(SeedPart.Facts);
            return 0;
        }

        var count = Read(top, SeedTop.Items(top, "facts"), draft, problems);
        top.Finish();
        return count;
    }

    /// <summary>Reads the objects of a list into the draft; returns how many there are.</summary>
    /// <param name="top">The object that says who entered them, and when, where they do not.</param>
    /// <param name="items">The objects.</param>
    /// <param name="draft">Where the facts go.</param>
    /// <param name="problems">Where to report.</param>
    public static int Read(StrictObject top, IEnumerable<StrictObject> items, SeedDraft draft, ProblemList problems)
    {
        var reader = new FactReader(top, problems);
        var count = 0;
        foreach (var item in items)
        {
            var fact = reader.Fact(item);
            draft.Keep(item, fact, fact.Id, SeedPart.Facts, draft.Facts, draft.FactsById);
            count++;
        }

        return count;
    }

    private Fact Fact(StrictObject item) => new()
    {
        Id = item.Text("id"),
        Subject = item.Text("subject"),
        Type = item.Text("type"),
        Object = item.OptionalText("object"),
        Roles = Roles(item),
        Value = item.Object("value") is { } value ? FactValueReader.Read(value, problems) : null,
        ValidFrom = item.Date("validFrom"),
        ValidTo = item.Date("validTo"),
        AttestedOn = item.Date("attestedOn"),
        IsDenied = item.Flag("denied"),
        Status = (FactStatus)item.Word("status", FactStatusText.All),
        AttributedTo = item.OptionalText("attributedTo"),
        AttributedToAuthorOf = item.OptionalText("attributedToAuthorOf"),
        Confidence = Confidence(item),
        ConfidenceReason = item.Text("confidenceReason"),
        Evidence = Evidence(item),
        Statement = item.Text("statement"),
        Note = item.OptionalText("note"),
        Doubts = item.Texts("doubts"),
        IsCurator = IsCurator(item),
        EnteredBy = EnteredBy(item),
        EnteredOn = EnteredOn(item),
        CheckedBy = item.OptionalText("checkedBy"),
        CheckedOn = item.Date("checkedOn"),
    };

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Roles(StrictObject item)
    {
        if (item.Object("roles") is not { } roles)
        {
            return KnowledgeGraph.Facts.Fact.NoRoles;
        }

        var read = new OrderedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (role, nodes) in roles.TextsByName().OrderBy(role => role.Name, StringComparer.Ordinal))
        {
            read[role] = nodes;
        }

        roles.Finish();
        return read;
    }

    private static bool IsCurator(StrictObject item)
    {
        item.Word("origin", Origins, isRequired: false);
        return item.Find("origin")?.Text == Origins[0];
    }

    private double Confidence(StrictObject item)
    {
        if (item.Find("confidence") is null)
        {
            item.Missing("confidence");
        }

        if (item.Number("confidence") is not { } confidence)
        {
            return 0;
        }

        if (confidence is < 0 or > 1 || decimal.Round(confidence, 4) != confidence)
        {
            problems.Add(
                item.Value.At("confidence"),
                SeedCode.BadConfidence,
                $"confidence is {FactJson.Number(confidence)}; it is 0 to 1 with at most four decimals");
            return 0;
        }

        return (double)confidence;
    }

    private List<Evidence> Evidence(StrictObject item)
    {
        if (item.Find("evidence") is null or { Kind: SeedKind.List, Items.Count: 0 })
        {
            problems.Add(
                item.Value.At("evidence"),
                SeedCode.NoEvidence,
                "the fact has no evidence; name at least one source and the place in it");
            return [];
        }

        return [.. item.Objects("evidence").Select(OneEvidence)];
    }

    private static Evidence OneEvidence(StrictObject item)
    {
        var evidence = new Evidence(item.Text("source"), item.Text("place"));
        item.Finish();
        return evidence;
    }

    private void CheckEntered(StrictObject item, string name)
    {
        if (item.Find(name) is null && top?.Find(name) is null)
        {
            problems.Add(
                item.Value.Place,
                SeedCode.MissingProperty,
                top is null ? $"\"{name}\" is missing" : $"\"{name}\" is missing, both here and at the top of the file");
        }
    }

    private string EnteredBy(StrictObject item)
    {
        CheckEntered(item, "enteredBy");
        return item.OptionalText("enteredBy") ?? enteredBy ?? "";
    }

    private PartialDate EnteredOn(StrictObject item)
    {
        CheckEntered(item, "enteredOn");
        return item.Date("enteredOn") ?? enteredOn ?? default;
    }
}
