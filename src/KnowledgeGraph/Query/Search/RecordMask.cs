using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Query.Search;

/// <summary>What a filter asks of a fact that only its record says: source, day of entry, channel. Reads a record when it is first asked for.</summary>
internal sealed class RecordMask
{
    private readonly FactSet set;
    private readonly DateOnly? knownOn;
    private readonly HashSet<int> avoided;
    private readonly HashSet<string> sources;
    private readonly HashSet<string> channels;
    private readonly Dictionary<int, bool> passes = [];

    /// <exception cref="QuestionException">A source is unknown.</exception>
    private RecordMask(FactSet set, GraphFilter filter)
    {
        (this.set, knownOn) = (set, filter.KnownOn);
        avoided = [.. filter.AvoidFacts.Select(set.FactIndex)];
        sources = filter.Sources.Select(name => EdgeMask.SourceNamed(set, name)).ToHashSet(StringComparer.Ordinal);
        channels = filter.Channels.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The mask; null where the filter asks for nothing of the kind.</summary>
    /// <exception cref="QuestionException">A source is unknown.</exception>
    internal static RecordMask? Of(FactSet set, GraphFilter filter) =>
        filter is { AvoidFacts.Count: 0, KnownOn: null, Channels.Count: 0, Sources.Count: 0 } ? null : new RecordMask(set, filter);

    /// <summary>Whether a fact passes.</summary>
    /// <param name="fact">Its position among the facts.</param>
    /// <param name="isCurator">Whether it is a curator's edge, of which no source is asked.</param>
    internal bool Passes(int fact, bool isCurator)
    {
        if (avoided.Contains(fact))
        {
            return false;
        }

        if (knownOn is null && channels.Count == 0 && (sources.Count == 0 || isCurator))
        {
            return true;
        }

        if (!passes.TryGetValue(fact, out var isPassed))
        {
            passes.Add(fact, isPassed = Passes(set.Facts[fact], isCurator));
        }

        return isPassed;
    }

    private bool Passes(Fact fact, bool isCurator) =>
        !(fact.EnteredOn.Latest > knownOn)
        && (channels.Count == 0 || fact.RoleFillers(OntologyModel.ChannelRole).Any(channels.Contains))
        && (sources.Count == 0 || isCurator || fact.Evidence.Any(evidence => sources.Contains(evidence.Source)));
}
