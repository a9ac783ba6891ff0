using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>Random questions about a random graph, of every kind and with every filter, those included that find nothing.</summary>
internal static class RandomQuestions
{
    private static readonly double[] Confidences = [0.95, 0.9, 0.85, 0.73, 0.6, 0.5, 0.3];
    private static readonly string[] SupplyTypes = ["SUPPLIES_TO", "SUPPLIES_COMPONENT_FOR", "PRODUCES", "COMPONENT_OF", "CONTROLS"];

    extension(RandomCase random)
    {
        internal PathQuestion Path() => new()
        {
            From = random.AnyNode(),
            To = random.AnyNode(),
            Mode = (PathMode)random.Between(0, 2),
            K = random.Between(1, 4),
            MaxHops = random.AnyHops(),
            Filter = random.Filter(),
            Bounds = random.AnyLimit(30),
        };

        /// <summary>A question with an order or disjointness, and often with via, an edge expression or days in order.</summary>
        internal PathQuestion PathByRules()
        {
            var question = random.Path();
            question = question with
            {
                Mode = (PathMode)random.Between(0, 4),
                Via = random.Chance(25) ? [.. random.Nodes(random.Between(1, 3))] : [],
                Edges = random.Chance(35) ? RandomExpression.Of(random, question.Filter) : null,
                IsOrderedInTime = random.Chance(35),
                Filter = random.Chance(40) ? random.Avoiding(question.Filter) : question.Filter,
            };
            return question with { Order = question.Mode is PathMode.EdgeDisjoint or PathMode.NodeDisjoint ? PathOrder.Hops : (PathOrder)random.Between(0, 2) };
        }

        /// <summary>A question by hops whose products play no part, which Cypher can say.</summary>
        internal PathQuestion PathInCypher()
        {
            var question = random.Path();
            var types = random.Set.Facts.Select(fact => fact.Type).Distinct().Where(type => random.IsCausal(type) == random.IsMostlyCausal);
            return question with { Filter = (random.Chance(50) ? random.Avoiding(question.Filter) : question.Filter) with { Products = ProductRule.Any, Layers = [], Types = [.. types] } };
        }

        internal TierQuestion Tier() => new()
        {
            Anchor = random.AnyNode(),
            IsDownstream = random.Chance(50),
            MaxHops = random.AnyHops(),
            Filter = random.Filter(),
            Bounds = random.AnyLimit(20),
        };

        internal ConnectQuestion Connection() => new()
        {
            From = random.AnyNode(),
            To = random.AnyNode(),
            K = random.Chance(50) ? random.Between(1, 4) : null,
            MaxHops = random.Chance(50) ? random.Between(1, 3) : 8,
            Filter = random.Filter(),
        };

        internal CommonQuestion Common()
        {
            var anchors = random.Nodes(random.Between(2, 3));
            return new CommonQuestion
            {
                Anchors = anchors.Count > 1 ? anchors : [.. random.Set.Nodes.Take(2).Select(node => node.Id)],
                MaxHops = random.Chance(50) ? random.Between(1, 3) : 8,
                IsOrderedInTime = random.Chance(30),
                Filter = random.Filter(),
            };
        }

        internal CutQuestion Cut()
        {
            var from = random.Nodes(random.Chance(30) ? 2 : 1);
            var to = random.Nodes(random.Chance(30) ? 2 : 1).Except(from).ToList();
            return new()
            {
                From = from,
                To = to.Count > 0 ? to : [random.Set.Nodes.First(node => !from.Contains(node.Id)).Id],
                IsByHops = random.Chance(50),
                K = random.Chance(40) ? random.Between(2, 4) : 1,
                MaxHops = random.Chance(50) ? random.Between(2, 5) : 8,
                Filter = random.Chance(30) ? random.Avoiding(random.Filter()) : random.Filter(),
                Bounds = new SearchBounds(random.Chance(20) ? random.Between(1, 2) : 100),
            };
        }

        internal AlternativesQuestion Alternatives()
        {
            var filter = random.Chance(30) ? random.Avoiding(random.Filter()) : random.Filter();
            return new()
            {
                Target = random.AnyNode(),
                MaxSize = random.Between(1, 3),
                Filter = filter with { Products = random.Chance(60) ? ProductRule.Consistent : ProductRule.AllowUnspecified, Layers = [], Types = [], AvoidTypes = [] },
                Bounds = new SearchBounds(random.Chance(20) ? random.Between(1, 2) : 100),
            };
        }

        internal FactsQuestion FactsOnADay() => new()
        {
            Pattern = new FactPattern
            {
                AsOf = random.AnyDay(),
                CertainOnly = random.Chance(50),
                KnownOn = random.Chance(50) ? new DateOnly(2024, 12, 25).AddDays(random.Between(0, 739)) : null,
            },
        };

        internal ChokepointsQuestion Chokepoints() => new()
        {
            Target = random.AnyNode(),
            MaxHops = random.Chance(30) ? random.Between(1, 4) : 8,
            Filter = random.Chance(30) ? random.Avoiding(random.Filter()) : random.Filter(),
            Bounds = random.AnyLimit(20),
        };

        internal BridgesQuestion Bridges() => new()
        {
            Anchor = random.AnyNode(),
            MaxHops = random.Chance(40) ? random.Between(1, 3) : null,
            Filter = random.Tier().Filter,
            Bounds = random.AnyLimit(20),
        };

