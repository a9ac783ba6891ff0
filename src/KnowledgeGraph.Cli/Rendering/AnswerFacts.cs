using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Rendering;

/// <summary>The evidence of an answer as a fact set of its own, to look up names and readings in; the same from every engine.</summary>
internal static class AnswerFacts
{
    internal static FactSet Of<TResult>(Answer<TResult> answer, OntologyModel ontology)
        where TResult : Result
    {
        var evidence = answer.Evidence;
        return new FactSet(ontology, evidence.Nodes, evidence.Sources, evidence.Facts, evidence.Conflicts, answer.DataHash);
    }
}
