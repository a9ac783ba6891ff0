namespace KnowledgeGraph.Snapshot;

/// <summary>
/// Nodes and facts that somebody made out of lines, on their way into a graph file: their numbers are known, their ids and records still
/// bytes elsewhere. Many at once, since looking up many ids at once need not wait for memory at each.
/// </summary>
internal sealed class RecordBatch
{
    /// <summary>Ids of the items, those of an item one after the other: its own, for a fact those of subject and object, then the others.</summary>
    public List<BatchId> Ids { get; } = [];

    public List<BatchNode> Nodes { get; } = [];

    public List<BatchFact> Facts { get; } = [];

    /// <summary>Where it ends now.</summary>
    public BatchMark End => new(Ids.Count, Nodes.Count, Facts.Count);

    public void Clear()
    {
        Ids.Clear();
        Nodes.Clear();
        Facts.Clear();
    }
}

/// <summary>A position in a <see cref="RecordBatch"/>, between two items.</summary>
internal readonly record struct BatchMark(int Ids, int Nodes, int Facts);

/// <summary>An id.</summary>
/// <param name="Start">Where it begins among the bytes.</param>
/// <param name="Length">Its length.</param>
/// <param name="Hash">Its <see cref="IdHash"/>.</param>
/// <param name="Kind">What it is to the item: a kind of <see cref="FactReference"/>.</param>
internal readonly record struct BatchId(int Start, int Length, uint Hash, int Kind);

/// <summary>A text among the bytes, the form that <see cref="Facts.FactJson"/> would give it.</summary>
internal readonly record struct BatchRecord(int Start, int Length);

/// <summary>A node; what follows its own id are its countries.</summary>
/// <param name="Record">Its text.</param>
/// <param name="FirstId">Where its ids begin.</param>
/// <param name="EndId">Where they end.</param>
/// <param name="Type">The number of its type.</param>
/// <param name="NameHash">The hash of the key of its name.</param>
/// <param name="IdNameHash">The hash of the key of its id; null where it is the same key.</param>
/// <param name="Origin">Where it came from.</param>
internal readonly record struct BatchNode(
    BatchRecord Record, int FirstId, int EndId, ushort Type, uint NameHash, uint? IdNameHash, Origin Origin);

/// <summary>A fact.</summary>
/// <param name="Record">Its text.</param>
/// <param name="FirstId">Where its ids begin.</param>
/// <param name="EndId">Where they end.</param>
/// <param name="Row">Its numbers, those of ids and places left out.</param>
internal readonly record struct BatchFact(BatchRecord Record, int FirstId, int EndId, FactRow Row);
