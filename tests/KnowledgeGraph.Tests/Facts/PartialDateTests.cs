using KnowledgeGraph.Facts;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Facts;

[TestFixture]
internal sealed class PartialDateTests
{
    [TestCase("2025", "2025-01-01", "2025-12-31")]
    [TestCase("2025-02", "2025-02-01", "2025-02-28")]
    [TestCase("2024-02", "2024-02-01", "2024-02-29")]
    [TestCase("2025-02-14", "2025-02-14", "2025-02-14")]
    [TestCase("0001", "0001-01-01", "0001-12-31")]
    [TestCase("9999-12", "9999-12-01", "9999-12-31")]
    public void Text_SpansTheDaysItCanMean(string text, string earliest, string latest)
    {
        var date = PartialDate.Parse(text);
        Assert.That($"{date.Earliest:yyyy-MM-dd} {date.Latest:yyyy-MM-dd}", Is.EqualTo($"{earliest} {latest}"));
        Assert.That(date.ToString(), Is.EqualTo(text));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("25")]
    [TestCase("0000")]
    [TestCase("2025-00")]
    [TestCase("2025-13")]
    [TestCase("2025-02-00")]
    [TestCase("2025-02-29")]
    [TestCase("2025-2-14")]
    [TestCase("2025/02")]
    [TestCase("2025-02/14")]
    [TestCase("2025.02.14")]
    [TestCase(" 2025")]
    [TestCase("+202")]
    [TestCase("-202")]
    [TestCase("2025-02-14T00:00")]
    [TestCase("２０２５")]
    [TestCase("20250214")]
    public void TextThatIsNoDate_IsRefused(string? text) => Assert.That(PartialDate.TryParse(text, out _), Is.False);

    [Test]
    public void ParseOfBadText_SaysWhatIsAllowed() => Assert.That(
        () => PartialDate.Parse("May 2025"),
        Throws.InstanceOf<FormatException>().With.Message.EqualTo("\"May 2025\" is no year, month or day such as 2025, 2025-02 or 2025-02-14"));

    [Test]
    public void SamePrecision_IsNeededToBeEqual()
    {
        Assert.That(PartialDate.Parse("2025"), Is.Not.EqualTo(PartialDate.Parse("2025-01")));
        Assert.That(PartialDate.Parse("2025-01"), Is.EqualTo(new PartialDate(2025, 1)));
        Assert.That(PartialDate.FromDay(new DateOnly(2025, 1, 2)), Is.EqualTo(PartialDate.Parse("2025-01-02")));
    }

    [Test]
    public void DayWithoutMonth_IsRefused() => Assert.That(() => new PartialDate(2025, 0, 3), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
