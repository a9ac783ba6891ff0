using System.Globalization;
using KnowledgeGraph.Facts;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>
/// Shows that no path is better than the first of an answer, or that there is none at all: where walks from the start can stand while
/// they could still become better. The labels hold the start, every hop from one of them leads to another or is hopeless, and at none
/// may a path end; so no better path ends anywhere.
/// </summary>
/// <remarks>
/// The labels are checked one hop at a time, without a search. They do not show that no other path is as good as the first, nor that a
/// list of paths is complete: for that the paths have to be listed again. Labels of walks count for paths as well, but not the other
/// way round: where a walk that meets a node twice would be better, nothing is shown.
/// </remarks>
/// <param name="Shows">What is shown.</param>
/// <param name="Because">Why nothing is shown; null where something is.</param>
/// <param name="Labels">The labels, by hops, then by node and by what was gathered; empty where nothing is shown.</param>
public sealed record PathCertificate(CertificateClaim Shows, CertificateObstacle? Because, IReadOnlyList<PathLabel> Labels)
{
    /// <summary>The most labels of a certificate.</summary>
    public const int MostLabels = 100_000;

    internal void WriteTo(JsonWriter writer) => writer.Object("certificate", this, static (w, certificate) =>
    {
        w.Field("shows", certificate.Shows switch
        {
            CertificateClaim.NoPath => "no-path",
            CertificateClaim.NoneShorter => "none-shorter",
            CertificateClaim.NoneMoreReliable => "none-more-reliable",
            CertificateClaim.NoneWider => "none-wider",
            _ => "nothing",
        });
        w.Field("because", certificate.Because switch
        {
            null => null,
            CertificateObstacle.NoHops => "no-hops",
            CertificateObstacle.Disjoint => "disjoint",
            CertificateObstacle.Stopped => "stopped",
            CertificateObstacle.Bounds => "bounds",
            CertificateObstacle.Labels => "labels",
            _ => "walks",
        });
        if (certificate.Shows != CertificateClaim.Nothing)
        {
            w.List("labels", certificate.Labels, static (l, label) => l.Object(label, static (o, item) => item.WriteTo(o)));
        }
    });
}

/// <summary>What a certificate shows.</summary>
public enum CertificateClaim
{
    /// <summary>Nothing; it says why.</summary>
    Nothing,

    /// <summary>There is no path within the hops allowed.</summary>
    NoPath,

    /// <summary>No path has fewer hops than the first.</summary>
    NoneShorter,

    /// <summary>No path has a greater product of confidences than the first.</summary>
    NoneMoreReliable,

    /// <summary>No path has a better weakest link than the first.</summary>
    NoneWider,
}

/// <summary>Why a certificate shows nothing.</summary>
public enum CertificateObstacle
{
    /// <summary>FROM is TO, and a path without hops cannot be bettered.</summary>
    NoHops,

    /// <summary>The best set of disjoint paths is shown only by listing all paths.</summary>
    Disjoint,

    /// <summary>Nothing was found, but the search was stopped.</summary>
    Stopped,

    /// <summary>The bounds of the question left no room for it.</summary>
    Bounds,

    /// <summary>It would have more than <see cref="PathCertificate.MostLabels"/> labels.</summary>
    Labels,

    /// <summary>A walk that meets a node twice would be better, and labels do not tell walks from paths.</summary>
    Walks,
}

/// <summary>Where a walk can stand.</summary>
public sealed record PathLabel
{
    /// <summary>Id of the node.</summary>
    public required string Node { get; init; }

    /// <summary>The hops after which it can stand there.</summary>
    public required int Hops { get; init; }

    /// <summary>Id of the product that it carries; null where none is tracked.</summary>
    public string? Product { get; init; }

    /// <summary>Whether it carries a component that no source names.</summary>
    public bool IsUnspecified { get; init; }

    /// <summary>How many of the nodes to pass through lie behind.</summary>
    public int Passed { get; init; }

    /// <summary>
    /// The places of the edge expression that the next hop may take, numbered from 1 as they are written; null where there is no expression.
    /// </summary>
    public IReadOnlyList<int>? Places { get; init; }

    /// <summary>Whether the hops so far fit the whole edge expression.</summary>
    public bool FitsExpression { get; init; }

    /// <summary>With days in order, the day that bounds those of later hops; else null.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>For reliability the product of confidences so far, an exact decimal; else null.</summary>
    public string? Best { get; init; }

    internal void WriteTo(JsonWriter writer)
    {
        writer.Field("node", Node);
        writer.Field("hops", Hops);
        writer.Field("product", Product);
        writer.Flag("unspecified", IsUnspecified);
        if (Passed > 0)
        {
            writer.Field("passed", Passed);
        }

        if (Places is not null)
        {
            writer.List("places", Places, static (w, place) => w.WriteValue(place));
            writer.Flag("mayEnd", FitsExpression);
        }

        writer.Field("day", Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.Field("best", Best);
    }
}
