using System.Globalization;
using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>
/// A random graph that its ontology allows. The same seed gives the same graph; a prefix to every id lets many stand in one data set.
/// </summary>
internal sealed class RandomCase
{
    private static readonly double[] Confidences = [1, 0.95, 0.9, 0.85, 0.73, 0.6, 0.5, 0.3, 0.2];
    private static readonly string[] NodeTypes = ["Company", "Company", "Country", "Product", "Product", "Weapon", "Condition", "StateCompany"];
    private static readonly string[] SupplyTypes = ["SUPPLIES_TO", "SUPPLIES_TO", "SUPPLIES_COMPONENT_FOR", "PRODUCES", "COMPONENT_OF", "COMPONENT_OF", "CONTROLS"];

    private static readonly string[] NeedTypes =
        ["SUPPLIES_COMPONENT_FOR", "COMPONENT_OF", "COMPONENT_OF", "PRODUCES", "PRODUCES", "PRODUCES", "SUBSTITUTE_FOR", "SUPPLIES_TO"];

    /// <summary>Followed by most questions, whatever the ends: graphs of these hold many paths between the same nodes.</summary>
    private static readonly string[] DenseTypes = ["DEPENDS_ON", "DEPENDS_ON", "CONTROLS", "SUBSIDIARY_OF", "ALLIED_WITH", "SUPPLIES_TO"];

    private readonly Random random;
    private readonly string prefix;
    private readonly List<Node> nodes;
    private readonly bool isShortLived;
    private readonly double[] confidences;

    /// <param name="seed">The seed.</param>
    /// <param name="prefix">Stands before every id.</param>
    /// <param name="isOfNeeds">Whether facts say what is made of what, by whom, and what can stand in for it.</param>
    internal RandomCase(int seed, string prefix = "", bool isOfNeeds = false)
    {
        (random, this.prefix) = (new Random(seed), prefix);
        var isDense = Chance(30);
        nodes = [.. Enumerable.Range(0, isDense ? random.Next(4, 7) : random.Next(5, 10)).Select(i => NodeAt(i))];
        var types = random.Next(3) switch
        {
            _ when isDense => DenseTypes,
            0 => SupplyTypes,
            1 => ["CAUSES", "CAUSES", "MITIGATES", "PRECEDES", "CONTROLS"],
            _ => [.. SmallOntology.Model.EdgeTypes.Keys],
        };
        types = isOfNeeds ? NeedTypes : types;
        IsMostlyCausal = types[0] == "CAUSES";
        isShortLived = Chance(40);
        confidences = Chance(70) ? Confidences : [1, 0.9, 0.6];
        var facts = Enumerable.Range(0, isDense ? random.Next(14, 24) : random.Next(5, 26)).Select(i => FactAt(i, types)).OfType<Fact>().ToList();
        Set = new FactSet(SmallOntology.Model, nodes, GraphBuilder.Sources, facts, Chance(40) && facts.Count > 1 ? AnyConflicts(facts) : []);
    }

