using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed.Rules;

/// <summary>Every id that is pointed at exists. Ids of items that were read with problems count as existing.</summary>
internal sealed class References
{
    private readonly SeedDraft draft;
    private readonly ProblemList problems;

    private References(SeedDraft draft, ProblemList problems) => (this.draft, this.problems) = (draft, problems);

    public static void Check(SeedDraft draft, ProblemList problems)
    {
        var references = new References(draft, problems);
        foreach (var node in draft.Nodes)
        {
            references.Nodes(node.Value.Find("country"));
        }

        foreach (var fact in draft.Facts)
        {
            references.OfFact(fact.Value);
        }

        foreach (var fact in draft.Conflicts.SelectMany(conflict => conflict.Value.Find("facts")?.Items ?? []))
        {
            references.One(fact, SeedPart.Facts, "fact", SeedCode.DanglingFact, draft.FactsById);
        }
    }

    private void OfFact(SeedValue fact)
    {
        Node(fact.Find("subject"));
        Node(fact.Find("object"));
        Node(fact.Find("attributedTo"));
        Source(fact.Find("attributedToAuthorOf"));
        foreach (var role in fact.Find("roles")?.Properties ?? [])
        {
            Nodes(role.Value);
        }

        foreach (var evidence in fact.Find("evidence")?.Items ?? [])
        {
            Source(evidence.Find("source"));
        }
    }

    private void Nodes(SeedValue? list)
    {
        foreach (var id in list?.Items ?? [])
        {
            Node(id);
        }
    }

    private void Node(SeedValue? id) => One(id, SeedPart.Nodes, "node", SeedCode.DanglingNode, draft.NodesById);

    private void Source(SeedValue? id) => One(id, SeedPart.Sources, "source", SeedCode.DanglingSource, draft.SourcesById, SourceCalled);

    /// <summary>People say D2; the id is meant.</summary>
    private string? SourceCalled(string shortName) => draft.Sources.Find(source => source.Item.ShortName == shortName)?.Item.Id;

    private void One<T>(
        SeedValue? id, SeedPart part, string what, string code, Dictionary<string, Placed<T>> known, Func<string, string?>? called = null)
    {
        if (id is { Kind: SeedKind.Text } && !string.IsNullOrWhiteSpace(id.Text) && !known.ContainsKey(id.Text) && draft.IsComplete(part))
        {
            var hint = called?.Invoke(id.Text) is { } meant ? $"; did you mean {meant}, whose shortName it is?" : problems.DidYouMean(id.Text, known.Keys);
            problems.Add(id.Place, code, $"{what} {ProblemList.Quote(id.Text)} does not exist{hint}");
        }
    }
}
