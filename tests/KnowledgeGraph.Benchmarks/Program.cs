using BenchmarkDotNet.Running;
using KnowledgeGraph.Benchmarks;

if (args is ["generate", var size, var path])
{
    using var to = new StreamWriter(path);
    GraphGenerator.Write(to, GraphSize.Of(size));
    return;
}

if (args is ["whole", var file])
{
    WholeGraphMeasurements.Run(file);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(GraphFileBenchmarks).Assembly).Run(args);
