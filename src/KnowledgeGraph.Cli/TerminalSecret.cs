using System.Text;
using KnowledgeGraph.Export;

namespace KnowledgeGraph.Cli;

/// <summary>Reads a secret from the terminal, key by key and without showing it.</summary>
internal static class TerminalSecret
{
    private const char Interrupt = '\u0003';

    /// <summary>Writes the prompt and reads up to the return key.</summary>
    /// <exception cref="OperationCanceledException">Interrupted from the keyboard; <paramref name="cancellation"/> is cancelled then.</exception>
    internal static string Ask(string prompt, TextWriter screen, CancellationTokenSource cancellation)
    {
        // A signal would leave the read waiting: as a key the interruption ends it.
        Console.TreatControlCAsInput = true;
        try
        {
            screen.Write(PrintableText.Of(prompt));
            return Read(() => Console.ReadKey(intercept: true), cancellation);
        }
        finally
        {
            screen.WriteLine();
            Console.TreatControlCAsInput = false;
        }
    }

    /// <summary>The text that the keys make, up to return.</summary>
    internal static string Read(Func<ConsoleKeyInfo> nextKey, CancellationTokenSource cancellation)
    {
        var text = new StringBuilder();
        for (var key = nextKey(); key.Key != ConsoleKey.Enter; key = nextKey())
        {
            if (key.KeyChar == Interrupt || (key.Key == ConsoleKey.C && key.Modifiers == ConsoleModifiers.Control))
            {
                cancellation.Cancel();
                throw new OperationCanceledException(cancellation.Token);
            }

            if (key.Key == ConsoleKey.Backspace)
            {
                text.Length = Math.Max(text.Length - 1, 0);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                text.Append(key.KeyChar);
            }
        }

        return text.ToString();
    }
}
