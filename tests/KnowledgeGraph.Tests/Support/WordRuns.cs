using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeGraph.Tests.Support;

/// <summary>Hashes of every seven words in a row, by which a text is compared with a document that is not at hand.</summary>
internal static partial class WordRuns
{
    private const int Length = 7;
    private const int HashDigits = 12;

    /// <summary>The runs of each line, apart from case and punctuation, with their hashes; a line of fewer words has none.</summary>
    internal static IEnumerable<(string Run, string Hash)> Of(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var words = Word().Matches(Apostrophe().Replace(line, "")).Select(match => match.Value.ToLowerInvariant()).ToList();
            for (var start = 0; start + Length <= words.Count; start++)
            {
                var run = string.Join(' ', words.Skip(start).Take(Length));
                yield return (run, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(run)))[..HashDigits]);
            }
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex("['’]")]
    private static partial Regex Apostrophe();
}
