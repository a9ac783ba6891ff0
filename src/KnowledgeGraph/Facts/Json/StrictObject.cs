namespace KnowledgeGraph.Facts.Json;

/// <summary>
/// Reads an object property by property; what nobody asked for by <see cref="Finish"/> is a problem, so every value is handled or
/// reported. A missing or wrong value is reported and read as its neutral form, so that the rest of the object is still checked.
/// </summary>
internal sealed class StrictObject
{
    private const int ComparedProperties = 64;

    private readonly ProblemList problems;

    private readonly List<string> asked = [];
    private readonly bool[] isHandled;
    private int next;
    private readonly int problemsBefore;
    private Dictionary<string, int>? firsts;

    private StrictObject(SeedValue value, ProblemList problems)
    {
        (Value, this.problems, problemsBefore) = (value, problems, problems.Count);
        isHandled = new bool[value.Properties.Count];
    }

    public SeedValue Value { get; }

    /// <summary>Whether nothing was reported since reading it began.</summary>
    public bool IsSound => problems.Count == problemsBefore;

    /// <summary>The object, or null after reporting that the value is none.</summary>
    public static StrictObject? Of(SeedValue value, ProblemList problems)
    {
        if (value.Kind == SeedKind.Object)
        {
            return new StrictObject(value, problems);
        }

        problems.Add(value.Place, SeedCode.WrongKind, $"an object is expected here, found {value.Description}");
        return null;
    }

    /// <summary>
    /// The value of a property, or null; counts as asked for. Looked for from where the last one was found, since files and readers
    /// keep the same order.
    /// </summary>
    public SeedValue? Find(string name)
    {
        asked.Add(name);
        var properties = Value.Properties;
        for (var step = 0; step < properties.Count; step++)
        {
            var i = (next + step) % properties.Count;
            if (string.Equals(properties[i].Name, name, StringComparison.Ordinal))
            {
                next = i + 1;
                isHandled[i] = true;
                return properties[i].Value;
            }
        }

        return null;
    }

    /// <summary>A required text; empty after reporting.</summary>
    public string Text(string name)
    {
        if (Find(name) is { } value)
        {
            return TextOf(value, name, isEntry: false, "fill it in") ?? "";
        }

        Missing(name);
        return "";
    }

    public string? OptionalText(string name) => Find(name) is { } value ? TextOf(value, name, isEntry: false) : null;

    public bool Flag(string name)
    {
        switch (Find(name))
        {
            case null or { Kind: SeedKind.False }:
                return false;
            case { Kind: SeedKind.True }:
                return true;
            case var other:
                problems.Add(other.Place, SeedCode.WrongKind, $"\"{name}\" must be true or left out, found {other.Description}");
                return false;
        }
    }

    public decimal? Number(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.Kind != SeedKind.Number)
        {
            problems.Add(value.Place, SeedCode.WrongKind, $"\"{name}\" must be a number, found {value.Description}");
            return null;
        }

        if (!NumberText.TryParse(value.Text, out var number))
        {
            problems.Add(
                value.Place,
                SeedCode.BadNumber,
                $"\"{name}\" is {value.Description}, which cannot be kept exactly; at most 28 digits");
            return null;
        }

