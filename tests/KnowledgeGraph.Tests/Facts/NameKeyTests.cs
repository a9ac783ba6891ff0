using System.Text;
using KnowledgeGraph.Facts;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Facts;

[TestFixture]
internal sealed class NameKeyTests
{
    [TestCase("Iнтэграл", "Інтэграл", Description = "Latin I in a Belarusian word, as the act prints it")]
    [TestCase("Xолдынга ‘Гарызонт’", "холдынга гарызонт", Description = "Latin X, printed quotes")]
    [TestCase("OOO «Рога»", "ооо рога", Description = "three Latin letters before a Cyrillic name")]
    [TestCase("Планар-СО", "ПЛАНАР-CO", Description = "look-alikes behind a hyphen")]
    [TestCase("Пётр", "ПЕТР", Description = "ё as е")]
    [TestCase("Пе\u0308тр", "Пётр", Description = "ё of two characters")]
    [TestCase("ＩＮＴＥＧＲＡＬ", "Integral", Description = "full-width letters")]
    [TestCase("ﬁrm", "Firm", Description = "a ligature")]
    [TestCase("“Peleng” JSC", "'Peleng'  jsc ", Description = "quotes and spaces")]
    [TestCase("N\u00A0P\tO", "n p o", Description = "any white space")]
    [TestCase("中国", "中国", Description = "other scripts stay")]
    public void NamesThatReadTheSame_HaveTheSameKey(string a, string b) => Assert.That(NameKey.Of(a), Is.EqualTo(NameKey.Of(b)));

    [TestCase("OOO", "ООО", Description = "a Latin name alone is not folded")]
    [TestCase("Integral", "Интеграл", Description = "writing over is no folding")]
    [TestCase("Peleng", "Peleng2")]
    public void NamesThatDiffer_HaveDifferentKeys(string a, string b) => Assert.That(NameKey.Of(a), Is.Not.EqualTo(NameKey.Of(b)));

    [Test]
    public void LatinWordWithoutCyrillicTwins_StaysLatinInACyrillicName() => Assert.That(NameKey.Of("СООО LEMT"), Is.EqualTo("сооо lemt"));

    [TestCase("")]
    [TestCase(" \t«»\"")]
    public void NothingButSpaceAndQuotes_HasAnEmptyKey(string name) => Assert.That(NameKey.Of(name), Is.Empty);

    [Test]
    public void HalfASurrogatePair_IsTakenAsItStands()
    {
        const string Broken = "Интеграл \uD83D";
        Assert.That(() => NameKey.Of(Broken), Throws.Nothing);
        Assert.That(NameKey.Of(Broken), Is.Not.EqualTo(NameKey.Of("Интеграл")));
    }

    [Test]
    public void EveryCharacterWithAShortcut_HasTheKeyThatFullNormalisationGives()
    {
        // A combining mark that stands alone makes the whole name take the long way; the key of the mark itself is cut off again.
        const string LongWay = "\u0301";
        var differing = Enumerable.Range(1, 0xFFFF)
            .Select(code => (char)code)
            .Where(c => !char.IsSurrogate(c) && !char.IsWhiteSpace(c))
            .Where(c => NameKey.Of($"{c}") is var direct && NameKey.Of($"{c}|{LongWay}") is var full && full != $"{direct}|{LongWay}")
            .Where(c => c == '\uFFFE' || !$"{c}|".Normalize(NormalizationForm.FormKC).StartsWith(' '))
            .Select(c => $"U+{(int)c:X4}");

        Assert.That(differing, Is.Empty);
    }
}
