namespace KnowledgeGraph.Ontology;

/// <summary>How a relation stands in time.</summary>
public enum Persistence
{
    /// <summary>Holds for a while and may end: supplies, controls, is in force.</summary>
    State,

    /// <summary>Happens once and stays true afterwards: signed, visited, listed.</summary>
    Event,
}
