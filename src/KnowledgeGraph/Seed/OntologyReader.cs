using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Seed.Rules;

namespace KnowledgeGraph.Seed;

/// <summary>Reads <c>ontology.json</c>.</summary>
internal static class OntologyReader
{
    private static readonly string[] UnitKinds = ["number", "text", "date"];
    private static readonly string[] Checksums = ["none", "lei", "inn", "ogrn", "unp"];
    private static readonly string[] Persistences = ["state", "event"];
    private static readonly string[] DependentEnds = ["subject", "object"];
    private static readonly string[] ProductPlaces = ["role", "object", "subject"];

    /// <summary>What the file declares, and the vocabulary where that is sound.</summary>
    public static (OntologyDraft? Draft, OntologyModel? Model) ReadChecked(SeedValue file, ProblemList problems)
    {
        var before = problems.Count;
        if (Read(file, problems) is not { } ontology)
        {
            return (null, null);
        }

        OntologyNames.Check(ontology, problems);
        OntologyReferences.Check(ontology, problems);
        Inheritance.Check(ontology, problems);
        Phrases.Check(ontology, problems);
        EdgeTypeShape.Check(ontology, problems);
        UnitBounds.Check(ontology, problems);
        Colors.Check(ontology, problems);
        return (ontology, problems.Count == before ? ontology.ToModel() : null);
    }

    private static OntologyDraft? Read(SeedValue file, ProblemList problems)
    {
        if (SeedTop.Open(file, problems) is not { } top)
        {
            return null;
        }

        var draft = new OntologyDraft
        {
            Units = Items(top, "units", Unit),
            Schemes = Items(top, "identifierSchemes", Scheme),
            Layers = Items(top, "layers", Layer),
            Roles = Items(top, "roles", item => new Role(item.Text("name"), item.Texts("nodeTypes"), item.Text("description"))),
            NodeTypes = Items(top, "nodeTypes", NodeType),
            EdgeTypes = Items(top, "edgeTypes", EdgeType),
        };
        top.Finish();
        return draft;
    }

    private static List<Placed<T>> Items<T>(StrictObject top, string list, Func<StrictObject, T> read)
    {
        var items = new List<Placed<T>>();
        foreach (var item in SeedTop.Items(top, list))
        {
            var one = read(item);
            item.Finish();
            items.Add(new Placed<T>(one, item.Value, item.IsSound));
        }

        return items;
    }

    private static Layer Layer(StrictObject item) =>
        new(item.Text("name"), item.Flag("dependency"), item.Text("description"), item.Flag("causal")) { Color = item.OptionalText("color") };

    private static Unit Unit(StrictObject item) =>
        new(item.Text("name"), item.Text("label"), (UnitKind)item.Word("kind", UnitKinds))
        {
            Minimum = item.Number("min"),
            Maximum = item.Number("max"),
        };

    private static IdentifierScheme Scheme(StrictObject item) =>
        new(item.Text("name"), item.Text("label"), (ChecksumKind)item.Word("checksum", Checksums, isRequired: false));

    private static NodeType NodeType(StrictObject item) => new(
        item.Text("name"),
        item.Flag("abstract"),
        item.Texts("extends"),
        item.OptionalText("followTheMoney"),
        item.Text("description"))
    {
        Color = item.OptionalText("color"),
    };

    private static EdgeType EdgeType(StrictObject item) => new()
    {
        Name = item.Text("name"),
        Layer = item.Text("layer"),
        Persistence = (Persistence)item.Word("holds", Persistences),
        DependentEnd = (DependentEnd)OneOrNone(item, "dependent", DependentEnds),
        SubjectTypes = Required(item, "subject"),
        ObjectTypes = item.Texts("object"),
        Roles = item.Texts("roles"),
        ValueUnits = item.Texts("valueUnits"),
        ProductPlace = (ProductPlace)OneOrNone(item, "product", ProductPlaces),
        DeclaresComponent = item.Flag("declaresComponent"),
        DeclaresSubstitute = item.Flag("declaresSubstitute"),
        IsAcyclic = item.Flag("acyclic"),
        IsSymmetric = item.Flag("symmetric"),
        Forward = new Phrase(item.Text("forward")),
        Reverse = Reverse(item),
        FollowTheMoney = item.OptionalText("followTheMoney"),
        Description = item.Text("description"),
    };

    /// <summary>0 where the property is missing, else the word's position from 1.</summary>
    private static int OneOrNone(StrictObject item, string name, string[] words) =>
        item.Find(name) is null ? 0 : item.Word(name, words) + 1;

    private static IReadOnlyList<string> Required(StrictObject item, string name)
    {
        if (item.Find(name) is null)
        {
            item.Missing(name);
        }

        return item.Texts(name);
    }

    /// <summary>Required only where the relation can be read from the other end and reads differently there.</summary>
    private static Phrase Reverse(StrictObject item)
    {
        if (item.OptionalText("reverse") is { } reverse)
        {
            return new Phrase(reverse);
        }

        if (item.Find("reverse") is null && item.Find("object") is not null && item.Find("symmetric") is not { Kind: SeedKind.True })
        {
            item.Missing("reverse");
        }

        return new Phrase(item.Find("forward")?.Text ?? "");
    }
}
