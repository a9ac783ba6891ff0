using System.Runtime.InteropServices;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Snapshot;

/// <summary>Writes the sections of a graph file that searches read: edges, their rows both ways, and which facts name a node.</summary>
/// <param name="nodes">The nodes, settled.</param>
/// <param name="nodeOrder">Their numbers, in the order of the file.</param>
/// <param name="edges">Takes the edges.</param>
/// <param name="facts">The facts as they came; they are given up on the way.</param>
/// <param name="judge">Knows when they hold.</param>
/// <param name="productRole">The number of the product role.</param>
internal sealed class GraphLayout(NodeRows nodes, int[] nodeOrder, EdgeRows edges, FactRows facts, FactJudge judge, int productRole)
{
    private readonly List<int> named = [];

    /// <param name="file">The file.</param>
    /// <param name="kept">The facts to write, in the order of the file.</param>
    public void Write(BlockWriter file, int[] kept)
    {
        WriteMentions(file, kept);
        for (var i = 0; i < kept.Length; i++)
        {
            AddEdges(i, kept[i]);
        }

        facts.Forget();
        var (columns, forward, back) = edges.LayOut(nodeOrder.Length);
        WriteEdges(file, columns);
        file.Section(SnapshotSection.DependencyStarts, forward.Offsets.All());
        file.Section(SnapshotSection.DependentStarts, back.Offsets.All());
        file.Section(SnapshotSection.Dependents, back.AllNeighbours.All());
        file.Section(SnapshotSection.DependentEdges, back.AllEdges!.All());
    }

    private static void WriteEdges(BlockWriter file, EdgeColumns columns)
    {
        file.Section(SnapshotSection.From, columns.From.All());
        file.Section(SnapshotSection.To, columns.To.All());
        file.Section(SnapshotSection.EdgeFacts, columns.Fact.All());
        file.Section(SnapshotSection.EdgeTypes, columns.Type.All());
        file.Section(SnapshotSection.Products, columns.Product.All());
        file.Section(SnapshotSection.Confidences, columns.Confidence.All());
        file.Section(SnapshotSection.Marks, columns.Marks.All());
        file.Section(SnapshotSection.WindowNumbers, columns.Window.All());
        file.Section(SnapshotSection.Windows, columns.Windows.All());
    }

    private void AddEdges(int position, int number)
    {
        ref readonly var fact = ref facts[number];
        if (fact.Object >= 0)
        {
            edges.Add(new EdgeFact(
                position, fact.Type, nodes.IndexOf(fact.Subject), nodes.IndexOf(fact.Object), Products(number), fact.Confidence, fact.Marks,
                judge.ValidityOf(number)));
        }
    }

    private int[] Products(int number)
    {
        named.Clear();
        for (var at = facts[number].FirstReference; at < facts.EndOfReferences(number); at++)
        {
            if (facts.Reference(at) is var reference && reference.Kind == productRole)
            {
                named.Add(nodes.IndexOf(reference.Number));
            }
        }

        return [.. named];
    }

    /// <summary>
    /// Which facts name each node, by two rounds over the facts: one counts, one writes each fact to its places, so that
    /// no pairs need be kept and sorted.
    /// </summary>
    private void WriteMentions(BlockWriter file, int[] kept)
    {
        var starts = new int[nodeOrder.Length + 1];
        foreach (var number in kept)
        {
            foreach (var node in NodesNamedBy(number))
            {
                starts[node + 1]++;
            }
        }

        for (var node = 0; node < nodeOrder.Length; node++)
        {
            starts[node + 1] += starts[node];
        }

        var (next, mentions) = (starts[..^1], new int[starts[^1]]);
        for (var i = 0; i < kept.Length; i++)
        {
            foreach (var node in NodesNamedBy(kept[i]))
            {
                mentions[next[node]++] = i;
            }
        }

        file.Section<int>(SnapshotSection.MentionStarts, starts);
        file.Section<int>(SnapshotSection.Mentions, mentions);
    }

    /// <summary>Each once. Lent until the next call.</summary>
    private ReadOnlySpan<int> NodesNamedBy(int number)
    {
        ref readonly var fact = ref facts[number];
        named.Clear();
        named.Add(nodes.IndexOf(fact.Subject));
        if (fact.Object >= 0)
        {
            AddOnce(nodes.IndexOf(fact.Object));
        }

        for (var at = fact.FirstReference; at < facts.EndOfReferences(number); at++)
        {
            if (facts.Reference(at) is { IsNode: true } reference)
            {
                AddOnce(nodes.IndexOf(reference.Number));
            }
        }

        return CollectionsMarshal.AsSpan(named);
    }

    private void AddOnce(int node)
    {
        if (!named.Contains(node))
        {
            named.Add(node);
        }
    }
}
