using KnowledgeGraph.Facts;
using KnowledgeGraph.Query.Saved;

namespace KnowledgeGraph.Neo4j.Browser;

/// <summary>
/// Writes the guide: from what is in the data set to a query of one's own. A slide that would have nothing to show is left out, so
/// every statement finds something, and no property is named that no fact has.
/// </summary>
internal sealed class GuideAuthor
{
    /// <summary>The folder of the guide's own statements.</summary>
    public const string Folder = "Guide";

    /// <summary>Below it a fact is rather a guess.</summary>
    private const double Doubtful = 0.5;

    private readonly FactSet facts;
    private readonly string dataset;
    private readonly Uri address;
    private readonly GuideCypher cypher;
    private readonly GuideExamples examples;

    /// <param name="facts">The facts.</param>
    /// <param name="answers">The answers to the saved questions, by name.</param>
    /// <param name="dataset">Name of the data set.</param>
    /// <param name="address">Where the pack is handed out.</param>
    public GuideAuthor(FactSet facts, IReadOnlyList<SavedAnswer> answers, string dataset, Uri address)
    {
        (this.facts, this.dataset, this.address) = (facts, dataset, address);
        (cypher, examples) = (new GuideCypher(dataset), new GuideExamples(answers));
    }

    public Guide Guide()
    {
        var anchor = examples.Anchor is { } id ? facts.FindNode(id) : null;
        IReadOnlyList<GuideSlide?> slides =
        [
            WhatIsInHere(),
            anchor is null ? null : Neighbourhood(anchor),
            Saved("How one thing depends on another", examples.Paths, PathText),
            Saved("Tier by tier", examples.Tiers, "The first tier is what it depends on at once, the second what those depend on, and so on."),
            Saved("On a day", examples.AsOf, AsOfText, [.. OnThatDay()]),
            Doubts(),
            Denied(),
            Own(anchor),
        ];
        return new Guide("A graph of facts", [.. slides.OfType<GuideSlide>()]);
    }

    private const string PathText =
        "Read it from the node asked about: it depends on the next, and that on the one after. Arrows lead from a fact's subject to its "
        + "object, whoever depends on whom; which end depends is a matter of the type. Cypher cannot follow a product from hop to hop; "
        + "where a statement says so, `kg` has found the answer, and the statement draws its facts.";

    private const string AsOfText =
        "A fact may hold from `notBefore` to `notAfter` and surely holds from `certainFrom` to `certainTo`; a side that is missing is not "
        + "bounded, as no source says more. A day lies within where the text `'2025-06-01'` does.";

    private GuideSlide WhatIsInHere() => new("What is in here",
    [
        new GuideText(
            "Every arrow is one fact, as a source has it: click on it to read its statement, status, confidence, dates and the place in "
            + "the source."),
        new GuideCommand("Once, before all else: let Browser draw what an answer returns, not whatever lies between its nodes.", "config autoComplete: false"),
        new GuideCommand("Colors and captions, too, it remembers:", $"style {new Uri(address, BrowserPack.Style)}"),
        new GuideText("The things, by type:"),
        Script("node-types", "What kinds of things are in here?", cypher.NodeTypes),
        new GuideText("The facts, by layer and type; each type lies in one layer:"),
        Script("edge-types", "What kinds of facts are in here?", cypher.EdgeTypes),
        new GuideLegend([.. facts.Ontology.Layers.Values]),
        new GuideText("Where the facts come from:"),
        Script("sources", "Where do the facts come from?", cypher.Sources),
    ]);

    private GuideSlide Neighbourhood(Node anchor) => new("What is known about one thing",
    [
        new GuideText("Find it by any of its names, in any script; without the inner quotation marks half a word with a star works too."),
        Script("find", $"What is called {anchor.Name}?", cypher.Named(anchor.Name)),
        new GuideText(
            "Draw all facts that name it. What begins with `NOT` on an arrow is denied by its source, with `?` is in doubt, with `forecast` is yet to come."),
        Script("neighbourhood", $"What is known about {anchor.Name}?", BrowserStatement.About(anchor.Id, dataset)),
        new GuideText(
            "The same with its evidence, as a table. A double click on a node adds its neighbours, and with them small pale nodes: each "
            + "stands for a fact, between its subject, its object and its sources."),
        Script("evidence", $"What is the evidence about {anchor.Name}?", cypher.EvidenceOf(anchor.Id)),
    ]);

