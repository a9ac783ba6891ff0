using System.Globalization;
using System.Text;
using KnowledgeGraph.Facts.Json;
using Newtonsoft.Json;

namespace KnowledgeGraph.Verify;

/// <summary>What an answer says beside what it would have to say, value by value; the order of members does not matter.</summary>
internal static class JsonDifference
{
    private const int ShownLength = 120;

    /// <summary>Names every value in which two trees differ. Linear in both, but for the members of an object, of which there are few.</summary>
    /// <param name="what">The rule that a difference breaks.</param>
    /// <param name="where">The member that is compared.</param>
    /// <param name="expected">What it would have to be.</param>
    /// <param name="found">What it is, or null where it is not there.</param>
    /// <param name="parent">What it stands in, for its place.</param>
    /// <param name="findings">Where differences go.</param>
    internal static void Compare(string what, string where, SeedValue expected, SeedValue? found, SeedValue parent, Findings findings)
    {
        if (found is null)
        {
            findings.Wrong(what, where, parent, Text(expected), "nothing");
        }
        else if (found.Kind != expected.Kind || found.Text != expected.Text)
        {
            findings.Wrong(what, where, found, Text(expected));
        }
        else if (found.Kind == SeedKind.List)
        {
            CompareItems(what, where, expected, found, findings);
        }
        else if (found.Kind == SeedKind.Object)
        {
            CompareMembers(what, where, expected, found, findings);
        }
    }

    /// <summary>The tree of an object that is written as answers are.</summary>
    internal static SeedValue Tree(Action<JsonWriter> writeFields)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        writer.WriteStartObject();
        writeFields(writer);
        writer.WriteEndObject();
        writer.Flush();
        return JsonTree.Read(new SeedFile("expected", Encoding.UTF8.GetBytes(text.ToString())), new ProblemList())
            ?? throw new FormatException("what was written as JSON is none");
    }

    /// <summary>A value as a problem shows it: one line, shortened.</summary>
    internal static string Text(SeedValue value)
    {
        var text = Whole(value);
        return text.Length <= ShownLength ? text : string.Concat(text.AsSpan(0, ShownLength), "…");
    }

    private static void CompareItems(string what, string where, SeedValue expected, SeedValue found, Findings findings)
    {
        for (var i = 0; i < Math.Max(expected.Items.Count, found.Items.Count); i++)
        {
            var item = string.Create(CultureInfo.InvariantCulture, $"{where}[{i}]");
            if (i >= expected.Items.Count)
            {
                findings.Wrong(what, item, found.Items[i], "nothing more");
            }
            else
            {
                Compare(what, item, expected.Items[i], i < found.Items.Count ? found.Items[i] : null, found, findings);
            }
        }
    }

    private static void CompareMembers(string what, string where, SeedValue expected, SeedValue found, Findings findings)
    {
        foreach (var member in expected.Properties)
        {
            Compare(what, $"{where}.{member.Name}", member.Value, found.Find(member.Name), found, findings);
        }

        foreach (var member in found.Properties.Where(member => expected.Find(member.Name) is null || found.Find(member.Name) != member.Value))
        {
            findings.Wrong(what, $"{where}.{member.Name}", member.Value, "nothing of that name, or not twice");
        }
    }

    private static string Whole(SeedValue value) => value.Kind switch
    {
        SeedKind.List => $"[{string.Join(", ", value.Items.Take(10).Select(Whole))}{(value.Items.Count > 10 ? ", …" : "")}]",
        SeedKind.Object => $"{{{string.Join(", ", value.Properties.Take(10).Select(member => $"{member.Name}: {Whole(member.Value)}"))}}}",
        SeedKind.Text => $"\"{value.Text}\"",
        SeedKind.Number => value.Text,
        _ => value.Kind.ToString().ToLowerInvariant(),
    };
}
