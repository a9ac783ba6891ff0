using System.Text;
using System.Text.Json;

namespace KnowledgeGraph.Facts.Json;

/// <summary>Says what stopped the JSON reader, in words that name the cure.</summary>
internal static class MalformedJson
{
    /// <param name="file">The file.</param>
    /// <param name="offset">Where the reader stopped.</param>
    /// <param name="open">Offsets of the brackets that are open there.</param>
    /// <param name="problems">Where to report.</param>
    public static void Report(SeedFile file, int offset, Stack<int> open, ProblemList problems)
    {
        if (IsTruncated(file.Bytes))
        {
            problems.Add(new Place(file, file.Bytes.Length), SeedCode.MalformedJson, Truncated(file, open));
            return;
        }

        var found = offset < file.Bytes.Length ? (char)file.Bytes[offset] : ' ';
        if (open.Count >= JsonTree.MaxDepth && found is '[' or '{')
        {
            problems.Add(
                new Place(file, offset),
                SeedCode.TooDeep,
                $"nested more than {JsonTree.MaxDepth} levels deep; the seed needs no more than 8");
            return;
        }

        problems.Add(
            new Place(file, offset),
            SeedCode.MalformedJson,
            $"malformed JSON at {Found(file, offset)}; {Cure(file, offset, found, open.Count == 0)}");
    }

    /// <summary>Whether everything up to the end could still become JSON.</summary>
    private static bool IsTruncated(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = JsonTree.MaxDepth }));
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Truncated(SeedFile file, Stack<int> open)
    {
        if (!open.TryPeek(out var last))
        {
            return $"the {file.Noun} ends before its JSON is complete";
        }

        var kind = file.Bytes[last] == '{' ? "object" : "list";
        return $"the {file.Noun} ends inside the {kind} that starts at {new Place(file, last).InFile()}; was it cut off?";
    }

    private static string Found(SeedFile file, int offset)
    {
        var rest = file.Bytes.AsSpan(offset);
        if (Rune.DecodeFromUtf8(rest, out var rune, out _) != System.Buffers.OperationStatus.Done)
        {
            return $"the end of the {file.Noun}";
        }

        return Rune.IsControl(rune) ? $"a control character (U+{rune.Value:X4})" : $"'{rune}'";
    }

    private static string Cure(SeedFile file, int offset, char found, bool isOutside) => found switch
    {
        _ when isOutside && Before(file, offset) is '}' or ']' => "the JSON is complete before it, remove what follows",
        '/' => "comments are not allowed, use a \"note\"",
        ']' or '}' when Before(file, offset) == ',' => "remove the comma before it",
        '\'' => "texts stand in double quotes",
        '"' or '{' or '[' when Before(file, offset) is '"' or '}' or ']' => "a comma is missing before it",
        _ => "check the comma, quote or bracket before it",
    };

    private static char Before(SeedFile file, int offset)
    {
        var text = file.Bytes.AsSpan(0, offset).TrimEnd(" \t\r\n"u8);
        return text.IsEmpty ? ' ' : (char)text[^1];
    }
}