    private GuideSlide? Saved(string title, SavedAnswer? answer, string text, params IReadOnlyList<GuideBlock> further) => answer is null ? null : new(title,
    [
        new GuideText(GuideText.Plain(answer.Question.Text)),
        new GuideText(text),
        .. SavedScripts.Of(answer, facts.Ontology, dataset).DistinctBy(script => script.Body).Select(script => new GuideStatement(script)),
        .. further,
    ]);

    private IEnumerable<GuideBlock> OnThatDay()
    {
        if (examples.Day is { } day && examples.Dated is { } id && facts.FindNode(id) is { } node)
        {
            yield return new GuideText("The same asked in Cypher, of all that is known about the one in question:");
            yield return Script("on-a-day", $"What is known about {node.Name} as of {GuideCypher.Text(day)}?", cypher.OnDay(id, day));
        }
    }

    private GuideSlide? Doubts()
    {
        List<GuideBlock> blocks =
        [
            .. Where(facts.Facts.Any(fact => fact.Doubts.Count > 0), "In question, with the reasons in `doubts`; on the arrow stands a `?`:",
                () => Script("doubted", "Which facts are in doubt?", cypher.Doubted)),
            .. Where(facts.Conflicts.Count > 0, "Facts that differ about the same thing stand side by side; none is preferred:",
                () => Script("conflicts", "Which facts are in conflict?", cypher.Conflicts)),
            .. Where(facts.Facts.Any(fact => fact.Confidence < Doubtful), "Rather guesses:",
                () => Script("least-confident", "Which facts have a confidence under 0.5?", cypher.LessConfident(Doubtful))),
        ];
        return blocks.Count == 0 ? null : new("What is doubtful",
            [new GuideText("A fact's `confidence` is the curators' judgement, from 0 to 1, and `confidenceReason` says why."), .. blocks]);
    }

    private GuideSlide? Denied() => !HasDenied ? null : new("What is denied",
    [
        new GuideText("A source may say that something is not so. Such a fact is no part of any path; on its arrow stands `NOT`. What no source mentions is not denied."),
        Script("denied", "What do sources deny?", cypher.Denied),
    ]);

    private GuideSlide Own(Node? anchor)
    {
        var layer = facts.Facts.Select(fact => facts.Ontology.EdgeTypes[fact.Type].Layer).Where(IsDependency).Order(StringComparer.Ordinal).FirstOrDefault();
        var like = facts.Facts.FirstOrDefault(fact => !fact.IsDenied && fact.Object is not null && (fact.Object == anchor?.Id || fact.Subject == anchor?.Id));
        return new("A query of your own",
        [
            new GuideText(
                $"Things are `(:{Cypher.Node})` with further labels for their type, such as `(:{facts.Ontology.NodeTypes.Keys.Last()})`; "
                + "facts are relationships between them. Always say the data set, of nodes and of relationships: a database may hold several."),
            .. Where(layer is not null, "All facts of one layer that are fairly sure; put another layer in its place:",
                () => Script("one-layer", $"Which facts of the layer {layer} are fairly sure?", cypher.OfLayer(layer!, HasDenied))),
            .. Where(like is not null, "All facts of one type between two types of things:", () => Like(like!)),
            new GuideText(
                "Cypher keeps no relationship twice on a path, but nodes; and it does not know which end depends. For paths and tiers ask "
                + "`kg path`, `kg upstream` or `kg downstream`, with `--cypher` for the statement that draws the answer, or `--browser` for a link."),
            new GuideText($"All statements of this guide and of the saved questions are in `{new Uri(address, BrowserPack.SavedQueries)}`: save that file, and drop it on the editor."),
        ]);
    }

    private GuideStatement Like(Fact fact)
    {
        var (subject, target) = (facts.FindNode(fact.Subject)!.Type, facts.FindNode(fact.Object!)!.Type);
        return Script("one-type", $"Which facts {fact.Type} lead from {subject} to {target}?", cypher.Like(fact, subject, target));
    }

    private bool HasDenied => facts.Facts.Any(fact => fact.IsDenied);

    private bool IsDependency(string layer) => facts.Ontology.Layers[layer].IsDependency;

    private static IEnumerable<GuideBlock> Where(bool isThere, string text, Func<GuideStatement> script) =>
        isThere ? [new GuideText(text), script()] : [];

    private static GuideStatement Script(string name, string title, string cypher) =>
        new(new PackScript(Folder, name, $"// {BrowserStatement.OneLine(title)}\n{cypher}\n"));
}
