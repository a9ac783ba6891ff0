using System.Globalization;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>Tells whoever waits that work goes on: nothing within the first second, then a line a second, beside the answer.</summary>
internal sealed class WaitingLine : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly KgHost host;
    private readonly TimeSpan? bound;
    private readonly long start;
    private readonly Lock turn = new();
    private readonly ITimer timer;
    private bool isOver;

    /// <param name="host">Gives the clock and takes the lines.</param>
    /// <param name="work">What is done, such as <c>searching</c>.</param>
    /// <param name="bound">How long it may take; null where nobody knows.</param>
    internal WaitingLine(KgHost host, string work, TimeSpan? bound = null)
    {
        (this.host, Work, this.bound, start) = (host, work, bound, host.Clock.GetTimestamp());
        timer = host.Clock.CreateTimer(static line => ((WaitingLine)line!).Tell(), this, Pause, Pause);
    }

    /// <summary>What is being done now.</summary>
    internal string Work { get; set; }

    public void Dispose()
    {
        lock (turn)
        {
            isOver = true;
        }

        timer.Dispose();
    }

    private void Tell()
    {
        lock (turn)
        {
            if (!isOver)
            {
                var of = bound is { } most ? string.Create(CultureInfo.InvariantCulture, $" of at most {most.TotalSeconds:0.#} s") : "";
                host.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"still {Work}, {host.Clock.GetElapsedTime(start).TotalSeconds:0} s{of}"));
            }
        }
    }
}
