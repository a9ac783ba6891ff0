using KnowledgeGraph.Facts;
using KnowledgeGraph.Ontology;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Facts;

[TestFixture]
internal sealed class ChecksumTests
{
    [TestCase(ChecksumKind.Lei, "5493001KJTIIGC8Y1R12")]
    [TestCase(ChecksumKind.Lei, "7LTWFZYICNSX8D621K86")]
    [TestCase(ChecksumKind.Unp, "100386629")]
    [TestCase(ChecksumKind.Inn, "7708387990")]
    [TestCase(ChecksumKind.Inn, "500100732259", Description = "of a person")]
    [TestCase(ChecksumKind.Ogrn, "1207700340759")]
    [TestCase(ChecksumKind.None, "anything")]
    public void RightCheckDigit_IsValid(ChecksumKind kind, string value) => Assert.That(Checksum.IsValid(kind, value), Is.True);

    [TestCase(ChecksumKind.Lei, "5493001KJTIIGC8Y1R13", Description = "last digit")]
    [TestCase(ChecksumKind.Lei, "5493001kjtiigc8y1r12", Description = "lower case")]
    [TestCase(ChecksumKind.Lei, "5493001KJTIIGC8Y1R1", Description = "short")]
    [TestCase(ChecksumKind.Unp, "101050240", Description = "as the act prints it")]
    [TestCase(ChecksumKind.Unp, "МА1953684", Description = "of a person")]
    [TestCase(ChecksumKind.Unp, "10038662", Description = "short")]
    [TestCase(ChecksumKind.Inn, "7708387991")]
    [TestCase(ChecksumKind.Inn, "500100732258")]
    [TestCase(ChecksumKind.Inn, "77083879")]
    [TestCase(ChecksumKind.Ogrn, "1207700340758")]
    [TestCase(ChecksumKind.Ogrn, "１２０７７００３４０７５９", Description = "full-width digits")]
    [TestCase(ChecksumKind.Ogrn, "", Description = "empty")]
    public void WrongCheckDigitLengthOrLetter_IsNot(ChecksumKind kind, string value) => Assert.That(Checksum.IsValid(kind, value), Is.False);

    [Test]
    public void OneDigitOfALeiChanged_IsNeverValid()
    {
        const string Lei = "5493001KJTIIGC8Y1R12";
        var changed = Enumerable.Range(0, Lei.Length).Where(i => char.IsAsciiDigit(Lei[i])).SelectMany(i => Changed(Lei, i));
        Assert.That(changed.Where(text => Checksum.IsValid(ChecksumKind.Lei, text)), Is.Empty);
    }

    [Test]
    public void IdentifiersOfTheActs_AreValidButForOnePrintedWrong()
    {
        var path = Path.Combine(SharedFolder(), "curation", "eu-nodes.tsv");
        if (!File.Exists(path))
        {
            Assert.Ignore($"no {path}; set KG_SHARED to the folder of the shared material");
        }

        var identifiers = File.ReadLines(path).Skip(1).Select(line => line.Split('\t')[4]).SelectMany(cell => cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.That(identifiers, Has.Count.GreaterThanOrEqualTo(40));
        Assert.That(identifiers.Where(identifier => !IsValid(identifier.Split(' '))), Is.EqualTo(new[] { "УНП 101050240" }));
    }

    private static bool IsValid(string[] schemeAndValue) => Checksum.IsValid(
        schemeAndValue[0] switch
        {
            "УНП" => ChecksumKind.Unp,
            "INN" => ChecksumKind.Inn,
            "OGRN" => ChecksumKind.Ogrn,
            "LEI" => ChecksumKind.Lei,
            var scheme => throw new InvalidOperationException($"unknown scheme {scheme}"),
        },
        schemeAndValue[1]);

    private static IEnumerable<string> Changed(string value, int position) => Enumerable.Range(0, 10)
        .Select(digit => (char)('0' + digit))
        .Where(digit => digit != value[position])
        .Select(digit => value[..position] + digit + value[(position + 1)..]);

    /// <summary>KG_SHARED, else the folder "shared" beside the repository.</summary>
    private static string SharedFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KnowledgeGraph.sln")))
        {
            folder = folder.Parent;
        }

        return Environment.GetEnvironmentVariable("KG_SHARED") ?? Path.Combine(folder?.FullName ?? ".", "..", "shared");
    }
}
