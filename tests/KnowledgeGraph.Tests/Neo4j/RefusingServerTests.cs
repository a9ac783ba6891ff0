using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Snapshot;
using KnowledgeGraph.Tests.Import;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>Servers that refuse: wrong password, read-only, killed while a load is at work. Each starts its own.</summary>
[Category("Slow")]
public sealed class RefusingServerTests
{
    /// <summary>A server that is gone comes back when the test starts it again, so that no load need wait for it.</summary>
    private static readonly LoaderOptions Impatient = new() { Attempts = 2 };

    [Test]
    public async Task WrongPassword_IsNamedWithItsCureAndTheRightOneWorks()
    {
        await using var server = await OwnServer.StartAsync(KeyValuePair.Create("NEO4J_TEST_PASSWORD", "right-password"));
        var wrong = await LoadFailsAsync(server.Address.Replace("//", "//neo4j:wrong@", StringComparison.Ordinal));
        var none = await LoadFailsAsync(server.Address);
        await using var right = new Neo4jHttp(Neo4jOptions.Parse(server.Address.Replace("//", "//neo4j:right-password@", StringComparison.Ordinal)));
        var report = await new Neo4jLoader(right).LoadAsync(SmallWorld.Seed(), "d", null, CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wrong.Kind, Is.EqualTo(Neo4jErrorKind.Authentication));
            Assert.That(wrong.Message, Is.EqualTo(
                $"{server.Address} refuses the user or the password (Neo.ClientError.Security.Unauthorized); give both, for example http://USER:PASSWORD@HOST:PORT"));
            Assert.That(none.Kind, Is.EqualTo(Neo4jErrorKind.Authentication));
            Assert.That(report.Counters.RelationshipsCreated, Is.EqualTo(17));
        }
    }

    /// <summary>
    /// Three loads at work when the server dies: one of all at once, which leaves the old state, and two in batches, one of them the
    /// command line's, which are gone on with.
    /// </summary>
    [Test]
    public async Task KilledWhileLoading_IsUnreachableAndNothingIsHalfDoneThenReadOnlyIsNamed()
    {
        await using var server = await OwnServer.StartAsync();
        var (old, large) = (SmallWorld.Seed(), SmallWorld.Random(3, 100, 1000));
        var inBatches = Impatient with { IsInBatches = true, BatchRows = 100 };
        var more = SmallWorld.WithoutRoles(SmallWorld.Random(4, 100, 1000));
        using var folder = new ImportFolder();
        GraphFile.Write(folder.Target, more);
        string[] verb = ["load", "--store", server.Address, "--seed", folder.Target, "--batch-rows", "100", "--dataset", "k"];
        await using (var transport = new Neo4jHttp(Neo4jOptions.Parse(server.Address)))
        {
            await new Neo4jLoader(transport).LoadAsync(old, "d", null, CancellationToken.None);
            using var atWork = new CountdownEvent(2);
            using var killed = new ManualResetEventSlim();
            Task<LoadReport>[] loads =
            [
                Task.Run(() => new Neo4jLoader(transport, Impatient).LoadAsync(SmallWorld.Random(1, 100, 1000), "d", Stop(step => step.Step == "adding OWNS"), CancellationToken.None)),
                Task.Run(() => new Neo4jLoader(transport, inBatches).LoadAsync(large, "b", Stop(step => step is { Step: "facts", DoneRows: > 500 }), CancellationToken.None)),
            ];
            Assert.That(atWork.Wait(TimeSpan.FromMinutes(2)), "the loads did not come so far");
            using var loader = KgProcess.Start(verb);
            await WaitForBatchesAsync(transport, "k");
            server.Kill();
            killed.Set();
            foreach (var load in loads)
            {
                Assert.That(Assert.ThrowsAsync<Neo4jException>(() => load)!.Kind, Is.EqualTo(Neo4jErrorKind.Unreachable));
            }

            Assert.That(await loader.EndAsync(), Is.EqualTo(4), loader.Output);

            Callback Stop(Func<LoadProgress, bool> when) => new(
                step => !killed.IsSet && when(step),
                () =>
                {
                    atWork.Signal();
                    killed.Wait();
                });
        }

        await server.RestartAsync("NEO4J_READ_ONLY", "false"); // recovery writes, so a killed server must start writable once
        await using var again = new Neo4jHttp(Neo4jOptions.Parse(server.Address));
        var back = await new Neo4jReader(again).ReadAllAsync("d", old.Ontology, CancellationToken.None);
        Assert.That(back.DataHash, Is.EqualTo(old.DataHash));
        var report = await new Neo4jLoader(again, inBatches).LoadAsync(large, "b", null, CancellationToken.None);
        Assert.That((report.WasResumed, report.Changes.Facts.AddedCount), Is.EqualTo((true, 1000 - 400)));
        Assert.That((await new Neo4jLoader(again).DiffAsync(large, "b", CancellationToken.None)).IsEmpty);
        var (code, _, errors) = await KgProcess.RunAsync(verb);
        Assert.That(code, Is.Zero, errors);
        Assert.That((await new Neo4jLoader(again).DiffAsync(more, "k", CancellationToken.None)).IsEmpty);

        await server.RestartAsync("NEO4J_READ_ONLY", "true");
        var refused = await LoadFailsAsync(server.Address);
        Assert.That(refused.Kind, Is.EqualTo(Neo4jErrorKind.ReadOnly));
        Assert.That(refused.Message, Is.EqualTo(
            $"{server.Address} is read-only; load where writing is allowed, or set server.databases.default_to_read_only=false there"));
    }

    private static async Task WaitForBatchesAsync(Neo4jHttp transport, string dataset)
    {
        while (!(await new Neo4jReader(transport).DatasetsAsync(CancellationToken.None)).Any(stamp => stamp.Dataset == dataset && stamp.Loading is not null))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private static async Task<Neo4jException> LoadFailsAsync(string address)
    {
        await using var transport = new Neo4jHttp(Neo4jOptions.Parse(address));
        return Assert.ThrowsAsync<Neo4jException>(
            () => new Neo4jLoader(transport).LoadAsync(SmallWorld.Random(2, 5, 5), "d", null, CancellationToken.None))!;
    }
}
