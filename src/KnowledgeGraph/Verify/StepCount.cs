namespace KnowledgeGraph.Verify;

/// <summary>The work that checking may take; where it is spent, what was being shown stays unproven.</summary>
/// <param name="most">Most steps.</param>
internal sealed class StepCount(long most)
{
    internal long Most => most;

    internal long Taken { get; private set; }

    internal bool IsSpent => Taken > most;

    /// <summary>Counts a step; false once they are spent.</summary>
    internal bool Take() => ++Taken <= most;
}
