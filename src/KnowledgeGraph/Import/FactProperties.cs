namespace KnowledgeGraph.Import;

/// <summary>The properties of a fact by number, in the order in which <see cref="Facts.FactJson"/> writes them.</summary>
internal static class FactProperties
{
    public const int Id = 0;
    public const int Subject = 1;
    public const int Type = 2;
    public const int Object = 3;
    public const int Roles = 4;
    public const int Value = 5;
    public const int ValidFrom = 6;
    public const int ValidTo = 7;
    public const int AttestedOn = 8;
    public const int Denied = 9;
    public const int Status = 10;
    public const int Claimant = 11;
    public const int Author = 12;
    public const int Confidence = 13;
    public const int ConfidenceReason = 14;
    public const int Evidence = 15;
    public const int Statement = 16;
    public const int Note = 17;
    public const int Doubts = 18;
    public const int Origin = 19;
    public const int EnteredBy = 20;
    public const int EnteredOn = 21;
    public const int CheckedBy = 22;
    public const int CheckedOn = 23;

    /// <summary>What a fact must have, as bits.</summary>
    public const int Required = (1 << Id) | (1 << Subject) | (1 << Type) | (1 << Status) | (1 << Confidence) | (1 << ConfidenceReason)
        | (1 << Evidence) | (1 << Statement) | (1 << EnteredBy) | (1 << EnteredOn);

    /// <summary>What is rare and takes more rules, as bits.</summary>
    public const int LeftToReaders = (1 << Value) | (1 << Doubts) | (1 << Origin);

    /// <summary>Those that are texts, as bits.</summary>
    public const int Texts = ((1 << (CheckedOn + 1)) - 1)
        & ~(LeftToReaders | (1 << Roles) | (1 << Denied) | (1 << Confidence) | (1 << Evidence));

    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "id", "subject", "type", "object", "roles", "value", "validFrom", "validTo", "attestedOn", "denied", "status", "attributedTo",
        "attributedToAuthorOf", "confidence", "confidenceReason", "evidence", "statement", "note", "doubts", "origin", "enteredBy", "enteredOn",
        "checkedBy", "checkedOn",
    ];
}
