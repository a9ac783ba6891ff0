using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Query.Search;

/// <summary>The days on which a path holds, over all its choices of facts.</summary>
/// <param name="graph">The graph.</param>
/// <param name="hops">For each hop the choices.</param>
internal sealed class ChoiceDays(EmbeddedGraph graph, List<Choice>[] hops)
{
    /// <summary>The best over the choices of the least over the hops.</summary>
    internal Certainty At(DateOnly day)
    {
        var later = new Dictionary<Travel, int>();
        for (var hop = hops.Length - 1; hop >= 0; hop--)
        {
            var holds = new Dictionary<Travel, int>();
            foreach (var choice in hops[hop])
            {
                var here = (int)graph.Edges.Validity(choice.Edge).At(day);
                var path = later.TryGetValue(choice.Next, out var rest) ? Math.Min(here, rest) : here;
                holds[choice.Track] = holds.TryGetValue(choice.Track, out var best) ? Math.Max(best, path) : path;
            }

            later = holds;
        }

        var greatest = hops.Length == 0 ? (int)Certainty.Certainly : (int)Certainty.Not;
        foreach (var track in later.Keys)
        {
            greatest = Math.Max(greatest, later[track]);
        }

        return (Certainty)greatest;
    }

    /// <summary>The runs of days with the same word, in order, those with <see cref="Certainty.Not"/> left out.</summary>
    internal IReadOnlyList<HoldingWindow> Windows()
    {
        var windows = new List<HoldingWindow>();
        var starts = FirstDaysOfRuns();
        for (var i = 0; i < starts.Count; i++)
        {
            var certainty = At(DateOnly.FromDayNumber(starts[i]));
            DateOnly? to = i + 1 < starts.Count ? DateOnly.FromDayNumber(starts[i + 1] - 1) : null;
            DateOnly? from = starts[i] == 0 ? null : DateOnly.FromDayNumber(starts[i]);
            if (windows.Count > 0 && windows[^1].Certainty == certainty)
            {
                windows[^1] = windows[^1] with { To = to };
            }
            else
            {
                windows.Add(new HoldingWindow(from, to, certainty));
            }
        }

        windows.RemoveAll(window => window.Certainty == Certainty.Not);
        return windows;
    }

    /// <summary>Day numbers on which the word may change, ascending, each once; the first of all days among them.</summary>
    private List<int> FirstDaysOfRuns()
    {
        List<int> days = [DateOnly.MinValue.DayNumber];
        foreach (var choices in hops)
        {
            foreach (var choice in choices)
            {
                var validity = graph.Edges.Validity(choice.Edge);
                days.Add(validity.NotBefore.DayNumber);
                days.Add(validity.CertainFrom.DayNumber);
                days.Add(validity.CertainTo.DayNumber + 1);
                days.Add(validity.NotAfter.DayNumber + 1);
            }
        }

        days.Sort();
        var starts = new List<int>();
        foreach (var day in days)
        {
            if (day <= DateOnly.MaxValue.DayNumber && (starts.Count == 0 || starts[^1] != day))
            {
                starts.Add(day);
            }
        }

        return starts;
    }
}
