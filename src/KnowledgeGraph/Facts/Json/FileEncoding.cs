using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace KnowledgeGraph.Facts.Json;

/// <summary>The seed is UTF-8 without a byte order mark; anything else is named before the JSON reader would stumble over it.</summary>
internal static class FileEncoding
{
    /// <summary>Whether the bytes are worth parsing; reports why not.</summary>
    public static bool IsSound(SeedFile file, ProblemList problems)
    {
        var (code, offset, message) = Find(file.Bytes);
        if (code.Length > 0)
        {
            problems.Add(new Place(file, offset), code, message);
        }

        return code.Length == 0;
    }

    private static (string Code, int Offset, string Message) Find(byte[] bytes) => bytes switch
    {
        _ when bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty => (SeedCode.EmptyFile, 0, "the file is empty; delete it or give it its content"),
        [0xEF, 0xBB, 0xBF, ..] => (SeedCode.WrongEncoding, 0, "the file begins with a byte order mark; save it as UTF-8 without BOM"),
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, _, ..] or [_, 0, ..] =>
            (SeedCode.WrongEncoding, 0, "the file is UTF-16 or UTF-32; save it as UTF-8 without BOM"),
        _ when !Utf8.IsValid(bytes) => Invalid(bytes),
        _ => ("", 0, ""),
    };

    private static (string Code, int Offset, string Message) Invalid(byte[] bytes)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes.AsSpan(offset), out _, out var length) == OperationStatus.Done)
        {
            offset += length;
        }

        return (SeedCode.WrongEncoding, offset, $"byte 0x{bytes[offset]:X2} is not UTF-8; save the file as UTF-8 without BOM");
    }
}
