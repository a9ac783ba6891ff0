using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Tests.Support;

/// <summary>A handful of types that show every rule: products in each place, both dependent ends, neither, symmetric, causal, events.</summary>
internal static class SmallOntology
{
    private static readonly string[] Anything = ["Thing"];
    private static readonly string[] Actors = ["Actor"];
    private static readonly string[] Goods = ["Good"];

    internal static OntologyModel Model { get; } = With(["Good"]);

    internal static OntologyModel With(IReadOnlyList<string> productTypes) => new(
        NodeTypes,
        EdgeTypes,
        [
            new("supply", true, "Who supplies whom."), new("control", true, "Who controls whom."),
            new("finance", true, "Who pays whom."), new("dependence", true, "Who depends on whom."),
            new("politics", false, "Who meets whom."), new("sanctions", false, "Who is listed."),
            new("causal", false, "What causes what.", IsCausal: true),
        ],
        [new("product", productTypes, "What is supplied."), new("channel", [], "Through what.")],
        [new("usd", "USD", UnitKind.Number), new("fraction", "%", UnitKind.Number)],
        [new("unp", "УНП", ChecksumKind.Unp)]);

    private static NodeType[] NodeTypes =>
    [
        Node("Thing", true), Node("Actor", true, "Thing"), Node("Good", true, "Thing"),
        Node("Company", false, "Actor"), Node("Country", false, "Actor"), Node("Government", false, "Actor"),
        Node("StateCompany", false, "Company", "Government"),
        Node("Product", false, "Good"), Node("Weapon", false, "Good"), Node("Condition", false, "Thing"),
    ];

    private static EdgeType[] EdgeTypes =>
    [
        Edge("SUPPLIES_TO", "supply", DependentEnd.Object, "supplies {product} to", "gets {product|something} from") with
        {
            SubjectTypes = Actors, ProductPlace = ProductPlace.Role, Roles = ["product", "channel"],
        },
        Edge("SUPPLIES_COMPONENT_FOR", "supply", DependentEnd.Object, "supplies {product} for", "needs {product|an unstated component} from") with
        {
            SubjectTypes = Actors, ProductPlace = ProductPlace.Role, Roles = ["product"], DeclaresComponent = true,
        },
        Edge("PRODUCES", "supply", DependentEnd.Object, "produces", "is produced by") with
        {
            SubjectTypes = Actors, ObjectTypes = Goods, ProductPlace = ProductPlace.Object,
        },
        Edge("COMPONENT_OF", "supply", DependentEnd.Object, "is built into", "contains") with
        {
            SubjectTypes = Goods, ObjectTypes = Goods, ProductPlace = ProductPlace.Subject, DeclaresComponent = true,
        },
        Edge("FOUND_IN", "supply", DependentEnd.None, "was found in", "held"),
        Edge("SUBSTITUTE_FOR", "supply", DependentEnd.None, "can replace", "can be replaced by") with { IsSymmetric = true, DeclaresSubstitute = true },
        Edge("CONTROLS", "control", DependentEnd.Object, "controls", "is controlled by"),
        Edge("GOVERNS", "control", DependentEnd.Object, "governs", "is governed by"),
        Edge("FOUNDED", "control", DependentEnd.Object, "founded", "was founded by") with { Persistence = Persistence.Event },
        Edge("SUBSIDIARY_OF", "control", DependentEnd.Subject, "is a subsidiary of", "has the subsidiary"),
        Edge("EARNS_FROM", "finance", DependentEnd.Subject, "earns {value} from", "pays {value} to") with { ValueUnits = ["usd"] },
        Edge("DEPENDS_ON", "dependence", DependentEnd.Subject, "depends on", "is needed by"),
        Edge("ALLIED_WITH", "dependence", DependentEnd.Subject, "is allied with", "is allied with") with { IsSymmetric = true },
        Edge("COOPERATES_WITH", "politics", DependentEnd.None, "cooperates with", "cooperates with") with { IsSymmetric = true },
        Edge("PROVIDES_SUPPORT", "politics", DependentEnd.Object, "supports", "is supported by"),
        Edge("VISITED", "politics", DependentEnd.None, "visited", "was visited by") with { Persistence = Persistence.Event },
        Edge("LISTED_UNDER", "sanctions", DependentEnd.None, "is listed under", "lists") with { Persistence = Persistence.Event },
        Edge("CAUSES", "causal", DependentEnd.Object, "causes", "is caused by"),
        Edge("MITIGATES", "causal", DependentEnd.None, "mitigates", "is mitigated by"),
        Edge("PRECEDES", "causal", DependentEnd.None, "precedes", "follows") with { Persistence = Persistence.Event },
    ];

    private static NodeType Node(string name, bool isAbstract, params string[] parents) => new(name, isAbstract, parents, null, "For tests.");

    private static EdgeType Edge(string name, string layer, DependentEnd dependent, string forward, string reverse) => new()
    {
        Name = name,
        Layer = layer,
        Persistence = Persistence.State,
        DependentEnd = dependent,
        SubjectTypes = Anything,
        ObjectTypes = Anything,
        Forward = new Phrase(forward),
        Reverse = new Phrase(reverse),
        Description = "For tests.",
    };
}
