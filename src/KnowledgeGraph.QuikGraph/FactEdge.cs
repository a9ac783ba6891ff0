using KnowledgeGraph.Facts;
using QuikGraph;

namespace KnowledgeGraph.QuikGraph;

/// <summary>
/// A fact as an edge, from the dependent end to the end depended on. Equal to another that leads the same way because of the same
/// fact, so that algorithms may key by edges.
/// </summary>
public sealed class FactEdge : IEdge<string>, IEquatable<FactEdge>
{
    internal FactEdge(string source, string target, Fact fact)
    {
        (Source, Target, Fact) = (source, target, fact);
    }

    /// <summary>Id of the dependent node.</summary>
    public string Source { get; }

    /// <summary>Id of the node depended on.</summary>
    public string Target { get; }

    /// <summary>The fact behind the edge, with its evidence.</summary>
    public Fact Fact { get; }

    /// <inheritdoc/>
    public bool Equals(FactEdge? other) => other is not null && (Source, Target, Fact.Id) == (other.Source, other.Target, other.Fact.Id);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactEdge);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, Target, Fact.Id);

    /// <summary>Such as <c>iskander -> integral (f155)</c>.</summary>
    public override string ToString() => $"{Source} -> {Target} ({Fact.Id})";
}
