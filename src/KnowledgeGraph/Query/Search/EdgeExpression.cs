using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Query.Search;

/// <summary>
/// Which edge types the hops of a path have, one after the other: <c>SUPPLIES_COMPONENT_FOR . CONTROLS+ | OWNS*</c>. A type names a hop,
/// <c>_</c> any hop that is followed; <c>.</c> joins, <c>|</c> chooses and binds least, <c>?</c>, <c>*</c> and <c>+</c> repeat what
/// stands before them, parentheses group. The whole path must fit.
/// </summary>
/// <remarks>
/// Hops run with the dependence only: a path with a hop against it would show no dependence. As Glushkov's construction has it, an
/// expression is the set of its named places: those that may come first and last, and those that may follow each.
/// </remarks>
internal sealed class EdgeExpression
{
    /// <summary>The word for any hop.</summary>
    internal const string Any = "_";

    private readonly IReadOnlyList<string> names;

    /// <param name="names">The types by place; <see cref="Any"/> for any.</param>
    /// <param name="follow">The places that may follow each place.</param>
    /// <param name="whole">Where the expression begins and ends.</param>
    internal EdgeExpression(IReadOnlyList<string> names, ulong[] follow, Fragment whole)
    {
        (this.names, Follow) = (names, follow);
        (IsNullable, First, Last) = whole;
    }

    /// <summary>Whether a path without hops fits.</summary>
    internal bool IsNullable { get; }

    /// <summary>The places that may come first.</summary>
    internal ulong First { get; }

    /// <summary>The places that may come last.</summary>
    internal ulong Last { get; }

    /// <summary>For each place the places that may follow it.</summary>
    internal ulong[] Follow { get; }

    /// <summary>The types named, in ordinal order.</summary>
    internal IReadOnlyList<string> Types => [.. names.Where(name => name != Any).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The places that a hop of a type may take.</summary>
    internal ulong PositionsOf(string type)
    {
        var places = 0UL;
        for (var place = 0; place < names.Count; place++)
        {
            places |= names[place] == type || names[place] == Any ? 1UL << place : 0;
        }

        return places;
    }

    /// <summary>
    /// The filter with the expression's types named. Where the filter says neither layers nor types, <see cref="Any"/> means the causal
    /// layers if the expression names a causal type, else the dependency layers.
    /// </summary>
    internal GraphFilter Widen(GraphFilter filter, OntologyModel ontology)
    {
        var isOpen = filter.Layers.Count == 0 && filter.Types.Count == 0;
        var types = filter.Types.Union(Types, StringComparer.Ordinal).ToList();
        if (!isOpen || !names.Contains(Any))
        {
            return filter with { Types = types };
        }

        var isCausal = Types.Any(type => ontology.Layers[ontology.EdgeTypes[type].Layer].IsCausal);
        var layers = ontology.Layers.Values.Where(layer => isCausal ? layer.IsCausal : layer.IsDependency);
        return filter with { Types = types, Layers = [.. layers.Select(layer => layer.Name)] };
    }

    /// <summary>A part of an expression.</summary>
    /// <param name="IsNullable">Whether no hop fits it.</param>
    /// <param name="First">The places that may come first.</param>
    /// <param name="Last">The places that may come last.</param>
    internal readonly record struct Fragment(bool IsNullable, ulong First, ulong Last);
}
