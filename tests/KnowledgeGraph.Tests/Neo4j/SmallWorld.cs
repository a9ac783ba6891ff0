using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>A small ontology and facts that use every property, with random ones beside them.</summary>
internal static class SmallWorld
{
    private static readonly string[] Units = ["usd", "fraction", "word", "date"];

    public static OntologyModel Ontology { get; } = new(
        [
            new NodeType("Thing", true, [], null, "Anything."),
            new NodeType("Organization", false, ["Thing"], null, "A body."),
            new NodeType("Company", false, ["Organization"], "Company", "A firm."),
            new NodeType("Product", false, ["Thing"], null, "A thing made."),
        ],
        [
            Type("SUPPLIES_TO", Persistence.State, ["Thing"]),
            Type("OWNS", Persistence.State, ["Thing"]),
            Type("VISITED", Persistence.Event, ["Thing"]),
            Type("HAS_ATTRIBUTE", Persistence.State, []),
        ],
        [new Layer("supply", true, "Supply.")],
        [new Role("product", ["Product"], "What."), new Role("channel", [], "How.")],
        [
            new Unit("usd", "USD", UnitKind.Number), new Unit("fraction", "%", UnitKind.Number),
            new Unit("word", "word", UnitKind.Text), new Unit("date", "date", UnitKind.Date),
        ],
        [new IdentifierScheme("unp", "УНП", ChecksumKind.Unp)]);

    public static FactSet Set(IEnumerable<Node> nodes, IEnumerable<Fact> facts, params Conflict[] conflicts) => new(
        Ontology,
        nodes,
        [
            new Source { Id = "s1", Title = "A study", Kind = "study", Date = PartialDate.Parse("2025-08"), ShortName = "D1", Url = "https://example.org" },
            new Source { Id = "s2", Title = "Curators", Kind = "curation" },
        ],
        facts,
        conflicts);

    /// <summary>Integral supplies the Iskander and has a legal form; Minsk owns Integral.</summary>
    public static FactSet Seed() => Set(
        [
            Node("integral", "Company", "Integral") with
            {
                ShortName = "Integral",
                Names = [new NodeName("Iнтэграл", NameKind.Native, "be"), new NodeName("Minsk chips", NameKind.Alias, null, true)],
                Countries = ["minsk"],
                Identifiers = [new Identifier("unp", "100386629"), new Identifier("unp", "1", true)],
                Note = "a \"note\"\nof two lines",
            },
            Node("iskander", "Product", "Iskander missile"),
            Node("minsk", "Organization", "Government"),
        ],
        [
            Fact("f1", "integral", "SUPPLIES_TO", "iskander") with
            {
                Roles = new Dictionary<string, IReadOnlyList<string>> { ["product"] = ["iskander", "minsk"], ["channel"] = ["minsk"] },
                ValidFrom = PartialDate.Parse("2024"),
                ValidTo = PartialDate.Parse("2025-07-31"),
                AttestedOn = PartialDate.Parse("2025-02"),
                AttributedTo = "minsk",
                Doubts = ["one", "two"],
                Note = "key supplier",
                CheckedBy = "somebody",
                CheckedOn = PartialDate.Parse("2026-11-22"),
            },
            Fact("f2", "integral", "HAS_ATTRIBUTE", null) with
            {
                Value = new FactValue { Unit = "usd", Minimum = 1_700_000_000m, Maximum = 1_700_000_000m, IsApproximate = true, PeriodFrom = PartialDate.Parse("2023"), PeriodTo = PartialDate.Parse("2023") },
            },
            Fact("f3", "minsk", "OWNS", "integral") with { Confidence = 1, IsCurator = true, Evidence = [new Evidence("s2", "p1"), new Evidence("s1", "p2")] },
            Fact("f4", "minsk", "OWNS", "integral") with { IsDenied = true, Status = FactStatus.Forecast, AttributedToAuthorOf = "s1" },
        ],
        new Conflict("c1", ["f3", "f4"], "they differ"));

    public static Node Node(string id, string type, string name) => new() { Id = id, Type = type, Name = name };

    public static Fact Fact(string id, string subject, string type, string? target) => new()
    {
        Id = id,
        Subject = subject,
        Type = type,
        Object = target,
        Status = FactStatus.Reported,
        Confidence = 0.72,
        ConfidenceReason = "specific",
        Evidence = [new Evidence("s1", "line 29")],
        Statement = $"{subject} {type} {target}.",
        EnteredBy = "curators",
        EnteredOn = PartialDate.Parse("2026-11-22"),
    };

