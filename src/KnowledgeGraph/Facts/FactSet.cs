using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Facts;

/// <summary>
/// All nodes, sources, facts and conflicts of a data set, sorted by id in ordinal order, immutable and safe to share between threads.
/// </summary>
public sealed class FactSet
{
    private readonly Catalog<Node> nodes;
    private readonly Catalog<Source> sources;
    private readonly Catalog<Fact> facts;
    private readonly Lazy<Catalog<Conflict>> conflicts;
    private readonly Lazy<Dictionary<string, List<Conflict>>> conflictsByFact;
    private readonly Func<string, IEnumerable<Fact>> factsNaming;
    private readonly Func<string, IEnumerable<int>>? nodesWith;
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
        this.nodes = new HeldCatalog<Node>(nodes, node => node.Id);
        this.sources = new HeldCatalog<Source>(sources, source => source.Id);
        this.facts = new HeldCatalog<Fact>(facts, fact => fact.Id);
        var held = new HeldCatalog<Conflict>(conflicts, conflict => conflict.Id);
        this.conflicts = new Lazy<Catalog<Conflict>>(held);
        conflictsByFact = new(() => IndexBy(Conflicts, conflict => conflict.Facts));
        var factsByNode = IndexBy(Facts, fact => NodesNamedBy(fact).Distinct());
        factsNaming = node => factsByNode.GetValueOrDefault(node, []);
        this.dataHash = new Lazy<string>(() => dataHash ?? FactSetHash.Of(this));
    }

    /// <summary>Items that are read when they are asked for.</summary>
    internal FactSet(
        OntologyModel ontology,
        Catalog<Node> nodes,
        Catalog<Source> sources,
        Catalog<Fact> facts,
        Catalog<Conflict> conflicts,
        Func<string, IEnumerable<Fact>> factsNaming,
        Func<string, IEnumerable<int>> nodesWith,
        string dataHash)
    {
        Ontology = ontology;
        (this.nodes, this.sources, this.facts, this.factsNaming, this.nodesWith) = (nodes, sources, facts, factsNaming, nodesWith);
        this.conflicts = new(() => new HeldCatalog<Conflict>(conflicts, conflict => conflict.Id));
        conflictsByFact = new(() => IndexBy(Conflicts, conflict => conflict.Facts));
        this.dataHash = new Lazy<string>(dataHash);
    }

    /// <summary>The vocabulary.</summary>
    public OntologyModel Ontology { get; }

    /// <summary>Nodes by id.</summary>
    public IReadOnlyList<Node> Nodes => nodes;

    /// <summary>Sources by id.</summary>
    public IReadOnlyList<Source> Sources => sources;

    /// <summary>Facts by id.</summary>
    public IReadOnlyList<Fact> Facts => facts;

    /// <summary>Conflicts by id.</summary>
    public IReadOnlyList<Conflict> Conflicts => conflicts.Value;

    /// <summary>The version of the data: <c>sha256:</c> and the hash over ontology, nodes, sources, facts and conflicts.</summary>
    public string DataHash => dataHash.Value;

    /// <summary>The node with an id, or null.</summary>
    public Node? FindNode(string id) => nodes.Find(id);

    /// <summary>The position of a node in <see cref="Nodes"/>, or -1.</summary>
    internal int NodeIndex(string id) => nodes.IndexOf(id);

    /// <summary>Facts, by id, all of one of some types among them, others only where telling them is no cheaper than reading them; all without types.</summary>
    /// <param name="types">Names of edge types.</param>
    /// <param name="goesOn">Asked before each fact is looked at.</param>
    internal IEnumerable<Fact> FactsOf(IEnumerable<string> types, Func<bool> goesOn) =>
        facts.Holding([.. types.Select(type => $"\"type\":\"{type}\"")], goesOn);

    /// <summary>The position of a fact in <see cref="Facts"/>, or -1.</summary>
    internal int FactIndex(string id) => facts.IndexOf(id);

    /// <summary>
    /// The nodes that may go by a name with a key, as <see cref="NameKey"/> says, each whole name compared: all where nothing tells
    /// better, by id.
    /// </summary>
    internal IEnumerable<Node> NodesGoingBy(string nameKey)
    {
        if (nodesWith is null)
        {
            return nodes;
        }

        var found = new List<Node>();
        foreach (var index in nodesWith(nameKey))
        {
            found.Add(nodes[index]);
        }

        return found;
    }

    /// <summary>Ids of the countries that a node belongs to, and its own where it is one.</summary>
    internal IEnumerable<string> CountriesOf(Node node) =>
        Ontology.IsA(node.Type, OntologyModel.CountryType) ? node.Countries.Prepend(node.Id) : node.Countries;

    /// <summary>The source with an id, or null.</summary>
    public Source? FindSource(string id) => sources.Find(id);

    /// <summary>The fact with an id, or null.</summary>
    public Fact? FindFact(string id) => facts.Find(id);

    /// <summary>Facts that name a node as subject, object, role or claimant, by id; empty if none.</summary>
    public IEnumerable<Fact> FactsNaming(string nodeId) => factsNaming(nodeId);

    /// <summary>Conflicts that a fact takes part in, by id; empty if none.</summary>
    public IEnumerable<Conflict> ConflictsOf(string factId) => conflictsByFact.Value.GetValueOrDefault(factId, []);

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
