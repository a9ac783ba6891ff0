using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed;

/// <summary>Reads what an overlay takes away: nodes, facts, and every fact from one node to another.</summary>
internal sealed class RemovalReader
{
    private readonly FactSet set;
    private readonly ProblemList problems;

    private RemovalReader(FactSet set, ProblemList problems) => (this.set, this.problems) = (set, problems);

    /// <summary>The removals; none where the object is not there.</summary>
    public static Overlay Read(StrictObject? remove, FactSet set, ProblemList problems)
    {
        if (remove is null)
        {
            return new Overlay();
        }

        var reader = new RemovalReader(set, problems);
        var (nodes, facts) = (remove.Texts("nodes"), remove.Texts("facts"));
        RequireEach(remove.Value.Find("nodes"), reader.RequireNode);
        RequireEach(remove.Value.Find("facts"), reader.RequireFact);
        var edges = remove.Objects("edges").SelectMany(reader.FactsOf).ToList();
        remove.Finish();
        return new Overlay { RemovedNodes = [.. nodes.Distinct()], RemovedFacts = [.. facts.Concat(edges).Distinct()] };
    }

    /// <summary>Ids of the facts from subject to object, either way where the type is symmetric; of one type if it is named.</summary>
    private List<string> FactsOf(StrictObject edge)
    {
        var before = problems.Count;
        var (subject, type, @object) = (edge.Text("subject"), edge.OptionalText("type"), edge.Text("object"));
        RequireNode(edge.Value.Find("subject"));
        RequireNode(edge.Value.Find("object"));
        RequireType(edge.Value.Find("type"));
        edge.Finish();
        var found = set.FactsNaming(subject)
            .Where(fact => type is null || fact.Type == type)
            .Where(fact => (fact.Subject, fact.Object) == (subject, @object) || (IsSymmetric(fact) && (fact.Object, fact.Subject) == (subject, @object)))
            .Select(fact => fact.Id)
            .ToList();
        if (found.Count == 0 && problems.Count == before)
        {
            problems.Add(edge.Value.Place, SeedCode.DanglingFact, $"no fact {(type is null ? "" : $"of type {type} ")}leads from {subject} to {@object}; kg show NODE lists facts");
        }

        return found;
    }

    private bool IsSymmetric(Fact fact) => set.Ontology.EdgeTypes[fact.Type].IsSymmetric;

    private static void RequireEach(SeedValue? list, Action<SeedValue?> require) => list?.Items.ForEach(require);

    private void RequireNode(SeedValue? id) => Require(
        id, set.FindNode, SeedCode.DanglingNode, "node", "does not exist", () => [.. set.Nodes.Select(node => node.Id)]);

    private void RequireFact(SeedValue? id) => Require(
        id, set.FindFact, SeedCode.DanglingFact, "fact", "does not exist", () => [.. set.Facts.Select(fact => fact.Id)]);

    private void RequireType(SeedValue? name) => Require(
        name, set.Ontology.EdgeTypes.GetValueOrDefault, SeedCode.UnknownEdgeType, "predicate", "is not in the ontology", () => [.. set.Ontology.EdgeTypes.Keys]);

    private void Require(SeedValue? value, Func<string, object?> find, string code, string what, string lacks, Func<List<string>> known)
    {
        if (value is { Kind: SeedKind.Text } && !string.IsNullOrWhiteSpace(value.Text) && find(value.Text) is null)
        {
            problems.Add(value.Place, code, $"{what} {ProblemList.Quote(value.Text)} {lacks}{problems.DidYouMean(value.Text, known())}");
        }
    }
}
