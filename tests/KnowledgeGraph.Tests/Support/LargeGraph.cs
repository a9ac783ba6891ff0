using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Tests.Support;

/// <summary>Companies, products and random facts of supply, control and dependence between them. The same sizes give the same graph.</summary>
internal static class LargeGraph
{
    private static readonly string[] Types = ["SUPPLIES_TO", "SUPPLIES_TO", "SUPPLIES_COMPONENT_FOR", "CONTROLS", "DEPENDS_ON"];

    internal static EmbeddedGraph Of(int nodeCount, int factCount)
    {
        var random = new Random(1);
        var nodes = Enumerable.Range(0, nodeCount)
            .Select(i => new Node { Id = Name("n", i), Name = Name("Node ", i), Type = i % 10 == 0 ? "Product" : "Company" })
            .ToList();
        var facts = Enumerable.Range(0, factCount).Select(i => FactAt(i, nodeCount, random));
        return new EmbeddedGraph(new FactSet(SmallOntology.Model, nodes, GraphBuilder.Sources, facts, []));
    }

    private static Fact FactAt(int i, int nodeCount, Random random)
    {
        var type = Types[random.Next(Types.Length)];
        var fact = GraphBuilder.Blank(Name("f", i), Name("n", Company(random, nodeCount)), type, Name("n", Company(random, nodeCount)));
        return type.StartsWith("SUPPLIES", StringComparison.Ordinal) && random.Next(4) > 0
            ? fact with { Roles = GraphBuilder.Products(Name("n", random.Next(nodeCount / 10) * 10)) }
            : fact;
    }

    private static int Company(Random random, int nodeCount) => (random.Next(nodeCount / 10) * 10) + random.Next(1, 10);

    private static string Name(string prefix, int number) => prefix + number.ToString("D5", CultureInfo.InvariantCulture);
}
