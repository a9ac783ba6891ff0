using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Snapshot;

/// <summary>A fact as a record of a graph file.</summary>
internal static class FactRecord
{
    public static void Write(RecordWriter to, Fact fact)
    {
        to.Text(fact.Id);
        to.Text(fact.Subject);
        to.Text(fact.Type);
        to.Text(fact.Object);
        to.Date(fact.ValidFrom);
        to.Date(fact.ValidTo);
        to.Date(fact.AttestedOn);
        to.Flag(fact.IsDenied);
        to.Number((int)fact.Status);
        to.Text(fact.AttributedTo);
        to.Text(fact.AttributedToAuthorOf);
        to.Double(fact.Confidence);
        to.Text(fact.ConfidenceReason);
        FactRecords.List(to, fact.Evidence, WriteEvidence);
        to.Text(fact.Statement);
        to.Text(fact.Note);
        to.Texts(fact.Doubts);
        to.Flag(fact.IsCurator);
        to.Text(fact.EnteredBy);
        to.Date(fact.EnteredOn);
        to.Text(fact.CheckedBy);
        to.Date(fact.CheckedOn);
        WriteRoles(to, fact.Roles);
        WriteValue(to, fact.Value);
    }

    public static Fact Read(RecordReader from) => new()
    {
        Id = from.Text(),
        Subject = from.Text(),
        Type = from.Text(),
        Object = from.TextOrNull(),
        ValidFrom = from.Date(),
        ValidTo = from.Date(),
        AttestedOn = from.Date(),
        IsDenied = from.Flag(),
        Status = (FactStatus)from.Number(),
        AttributedTo = from.TextOrNull(),
        AttributedToAuthorOf = from.TextOrNull(),
        Confidence = from.Double(),
        ConfidenceReason = from.Text(),
        Evidence = FactRecords.List(from, ReadEvidence),
        Statement = from.Text(),
        Note = from.TextOrNull(),
        Doubts = from.Texts(),
        IsCurator = from.Flag(),
        EnteredBy = from.Text(),
        EnteredOn = from.Date() ?? throw new InvalidDataException("a date is missing"),
        CheckedBy = from.TextOrNull(),
        CheckedOn = from.Date(),
        Roles = ReadRoles(from),
        Value = ReadValue(from),
    };

    private static void WriteEvidence(RecordWriter to, Evidence evidence)
    {
        to.Text(evidence.Source);
        to.Text(evidence.Place);
    }

    private static Evidence ReadEvidence(RecordReader from) => new(from.Text(), from.Text());

    private static void WriteRoles(RecordWriter to, IReadOnlyDictionary<string, IReadOnlyList<string>> roles)
    {
        to.Number(roles.Count);
        foreach (var (role, nodes) in roles)
        {
            to.Text(role);
            to.Texts([.. nodes]);
        }
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> ReadRoles(RecordReader from)
    {
        var count = from.Count();
        if (count == 0)
        {
            return Fact.NoRoles;
        }

        var roles = new OrderedDictionary<string, IReadOnlyList<string>>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            roles.Add(from.Text(), from.Texts());
        }

        return roles;
    }

    private static void WriteValue(RecordWriter to, FactValue? value)
    {
        to.Text(value?.Unit);
        if (value is null)
        {
            return;
        }

        to.Decimal(value.Minimum);
        to.Decimal(value.Maximum);
        to.Flag(value.IsMinimumExclusive);
        to.Flag(value.IsMaximumExclusive);
        to.Text(value.Text);
        to.Date(value.Date);
        to.Flag(value.IsApproximate);
        to.Date(value.PeriodFrom);
        to.Date(value.PeriodTo);
    }

    private static FactValue? ReadValue(RecordReader from) => from.TextOrNull() is not { } unit ? null : new FactValue
    {
        Unit = unit,
        Minimum = from.Decimal(),
        Maximum = from.Decimal(),
        IsMinimumExclusive = from.Flag(),
        IsMaximumExclusive = from.Flag(),
        Text = from.TextOrNull(),
        Date = from.Date(),
        IsApproximate = from.Flag(),
        PeriodFrom = from.Date(),
        PeriodTo = from.Date(),
    };
}
