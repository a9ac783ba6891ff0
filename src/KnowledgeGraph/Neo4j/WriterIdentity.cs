using System.Diagnostics;
using System.Globalization;

namespace KnowledgeGraph.Neo4j;

/// <summary>Who writes: a process of a host, so that a later load on the same host can tell whether it still runs.</summary>
/// <param name="Host">Name of the host, as people know it.</param>
/// <param name="Place">
/// Where process numbers mean the same: the host with its boot and process namespace, since containers may share a host's name.
/// </param>
/// <param name="ProcessId">The process.</param>
/// <param name="ProcessStart">When it started, in universal time, since numbers are used again.</param>
internal sealed record WriterIdentity(string Host, string Place, long ProcessId, string ProcessStart)
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(3);

    /// <summary>This process.</summary>
    public static WriterIdentity OfThisProcess()
    {
        using var process = Process.GetCurrentProcess();
        return new WriterIdentity(Environment.MachineName, ThisPlace(), process.Id, Text(process.StartTime));
    }

    /// <summary>As a transaction's metadata say; null where they do not.</summary>
    public static WriterIdentity? In(IReadOnlyDictionary<string, object?> metadata) =>
        metadata.GetValueOrDefault("host") is string host && metadata.GetValueOrDefault("place") is string place
        && metadata.GetValueOrDefault("process") is long process && metadata.GetValueOrDefault("processStart") is string start
            ? new WriterIdentity(host, place, process, start)
            : null;

    /// <summary>Puts it into a transaction's metadata.</summary>
    public void AddTo(IDictionary<string, object?> metadata)
    {
        metadata["host"] = Host;
        metadata["place"] = Place;
        metadata["process"] = ProcessId;
        metadata["processStart"] = ProcessStart;
    }

    /// <summary>Whether it is certainly over: it ran here, and no process of its number and start is left.</summary>
    public bool IsDead()
    {
        if (Place != ThisPlace() || ProcessId is <= 0 or > int.MaxValue)
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById((int)ProcessId);
            return process.HasExited || !StartedThen(process);
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string ThisPlace() =>
        string.Join('/', Environment.MachineName, FirstLine("/proc/sys/kernel/random/boot_id"), ProcessNamespace());

    private static string FirstLine(string path) => File.Exists(path) ? File.ReadLines(path).First() : "";

    private static string ProcessNamespace() =>
        Directory.Exists("/proc/self/ns") ? new FileInfo("/proc/self/ns/pid").LinkTarget ?? "" : "";

    private static string Text(DateTime start) => start.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private bool StartedThen(Process process) =>
        !DateTime.TryParse(ProcessStart, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var start)
        || (process.StartTime.ToUniversalTime() - start.ToUniversalTime()).Duration() < ClockTolerance;
}
