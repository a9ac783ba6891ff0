using System.Net.Http.Headers;
using KnowledgeGraph.Neo4j;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>A load whose commits lose their answers on the way, by a proxy before a real server.</summary>
public sealed class UnconfirmedLoadTests
{
    /// <summary>The first commit is of constraints, the second of the facts; each may have taken when its answer is lost.</summary>
    [Test]
    public async Task CommitLosesItsAnswer_IsLookedIntoAndLoadedOnce([Values(1, 2)] int lost, [Values] bool hasTaken)
    {
        await using var database = TestDatabase.Open();
        using var client = new HttpClient { BaseAddress = database.Options.Server };
        var commits = 0;
        await using var proxy = new FakeServer(request => request.Line.EndsWith("/commit", StringComparison.Ordinal) && ++commits == lost
            ? Lose(client, request, hasTaken)
            : Forward(client, request));
        var facts = SmallWorld.Seed();
        await using var transport = new Neo4jHttp(Neo4jOptions.Parse(proxy.Address));

        var report = await new Neo4jLoader(transport).LoadAsync(facts, database.Dataset, null, CancellationToken.None);
        var back = await new Neo4jReader(database.Transport).ReadAllAsync(database.Dataset, facts.Ontology, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(commits, Is.EqualTo(3), "two, and one more that looked");
            Assert.That(back.DataHash, Is.EqualTo(facts.DataHash));
            Assert.That(report.CommitCount, Is.EqualTo(1));
            Assert.That(report.Changes.Facts.Added, Has.Count.EqualTo(facts.Facts.Count));
            Assert.That(report.Counters.RelationshipsCreated, Is.EqualTo(17));
        }
    }

    private static FakeReply Lose(HttpClient client, FakeRequest request, bool hasTaken)
    {
        if (hasTaken)
        {
            Forward(client, request);
        }

        return FakeReply.Json("{") with { ClaimedLength = 1000 };
    }

    private static FakeReply Forward(HttpClient client, FakeRequest request)
    {
        var parts = request.Line.Split(' ');
        using var message = new HttpRequestMessage(new HttpMethod(parts[0]), parts[1]);
        message.Headers.Accept.ParseAdd(request.Header("Accept"));
        if (request.Body.Length > 0)
        {
            message.Content = new StringContent(request.Body, new MediaTypeHeaderValue("application/json"));
        }

        using var reply = client.Send(message);
        using var body = new StreamReader(reply.Content.ReadAsStream());
        return new FakeReply((int)reply.StatusCode, reply.Content.Headers.ContentType?.MediaType ?? "text/plain", body.ReadToEnd());
    }
}
