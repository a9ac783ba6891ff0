using System.Globalization;

namespace KnowledgeGraph.Benchmarks;

/// <summary>
/// Writes a graph as lines for <c>kg import</c>: companies, people and products in communities, joined by eight types of facts with
/// confidences and validity. Degrees follow a power law (exponent about 2.5), four facts in five stay within a community. The same size
/// gives the same bytes.
/// </summary>
public static class GraphGenerator
{
    private const ulong Seed = 20261128;
    private const int CommunityNodes = 1000;
    private const int LocalPercent = 80;

    /// <summary>Of ten nodes the first is a product, the next two are people, the rest companies.</summary>
    private const int Kinds = 10;
    private const int FirstPerson = 1;
    private const int FirstCompany = 3;

    private static readonly (string Type, NodeKind Subject, NodeKind Object, int Percent)[] Types =
    [
        ("SUPPLIES_TO", NodeKind.Company, NodeKind.Company, 25),
        ("OWNS", NodeKind.Company, NodeKind.Company, 15),
        ("SUBSIDIARY_OF", NodeKind.Company, NodeKind.Company, 10),
        ("CONTROLS", NodeKind.Company, NodeKind.Company, 10),
        ("PRODUCES", NodeKind.Company, NodeKind.Product, 10),
        ("DIRECTS", NodeKind.Person, NodeKind.Company, 15),
        ("PAID", NodeKind.Company, NodeKind.Company, 10),
        ("LINKED_TO", NodeKind.Person, NodeKind.Company, 5),
    ];

    private enum NodeKind
    {
        Product,
        Person,
        Company,
    }

    /// <summary>Writes sources, nodes and facts, one a line.</summary>
    public static void Write(TextWriter to, GraphSize size)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(size);
        to.NewLine = "\n";
        to.WriteLine("""{"id":"register","title":"A register","date":"2025-06","kind":"dataset"}""");
        for (var node = 0; node < size.Nodes; node++)
        {
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $$"""{"id":"{{IdOf(node)}}","type":"{{TypeOf(node)}}","name":"{{TypeOf(node)}} {{node}}"}"""));
        }

        var random = new SplitMix64(Seed);
        for (var fact = 0; fact < size.Facts; fact++)
        {
            WriteFact(to, fact, size, random);
        }
    }

    /// <summary>The id of a node.</summary>
    public static string IdOf(int node) => string.Create(CultureInfo.InvariantCulture, $"n{node:D8}");

    private static string TypeOf(int node) => (node % Kinds) switch
    {
        < FirstPerson => "Product",
        < FirstCompany => "Person",
        _ => "Company",
    };

    private static void WriteFact(TextWriter to, int fact, GraphSize size, SplitMix64 random)
    {
        var type = Pick(random);
        var subject = Node(type.Subject, Anywhere(size, random), size);
        var near = random.Percent(LocalPercent) ? (subject / CommunityNodes * CommunityNodes) + random.Below(CommunityNodes) : Anywhere(size, random);
        var @object = Node(type.Object, Math.Min(near, size.Nodes - 1), size);
        to.Write(string.Create(
            CultureInfo.InvariantCulture, $$"""{"id":"f{{fact:D9}}","subject":"{{IdOf(subject)}}","type":"{{type.Type}}","object":"{{IdOf(@object)}}","""));
        if (type.Type == "SUPPLIES_TO" && random.Percent(50))
        {
            to.Write($$$"""
                "roles":{"product":["{{{IdOf(Node(NodeKind.Product, Anywhere(size, random), size))}}}"]},
                """);
        }

        WriteValidity(to, random);
        var confidence = (50 + random.Below(50)) / 100m;
        to.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            "status":"reported","confidence":{{confidence:0.##}},"confidenceReason":"entry in a register","evidence":[{"source":"register","place":"entry {{fact}}"}],"statement":"An entry of the register joins the two.","enteredBy":"generator","enteredOn":"2026-01-01"}
            """));
    }

    private static void WriteValidity(TextWriter to, SplitMix64 random)
    {
        if (random.Percent(60))
        {
            var from = 2000 + random.Below(20);
            to.Write(string.Create(CultureInfo.InvariantCulture, $"\"validFrom\":\"{from}\","));
            if (random.Percent(30))
            {
                to.Write(string.Create(CultureInfo.InvariantCulture, $"\"validTo\":\"{from + 1 + random.Below(5)}\","));
            }
        }
    }

    private static (string Type, NodeKind Subject, NodeKind Object, int Percent) Pick(SplitMix64 random)
    {
        var (chance, type) = (random.Below(100), 0);
        for (; chance >= Types[type].Percent; type++)
        {
            chance -= Types[type].Percent;
        }

        return Types[type];
    }

    /// <summary>Nodes of low numbers are met often: the density falls with the power −2/3 of the number.</summary>
    private static int Anywhere(GraphSize size, SplitMix64 random)
    {
        var fraction = random.Fraction();
        var rank = (int)(size.Nodes * fraction * fraction * fraction);

        // Spread over the communities, so that each has its share of hubs.
        return (int)((long)rank * 7919 % size.Nodes);
    }

    /// <summary>A node of a kind near a node.</summary>
    private static int Node(NodeKind kind, int near, GraphSize size)
    {
        var first = Math.Min(near, size.Nodes - Kinds) / Kinds * Kinds;
        return kind switch
        {
            NodeKind.Product => first,
            NodeKind.Person => first + FirstPerson + (near % 2),
            _ => first + FirstCompany + (near % (Kinds - FirstCompany)),
        };
    }
}