        return number;
    }

    public PartialDate? Date(string name)
    {
        if (OptionalText(name) is not { } text)
        {
            return null;
        }

        if (PartialDate.TryParse(text, out var date))
        {
            return date;
        }

        problems.Add(
            Value.At(name),
            SeedCode.MalformedDate,
            $"\"{name}\" is {ProblemList.Quote(text)}, no year, month or day such as 2025, 2025-02 or 2025-02-14");
        return null;
    }

    /// <summary>One of the allowed words; the first of them after reporting, or where the property is optional and missing.</summary>
    public int Word(string name, IReadOnlyList<string> allowed, bool isRequired = true)
    {
        var text = isRequired ? Text(name) : OptionalText(name);
        if (string.IsNullOrEmpty(text))
        {
            return 0;
        }

        for (var i = 0; i < allowed.Count; i++)
        {
            if (string.Equals(allowed[i], text, StringComparison.Ordinal))
            {
                return i;
            }
        }

        problems.Add(
            Value.At(name),
            SeedCode.UnknownWord,
            $"\"{name}\" cannot be {ProblemList.Quote(text)}; it is {ProblemList.Or(allowed)}");
        return 0;
    }

    /// <summary>A list of texts; empty where it is missing or after reporting.</summary>
    public IReadOnlyList<string> Texts(string name, bool mayBeEmpty = false) => Find(name) is { } value ? Texts(value, name, mayBeEmpty) : [];

    /// <summary>A list of objects; empty where it is missing or after reporting.</summary>
    public IEnumerable<StrictObject> Objects(string name, bool mayBeEmpty = false) =>
        Find(name) is { } value ? List(value, name, mayBeEmpty).Select(item => Of(item, problems)).OfType<StrictObject>() : [];

    public StrictObject? Object(string name) => Find(name) is { } value ? Of(value, problems) : null;

    /// <summary>The properties of an object whose names are data, such as the roles of a fact.</summary>
    public IEnumerable<NamedTexts> TextsByName(bool mayBeEmpty = false)
    {
        for (var i = 0; i < Value.Properties.Count; i++)
        {
            var property = Value.Properties[i];
            if (!isHandled[i] && !StandsBefore(i))
            {
                isHandled[i] = true;
                yield return new NamedTexts(property.Name, Texts(property.Value, property.Name, mayBeEmpty));
            }
        }
    }

    /// <summary>Reports that a property must be there.</summary>
    public void Missing(string name) => problems.Add(Value.Place, SeedCode.MissingProperty, $"\"{name}\" is missing");

    /// <summary>Reports properties that stand twice or that nobody asked for.</summary>
    public void Finish()
    {
        for (var i = 0; i < Value.Properties.Count; i++)
        {
            var property = Value.Properties[i];
            if (StandsBefore(i))
            {
                problems.Add(
                    Value.PlaceOf(property),
                    SeedCode.DuplicateProperty,
                    $"{ProblemList.Quote(property.Name)} stands twice in one object; keep one");
            }
            else if (!isHandled[i])
            {
                var hint = problems.DidYouMean(property.Name, [.. asked.Distinct()]);
                problems.Add(
                    Value.PlaceOf(property),
                    SeedCode.UnknownProperty,
                    $"property {ProblemList.Quote(property.Name)} is not known here{hint}");
            }
        }
    }

    /// <summary>
    /// Whether the same name stands at an earlier position. The names of a hostile object of thousands are indexed, not compared.
    /// </summary>
    private bool StandsBefore(int position)
    {
        var properties = Value.Properties;
        if (properties.Count > ComparedProperties)
        {
            firsts ??= FirstPositions();
            return firsts[properties[position].Name] < position;
        }

        for (var i = 0; i < position; i++)
        {
            if (string.Equals(properties[i].Name, properties[position].Name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private Dictionary<string, int> FirstPositions()
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Value.Properties.Count; i++)
        {
            positions.TryAdd(Value.Properties[i].Name, i);
        }

        return positions;
    }

    private List<string> Texts(SeedValue value, string name, bool mayBeEmpty) =>
        [.. List(value, name, mayBeEmpty).Select(item => TextOf(item, name, isEntry: true)).OfType<string>()];

    private List<SeedValue> List(SeedValue value, string name, bool mayBeEmpty = false)
    {
        if (value.Kind != SeedKind.List)
        {
            problems.Add(value.Place, SeedCode.WrongKind, $"{ProblemList.Quote(name)} must be a list, found {value.Description}");
        }
        else if (value.Items.Count == 0 && !mayBeEmpty)
        {
            problems.Add(value.Place, SeedCode.Empty, $"{ProblemList.Quote(name)} is an empty list; fill it in or leave it out");
        }

        return value.Items;
    }

    private string? TextOf(SeedValue value, string name, bool isEntry, string cureIfEmpty = "fill it in or leave it out")
    {
        var problem = value.Kind != SeedKind.Text ? SeedCode.WrongKind
            : string.IsNullOrWhiteSpace(value.Text) ? SeedCode.Empty
            : HasControl(value.Text) ? SeedCode.BadText
            : null;
        if (problem is null)
        {
            return value.Text;
        }

        var what = isEntry ? $"an entry of {ProblemList.Quote(name)}" : $"\"{name}\"";
        problems.Add(value.Place, problem, problem switch
        {
            SeedCode.WrongKind => $"{what} must be a text, found {value.Description}",
            SeedCode.Empty => $"{what} is empty; {cureIfEmpty}",
            _ => $"{what} has a control character such as a line break or a tab; write it as one plain line",
        });
        return null;
    }

    private static bool HasControl(string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A property that is a list of texts.</summary>
internal sealed record NamedTexts(string Name, IReadOnlyList<string> Texts);
