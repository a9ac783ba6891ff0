using System.Globalization;
using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>A random graph that its ontology allows, and random filters over it. The same seed gives the same case.</summary>
internal sealed class RandomCase
{
    private static readonly double[] Confidences = [1, 0.95, 0.9, 0.85, 0.73, 0.6, 0.5, 0.3, 0.2];
    private static readonly string[] NodeTypes = ["Company", "Company", "Country", "Product", "Product", "Weapon", "Condition"];
    private static readonly string[] SupplyTypes = ["SUPPLIES_TO", "SUPPLIES_TO", "SUPPLIES_COMPONENT_FOR", "PRODUCES", "COMPONENT_OF", "COMPONENT_OF", "CONTROLS"];

    private static readonly string[] NeedTypes =
        ["SUPPLIES_COMPONENT_FOR", "COMPONENT_OF", "COMPONENT_OF", "PRODUCES", "PRODUCES", "PRODUCES", "SUBSTITUTE_FOR", "SUPPLIES_TO"];

    private readonly Random random;
    private readonly List<Node> nodes;
    private readonly bool isShortLived;
    private readonly double[] confidences;

    /// <param name="seed">The seed.</param>
    /// <param name="isOfNeeds">Whether facts say what is made of what, by whom, and what can stand in for it.</param>
    internal RandomCase(int seed, bool isOfNeeds = false)
    {
        random = new Random(seed);
        nodes = [.. Enumerable.Range(0, random.Next(5, 10)).Select(i => NodeAt(i))];
        var types = random.Next(3) switch
        {
            0 => SupplyTypes,
            1 => ["CAUSES", "CAUSES", "MITIGATES", "PRECEDES", "CONTROLS"],
            _ => [.. SmallOntology.Model.EdgeTypes.Keys],
        };
        types = isOfNeeds ? NeedTypes : types;
        IsMostlyCausal = types[0] == "CAUSES";
        isShortLived = Chance(40);
        confidences = Chance(70) ? Confidences : [1, 0.9, 0.6];
        var facts = Enumerable.Range(0, random.Next(5, 26)).Select(i => FactAt(i, types)).OfType<Fact>().ToList();
        Set = new FactSet(SmallOntology.Model, nodes, GraphBuilder.Sources, facts, []);
    }

    internal FactSet Set { get; }

    private bool IsMostlyCausal { get; }

    internal string AnyNode() => Pick(nodes).Id;

    internal int Between(int least, int most) => random.Next(least, most + 1);

    internal bool Chance(int percent) => random.Next(100) < percent;

    internal PathQuestion Path() => new()
    {
        From = AnyNode(),
        To = AnyNode(),
        Mode = (PathMode)random.Next(3),
        K = Between(1, 4),
        MaxHops = Chance(30) ? Between(1, 3) : 8,
        Filter = Filter(),
        Bounds = new SearchBounds(Chance(30) ? Between(1, 5) : 100),
    };

    /// <summary>A question with an order or disjointness, and often with via, an edge expression or days in order.</summary>
    internal PathQuestion PathByRules()
    {
        var question = Path();
        question = question with
        {
            Mode = (PathMode)random.Next(5),
            Via = Chance(25) ? [.. Enumerable.Range(0, Between(1, 3)).Select(_ => AnyNode()).Distinct()] : [],
            Edges = Chance(35) ? RandomExpression.Of(this, question.Filter) : null,
            IsOrderedInTime = Chance(35),
            Filter = Chance(40) ? Avoiding(question.Filter) : question.Filter,
        };
        return question with { Order = question.Mode is PathMode.EdgeDisjoint or PathMode.NodeDisjoint ? PathOrder.Hops : (PathOrder)random.Next(3) };
    }

    internal TierQuestion Tier() => new()
    {
        Anchor = AnyNode(),
        IsDownstream = Chance(50),
        MaxHops = Chance(30) ? Between(1, 3) : 8,
        Filter = Filter(),
        Bounds = new SearchBounds(Chance(20) ? Between(1, 5) : 100),
    };

