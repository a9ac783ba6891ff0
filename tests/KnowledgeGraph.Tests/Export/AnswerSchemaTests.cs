using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Saved;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Neo4j;
using KnowledgeGraph.Tests.Seed;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Export;

/// <summary>Real answers against <c>answer.schema.json</c>, so that format and schema cannot drift apart.</summary>
public class AnswerSchemaTests
{
    private static readonly GraphFilter EveryFilter = new()
    {
        Layers = ["supply", "control"],
        Types = ["DEPENDS_ON"],
        MinConfidence = 0.25,
        Statuses = Enum.GetValues<FactStatus>(),
        AsOf = new DateOnly(2025, 9, 1),
        CertainOnly = true,
        Sources = ["D1"],
        IncludeCurator = false,
        AvoidNodes = ["china"],
        AvoidFacts = ["f005"],
        AvoidTypes = ["SUBSIDIARY_OF"],
        AvoidCountries = ["china"],
        AvoidNodeTypes = ["Person"],
        Channels = ["russian-supply-chains"],
        KnownOn = new DateOnly(2027, 1, 1),
        Products = ProductRule.AllowUnspecified,
    };

    private readonly JsonSchemaCheck schema = new(Schema());
    private FactSet facts = null!;

    [OneTimeSetUp]
    public void ReadSeed() => facts = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!;

    [Test]
    public void FoundPaths_FitTheSchema([Values] PathMode mode) => Fits(Found(
        new PathQuestion { From = "iskander", To = "government-of-belarus", Mode = mode, K = 2, Filter = new() { AsOf = new DateOnly(2025, 9, 1) } }));

