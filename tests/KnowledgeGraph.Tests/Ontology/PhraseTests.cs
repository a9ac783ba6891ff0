using KnowledgeGraph.Ontology;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Ontology;

public class PhraseTests
{
    [TestCase("needs {product|an unstated component} from", "chips", "needs chips from")]
    [TestCase("needs {product|an unstated component} from", null, "needs an unstated component from")]
    [TestCase("supplies {product} to", null, "supplies to")]
    [TestCase("{product}", "chips", "chips")]
    [TestCase("{product}{product}", "a", "aa")]
    [TestCase("controls", "chips", "controls")]
    [TestCase("", "chips", "")]
    [TestCase("in {braces } and {a|b{c} and {", "x", "in {braces } and {a|bx and {")]
    [TestCase("  many   spaces  ", null, "many spaces")]
    public void Filled_PutsTheRoleOrItsStandIn(string template, string? product, string expected) =>
        Assert.That(new Phrase(template).Fill(_ => product), Is.EqualTo(expected));

    [Test]
    public void Placeholders_AreNamedInOrder() =>
        Assert.That(new Phrase("is {value|open} as to {product}").Placeholders, Is.EqualTo(new[] { "value", "product" }));

    [Test]
    public void Text_IsTheTemplate() => Assert.That(new Phrase("a {b|c}").ToString(), Is.EqualTo("a {b|c}"));
}
