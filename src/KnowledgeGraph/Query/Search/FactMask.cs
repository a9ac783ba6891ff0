using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Query.Search;

/// <summary>A pattern made ready for a fact set: answers for a fact whether it matches.</summary>
internal sealed class FactMask
{
    private readonly FactSet set;
    private readonly FactPattern pattern;
    private readonly HashSet<string> ids;
    private readonly HashSet<string> types;
    private readonly HashSet<string> sources;
    private readonly HashSet<string> authors;
    private readonly HashSet<string> conflicting;
    private readonly string? text;

    /// <exception cref="QuestionException">The pattern names a layer, type, role or source that there is not.</exception>
    internal FactMask(FactSet set, FactPattern pattern)
    {
        (this.set, this.pattern) = (set, pattern);
        ids = [.. pattern.Ids];
        types = [.. TypesOf(set.Ontology, pattern).Select(type => type.Name)];
        sources = [.. pattern.Sources.Select(name => EdgeMask.SourceNamed(set, name))];
        authors = [.. pattern.Authors.Select(name => EdgeMask.SourceNamed(set, name))];
        conflicting = [.. pattern.ConflictsWith];
        text = pattern.Text is { } words ? NameKey.Of(words) : null;
    }

    /// <summary>The edge types that a pattern leaves, by name; checks every name that the ontology must know.</summary>
    /// <exception cref="QuestionException">The ontology does not know one.</exception>
    internal static List<EdgeType> TypesOf(OntologyModel ontology, FactPattern pattern)
    {
        foreach (var nodeType in pattern.SubjectTypes.Concat(pattern.ObjectTypes))
        {
            EdgeScope.Known(ontology.NodeTypes, nodeType, "node type");
        }

        foreach (var role in pattern.Roles)
        {
            EdgeScope.Known(ontology.Roles, role.Role, "role");
        }

        var named = pattern.Types.Select(name => EdgeScope.Known(ontology.EdgeTypes, name, "edge type").Name).ToHashSet(StringComparer.Ordinal);
        var layers = pattern.Layers.Select(name => EdgeScope.Known(ontology.Layers, name, "layer").Name).ToHashSet(StringComparer.Ordinal);
        return [.. ontology.EdgeTypes.Values.Where(type =>
            (named.Count == 0 || named.Contains(type.Name)) && (layers.Count == 0 || layers.Contains(type.Layer)))];
    }

    /// <summary>The certainty with which a fact matches; certainly where no day is asked, <see cref="Certainty.Not"/> where it does not.</summary>
    internal Certainty Of(Fact fact)
    {
        if (!types.Contains(fact.Type) || !MatchesEnds(fact) || !MatchesRoles(fact) || !MatchesWeight(fact) || !MatchesWords(fact))
        {
            return Certainty.Not;
        }

        var certainty = pattern.AsOf is { } day ? set.ValidityOf(fact).At(day) : Certainty.Certainly;
        return pattern.CertainOnly && certainty != Certainty.Certainly ? Certainty.Not : certainty;
    }

    private bool MatchesEnds(Fact fact) =>
        Matches(fact.Subject, pattern.Subjects, pattern.SubjectTypes, pattern.SubjectCountries)
        && Matches(fact.Object, pattern.Objects, pattern.ObjectTypes, pattern.ObjectCountries);

    private bool Matches(string? nodeId, IReadOnlyList<string> ids, IReadOnlyList<string> nodeTypes, IReadOnlyList<string> countries)
    {
        if (ids.Count == 0 && nodeTypes.Count == 0 && countries.Count == 0)
        {
            return true;
        }

        return nodeId is not null && set.FindNode(nodeId) is { } node
            && (ids.Count == 0 || ids.Contains(nodeId))
            && (nodeTypes.Count == 0 || nodeTypes.Any(type => set.Ontology.IsA(node.Type, type)))
            && (countries.Count == 0 || countries.Contains(nodeId) || node.Countries.Any(countries.Contains));
    }

    private bool MatchesRoles(Fact fact) => pattern.Roles.All(role =>
        role.Filler is { } filler ? fact.RoleFillers(role.Role).Contains(filler) : fact.RoleFillers(role.Role).Count > 0);

    private bool MatchesWeight(Fact fact) =>
        (pattern.Polarity == Polarity.Both || fact.IsDenied == (pattern.Polarity == Polarity.Denied))
        && (pattern.Statuses.Count == 0 || pattern.Statuses.Contains(fact.Status))
        && fact.Confidence >= pattern.MinConfidence
        && (sources.Count == 0 || fact.Evidence.Any(evidence => sources.Contains(evidence.Source)))
        && (pattern.AttributedTo.Count == 0 || IsClaimOf(fact));

    private bool IsClaimOf(Fact fact) =>
        (fact.AttributedTo is { } node && pattern.AttributedTo.Contains(node))
        || (fact.AttributedToAuthorOf is { } source && authors.Contains(source));

    private bool MatchesWords(Fact fact) =>
        (ids.Count == 0 || ids.Contains(fact.Id))
        && !(fact.EnteredOn.Latest > pattern.KnownOn)
        && (text is null || NameKey.Of(fact.Statement).Contains(text, StringComparison.Ordinal))
        && (conflicting.Count == 0 || set.ConflictsOf(fact.Id).Any(conflict => conflict.Facts.Any(conflicting.Contains)));
}