    /// <summary>How many cases a comparison tries; KG_DIFFERENTIAL_CASES sets it.</summary>
    internal static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable("KG_DIFFERENTIAL_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases)
            ? cases
            : 2_000;

    internal FactSet Set { get; }

    internal bool IsMostlyCausal { get; }

    /// <summary>Many graphs side by side, none tied to another.</summary>
    internal static FactSet Together(IReadOnlyCollection<RandomCase> cases) => new(
        SmallOntology.Model,
        cases.SelectMany(random => random.Set.Nodes),
        GraphBuilder.Sources,
        cases.SelectMany(random => random.Set.Facts),
        cases.SelectMany(random => random.Set.Conflicts));

    internal string AnyNode() => Pick(nodes).Id;

    /// <summary>A node that countries are looked up by; now and then it is one.</summary>
    internal string AnyCountry() => IdAt(random.Next(2));

    internal int Between(int least, int most) => random.Next(least, most + 1);

    internal bool Chance(int percent) => random.Next(100) < percent;

    /// <summary>The graph and a question as lines, to work a failing case out by hand.</summary>
    internal string Draw(object question)
    {
        var text = new StringBuilder();
        text.AppendJoin(' ', nodes.Select(node => $"{node.Id}:{node.Type}{string.Concat(node.Countries.Select(country => "@" + country))}")).AppendLine();
        foreach (var fact in Set.Facts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{fact.Id} {fact.Subject} -{fact.Type}-> {fact.Object} ({fact.Confidence}");
            text.Append(fact.Roles.Count == 0 ? "" : $", product {string.Join('+', fact.RoleFillers("product"))}");
            text.Append(CultureInfo.InvariantCulture, $", {fact.ValidFrom}..{fact.ValidTo} @{fact.AttestedOn} !{fact.EnteredOn} {fact.Status.ToText()}");
            text.Append(fact.IsDenied ? " DENIED" : "").Append(fact.IsCurator ? " curator" : "").Append(fact.Value is null ? "" : " value");
            text.Append(' ').AppendJoin('+', fact.Evidence.Select(evidence => evidence.Source)).AppendLine(")");
        }

        return text.Append(question switch
        {
            PathQuestion path => $"path {path.From} {path.To} {path.Mode} by {path.Order} k {path.K} max {path.MaxHops} limit {path.Bounds.Limit}"
                + $" via [{string.Join(',', path.Via)}] edges {path.Edges}{(path.IsOrderedInTime ? " in time order" : "")}{Draw(path.Filter)}",
            TierQuestion tier => $"{tier.Kind} {tier.Anchor} max {tier.MaxHops} limit {tier.Bounds.Limit}{Draw(tier.Filter)}",
            ChokepointsQuestion points => $"chokepoints {points.Target} max {points.MaxHops} limit {points.Bounds.Limit}{Draw(points.Filter)}",
            BridgesQuestion bridges => $"bridges {bridges.Anchor} max {bridges.MaxHops} limit {bridges.Bounds.Limit}{Draw(bridges.Filter)}",
            CutQuestion cut => $"cut {string.Join('+', cut.From)} {string.Join('+', cut.To)}{(cut.IsByHops ? " hops" : "")} k {cut.K} max {cut.MaxHops} limit {cut.Bounds.Limit}{Draw(cut.Filter)}",
            AlternativesQuestion needs => $"alternatives {needs.Target} up to {needs.MaxSize} limit {needs.Bounds.Limit}{Draw(needs.Filter)}",
            ConnectQuestion connect => $"connect {connect.From} {connect.To} k {connect.K} max {connect.MaxHops} limit {connect.Bounds.Limit}{Draw(connect.Filter)}",
            CommonQuestion common => $"common {string.Join(' ', common.Anchors)} max {common.MaxHops} limit {common.Bounds.Limit}{Draw(common.Filter)}",
            _ => question,
        }).ToString();
    }

    private static string Draw(GraphFilter filter) => string.Create(
        CultureInfo.InvariantCulture,
        $"""

         layers [{string.Join(',', filter.Layers)}] types [{string.Join(',', filter.Types)}] sources [{string.Join(',', filter.Sources)}] statuses [{string.Join(',', filter.Statuses)}]
         confidence {filter.MinConfidence} as of {filter.AsOf:yyyy-MM-dd}{(filter.CertainOnly ? " certain" : "")} curator {filter.IncludeCurator} products {filter.Products}
         avoid nodes [{string.Join(',', filter.AvoidNodes)}] facts [{string.Join(',', filter.AvoidFacts)}] types [{string.Join(',', filter.AvoidTypes)}] of types [{string.Join(',', filter.AvoidNodeTypes)}] channels [{string.Join(',', filter.Channels)}] countries [{string.Join(',', filter.AvoidCountries)}] known on {filter.KnownOn:yyyy-MM-dd}
         """);

    private Node NodeAt(int i)
    {
        var id = IdAt(i);
        return new Node { Id = id, Name = id, Type = Pick(NodeTypes), Countries = Chance(20) ? [AnyCountry()] : [] };
    }

    private string IdAt(int i) => $"{prefix}n{(char)('a' + i)}";

    /// <summary>Each of two facts that follow each other by id.</summary>
    private List<Conflict> AnyConflicts(List<Fact> facts) =>
        [.. Enumerable.Range(0, Between(1, 2)).Select(i => (Number: i, First: random.Next(facts.Count - 1))).Select(
            pair => new Conflict($"{prefix}c{pair.Number}", [facts[pair.First].Id, facts[pair.First + 1].Id], "They differ."))];

    private Fact? FactAt(int i, IReadOnlyList<string> types)
    {
        var type = SmallOntology.Model.EdgeTypes[Pick(types)];
        var (subject, @object) = (OneOf(type.SubjectTypes), OneOf(type.ObjectTypes));
        if (subject is null || @object is null)
        {
            return null;
        }

        var hasValue = type.ValueUnits.Count > 0 && Chance(50);
        PartialDate? from = Chance(isShortLived ? 60 : 40) ? AnyDate(2020, 2025) : null;
        var firstEnd = isShortLived ? from?.Earliest.Year ?? 2020 : 2025;
        return GraphBuilder.Blank($"{prefix}f{i:D2}", subject, type.Name, @object) with
        {
            Confidence = Pick(confidences),
            Roles = AnyRoles(type),
            Value = hasValue ? new FactValue { Unit = "usd", Minimum = 5, Maximum = 5 } : null,
            ValidFrom = from,
            ValidTo = Chance(isShortLived ? 60 : 25) ? AnyDate(firstEnd, isShortLived ? Math.Min(firstEnd + 2, 2027) : 2027) : null,
            AttestedOn = Chance(30) ? AnyDate(2024, 2026) : null,
            EnteredOn = Chance(30) ? AnyDate(2025, 2026) : new PartialDate(2026, 1, 15),
            IsDenied = Chance(7),
            IsCurator = Chance(10),
            Status = Chance(75) ? FactStatus.Reported : (FactStatus)random.Next(5),
            AttributedTo = Chance(10) ? AnyNode() : null,
            AttributedToAuthorOf = Chance(10) ? Pick(GraphBuilder.Sources).Id : null,
            Evidence = [.. AnySources().Select(source => new Evidence(source, "line 1"))],
        };
    }

    private Dictionary<string, IReadOnlyList<string>> AnyRoles(EdgeType type)
    {
        var roles = type.ProductPlace == ProductPlace.Role ? AnyProducts() : [];
        if (type.Roles.Contains("channel") && Chance(50))
        {
            roles.Add("channel", [AnyNode()]);
        }

        return roles;
    }

    private Dictionary<string, IReadOnlyList<string>> AnyProducts()
    {
        var goods = nodes.Where(node => SmallOntology.Model.IsA(node.Type, "Good")).Select(node => node.Id).ToList();
        var roles = new Dictionary<string, IReadOnlyList<string>>();
        if (goods.Count > 0 && Chance(85))
        {
            roles.Add("product", [.. Enumerable.Range(0, Chance(25) ? 2 : 1).Select(_ => Pick(goods)).Distinct()]);
        }

        return roles;
    }

    private IEnumerable<string> AnySources() =>
        Enumerable.Range(0, Chance(25) ? 2 : 1).Select(_ => Pick(GraphBuilder.Sources).Id).Distinct();

    private PartialDate AnyDate(int firstYear, int lastYear)
    {
        var year = Between(firstYear, lastYear);
        return random.Next(3) switch
        {
            0 => new PartialDate(year),
            1 => new PartialDate(year, Between(1, 12)),
            _ => new PartialDate(year, Between(1, 12), Between(1, 28)),
        };
    }

    private string? OneOf(IReadOnlyList<string> types)
    {
        var fitting = nodes.Where(node => types.Any(type => SmallOntology.Model.IsA(node.Type, type))).ToList();
        return fitting.Count == 0 ? null : Pick(fitting).Id;
    }

    internal T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
