using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Snapshot;

/// <summary>
/// Judges facts once all nodes and sources are known: what they name exists and is of the right type, and a date attests them. Each is
/// looked at once, since most of the time goes into fetching the nodes that it names.
/// </summary>
internal sealed class FactJudge
{
    private readonly NodeRows nodes;
    private readonly SourceRows sources;
    private readonly FactRows facts;
    private readonly Action<Refusal> refuse;
    private readonly EdgeType[] types;
    private readonly Role[] roles;

    /// <summary>For each edge type, or role, whether it takes each type of nodes; the last stands for a node that is not there.</summary>
    private readonly bool[][] subjectFits;
    private readonly bool[][] objectFits;
    private readonly bool[][] fillerFits;

    public FactJudge(OntologyModel ontology, NodeRows nodes, SourceRows sources, FactRows facts, Action<Refusal> refuse)
    {
        (this.nodes, this.sources, this.facts, this.refuse) = (nodes, sources, facts, refuse);
        (types, roles) = ([.. ontology.EdgeTypes.Values], [.. ontology.Roles.Values]);
        subjectFits = Array.ConvertAll(types, type => Fits(type.SubjectTypes));
        objectFits = Array.ConvertAll(types, type => Fits(type.ObjectTypes));
        fillerFits = Array.ConvertAll(roles, role => Fits(role.NodeTypes));

        bool[] Fits(IReadOnlyList<string> allowed) =>
            [.. ontology.NodeTypes.Keys.Select(type => allowed.Count == 0 || allowed.Any(ancestor => ontology.IsA(type, ancestor))), false];
    }

    /// <summary>
    /// Whether a fact may stay; refuses it with the first reason if not. Asked once: one that stays then names nodes by their positions
    /// in the file, and the day that attests it.
    /// </summary>
    public bool Accepts(int number)
    {
        ref var fact = ref facts[number];
        var why = WhyNot(number);
        var attested = why is null ? AttestationOf(number) : default;
        if (attested == default)
        {
            var (code, reason) = why ?? NotAttested;
            refuse(new Refusal(fact.Origin, code, reason));
            return false;
        }

        fact.Subject = nodes[fact.Subject].Index;
        fact.Object = fact.Object < 0 ? -1 : nodes[fact.Object].Index;
        fact.Attested = attested;
        for (var at = fact.FirstReference; at < facts.EndOfReferences(number); at++)
        {
            ref var reference = ref facts.Reference(at);
            reference = reference.IsNode ? reference with { Number = nodes[reference.Number].Index } : reference;
        }

        return true;
    }

    private static (string Code, string Reason) NotAttested =>
        (SeedCode.NoAttestation, "no source of the fact has a date; give the fact \"attestedOn\", the day the source vouches for");

    private (string Code, string Reason)? WhyNot(int number)
    {
        ref readonly var fact = ref facts[number];
        if (!IsEnd(fact.Subject, subjectFits[fact.Type]))
        {
            return WhyNoEnd(fact.Subject, types[fact.Type].SubjectTypes, $"the subject of {types[fact.Type].Name}");
        }

        if (fact.Object >= 0 && !IsEnd(fact.Object, objectFits[fact.Type]))
        {
            return WhyNoEnd(fact.Object, types[fact.Type].ObjectTypes, $"the object of {types[fact.Type].Name}");
        }

        for (var at = fact.FirstReference; at < facts.EndOfReferences(number); at++)
        {
            if (WhyNoReference(facts.Reference(at)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private (string Code, string Reason)? WhyNoReference(FactReference reference)
    {
        if (reference.IsNode)
        {
            var role = reference.Kind;
            return role == FactReference.Claimant
                ? nodes[reference.Number].Index >= 0 ? null : WhyNoEnd(reference.Number, [], "")
                : IsEnd(reference.Number, fillerFits[role]) ? null : WhyNoEnd(reference.Number, roles[role].NodeTypes, $"the role {roles[role].Name}");
        }

        return !sources.IsDefined(reference.Number)
            ? (SeedCode.DanglingSource, $"source {ProblemList.Quote(sources.Ids.Text(reference.Number))} does not exist, or was not taken")
            : reference.Kind == FactReference.Author && !sources.HasAuthor(reference.Number)
                ? (SeedCode.NoAuthor, $"source {ProblemList.Quote(sources.Ids.Text(reference.Number))} has no \"author\"; add one or leave the attribution out")
                : null;
    }

    private bool IsEnd(int node, bool[] fits) => fits[nodes[node].Type];

    private (string Code, string Reason) WhyNoEnd(int node, IReadOnlyList<string> allowed, string what) => nodes[node].Index < 0
        ? (SeedCode.DanglingNode, $"node {ProblemList.Quote(nodes.Ids.Text(node))} does not exist, or was not taken")
        : (SeedCode.WrongNodeType, $"{ProblemList.Quote(nodes.Ids.Text(node))} is of type {nodes.TypeOf(node)}; {what} must be {ProblemList.Or(allowed)}");

    /// <summary>The day, month or year that vouches for a fact whose sources are all there; the default where nothing does.</summary>
    private PartialDate AttestationOf(int number)
    {
        ref readonly var fact = ref facts[number];
        return fact.Attested != default ? fact.Attested
            : (fact.Marks & EdgeMarks.Curator) != 0 ? fact.Entered
            : LatestSourceDate(number);
    }

    private PartialDate LatestSourceDate(int number)
    {
        PartialDate latest = default;
        for (var at = facts[number].FirstReference; at < facts.EndOfReferences(number); at++)
        {
            var reference = facts.Reference(at);
            if (reference.Kind == FactReference.Evidence && sources.DateOf(reference.Number) is var date && date != default
                && (latest == default || date.Latest > latest.Latest))
            {
                latest = date;
            }
        }

        return latest;
    }
}
