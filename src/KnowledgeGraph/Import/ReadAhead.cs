using System.Collections.Concurrent;

namespace KnowledgeGraph.Import;

/// <summary>
/// Two hands: one fills pieces, the other takes them in the same order, a few pieces behind. Where there is one processor only, one hand
/// does both.
/// </summary>
internal static class ReadAhead
{
    private const int Pieces = 4;

    /// <summary>Returns when all pieces are taken.</summary>
    /// <typeparam name="T">A piece; a few are made and used again and again.</typeparam>
    /// <param name="fill">Fills a piece; false if there was nothing left to fill it with. Runs on another thread.</param>
    /// <param name="take">Takes a piece, which is filled again once this returns.</param>
    public static void Run<T>(Func<T, bool> fill, Action<T> take)
        where T : new()
    {
        if (Environment.ProcessorCount == 1)
        {
            for (var piece = new T(); fill(piece);)
            {
                take(piece);
            }

            return;
        }

        using var empty = new BlockingCollection<T>();
        using var full = new BlockingCollection<T>();
        for (var i = 0; i < Pieces; i++)
        {
            empty.Add(new T());
        }

        var filling = Task.Run(() => Fill(fill, empty, full));
        try
        {
            foreach (var piece in full.GetConsumingEnumerable())
            {
                take(piece);
                empty.Add(piece);
            }
        }
        finally
        {
            // Where taking failed, this ends the filling too; where filling failed, its error is thrown below.
            empty.CompleteAdding();
            Task.WhenAny(filling).GetAwaiter().GetResult();
        }

        filling.GetAwaiter().GetResult();
    }

    private static void Fill<T>(Func<T, bool> fill, BlockingCollection<T> empty, BlockingCollection<T> full)
    {
        try
        {
            foreach (var piece in empty.GetConsumingEnumerable())
            {
                if (empty.IsAddingCompleted || !fill(piece))
                {
                    break;
                }

                full.Add(piece);
            }
        }
        finally
        {
            full.CompleteAdding();
        }
    }
}
