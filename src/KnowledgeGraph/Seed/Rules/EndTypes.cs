using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>Subject, object and role fillers are of types that the edge type and the role allow.</summary>
internal sealed class EndTypes
{
    private readonly SeedDraft draft;
    private readonly OntologyModel ontology;
    private readonly ProblemList problems;

    private EndTypes(SeedDraft draft, OntologyModel ontology, ProblemList problems) =>
        (this.draft, this.ontology, this.problems) = (draft, ontology, problems);

    public static void Check(SeedDraft draft, OntologyModel ontology, ProblemList problems)
    {
        var ends = new EndTypes(draft, ontology, problems);
        foreach (var fact in draft.Facts)
        {
            if (ontology.EdgeTypes.TryGetValue(fact.Item.Type, out var type))
            {
                ends.CheckEnd(fact.Value.Find("subject"), type.SubjectTypes, $"the subject of {type.Name}");
                ends.CheckEnd(fact.Value.Find("object"), type.ObjectTypes, $"the object of {type.Name}");
            }

            ends.CheckRoles(fact);
        }
    }

    private void CheckRoles(Placed<Fact> fact)
    {
        foreach (var filled in fact.Value.Find("roles")?.Properties ?? [])
        {
            if (ontology.Roles.TryGetValue(filled.Name, out var role))
            {
                foreach (var node in filled.Value.Items)
                {
                    CheckEnd(node, role.NodeTypes, $"the role {role.Name}");
                }
            }
        }
    }

    private void CheckEnd(SeedValue? id, IReadOnlyList<string> allowed, string what)
    {
        if (id is not { Kind: SeedKind.Text } || allowed.Count == 0
            || !draft.NodesById.TryGetValue(id.Text, out var node)
            || !ontology.NodeTypes.TryGetValue(node.Item.Type, out var found) || found.IsAbstract)
        {
            return;
        }

        var type = node.Item.Type;
        if (!allowed.Any(ancestor => ontology.IsA(type, ancestor)))
        {
            problems.Add(
                id.Place,
                SeedCode.WrongNodeType,
                $"{ProblemList.Quote(id.Text)} is of type {type}; {what} must be {ProblemList.Or(allowed)}");
        }
    }
}
