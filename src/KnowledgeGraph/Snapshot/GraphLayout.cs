using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Snapshot;

/// <summary>Writes the sections of a graph file that searches read: edges, their rows both ways, and which facts name a node.</summary>
/// <param name="ontology">The vocabulary.</param>
/// <param name="nodeCount">Number of nodes in the file.</param>
/// <param name="facts">The facts as they came, judged; they are given up on the way.</param>
internal sealed class GraphLayout(OntologyModel ontology, int nodeCount, FactRows facts)
{
    private readonly EdgeRows edges = new(ontology);
    private readonly Persistence[] persistence = [.. ontology.EdgeTypes.Values.Select(type => type.Persistence)];
    private readonly int productRole = ontology.Roles.Keys.TakeWhile(role => role != OntologyModel.ProductRole).Count();
    private readonly MetWindow[] metLately = new MetWindow[1024];
    private int[] named = new int[16];

    /// <param name="file">The file.</param>
    /// <param name="kept">The facts to write, in the order of the file.</param>
    public void Write(BlockWriter file, int[] kept)
    {
        Lay(kept).Write(file);
        facts.Forget();
        var (columns, forward, back) = edges.LayOut(nodeCount);
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

    private MentionRows Lay(int[] kept)
    {
        var mentions = new MentionRows(nodeCount);
        foreach (var number in kept)
        {
            mentions.Count(NodesNamedBy(number));
        }

        mentions.EndCount();
        for (var position = 0; position < kept.Length; position++)
        {
            mentions.Add(NodesNamedBy(kept[position]), position);
            AddEdges(kept[position], position);
        }

        return mentions;
    }

    private void AddEdges(int number, int position)
    {
        ref readonly var fact = ref facts[number];
        if (fact.Object >= 0)
        {
            edges.Add(new EdgeFact(position, fact.Type, fact.Subject, fact.Object, Products(number), fact.Confidence, fact.Marks, WindowOf(fact)));
        }
    }

    /// <summary>
    /// Facts that say the same of their dates hold in the same window; what was met lately stands in a small table. To work each window
    /// out by itself took a fifteenth of the whole import, for waiting on its parts.
    /// </summary>
    private int WindowOf(in FactRow fact)
    {
        var isEvent = persistence[fact.Type] == Persistence.Event;
        var slot = (uint)HashCode.Combine(isEvent, fact.From, fact.To, fact.Attested) % (uint)metLately.Length;
        ref var met = ref metLately[slot];
        if (met.Attested != fact.Attested || met.From != fact.From || met.To != fact.To || met.IsEvent != isEvent)
        {
            var validity = Validity.Of(persistence[fact.Type], DateOrNull(fact.From), DateOrNull(fact.To), fact.Attested);
            met = new MetWindow(isEvent, fact.From, fact.To, fact.Attested, edges.NumberOf(validity));
        }

        return met.Number;

        static PartialDate? DateOrNull(PartialDate date) => date == default ? null : date;
    }

    private int[] Products(int number)
    {
        var count = 0;
        for (var at = facts[number].FirstReference; at < facts.EndOfReferences(number); at++)
        {
            if (facts.Reference(at) is var reference && reference.Kind == productRole)
            {
                Name(reference.Number, count++);
            }
        }

        return named[..count];
    }

    /// <summary>Each once. Lent until the next call.</summary>
    private ReadOnlySpan<int> NodesNamedBy(int number)
    {
        ref readonly var fact = ref facts[number];
        named[0] = fact.Subject;
        var count = fact.Object >= 0 && fact.Object != fact.Subject ? 2 : 1;
        named[1] = fact.Object;
        for (var at = fact.FirstReference; at < facts.EndOfReferences(number); at++)
        {
            if (facts.Reference(at) is { IsNode: true } reference && !named.AsSpan(0, count).Contains(reference.Number))
            {
                Name(reference.Number, count++);
            }
        }

        return named.AsSpan(0, count);
    }

    private void Name(int node, int place)
    {
        if (place == named.Length)
        {
            Array.Resize(ref named, place * 2);
        }

        named[place] = node;
    }

    private readonly record struct MetWindow(bool IsEvent, PartialDate From, PartialDate To, PartialDate Attested, int Number);
}
