using System.Text;
using KnowledgeGraph.Import;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Import;

/// <summary>Lines of a file, wherever the pieces it is read in end.</summary>
public sealed class LineStreamTests
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
        File.WriteAllText(path, "a\n" + new string('x', LineStream.MostBytes * 2) + "\nb\n");
        using var stream = new LineStream(path);

        Assert.That(stream.Next(out _), Is.True);
        Assert.That(() => stream.Next(out _), Throws.TypeOf<InvalidDataException>());
        Assert.That(stream.LineNumber, Is.EqualTo(2));
        Assert.That(stream.Next(out var line) ? Encoding.UTF8.GetString(line) : "", Is.EqualTo("b"));
        Assert.That((stream.LineNumber, stream.Position), Is.EqualTo((3, stream.Length)));
    }

    private List<(int Number, string Text)> Read()
    {
        var lines = new List<(int, string)>();
        using var stream = new LineStream(path);
        while (stream.Next(out var line))
        {
            lines.Add((stream.LineNumber, Encoding.UTF8.GetString(line)));
        }

        Assert.That(stream.Position, Is.EqualTo(stream.Length));
        return lines;
    }
}
