using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query.Saved;

namespace KnowledgeGraph.Neo4j.Browser;

/// <summary>The answers to saved questions as statements that draw them, part by part.</summary>
internal static class SavedScripts
{
    private const string Folder = "Saved questions";

    /// <summary>The statements of the parts of a saved question that have something to draw, in their order.</summary>
    public static IReadOnlyList<PackScript> Of(SavedAnswer answer, OntologyModel ontology, string dataset)
    {
        var isOne = answer.Parts.Count == 1;
        var scripts = new List<PackScript>();
        foreach (var (number, part) in answer.Parts.Index())
        {
            var title = isOne ? answer.Question.Text : $"{answer.Question.Text} ({part.Name})";
            if (part.Content is { } content && BrowserStatement.Of(content, ontology, dataset, title) is { } text)
            {
                scripts.Add(new PackScript(Folder, isOne ? answer.Question.Name : $"{answer.Question.Name}-{number + 1}", text));
            }
        }

        return scripts;
    }
}
