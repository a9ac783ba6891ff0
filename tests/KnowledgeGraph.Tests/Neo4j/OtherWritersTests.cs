using System.Diagnostics;
using KnowledgeGraph.Neo4j;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>Writers that died or are at work, on a real server.</summary>
[NonParallelizable]
public sealed class OtherWritersTests
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
    public async Task DeadWriter_IsEndedAtOnceAndReported()
    {
        var dead = WriterIdentity.OfThisProcess() with { ProcessId = await EndedProcessAsync() };
        await using var abandoned = await BeginLoadAsync(dead);
        var impatient = new Neo4jLoader(database.Transport, new LoaderOptions { WriterWait = TimeSpan.Zero });
        var report = await impatient.LoadAsync(SmallWorld.Seed(), database.Dataset, null, CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.EndedWriters, Has.Count.EqualTo(1));
            Assert.That(report.EndedWriters[0], Does.Match(
                $"^data set \"{database.Dataset}\", host {dead.Host}, process {dead.ProcessId}, since \\S+: its process is gone$"));
        }
    }

    /// <summary>What a killed load read back in.</summary>
    [Test]
    public async Task DeadReader_IsEndedAtOnceAndNoLoadInTheWay()
    {
        await using var abandoned = await BeginAsync("diff", WriterIdentity.OfThisProcess() with { ProcessId = await EndedProcessAsync() });
        await using var atWork = await BeginAsync("diff", WriterIdentity.OfThisProcess());
        var report = await database.Loader.LoadAsync(SmallWorld.Seed(), database.Dataset, null, CancellationToken.None);
        var error = Assert.ThrowsAsync<Neo4jException>(() => abandoned.RunAsync("RETURN 1", Cypher.NoParameters, CancellationToken.None))!;
        Assert.That(error.Kind, Is.EqualTo(Neo4jErrorKind.Terminated));
        Assert.That((await atWork.RunAsync("RETURN 1", Cypher.NoParameters, CancellationToken.None)).Rows, Has.Count.EqualTo(1));
        Assert.That(report.EndedWriters, Is.Empty);
    }

    /// <summary>
    /// The server goes through transactions by a hash of sixteen places, so that one dead in each keeps every other from its metadata
    /// until the server closes them, a minute later.
    /// </summary>
    [Test]
    public async Task TransactionsThatTimedOut_DisturbNoOther()
    {
        var request = new TransactionRequest(AccessMode.Read, TimeSpan.FromSeconds(3), new Dictionary<string, object?> { ["kind"] = "test" });
        for (var i = 0; i < 32; i++)
        {
            await database.Transport.BeginAsync(request, CancellationToken.None);
        }

        await Task.Delay(TimeSpan.FromSeconds(7));
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < 20; i++)
        {
            Assert.That(await database.CountAsync("RETURN 1 AS n"), Is.EqualTo(1));
        }

        Assert.That(Stopwatch.GetElapsedTime(begun), Is.LessThan(TimeSpan.FromSeconds(30)), "before the server closes them itself");
    }

    [Test]
    public async Task ReusedProcessNumber_CountsAsDead()
    {
        var reused = WriterIdentity.OfThisProcess() with { ProcessStart = "2020-01-01T00:00:00.0000000Z" };
        await using var abandoned = await BeginLoadAsync(reused);
        var report = await database.Loader.LoadAsync(SmallWorld.Seed(), database.Dataset, null, CancellationToken.None);
        Assert.That(report.EndedWriters, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task LiveWriter_IsWaitedForThenNamed()
    {
        var live = WriterIdentity.OfThisProcess();
        await using var open = await BeginLoadAsync(live);
        var loader = new Neo4jLoader(database.Transport, new LoaderOptions { WriterWait = TimeSpan.FromSeconds(1) });
        var error = Assert.ThrowsAsync<Neo4jException>(
            () => loader.LoadAsync(SmallWorld.Seed(), database.Dataset, null, CancellationToken.None))!;
        Assert.That(error.Kind, Is.EqualTo(Neo4jErrorKind.Busy));
        Assert.That(error.Message, Does.Match(
            $"^another load of data set \"{database.Dataset}\" is at work at \\S+: data set \"{database.Dataset}\", host {live.Host}, process {live.ProcessId}, since \\S+; wait for it, or end it with --take-over$"));
    }

    [Test]
    public async Task LiveWriterThatEnds_IsWaitedFor()
    {
        var open = await BeginLoadAsync(WriterIdentity.OfThisProcess());
        var load = database.Loader.LoadAsync(SmallWorld.Seed(), database.Dataset, null, CancellationToken.None);
        await Task.Delay(500);
        Assert.That(load.IsCompleted, Is.False);
        await open.DisposeAsync();
        Assert.That((await load).EndedWriters, Is.Empty);
    }

    [Test]
    public async Task TakeOver_EndsALiveWriterWhoseCommitThenFails()
    {
        await using var open = await BeginLoadAsync(WriterIdentity.OfThisProcess());
        var loader = new Neo4jLoader(database.Transport, new LoaderOptions { TakeOver = true });
        var report = await loader.LoadAsync(SmallWorld.Seed(), database.Dataset, null, CancellationToken.None);
        Assert.That(report.EndedWriters.Single(), Does.EndWith(": taken over"));
        var error = Assert.ThrowsAsync<Neo4jException>(() => open.CommitAsync(CancellationToken.None))!;
        Assert.That(error.Kind, Is.EqualTo(Neo4jErrorKind.Terminated));
    }

    [Test]
    public async Task WriterOfAnotherDataset_IsLeftAlone()
    {
        await database.Loader.LoadAsync(SmallWorld.Seed(), database.Dataset, null, CancellationToken.None);
        var other = database.NewDataset();
        await using var open = await BeginLoadAsync(WriterIdentity.OfThisProcess());
        var report = await database.Loader.LoadAsync(SmallWorld.Seed(), other, null, CancellationToken.None);
        Assert.That(report.EndedWriters, Is.Empty);
    }

    [Test]
    public async Task TwoLoadsAtOnce_BothSucceedOneAfterTheOther()
    {
        var reports = await Task.WhenAll(
            database.Loader.LoadAsync(SmallWorld.Seed(), database.Dataset, null, CancellationToken.None),
            database.Loader.LoadAsync(SmallWorld.Seed(), database.Dataset, null, CancellationToken.None));
        Assert.That(reports.Count(report => report.Changes.IsEmpty), Is.EqualTo(1));
    }

    private static async Task<int> EndedProcessAsync()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        await process.WaitForExitAsync();
        return process.Id;
    }

    /// <summary>What a load holds while it works: its metadata and the lock.</summary>
    private async Task<ICypherTransaction> BeginLoadAsync(WriterIdentity writer)
    {
        var transaction = await BeginAsync("load", writer);
        await transaction.RunAsync(
            LoaderCypher.Lock, new Dictionary<string, object?> { ["dataset"] = database.Dataset }, CancellationToken.None);
        return transaction;
    }

    private Task<ICypherTransaction> BeginAsync(string kind, WriterIdentity writer)
    {
        var metadata = new Dictionary<string, object?> { ["kind"] = kind, ["dataset"] = database.Dataset };
        writer.AddTo(metadata);
        return database.Transport.BeginAsync(new TransactionRequest(AccessMode.Write, TimeSpan.FromMinutes(1), metadata), CancellationToken.None);
    }
}
