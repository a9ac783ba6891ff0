using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeGraph.Neo4j.Browser;

namespace KnowledgeGraph.Tests.Neo4j.Browser;

/// <summary>The statements of a pack, taken from its files as Browser takes them.</summary>
internal static partial class PackText
{
    public static string Of(this BrowserPack pack, string file) => Encoding.UTF8.GetString(Bytes(pack, file));

    public static byte[] Bytes(this BrowserPack pack, string file) => pack.Files.Single(candidate => candidate.Name == file).Bytes.ToArray();

    /// <summary>The saved queries by path.</summary>
    public static Dictionary<string, string> Scripts(this BrowserPack pack)
    {
        using var zip = new ZipArchive(new MemoryStream(pack.Bytes(BrowserPack.SavedQueries)));
        return zip.Entries.ToDictionary(entry => entry.FullName, TextOf, StringComparer.Ordinal);
    }

    /// <summary>The statements of the guide for the classic Browser, in order.</summary>
    public static List<string> HtmlStatements(this BrowserPack pack) =>
        [.. Runnable().Matches(pack.Of(BrowserPack.HtmlGuide)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value) + "\n")];

    /// <summary>The statements of the guide for the new Browser, in order.</summary>
    public static List<string> AsciiDocStatements(this BrowserPack pack) =>
        [.. Listing().Matches(pack.Of(BrowserPack.AsciiDocGuide)).Select(match => match.Groups[1].Value)];

    private static string TextOf(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""<pre class="[a-z -]*\brunnable">([^<]*)</pre>""")]
    private static partial Regex Runnable();

    [GeneratedRegex(@"^\[source,cypher\]\n----\n(.*?)^----$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Listing();
}
