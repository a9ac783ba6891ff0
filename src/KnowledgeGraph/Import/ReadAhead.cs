using System.Collections.Concurrent;

namespace KnowledgeGraph.Import;

/// <summary>
/// Two hands: one fills pieces and takes them in the same order once the other, a few pieces ahead, has worked on them. Where there is one
/// processor only, one hand does all.
/// </summary>
internal static class ReadAhead
{
    private const int Pieces = 4;

    /// <summary>Returns when all pieces are taken.</summary>
    /// <typeparam name="T">A piece; a few are made and used again and again.</typeparam>
    /// <param name="fill">Fills a piece; false if there was nothing left to fill it with.</param>
    /// <param name="work">Works on what a piece was filled with. Runs on another thread.</param>
    /// <param name="take">Takes a piece, which is filled again once this returns.</param>
    public static void Run<T>(Func<T, bool> fill, Action<T> work, Action<T> take)
        where T : new()
    {
        if (Environment.ProcessorCount == 1)
        {
            for (var piece = new T(); fill(piece);)
            {
                work(piece);
                take(piece);
            }

            return;
        }

        using var filled = new BlockingCollection<T>();
        using var done = new BlockingCollection<T>();
        var working = Task.Run(() => Work(work, filled, done));
        try
        {
            for (var i = 0; i < Pieces; i++)
            {
                Fill(fill, new T(), filled);
            }

            foreach (var piece in done.GetConsumingEnumerable())
            {
                take(piece);
                Fill(fill, piece, filled);
            }
        }
        finally
        {
            // Where taking failed, this ends the work too; where that failed, its error is thrown below.
            filled.CompleteAdding();
            Task.WhenAny(working).GetAwaiter().GetResult();
        }

        working.GetAwaiter().GetResult();
    }

    private static void Fill<T>(Func<T, bool> fill, T piece, BlockingCollection<T> filled)
    {
        if (!filled.IsAddingCompleted && fill(piece))
        {
            filled.Add(piece);
        }
        else
        {
            filled.CompleteAdding();
        }
    }

    private static void Work<T>(Action<T> work, BlockingCollection<T> filled, BlockingCollection<T> done)
    {
        try
        {
            foreach (var piece in filled.GetConsumingEnumerable())
            {
                work(piece);
                done.Add(piece);
            }
        }
        finally
        {
            done.CompleteAdding();
        }
    }
}
