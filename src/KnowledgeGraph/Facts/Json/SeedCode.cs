namespace KnowledgeGraph.Facts.Json;

/// <summary>The codes of problems; README.md explains each.</summary>
internal static class SeedCode
{
    public const string MoreProblems = "KG000";
    public const string MissingFolder = "KG001";
    public const string MissingFile = "KG002";
    public const string UnreadableFile = "KG003";
    public const string StrayFile = "KG004";
    public const string FileTooLarge = "KG005";
    public const string WrongEncoding = "KG006";
    public const string EmptyFile = "KG007";
    public const string MalformedJson = "KG008";
    public const string TooDeep = "KG009";
    public const string WrongSchemaVersion = "KG010";
    public const string DuplicateFile = "KG011";

    public const string DuplicateProperty = "KG020";
    public const string WrongKind = "KG021";
    public const string UnknownProperty = "KG022";
    public const string MissingProperty = "KG023";
    public const string Empty = "KG024";
    public const string BadNumber = "KG025";
    public const string BadText = "KG026";

    public const string UnknownNodeType = "KG101";
    public const string AbstractNodeType = "KG102";
    public const string UnknownScheme = "KG103";
    public const string UnknownEdgeType = "KG104";
    public const string UnknownRole = "KG105";
    public const string UnknownUnit = "KG106";
    public const string UnknownWord = "KG107";

    public const string MalformedName = "KG201";
    public const string DuplicateName = "KG202";
    public const string UndeclaredName = "KG203";
    public const string InheritanceCircle = "KG204";
    public const string BadPhrase = "KG205";
    public const string ProductPlace = "KG206";
    public const string NeedsObject = "KG207";
    public const string UnitBounds = "KG208";
    public const string BadColor = "KG209";

    public const string MalformedId = "KG301";
    public const string DuplicateId = "KG302";
    public const string DanglingNode = "KG303";
    public const string DanglingSource = "KG304";
    public const string DanglingFact = "KG305";
    public const string NotACountry = "KG306";
    public const string SmallConflict = "KG307";
    public const string RepeatedEntry = "KG308";

    public const string WrongNodeType = "KG401";
    public const string MissingObject = "KG402";
    public const string ForbiddenObject = "KG403";
    public const string ForbiddenRole = "KG404";
    public const string MissingValue = "KG405";
    public const string ForbiddenValue = "KG406";
    public const string WrongValueForm = "KG407";
    public const string ValueOutOfBounds = "KG408";

    public const string MalformedDate = "KG501";
    public const string ReversedDates = "KG502";
    public const string DatesBesideValue = "KG503";
    public const string NoAttestation = "KG504";

    public const string NoEvidence = "KG601";
    public const string BadConfidence = "KG602";
    public const string CuratorFact = "KG603";
    public const string Denial = "KG604";
    public const string TwoAttributions = "KG605";
    public const string NoAuthor = "KG606";

    public const string SharedName = "KG701";
    public const string LongShortName = "KG702";
    public const string WrongCheckDigit = "KG703";
    public const string NeedlessAsPrinted = "KG704";
    public const string SharedIdentifier = "KG705";

    public const string Cycle = "KG801";
}
