using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Search;

namespace KnowledgeGraph.Neo4j;

/// <summary>Fetches the part of a data set that a question needs, within one read transaction. One per question.</summary>
internal sealed class SubgraphDelivery
{
    private readonly ICypherTransaction transaction;
    private readonly OntologyModel ontology;
    private readonly string dataset;
    private readonly int most;
    private readonly CancellationToken cancellation;

    /// <param name="transaction">The transaction.</param>
    /// <param name="ontology">The vocabulary.</param>
    /// <param name="dataset">Name of the data set.</param>
    /// <param name="most">Most nodes and facts to deliver.</param>
    /// <param name="cancellation">Ends the delivery.</param>
    public SubgraphDelivery(ICypherTransaction transaction, OntologyModel ontology, string dataset, int most, CancellationToken cancellation)
    {
        (this.transaction, this.ontology, this.dataset) = (transaction, ontology, dataset);
        (this.most, this.cancellation) = (most, cancellation);
    }

    /// <summary>What has been delivered.</summary>
    public Subgraph Delivered { get; } = new();

    /// <summary>What had been delivered when everything that it names was there too; a bound may cut in at any request.</summary>
    public Subgraph Whole { get; private set; } = new();

    /// <summary>Number of requests sent.</summary>
    public int Requests { get; private set; }

    /// <summary>Whether there was more than may be delivered.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Fetches what a question needs, and what its evidence names.</summary>
    /// <exception cref="KeyNotFoundException">A node that the question names is not in the data set.</exception>
    public async Task FetchAsync(DataNeed need)
    {
        AddAlone(await RunAsync(QueryCypher.Sources));
        switch (need)
        {
            case DataNeed.Names names:
                await FetchNamesAsync(names.Text);
                break;
            case DataNeed.About about:
                await FetchNodesAsync([about.NodeId]);
                Delivered.AddFacts(await RunAsync(QueryCypher.FactsAt, ("id", about.NodeId)));
                Delivered.AddFacts(await RunAsync(QueryCypher.Mentions, ("id", about.NodeId)));
                break;
            case DataNeed.Reach reach:
                await FetchReachAsync([reach]);
                break;
            case DataNeed.All all:
                await FetchReachAsync(all.Parts);
                break;
            case DataNeed.Around around:
                await FetchAroundAsync(around);
                break;
            case DataNeed.Matching matching:
                await FetchMatchingAsync(matching.Pattern);
                break;
            case DataNeed.Supplies supplies:
                await FetchSuppliesAsync(supplies);
                break;
            case DataNeed.Facts facts:
                await FetchFactsAsync(facts.FactIds);
                break;
            default:
                throw new ArgumentException($"{need.GetType().Name} cannot be delivered from Neo4j", nameof(need));
        }

        await CompleteAsync();
    }

    /// <summary>Fetches the sources and the two ends of the paths asked for.</summary>
    /// <exception cref="KeyNotFoundException">A node is not in the data set.</exception>
    public async Task FetchEndsAsync(string from, string to)
    {
        AddAlone(await RunAsync(QueryCypher.Sources));
        await FetchNodesAsync([from, to]);
    }

    /// <summary>Fetches the facts between pairs of nodes, and what their evidence names.</summary>
    public async Task FetchBetweenAsync(IReadOnlyList<object?> pairs, IReadOnlyList<EdgeType> types)
    {
        Delivered.AddFacts(await RunAsync(QueryCypher.FactsBetween(types), ("pairs", pairs)));
        await CompleteAsync();
    }

    /// <summary>The id of a source delivered that goes by its id or short name.</summary>
    /// <exception cref="QuestionException">None does.</exception>
    public string SourceId(string name) => EdgeMask.SourceNamed(Delivered.Build(ontology, dataHash: ""), name);

    /// <summary>Runs a statement with the data set's name and the limit of what may still be delivered among its parameters.</summary>
    public async Task<CypherResult> RunAsync(string statement, params (string Name, object? Value)[] values)
    {
        var parameters = values.ToDictionary(value => value.Name, value => value.Value);
        parameters["dataset"] = dataset;
        parameters["limit"] = Math.Max(most - Delivered.Count, 0) + 1L;
        var result = await transaction.RunAsync(statement, parameters, cancellation);
        Requests++;
        IsCut |= result.Rows.Count > most - Delivered.Count;
        return result;
    }

    private async Task FetchNamesAsync(string text)
    {
        var key = NameKey.Of(text);
        var found = key.Length == 0 ? null : await RunAsync(QueryCypher.NodesNamed, ("key", key));
        Delivered.AddNodes(found is { Rows.Count: > 0 } ? found : await RunAsync(QueryCypher.AllNodes));
    }

    private async Task FetchMatchingAsync(FactPattern pattern)
    {
        var known = Delivered.Build(ontology, dataHash: "");
        var statement = new MatchingFacts(ontology, pattern, name => EdgeMask.SourceNamed(known, name));
        await FetchNodesAsync([.. pattern.Nodes]);
        if (statement.Text is { } text)
        {
            Delivered.AddFacts(await RunAsync(text, statement.Parameters));
        }
    }

