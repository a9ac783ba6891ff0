using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Seed;

/// <summary>
/// Nothing in the shipped seed is a sentence of a document: no seven words in a row are the document's, names and titles apart.
/// <c>Golden/document-runs.txt</c> holds the hashes of the documents' runs, not their words; <c>KG_UPDATE_GOLDEN=1</c> writes it anew.
/// </summary>
public sealed class OwnWordsTests
{
    private static readonly string[] Documents = ["000_a9f7e854394760fb.txt", "004_c251574d2ad8b221.txt"];

    [Test]
    public void ShippedSeed_CopiesNoSevenWords()
    {
        var facts = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!;
        var names = facts.Nodes.SelectMany(node => node.Names.Select(name => name.Text).Prepend(node.Name));
        var headings = facts.Facts.SelectMany(fact => fact.Evidence).Select(evidence => evidence.Place.Split(", line ")[0]);
        var titles = facts.Sources.Select(source => source.Title).Concat(headings);
        var (taken, allowed) = (Committed(), names.Concat(titles).SelectMany(Hashes).ToHashSet());

        Assert.That(Texts().SelectMany(text => Copied(text, taken, allowed)), Is.Empty);
    }

    [Test]
    public void SevenWordsOfADocument_AreFoundWhateverTheirCaseAndPunctuation()
    {
        var taken = Hashes("The ministry said on Monday that no chips had ever left the plant.").ToHashSet();

        Assert.That(
            Copied(("statement", "Ask again: “the ministry said, on MONDAY, that no chips had gone”."), taken, []),
            Is.EqualTo(new[]
            {
                "statement: the ministry said on monday that no", "statement: ministry said on monday that no chips", "statement: said on monday that no chips had",
            }));
        Assert.That(Copied(("statement", "The ministry said no chips had ever left the factory."), taken, []), Is.Empty);
    }

    [Test]
    public void NameOfSevenWords_IsAllowed()
    {
        const string name = "Treaty on the Supply of Chips and Sights";

        Assert.That(Copied(("statement", $"Both states signed the {name}."), [.. Hashes(name)], [.. Hashes(name)]), Is.Empty);
    }

    [Test]
    public void Hashes_AreThoseOfTheDocuments()
    {
        var runs = Documents.SelectMany(name => WordRuns.Of(File.ReadAllText(SharedData.Document(name)))).ToList();
        var hashes = runs.Select(run => run.Hash).Distinct().Order(StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable("KG_UPDATE_GOLDEN") == "1")
        {
            var path = Path.Combine(SeedTestFiles.Repository().FullName, "tests", "KnowledgeGraph.Tests", "Golden", "document-runs.txt");
            File.WriteAllText(path, string.Join('\n', hashes) + "\n");
        }

        Assert.That(Committed(), Is.EquivalentTo(hashes));
        Assert.That(Copied(("note", runs[runs.Count / 2].Run), Committed(), []), Has.One.Items);
    }

    private static IEnumerable<string> Copied((string Place, string Text) text, HashSet<string> taken, HashSet<string> allowed) =>
        WordRuns.Of(text.Text).Where(run => taken.Contains(run.Hash) && !allowed.Contains(run.Hash)).Select(run => $"{text.Place}: {run.Run}");

    private static IEnumerable<string> Hashes(string text) => WordRuns.Of(text).Select(run => run.Hash);

    private static HashSet<string> Committed() => [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Golden", "document-runs.txt"))];

    /// <summary>Every text of every file that people write into the seed.</summary>
    private static IEnumerable<(string Place, string Text)> Texts()
    {
        var seed = SeedTestFiles.ShippedSeed();
        yield return ("README.md", File.ReadAllText(Path.Combine(seed, "README.md")));
        foreach (var file in Directory.EnumerateFiles(seed, "*.json", SearchOption.AllDirectories))
        {
            using var reader = new JsonTextReader(new StringReader(File.ReadAllText(file))) { DateParseHandling = DateParseHandling.None };
            foreach (var text in JToken.ReadFrom(reader).SelectTokens("$..*").OfType<JValue>().Where(value => value.Type == JTokenType.String))
            {
                yield return ($"{Path.GetFileName(file)} {text.Path}", (string)text!);
            }
        }
    }
}
