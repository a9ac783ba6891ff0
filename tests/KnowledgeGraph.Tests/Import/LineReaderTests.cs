using System.Text;
using KnowledgeGraph.Import;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Import;

/// <summary>Lines of a file, wherever the pieces it is read in end.</summary>
public sealed class LineReaderTests
{
    private string path = null!;

    [SetUp]
    public void MakeFile() => path = Path.GetTempFileName();

    [TearDown]
    public void DeleteFile() => File.Delete(path);

    [TestCase("a\nb\n", "1:a 2:b")]
    [TestCase("a\r\n\r\nb", "1:a 3:b")]
    [TestCase("\uFEFFa\n \t\nb\n\n", "1:a 3:b")]
    [TestCase("", "")]
    [TestCase("\n\n", "")]
    public void Lines_AreNumbered_BlankOnesLeftOut(string text, string lines)
    {
        File.WriteAllText(path, text);

        Assert.That(string.Join(' ', Read().Select(line => $"{line.Number}:{line.Text}")), Is.EqualTo(lines));
    }

    [Test]
    public void LinesOfAnyLength_AreThoseOfTheFile()
    {
        var random = new Random(3);
        var lines = Enumerable.Range(0, 200).Select(i => new string((char)('a' + (i % 26)), 1 + random.Next(20_000))).ToList();
        File.WriteAllLines(path, lines);

        Assert.That(Read().Select(line => line.Text), Is.EqualTo(lines));
    }

    [Test]
    public void LineTooLong_IsPassedOver()
    {
        File.WriteAllText(path, "a\n" + new string('x', LineReader.MostBytes * 2) + "\nb\n");

        Assert.That(Read().Select(line => (line.Number, line.Text)), Is.EqualTo(new[] { (1, "a"), (2, null), (3, "b") }));
    }

    [Test]
    public void LineTooLongAtTheEnd_IsNamedToo()
    {
        File.WriteAllText(path, "a\n" + new string('x', LineReader.MostBytes + 1));

        Assert.That(Read().Select(line => (line.Number, line.Text)), Is.EqualTo(new[] { (1, "a"), (2, null) }));
    }

    private List<(int Number, string? Text)> Read()
    {
        var (lines, piece) = (new List<(int, string?)>(), new LinePiece());
        using var file = new LineReader(path);
        while (file.Read(piece))
        {
            lines.AddRange(piece.Lines.Select(line => (line.Number, line.Length == Line.TooLong ? null : Encoding.UTF8.GetString(piece[line]))));
        }

        Assert.That(file.Position, Is.EqualTo(new FileInfo(path).Length));
        return lines;
    }
}
