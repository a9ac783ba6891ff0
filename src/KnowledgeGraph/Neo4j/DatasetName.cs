namespace KnowledgeGraph.Neo4j;

/// <summary>What a data set may be called.</summary>
internal static class DatasetName
{
    private const int MaxLength = 100;

    /// <exception cref="ArgumentException">It is no such name.</exception>
    public static void Require(string dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        if (dataset.Length is 0 or > MaxLength || !dataset.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            throw new ArgumentException(
                $"\"{Neo4jErrors.Shorten(dataset)}\" is no name of a data set; 1 to {MaxLength} letters, digits, \"-\", \"_\" and \".\" are allowed",
                nameof(dataset));
        }
    }
}
