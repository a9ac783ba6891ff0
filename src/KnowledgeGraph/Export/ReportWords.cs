using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Export;

/// <summary>The words for the parts of a report, as other programs read them.</summary>
public static class ReportWords
{
    /// <summary>The word for a concern.</summary>
    public static string Of(FactConcern concern) => concern switch
    {
        FactConcern.Undated => "undated",
        FactConcern.Unsupported => "unsupported",
        FactConcern.Unsure => "unsure",
        FactConcern.InConflict => "inConflict",
        FactConcern.InDoubt => "inDoubt",
        _ => "denied",
    };

    /// <summary>The word for where a forecast stands.</summary>
    public static string Of(ForecastState state) => state switch
    {
        ForecastState.Due => "due",
        ForecastState.Ahead => "ahead",
        ForecastState.Checked => "checked",
        _ => "open",
    };
}
