using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Tests.Support;

/// <summary>What a graph holds of all that searches trip over.</summary>
internal static class GraphFeatures
{
    private static readonly (string Name, Func<FactSet, bool> IsIn)[] All =
    [
        ("parallel edges", set => Positive(set).GroupBy(fact => (fact.Subject, fact.Object)).Any(group => group.Count() > 1)),
        ("facts either way", set => Positive(set).Any(a => Positive(set).Any(b => a.Subject != a.Object && a.Subject == b.Object && a.Object == b.Subject))),
        ("self-loops", set => Positive(set).Any(fact => fact.Subject == fact.Object)),
        ("cycles", set => set.Nodes.Any(node => IsOnCycle(set, node.Id))),
        ("years", set => Dates(set).Any(date => date.ToString().Length == 4)),
        ("months", set => Dates(set).Any(date => date.ToString().Length == 7)),
        ("days", set => Dates(set).Any(date => date.ToString().Length == 10)),
        ("denied facts", set => set.Facts.Any(fact => fact.IsDenied)),
        ("curators' edges", set => set.Facts.Any(fact => fact.IsCurator)),
        ("forecasts", set => set.Facts.Any(fact => fact.Status == FactStatus.Forecast)),
        ("symmetric edges", set => Positive(set).Any(fact => TypeOf(set, fact).IsSymmetric)),
        ("events", set => Positive(set).Any(fact => TypeOf(set, fact).Persistence == Persistence.Event)),
        ("nodes of two parent types", set => set.Nodes.Any(node => node.Type == "StateCompany")),
        ("several products", set => set.Facts.Any(fact => fact.RoleFillers("product").Count > 1)),
        ("unstated products", set => set.Facts.Any(fact => TypeOf(set, fact).ProductPlace == ProductPlace.Role && fact.RoleFillers("product").Count == 0)),
        ("declared components", set => Positive(set).Any(fact => TypeOf(set, fact).DeclaresComponent)),
        ("equal confidences", set => Positive(set).GroupBy(fact => fact.Confidence).Any(group => group.Count() > 1)),
        ("countries", set => set.Nodes.Any(node => node.Countries.Count > 0)),
        ("several sources", set => set.Facts.Any(fact => fact.Evidence.Count > 1)),
        ("channels", set => set.Facts.Any(fact => fact.RoleFillers("channel").Count > 0)),
        ("conflicts", set => set.Conflicts.Count > 0),
    ];

    internal static IEnumerable<string> Names => All.Select(feature => feature.Name);

    internal static HashSet<string> Of(FactSet set) => [.. All.Where(feature => feature.IsIn(set)).Select(feature => feature.Name)];

    private static IEnumerable<Fact> Positive(FactSet set) => set.Facts.Where(fact => !fact.IsDenied);

    private static EdgeType TypeOf(FactSet set, Fact fact) => set.Ontology.EdgeTypes[fact.Type];

    private static IEnumerable<PartialDate> Dates(FactSet set) => set.Facts.Select(fact => fact.ValidFrom).OfType<PartialDate>();

    /// <summary>Whether facts, self-loops aside, lead from a node back to it.</summary>
    private static bool IsOnCycle(FactSet set, string start)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var node))
        {
            foreach (var fact in Positive(set).Where(fact => fact.Subject == node && fact.Object != node && reached.Add(fact.Object!)))
            {
                open.Enqueue(fact.Object!);
            }
        }

        return reached.Contains(start);
    }
}
