using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>No node type is its own ancestor.</summary>
internal static class Inheritance
{
    public static void Check(OntologyDraft ontology, ProblemList problems)
    {
        var steps = ontology.NodeTypes
            .SelectMany(type => type.Item.Extends.Select((parent, i) => new Step<Placed<NodeType>>(type.Item.Name, parent, type, i)))
            .ToList();
        foreach (var circle in Circles<Placed<NodeType>>.In(steps))
        {
            var names = string.Join(" → ", circle.Select(step => step.From).Append(circle[0].From));
            var last = circle[^1];
            problems.Add(
                last.Item.Value.At("extends", last.Position.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                SeedCode.InheritanceCircle,
                $"node types extend each other in a circle: {names}");
        }
    }
}
