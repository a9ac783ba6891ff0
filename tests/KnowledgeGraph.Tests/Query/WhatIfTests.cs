using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query;

/// <summary>What an assumption does to answers. In the drawings → reads "depends on".</summary>
[TestFixture]
internal sealed class WhatIfTests
{
    // a → b → d, a → c → d, b → e
    private static GraphBuilder Graph => new GraphBuilder()
        .Fact("a", "DEPENDS_ON", "b", 0.9).Fact("b", "DEPENDS_ON", "d", 0.8).Fact("a", "DEPENDS_ON", "c", 0.7).Fact("c", "DEPENDS_ON", "d", 0.6)
        .Fact("b", "DEPENDS_ON", "e", 0.5);

    [Test]
    public void WithoutANode_WhatHangsOnItIsLostAndOthersComeAnotherWay()
    {
        var answer = Ask(Graph, new Overlay { RemovedNodes = ["b"] }, Upstream("a"));

        Assert.That(answer.FactsGone, Is.EqualTo(new[] { "f01", "f02", "f05" }));
        Assert.That(Nodes(answer.Difference.Lost), Is.EqualTo(new[] { "b", "e" }));
        Assert.That(answer.Difference.Lost.Where(answer.IsTakenAway).Select(item => item.Id), Is.EquivalentTo(new[] { "b", "f01", "f02", "f05" }));
        Assert.That(Nodes(answer.Difference.Gained), Is.Empty);
        var changed = answer.Difference.Changed.Single();
        Assert.That(
            (changed.Id, changed.Values.Single(value => value.Name == "path"), changed.Values.Single(value => value.Name == "weakest link")),
            Is.EqualTo(("d", new ValueChange("path", "a > b > d", "a > c > d"), new ValueChange("weakest link", "0.8 (f02)", "0.6 (f04)"))));
        Assert.That(answer.Outcome, Is.EqualTo(Outcome.Found));
    }

    [Test]
    public void WithoutAFact_ShortestPathGivesWayToTheNext()
    {
        var graph = Graph.Fact("a", "DEPENDS_ON", "d");
        var answer = Ask(graph, new Overlay { RemovedFacts = ["f06"] }, new PathQuestion { From = "a", To = "d" });

        Assert.That(answer.Difference.Lost.Where(item => item.Kind == "path").Select(item => item.Id), Is.EqualTo(new[] { "a > d" }));
        Assert.That(answer.Difference.Gained.Where(item => item.Kind == "path").Select(item => item.Id), Is.EqualTo(new[] { "a > b > d", "a > c > d" }));
    }

    // a → m0 … m19, x → d, and a → d in the end: more around a than the states allowed.
    [Test]
    public void UnexploredSide_IsUndecidedUnlessSomethingDiffers()
    {
        var graph = new GraphBuilder().Fact("x", "DEPENDS_ON", "d");
        for (var i = 0; i < 20; i++)
        {
            graph.Fact("a", "DEPENDS_ON", $"m{i}");
        }

        var question = new PathQuestion { From = "a", To = "d", Bounds = new SearchBounds(MaxStates: 10) };
        var few = Ask(graph, new Overlay { RemovedNodes = [.. Enumerable.Range(1, 19).Select(i => $"m{i}")] }, question);
        Assert.That((few.Before.Outcome, few.After.Outcome, few.Outcome), Is.EqualTo((Outcome.Undecided, Outcome.None, Outcome.Undecided)));

        var lost = Ask(graph.Fact("a", "DEPENDS_ON", "d"), new Overlay { RemovedFacts = ["f22"] }, question);
        Assert.That((lost.Before.Outcome, lost.After.Result.Gaps.Single(), lost.Outcome), Is.EqualTo((Outcome.Found, KnowledgeGap.Unexplored, Outcome.Found)));
    }

    [Test]
    public void ChangedConfidence_ChangesTheWeakestLink()
    {
        var set = Graph.Set();
        var overlay = new Overlay { ChangedFacts = [set.FindFact("f01")! with { Confidence = 0.4 }] };
        var answer = new WhatIf(set, overlay).Ask(new PathQuestion { From = "a", To = "e" });

        Assert.That(answer.Difference.Changed.Select(change => $"{change.Id}: {string.Join(", ", change.Values.Select(value => $"{value.Name} {value.Before} {value.After}"))}"), Is.EqualTo(new[]
        {
            "a > b > e: weakest link 0.5 (f05) 0.4 (f01), product 0.45 0.2",
            "f01: confidence 0.9 0.4",
        }));
    }

