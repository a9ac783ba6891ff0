namespace KnowledgeGraph.Seed;

/// <summary>The codes of problems that only expectations can have; the others are those of the seed.</summary>
internal static class ExpectationCode
{
    public const string TooFew = "KG911";
    public const string TooMany = "KG912";
    public const string BadBounds = "KG913";
}