    private async Task FetchFactsAsync(IEnumerable<string> ids)
    {
        var wanted = ids.Distinct().Cast<object?>().ToList();
        if (wanted.Count > 0)
        {
            Delivered.AddFacts(await RunAsync(QueryCypher.FactsById, ("facts", wanted)));
        }
    }

    /// <summary>Nodes first, so that wherever a bound cuts in, the question can be asked.</summary>
    private async Task FetchReachAsync(IReadOnlyList<DataNeed.Reach> parts)
    {
        await FetchNodesAsync([.. parts.SelectMany(part => part.Others.Prepend(part.NodeId).Concat(part.Target is { } end ? [end] : []))]);
        foreach (var part in parts)
        {
            await FetchReachAsync(part);
        }
    }

    private async Task FetchReachAsync(DataNeed.Reach reach)
    {
        var scope = EdgeScope.Of(ontology, reach.Filter);
        if (reach.Target is { } target)
        {
            Delivered.AddFacts(await RunAsync(QueryCypher.Expand(ontology, scope.Types, !reach.IsTowardsDependents), ("ids", new List<object?> { target })));
        }

        await ExpandAsync(QueryCypher.Expand(ontology, scope.Types, reach.IsTowardsDependents), reach.NodeId, reach.MaxHops);
        var declaring = ontology.EdgeTypes.Values.Where(type => type.DeclaresComponent).ToList();
        if (scope.HasSupply && declaring.Count > 0)
        {
            Delivered.AddFacts(await RunAsync(QueryCypher.FactsOfTypes(declaring)));
        }
    }

    private async Task FetchSuppliesAsync(DataNeed.Supplies supplies)
    {
        await FetchNodesAsync([supplies.NodeId]);
        var followed = EdgeScope.Of(ontology, supplies.Filter).Types.Where(type => type.ProductPlace != ProductPlace.None);
        var declaring = ontology.EdgeTypes.Values.Where(type => type.DeclaresComponent || type.DeclaresSubstitute);
        if (followed.UnionBy(declaring, type => type.Name).ToList() is { Count: > 0 } types)
        {
            Delivered.AddFacts(await RunAsync(QueryCypher.FactsOfTypes(types)));
        }
    }

    private async Task FetchAroundAsync(DataNeed.Around around)
    {
        var types = EdgeScope.OfLinks(ontology, around.Filter).Types;
        await FetchNodesAsync(around.Target is { } end ? [around.NodeId, end] : [around.NodeId]);
        if (types.Count == 0)
        {
            return;
        }

        if (around.Target is { } target)
        {
            Delivered.AddFacts(await RunAsync(QueryCypher.Links(types), ("ids", new List<object?> { target })));
        }

        await ExpandAsync(QueryCypher.Links(types), around.NodeId, around.MaxHops);
    }

    /// <summary>Breadth first, one request a round; the last round shows whether more hops would lead further.</summary>
    private async Task ExpandAsync(string statement, string start, int maxHops)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { start };
        List<string> round = [start];
        for (var depth = 0; depth <= maxHops && round.Count > 0 && !IsCut; depth++)
        {
            var found = await RunAsync(statement, ("ids", round.Cast<object?>().ToList()));
            Delivered.AddFacts(found);
            round = [.. found.Rows.Select(row => row.TextOrNull("otherId")).OfType<string>().Where(seen.Add)];
        }
    }

    /// <summary>Conflicts that touch the facts, the facts on their other sides, and every node that any of these names.</summary>
    private async Task CompleteAsync()
    {
        var facts = Delivered.FactIds.ToHashSet(StringComparer.Ordinal);
        if (facts.Count > 0)
        {
            var conflicts = await RunAsync(QueryCypher.ConflictsOf, ("facts", facts.Cast<object?>().ToList()));
            Delivered.AddNodes(conflicts);
            var others = conflicts.Rows.SelectMany(row => new PropertyMap("conflict", row.Map("properties")).Texts("facts")).Where(facts.Add).ToList();
            await FetchFactsAsync(others);
        }

        // Nodes first, then the countries that they belong to.
        for (var round = 0; round < 2 && Delivered.MissingNodes() is { Count: > 0 } missing; round++)
        {
            Delivered.AddNodes(await RunAsync(QueryCypher.NodesById, ("ids", missing.Cast<object?>().ToList())));
        }

        Whole = IsCut ? Whole : new Subgraph(Delivered);
    }

    private async Task FetchNodesAsync(IReadOnlyList<string> ids)
    {
        AddAlone(await RunAsync(QueryCypher.NodesById, ("ids", ids.Distinct().Cast<object?>().ToList())));
        var missing = ids.Except(Delivered.NodeIds).FirstOrDefault();
        if (missing is not null)
        {
            throw new KeyNotFoundException($"no node has the id \"{missing}\"");
        }
    }

    /// <summary>Takes nodes or sources that stand without anything else.</summary>
    private void AddAlone(CypherResult found)
    {
        Delivered.AddNodes(found);
        Whole.AddNodes(found);
    }
}
