using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Query;

/// <summary>
/// What would the answer to a question be if an overlay held? Asks it of the facts as they are and as they would be, and tells what
/// differs. Safe to ask from many threads.
/// </summary>
/// <remarks>
/// A node that is only on one side has no facts on the other, so that a question about it is answered there too. Each side has the
/// bounds of the question to itself. Time: laying out the facts twice, and the question's own twice.
/// </remarks>
/// <param name="facts">The facts as they are.</param>
/// <param name="overlay">What is assumed.</param>
/// <param name="clock">The clock that timeouts are measured with; the system's if null.</param>
public sealed class WhatIf(FactSet facts, Overlay overlay, TimeProvider? clock = null)
{
    private readonly Lazy<FactSet> assumed = new(() => overlay.On(facts));

    /// <summary>The facts as they would be.</summary>
    public FactSet Assumed => assumed.Value;

    /// <summary>Everything that stands on either side, each id once, as it is before: to look names up in, not to be searched.</summary>
    public FactSet Either => new(
        facts.Ontology,
        facts.Nodes.Concat(overlay.AddedNodes),
        facts.Sources.Concat(overlay.AddedSources),
        facts.Facts.Concat(overlay.AddedFacts),
        facts.Conflicts,
        facts.DataHash);

    /// <summary>Asks a question of both sides.</summary>
    /// <exception cref="KeyNotFoundException">The question names a node id that neither side holds.</exception>
    /// <exception cref="QuestionException">The question names an unknown layer, type or source, or mixes what does not mix.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public WhatIfAnswer<TResult> Ask<TResult>(Question<TResult> question, CancellationToken cancellation = default)
        where TResult : Result
    {
        ArgumentNullException.ThrowIfNull(question);
        var before = Ask(question, facts, overlay.AddedNodes, overlay.AddedSources, cancellation);
        var after = Ask(question, Assumed, facts.Nodes.Where(node => overlay.RemovedNodes.Contains(node.Id)), [], cancellation);
        return new WhatIfAnswer<TResult>
        {
            Overlay = overlay,
            FactsGone = overlay.FactsGoneFrom(facts),
            Before = before,
            After = after,
            Difference = AnswerDifference.Between(before, after),
        };
    }

    private Answer<TResult> Ask<TResult>(
        Question<TResult> question, FactSet set, IEnumerable<Node> bareNodes, IReadOnlyList<Source> bareSources, CancellationToken cancellation)
        where TResult : Result
    {
        var known = bareSources.Count == 0 ? set : With(set, [], bareSources);
        try
        {
            return Engine(known).Ask(question, cancellation);
        }
        catch (KeyNotFoundException)
        {
            return Engine(With(known, bareNodes, [])).Ask(question, cancellation);
        }
    }

    private EmbeddedQueries Engine(FactSet set) => new(new EmbeddedGraph(set), clock);

    private static FactSet With(FactSet set, IEnumerable<Node> nodes, IReadOnlyList<Source> sources) => new(
        set.Ontology, set.Nodes.Concat(nodes.Where(node => set.FindNode(node.Id) is null)), set.Sources.Concat(sources), set.Facts, set.Conflicts, set.DataHash);
}
