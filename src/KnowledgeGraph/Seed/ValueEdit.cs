using System.Globalization;
using System.Text;
using KnowledgeGraph.Facts.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace KnowledgeGraph.Seed;

/// <summary>Turns JSON that stands in a file into JSON that shall stand there with the fewest edits, so that layout is kept.</summary>
internal sealed class ValueEdit(byte[] bytes, TextEdits edits)
{
    /// <summary>Changes a value, down to the entries that differ.</summary>
    public void Change(SeedValue old, JToken wanted)
    {
        if (IsSame(old, wanted))
        {
            return;
        }

        if (old is { Kind: SeedKind.Object, Properties.Count: > 0 } && wanted is JObject { Count: > 0 } item)
        {
            var names = old.Properties.Select(property => property.Name).Concat(item.Properties().Select(property => property.Name));
            ChangeProperties(old, item, names.ToHashSet(StringComparer.Ordinal));
        }
        else if (old is { Kind: SeedKind.List, Items.Count: > 0 } && wanted is JArray { Count: > 0 } list)
        {
            ChangeItems(old, list);
        }
        else
        {
            edits.Replace(old.Place.Offset, old.End, SeedText.Of(wanted, IndentAt(old.Place.Offset)));
        }
    }

    /// <summary>Changes some properties of an object; new ones come behind the property that precedes them in what is wanted.</summary>
    public void ChangeProperties(SeedValue old, JObject wanted, HashSet<string> touched)
    {
        var present = old.Properties.ConvertAll(property => property.Name);
        var entries = new EntryEdit(bytes, edits, old, [.. old.Properties.Select(property => (property.NameOffset, property.Value.End))]);
        foreach (var property in old.Properties.Where(property => touched.Contains(property.Name)))
        {
            if (wanted[property.Name] is { } value)
            {
                Change(property.Value, value);
            }
            else
            {
                entries.Remove(present.IndexOf(property.Name));
            }
        }

        var names = wanted.Properties().Select(property => property.Name).ToList();
        foreach (var name in names.Where(name => touched.Contains(name) && !present.Contains(name)))
        {
            var before = names.Take(names.IndexOf(name)).LastOrDefault(present.Contains);
            entries.Insert(before is null ? -1 : present.IndexOf(before), indent => $"{JsonConvert.ToString(name)}: {SeedText.Of(wanted[name]!, indent)}");
        }

        entries.Finish();
    }

    private void ChangeItems(SeedValue old, JArray wanted)
    {
        var least = Math.Min(old.Items.Count, wanted.Count);
        var head = Enumerable.Range(0, least).TakeWhile(i => IsSame(old.Items[i], wanted[i])).Count();
        var tail = Enumerable.Range(1, least - head).TakeWhile(i => IsSame(old.Items[^i], wanted[wanted.Count - i])).Count();
        var entries = new EntryEdit(bytes, edits, old, [.. old.Items.Select(item => (item.Place.Offset, item.End))]);
        for (var i = head; i < old.Items.Count - tail; i++)
        {
            if (i < wanted.Count - tail)
            {
                Change(old.Items[i], wanted[i]);
            }
            else
            {
                entries.Remove(i);
            }
        }

        for (var i = old.Items.Count - tail; i < wanted.Count - tail; i++)
        {
            var value = wanted[i];
            entries.Insert(old.Items.Count - tail - 1, indent => SeedText.Of(value, indent));
        }

        entries.Finish();
    }

    private string IndentAt(int offset)
    {
        var start = Array.LastIndexOf(bytes, (byte)'\n', Math.Max(offset - 1, 0)) + 1;
        return Encoding.UTF8.GetString(bytes, start, offset - start) is var line ? line[..(line.Length - line.TrimStart().Length)] : "";
    }

    private static bool IsSame(SeedValue old, JToken wanted) => (old.Kind, wanted.Type) switch
    {
        (SeedKind.Text, JTokenType.String) => old.Text == (string?)wanted,
        (SeedKind.Number, JTokenType.Integer or JTokenType.Float) =>
            decimal.TryParse(old.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == (decimal)wanted,
        (SeedKind.True, JTokenType.Boolean) => (bool)wanted,
        (SeedKind.False, JTokenType.Boolean) => !(bool)wanted,
        (SeedKind.List, JTokenType.Array) => old.Items.Count == ((JArray)wanted).Count && old.Items.Zip(wanted).All(pair => IsSame(pair.First, pair.Second)),
        (SeedKind.Object, JTokenType.Object) => old.Properties.Count == ((JObject)wanted).Count
            && old.Properties.TrueForAll(property => wanted[property.Name] is { } value && IsSame(property.Value, value)),
        _ => false,
    };
}
