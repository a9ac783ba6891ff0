using System.Diagnostics;
using System.Globalization;
using KnowledgeGraph.Benchmarks.Serving;

namespace KnowledgeGraph.Benchmarks.Comparison;

/// <summary>A peer that runs beside: started once, so that its graph is built once, and asked line by line.</summary>
/// <param name="name">Its name.</param>
/// <param name="command">The command line of a shell.</param>
/// <param name="errors">Where what it writes to its error stream goes.</param>
/// <param name="bound">The longest a query may take.</param>
internal sealed class PeerProcess(string name, string command, string errors, TimeSpan bound) : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(4);

    /// <summary>What a peer gets to give up by itself before it is ended.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private const int BytesPerKibibyte = 1024;

    private Process? process;

    public string Name => name;

    /// <summary>Whether it was lost and could not be started again.</summary>
    public bool IsGone { get; private set; }

    /// <summary>What building took, in nanoseconds, and how many bytes it takes; zero before it was started.</summary>
    public (double Nanoseconds, long Bytes) Built { get; private set; }

    /// <summary>What it says it is.</summary>
    public string Version { get; private set; } = "";

    /// <summary>Asks the queries of a row, as far as they are answered in time.</summary>
    /// <returns>One reply a query; fewer where the peer was lost. None where it does not know the row.</returns>
    public IReadOnlyList<Reply> Ask(string row, IEnumerable<string> queries)
    {
        if (!Start())
        {
            return [];
        }

        process!.StandardInput.WriteLine($"{row} {string.Join(' ', queries)}");
        process.StandardInput.Flush();
        var replies = new List<Reply>();
        while (true)
        {
            switch (ReadLine(bound + Patience)?.Split(' '))
            {
                case null:
                    End();
                    return [.. replies, Reply.OverBound];
                case ["end"]:
                    return replies;
                case ["absent"]:
                    break;
                case [PeerLoop.Bound]:
                    replies.Add(Reply.OverBound);
                    break;
                case ["failed", .. var why]:
                    replies.Add(new Reply(null, string.Join(' ', why)));
                    break;
                case [var nanoseconds, var answer]:
                    replies.Add(new Reply(double.Parse(nanoseconds, CultureInfo.InvariantCulture), answer));
                    break;
                case var words:
                    throw new InvalidDataException($"{name} answered {row} with \"{string.Join(' ', words)}\"");
            }
        }
    }

    /// <summary>Starts it unless it runs.</summary>
    /// <returns>Whether it runs.</returns>
    public bool Start()
    {
        if (process is not null || IsGone)
        {
            return !IsGone;
        }

        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"exec {command} 2>>'{errors}'");
        process = Process.Start(start);
        if (ReadLine(LongestStart)?.Split(' ') is ["ready", var nanoseconds, var bytes, .. var version])
        {
            Version = string.Join(' ', version);
            Built = (double.Parse(nanoseconds, CultureInfo.InvariantCulture), long.Parse(bytes, CultureInfo.InvariantCulture));
            return true;
        }

        End();
        IsGone = true;
        return false;
    }

    /// <summary>The most memory it has held, in bytes; what it maps of files is among it.</summary>
    public long PeakBytes()
    {
        var line = File.ReadLines($"/proc/{process!.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * BytesPerKibibyte;
    }

    public void Dispose() => End();

    private void End()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
            process = null;
        }
    }

    /// <summary>The next line; null where none comes in time, or the peer has ended.</summary>
    private string? ReadLine(TimeSpan longest)
    {
        using var clock = new CancellationTokenSource(longest);
        try
        {
            return process!.StandardOutput.ReadLineAsync(clock.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}

/// <summary>What came of a query.</summary>
/// <param name="Nanoseconds">The time it took; null where it was given up.</param>
/// <param name="Answer">The answer, or why there is none.</param>
internal sealed record Reply(double? Nanoseconds, string Answer)
{
    public static Reply OverBound { get; } = new(null, PeerLoop.Bound);
}