    /// <summary>Random facts among random nodes, the same for the same seed.</summary>
    public static FactSet Random(int seed, int nodeCount, int factCount)
    {
        var random = new Random(seed);
        var nodes = Enumerable.Range(0, nodeCount).Select(i => RandomNode(random, $"n{i}")).ToList();
        var facts = Enumerable.Range(0, factCount).Select(i => RandomFact(random, $"f{i}", nodeCount)).ToList();
        return Set(nodes, facts);
    }

    /// <summary>The same without roles, which in <see cref="Random"/> may name nodes of a type not allowed there: a graph file refuses those.</summary>
    public static FactSet WithoutRoles(FactSet set) => Set(set.Nodes, set.Facts.Select(fact => fact with { Roles = KnowledgeGraph.Facts.Fact.NoRoles }));

    private static Node RandomNode(Random random, string id) => Node(id, Pick(random, "Company", "Product", "Organization"), Text(random)) with
    {
        Names = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new NodeName(
            Text(random), (NameKind)random.Next(5), random.Next(2) == 0 ? null : "ru", random.Next(2) == 0))],
        Identifiers = random.Next(2) == 0 ? [] : [new Identifier("unp", Text(random), random.Next(2) == 0)],
        Note = random.Next(2) == 0 ? null : Text(random),
    };

    private static Fact RandomFact(Random random, string id, int nodeCount)
    {
        var type = Pick(random, "SUPPLIES_TO", "OWNS", "VISITED", "HAS_ATTRIBUTE");
        var target = type == "HAS_ATTRIBUTE" ? null : $"n{random.Next(nodeCount)}";
        return Fact(id, $"n{random.Next(nodeCount)}", type, target) with
        {
            Confidence = random.Next(10001) / 10000.0,
            ValidFrom = random.Next(2) == 0 ? null : Date(random),
            ValidTo = random.Next(2) == 0 ? null : Date(random),
            AttestedOn = random.Next(2) == 0 ? null : Date(random),
            Status = (FactStatus)random.Next(5),
            IsDenied = random.Next(5) == 0,
            Statement = Text(random),
            Doubts = random.Next(2) == 0 ? [] : [Text(random)],
            Value = target is null || random.Next(3) == 0 ? Value(random) : null,
            Roles = random.Next(2) == 0 ? KnowledgeGraph.Facts.Fact.NoRoles
                : new Dictionary<string, IReadOnlyList<string>> { ["product"] = [$"n{random.Next(nodeCount)}"] },
        };
    }

    private static FactValue Value(Random random)
    {
        var unit = Pick(random, Units);
        decimal? minimum = unit is "word" or "date" ? null : Number(random);
        var maximum = Pick(random, minimum, null, minimum + 1);
        return new FactValue
        {
            Unit = unit,
            Minimum = minimum,
            Maximum = maximum,
            IsMinimumExclusive = minimum != maximum && random.Next(2) == 0,
            Text = unit == "word" ? Text(random) : null,
            Date = unit == "date" ? Date(random) : null,
            IsApproximate = random.Next(2) == 0,
            PeriodFrom = random.Next(2) == 0 ? null : Date(random),
        };
    }

    private static decimal Number(Random random) => Pick(
        random, random.Next(), random.Next() / 1000m, 0.1m, decimal.MaxValue - 1, -79228162514264337593543950335m, 0.0000000000000000000000000001m, 1234567890123456789.01m);

    private static PartialDate Date(Random random) =>
        Pick(random, new PartialDate(random.Next(1, 9999)), new PartialDate(2020, random.Next(1, 13)), new PartialDate(2024, 2, random.Next(1, 30)));

    private static string Text(Random random) => string.Concat(
        Enumerable.Range(0, random.Next(1, 8)).Select(_ => Pick(random, "a", "Ж", "Ё", " ", "\"", "'", "\\", "\n", "😀", "`", "{", "中", "$x", "é")));

    private static T Pick<T>(Random random, params T[] of) => of[random.Next(of.Length)];

    private static EdgeType Type(string name, Persistence persistence, string[] objects) => new()
    {
        Name = name,
        Layer = "supply",
        Persistence = persistence,
        SubjectTypes = ["Thing"],
        ObjectTypes = objects,
        Roles = ["product", "channel"],
        ValueUnits = Units,
        Forward = new Phrase("to"),
        Reverse = new Phrase("from"),
        Description = "A test type.",
    };
}
