using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Query.Search;

/// <summary>What nodes need, and what each need can be met by, read from the facts that pass a filter when they are asked for.</summary>
/// <param name="search">What may be followed.</param>
internal sealed class NeedTree(DependencySearch search)
{
    private readonly Dictionary<int, IReadOnlyList<Need>> needsOf = [];
    private readonly SortedSet<int> leftOut = [];

    /// <summary>How many facts name a supplier but no product, and were left out because that was not allowed.</summary>
    internal int LeftOut => leftOut.Count;

    private EdgeColumns Edges => search.Graph.Edges;

    /// <summary>What a node needs: itself to be made, then its components by id, then unstated ones by supplier.</summary>
    internal IReadOnlyList<Need> NeedsOf(int whole)
    {
        if (!needsOf.TryGetValue(whole, out var needs))
        {
            needsOf.Add(whole, needs = [.. FindNeeds(whole)]);
        }

        return needs;
    }

    /// <summary>What a node needs, and what its components and their substitutes need, level by level, each once, the level from 1.</summary>
    internal List<(int Level, Need Need)> AllOf(int target)
    {
        var all = new List<(int Level, Need Need)>();
        var seen = new HashSet<int> { target };
        for (List<int> wholes = [target], next = []; wholes.Count > 0; (wholes, next) = (next, new List<int>()))
        {
            var level = all.Count == 0 ? 1 : all[^1].Level + 1;
            foreach (var need in wholes.Order().SelectMany(whole => NeedsOf(whole).Where(need => whole == target || need.Product != whole)))
            {
                all.Add((level, need));
                next.AddRange(need.Options.Select(option => option.Product).Where(product => product >= 0 && seen.Add(product)));
            }
        }

        return all;
    }

    private IEnumerable<Need> FindNeeds(int whole)
    {
        var supplies = SuppliesOf(whole).ToList();
        foreach (var product in supplies.Where(edge => Edges.Product[edge] >= 0).GroupBy(edge => Edges.Product[edge]).OrderBy(group => group.Key != whole).ThenBy(group => group.Key))
        {
            var links = product.Where(edge => product.Key != whole && Edges.To[edge] == product.Key).ToList();
            var makers = links.Count > 0 ? SuppliesOf(product.Key).Where(edge => Edges.Product[edge] == product.Key) : [];
            var own = new Option(product.Key, Facts(links), Suppliers(product.Except(links).Concat(makers)));
            yield return new Need(whole, product.Key, product.Key == whole ? [own] : [own, .. Instead(product.Key, supplies)]);
        }

        foreach (var supplier in supplies.Where(edge => Edges.Product[edge] < 0 && IsUnstatedAllowed(edge)).GroupBy(edge => Edges.To[edge]).OrderBy(group => group.Key))
        {
            yield return new Need(whole, EdgeColumns.NoProduct, [new Option(EdgeColumns.NoProduct, [], Suppliers(supplier))]);
        }
    }

    /// <summary>What can stand in for a component, by id.</summary>
    private IEnumerable<Option> Instead(int product, List<int> supplies)
    {
        foreach (var substitute in SubstitutesOf(product).GroupBy(edge => Edges.From[edge], edge => Edges.Fact[edge]).OrderBy(group => group.Key))
        {
            var makers = SuppliesOf(substitute.Key).Where(edge => Edges.Product[edge] == substitute.Key);
            var direct = supplies.Where(edge => Edges.Product[edge] == substitute.Key && Edges.To[edge] != substitute.Key);
            yield return new Option(substitute.Key, [.. substitute.Distinct().Order()], Suppliers(direct.Concat(makers)));
        }
    }

    private IEnumerable<int> SubstitutesOf(int product) => search.Graph.Dependents.Edges(product).ToArray().Where(edge =>
        search.Graph.TypeOf(edge).DeclaresSubstitute && search.Mask.Passes(edge) && Edges.From[edge] != product
        && !search.Mask.Avoids(Edges.From[edge]) && !search.Mask.Avoids(product));

    private IEnumerable<int> SuppliesOf(int node) => search.Graph.Dependencies.Edges(node).ToArray().Where(edge =>
        search.Graph.TypeOf(edge).ProductPlace != ProductPlace.None && search.Mask.Admits(edge) && Edges.To[edge] != node);

    private bool IsUnstatedAllowed(int edge)
    {
        var isAllowed = search.Graph.TypeOf(edge).DeclaresComponent || search.Filter.Products != ProductRule.Consistent;
        if (!isAllowed)
        {
            leftOut.Add(Edges.Fact[edge]);
        }

        return isAllowed;
    }

    private SortedDictionary<int, List<int>> Suppliers(IEnumerable<int> edges) =>
        new(edges.GroupBy(edge => Edges.To[edge]).ToDictionary(group => group.Key, Facts));

    private List<int> Facts(IEnumerable<int> edges) => [.. edges.Select(edge => Edges.Fact[edge]).Distinct().Order()];

    /// <param name="Whole">Node index of what needs.</param>
    /// <param name="Product">Node index of what it needs, <paramref name="Whole"/> itself where it needs a maker, or <see cref="EdgeColumns.NoProduct"/>.</param>
    /// <param name="Options">What meets the need, itself first.</param>
    internal sealed record Need(int Whole, int Product, IReadOnlyList<Option> Options);

    /// <param name="Product">Node index of what is supplied.</param>
    /// <param name="Facts">The facts, by position, that make it a part, or a substitute; empty where its suppliers' do.</param>
    /// <param name="Suppliers">Who supplies it, with the facts that say so.</param>
    internal sealed record Option(int Product, IReadOnlyList<int> Facts, SortedDictionary<int, List<int>> Suppliers);
}
