using KnowledgeGraph.Facts;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Facts;

[TestFixture]
internal sealed class NearestNamesTests
{
    private static readonly string[] Types = ["CONTROLS", "CONTROLS_COMPANY", "SUPPLIES_TO", "SUSTAINS", "USES"];

    [TestCase("SUPLIES_TO", "SUPPLIES_TO", Description = "a letter missing")]
    [TestCase("SUPPLIES_OT", "SUPPLIES_TO", Description = "two letters swapped")]
    [TestCase("supplies_to", "SUPPLIES_TO", Description = "case does not matter")]
    [TestCase("CONTROL", "CONTROLS CONTROLS_COMPANY", Description = "near before containing")]
    [TestCase("SUPPLIES", "SUPPLIES_TO", Description = "contained")]
    [TestCase("VISITED", "", Description = "nothing near")]
    public void Mistyped_NearestFirst(string wanted, string expected) =>
        Assert.That(string.Join(' ', NearestNames.To(wanted, Types)), Is.EqualTo(expected));

    [Test]
    public void EquallyNear_InOrdinalOrderAndNoMoreThanAsked() =>
        Assert.That(NearestNames.To("cat", ["rat", "bat", "hat", "cut"], count: 2), Is.EqualTo(new[] { "bat", "cut" }));

    [Test]
    public void LongNameWithASurrogatePairAtTheCut_IsCompared()
    {
        var name = new string('a', 63) + "😀 and more";
        Assert.That(NearestNames.To(name, [name]), Is.EqualTo(new[] { name }));
    }
}
