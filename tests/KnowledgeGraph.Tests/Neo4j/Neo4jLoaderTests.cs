using KnowledgeGraph.Facts;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Ontology;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>Loading into a real server.</summary>
public sealed class Neo4jLoaderTests
{
    private TestDatabase database = null!;

    [SetUp]
    public void Open() => database = TestDatabase.Open();

    [TearDown]
    public async Task Close()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    [Test]
    public async Task LoadedTwice_ChangesNothingByTheServersCounters()
    {
        var set = SmallWorld.Seed();
        var first = await LoadAsync(set);
        var second = await LoadAsync(set);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Changes.Nodes.ToString(), Is.EqualTo("3 added, 0 changed, 0 removed, 0 unchanged"));
            Assert.That(first.Changes.Facts.Added, Is.EqualTo(new[] { "f1", "f2", "f3", "f4" }));
            Assert.That(first.Changes.Sources.Added, Is.EqualTo(new[] { "s1", "s2" }));
            Assert.That(first.Changes.Conflicts.Added, Is.EqualTo(new[] { "c1" }));
            Assert.That(first.Counters.RelationshipsCreated, Is.EqualTo(17), "4 facts, 13 of provenance");
            Assert.That(first.Counters.NodesCreated, Is.EqualTo(12));
            Assert.That(second.Counters, Is.EqualTo(new UpdateCounters()));
            Assert.That(second.Changes.IsEmpty);
            Assert.That(second.Changes.Facts.UnchangedCount, Is.EqualTo(4));
            Assert.That((first.CommitCount, second.CommitCount), Is.EqualTo((1, 0)));
        }
    }

    [Test]
    public async Task ReadBack_HasTheSameHash([Values(1, 2, 3)] int seed)
    {
        var set = SmallWorld.Random(seed, 50, 200);
        await LoadAsync(set);
        var back = await new Neo4jReader(database.Transport).ReadAllAsync(database.Dataset, set.Ontology, CancellationToken.None);
        Assert.That(back.DataHash, Is.EqualTo(set.DataHash));
    }

    [Test]
    public async Task ChangedAddedAndRemoved_AreWrittenAndNothingElse()
    {
        var old = SmallWorld.Seed();
        await LoadAsync(old);
        var set = SmallWorld.Set(
            old.Nodes.Where(node => node.Id != "iskander").Append(SmallWorld.Node("t72", "Product", "T-72")),
            [
                SmallWorld.Fact("f1", "integral", "SUPPLIES_TO", "t72"), // another end
                old.FindFact("f2")!,
                old.FindFact("f3")! with { Type = "SUPPLIES_TO" },
                SmallWorld.Fact("f5", "minsk", "HAS_ATTRIBUTE", null) with { Value = new FactValue { Unit = "word", Text = "republic" } },
            ]);
        var report = await LoadAsync(set);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Changes.Nodes.ToString(), Is.EqualTo("1 added, 0 changed, 1 removed, 2 unchanged"));
            Assert.That(report.Changes.Facts.Added, Is.EqualTo(new[] { "f5" }));
            Assert.That(report.Changes.Facts.Changed, Is.EqualTo(new[] { "f1", "f3" }));
            Assert.That(report.Changes.Facts.Removed, Is.EqualTo(new[] { "f4" }));
            Assert.That(report.Changes.Conflicts.Removed, Is.EqualTo(new[] { "c1" }));
            Assert.That(report.Counters.RelationshipsDeleted, Is.EqualTo(7), "f1, f3, f4; OBJECT of f1, three of f4");
            Assert.That(report.Counters.RelationshipsCreated, Is.EqualTo(7), "f1, f3, f5; OBJECT of f1, three of f5");
        }

        await RequireStateAsync(set);
    }

    [Test]
    public async Task ForeignNodeAndSecondDataset_Survive()
    {
        await database.RunAsync("CREATE (:Company {id: 'integral', dataset: $dataset})");
        var second = database.NewDataset();
        await LoadAsync(SmallWorld.Seed());
        await database.Loader.LoadAsync(SmallWorld.Seed(), second, null, CancellationToken.None);
        await LoadAsync(SmallWorld.Set([], []));
        var other = await database.Loader.LoadAsync(SmallWorld.Seed(), second, null, CancellationToken.None);
        Assert.That(other.Counters.IsEmpty);
        Assert.That(await database.CountAsync("MATCH (n:Company {id: 'integral', dataset: $dataset}) RETURN count(n) AS n"), Is.EqualTo(1));
        Assert.That(await database.CountAsync("MATCH (n {dataset: $dataset}) RETURN count(n) AS n"), Is.EqualTo(4), "data set, two sources, foreign");
    }

    [TestCaseSource(typeof(HandEdits), nameof(HandEdits.All))]
    public async Task HandEdit_IsSeenAndHealed(string edit)
    {
        var set = SmallWorld.Seed();
        await LoadAsync(set);
        await database.RunAsync(edit);
        var difference = await database.Loader.DiffAsync(set, database.Dataset, CancellationToken.None);
        Assert.That(difference.IsEmpty, Is.False);
        var report = await LoadAsync(set);
        Assert.That(report.Counters.IsEmpty, Is.False);
        await RequireStateAsync(set);
    }

    [Test]
    public async Task MoreChangesThanATransactionHolds_AreCommittedInSeveral()
    {
        var set = SmallWorld.Random(7, 30, 100);
        var loader = new Neo4jLoader(database.Transport, new LoaderOptions { MaxRowsPerTransaction = 40, BatchRows = 15 });
        var report = await loader.LoadAsync(set, database.Dataset, null, CancellationToken.None);
        Assert.That(report.CommitCount, Is.GreaterThan(3));
        Assert.That(report.WasAtomic, Is.False);
        Assert.That(report.Changes.Facts.Added, Has.Count.EqualTo(100));
        await RequireStateAsync(set);
    }

    [Test]
    public async Task Cancelled_LeavesTheOldStateAndNoTransaction()
    {
        await LoadAsync(SmallWorld.Seed());
        using var cancel = new CancellationTokenSource();
        var progress = new Callback(step => step.Step == "adding facts", cancel.Cancel);
        Assert.That(
            () => database.Loader.LoadAsync(SmallWorld.Random(1, 50, 300), database.Dataset, progress, cancel.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await database.CountAsync(Writing), Is.Zero);
        await RequireStateAsync(SmallWorld.Seed());
    }

    [Test]
    public async Task ChangedBeforeItIsReadBack_IsNoSuccess()
    {
        var progress = new Callback(step => step.Step == "reading back", () => database.RunAsync(
            "MATCH (n:KgNode {dataset: $dataset, id: 'integral'}) SET n.name = 'X' WITH n MATCH (s:KgSource {dataset: $dataset, id: 's2'}) DETACH DELETE s").Wait());
        var error = Assert.ThrowsAsync<Neo4jException>(
            () => database.Loader.LoadAsync(SmallWorld.Seed(), database.Dataset, progress, CancellationToken.None))!;
        Assert.That(error.Kind, Is.EqualTo(Neo4jErrorKind.Dataset));
        Assert.That(error.Message, Is.EqualTo(
            $"data set \"{database.Dataset}\" at {database.Transport.Endpoint} was written, but reads back otherwise: "
            + "1 node changed in Neo4j: integral; 1 fact changed in Neo4j: f3; 1 source missing in Neo4j: s2; somebody changed it meanwhile, load again"));
        await LoadAsync(SmallWorld.Seed());
        await RequireStateAsync(SmallWorld.Seed());
    }

    [Test]
    public async Task Provenance_LeadsFromAFactToItsEndsAndSources()
    {
        await LoadAsync(SmallWorld.Seed());
        var found = await database.RunAsync(
            """
            MATCH (f:KgFact:Fact {dataset: $dataset})-[r]->(n)
            RETURN f.name + ' ' + type(r) + coalesce(' ' + r.place, '') + ' ' + n.id AS line ORDER BY line
            """);
        Assert.That(found.Rows.Select(row => row.Text("line")), Is.EqualTo(new[]
        {
            "f1 EVIDENCED_BY line 29 s1", "f1 OBJECT iskander", "f1 SUBJECT integral",
            "f2 EVIDENCED_BY line 29 s1", "f2 OBJECT f2", "f2 SUBJECT integral",
            "f3 EVIDENCED_BY p1 s2", "f3 EVIDENCED_BY p2 s1", "f3 OBJECT integral", "f3 SUBJECT minsk",
            "f4 EVIDENCED_BY line 29 s1", "f4 OBJECT integral", "f4 SUBJECT minsk",
        }));
    }

    [Test]
    public void OntologyThatUsesAReservedName_IsRefused()
    {
        var own = SmallWorld.Ontology;
        var subject = own.EdgeTypes["OWNS"] with { Name = "SUBJECT" };
        var ontology = new OntologyModel(
            own.NodeTypes.Values, [subject], own.Layers.Values, own.Roles.Values, own.Units.Values, own.IdentifierSchemes.Values);
        Assert.That(
            () => LoadAsync(new FactSet(ontology, [], [], [], [])),
            Throws.InstanceOf<Neo4jException>().With.Message.EqualTo(
                $"the ontology's edge type SUBJECT is named like the relationships that provenance stands in at {database.Transport.Endpoint} "
                + "(SUBJECT, OBJECT, EVIDENCED_BY), so nothing was loaded; rename it"));
    }

    [Test]
    public void MissingEnd_IsRefusedBeforeWriting() =>
        Assert.That(
            () => LoadAsync(SmallWorld.Set([SmallWorld.Node("a", "Company", "A")], [SmallWorld.Fact("f1", "a", "OWNS", "b")])),
            Throws.ArgumentException.With.Message.EqualTo(
                "1 ends of facts are no nodes of the data set, so nothing was loaded: f1 → b"));

    [TestCase("Integral")]
    [TestCase("chips")]
    [TestCase("Iнтэграл")]
    public async Task FullTextIndex_FindsANodeByAnyName(string word)
    {
        await LoadAsync(SmallWorld.Seed());
        await database.RunAsync("CALL db.awaitIndexes(30)");
        Assert.That(await database.CountAsync(
            $"CALL db.index.fulltext.queryNodes('kgNames', '{word}') YIELD node WHERE node.dataset = $dataset AND node.id = 'integral' RETURN count(*) AS n"),
            Is.EqualTo(1));
    }

    [Test]
    public async Task DatasetLargerThanMayBeRead_IsRefused()
    {
        await database.Loader.LoadAsync(SmallWorld.Seed(), database.Dataset, null, CancellationToken.None);

        Assert.That(
            () => new Neo4jReader(database.Transport).ReadAllAsync(database.Dataset, SmallWorld.Ontology, CancellationToken.None, most: 2),
            Throws.InstanceOf<Neo4jException>().With.Message.EqualTo(
                $"data set \"{database.Dataset}\" at {database.Transport.Endpoint} holds more than 2 nodes or facts, which is more than is read whole"));
    }

    [Test]
    public async Task UnknownDataset_ListsWhatIsThere()
    {
        await LoadAsync(SmallWorld.Seed());
        var error = Assert.ThrowsAsync<Neo4jException>(
            () => new Neo4jReader(database.Transport).ReadAllAsync("nope", SmallWorld.Ontology, CancellationToken.None))!;
        Assert.That(error.Kind, Is.EqualTo(Neo4jErrorKind.Dataset));
        Assert.That(error.Message, Does.StartWith($"data set \"nope\" at {database.Transport.Endpoint} is not there; there are "));
    }

    [Test]
    public async Task FirstLoad_MakesNoUnrecognizedNames()
    {
        await LoadAsync(SmallWorld.Seed());
        foreach (var statement in new[] { LoaderCypher.Stamps, LoaderCypher.CreateRelationships("OWNS", Cypher.Node).Replace("$rows", "[]", StringComparison.Ordinal) })
        {
            var result = await database.RunAsync(statement);
            Assert.That(result.Notifications.Where(notification => notification.Category != "GENERIC"), Is.Empty);
        }
    }

    private const string Writing =
        "SHOW TRANSACTIONS YIELD metaData AS m, status WHERE m.dataset = $dataset AND NOT status STARTS WITH 'Terminated' RETURN count(*) AS n";

    private Task<LoadReport> LoadAsync(FactSet set) => database.Loader.LoadAsync(set, database.Dataset, null, CancellationToken.None);

    private async Task RequireStateAsync(FactSet set)
    {
        Assert.That((await database.Loader.DiffAsync(set, database.Dataset, CancellationToken.None)).IsEmpty);
        var back = await new Neo4jReader(database.Transport).ReadAllAsync(database.Dataset, set.Ontology, CancellationToken.None);
        Assert.That(back.DataHash, Is.EqualTo(set.DataHash));
        Assert.That((await LoadAsync(set)).Counters.IsEmpty);
    }
}
