using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Query.Search;

/// <summary>A graph with a filter made ready: which edges count, in which direction they are followed, what products they carry.</summary>
internal sealed class DependencySearch
{
    private DependencySearch(
        EmbeddedGraph graph, EdgeScope scope, GraphFilter filter, PathQuestion? question, bool isOrderedInTime, (StepRows Steps, StepRows StepsBack) rows)
    {
        (Graph, Scope, Filter) = (graph, scope, filter);
        Mask = new EdgeMask(graph, scope, filter);
        Rules = new PathRules(
            graph,
            new ProductTracker(graph, Mask, filter.Products),
            question?.Edges is { } edges ? new EdgeAutomaton(EdgeExpressionParser.Parse(edges, graph.Facts.Ontology), graph.Edges.Types) : null,
            [.. question?.Via.Select(graph.IndexOf) ?? []],
            !isOrderedInTime ? TimeOrder.None : scope.IsCausal ? TimeOrder.Rising : TimeOrder.Falling);
        (Steps, StepsBack) = rows;
    }

    internal EmbeddedGraph Graph { get; }

    internal EdgeScope Scope { get; }

    internal GraphFilter Filter { get; }

    internal EdgeMask Mask { get; }

    /// <summary>The rules that look beyond a single hop.</summary>
    internal PathRules Rules { get; }

    /// <summary>From a node to the next on a path.</summary>
    internal StepRows Steps { get; }

    /// <summary>From a node to the one before it on a path.</summary>
    internal StepRows StepsBack { get; }

    /// <summary>Follows paths as they read: from the dependent on, and from causes to effects.</summary>
    /// <exception cref="QuestionException">The filter names something unknown.</exception>
    internal static DependencySearch Along(EmbeddedGraph graph, GraphFilter filter, bool isOrderedInTime = false)
    {
        var scope = EdgeScope.Of(graph.Facts.Ontology, filter);
        return new DependencySearch(graph, scope, filter, question: null, isOrderedInTime, RowsAlong(graph, scope));
    }

    /// <summary>As <see cref="Along(EmbeddedGraph, GraphFilter, bool)"/>, by all the rules of a question about paths.</summary>
    /// <exception cref="QuestionException">The question names something unknown.</exception>
    /// <exception cref="KeyNotFoundException">A node to pass through is unknown.</exception>
    internal static DependencySearch Along(EmbeddedGraph graph, PathQuestion question)
    {
        var filter = question.FollowedIn(graph.Facts.Ontology);
        var scope = EdgeScope.Of(graph.Facts.Ontology, filter);
        return new DependencySearch(graph, scope, filter, question, question.IsOrderedInTime, RowsAlong(graph, scope));
    }

    /// <summary>Follows every link either way, whoever depends on whom and whatever the product.</summary>
    /// <exception cref="QuestionException">The filter names something unknown.</exception>
    internal static DependencySearch Around(EmbeddedGraph graph, GraphFilter filter)
    {
        var scope = EdgeScope.OfLinks(graph.Facts.Ontology, filter);
        var rows = StepRows.EitherWay(graph);
        return new DependencySearch(graph, scope, filter with { Products = ProductRule.Any }, question: null, isOrderedInTime: false, (rows, rows));
    }

    /// <summary>Whether every walk over admitted edges obeys all rules.</summary>
    internal bool IsPlain => Rules.IsPlain;

    /// <summary>Whether an edge may be a hop of some path, what comes before it aside.</summary>
    internal bool MayJoin(int edge) => Rules.MayJoin(edge) && Mask.Admits(edge);

    /// <summary>The nodes that a target can be reached from, and how near they are, over admitted edges, rules beyond a hop aside.</summary>
    internal Ball HopsTo(int target, int maxHops, SearchBudget budget) => new Ball(StepsBack, target, Mask.Admits, budget).To(maxHops);

    /// <summary>Whether a node has any fact of the followed types as the end that paths leave from, filters aside.</summary>
    internal bool HasFactsFrom(int node) => HasFacts(Steps, node);

    /// <summary>Whether a node has any fact of the followed types as the end that paths arrive at, filters aside.</summary>
    internal bool HasFactsTo(int node) => HasFacts(StepsBack, node);

    private static (StepRows Steps, StepRows StepsBack) RowsAlong(EmbeddedGraph graph, EdgeScope scope)
    {
        var (dependencies, dependents) = (StepRows.OneWay(graph, graph.Dependencies), StepRows.OneWay(graph, graph.Dependents));
        return scope.IsCausal ? (dependents, dependencies) : (dependencies, dependents);
    }

    private bool HasFacts(StepRows rows, int node)
    {
        foreach (var step in rows.From(node))
        {
            if (Mask.Follows(step.Edge))
            {
                return true;
            }
        }

        return false;
    }
}