    internal ChokepointsQuestion Chokepoints()
    {
        var filter = Filter();
        return new()
        {
            Target = AnyNode(),
            MaxHops = Chance(30) ? Between(1, 4) : 8,
            Filter = Chance(30) ? Avoiding(filter) : filter,
            Bounds = new SearchBounds(Chance(20) ? Between(1, 2) : 100),
        };
    }

    internal CutQuestion Cut()
    {
        var filter = Filter();
        var from = Enumerable.Range(0, Chance(30) ? 2 : 1).Select(_ => AnyNode()).Distinct().ToList();
        var to = Enumerable.Range(0, Chance(30) ? 2 : 1).Select(_ => AnyNode()).Distinct().Except(from).ToList();
        return new()
        {
            From = from,
            To = to.Count > 0 ? to : [nodes.First(node => !from.Contains(node.Id)).Id],
            IsByHops = Chance(50),
            K = Chance(40) ? Between(2, 4) : 1,
            MaxHops = Chance(50) ? Between(2, 5) : 8,
            Filter = Chance(30) ? Avoiding(filter) : filter,
            Bounds = new SearchBounds(Chance(20) ? Between(1, 2) : 100),
        };
    }

    internal ConnectQuestion Connection() => new()
    {
        From = AnyNode(),
        To = AnyNode(),
        K = Chance(50) ? Between(1, 4) : null,
        MaxHops = Chance(50) ? Between(1, 3) : 8,
        Filter = Filter(),
    };

    internal CommonQuestion Common()
    {
        var anchors = Enumerable.Range(0, Between(2, 3)).Select(_ => AnyNode()).Distinct().ToList();
        return new CommonQuestion
        {
            Anchors = anchors.Count > 1 ? anchors : [.. nodes.Take(2).Select(node => node.Id)],
            MaxHops = Chance(50) ? Between(1, 3) : 8,
            IsOrderedInTime = Chance(30),
            Filter = Filter(),
        };
    }

    internal FactsQuestion FactsOnADay() => new()
    {
        Pattern = new FactPattern
        {
            AsOf = new DateOnly(2019, 12, 25).AddDays(random.Next(2800)),
            CertainOnly = Chance(50),
            KnownOn = Chance(50) ? new DateOnly(2024, 12, 25).AddDays(random.Next(740)) : null,
        },
    };

