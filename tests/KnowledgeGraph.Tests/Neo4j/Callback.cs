using KnowledgeGraph.Neo4j;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>Does something whenever a load or an export tells of a certain progress.</summary>
internal sealed class Callback(Func<LoadProgress, bool> when, Action act) : IProgress<LoadProgress>
{
    public void Report(LoadProgress value)
    {
        if (when(value))
        {
            act();
        }
    }
}
