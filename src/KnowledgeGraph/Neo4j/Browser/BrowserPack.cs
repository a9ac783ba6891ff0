using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Saved;

namespace KnowledgeGraph.Neo4j.Browser;

/// <summary>
/// What makes Neo4j Browser fit for analysts: a style sheet, a guide for either Browser, and saved queries, all made from the
/// vocabulary, the facts and the saved questions. The same of these give the same bytes.
/// </summary>
public sealed class BrowserPack
{
    /// <summary>Name of the style sheet of the classic Browser.</summary>
    public const string Style = "kg.grass";

    /// <summary>Name of the guide for the classic Browser.</summary>
    public const string HtmlGuide = "guide.html";

    /// <summary>Name of the guide for the new Browser.</summary>
    public const string AsciiDocGuide = "guide.adoc";

    /// <summary>Name of the archive of saved queries.</summary>
    public const string SavedQueries = "saved-queries.zip";

    private BrowserPack(IReadOnlyList<PackFile> files) => Files = files;

    /// <summary>The files.</summary>
    public IReadOnlyList<PackFile> Files { get; }

    /// <summary>Makes a pack: asks the saved questions here, and writes down what draws their answers in Neo4j.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="questions">The saved questions, in the order of their names. Those without an answer to draw add nothing.</param>
    /// <param name="dataset">Name of the data set in Neo4j, which stands in every statement.</param>
    /// <param name="address">Where the pack will be handed out, such as <c>http://localhost:8001/</c>; the guide names it.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<BrowserPack> MakeAsync(
        FactSet facts, IReadOnlyList<SavedQuestion> questions, string dataset, Uri address, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentException.ThrowIfNullOrEmpty(dataset);
        ArgumentNullException.ThrowIfNull(address);
        var engine = new EmbeddedQueries(new EmbeddedGraph(facts));
        var answers = new List<SavedAnswer>();
        foreach (var question in questions)
        {
            answers.Add(await question.AskAsync(engine, cancellation));
        }

        var guide = new GuideAuthor(facts, answers, dataset, address).Guide();
        var saved = answers.SelectMany(answer => SavedScripts.Of(answer, facts.Ontology, dataset));
        return new BrowserPack(
        [
            Text(Style, "text/plain", GrassStyle.Of(facts.Ontology)),
            Text(HtmlGuide, "text/html", Browser.HtmlGuide.Of(guide)),
            Text(AsciiDocGuide, "text/plain", Browser.AsciiDocGuide.Of(guide)),
            new PackFile(SavedQueries, "application/zip", ScriptArchive.Of(guide.Scripts.Where(script => script.Folder == GuideAuthor.Folder).Concat(saved))),
        ]);
    }

    private static PackFile Text(string name, string mediaType, string text) => new(name, $"{mediaType}; charset=utf-8", Encoding.UTF8.GetBytes(text));
}
