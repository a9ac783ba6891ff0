namespace KnowledgeGraph.Verify;

/// <summary>
/// An edge expression as the places in it, numbered from 1 as they are written: which may come first, which may follow each, which may
/// come last. A path stands where it does by the places that its next hop may take.
/// </summary>
internal sealed class EdgePattern
{
    private const string Any = "_";
    private const string Signs = ".|?*+()";

    private readonly List<string> tokens;
    private readonly List<string> places = [];
    private readonly List<HashSet<int>> follow = [];
    private readonly Part whole;
    private int at;

    /// <exception cref="FormatException">The text is no expression.</exception>
    internal EdgePattern(string text)
    {
        tokens = Tokens(text);
        whole = Choice();
        if (at < tokens.Count)
        {
            throw new FormatException($"\"{text}\" is no edge expression: {tokens[at]} is one sign too many");
        }
    }

    internal IEnumerable<string> Types => places.Where(place => place != Any);

    internal bool HasAny => places.Contains(Any);

    internal Stand Start => new(Text(whole.First), whole.MayBeEmpty);

    /// <summary>Where a path stands after a hop of a type; null if it fits no place.</summary>
    internal Stand? Next(Stand stand, string type)
    {
        var taken = stand.Places.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(place => int.Parse(place, System.Globalization.CultureInfo.InvariantCulture))
            .Where(place => place >= 1 && place <= places.Count && (places[place - 1] == type || places[place - 1] == Any))
            .ToList();
        return taken.Count == 0 ? null : new Stand(Text(taken.SelectMany(place => follow[place - 1])), taken.Exists(whole.Last.Contains));
    }

    private static string Text(IEnumerable<int> numbers) => string.Join(',', numbers.Distinct().Order());

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            while (!Signs.Contains(text[i]) && text[i] != ' ' && end < text.Length && text[end] != ' ' && !Signs.Contains(text[end]))
            {
                end++;
            }

            tokens.AddRange(text[i] == ' ' ? [] : [text[i..end]]);
            i = end;
        }

        return tokens;
    }

    private bool Take(string sign)
    {
        var isThere = at < tokens.Count && tokens[at] == sign;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private Part Choice()
    {
        var part = Sequence();
        while (Take("|"))
        {
            var other = Sequence();
            part = new Part(part.MayBeEmpty || other.MayBeEmpty, [.. part.First, .. other.First], [.. part.Last, .. other.Last]);
        }

        return part;
    }

    private Part Sequence()
    {
        var part = Repeated();
        while (Take("."))
        {
            var next = Repeated();
            Join(part, next);
            part = new Part(
                part.MayBeEmpty && next.MayBeEmpty,
                part.MayBeEmpty ? [.. part.First, .. next.First] : part.First,
                next.MayBeEmpty ? [.. part.Last, .. next.Last] : next.Last);
        }

        return part;
    }

    private Part Repeated()
    {
        var part = One();
        while (at < tokens.Count && tokens[at] is ("?" or "*" or "+"))
        {
            var sign = tokens[at++];
            if (sign != "?")
            {
                Join(part, part);
            }

            part = part with { MayBeEmpty = part.MayBeEmpty || sign != "+" };
        }

        return part;
    }

    private Part One()
    {
        if (Take("("))
        {
            var inner = Choice();
            return Take(")") ? inner : throw new FormatException("a parenthesis of the edge expression is not closed");
        }

        if (at == tokens.Count || Signs.Contains(tokens[at][0]))
        {
            throw new FormatException("the edge expression lacks a type");
        }

        places.Add(tokens[at++]);
        follow.Add([]);
        return new Part(false, [places.Count], [places.Count]);
    }

    private void Join(Part before, Part after)
    {
        foreach (var place in before.Last)
        {
            follow[place - 1].UnionWith(after.First);
        }
    }

    /// <summary>Where a path stands in the expression.</summary>
    /// <param name="Places">Numbers of the places that the next hop may take, ascending, commas between.</param>
    /// <param name="MayEnd">Whether the path may end here.</param>
    internal sealed record Stand(string Places, bool MayEnd);

    private sealed record Part(bool MayBeEmpty, HashSet<int> First, HashSet<int> Last);
}
