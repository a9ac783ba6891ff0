using Newtonsoft.Json.Linq;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>
/// Two members of a cluster behind one address, which answer as Neo4j documents and 5.26 does: a begin goes to the member that is due
/// and names it in a header, any other request to the member the header names, or else to the first. A commit's reply holds a
/// bookmark. A member that lacks a bookmark's data begins all the same, and then refuses the first statement. The data are one number.
/// </summary>
internal sealed class FakeCluster : IAsyncDisposable
{
    public const string AffinityHeader = "neo4j-cluster-affinity";

    private readonly Dictionary<string, Member> members = new() { ["a"] = new Member("a"), ["b"] = new Member("b") };
    private int begun;

    public FakeCluster() => Server = new FakeServer(Answer);

    public FakeServer Server { get; }

    /// <summary>The member that takes writes; it passes them on when <see cref="Lag"/> is used up.</summary>
    public string Leader { get; set; } = "a";

    /// <summary>The member that the next begin goes to.</summary>
    public string Due { get; set; } = "a";

    /// <summary>How many more statements the follower refuses before it has what the leader has.</summary>
    public int Lag { get; set; }

    /// <summary>What happens instead of answering a request; null to answer.</summary>
    public Func<FakeRequest, FakeReply?> Instead { get; set; } = _ => null;

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static FakeReply Refused(string code, string message, int status = 400) =>
        FakeReply.Json($$"""{"errors":[{"code":"{{code}}","message":"{{message}}"}]}""", status);

    private FakeReply? Answer(FakeRequest request)
    {
        lock (members)
        {
            return Instead(request) ?? request.Line switch
            {
                "GET /" => FakeReply.Json(FakeServer.Root, 200),
                "POST /db/neo4j/query/v2/tx" => Begin(JObject.Parse(request.Body)),
                _ => InTransaction(request, members[request.Header(AffinityHeader) ?? "a"]),
            };
        }
    }

    private FakeReply Begin(JObject body)
    {
        var member = members[Due];
        var id = $"{begun++:x4}";
        member.Open[id] = body["bookmarks"] is JArray marks ? marks.Max(mark => int.Parse((string)mark!, System.Globalization.CultureInfo.InvariantCulture)) : 0;
        return FakeReply.Json($$$"""{"transaction":{"id":"{{{id}}}"}}""") with { Headers = $"{AffinityHeader}: {member.Name}\r\n" };
    }

    private FakeReply InTransaction(FakeRequest request, Member member)
    {
        var parts = request.Line.Split('/');
        if (parts.Length < 7)
        {
            return FakeReply.Json("{}");
        }

        if (!member.Open.TryGetValue(parts[6], out var waitedFor))
        {
            return Refused("Neo.ClientError.Request.Invalid", $"Transaction with Id: {parts[6]} was not found.", 404);
        }

        return request.Line.StartsWith("DELETE", StringComparison.Ordinal) || parts.Length > 7
            ? End(member, parts[6])
            : Run(member, waitedFor, (string)JObject.Parse(request.Body)["statement"]!);
    }

    private FakeReply Run(Member member, int waitedFor, string statement)
    {
        if (member.Version < waitedFor)
        {
            if (Lag-- > 0)
            {
                return Refused("Neo.TransientError.Transaction.BookmarkTimeout", "Database 'neo4j' not up to the requested version");
            }

            member.Version = members[Leader].Version;
        }

        if (statement == "WRITE")
        {
            if (member.Name != Leader)
            {
                return Refused("Neo.ClientError.Cluster.NotALeader", "No write operations are allowed directly on this database.");
            }

            member.Version++;
        }

        return FakeReply.Json($$$"""{"data":{"fields":["version"],"values":[[{{{member.Version}}}]]}}""");
    }

    private static FakeReply End(Member member, string id)
    {
        member.Open.Remove(id);
        return FakeReply.Json($$"""{"bookmarks":["{{member.Version}}"]}""");
    }

    private sealed class Member(string name)
    {
        public string Name => name;

        /// <summary>Its open transactions, and the version each waits for.</summary>
        public Dictionary<string, int> Open { get; } = [];

        public int Version { get; set; }
    }
}
