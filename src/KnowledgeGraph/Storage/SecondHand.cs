namespace KnowledgeGraph.Storage;

/// <summary>Runs what may be done beside something else: on another thread, or at once where there is one processor only.</summary>
internal static class SecondHand
{
    /// <summary>Whether there is another processor.</summary>
    private static bool IsFree { get; } = Environment.ProcessorCount > 1;

    public static Task Run(Action work)
    {
        if (IsFree)
        {
            return Task.Run(work);
        }

        work();
        return Task.CompletedTask;
    }

    public static Task<T> Run<T>(Func<T> work) => IsFree ? Task.Run(work) : Task.FromResult(work());
}
