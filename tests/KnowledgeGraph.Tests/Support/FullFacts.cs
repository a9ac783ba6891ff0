using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Tests.Support;

/// <summary>A data set in which every optional field of node, source, fact, value and conflict is filled.</summary>
internal static class FullFacts
{
    public const string NodeId = "n1";

    private static readonly PartialDate Date = PartialDate.Parse("2025-02");

    private static readonly Node Named = new()
    {
        Id = NodeId,
        Type = "Company",
        Name = "First",
        ShortName = "1st",
        Names = [new NodeName("Перша", NameKind.AsPrinted, "be", IsAmbiguous: true)],
        Countries = ["n2"],
        Identifiers = [new Identifier("lei", "1", IsAsPrinted: true)],
        Note = "note",
    };

    private static readonly Source Read = new()
    {
        Id = "s1",
        ShortName = "S",
        Title = "Title",
        Publisher = "Publisher",
        Author = "Author",
        Date = Date,
        Kind = "legal-act",
        Celex = "32014R0833",
        Url = "https://example.org/",
        Note = "note",
    };

    private static readonly FactValue Open = new()
    {
        Unit = "usd",
        Minimum = 1.5m,
        IsMinimumExclusive = true,
        Maximum = 2m,
        IsMaximumExclusive = true,
        IsApproximate = true,
        PeriodFrom = Date,
        PeriodTo = Date,
    };

    private static readonly Fact Above = new()
    {
        Id = "f1",
        Subject = NodeId,
        Type = "SUPPLIES_TO",
        Object = "n2",
        Roles = new Dictionary<string, IReadOnlyList<string>> { [OntologyModel.ProductRole] = [NodeId] },
        Value = Open,
        ValidFrom = Date,
        ValidTo = Date,
        AttestedOn = Date,
        IsDenied = true,
        Status = FactStatus.AttributedClaim,
        AttributedTo = "n2",
        AttributedToAuthorOf = "s1",
        Confidence = 0.85,
        ConfidenceReason = "reason",
        Evidence = [new Evidence("s1", "line 1")],
        Statement = "First supplies second.",
        Note = "note",
        Doubts = ["doubt"],
        IsCurator = true,
        EnteredBy = "a",
        EnteredOn = Date,
        CheckedBy = "b",
        CheckedOn = Date,
    };

    /// <summary>Facts with open, closed, exact, worded and dated values, two of them in conflict.</summary>
    public static FactSet Of(OntologyModel ontology) => new(
        ontology,
        [Named, Named with { Id = "n2", Identifiers = [] }],
        [Read],
        [
            Above,
            Above with { Id = "f2", Value = Open with { IsMinimumExclusive = false, IsMaximumExclusive = false } },
            Above with { Id = "f3", Value = Open with { Minimum = 2m } },
            Above with { Id = "f4", Value = new FactValue { Unit = "usd", Text = "billions" }, Object = null },
            Above with { Id = "f5", Value = new FactValue { Unit = "date", Date = Date } },
        ],
        [new Conflict("c1", ["f1", "f2"], "They differ.")]);
}