        internal FactsQuestion Facts() => new()
        {
            Pattern = random.Pattern(),
            Select = random.Chance(50) ? [random.Pick(["subject", "object", "role:product"])] : [],
            Bounds = random.AnyLimit(20),
        };

        internal ShowQuestion Show() => new() { NodeId = random.AnyNode(), Bounds = random.AnyLimit(20) };

        internal FindQuestion Find()
        {
            var name = random.AnyNode();
            return new() { Text = random.Between(0, 3) switch { 0 => name, 1 => name[..^1], 2 => name.ToUpperInvariant(), _ => name + "x" }, Bounds = random.AnyLimit(20) };
        }

        private bool IsCausal(string type) => random.Set.Ontology.EdgeTypes[type].Layer == "causal";

        private IReadOnlyList<string> Nodes(int count) => [.. Enumerable.Range(0, count).Select(_ => random.AnyNode()).Distinct()];

        private int AnyHops() => random.Chance(30) ? random.Between(1, 3) : 8;

        private SearchBounds AnyLimit(int percent) => new(random.Chance(percent) ? random.Between(1, 5) : 100, TimeSpan.FromMinutes(5));

        private DateOnly AnyDay() => new DateOnly(2019, 12, 25).AddDays(random.Between(0, 2799));

        private DateOnly AnyDayOfEntry() => new DateOnly(2025, 1, 1).AddDays(random.Between(0, 699));

        private FactPattern Pattern() => new()
        {
            Subjects = random.Sometimes(20, random.AnyNode),
            Objects = random.Sometimes(15, random.AnyNode),
            Types = random.Sometimes(20, () => random.Pick(SupplyTypes)),
            Layers = random.Sometimes(20, () => random.Pick(["supply", "control", "politics", "causal"])),
            Roles = random.Chance(15) ? [new RolePattern("product", random.Chance(50) ? random.AnyNode() : null)] : [],
            SubjectTypes = random.Sometimes(15, () => random.Pick(["Actor", "Company", "Government", "Good"])),
            ObjectTypes = random.Sometimes(15, () => random.Pick(["Actor", "Good", "Thing"])),
            SubjectCountries = random.Sometimes(10, random.AnyCountry),
            ObjectCountries = random.Sometimes(10, random.AnyCountry),
            Polarity = random.Chance(70) ? Polarity.Both : (Polarity)random.Between(1, 2),
            Statuses = random.Chance(15) ? [FactStatus.Reported, FactStatus.Opinion] : [],
            Sources = random.Sometimes(15, () => random.Pick(["D1", "month-source"])),
            MinConfidence = random.Chance(20) ? random.Pick(Confidences) : 0,
            AsOf = random.Chance(25) ? random.AnyDay() : null,
            ConflictsWith = random.Chance(10) && random.Set.Facts.Count > 0 ? [random.Pick(random.Set.Facts).Id] : [],
            Text = random.Chance(10) ? "SUPPLIES" : null,
        };

        private List<string> Sometimes(int percent, Func<string> draw) => random.Chance(percent) ? [draw()] : [];

        internal GraphFilter Filter()
        {
            var filter = new GraphFilter
            {
                MinConfidence = random.Chance(20) ? random.Pick(Confidences) : 0,
                AsOf = random.Chance(30) ? random.AnyDay() : null,
                Sources = random.Chance(15) ? [random.Pick(["D1", "month-source", "undated-source"])] : [],
                IncludeCurator = random.Chance(85),
                Products = random.Chance(50) ? ProductRule.Consistent : (ProductRule)random.Between(0, 2),
                Statuses = random.Chance(85) ? GraphFilter.DefaultStatuses : random.Chance(50) ? [FactStatus.Reported, FactStatus.Forecast] : [FactStatus.Reported],
            };
            return random.Scoped(filter with { CertainOnly = filter.AsOf is not null && random.Chance(40) });
        }

        internal GraphFilter Avoiding(GraphFilter filter) => filter with
        {
            AvoidNodes = random.Sometimes(40, random.AnyNode),
            AvoidFacts = random.Set.Facts.Count > 0 ? random.Sometimes(40, () => random.Pick(random.Set.Facts).Id) : [],
            AvoidTypes = random.Sometimes(30, () => random.Pick(SupplyTypes)),
            AvoidCountries = random.Sometimes(30, random.AnyCountry),
            AvoidNodeTypes = random.Sometimes(20, () => random.Pick(["Company", "Government", "Weapon", "Condition"])),
            Channels = random.Sometimes(10, random.AnyNode),
            KnownOn = random.Chance(30) ? random.AnyDayOfEntry() : null,
        };

        private GraphFilter Scoped(GraphFilter filter) => (random.IsMostlyCausal ? 5 : random.Between(0, 7)) switch
        {
            0 => filter with { Layers = ["supply"] },
            1 => filter with { Layers = ["control"], Types = ["VISITED", "COOPERATES_WITH"] },
            2 => filter with { Types = ["SUPPLIES_TO", "COMPONENT_OF", "SUBSTITUTE_FOR"] },
            3 => filter with { Layers = ["politics", "dependence"] },
            4 => filter with { Layers = ["supply", "control"], Types = ["FOUND_IN"] },
            5 => random.Chance(50) ? filter with { Layers = ["causal"] } : filter with { Types = ["CAUSES", "MITIGATES", "PRECEDES"] },
            _ => filter,
        };
    }
}
