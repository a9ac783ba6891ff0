using System.CommandLine;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Options;

/// <summary>The options of questions about dependency: which facts may be used, and how far.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string[]> maxHops = CliOption.Value("--max-hops", "N", "Most hops, 1 to 32; 8 unless said.");
    private readonly Option<string[]> layer = CliOption.Value("--layer", "NAME,…", "Layers to follow; the dependency layers unless said.");
    private readonly Option<string[]> type = CliOption.Value("--type", "NAME,…", "Edge types to follow.");
    private readonly Option<string[]> minConfidence = CliOption.Value("--min-confidence", "X", "Least confidence of a fact, 0 to 1.");
    private readonly Option<string[]> status = CliOption.Value("--status", "NAME,…", "Statuses that join; all but forecast unless said.");
    private readonly Option<string[]> asOf = CliOption.Value("--as-of", "DAY", "Only what may hold on a day, such as 2025-08-15.");
    private readonly Option<bool> certain = CliOption.Flag("--certain", "With --as-of: only what certainly holds on that day.");
    private readonly Option<string[]> source = CliOption.Value("--source", "NAME,…", "Only facts with evidence from these sources.");
    private readonly Option<string[]> avoid = CliOption.Value("--avoid", "NODE", "Keep away from a node; may stand several times.");
    private readonly Option<string[]> avoidFact = CliOption.Value("--avoid-fact", "ID,…", "Leave out facts.");
    private readonly Option<string[]> avoidType = CliOption.Value("--avoid-type", "NAME,…", "Leave out edge types.");
    private readonly Option<string[]> avoidCountry = CliOption.Value("--avoid-country", "NODE", "Keep away from a country and all in it; may stand several times.");
    private readonly Option<string[]> avoidNodeType = CliOption.Value("--avoid-node-type", "NAME,…", "Keep away from nodes of these types, such as Country or Person.");
    private readonly Option<string[]> channel = CliOption.Value("--channel", "NODE", "Only facts that work by this way; may stand several times, for any of them.");
    private readonly Option<string[]> knownOn = CliOption.Value("--known-on", "DAY", "Only facts that had been entered by a day.");
    private readonly Option<bool> noCurator = CliOption.Flag("--no-curator", "Leave out curators' structural edges.");
    private readonly Option<bool> allowUnspecified = CliOption.Flag("--allow-unspecified", "Follow supplies with an unspecified product too, marked.");
    private readonly Option<bool> anyProduct = CliOption.Flag("--any-product", "Ignore products; what is found proves no supply chain.");

    /// <summary>The option of questions whose paths may be asked to run in time.</summary>
    internal static Option<bool> InTimeOrder() =>
        CliOption.Flag("--in-time-order", "Only where what is depended on can come no later than what depends on it.");

    /// <summary>Adds all of them.</summary>
    internal void AddTo(VerbCommand command)
    {
        AddAllButProductsTo(command);
        command.Add(allowUnspecified);
        command.Add(anyProduct);
    }

    /// <summary>Adds those that make sense where products play no part.</summary>
    internal void AddAllButProductsTo(VerbCommand command)
    {
        command.Add(maxHops);
        AddFactsTo(command);
    }

    /// <summary>Adds those that say which facts may be used, whatever the product and however far.</summary>
    internal void AddFactsTo(VerbCommand command)
    {
        command.Begin("Which facts may be used");
        foreach (var option in Facts)
        {
            command.Add(option);
        }
    }

    /// <summary>Adds those that make sense where products are counted and no path is followed.</summary>
    internal void AddForProductsTo(VerbCommand command)
    {
        AddFactsTo(command);
        command.Add(allowUnspecified);
    }

    /// <summary>Those of <see cref="AddFactsTo"/> that stand on the command line.</summary>
    internal IEnumerable<string> Given(CommandLineReader reader) => Facts.Where(reader.Has).Select(option => option.Name);

    /// <summary>Complains where an option that goes any distance stands beside a bound on hops.</summary>
    internal void RefuseMaxHopsBeside(Option other, CommandLineReader reader) =>
        reader.Exclude(other, maxHops, "the one goes any distance, the other only so far");

    private Option[] Facts =>
        [layer, type, channel, minConfidence, status, asOf, certain, source, avoid, avoidFact, avoidType, avoidCountry, avoidNodeType, knownOn, noCurator];

    internal int MaxHops(CommandLineReader reader) => reader.Whole(maxHops, 1, PathQuestion.GreatestMaxHops, 8);

    /// <summary>The filter with the ids of nodes that were named.</summary>
    /// <exception cref="QuestionException">Nothing, or more than one node, goes by a name, or no fact has an id.</exception>
    internal static async Task<GraphFilter> WithIdsAsync(GraphFilter filter, IGraphQueries queries, CancellationToken cancellation)
    {
        await FactLookup.RequireAsync(queries, filter.AvoidFacts, cancellation);
        return filter with
        {
            AvoidNodes = await IdsAsync(filter.AvoidNodes, queries, cancellation),
            AvoidCountries = await IdsAsync(filter.AvoidCountries, queries, cancellation),
            Channels = await IdsAsync(filter.Channels, queries, cancellation),
        };
    }

    /// <summary>The ids of nodes that were named, in order.</summary>
    internal static async Task<IReadOnlyList<string>> IdsAsync(IReadOnlyList<string> names, IGraphQueries queries, CancellationToken cancellation)
    {
        var ids = new List<string>();
        foreach (var name in names)
        {
            ids.Add(await NodeLookup.OneAsync(queries, name, cancellation));
        }

        return ids;
    }

    /// <summary>The filter; nodes to avoid stand in it as they were typed, until <see cref="WithIdsAsync"/>.</summary>
    internal GraphFilter Read(CommandLineReader reader)
    {
        reader.Exclude(allowUnspecified, anyProduct, "the one marks hops with an unspecified product, the other ignores products altogether");
        if (reader.Has(certain) && !reader.Has(asOf))
        {
            reader.Complain("--certain narrows --as-of; say for which day, such as --as-of 2025-08-15");
        }

        return new GraphFilter
        {
            Layers = reader.List(layer),
            Types = reader.List(type),
            MinConfidence = reader.Confidence(minConfidence),
            Statuses = reader.Statuses(status) is { Count: > 0 } chosen ? chosen : GraphFilter.DefaultStatuses,
            AsOf = reader.Day(asOf),
            CertainOnly = reader.Has(certain),
            Sources = reader.List(source),
            AvoidNodes = reader.Values(avoid),
            AvoidFacts = reader.List(avoidFact),
            AvoidTypes = reader.List(avoidType),
            AvoidCountries = reader.Values(avoidCountry),
            AvoidNodeTypes = reader.List(avoidNodeType),
            Channels = reader.Values(channel),
            KnownOn = reader.Day(knownOn),
            IncludeCurator = !reader.Has(noCurator),
            Products = reader.Has(anyProduct) ? ProductRule.Any
                : reader.Has(allowUnspecified) ? ProductRule.AllowUnspecified
                : ProductRule.Consistent,
        };
    }
}
