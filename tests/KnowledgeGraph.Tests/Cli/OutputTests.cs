using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeGraph.Cli;
using KnowledgeGraph.Cli.Rendering;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

/// <summary>Answers on their way out: into full disks, closed pipes, other encodings, terminals.</summary>
[TestFixture]
public sealed partial class OutputTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "kg.dll");

    [Test]
    public async Task OutputFails_Is4AndSaysWhy()
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var full = new FullWriter();

        var code = await KgProgram.RunAsync(["version"], full, error, _ => null, TimeProvider.System);

        Assert.That((code, error.ToString()), Is.EqualTo((ExitCode.Store, "kg: cannot write the answer: the disk is full\n")));
    }

    [Test]
    public async Task OutputAndComplaintsFail_Is4()
    {
        using var full = new FullWriter();

        Assert.That(await KgProgram.RunAsync(["version"], full, full, _ => null, TimeProvider.System), Is.EqualTo(ExitCode.Store));
    }

    [Test]
    [Platform("Linux")]
    public void FullDisk_Is4InOneLine()
    {
        var (code, _, error) = Shell($"dotnet {Program} show belarus --seed {CliRun.ShippedSeed} >/dev/full");

        Assert.That(code, Is.EqualTo(ExitCode.Store));
        Assert.That(error, Does.Match("^kg: cannot write the answer: No space left on device[^\n]*\n$"));
    }

    [Test]
    [Platform("Linux")]
    public void OutputClosedFromTheStart_Is4InOneLine()
    {
        var (code, _, error) = Shell($"dotnet {Program} show belarus --seed {CliRun.ShippedSeed} >&-");

        Assert.That((code, error), Is.EqualTo((ExitCode.Store, "kg: cannot write the answer: Bad file descriptor\n")));
    }

    [Test]
    [Platform("Linux")]
    public void ReaderOfThePipeGone_Silent()
    {
        var (code, output, error) = Shell($"dotnet {Program} facts --seed {CliRun.ShippedSeed} --format csv --limit 1000 | head -c 5");

        Assert.That((code, Encoding.UTF8.GetString(output).Length, error), Is.EqualTo((0, 5, "")));
    }

    [Test]
    [Platform("Linux")]
    public void Cyrillic_IsUtf8WithoutMarkInAnyLocale()
    {
        var (_, output, _) = Shell($"LC_ALL=C LANG=C dotnet {Program} find Интеграл --seed {CliRun.ShippedSeed}");

        Assert.That(Encoding.UTF8.GetString(output), Does.StartWith("1 node for “Интеграл”."));
    }

    [TestCase("NO_COLOR", "1", ExpectedResult = false)]
    [TestCase("NO_COLOR", "", ExpectedResult = true)]
    [TestCase("TERM", "dumb", ExpectedResult = false)]
    [TestCase("TERM", "xterm", ExpectedResult = true)]
    public bool Terminal_IsColouredUnlessToldOtherwise(string name, string value) =>
        Screen.OfTerminal(100, asked => asked == name ? value : null).HasColor;

    [TestCase(0, ExpectedResult = 60)]
    [TestCase(100, ExpectedResult = 99)]
    [TestCase(300, ExpectedResult = 120)]
    public int Terminal_IsUsedWithinReadableWidths(int columns) => Screen.OfTerminal(columns, _ => null).Width;

    private static (int Code, byte[] Output, string Error) Shell(string command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (process.ExitCode, output.ToArray(), Progress().Replace(error.Result, ""));
    }

    /// <summary>What a busy machine is told while it waits.</summary>
    [GeneratedRegex("^still [^\n]*\n", RegexOptions.Multiline)]
    private static partial Regex Progress();

    private sealed class FullWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("the disk is full");
    }
}
