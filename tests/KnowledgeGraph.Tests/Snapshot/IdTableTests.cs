using System.Globalization;
using System.Text;
using KnowledgeGraph.Snapshot;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Snapshot;

/// <summary>Ids by number, against a dictionary and the sort of the framework.</summary>
public sealed class IdTableTests
{
    [TestCase(26, TestName = "Ids_LikeADictionary")]
    [TestCase(2, TestName = "Ids_LongAndAlike_LikeADictionary")]
    public void Ids(int letters)
    {
        var random = new Random(letters);
        var (table, numbers) = (new IdTable(), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < 20_000; i++)
        {
            var id = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => (char)('a' + random.Next(letters))));
            numbers.TryAdd(id, numbers.Count);
            Assert.That(table.Intern(Encoding.UTF8.GetBytes(id)), Is.EqualTo(numbers[id]));
        }

        Assert.That(table.Count, Is.EqualTo(numbers.Count));
        Assert.That(numbers.Keys.Select(table.Find), Is.EqualTo(numbers.Values));
        Assert.That(numbers.Values.Select(table.Text), Is.EqualTo(numbers.Keys));
        Assert.That(table.Find("A"), Is.EqualTo(-1));
        Assert.That(table.InOrder(_ => true).Select(table.Text), Is.EqualTo(numbers.Keys.Order(StringComparer.Ordinal)));
    }

    [Test]
    public void IdsBeyondAscii_SortAsTextsDo()
    {
        var table = new IdTable();
        string[] ids = ["\U0001F600", "\uFB01", "z", "é", new string('x', 5000), "x"];
        Array.ForEach(ids, id => table.Intern(id));

        Assert.That(table.InOrder(_ => true).Select(table.Text), Is.EqualTo(ids.Order(StringComparer.Ordinal)));
    }

    [Test]
    public void IdsInOrder_StayInOrder()
    {
        var table = new IdTable();
        int[] numbers = [.. Enumerable.Range(0, 1000).Select(i => table.Intern(i.ToString("D6", CultureInfo.InvariantCulture)))];

        Assert.That(table.InOrder(_ => true), Is.EqualTo(numbers));
    }
}