    [Test]
    public void EveryOrderAndRule_FitsTheSchema([Values] PathOrder order) => Fits(Found(new PathQuestion
    {
        From = "iskander",
        To = "government-of-belarus",
        Order = order,
        Via = ["integral"],
        Edges = "SUPPLIES_COMPONENT_FOR . _+",
        IsOrderedInTime = true,
    }));

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Paths))]
    public void CertificateOfEveryPath_FitsTheSchema(PathQuestion question) => Fits(Ask(question with { WantsCertificate = true }));

    [Test]
    public void LabelsUnderEveryRule_FitTheSchema([Values] PathOrder order) => Fits(Ask(new PathQuestion
    {
        From = "iskander",
        To = "government-of-belarus",
        Order = order,
        Via = ["russia"],
        Edges = "_+ . CONTROLS?",
        IsOrderedInTime = true,
        Filter = new() { Products = ProductRule.AllowUnspecified },
        WantsCertificate = true,
    }));

    [Test]
    public void PathToItself_FitsTheSchema() => Fits(Found(new PathQuestion { From = "iskander", To = "iskander" }));

    [Test]
    public void NoPath_FitsTheSchema()
    {
        var question = new PathQuestion { From = "iskander", To = "china", Filter = new() { Layers = ["supply"] } };
        var answer = Ask(question);

        Assert.That(answer.Result.Paths, Is.Empty);
        Assert.That(answer.Result.Relaxations, Is.Not.Empty, "the false chain is told apart by the product rule");
        Fits(answer);
    }

    [Test]
    public void UnexploredNo_FitsTheSchemaAndReadsAsOne()
    {
        var question = new PathQuestion { From = "iskander", To = "china", Filter = new() { Layers = ["supply"] }, Bounds = new SearchBounds(MaxStates: 2) };
        var answer = Ask(question);
        var page = new Page(200);
        NoPathPage.Write(page, answer, facts);

        Assert.That(answer.Result.Gaps, Is.EqualTo(new[] { KnowledgeGap.Unexplored }));
        Assert.That(NoPathPage.Headline(answer, facts), Is.EqualTo("Undecided: within 8 hops, none of the facts asked shows that Iskander missile depends on China."));
        Assert.That(
            page.Lines.Select(line => string.Concat(line.Select(span => span.Text))),
            Has.Member("So much can be reached from Iskander missile that what lies beyond 8 hops was not explored: try --max-hops 16."));
        Fits(answer);
    }

    [Test]
    public void UnexploredCut_FitsTheSchemaAndReadsAsOne()
    {
        var answer = Ask(new CutQuestion { From = ["iskander"], To = ["ak-12"], Bounds = new SearchBounds(MaxStates: 2) });
        Assert.That(answer.Result.Gaps.Select(gap => gap.Reason), Has.Member(KnowledgeGap.Unexplored));
        Fits(answer);

        var unexplored = answer.Result with { Gaps = [.. answer.Result.Gaps.Where(gap => gap.Reason == KnowledgeGap.Unexplored)] };
        Assert.That(
            CutPage.Headline(answer with { Result = unexplored }, facts),
            Is.EqualTo("Undecided: no path from Iskander missile to AK-12 within 8 hops, and so much can be reached that what lies beyond was not explored."));
    }

    [Test]
    public void UnspecifiedProducts_FitTheSchema() =>
        Fits(Found(new TierQuestion { Anchor = "iskander", Filter = new() { Products = ProductRule.AllowUnspecified } }));

    [Test]
    public void EveryFilterSet_FitsTheSchema()
    {
        Fits(Ask(new PathQuestion { From = "iskander", To = "belarus", Filter = EveryFilter }));
        Fits(Ask(new TierQuestion { Anchor = "iskander", Filter = EveryFilter, MaxHops = 3 }));
    }

    [Test]
    public void Tiers_FitTheSchema([Values] bool isDownstream) =>
        Fits(Ask(new TierQuestion { Anchor = "belarus", IsDownstream = isDownstream, Filter = new() { AsOf = new DateOnly(2025, 9, 1) } }));

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Connections))]
    public void Connections_FitTheSchema(ConnectQuestion question) => Fits(Ask(question));

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Common))]
    public void CommonNodes_FitTheSchema(CommonQuestion question) => Fits(Ask(question));

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Chokepoints))]
    public void Chokepoints_FitTheSchema(ChokepointsQuestion question) => Fits(Ask(question));

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Bridges))]
    public void Bridges_FitTheSchema(BridgesQuestion question) => Fits(Ask(question));

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Neighbourhoods))]
    public void Neighbourhoods_FitTheSchema(NeighbourhoodQuestion question) => Fits(Ask(question));

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Tiers))]
    public void TiersAndClosures_FitTheSchema(TierQuestion question) => Fits(Ask(question));

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Cuts))]
    public void Cuts_FitTheSchema(CutQuestion question) => Fits(Ask(question));

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Alternatives))]
    public void Alternatives_FitTheSchema(AlternativesQuestion question) => Fits(Ask(question));

    [Test]
    public void EmptyTiers_FitTheSchema()
    {
        var answer = Ask(new TierQuestion { Anchor = "iskander", IsDownstream = true });

        Assert.That(answer.Result.Members, Is.Empty);
        Fits(answer);
    }

    [TestCase("Belarus")]
    [TestCase("Interal")]
    [TestCase("")]
    public void Find_FitsTheSchema(string text) => Fits(Ask(new FindQuestion { Text = text }));

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Facts))]
    public void FactsAnswer_FitsTheSchema(FactsQuestion question) => Fits(Ask(question));

    [TestCaseSource(typeof(ManyQuestions), nameof(ManyQuestions.Derived))]
    public void DerivedValues_FitTheSchema(DeriveQuestion question) => Fits(Ask(question));

    [Test]
    public async Task SavedAnswers_FitTheSchema()
    {
        var engine = new EmbeddedQueries(new EmbeddedGraph(facts));
        var saved = SavedQuestionReader.Read(Path.Combine(SeedTestFiles.ShippedSeed(), "questions")).Questions;
        var answers = await Task.WhenAll(saved.Select(question => question.AskAsync(engine)));
        using var text = new StringWriter();
        SavedAnswerJson.Write(text, answers);

        Assert.That(schema.Problems(text.ToString()), Is.Empty);
    }

    [Test]
    public void ListOfSavedQuestions_FitsTheSchema()
    {
        var saved = SavedQuestionReader.Read(Path.Combine(SeedTestFiles.ShippedSeed(), "questions")).Questions;
        using var text = new StringWriter();
        SavedAnswerJson.WriteList(text, saved);

        Assert.That(saved, Is.Not.Empty);
        Assert.That(schema.Problems(text.ToString()), Is.Empty);
    }

    [Test]
    public void WhatIf_FitsTheSchemaForEveryKindOfQuestion() => Assert.Multiple(() =>
    {
        var whatIf = new WhatIf(facts, new Overlay
        {
            RemovedNodes = ["uralvagonzavod"],
            RemovedFacts = ["f151"],
            ChangedFacts = [facts.FindFact("f155")! with { Confidence = 0.3 }],
            AddedSources = [new Source { Id = "assumed", Title = "An assumption", Kind = "curation" }],
            AddedNodes = [new Node { Id = "acme", Type = "Company", Name = "Acme" }],
            AddedFacts = [facts.FindFact("f155")! with { Id = "a1", Subject = "acme" }],
        });
        FitsUnder(whatIf, new PathQuestion { From = "iskander", To = "government-of-belarus" });
        FitsUnder(whatIf, new PathQuestion { From = "iskander", To = "china", Filter = new() { Layers = ["supply"] } });
        FitsUnder(whatIf, new ConnectQuestion { From = "acme", To = "uralvagonzavod" });
        FitsUnder(whatIf, new TierQuestion { Anchor = "t-72", Filter = new() { Products = ProductRule.AllowUnspecified } });
        FitsUnder(whatIf, new TierQuestion { Anchor = "t-72", IsClosure = true, IsOrderedInTime = true });
        FitsUnder(whatIf, new NeighbourhoodQuestion { Anchor = "t-72", MaxHops = 2 });
        FitsUnder(whatIf, new CommonQuestion { Anchors = ["iskander", "t-72"] });
        FitsUnder(whatIf, new ChokepointsQuestion { Target = "t-72", Filter = new() { Products = ProductRule.AllowUnspecified } });
        FitsUnder(whatIf, new BridgesQuestion { Anchor = "t-72" });
        FitsUnder(whatIf, new CutQuestion { From = ["iskander"], To = ["government-of-belarus"] });
        FitsUnder(whatIf, new AlternativesQuestion { Target = "t-72" });
        FitsUnder(whatIf, new FactsQuestion { Pattern = new() { Objects = ["t-72"] }, Select = ["subject"] });
        FitsUnder(whatIf, new DeriveQuestion { Formulas = [new("balance", "f241 - f242")] });
        FitsUnder(whatIf, new ShowQuestion { NodeId = "uralvagonzavod" });
        FitsUnder(whatIf, new FindQuestion { Text = "Uralvagonzavod" });
    });

    [Test]
    public void WhatIf_KnowsEveryKindOfQuestionAndAnswer()
    {
        var defined = Newtonsoft.Json.Linq.JObject.Parse(Schema())["$defs"]!;
        var names = defined.Children<Newtonsoft.Json.Linq.JProperty>().Select(property => property.Name).ToList();
        string[] Listed(Newtonsoft.Json.Linq.JToken branches) => [.. branches.Select(branch => ((string)branch["$ref"]!)["#/$defs/".Length..])];

        Assert.That(
            Listed(defined["whatIfQuestion"]!["properties"]!["asked"]!["anyOf"]!),
            Is.EquivalentTo(names.Where(name => name.EndsWith("Question", StringComparison.Ordinal) && name != "whatIfQuestion")));
        Assert.That(
            Listed(defined["anyAnswer"]!["anyOf"]!),
            Is.EquivalentTo(names.Where(name => name.EndsWith("Answer", StringComparison.Ordinal) && name is not ("whatIfAnswer" or "anyAnswer" or "savedAnswer"))));
    }

    [Test]
    public void DifferenceOfSeeds_FitsTheSchema()
    {
        var full = FullFacts.Of(facts.Ontology);
        using var text = new StringWriter();
        DifferenceJson.Write(text, FactSetDifference.Between(facts, full), facts.DataHash, full.DataHash);

        Assert.That(schema.Problems(text.ToString()), Is.Empty);
    }

    [Test]
    public void Report_FitsTheSchema()
    {
        using var text = new StringWriter();
        ReportJson.Write(text, DataReport.Of(facts, new DateOnly(2026, 1, 1)), facts.DataHash);

        Assert.That(schema.Problems(text.ToString()), Is.Empty);
    }

    [Test]
    public void StoppedAnswer_FitsTheSchema()
    {
        var answer = Ask(new FindQuestion { Text = "a", Bounds = new SearchBounds(Limit: 1) });

        Assert.That(answer.Stopped, Is.EqualTo(StopReason.Limit));
        Fits(answer);
    }

    [Test]
    public void ShowOfEveryNode_FitsTheSchema() => Assert.Multiple(() =>
    {
        foreach (var node in facts.Nodes)
        {
            Fits(Ask(new ShowQuestion { NodeId = node.Id, Bounds = new SearchBounds(Limit: 10_000) }));
        }
    });

    [Test]
    public void FactWithEveryField_FitsTheSchema()
    {
        var set = FullFacts.Of(facts.Ontology);

        Fits(new EmbeddedQueries(new EmbeddedGraph(set)).Ask(new ShowQuestion { NodeId = FullFacts.NodeId }));
    }

    [Test]
    public void AnswerFromNeo4j_FitsTheSchema()
    {
        var answer = Ask(new FindQuestion { Text = "Belarus" });

        Fits(answer with { Run = answer.Run with { Engine = "neo4j", Delivery = "delivered a subgraph" } });
    }

    [Test]
    public async Task ExplainedAnswers_FitTheSchema([Values("iskander", "belarus")] string from)
    {
        var engine = new EmbeddedQueries(new EmbeddedGraph(facts));
        var answer = engine.Ask(new PathQuestion { From = from, To = "government-of-belarus", Mode = PathMode.All });
        using var text = new StringWriter();
        AnswerJson.Write(text, answer, Explanation.Of(answer, facts, await LoadBearing.OfAsync(engine, answer)));

        Assert.That(schema.Problems(text.ToString()), Is.Empty);
    }

    [Test]
    public void EveryMember_IsDescribed()
    {
        var schemas = Newtonsoft.Json.Linq.JObject.Parse(Schema()).DescendantsAndSelf().OfType<Newtonsoft.Json.Linq.JProperty>().Where(property => property.Name == "properties");
        var members = schemas.SelectMany(property => ((Newtonsoft.Json.Linq.JObject)property.Value).Properties());

        Assert.That(members.Where(member => member.Value["description"] is null && member.Value["$ref"] is null).Select(member => member.Path), Is.Empty);
    }

    [TestCase("\"exhaustive\": true", "\"exhaustive\": \"yes\"", "answer.exhaustive: is no boolean")]
    [TestCase("\"exhaustive\": true,", "", "answer: lacks exhaustive")]
    [TestCase("\"outcome\": \"found\"", "\"outcome\": \"maybe\"", "answer.outcome: is none of [\"found\",\"none\",\"undecided\"]")]
    [TestCase("\"limit\": 100", "\"limit\": 0", "question.limit: is less than 1")]
    [TestCase("\"matches\": [", "\"extra\": 1, \"matches\": [", "answer.extra: is not allowed here")]
    [TestCase("sha256:", "md5:", "answer.dataHash: does not match ^sha256:[0-9a-f]{64}$")]
    public void BentAnswer_IsRefused(string right, string wrong, string problem)
    {
        var json = Json(Ask(new FindQuestion { Text = "Belarus" }));
        Assert.That(json, Does.Contain(right));

        Assert.That(schema.Problems(json.Replace(right, wrong, StringComparison.Ordinal)), Is.EqualTo(new[] { problem }));
    }

    private void FitsUnder<TResult>(WhatIf whatIf, Question<TResult> question)
        where TResult : Result
    {
        var answer = whatIf.Ask(question);
        using var text = new StringWriter();
        WhatIfJson.Write(text, answer, answer.After.Run);
        Assert.That(schema.Problems(text.ToString()), Is.Empty, question.Kind);
    }

    private static string Schema() =>
        File.ReadAllText(Path.Combine(SeedTestFiles.Repository().FullName, "src/KnowledgeGraph/Export/answer.schema.json"));

    private static string Json<TResult>(Answer<TResult> answer)
        where TResult : Result
    {
        using var text = new StringWriter();
        AnswerJson.Write(text, answer);
        return text.ToString();
    }

    private Answer<TResult> Ask<TResult>(Question<TResult> question)
        where TResult : Result
        => new EmbeddedQueries(new EmbeddedGraph(facts)).Ask(question);

    private Answer<TResult> Found<TResult>(Question<TResult> question)
        where TResult : Result
    {
        var answer = Ask(question);
        Assert.That(answer.Outcome, Is.EqualTo(Outcome.Found));
        return answer;
    }

    private void Fits<TResult>(Answer<TResult> answer)
        where TResult : Result
        => Assert.That(schema.Problems(Json(answer)), Is.Empty);
}
