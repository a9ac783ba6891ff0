using System.Diagnostics;
using System.Globalization;
using KnowledgeGraph.Benchmarks.Exchange;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Snapshot;

namespace KnowledgeGraph.Benchmarks.Serving;

/// <summary>
/// Whole questions asked of a graph file, with filter, evidence and everything else that an answer holds. Products are ignored and every
/// type is followed, so that the questions are those that bare graphs can answer.
/// </summary>
internal sealed class QuestionPeer
{
    private const int K = 10;
    private const int SimpleHops = 5;
    private const int Cap = 1000;

    private readonly EmbeddedGraph graph;
    private readonly EmbeddedQueries queries;
    private readonly GraphFilter everything;
    private readonly GraphFilter filter;
    private readonly SearchBounds bounds;

    private QuestionPeer(EmbeddedGraph graph, GraphArrays arrays, TimeSpan bound)
    {
        (this.graph, queries) = (graph, new EmbeddedQueries(graph));
        bounds = new SearchBounds(Limit: 100, Timeout: bound, MaxStates: 500_000_000);
        everything = new GraphFilter { Types = [.. arrays.Type.Distinct().Select(type => arrays.TypeNames[type])], Products = ProductRule.Any };
        filter = everything with { Types = [.. arrays.Admitted.Select(type => arrays.TypeNames[type])], AsOf = GraphArrays.AsOf };
    }

    /// <summary>Opens the file and answers from then on.</summary>
    public static void Serve(string file, string folder, TimeSpan bound)
    {
        var arrays = GraphArrays.Read(folder);
        var start = Stopwatch.GetTimestamp();
        var graph = GraphFile.Open(file);
        var took = Stopwatch.GetElapsedTime(start);
        PeerLoop.Serve(new QuestionPeer(graph, arrays, bound).Rows(), took, BytesOf(graph.Edges));
    }

    /// <summary>What the columns and the rows both ways take: dependencies are the columns, dependents the neighbours with their edges.</summary>
    private static long BytesOf(EdgeColumns edges)
    {
        var perEdge = sizeof(int) * 2 + sizeof(int) * 2 + sizeof(ushort) + sizeof(double) + sizeof(int);
        return (long)edges.Count * perEdge;
    }

    private Dictionary<string, Func<int[], string>> Rows() => new()
    {
        ["shortest"] = query => First(query, Path(query)),
        ["filtered"] = query => First(query, Path(query) with { Filter = filter }),
        ["reliable"] = query => Products(Path(query) with { Order = PathOrder.Reliability, MaxHops = PathQuestion.GreatestMaxHops }),
        ["yen"] = query => Products(Path(query) with { Order = PathOrder.Reliability, K = K, MaxHops = PathQuestion.GreatestMaxHops }),
        ["simple"] = query => Paths(Path(query) with { Mode = PathMode.All, MaxHops = SimpleHops, Bounds = bounds with { Limit = Cap } }) is { } paths
            ? Text(paths.Count)
            : PeerLoop.Bound,
        ["closure"] = query => Reached(new TierQuestion { Anchor = Id(query[0]), IsClosure = true, Filter = everything, Bounds = bounds }),
        ["hood"] = query => Reached(new TierQuestion { Anchor = Id(query[0]), MaxHops = 3, Filter = everything, Bounds = bounds }),
        ["cut"] = query => Cut(new CutQuestion
        {
            From = [Id(query[0])],
            To = [Id(query[1])],
            MaxHops = PathQuestion.GreatestMaxHops,
            Filter = everything,
            Bounds = bounds,
        }),
    };

    private PathQuestion Path(int[] query) =>
        new() { From = Id(query[0]), To = Id(query[1]), Mode = PathMode.KShortest, Filter = everything, Bounds = bounds };

    private IReadOnlyList<DependencyPath>? Paths(PathQuestion question)
    {
        var answer = queries.Ask(question);
        return answer.Stopped is StopReason.Timeout or StopReason.Memory ? null : answer.Result.Paths;
    }

    private string First(int[] query, PathQuestion question) => Paths(question) switch
    {
        null => PeerLoop.Bound,
        [var path, ..] => Text(path.Hops.Count),
        _ => query[0] == query[1] ? "0" : "-1",
    };

    private string Products(PathQuestion question) => Paths(question) switch
    {
        null => PeerLoop.Bound,
        [] => "-",
        var paths => string.Join(',', paths.Select(path => path.Product.ToString("R", CultureInfo.InvariantCulture))),
    };

    private string Reached(TierQuestion question)
    {
        var answer = queries.Ask(question);
        return answer.Stopped is StopReason.Timeout or StopReason.Memory ? PeerLoop.Bound : Text(1 + answer.Result.Tiers.Sum(tier => tier.Nodes));
    }

    private string Cut(CutQuestion question)
    {
        var answer = queries.Ask(question);
        return answer.Stopped is StopReason.Timeout or StopReason.Memory ? PeerLoop.Bound
            : answer.Result.Cuts is [var cut, ..] ? Text(cut.Nodes.Count)
            : "-";
    }

    private string Id(int node) => graph.NodeAt(node).Id;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
