namespace KnowledgeGraph.Facts;

/// <summary>A document or page that facts were read from.</summary>
public sealed record Source
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>A short form for filters and tables, such as <c>D1</c>; null where there is none.</summary>
    public string? ShortName { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Who published it, or null where unknown.</summary>
    public string? Publisher { get; init; }

    /// <summary>Who wrote it, or null where unknown.</summary>
    public string? Author { get; init; }

    /// <summary>Its date, which attests its facts unless a fact says otherwise; null where only the facts carry dates.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>What it is: article, study, legal-act, web-page, dataset, curation.</summary>
    public required string Kind { get; init; }

    /// <summary>EUR-Lex number of a legal act, or null.</summary>
    public string? Celex { get; init; }

    /// <summary>Where it can be read, or null.</summary>
    public string? Url { get; init; }

    /// <summary>What a curator wants readers to know; null if nothing.</summary>
    public string? Note { get; init; }
}
