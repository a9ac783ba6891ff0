using NUnit.Framework;

// Fixtures share nothing that changes: each has its own folders, data sets and servers. Those that measure time, or look at what
// everybody does on the server, say NonParallelizable and run alone afterwards.
[assembly: Parallelizable(ParallelScope.Fixtures)]
