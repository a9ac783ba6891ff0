using System.CommandLine;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Options;

/// <summary>The options of questions about facts: what a fact must be to match.</summary>
internal sealed class PatternOptions
{
    private readonly Option<string[]> id = CliOption.Value("--id", "FACT,…", "These facts alone.");
    private readonly Option<string[]> subject = CliOption.Value("--subject", "NODE", "Who or what the fact is about; may stand several times.");
    private readonly Option<string[]> type = CliOption.Value("--type", "NAME,…", "Edge types.");
    private readonly Option<string[]> layer = CliOption.Value("--layer", "NAME,…", "Layers.");
    private readonly Option<string[]> @object = CliOption.Value("--object", "NODE", "The other end; may stand several times.");
    private readonly Option<string[]> role = CliOption.Value("--role", "ROLE[=NODE]", "A role that is filled, by anybody or by a node; all that stand must be.");
    private readonly Option<string[]> subjectType = CliOption.Value("--subject-type", "NAME,…", "Node types of the subject, subtypes included.");
    private readonly Option<string[]> objectType = CliOption.Value("--object-type", "NAME,…", "Node types of the object, subtypes included.");
    private readonly Option<string[]> subjectCountry = CliOption.Value("--subject-country", "NODE", "The subject is this country or belongs to it.");
    private readonly Option<string[]> objectCountry = CliOption.Value("--object-country", "NODE", "The object is this country or belongs to it.");
    private readonly Option<string[]> polarity = CliOption.Value("--polarity", "both|positive|denied", "Whether denied facts match; both unless said.");
    private readonly Option<string[]> status = CliOption.Value("--status", "NAME,…", "Statuses; all unless said.");
    private readonly Option<string[]> source = CliOption.Value("--source", "NAME,…", "Only facts with evidence from these sources.");
    private readonly Option<string[]> attributedTo = CliOption.Value("--attributed-to", "NODE|author:SOURCE", "Whose claim it is.");
    private readonly Option<string[]> minConfidence = CliOption.Value("--min-confidence", "X", "Least confidence of a fact, 0 to 1.");
    private readonly Option<string[]> asOf = CliOption.Value("--as-of", "DAY", "Only what may hold on a day, such as 2025-08-15.");
    private readonly Option<bool> certain = CliOption.Flag("--certain", "With --as-of: only what certainly holds on that day.");
    private readonly Option<string[]> knownOn = CliOption.Value("--known-on", "DAY", "Only facts that had been entered by a day.");
    private readonly Option<string[]> conflictsWith = CliOption.Value("--conflicts-with", "FACT,…", "Only facts in a conflict with one of these, they themselves included.");
    private readonly Option<string[]> text = CliOption.Value("--text", "WORDS", "Words in the statement, in any case.");

    internal void AddTo(VerbCommand command)
    {
        foreach (Option option in new Option[]
            {
                id, subject, type, layer, @object, role, subjectType, objectType, subjectCountry, objectCountry, polarity, status, source,
                attributedTo, minConfidence, asOf, certain, knownOn, conflictsWith, text,
            })
        {
            command.Add(option);
        }
    }

    /// <summary>Reads the pattern; names of nodes are looked up once an engine is there.</summary>
    internal Func<IGraphQueries, CancellationToken, Task<FactPattern>> Read(CommandLineReader line)
    {
        if (line.Has(certain) && !line.Has(asOf))
        {
            line.Complain("--certain narrows --as-of; say for which day, such as --as-of 2025-08-15");
        }

        var (subjects, objects, roles) = (line.Values(subject), line.Values(@object), line.Values(role));
        var (subjectCountries, objectCountries, claimants) = (line.Values(subjectCountry), line.Values(objectCountry), line.Values(attributedTo));
        var pattern = Words(line);
        return async (queries, cancellation) =>
        {
            await FactLookup.RequireAsync(queries, [.. pattern.Ids, .. pattern.ConflictsWith], cancellation);
            var lookup = new Func<string, Task<string>>(name => NodeLookup.OneAsync(queries, name, cancellation));
            return pattern with
            {
                Subjects = await AllAsync(subjects, lookup),
                Objects = await AllAsync(objects, lookup),
                Roles = [.. (await AllAsync(roles, name => RoleAsync(name, lookup))).Select(RolePattern.Parse)],
                SubjectCountries = await AllAsync(subjectCountries, lookup),
                ObjectCountries = await AllAsync(objectCountries, lookup),
                AttributedTo = await AllAsync(claimants, name => FactPattern.IsAuthor(name) ? Task.FromResult(name) : lookup(name)),
            };
        };
    }

    private FactPattern Words(CommandLineReader line) => new()
    {
        Ids = line.List(id),
        Types = line.List(type),
        Layers = line.List(layer),
        SubjectTypes = line.List(subjectType),
        ObjectTypes = line.List(objectType),
        Polarity = line.Choice(polarity, PolarityText.All) is { } word ? (Polarity)PolarityText.All.ToList().IndexOf(word) : Polarity.Both,
        Statuses = line.Statuses(status),
        Sources = line.List(source),
        MinConfidence = line.Confidence(minConfidence),
        AsOf = line.Day(asOf),
        CertainOnly = line.Has(certain),
        KnownOn = line.Day(knownOn),
        ConflictsWith = line.List(conflictsWith),
        Text = line.Single(text),
    };

    private static async Task<string> RoleAsync(string text, Func<string, Task<string>> lookup)
    {
        var role = RolePattern.Parse(text);
        return (role.Filler is { } name ? role with { Filler = await lookup(name) } : role).ToString();
    }

    private static async Task<IReadOnlyList<string>> AllAsync(IReadOnlyList<string> names, Func<string, Task<string>> lookup)
    {
        var ids = new List<string>();
        foreach (var name in names)
        {
            ids.Add(await lookup(name));
        }

        return ids;
    }
}