    [Test]
    public void ChangedDates_ChangeWhatHoldsOnADay()
    {
        var set = Graph.Set();
        var overlay = new Overlay { ChangedFacts = [set.FindFact("f01")! with { ValidTo = new PartialDate(2024) }] };
        var answer = new WhatIf(set, overlay).Ask(Upstream("a") with { Filter = new() { AsOf = new DateOnly(2025, 9, 24) } });

        Assert.That(Nodes(answer.Difference.Lost), Is.EqualTo(new[] { "b", "e" }));
    }

    // a → b → d with the second way over c gone: b becomes what d hangs from
    [Test]
    public void WithoutTheSecondWay_ANodeBecomesAChokepoint()
    {
        var gone = new Overlay { RemovedNodes = ["c"] };
        var chokepoints = Ask(Graph, gone, new ChokepointsQuestion { Target = "a" });
        var cuts = Ask(Graph, gone, new CutQuestion { From = ["a"], To = ["d"] });

        var change = chokepoints.Difference.Changed.Single();
        Assert.That((change.Kind, change.Id, change.Values.Single()), Is.EqualTo(("chokepoint", "b", new ValueChange("cuts off", "e", "d, e"))));
        Assert.That(cuts.Difference.Lost.Where(item => item.Kind == "cut").Select(item => item.Id), Is.EqualTo(new[] { "b + c" }));
        Assert.That(cuts.Difference.Gained.Where(item => item.Kind == "cut").Select(item => item.Id), Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void AddedFacts_AreGained()
    {
        var overlay = new Overlay
        {
            AddedNodes = [new Node { Id = "new", Type = "Company", Name = "New" }],
            AddedFacts = [GraphBuilder.Blank("x1", "e", "DEPENDS_ON", "new")],
        };
        var upstream = Ask(Graph, overlay, Upstream("a"));
        var ofTheNew = Ask(Graph, overlay, new TierQuestion { Anchor = "new", IsDownstream = true });

        Assert.That(Nodes(upstream.Difference.Gained), Is.EqualTo(new[] { "new" }));
        Assert.That((ofTheNew.Before.Outcome, Nodes(ofTheNew.Difference.Gained).Count()), Is.EqualTo((Outcome.Undecided, 3)));
    }

    [Test]
    public void QuestionAboutANodeTakenAway_IsAnsweredOnBothSides()
    {
        var answer = Ask(Graph, new Overlay { RemovedNodes = ["a"] }, Upstream("a"));

        Assert.That((answer.Before.Outcome, answer.After.Outcome), Is.EqualTo((Outcome.Found, Outcome.Undecided)));
        Assert.That(Nodes(answer.Difference.Lost), Is.EqualTo(new[] { "b", "c", "d", "e" }));
    }

    [Test]
    public void QuestionAboutANodeOfNeitherSide_IsRefused() =>
        Assert.That(() => Ask(Graph, new Overlay { RemovedNodes = ["b"] }, Upstream("zz")), Throws.InstanceOf<KeyNotFoundException>());

    [Test]
    public void WithoutSomethingElse_NothingDiffers()
    {
        var answer = Ask(Graph, new Overlay { RemovedNodes = ["e"] }, new PathQuestion { From = "a", To = "d" });

        Assert.That((answer.Difference.IsEmpty, answer.Outcome), Is.EqualTo((true, Outcome.None)));
        Assert.That(answer.After.DataHash, Is.Not.EqualTo(answer.Before.DataHash));
    }

    [Test]
    public void BoundReached_LeavesTheDifferenceUndecided()
    {
        var answer = Ask(Graph, new Overlay { RemovedNodes = ["b"] }, Upstream("a") with { Bounds = new SearchBounds(2) });

        Assert.That((answer.IsExhaustive, answer.Outcome), Is.EqualTo((false, Outcome.Undecided)));
    }

    // rocket ← maker for chips; chips are a component of the rocket only because the maker's other fact says so: doing without a node
    // also does without what its facts declare, which leading paths around it does not.
    [Test]
    public void WithoutANode_ItsDeclarationsGoToo()
    {
        var graph = new GraphBuilder().Node("chip", "Product").Node("board", "Product").Node("rocket", "Weapon")
            .Fact("board", "COMPONENT_OF", "rocket").Fact("maker", "SUPPLIES_COMPONENT_FOR", "rocket", product: "chip")
            .Fact("seller", "SUPPLIES_TO", "shop", product: "chip").Fact("shop", "PRODUCES", "rocket");
        var question = Upstream("rocket");

        Assert.That(Nodes(graph.Ask(question with { Filter = new() { AvoidNodes = ["maker"] } })), Does.Contain("seller"));
        Assert.That(Nodes(Ask(graph, new Overlay { RemovedNodes = ["maker"] }, question).Difference.Lost), Is.EquivalentTo(new[] { "maker", "seller" }));
    }

    [Test]
    public void RemovedNode_LeavesItsRoleToOthersAndTakesAFactThatHasNoOther()
    {
        var graph = new GraphBuilder().Node("chip", "Product").Node("lens", "Product")
            .Fact("a", "SUPPLIES_TO", "b", fact => fact with { Roles = GraphBuilder.Products("chip", "lens") })
            .Fact("a", "SUPPLIES_TO", "b", product: "chip")
            .Fact("c", "SUPPLIES_TO", "b", fact => fact with { AttributedTo = "chip", Status = FactStatus.AttributedClaim })
            .Conflict("c1", "f01", "f02", "f03").Conflict("c2", "f01", "f02");
        var assumed = new Overlay { RemovedNodes = ["chip"] }.On(graph.Set());

        Assert.That(assumed.Facts.Select(fact => $"{fact.Id} {string.Join('+', fact.RoleFillers("product"))}"), Is.EqualTo(new[] { "f01 lens" }));
        Assert.That(assumed.Conflicts, Is.Empty);
    }

    [Test]
    public void Overlay_HasAHashOfItsOwnThatRepeats()
    {
        var set = Graph.Set();
        string[] hashes =
        [
            set.DataHash,
            new Overlay { RemovedNodes = ["b"] }.On(set).DataHash,
            new Overlay { RemovedFacts = ["f01"] }.On(set).DataHash,
            new Overlay { ChangedFacts = [set.FindFact("f01")! with { Confidence = 0.4 }] }.On(set).DataHash,
        ];

        Assert.That(hashes, Is.Unique.And.All.Match("^sha256:[0-9a-f]{64}$"));
        Assert.That(new Overlay { RemovedNodes = ["b"] }.On(Graph.Set()).DataHash, Is.EqualTo(hashes[1]));
        Assert.That(new Overlay().On(set), Is.SameAs(set));
    }

    /// <summary>Random removals: the answer after is the one from a graph that was built without them.</summary>
    [Test]
    public void RandomGraphs_AnswerAfterIsThatOfTheGraphBuiltWithout()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new RandomCase(7_000_000 + seed);
            var (node, question) = (random.AnyNode(), random.Tier());
            var gone = random.Set.Facts.Where(_ => random.Chance(10)).Select(fact => fact.Id).ToList();
            var answer = new WhatIf(random.Set, new Overlay { RemovedNodes = [node], RemovedFacts = gone }).Ask(question);
            var facts = random.Set.Facts.Where(fact => !gone.Contains(fact.Id)).Select(fact => Left(fact, node)).OfType<Fact>().ToList();
            var left = new FactSet(
                random.Set.Ontology,
                random.Set.Nodes.Select(other => other with { Countries = [.. other.Countries.Where(country => country != node)] }),
                random.Set.Sources,
                facts,
                random.Set.Conflicts.Where(conflict => conflict.Facts.All(id => facts.Exists(fact => fact.Id == id))),
                answer.After.DataHash);
            var built = new EmbeddedQueries(new EmbeddedGraph(left)).Ask(question);

            Assert.That(AnswerJson.Canonical(answer.After), Is.EqualTo(AnswerJson.Canonical(built)), $"seed {7_000_000 + seed} without {node}\n{random.Draw(question)}");
            Assert.That(
                answer.Before.Result.Members.Select(member => member.Node).Except(answer.After.Result.Members.Select(member => member.Node)),
                Is.EquivalentTo(Nodes(answer.Difference.Lost)));
        }
    }

    private static Fact? Left(Fact fact, string node)
    {
        var isNeeded = new[] { fact.Subject, fact.Object, fact.AttributedTo }.Contains(node) || fact.Roles.Values.Any(fillers => fillers is [var only] && only == node);
        return isNeeded ? null
            : fact with { Roles = fact.Roles.ToDictionary(role => role.Key, role => (IReadOnlyList<string>)[.. role.Value.Where(filler => filler != node)]) };
    }

    private static TierQuestion Upstream(string anchor) => new() { Anchor = anchor };

    private static WhatIfAnswer<TResult> Ask<TResult>(GraphBuilder graph, Overlay overlay, Question<TResult> question)
        where TResult : Result
        => new WhatIf(graph.Set(), overlay).Ask(question);

    private static IEnumerable<string> Nodes(IEnumerable<AnswerItem> items) => items.Where(item => item.Kind == "node").Select(item => item.Id);

    private static IEnumerable<string> Nodes(Answer<TiersResult> answer) => answer.Result.Members.Select(member => member.Node);
}
