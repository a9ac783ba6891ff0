using KnowledgeGraph.Cli.Rendering;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

[TestFixture]
public sealed class PageTests
{
    [Test]
    public void LongLine_WrapsAtSpacesAndHangs() =>
        Assert.That(Text(30, page => page.Line(2, 3, "one two three four five six seven eight")), Is.EqualTo("""
              one two three four five six
                 seven eight
            """));

    [Test]
    public void WordWiderThanPage_StandsAlone() =>
        Assert.That(Text(20, page => page.Line(0, "aa " + new string('b', 30) + " cc")), Is.EqualTo("aa\n" + new string('b', 30) + "\ncc"));

    [Test]
    public void WideCharacters_CountTwo() => Assert.That(CellWidth.Of("中国 Китай é"), Is.EqualTo(12));

    [Test]
    public void Edge_StandsAtTheMargin() =>
        Assert.That(Text(30, page => page.LineWithEdge(0, ["A needs B"], "supply")), Is.EqualTo("A needs B               supply"));

    [Test]
    public void Table_NarrowsTheWidestColumn() =>
        Assert.That(
            Text(24, page => TableLayout.Write(page, 0, ["id", "name"], [["a", "one two three four five six"], ["bb", "x"]])),
            Is.EqualTo("""
                id  name
                --  --------------------
                a   one two three four
                    five six
                bb  x
                """));

    [Test]
    public void ControlCharacters_AreReplaced() =>
        Assert.That(Text(40, page => page.Line(0, "a\u001b[31mb\nc\u202Ed")), Is.EqualTo("a\uFFFD[31mb c\uFFFDd"));

    private static string Text(int width, Action<Page> write)
    {
        var page = new Page(width);
        write(page);
        return string.Join('\n', page.Lines.Select(line => string.Concat(line.Select(span => span.Text))));
    }
}
