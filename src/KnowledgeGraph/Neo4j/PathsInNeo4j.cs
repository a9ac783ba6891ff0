using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Neo4j;

/// <summary>
/// Has the server find the node sequences of a question about paths, length by length, each one statement; and fetches the facts
/// between their nodes after each, so that a bound reached later takes away nothing found before. One per question.
/// </summary>
internal sealed class PathsInNeo4j
{
    /// <summary>Paths of so many hops are found faster than the nodes that they could go through.</summary>
    private const int Short = 2;

    private readonly PathQuestion question;
    private readonly OntologyModel ontology;
    private readonly string dataset;
    private readonly SubgraphDelivery delivery;
    private readonly Dictionary<string, object?> parameters = [];
    private readonly HashSet<(string From, string To)> fetched = [];
    private readonly List<IReadOnlyList<IReadOnlyList<string>>> groups = [];

    /// <param name="question">The question, one that fits.</param>
    /// <param name="ontology">The checked vocabulary.</param>
    /// <param name="dataset">Name of the data set.</param>
    /// <param name="delivery">Where the facts go.</param>
    public PathsInNeo4j(PathQuestion question, OntologyModel ontology, string dataset, SubgraphDelivery delivery) =>
        (this.question, this.ontology, this.dataset, this.delivery) = (question, ontology, dataset, delivery);

    /// <summary>The node sequences of each length that was searched whole, by ids.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Groups => groups;

    /// <summary>Whether there is any path.</summary>
    public bool HasAny => groups.Exists(group => group.Count > 0);

    /// <summary>Whether there are more paths than the limit lists.</summary>
    public bool IsLimited { get; private set; }

    /// <summary>
    /// Whether Cypher can say the question: by hops, and no rule that looks beyond a single hop. A certificate needs all that can be
    /// reached, not only the paths.
    /// </summary>
    public static bool CanSay(PathQuestion question, OntologyModel ontology) =>
        question.From != question.To
        && question.Order == PathOrder.Hops
        && question.Mode is PathMode.Shortest or PathMode.KShortest or PathMode.All
        && question is { Via.Count: 0, Edges: null, IsOrderedInTime: false, WantsCertificate: false }
        && question.ScopeIn(ontology) is { Types.Count: > 0 } scope
        && (question.Filter.Products == ProductRule.Any || !scope.HasSupply);

    /// <summary>Searches the lengths in order.</summary>
    /// <exception cref="KeyNotFoundException">A node that the question names is not in the data set.</exception>
    public async Task FindAsync()
    {
        await delivery.FetchEndsAsync(question.From, question.To);
        var hop = new HopPattern(
            ontology, question.Filter, question.ScopeIn(ontology).IsCausal, dataset, Parameter, delivery.SourceId);
        var isByLimit = question.Mode != PathMode.KShortest || question.K > question.Bounds.Limit;
        var left = isByLimit ? question.Bounds.Limit : question.K;
        var isEnough = false;
        parameters["from"] = question.From;
        parameters["to"] = question.To;
        IReadOnlyDictionary<string, int>? detours = null;
        for (var hops = 1; hops <= question.MaxHops && !isEnough; hops++)
        {
            if (hops > Short)
            {
                detours ??= await DetoursAsync(hop);
                var within = detours.Where(node => node.Value <= hops).Select(node => (object?)node.Key).ToList();
                if (within.Count <= hops && !delivery.IsCut)
                {
                    // A path has one node more than hops.
                    groups.Add([]);
                    continue;
                }

                parameters["within"] = within;
            }

            var found = await OfLengthAsync(hop, hops, isByLimit ? left + 1 : left);
            if (delivery.IsCut)
            {
                return;
            }

            groups.Add([.. found.Take(left)]);
            IsLimited = found.Count > left;
            left -= found.Count;
            isEnough = IsLimited || (!isByLimit && left == 0) || (question.Mode == PathMode.Shortest && found.Count > 0);
        }
    }

    private async Task<List<IReadOnlyList<string>>> OfLengthAsync(HopPattern hop, int hops, int most)
    {
        parameters["most"] = (long)most;
        var rows = await delivery.RunAsync(QueryCypher.PathsOfLength(hop, hops, isNarrowed: hops > Short), [.. parameters.Select(value => (value.Key, value.Value))]);
        var found = rows.Rows.Select(row => row.Texts("ids")).ToList();
        var pairs = found.SelectMany(ids => ids.Zip(ids.Skip(1))).Where(fetched.Add).Select(pair => new List<object?> { pair.First, pair.Second });
        if (found.Count > 0 && !delivery.IsCut)
        {
            await delivery.FetchBetweenAsync([.. pairs], question.ScopeIn(ontology).Types);
        }

        return found;
    }

    /// <summary>
    /// The least length of a walk through each node. A length goes only through nodes that it is long enough for: Cypher by itself
    /// follows every walk to its end before it looks where that is.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, int>> DetoursAsync(HopPattern hop)
    {
        var back = await DistancesAsync(hop, question.To, isBack: true);
        var onwards = back.ContainsKey(question.From) ? await DistancesAsync(hop, question.From, isBack: false) : [];
        return onwards.Where(node => back.ContainsKey(node.Key)).ToDictionary(node => node.Key, node => node.Value + back[node.Key]);
    }

    /// <summary>The fewest hops from each node to the last, or from the first to it.</summary>
    private async Task<Dictionary<string, int>> DistancesAsync(HopPattern hop, string start, bool isBack)
    {
        var statement = QueryCypher.Next(hop, isBack);
        var distances = new Dictionary<string, int>(StringComparer.Ordinal) { [start] = 0 };
        List<string> round = [start];
        for (var hops = 1; hops <= question.MaxHops && round.Count > 0 && !delivery.IsCut; hops++)
        {
            parameters["ids"] = round.Cast<object?>().ToList();
            var rows = await delivery.RunAsync(statement, [.. parameters.Select(value => (value.Key, value.Value))]);
            round = [.. rows.Rows.Select(row => row.Text("id")).Where(id => distances.TryAdd(id, hops))];
        }

        return distances;
    }

    private string Parameter(string name, object value)
    {
        parameters[name] = value;
        return "$" + name;
    }
}
