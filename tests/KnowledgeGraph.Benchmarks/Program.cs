using System.Globalization;
using BenchmarkDotNet.Running;
using KnowledgeGraph.Benchmarks;
using KnowledgeGraph.Benchmarks.Comparison;
using KnowledgeGraph.Benchmarks.Exchange;
using KnowledgeGraph.Benchmarks.Serving;
using KnowledgeGraph.Snapshot;

switch (args)
{
    case ["generate", var size, var path]:
        using (var to = new StreamWriter(path))
        {
            GraphGenerator.Write(to, GraphSize.Of(size));
        }

        return 0;
    case ["import", var lines, var file]:
        LoadPeer.Import(lines, file);
        return 0;
    case ["opens", var file]:
        return Opens(file) ? 0 : 1;
    case ["arrays", var file, var folder]:
        var arrays = GraphArrays.Of(GraphFile.Open(file));
        arrays.Write(folder);
        QueryLists.Write(arrays, folder);
        return 0;
    case ["csv", var folder, var target]:
        ImportFiles.Write(GraphArrays.Read(folder), target);
        return 0;
    case ["serve", "kernel", var folder, var bound]:
        KernelPeer.Serve(folder, Seconds(bound));
        return 0;
    case ["serve", "question", var file, var folder, var bound]:
        QuestionPeer.Serve(file, folder, Seconds(bound));
        return 0;
    case ["serve", "load", var lines]:
        LoadPeer.Serve(lines);
        return 0;
    case ["serve", "neo4j", var server, var folder, var imported, var bytes, var bound]:
        Neo4jPeer.Serve(new Uri(server), folder, Seconds(imported), long.Parse(bytes, CultureInfo.InvariantCulture), Seconds(bound));
        return 0;
    case ["compare", .. var words]:
        return new ComparisonRun(new ComparisonPlan(words)).Run();
    case ["growth", var folder, var target, var rounds, .. var sizes]:
        new GrowthRun(folder, target, int.Parse(rounds, CultureInfo.InvariantCulture)).Run(sizes);
        return 0;
    case ["load", var lines, var memoryFolder, var diskFolder]:
        ImportMeasurements.Run(lines, memoryFolder, diskFolder);
        return 0;
    case ["whole", var file]:
        WholeGraphMeasurements.Run(file);
        return 0;
    case ["concurrent", var file, var questions, var turns]:
        return ConcurrentQuestions.Run(file, int.Parse(questions, CultureInfo.InvariantCulture), int.Parse(turns, CultureInfo.InvariantCulture)) ? 0 : 1;
    case ["bare-unwind", var server, var file, var most]:
        await BareUnwind.RunAsync(new Uri(server), file, int.Parse(most, CultureInfo.InvariantCulture));
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(GraphFileBenchmarks).Assembly).Run(args);
        return 0;
}

static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));

static bool Opens(string file)
{
    try
    {
        return GraphFile.Open(file).NodeCount > 0;
    }
    catch (Exception error) when (error is IOException or InvalidDataException)
    {
        return false;
    }
}
