using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query.Search;

namespace KnowledgeGraph.Query;

/// <summary>Answers questions from an <see cref="EmbeddedGraph"/> in memory. Safe to ask from many threads.</summary>
/// <param name="graph">The graph.</param>
/// <param name="clock">The clock that timeouts are measured with; the system's if null.</param>
public sealed class EmbeddedQueries(EmbeddedGraph graph, TimeProvider? clock = null) : IGraphQueries
{
    /// <inheritdoc/>
    public Task<Answer<TResult>> AskAsync<TResult>(Question<TResult> question, CancellationToken cancellation = default)
        where TResult : Result
        => Task.FromResult(Ask(question, cancellation));

    /// <summary>As <see cref="AskAsync"/>, for callers without a need to wait: the embedded engine never does.</summary>
    public Answer<TResult> Ask<TResult>(Question<TResult> question, CancellationToken cancellation = default)
        where TResult : Result
    {
        ArgumentNullException.ThrowIfNull(question);
        var time = clock ?? TimeProvider.System;
        var budget = new SearchBudget(question.Bounds, time, time.GetTimestamp(), cancellation);
        return Answer(question, graph, "embedded", null, budget, question.AnswerFrom(graph, budget));
    }

    /// <summary>Makes the answer of what was found in a graph that holds what the question needs, wherever it was delivered from.</summary>
    /// <param name="question">The question.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="engine">The engine's name, for the report.</param>
    /// <param name="delivery">What a remote engine did, for the report.</param>
    /// <param name="budget">What is left of the bounds.</param>
    /// <param name="finding">What was found.</param>
    internal static Answer<TResult> Answer<TResult>(
        Question<TResult> question, EmbeddedGraph graph, string engine, string? delivery, SearchBudget budget, Finding<TResult> finding)
        where TResult : Result
        => new()
        {
            Question = question,
            DataHash = graph.Facts.DataHash,
            Outcome = finding.Outcome,
            Stopped = budget.Stopped,
            Result = finding.Result,
            Evidence = Gather(graph.Facts, finding.Facts, finding.Nodes),
            Run = new RunReport(engine, delivery, budget.Elapsed, budget.Steps, graph.NodeCount, graph.Edges.Count),
        };

    private static EvidenceSet Gather(FactSet set, IEnumerable<string> factIds, IEnumerable<string> nodeIds)
    {
        var used = factIds.ToHashSet(StringComparer.Ordinal);
        var conflicts = used.SelectMany(set.ConflictsOf).DistinctBy(conflict => conflict.Id).ToList();
        var facts = used.Concat(conflicts.SelectMany(conflict => conflict.Facts)).Distinct().Select(set.FindFact).OfType<Fact>().ToList();
        var nodes = nodeIds.Concat(facts.SelectMany(FactSet.NodesNamedBy)).Distinct().Select(set.FindNode).OfType<Node>();
        var sources = facts.SelectMany(SourcesOf).Distinct().Select(set.FindSource).OfType<Source>();
        return new EvidenceSet(
            Sorted(facts, fact => fact.Id), Sorted(nodes, node => node.Id), Sorted(sources, source => source.Id), Sorted(conflicts, conflict => conflict.Id));
    }

    private static IEnumerable<string> SourcesOf(Fact fact) =>
        fact.Evidence.Select(evidence => evidence.Source).Concat(fact.AttributedToAuthorOf is { } source ? [source] : []);

    private static List<T> Sorted<T>(IEnumerable<T> items, Func<T, string> id) => [.. items.OrderBy(id, StringComparer.Ordinal)];
}
