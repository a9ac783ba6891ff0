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

    /// <remarks>Loops and sets of ids, since every answer comes by here: Linq over four kinds of items cost a cold start 2 ms.</remarks>
    private static EvidenceSet Gather(FactSet set, IEnumerable<string> factIds, IEnumerable<string> nodeIds)
    {
        var (facts, nodes) = (new SortedSet<string>(factIds, StringComparer.Ordinal), new SortedSet<string>(nodeIds, StringComparer.Ordinal));
        var (conflicts, known) = (new List<Conflict>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var used in facts)
        {
            foreach (var conflict in set.ConflictsOf(used))
            {
                if (known.Add(conflict.Id))
                {
                    conflicts.Add(conflict);
                }
            }
        }

        conflicts.ForEach(conflict => facts.UnionWith(conflict.Facts));
        conflicts.Sort(static (one, other) => string.CompareOrdinal(one.Id, other.Id));
        var found = Found(facts, set.FindFact);
        var sources = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var fact in found)
        {
            nodes.UnionWith(FactSet.NodesNamedBy(fact));
            AddSources(sources, fact);
        }

        return new EvidenceSet(found, Found(nodes, set.FindNode), Found(sources, set.FindSource), conflicts);
    }

    private static List<T> Found<T>(SortedSet<string> ids, Func<string, T?> find)
        where T : class
    {
        var found = new List<T>();
        foreach (var id in ids)
        {
            if (find(id) is { } item)
            {
                found.Add(item);
            }
        }

        return found;
    }

    private static void AddSources(SortedSet<string> sources, Fact fact)
    {
        foreach (var evidence in fact.Evidence)
        {
            sources.Add(evidence.Source);
        }

        if (fact.AttributedToAuthorOf is { } source)
        {
            sources.Add(source);
        }
    }
}
