using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Facts;

/// <summary>
/// All nodes, sources, facts and conflicts of a data set, sorted by id in ordinal order, immutable and safe to share between threads.
/// </summary>
public sealed class FactSet
{
    private readonly Dictionary<string, Node> nodesById;
    private readonly Dictionary<string, Source> sourcesById;
    private readonly Dictionary<string, Fact> factsById;
    private readonly Dictionary<string, List<Fact>> factsByNode;
    private readonly Dictionary<string, List<Conflict>> conflictsByFact;
    private readonly Lazy<string> dataHash;

    /// <param name="ontology">The vocabulary that the facts obey.</param>
    /// <param name="nodes">Nodes, in any order.</param>
    /// <param name="sources">Sources, in any order.</param>
    /// <param name="facts">Facts, in any order.</param>
    /// <param name="conflicts">Conflicts, in any order.</param>
    /// <param name="dataHash">The hash of the whole data set where these are a part of it; null to take it over what is given.</param>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public FactSet(
        OntologyModel ontology,
        IEnumerable<Node> nodes,
        IEnumerable<Source> sources,
        IEnumerable<Fact> facts,
        IEnumerable<Conflict> conflicts,
        string? dataHash = null)
    {
        Ontology = ontology;
        Nodes = [.. nodes.OrderBy(node => node.Id, StringComparer.Ordinal)];
        Sources = [.. sources.OrderBy(source => source.Id, StringComparer.Ordinal)];
        Facts = [.. facts.OrderBy(fact => fact.Id, StringComparer.Ordinal)];
        Conflicts = [.. conflicts.OrderBy(conflict => conflict.Id, StringComparer.Ordinal)];
        nodesById = Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        sourcesById = Sources.ToDictionary(source => source.Id, StringComparer.Ordinal);
        factsById = Facts.ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        factsByNode = IndexBy(Facts, fact => NodesNamedBy(fact).Distinct());
        conflictsByFact = IndexBy(Conflicts, conflict => conflict.Facts);
        this.dataHash = new Lazy<string>(() => dataHash ?? FactSetHash.Of(this));
    }

    /// <summary>The vocabulary.</summary>
    public OntologyModel Ontology { get; }

    /// <summary>Nodes by id.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>Sources by id.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>Facts by id.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>Conflicts by id.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; }

    /// <summary>The version of the data: <c>sha256:</c> and the hash over ontology, nodes, sources, facts and conflicts.</summary>
    public string DataHash => dataHash.Value;

    /// <summary>The node with an id, or null.</summary>
    public Node? FindNode(string id) => nodesById.GetValueOrDefault(id);

    /// <summary>Ids of the countries that a node belongs to, and its own where it is one.</summary>
    internal IEnumerable<string> CountriesOf(Node node) =>
        Ontology.IsA(node.Type, OntologyModel.CountryType) ? node.Countries.Prepend(node.Id) : node.Countries;

    /// <summary>The source with an id, or null.</summary>
    public Source? FindSource(string id) => sourcesById.GetValueOrDefault(id);

    /// <summary>The fact with an id, or null.</summary>
    public Fact? FindFact(string id) => factsById.GetValueOrDefault(id);

    /// <summary>Facts that name a node as subject, object, role or claimant, by id; empty if none.</summary>
    public IEnumerable<Fact> FactsNaming(string nodeId) => factsByNode.GetValueOrDefault(nodeId, []);

    /// <summary>Conflicts that a fact takes part in, by id; empty if none.</summary>
    public IEnumerable<Conflict> ConflictsOf(string factId) => conflictsByFact.GetValueOrDefault(factId, []);

    /// <summary>
    /// The day, month or year for which a fact is vouched for: its own, else, for a curator's edge, the day it was entered, else the
    /// latest date among its sources; the day it was entered where none is dated.
    /// </summary>
    public PartialDate AttestationOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.AttestedOn ?? (fact.IsCurator ? null : LatestSourceDate(fact)) ?? fact.EnteredOn;
    }

    /// <summary>
    /// The days on which a fact holds. A value that is a date is the start of a state, or the day of an event; a fact with any other
    /// value is undated, since its dates are the value's period.
    /// </summary>
    public Validity ValidityOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var (from, to) = fact.Value is { } value ? (value.Date, null) : (fact.ValidFrom, fact.ValidTo);
        return Validity.Of(Ontology.EdgeTypes[fact.Type].Persistence, from, to, AttestationOf(fact));
    }

    /// <summary>Ids of all nodes a fact names: subject, object, role fillers, claimant.</summary>
    public static IEnumerable<string> NodesNamedBy(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        IEnumerable<string?> ends = [fact.Subject, fact.Object, fact.AttributedTo];
        return ends.OfType<string>().Concat(fact.Roles.Values.SelectMany(nodes => nodes));
    }

    private static Dictionary<string, List<T>> IndexBy<T>(IReadOnlyList<T> items, Func<T, IEnumerable<string>> keys)
        where T : class
    {
        var index = new Dictionary<string, List<T>>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            foreach (var key in keys(item))
            {
                if (!index.TryGetValue(key, out var list))
                {
                    index.Add(key, list = []);
                }

                list.Add(item);
            }
        }

        return index;
    }

    private PartialDate? LatestSourceDate(Fact fact)
    {
        PartialDate? latest = null;
        foreach (var evidence in fact.Evidence)
        {
            if (FindSource(evidence.Source)?.Date is { } date && (latest is not { } before || date.Latest > before.Latest))
            {
                latest = date;
            }
        }

        return latest;
    }
}
