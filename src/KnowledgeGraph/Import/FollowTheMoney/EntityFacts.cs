using System.Globalization;
using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Import.FollowTheMoney;

/// <summary>The facts that an entity of an edge schema states: one for each pair of subject and object.</summary>
internal sealed class EntityFacts(
    Entity entity, EdgeMapping edge, EntityMapping mapping, ImportPlan plan, ProblemList problems, Tally leftOut, SeedFile line)
{
    private const decimal Percent = 100;
    private readonly List<string> notes = [];

    /// <summary>What the facts need and was not given before, then they.</summary>
    public IEnumerable<ImportedItem> Items(HashSet<string> given)
    {
        var subjects = entity.Texts(edge.Subject);
        var (objects, made) = Objects();
        if (subjects.Count == 0 || objects.Count == 0)
        {
            var missing = subjects.Count == 0 ? edge.Subject : edge.Object.Length > 0 ? edge.Object : string.Join(" or ", edge.TextObject);
            problems.Add(new Place(line, 0), SeedCode.MissingProperty, $"{entity.Schema} needs the property {ProblemList.Quote(missing)}");
            return [];
        }

        var fact = Fact(Sources());
        if (fact.ValidFrom?.Earliest > fact.ValidTo?.Latest || fact.Value?.PeriodFrom?.Earliest > fact.Value?.PeriodTo?.Latest)
        {
            problems.Add(new Place(line, 0), SeedCode.ReversedDates, $"{entity.Schema} ends before it begins");
            return [];
        }

        CountLeftOut();
        IEnumerable<object> needed = [.. Sources().Where(source => given.Add("source " + source.Id)), .. made.Where(node => given.Add(node.Id))];
        var shared = needed.Select(item => new ImportedItem(item, IsShared: true));
        var pairs = subjects.SelectMany(subject => objects.Select(@object => (Subject: subject, Object: @object))).Distinct().ToList();
        return shared.Concat(pairs.Select((pair, index) => new ImportedItem(fact with
        {
            Id = index == 0 ? entity.Id : string.Create(CultureInfo.InvariantCulture, $"{entity.Id}.{index + 1}"),
            Subject = pair.Subject,
            Object = pair.Object,
        })));
    }

    private Fact Fact(IReadOnlyList<Source> sources)
    {
        var (from, to) = (Date(edge.From), Date(edge.To));
        var value = Value(from, to);
        AddNotes();
        var place = entity.First(["sourceUrl"]) is { } url ? $"entity {entity.Id}, {PrintedText.Plain(url.Text)}" : $"entity {entity.Id}";
        return new Fact
        {
            Id = entity.Id,
            Subject = "",
            Type = edge.Type,
            Value = value,
            ValidFrom = value is null ? from : null,
            ValidTo = value is null ? to : null,
            AttestedOn = entity.Seen is { } seen && PrintedText.TryDate(seen, out var day) ? day : plan.EnteredOn,
            Status = FactStatus.Reported,
            Confidence = mapping.Confidence,
            ConfidenceReason = mapping.ConfidenceReason,
            Evidence = [.. sources.Select(source => new Evidence(source.Id, place))],
            Statement = edge.Statement,
            Note = notes.Count > 0 ? string.Join("; ", notes) : null,
            EnteredBy = plan.EnteredBy,
            EnteredOn = plan.EnteredOn,
        };
    }

    private (IReadOnlyList<string> Ids, IReadOnlyList<Node> Made) Objects()
    {
        if (edge.TextObjectType is not { } type)
        {
            return (entity.Texts(edge.Object), []);
        }

        var nodes = entity.First(edge.TextObject) is { } found && PrintedText.Plain(found.Text) is { Length: > 0 } name
            ? new[] { new Node { Id = IdOf(name), Type = type, Name = name } }
            : [];
        return ([.. nodes.Select(node => node.Id)], nodes);
    }

    private List<Source> Sources()
    {
        var names = entity.Datasets.Count > 0 ? entity.Datasets : [Path.GetFileNameWithoutExtension(line.Name)];
        return [.. names.Distinct().Select(name => new Source { Id = IdOf(name), Title = name, Kind = "dataset" })];
    }

    /// <summary>An id made of a text: its letters and digits; of a text in another script its code points.</summary>
    private static string IdOf(string text)
    {
        var id = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var c = rune.IsAscii ? (char)rune.Value : ' ';
            id.Append(
                char.IsAsciiLetterOrDigit(c) || c is '_' or '.' ? char.ToLowerInvariant(c).ToString()
                : rune.IsAscii ? "-"
                : rune.Value.ToString("x", CultureInfo.InvariantCulture));
        }

        return id.Length <= 150 ? id.ToString() : id.ToString(0, 150);
    }

    private PartialDate? Date(IReadOnlyList<string> names)
    {
        if (entity.First(names) is not { } printed)
        {
            return null;
        }

        if (PrintedText.TryDate(printed.Text, out var date))
        {
            if (date.ToString() != printed.Text)
            {
                notes.Add($"{printed.Property} as printed: {PrintedText.Plain(printed.Text)}");
            }

            return date;
        }

        notes.Add($"{printed.Property} as printed: {PrintedText.Plain(printed.Text)}");
        leftOut.Add($"date {entity.Schema}:{printed.Property} not understood, kept in the note", $"{ProblemList.Quote(printed.Text)} of {entity.Id}");
        return null;
    }

    private FactValue? Value(PartialDate? from, PartialDate? to)
    {
        if (edge.Value.Length == 0 || entity.First([edge.Value]) is not { } printed)
        {
            return null;
        }

        notes.Add($"{printed.Property} as printed: {PrintedText.Plain(printed.Text)}");
        var (scale, most) = edge.IsPercent ? (Percent, Percent) : (1, decimal.MaxValue);
        if (PrintedText.TryRange(printed.Text, out var minimum, out var maximum) && maximum <= most)
        {
            return new FactValue { Unit = edge.Unit, Minimum = minimum / scale, Maximum = maximum / scale, PeriodFrom = from, PeriodTo = to };
        }

        leftOut.Add($"figure {entity.Schema}:{printed.Property} not understood, kept in the note", $"{ProblemList.Quote(printed.Text)} of {entity.Id}");
        return null;
    }

    private void AddNotes()
    {
        foreach (var property in edge.Notes)
        {
            var texts = entity.Texts(property).Select(PrintedText.Plain).Where(text => text.Length > 0).Distinct().ToList();
            if (texts.Count > 0)
            {
                notes.Add($"{property}: {string.Join(", ", texts)}");
            }
        }
    }

    private void CountLeftOut()
    {
        string[] taken = [edge.Subject, edge.Object, edge.Value, "sourceUrl", .. edge.TextObject, .. edge.From, .. edge.To, .. edge.Notes];
        foreach (var property in entity.PropertyNames.Where(property => !taken.Contains(property)))
        {
            leftOut.Add($"property {entity.Schema}:{property}", entity.Id);
        }
    }
}
