namespace KnowledgeGraph.Snapshot;

/// <summary>The sections of a graph file; README.md beside this file says what each holds.</summary>
internal static class SnapshotSection
{
    public const int Vocabulary = 1;
    public const int Records = 2;
    public const int Nodes = 3;
    public const int Sources = 4;
    public const int Facts = 5;
    public const int Conflicts = 6;
    public const int MentionStarts = 7;
    public const int Mentions = 8;
    public const int NameHashes = 9;
    public const int NameNodes = 10;
    public const int From = 11;
    public const int To = 12;
    public const int EdgeFacts = 13;
    public const int EdgeTypes = 14;
    public const int Products = 15;
    public const int Confidences = 16;
    public const int Marks = 17;
    public const int WindowNumbers = 18;
    public const int Windows = 19;
    public const int DependencyStarts = 20;
    public const int DependentStarts = 21;
    public const int Dependents = 22;
    public const int DependentEdges = 23;
}
