using KnowledgeGraph.Neo4j;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>Values written into statements that people paste, and links that carry them.</summary>
public sealed class CypherLiteralTests
{
    [TestCase("integral", "'integral'")]
    [TestCase("Интеграл", "'Интеграл'")]
    [TestCase("O'Neil \\ Sons", @"'O\'Neil \\ Sons'")]
    [TestCase("a\nb\u2028c\u202Ed\0", @"'a\u000Ab\u2028c\u202Ed\u0000'")]
    [TestCase("') DETACH DELETE n //", @"'\') DETACH DELETE n //'")]
    [TestCase("\uD83D\uDE80", @"'\uD83D\uDE80'")]
    [TestCase(true, "true")]
    [TestCase(3, "3")]
    [TestCase(1.0, "1.0")]
    [TestCase(0.72, "0.72")]
    [TestCase(1e-20, "1E-20")]
    [TestCase(null, "null")]
    public void Value_IsWrittenSoThatItReadsBack(object? value, string literal) => Assert.That(CypherLiteral.Of(value), Is.EqualTo(literal));

    [Test]
    public void List_IsWrittenWithItsItems() => Assert.That(CypherLiteral.Of(new List<object?> { "a", 1L }), Is.EqualTo("['a', 1]"));

    [Test]
    public async Task Text_ReadsBackFromTheServer()
    {
        await using var database = TestDatabase.Open();
        const string text = "O'Neil \\u0041 \n\t\"`${x} // Ы\u2028\uD83D\uDE80";
        var result = await database.RunAsync($"RETURN {CypherLiteral.Of(text)} AS text");
        Assert.That(result.Rows[0].Text("text"), Is.EqualTo(text));
    }

    [Test]
    public void Link_HidesAmpersandsAndNumberSigns() => Assert.That(
        BrowserLink.To(new Uri("http://localhost:7474"), "RETURN 'R&D #1'\n", needsLogin: false),
        Is.EqualTo(@"http://localhost:7474/browser/?preselectAuthMethod=NO_AUTH&cmd=edit&arg=RETURN%20%27R%5Cu0026D%20%5Cu00231%27"));

    [Test]
    public void Link_ToAServerWithPasswords_LeavesTheFormAlone() => Assert.That(
        BrowserLink.To(new Uri("https://example.org:7473"), "RETURN 1", needsLogin: true),
        Is.EqualTo("https://example.org:7473/browser/?cmd=edit&arg=RETURN%201"));
}
