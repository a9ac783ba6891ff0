using System.Text.RegularExpressions;
using KnowledgeGraph.Neo4j.Browser;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j.Browser;

/// <summary>The style sheet: complete, in an order that lets the special rule win, and seen by everyone.</summary>
public sealed partial class GrassStyleTests
{
    private const double ReadableText = 4.5;
    private const double VisibleLine = 3;

    /// <summary>About four times the least difference of two colors side by side that an eye sees (CIE76).</summary>
    private const double TellingApart = 9;

    private static readonly OntologyModel Shipped = SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!.Ontology;

    [Test]
    public void EveryLabelAndType_HasARule()
    {
        var selectors = Rules(GrassStyle.Of(Shipped)).Select(rule => rule.Selector).ToList();

        Assert.That(selectors, Is.Unique);
        Assert.That(
            selectors, Is.SupersetOf(Shipped.NodeTypes.Keys.Concat(["KgNode", "KgLiteral", "KgFact", "Fact", "KgSource", "Source", "KgConflict", "KgDataset"]).Select(label => $"node.{label}")));
        Assert.That(selectors, Is.SupersetOf(Shipped.EdgeTypes.Keys.Select(type => $"relationship.{type}")));
    }

    [Test]
    public void ParentsComeBeforeTheirChildren()
    {
        var selectors = Rules(GrassStyle.Of(Shipped)).Select(rule => rule.Selector).ToList();

        foreach (var type in Shipped.NodeTypes.Values)
        {
            Assert.That(
                type.Extends.Select(parent => selectors.IndexOf($"node.{parent}")).Append(selectors.IndexOf("node.KgNode")),
                Is.All.LessThan(selectors.IndexOf($"node.{type.Name}")), type.Name);
        }
    }

    [Test]
    public void EveryRule_SaysAllThatAnotherSays()
    {
        var rules = Rules(GrassStyle.Of(Shipped)).ToList();

        foreach (var kind in new[] { "node", "relationship" })
        {
            var properties = rules.Where(rule => rule.Selector.Split('.')[0] == kind).Select(rule => string.Join(' ', rule.Properties.Keys)).Distinct();
            Assert.That(properties, Has.Exactly(1).Items, kind);
        }
    }

    [Test]
    public void Color_IsTheTypesOwnOrThatOfTheNearestAncestor()
    {
        //       Thing (grey)
        //      /            \
        //  Actor (blue)   Place (green)
        //    |     \        /
        //  Firm    Country         Firm takes Actor's, Country that of the parent named last, City none but Thing's
        var model = new OntologyModel(
            [
                new NodeType("Thing", true, [], null, "") { Color = "#777777" },
                new NodeType("Actor", true, ["Thing"], null, "") { Color = "#0000FF" },
                new NodeType("Place", true, ["Thing"], null, "") { Color = "#00FF00" },
                new NodeType("Firm", false, ["Actor"], null, ""),
                new NodeType("Country", false, ["Actor", "Place"], null, ""),
                new NodeType("City", false, ["Thing"], null, ""),
                new NodeType("Plain", false, [], null, ""),
            ],
            [], [], [], [], []);

        Assert.That(
            new[] { "Actor", "Firm", "Country", "City", "Plain" }.Select(type => GrassStyle.ColorOf(model, type).ToString()),
            Is.EqualTo(new[] { "#0000FF", "#0000FF", "#00FF00", "#777777", RgbColor.Grey.ToString() }));
    }

    [Test]
    public void Style_HasNothingThatBrowserMisreads() =>
        Assert.That(GrassStyle.Of(Shipped), Does.Not.Contain("/*").And.Not.Contain("//").And.Not.Match(@":[^;]*:[^;]*;"));

    [Test]
    public void TextOnNodes_IsReadable()
    {
        foreach (var rule in Rules(GrassStyle.Of(Shipped)).Where(rule => rule.Selector.StartsWith("node", StringComparison.Ordinal)))
        {
            var contrast = RgbColor.Parse(rule.Properties["color"]).ContrastWith(RgbColor.Parse(rule.Properties["text-color-internal"]));
            Assert.That(contrast, Is.GreaterThanOrEqualTo(ReadableText), rule.Selector);
        }
    }

    [Test]
    public void Arrows_StandOutFromThePaper()
    {
        foreach (var layer in Shipped.Layers.Values)
        {
            Assert.That(GrassStyle.ColorOf(layer).ContrastWith(RgbColor.White), Is.GreaterThanOrEqualTo(VisibleLine), layer.Name);
        }
    }

    [TestCase(null)]
    [TestCase("deuteranopia")]
    [TestCase("protanopia")]
    public void NodeColors_AreToldApart(string? blindness)
    {
        var colors = Shipped.NodeTypes.Keys.Select(type => GrassStyle.ColorOf(Shipped, type)).Distinct().ToList();
        var close =
            from i in Enumerable.Range(0, colors.Count)
            from j in Enumerable.Range(i + 1, colors.Count - i - 1)
            let difference = SeenColor.Difference(colors[i], colors[j], blindness)
            where difference < TellingApart
            select $"{colors[i]} {colors[j]} {difference:0.0}";
        Assert.That(close, Is.Empty);
    }

    private static IEnumerable<(string Selector, Dictionary<string, string> Properties)> Rules(string style) =>
        Rule().Matches(style).Select(match => (
            match.Groups["selector"].Value,
            match.Groups["body"].Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(": ")).ToDictionary(parts => parts[0], parts => parts[1].Trim('"'))));

    [GeneratedRegex(@"^(?<selector>\S+) \{(?<body>[^}]*(\{\w+\}[^}]*)?)\}$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();
}