    internal AlternativesQuestion Alternatives()
    {
        var filter = Filter();
        filter = filter with { Products = Chance(60) ? ProductRule.Consistent : ProductRule.AllowUnspecified };
        return new()
        {
            Target = AnyNode(),
            MaxSize = Between(1, 3),
            Filter = (Chance(30) ? Avoiding(filter) : filter) with { Layers = [], Types = [], AvoidTypes = [] },
            Bounds = new SearchBounds(Chance(20) ? Between(1, 2) : 100),
        };
    }

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
            CutQuestion cut => $"cut {string.Join('+', cut.From)} {string.Join('+', cut.To)}{(cut.IsByHops ? " hops" : "")} k {cut.K} max {cut.MaxHops} limit {cut.Bounds.Limit}{Draw(cut.Filter)}",
            AlternativesQuestion needs => $"alternatives {needs.Target} up to {needs.MaxSize} limit {needs.Bounds.Limit}{Draw(needs.Filter)}",
            _ => question,
        }).ToString();
    }

    private static string Draw(GraphFilter filter) => string.Create(
        CultureInfo.InvariantCulture,
        $"""

         layers [{string.Join(',', filter.Layers)}] types [{string.Join(',', filter.Types)}] sources [{string.Join(',', filter.Sources)}] statuses [{string.Join(',', filter.Statuses)}]
         confidence {filter.MinConfidence} as of {filter.AsOf:yyyy-MM-dd}{(filter.CertainOnly ? " certain" : "")} curator {filter.IncludeCurator} products {filter.Products}
         avoid nodes [{string.Join(',', filter.AvoidNodes)}] facts [{string.Join(',', filter.AvoidFacts)}] types [{string.Join(',', filter.AvoidTypes)}] countries [{string.Join(',', filter.AvoidCountries)}] known on {filter.KnownOn:yyyy-MM-dd}
         """);

    private Node NodeAt(int i)
    {
        var id = $"n{(char)('a' + i)}";
        return new Node { Id = id, Name = id, Type = Pick(NodeTypes), Countries = Chance(20) ? [Chance(50) ? "na" : "nb"] : [] };
    }

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
        return GraphBuilder.Blank($"f{i:D2}", subject, type.Name, @object) with
        {
            Confidence = Pick(confidences),
            Roles = type.ProductPlace == ProductPlace.Role ? AnyProducts() : Fact.NoRoles,
            Value = hasValue ? new FactValue { Unit = "usd", Minimum = 5, Maximum = 5 } : null,
            ValidFrom = from,
            ValidTo = Chance(isShortLived ? 60 : 25) ? AnyDate(firstEnd, isShortLived ? Math.Min(firstEnd + 2, 2027) : 2027) : null,
            AttestedOn = Chance(30) ? AnyDate(2024, 2026) : null,
            EnteredOn = Chance(30) ? AnyDate(2025, 2026) : new PartialDate(2026, 1, 15),
            IsDenied = Chance(7),
            IsCurator = Chance(10),
            Status = Chance(75) ? FactStatus.Reported : (FactStatus)random.Next(5),
            Evidence = [.. AnySources().Select(source => new Evidence(source, "line 1"))],
        };
    }

    private GraphFilter Filter()
    {
        var filter = new GraphFilter
        {
            MinConfidence = Chance(20) ? Pick(Confidences) : 0,
            AsOf = Chance(30) ? new DateOnly(2019, 12, 25).AddDays(random.Next(2800)) : null,
            Sources = Chance(15) ? [Pick(["D1", "month-source", "undated-source"])] : [],
            IncludeCurator = Chance(85),
            Products = Chance(50) ? ProductRule.Consistent : (ProductRule)random.Next(3),
            Statuses = Chance(85) ? GraphFilter.DefaultStatuses : Chance(50) ? [FactStatus.Reported, FactStatus.Forecast] : [FactStatus.Reported],
        };
        return Scoped(filter with { CertainOnly = filter.AsOf is not null && Chance(40) });
    }

    private GraphFilter Avoiding(GraphFilter filter) => filter with
    {
        AvoidNodes = Chance(40) ? [AnyNode()] : [],
        AvoidFacts = Chance(40) && Set.Facts.Count > 0 ? [Pick(Set.Facts).Id] : [],
        AvoidTypes = Chance(30) ? [Pick(SupplyTypes)] : [],
        AvoidCountries = Chance(30) ? [Chance(50) ? "na" : "nb"] : [],
        KnownOn = Chance(30) ? new DateOnly(2025, 1, 1).AddDays(random.Next(700)) : null,
    };

    private GraphFilter Scoped(GraphFilter filter) => (IsMostlyCausal ? 5 : random.Next(8)) switch
    {
        0 => filter with { Layers = ["supply"] },
        1 => filter with { Layers = ["control"], Types = ["VISITED", "COOPERATES_WITH"] },
        2 => filter with { Types = ["SUPPLIES_TO", "COMPONENT_OF", "SUBSTITUTE_FOR"] },
        3 => filter with { Layers = ["politics", "dependence"] },
        4 => filter with { Layers = ["supply", "control"], Types = ["FOUND_IN"] },
        5 => Chance(50) ? filter with { Layers = ["causal"] } : filter with { Types = ["CAUSES", "MITIGATES", "PRECEDES"] },
        _ => filter,
    };

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
