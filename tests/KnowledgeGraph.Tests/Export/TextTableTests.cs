using System.Globalization;
using KnowledgeGraph.Export;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Export;

[TestFixture]
public sealed class TextTableTests
{
    [TestCase("plain", "plain")]
    [TestCase("a,b", "\"a,b\"")]
    [TestCase("say \"x\"", "\"say \"\"x\"\"\"")]
    [TestCase("=1+1", "'=1+1")]
    [TestCase("+1", "'+1")]
    [TestCase("-1", "'-1")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("\t=1", "' =1")]
    [TestCase("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [TestCase("a\r\nb", "a  b")]
    [TestCase("a\u001bb", "a\uFFFDb")]
    public void Csv_CellIsQuotedAndSafe(string cell, string expected)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);

        CsvTable.Write(text, new AnswerTable(["h"], [[cell]]));

        Assert.That(text.ToString(), Is.EqualTo($"h\r\n{expected}\r\n"));
    }

    [Test]
    public void Markdown_SpecialCharactersAreEscaped()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);

        MarkdownTable.Write(text, "A | B", new AnswerTable(["x", "y"], [["a|b", "<i>*c*\n"]]), "End_");

        Assert.That(text.ToString(), Is.EqualTo("A \\| B\n\n| x | y |\n| --- | --- |\n| a\\|b | \\<i\\>\\*c\\*  |\n\nEnd\\_\n"));
    }

    [Test]
    public void Markdown_NoRows_NoTable()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);

        MarkdownTable.Write(text, "None.", new AnswerTable(["x"], []), "End.");

        Assert.That(text.ToString(), Is.EqualTo("None.\n\nEnd.\n"));
    }
}
