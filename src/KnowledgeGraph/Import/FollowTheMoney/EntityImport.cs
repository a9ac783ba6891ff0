using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Seed;

namespace KnowledgeGraph.Import.FollowTheMoney;

/// <summary>
/// Makes nodes and facts of the entities of FollowTheMoney (followthemoney.tech), as a mapping says. Dates and figures are parsed and
/// kept as printed beside; what is not understood stays in the note, and what is left out is counted by name.
/// </summary>
/// <param name="mapping">What becomes what.</param>
/// <param name="plan">Who enters, and when.</param>
/// <param name="ontology">The vocabulary.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="leftOut">Takes what is not kept.</param>
internal sealed class EntityImport(EntityMapping mapping, ImportPlan plan, OntologyModel ontology, ProblemList problems, Tally leftOut)
{
    private static readonly string[] Handled = ["name", "sourceUrl"];
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    /// <summary>The items that an entity becomes: what it needs and was not given before, then itself.</summary>
    public IEnumerable<ImportedItem> Items(SeedFile line)
    {
        if (Entity.Read(line, problems) is not { } entity)
        {
            return [];
        }

        if (!SeedItemReader.IsId(entity.Id))
        {
            problems.Add(new Place(line, 0), SeedCode.MalformedId, $"id {ProblemList.Quote(entity.Id)} is malformed; it takes printable ASCII without blank");
            return [];
        }

        if (mapping.Nodes.TryGetValue(entity.Schema, out var type))
        {
            return NodeItems(entity, type);
        }

        if (mapping.Edges.TryGetValue(entity.Schema, out var edge))
        {
            return new EntityFacts(entity, edge, mapping, plan, problems, leftOut, line).Items(given);
        }

        var why = mapping.Ignored.Contains(entity.Schema) ? "left out by the mapping" : "not in the mapping";
        leftOut.Add($"schema {entity.Schema}, {why}", $"{entity.Id} at {new Place(line, 0)}");
        return [];
    }

    private IEnumerable<ImportedItem> NodeItems(Entity entity, string type)
    {
        var codes = mapping.CountryProperties.SelectMany(entity.Texts).Select(code => code.ToLowerInvariant()).Distinct().ToList();
        var countries = codes.Select(CountryOf).DistinctBy(country => country.Id).ToList();
        foreach (var country in countries.Where(country => given.Add(country.Id)))
        {
            yield return new ImportedItem(new Node { Id = country.Id, Type = OntologyModel.CountryType, Name = country.Name }, IsShared: true);
        }

        CountLeftOut(entity);
        var names = entity.Texts("name").Select(PrintedText.Plain).Where(name => name.Length > 0).ToList();
        var name = PrintedText.Plain(entity.Caption ?? "") is { Length: > 0 } caption ? caption : names.FirstOrDefault(entity.Id);
        var further = names.Select(text => (Text: text, Kind: NameKind.Alias))
            .Concat(mapping.Names.SelectMany(pair => entity.Texts(pair.Key).Select(text => (Text: PrintedText.Plain(text), Kind: pair.Value))))
            .Where(other => other.Text.Length > 0 && other.Text != name)
            .DistinctBy(other => other.Text);
        yield return new ImportedItem(new Node
        {
            Id = entity.Id,
            Type = type,
            Name = name,
            Names = [.. further.Select(other => new NodeName(other.Text, other.Kind))],
            Countries = [.. countries.Select(country => country.Id)],
            Identifiers = [.. Identifiers(entity)],
            Note = entity.Datasets.Count > 0 ? $"{entity.Schema} of {string.Join(", ", entity.Datasets)}" : entity.Schema,
        });
    }

    private CountryMapping CountryOf(string code) =>
        mapping.Countries.GetValueOrDefault(code) ?? new CountryMapping($"country-{code}", code.ToUpperInvariant());

    private IEnumerable<Identifier> Identifiers(Entity entity) => mapping.Identifiers
        .SelectMany(pair => entity.Texts(pair.Key).Select(text => (Scheme: pair.Value, Value: PrintedText.Plain(text))))
        .Where(identifier => identifier.Value.Length > 0)
        .Distinct()
        .Select(identifier => new Identifier(
            identifier.Scheme, identifier.Value, !Checksum.IsValid(ontology.IdentifierSchemes[identifier.Scheme].Checksum, identifier.Value)));

    private void CountLeftOut(Entity entity)
    {
        foreach (var property in entity.PropertyNames)
        {
            if (!Handled.Contains(property) && !mapping.Names.ContainsKey(property) && !mapping.Identifiers.ContainsKey(property)
                && !mapping.CountryProperties.Contains(property))
            {
                leftOut.Add($"property {entity.Schema}:{property}", entity.Id);
            }
        }
    }
}
