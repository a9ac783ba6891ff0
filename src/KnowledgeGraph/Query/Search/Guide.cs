namespace KnowledgeGraph.Query.Search;

/// <summary>Keeps an exploration to what can still lead to where it is to end, by bounds that were found from there.</summary>
internal abstract class Guide
{
    /// <summary>Whether <see cref="StepsFrom"/> has all steps from a node that <see cref="MayStep"/> lets pass, so that its row need not be read.</summary>
    /// <param name="node">Node index.</param>
    /// <param name="hopsLeft">Most hops of a step and what follows it.</param>
    internal abstract bool HoldsStepsFrom(int node, int hopsLeft);

    /// <summary>The admitted steps from a node that were met on the way from the end, by neighbour; some that may not be made may be left out.</summary>
    internal abstract List<Step> StepsFrom(int node, int hopsLeft);

    /// <summary>Whether a step may lead to the end.</summary>
    /// <param name="node">Where it is made.</param>
    /// <param name="step">The step.</param>
    /// <param name="hopsLeft">Most hops of the step and what follows it.</param>
    internal abstract bool MayStep(int node, Step step, int hopsLeft);
}
