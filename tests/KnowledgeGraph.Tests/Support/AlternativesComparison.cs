using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>
/// Losses against an oracle that takes suppliers away, set by set, and watches what fails until nothing more does; every difference as a line.
/// </summary>
internal sealed class AlternativesComparison
{
    private readonly FactSet set;
    private readonly AlternativesQuestion question;
    private readonly List<(string Whole, string Supplier, string? Product)> supplies;
    private readonly List<(string Product, string Substitute)> substitutes;

    private AlternativesComparison(FactSet set, AlternativesQuestion question)
    {
        (this.set, this.question) = (set, question);
        var oracle = new BruteForce(set, question.Filter);
        supplies = [.. oracle.Hops
            .Where(hop => hop.From != hop.To && TypeOf(hop.Fact).ProductPlace != ProductPlace.None)
            .SelectMany(hop => ProductsOf(hop.Fact).Select(product => (hop.From, hop.To, product, hop.Fact)))
            .Where(supply => supply.product is not null || question.Filter.Products != ProductRule.Consistent || TypeOf(supply.Fact).DeclaresComponent)
            .Select(supply => (supply.From, supply.To, supply.product))
            .Distinct()];
        substitutes = [.. set.Facts
            .Where(fact => TypeOf(fact).DeclaresSubstitute && oracle.Passes(fact) && fact.Subject != fact.Object && !oracle.IsAvoided(fact.Subject) && !oracle.IsAvoided(fact.Object!))
            .SelectMany(fact => new[] { (fact.Object!, fact.Subject), (fact.Subject, fact.Object!) })];
    }

    internal static List<string> Differences(FactSet set, AlternativesQuestion question, Answer<AlternativesResult> answer)
    {
        var oracle = new AlternativesComparison(set, question);
        var losses = oracle.Losses();
        var kept = losses.Take(question.Bounds.Limit).ToList();
        var isKnown = oracle.supplies.Exists(supply => supply.Whole == question.Target);
        var differences = new List<string>();
        PathComparison.Compare(differences, "losses", PathComparison.Lines(kept), PathComparison.Lines(answer.Result.Losses.Select(loss => loss.Suppliers)));
        PathComparison.Compare(differences, "stopped", kept.Count < losses.Count ? StopReason.Limit : StopReason.None, answer.Stopped);
        PathComparison.Compare(differences, "outcome", !isKnown ? Outcome.Undecided : kept.Count > 0 ? Outcome.Found : Outcome.None, answer.Outcome);
        PathComparison.Compare(
            differences,
            "what is missing",
            PathComparison.Lines(kept.Select(loss => oracle.Missing(loss))),
            PathComparison.Lines(answer.Result.Losses.Select(loss => loss.IsWithoutUnstated ? loss.Without.Append("?") : loss.Without)));
        return differences;
    }

    private EdgeType TypeOf(Fact fact) => set.Ontology.EdgeTypes[fact.Type];

    private string?[] ProductsOf(Fact fact) => new BruteProducts(set, question.Filter.Products, []).ProductsOf(fact);

    private List<List<string>> Losses()
    {
        var suppliers = supplies.ConvertAll(supply => supply.Supplier).Distinct().Order(StringComparer.Ordinal).ToList();
        var found = new List<List<string>>();
        for (var size = 1; size <= question.MaxSize; size++)
        {
            found.AddRange(Subsets(suppliers, size).Where(lost => !found.Exists(less => less.TrueForAll(lost.Contains)) && Missing(lost).Any()).ToList());
        }

        return found;
    }

    /// <summary>What the target lacks when suppliers are lost: itself, components by id, a question mark for unstated ones.</summary>
    private IEnumerable<string> Missing(List<string> lost)
    {
        var failing = new HashSet<string>();
        while (set.Nodes.Any(node => !failing.Contains(node.Id) && Lacks(node.Id, lost, failing).Any() && failing.Add(node.Id)))
        {
            // Until nothing more fails.
        }

        var makers = supplies.FindAll(supply => supply.Whole == question.Target && supply.Product == question.Target);
        var isUnmade = makers.Count > 0 && makers.TrueForAll(supply => lost.Contains(supply.Supplier));
        return [.. isUnmade ? new[] { question.Target } : [], .. Lacks(question.Target, lost, failing)];
    }

    private IEnumerable<string> Lacks(string whole, List<string> lost, HashSet<string> failing)
    {
        var own = supplies.FindAll(supply => supply.Whole == whole && supply.Product != whole);
        var components = own.Select(supply => supply.Product).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        foreach (var component in components)
        {
            var stands = substitutes.Where(pair => pair.Product == component).Select(pair => pair.Substitute).Distinct();
            var isPart = own.Contains((whole, component, component));
            if (IsGone(whole, component, isPart, lost, failing) && stands.All(other => IsGone(whole, other, isMade: true, lost, failing)))
            {
                yield return component;
            }
        }

        if (own.Exists(supply => supply.Product is null && lost.Contains(supply.Supplier)))
        {
            yield return "?";
        }
    }

    private bool IsGone(string whole, string product, bool isMade, List<string> lost, HashSet<string> failing)
    {
        var suppliers = supplies
            .Where(supply => supply.Product == product && supply.Supplier != product && (supply.Whole == whole || (isMade && supply.Whole == product)))
            .Select(supply => supply.Supplier)
            .ToList();
        return failing.Contains(product) || (suppliers.Count > 0 && suppliers.TrueForAll(lost.Contains));
    }

    private static IEnumerable<List<string>> Subsets(List<string> items, int size) => size == 0
        ? [[]]
        : Enumerable.Range(0, items.Count).SelectMany(i => Subsets(items[(i + 1)..], size - 1).Select(rest => (List<string>)[items[i], .. rest]));
}
