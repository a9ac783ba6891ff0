using KnowledgeGraph.Graph;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Snapshot;

/// <summary>Writes the sections of a graph file that searches read: edges, their rows both ways, and which facts name a node.</summary>
/// <param name="nodes">The nodes, settled.</param>
/// <param name="nodeOrder">Their numbers, in the order of the file.</param>
/// <param name="edges">Takes the edges.</param>
/// <param name="facts">The facts as they came.</param>
/// <param name="judge">Knows their references, and when they hold.</param>
/// <param name="productRole">The number of the product role.</param>
internal sealed class GraphLayout(
    NodeRows nodes, int[] nodeOrder, EdgeRows edges, List<FactRow> facts, FactJudge judge, int productRole)
{
    private readonly List<int> mentioned = new(facts.Count * 2);
    private readonly List<int> mentioning = new(facts.Count * 2);

    /// <param name="file">The file.</param>
    /// <param name="kept">The facts to write, in the order of the file.</param>
    public void Write(BlockWriter file, int[] kept)
    {
        for (var i = 0; i < kept.Length; i++)
        {
            Take(i, facts[kept[i]]);
        }

        WriteMentions(file);
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

    private void Take(int position, in FactRow fact)
    {
        var subject = nodes.IndexOf(fact.Subject);
        Mention(subject, position);
        var (products, first) = (new List<int>(), mentioned.Count - 1);
        foreach (var reference in judge.ReferencesOf(fact))
        {
            if (reference.Kind == productRole)
            {
                products.Add(nodes.IndexOf(reference.Number));
            }

            if (reference.IsNode)
            {
                MentionOnce(nodes.IndexOf(reference.Number), position, first);
            }
        }

        if (fact.Object >= 0)
        {
            var @object = nodes.IndexOf(fact.Object);
            MentionOnce(@object, position, first);
            edges.Add(new EdgeFact(position, fact.Type, subject, @object, [.. products], fact.Confidence, fact.Marks, judge.ValidityOf(fact)));
        }
    }

    private void MentionOnce(int node, int fact, int first)
    {
        if (mentioned.IndexOf(node, first) < 0)
        {
            Mention(node, fact);
        }
    }

    private void Mention(int node, int fact)
    {
        mentioned.Add(node);
        mentioning.Add(fact);
    }

    private void WriteMentions(BlockWriter file)
    {
        int[] keys = [.. mentioned];
        var order = CountingSort.Order(nodeOrder.Length, keys);
        file.Section<int>(SnapshotSection.MentionStarts, CountingSort.Starts(nodeOrder.Length, keys));
        file.Section<int>(SnapshotSection.Mentions, Array.ConvertAll(order, position => mentioning[position]));
    }
}
