using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Saved;

namespace KnowledgeGraph.Neo4j.Browser;

/// <summary>
/// The saved questions that a guide shows, so that it goes on about one node: the one asked about tier by tier in the first such
/// question. Each is the first by name that finds something.
/// </summary>
internal sealed class GuideExamples
{
    public GuideExamples(IReadOnlyList<SavedAnswer> answers)
    {
        Tiers = First(answers, question => question is TierQuestion);
        var paths = First(answers, question => question is PathQuestion path && path.From == Anchored(Tiers));
        Paths = paths ?? First(answers, question => question is PathQuestion);
        AsOf = First(answers, question => question is FactsQuestion { Pattern.AsOf: not null });
        Anchor = Anchored(Tiers) ?? Anchored(Paths);
        var asked = AsOf?.Parts.Select(part => part.Content?.Question).OfType<FactsQuestion>().FirstOrDefault();
        if (asked?.Pattern is { AsOf: { } day, Subjects: [var subject, ..] })
        {
            (Dated, Day) = (subject, day);
        }
    }

    /// <summary>What a node depends on, tier by tier; null if no saved question asks that.</summary>
    public SavedAnswer? Tiers { get; }

    /// <summary>How a node depends on another, from the anchor if there is such a question.</summary>
    public SavedAnswer? Paths { get; }

    /// <summary>What holds on a day.</summary>
    public SavedAnswer? AsOf { get; }

    /// <summary>The day that its first part asks about.</summary>
    public DateOnly? Day { get; }

    /// <summary>Id of the node whose facts that part asks for; null if it asks for those of any.</summary>
    public string? Dated { get; }

    /// <summary>Id of the node that the guide goes on about; null where there is no question about tiers or paths.</summary>
    public string? Anchor { get; }

    private static SavedAnswer? First(IReadOnlyList<SavedAnswer> answers, Predicate<object> isWanted) => answers.FirstOrDefault(answer =>
        answer.Parts.Any(part => part.Content is { Evidence.Facts.Count: > 0 } content && isWanted(content.Question)));

    private static string? Anchored(SavedAnswer? answer) => answer?.Parts
        .Select(part => part.Content?.Question switch
        {
            TierQuestion tiers => tiers.Anchor,
            PathQuestion path => path.From,
            _ => null,
        })
        .FirstOrDefault(id => id is not null);
}
