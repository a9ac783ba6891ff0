using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Neo4j.AdminImport;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg export neo4j-admin DIR</c>: writes the files that fill an empty Neo4j database many times faster than a load.</summary>
internal sealed class ExportVerb : Verb
{
    private const string Format = "neo4j-admin";
    private readonly DataOptions data = new();

    internal ExportVerb()
        : base("export") => data.AddSeedAndDatasetTo(Command);

    internal override Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        line.ExpectOperands(Format, "DIR");
        if (line.Operands[0] != Format)
        {
            line.Complain($"kg export {line.Operands[0]} is not allowed; it takes {Format} and a folder");
        }

        var choice = data.Read(line, isForStore: true);
        line.ThrowIfWrong();
        var facts = GraphSource.ReadSeed(choice.Seed, host);
        var folder = line.Operands[1];
        Print(Write(facts, choice.Dataset ?? StoreAddress.DefaultDataset, folder, host, cancellation), folder, host);
        return Task.FromResult(ExitCode.Found);
    }

    private static AdminExportReport Write(FactSet facts, string dataset, string folder, KgHost host, CancellationToken cancellation)
    {
        try
        {
            using var progress = new LoadProgressLine(host);
            return AdminExport.Write(facts, dataset, folder, progress, cancellation);
        }
        catch (InvalidDataException error)
        {
            throw new SeedException([], $"{folder}: {error.Message}; load it with kg load");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw UsageException.OfFile(error);
        }
    }

    private static void Print(AdminExportReport report, string folder, KgHost host)
    {
        var page = new Page(host.Screen.Width);
        page.Line(0, 2, Span.Strong($"{folder} is written: "),
            $"data set {report.Dataset}, {Plural.Of(report.NodeCount, "node")} and {Plural.Of(report.RelationshipCount, "relationship")} for Neo4j, provenance included.");
        page.Line(0, 2, "With the server stopped, this fills an empty database named neo4j; add --overwrite-destination=true to replace all that one holds:");
        PageWriter.Write(page, host);
        host.Out.WriteLine($"\n{report.Command}\n");
        var rest = new Page(host.Screen.Width);
        rest.Line(0, 2, $"{Path.Combine(folder, AdminExport.Script)} says the same. Then start the server: kg load makes constraints and indexes there and finds 0 changes, kg verify compares all of it.");
        rest.Line(0, Span.Faint($"Data {report.DataHash}"));
        PageWriter.Write(rest, host);
    }
}
