using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Search;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// Answers questions from a data set in Neo4j. Paths that Cypher can say are found there. For every other question, and for why there
/// is no path, the server delivers the bounded part of the graph that the question needs, found by type and direction there, and the
/// same search runs on it as on the embedded graph. The run report says which.
/// </summary>
/// <remarks>
/// Every question has a transaction of its own, bounded at the server and here: when the time is up or the caller gives up, it is
/// ended. Safe to ask from many threads if the transport is.
/// </remarks>
public sealed class Neo4jQueries : IGraphQueries
{
    /// <summary>The most nodes and facts that one question may have delivered.</summary>
    public const int MaxDelivered = 500_000;

    private const int Attempts = 3;
    private readonly ICypherTransport transport;
    private readonly OntologyModel ontology;
    private readonly string dataset;
    private readonly TimeProvider clock;

    /// <param name="transport">The way to the server.</param>
    /// <param name="ontology">The checked vocabulary; the data set must have been loaded with the same one.</param>
    /// <param name="dataset">Name of the data set.</param>
    /// <param name="clock">The clock that timeouts are measured with; the system's if null.</param>
    public Neo4jQueries(ICypherTransport transport, OntologyModel ontology, string dataset, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(ontology);
        ArgumentException.ThrowIfNullOrEmpty(dataset);
        (this.transport, this.ontology, this.dataset, this.clock) = (transport, ontology, dataset, clock ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    /// <exception cref="Neo4jException">The server failed, or the data set is missing, unfinished or of another ontology.</exception>
    public Task<Answer<TResult>> AskAsync<TResult>(Question<TResult> question, CancellationToken cancellation = default)
        where TResult : Result
    {
        ArgumentNullException.ThrowIfNull(question);
        var start = clock.GetTimestamp();
        return TransientRetry.RunAsync(() => AskOnceAsync(question, start, cancellation), Attempts, clock, cancellation);
    }

    private async Task<Answer<TResult>> AskOnceAsync<TResult>(Question<TResult> question, long start, CancellationToken cancellation)
        where TResult : Result
    {
        var budget = new SearchBudget(question.Bounds, clock, start, cancellation);
        var need = question.NeedIn(ontology);
        var (delivery, paths, hash) = await DeliverAsync(question, need, budget, cancellation);
        try
        {
            var graph = new EmbeddedGraph(delivery.Whole.Build(ontology, hash));
            var delivered = $"{graph.NodeCount} nodes and {graph.Facts.Facts.Count} facts in {delivery.Requests} requests";
            if (paths is { HasAny: true } && question is PathQuestion path)
            {
                var finding = (Finding<TResult>)(object)path.AnswerOf(graph, paths.Groups, paths.IsLimited, budget);
                return EmbeddedQueries.Answer(question, graph, "neo4j", $"the server found the paths and delivered {delivered}", budget, finding);
            }

            var report = (paths is null ? "" : "the server found no path; ") + $"the server delivered {delivered}; the search ran here";
            return EmbeddedQueries.Answer(question, graph, "neo4j", report, budget, question.AnswerFrom(graph, budget));
        }
        catch (FormatException error)
        {
            throw Unfit($"cannot be read: {error.Message}", error);
        }
    }

    /// <summary>
    /// Fetches what the question needs. Where a bound ends that early, the budget says so, and the search on the part delivered finds
    /// nothing rather than something wrong.
    /// </summary>
    private async Task<(SubgraphDelivery Delivery, PathsInNeo4j? Paths, string Hash)> DeliverAsync<TResult>(
        Question<TResult> question, DataNeed need, SearchBudget budget, CancellationToken cancellation)
        where TResult : Result
    {
        var metadata = new Dictionary<string, object?> { ["kind"] = "question", ["question"] = question.Kind, ["dataset"] = dataset };
        await using var transaction = await transport.BeginAsync(new TransactionRequest(AccessMode.Read, question.Bounds.Time, metadata), cancellation);
        var hash = await HashAsync(transaction, cancellation);
        var delivery = new SubgraphDelivery(transaction, ontology, dataset, MaxDelivered, cancellation);
        var paths = question is PathQuestion path && PathsInNeo4j.CanSay(path, ontology) ? new PathsInNeo4j(path, ontology, dataset, delivery) : null;
        try
        {
            await (paths?.FindAsync() ?? Task.CompletedTask);
            if (paths is not { HasAny: true } && !delivery.IsCut)
            {
                await delivery.FetchAsync(need);
            }

            if (!delivery.IsCut && await HashAsync(transaction, cancellation) != hash)
            {
                throw new Neo4jException(Neo4jErrorKind.Transient, transport.Endpoint, $"data set \"{dataset}\" at {transport.Endpoint} was loaded anew while it was asked; ask again");
            }
        }
        catch (Neo4jException error) when (error.Kind == Neo4jErrorKind.TimedOut && delivery.Requests > 1)
        {
            budget.Stop(StopReason.Timeout);
        }

        if (delivery.IsCut)
        {
            budget.Stop(StopReason.Memory);
        }

        return (delivery, paths, hash);
    }

    private async Task<string> HashAsync(ICypherTransaction transaction, CancellationToken cancellation)
    {
        var found = await transaction.RunAsync(QueryCypher.Stamp, new Dictionary<string, object?> { ["dataset"] = dataset }, cancellation);
        var stamp = found.Rows.Count > 0 ? DatasetStamp.Read(found.Rows[0].Map("properties")) : throw Unfit("is not there");
        return stamp switch
        {
            { DataHash: null } => throw Unfit("is unfinished: a load is under way or was broken off"),
            _ when stamp.OntologyHash != OntologyFingerprint.Of(ontology) => throw Unfit("was loaded with another ontology"),
            _ => stamp.DataHash,
        };
    }

    private Neo4jException Unfit(string why, Exception? cause = null) => new(
        Neo4jErrorKind.Dataset, transport.Endpoint, $"data set \"{dataset}\" at {transport.Endpoint} {why}; load it with kg load", inner: cause);
}
