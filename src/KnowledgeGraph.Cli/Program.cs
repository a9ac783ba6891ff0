using System.Runtime.InteropServices;
using System.Text;
using KnowledgeGraph.Cli;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Snapshot;

// Beside the reading of the command line, so that the answer need not wait for it.
_ = Task.Run(GraphFile.Prepare);
using var cancellation = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
var screen = Screen.OfProcess(Environment.GetEnvironmentVariable);
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 16384);
using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
var host = new KgHost(output, error, Environment.GetEnvironmentVariable, TimeProvider.System, screen)
{
    AskSecret = Console.IsInputRedirected ? null : prompt => TerminalSecret.Ask(prompt, error, cancellation),
};
return await KgProgram.RunAsync(args, host, cancellation.Token);

// What runs ends by itself and leaves nothing half done; a second signal ends the process at once.
void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}
