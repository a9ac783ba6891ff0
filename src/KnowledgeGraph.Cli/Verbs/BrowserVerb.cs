using System.CommandLine;
using System.Globalization;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Neo4j.Browser;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg browser</c>: writes the pack for Neo4j Browser to a folder, or hands it out to Browser.</summary>
internal sealed class BrowserVerb : Verb
{
    private const int DefaultPort = 8001;
    private const int GreatestPort = 65_535;
    private static readonly string[] Actions = ["pack", "serve"];
    private readonly DataOptions data = new();

    private readonly Option<string[]> folder = CliOption.Value(
        "--out", "DIR", "pack: folder to write to; unless said, neo4j-browser in the folder of facts.");

    private readonly Option<string[]> port = CliOption.Value(
        "--port", "N", "serve: port to hand the pack out on, which the guide names; 8001 unless said.");

    private readonly Option<bool> anyAddress = CliOption.Flag(
        "--any-address", "serve: listen on every address, not on this machine's own alone; for a container whose port is published.");

    internal BrowserVerb()
        : base("browser")
    {
        Command.Add(folder);
        Command.Add(port);
        Command.Add(anyAddress);
        data.AddSeedAndDatasetTo(Command);
    }

    internal override async Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        line.ExpectOperands("pack or serve");
        var action = line.Operands[0];
        if (!Actions.Contains(action) && action != "pack or serve")
        {
            line.Complain($"kg browser {action} is not allowed; it takes {string.Join(" or ", Actions)}");
        }

        Refuse(line, folder, action, "pack");
        Refuse(line, port, action, "serve");
        Refuse(line, anyAddress, action, "serve");
        var choice = data.Read(line, isForStore: true);
        var target = line.Single(folder);
        var listened = line.Whole(port, 1, GreatestPort, DefaultPort);
        line.ThrowIfWrong();
        var seed = SeedLocation.ResolveFolder(choice.Seed, "a graph file holds no saved questions");
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{listened}/"));
        var pack = await BrowserPack.MakeAsync(
            GraphSource.ReadSeed(seed, host), GraphSource.ReadQuestions(seed), choice.Dataset ?? StoreAddress.DefaultDataset, address, cancellation);
        return action == "pack"
            ? WritePack(pack, target ?? Path.Combine(seed, "neo4j-browser"), host)
            : await ServeAsync(pack, address, line.Has(anyAddress), host, cancellation);
    }

    private static void Refuse(CommandLineReader line, Option option, string action, string owner)
    {
        if (line.Has(option) && action != owner && Actions.Contains(action))
        {
            line.Complain($"{option.Name} belongs to kg browser {owner}");
        }
    }

    private static int WritePack(BrowserPack pack, string target, KgHost host)
    {
        try
        {
            Directory.CreateDirectory(target);
            foreach (var file in pack.Files)
            {
                File.WriteAllBytes(Path.Combine(target, file.Name), file.Bytes.Span);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw UsageException.OfFile(error, "--out");
        }

        var page = new Page(host.Screen.Width);
        page.Line(0, 2, Span.Strong($"{target} is written: "), string.Join(", ", pack.Files.Select(file => file.Name)) + ".");
        PageWriter.Write(page, host);
        return ExitCode.Found;
    }

    private static async Task<int> ServeAsync(BrowserPack pack, Uri address, bool isForAny, KgHost host, CancellationToken cancellation)
    {
        using var server = PackServer.Start(pack, address, isForAny);
        var page = new Page(host.Screen.Width);
        page.Line(0, 2, Span.Strong($"Handing out the pack at {address} until Ctrl-C. "), "Paste in Neo4j Browser, line by line:");
        page.Line(2, ":config autoComplete: false");
        page.Line(2, $":style {new Uri(address, BrowserPack.Style)}");
        page.Line(2, $":guide {new Uri(address, BrowserPack.HtmlGuide)}");
        page.Line(0, 2, $"The new Browser takes the guide {BrowserPack.AsciiDocGuide}; saved queries are in {BrowserPack.SavedQueries}.");
        PageWriter.Write(page, host);
        await host.Out.FlushAsync(cancellation);
        await server.ServeAsync(cancellation);
        return ExitCode.Found;
    }
}
