namespace KnowledgeGraph.Query.Saved;

/// <summary>The codes of problems that only saved questions can have; the others are those of the seed.</summary>
internal static class SavedCode
{
    public const string DuplicatePart = "KG901";
    public const string BadCombination = "KG902";
    public const string OutOfRange = "KG903";
    public const string BadDay = "KG904";
    public const string BadFormula = "KG905";
}
