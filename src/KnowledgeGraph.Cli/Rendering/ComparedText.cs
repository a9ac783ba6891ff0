using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>The texts by which answers are compared, worded for people: names for ids of nodes, runs of days as other pages say them.</summary>
internal static partial class ComparedText
{
    /// <summary>What stands there between the nodes of a sequence.</summary>
    internal const string Hop = " > ";

    /// <param name="text">Ids, node sequences, runs of days or anything else, alone or several.</param>
    /// <param name="name">The name of the node with an id; what is no such id, as it is.</param>
    /// <param name="hop">What to write between the nodes of a sequence.</param>
    internal static string Worded(string text, Func<string, string> name, string hop = Hop) => Days().Replace(
        string.Concat(Separator().Split(text).Select(part => part == Hop ? hop : name(part))), run => FactWords.Windows([WindowOf(run)]));

    private static HoldingWindow WindowOf(Match run) => new(
        DayOf(run.Groups["from"]), DayOf(run.Groups["to"]), Enum.Parse<Certainty>(run.Groups["word"].Value, ignoreCase: true));

    private static DateOnly? DayOf(Group day) => day.Success ? DateOnly.ParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>In a group, so that a split keeps it.</summary>
    [GeneratedRegex(@"( > | \+ |, )", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\b(?<word>certainly|possibly|not) (?<from>\d{4}-\d\d-\d\d)?\.\.(?<to>\d{4}-\d\d-\d\d)?", RegexOptions.CultureInvariant)]
    private static partial Regex Days();
}
