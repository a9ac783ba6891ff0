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

    [Test]
    public void IdsInOrder_ThenOneBefore_AreFoundAllTheSame()
    {
        var table = new IdTable();
        string[] ids = [.. Enumerable.Range(0, 1000).Select(i => $"id-{2 * i:D6}")];
        Array.ForEach(ids, id => table.Intern(id));
        var before = table.Intern("id-000999");

        Assert.That(before, Is.EqualTo(1000));
        Assert.That(ids.Select(table.Intern), Is.EqualTo(Enumerable.Range(0, 1000)));
        Assert.That(table.Intern("id-999999"), Is.EqualTo(1001));
        Assert.That(table.InOrder(number => number >= 499 && number != 1001).Take(3), Is.EqualTo(new[] { 499, 1000, 500 }));
    }

    [Test]
    public void IdTwiceInARow_KeepsItsNumber()
    {
        var table = new IdTable();
        Assert.That(table.Intern("a"), Is.Zero);
        Assert.That(table.Intern("a"), Is.Zero);
        Assert.That(table.Find("a"), Is.Zero);
        Assert.That(table.Find("b"), Is.EqualTo(-1));
    }

    [Test]
    public void IdsThatDifferBehindMoreThanEightBytes_InOrder()
    {
        var table = new IdTable();
        string[] ids = ["register-00002-x", "register-00001-long-and-b", "register-00001-long-and-a", "register-00001", "register-0"];
        Array.ForEach(ids, id => table.Intern(id));

        Assert.That(table.InOrder(_ => true), Is.EqualTo(new[] { 4, 3, 2, 1, 0 }));
    }
}
