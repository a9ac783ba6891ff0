using System.Runtime.InteropServices;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Snapshot;

/// <summary>Judges facts once all nodes and sources are known: what they name exists and is of the right type, and a date attests them.</summary>
internal sealed class FactJudge
{
    private readonly OntologyModel ontology;
    private readonly NodeRows nodes;
    private readonly SourceRows sources;
    private readonly List<FactRow> facts;
    private readonly List<FactReference> references;
    private readonly Action<Refusal> refuse;
    private readonly EdgeType[] types;
    private readonly Role[] roles;
    private readonly Dictionary<(string NodeType, IReadOnlyList<string> Allowed), bool> fits = [];

    public FactJudge(
        OntologyModel ontology, NodeRows nodes, SourceRows sources, List<FactRow> facts, List<FactReference> references, Action<Refusal> refuse)
    {
        (this.ontology, this.nodes, this.sources, this.facts, this.references, this.refuse) = (ontology, nodes, sources, facts, references, refuse);
        (types, roles) = ([.. ontology.EdgeTypes.Values], [.. ontology.Roles.Values]);
    }

    /// <summary>The further references of a fact.</summary>
    public ReadOnlySpan<FactReference> ReferencesOf(in FactRow fact) =>
        CollectionsMarshal.AsSpan(references).Slice(fact.FirstReference, fact.References);

    /// <summary>Whether a fact may stay; refuses it with the first reason if not.</summary>
    public bool Accepts(int number)
    {
        var fact = facts[number];
        var why = WhyNot(fact);
        if (why is { } found)
        {
            refuse(new Refusal(fact.Origin, found.Code, found.Reason));
        }

        return why is null;
    }

    /// <summary>The days on which an accepted fact holds.</summary>
    public Validity ValidityOf(in FactRow fact)
    {
        var attested = fact.Attested != default ? fact.Attested
            : (fact.Marks & EdgeMarks.Curator) == 0 && LatestSourceDate(fact) is var date && date != default ? date
            : fact.Entered;
        return Validity.Of(
            types[fact.Type].Persistence, fact.From == default ? null : fact.From, fact.To == default ? null : fact.To, attested);
    }

    private (string Code, string Reason)? WhyNot(in FactRow fact)
    {
        var type = types[fact.Type];
        if ((WhyNoEnd(fact.Subject, type.SubjectTypes, "subject", type.Name)
            ?? (fact.Object < 0 ? null : WhyNoEnd(fact.Object, type.ObjectTypes, "object", type.Name))) is { } why)
        {
            return why;
        }

        foreach (var reference in ReferencesOf(fact))
        {
            if (WhyNoReference(reference) is { } found)
            {
                return found;
            }
        }

        var isAttested = fact.Attested != default || (fact.Marks & EdgeMarks.Curator) != 0 || LatestSourceDate(fact) != default;
        return isAttested ? null : (SeedCode.NoAttestation, "no source of the fact has a date; give the fact \"attestedOn\", the day the source vouches for");
    }

    private (string Code, string Reason)? WhyNoReference(FactReference reference)
    {
        if (reference.IsNode)
        {
            return reference.Kind == FactReference.Claimant
                ? WhyNoEnd(reference.Number, [], "claimant", "")
                : WhyNoEnd(reference.Number, roles[reference.Kind].NodeTypes, "role", roles[reference.Kind].Name);
        }

        return !sources.IsDefined(reference.Number)
            ? (SeedCode.DanglingSource, $"source {ProblemList.Quote(sources.Ids.Text(reference.Number))} does not exist, or was not taken")
            : reference.Kind == FactReference.Author && !sources.HasAuthor(reference.Number)
                ? (SeedCode.NoAuthor, $"source {ProblemList.Quote(sources.Ids.Text(reference.Number))} has no \"author\"; add one or leave the attribution out")
                : null;
    }

    private (string Code, string Reason)? WhyNoEnd(int node, IReadOnlyList<string> allowed, string part, string name)
    {
        if (nodes.IndexOf(node) < 0)
        {
            return (SeedCode.DanglingNode, $"node {ProblemList.Quote(nodes.Ids.Text(node))} does not exist, or was not taken");
        }

        var type = nodes.TypeOf(node);
        if (allowed.Count == 0 || Fits(type, allowed))
        {
            return null;
        }

        var what = part == "role" ? $"the role {name}" : $"the {part} of {name}";
        return (SeedCode.WrongNodeType, $"{ProblemList.Quote(nodes.Ids.Text(node))} is of type {type}; {what} must be {ProblemList.Or(allowed)}");
    }

    private bool Fits(string type, IReadOnlyList<string> allowed)
    {
        if (!fits.TryGetValue((type, allowed), out var isFit))
        {
            fits.Add((type, allowed), isFit = allowed.Any(ancestor => ontology.IsA(type, ancestor)));
        }

        return isFit;
    }

    private PartialDate LatestSourceDate(in FactRow fact)
    {
        PartialDate latest = default;
        foreach (var reference in ReferencesOf(fact))
        {
            if (reference.Kind == FactReference.Evidence && sources.DateOf(reference.Number) is var date && date != default
                && (latest == default || date.Latest > latest.Latest))
            {
                latest = date;
            }
        }

        return latest;
    }
}
