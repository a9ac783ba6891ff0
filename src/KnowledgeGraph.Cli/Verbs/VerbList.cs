using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary>All verbs, in the order of the help.</summary>
internal static class VerbList
{
    /// <summary>What each is for, by what people come for.</summary>
    internal static IReadOnlyList<VerbGroup> Groups { get; } =
    [
        new("Look things up",
        [
            new("find", "TEXT", "Which nodes go by a name?", "kg find Интеграл", () => new FindVerb()),
            new("show", "NODE [--hops N]", "What is known about a node, with evidence? With --hops: what is around it?", "kg show BelGee", () => new ShowVerb()),
            new("facts", "[--subject NODE] [--type NAME] [--object NODE] …", "Which facts match a pattern?", "kg facts --subject Integral --object-type WeaponSystem --select object", () => new FactsVerb()),
            new("derive", "FORMULA", "What follows from the values of facts by arithmetic?", "kg derive \"f241 - f242\"", () => new DeriveVerb()),
        ]),
        new("Follow dependencies",
        [
            new("path", "FROM TO [-k N | --all]", "How does FROM depend on TO?", "kg path \"Iskander missile\" \"Government of Belarus\" --all", () => new PathVerb()),
            new("upstream", "NODE [--closure]", "What does a node depend on, tier by tier?", "kg upstream \"Iskander missile\" --layer supply", () => new TierVerb(isDownstream: false)),
            new("downstream", "NODE [--closure]", "What depends on a node, tier by tier?", "kg downstream Integral --max-hops 2", () => new TierVerb(isDownstream: true)),
            new("common", "A B [C …]", "What do several nodes all depend on?", "kg common \"Iskander missile\" \"Kh-59M2A missile\"", () => new CommonVerb()),
            new("connect", "A B [-k N]", "How are two nodes connected at all, whoever depends on whom?", "kg connect Geely Integral", () => new ConnectVerb()),
        ]),
        new("Judge what hangs on what",
        [
            new("chokepoints", "NODE", "Which nodes does everything that a node depends on hang from?", "kg chokepoints T-72 --layer supply --allow-unspecified", () => new ChokepointsVerb()),
            new("bridges", "NODE", "Which single nodes, and which single links, hold together what a node is connected with?", "kg bridges Peleng --layer supply", () => new BridgesVerb()),
            new("cut", "FROM TO [--hops] [-k N]", "How few nodes, or hops, have to go so that FROM no longer depends on TO?", "kg cut Russia \"Government of Belarus\"", () => new CutVerb()),
            new("alternatives", "NODE [--max-size N]", "Whose loss leaves a node without something it needs, and who else supplies it?", "kg alternatives \"Iskander missile\"", () => new AlternativesVerb()),
        ]),
        new("Keep questions and answers",
        [
            new("ask", "NAME | --all | --list", "What is the answer to a saved question, and is it the one expected?", "kg ask q01", () => new AskVerb()),
            new("verify-answer", "FILE [--seed DIR]", "Does an answer saved as JSON stand? Checked with code that shares nothing with the search.", "kg verify-answer answer.json", () => new VerifyAnswerVerb()),
        ]),
        new("Keep the facts",
        [
            new("check", "[--report] [--seed DIR]", "Is a seed sound?", "kg check --seed graph-seed", () => new CheckVerb()),
            new("stats", "[--as-of DAY] [--seed DIR]", "What does each source contribute, where are the facts weak, which forecasts are to be checked?", "kg stats --as-of 2026-01-01", () => new StatsVerb()),
            new("diff", "OLD NEW", "Which facts differ between two seeds, and in what?", "kg diff graph-seed pulled", () => new DiffVerb()),
            new("build", "--out FILE [--seed DIR]", "Write a seed as one graph file that opens faster.", "kg build --out facts.kgraph", () => new BuildVerb()),
            new("import", "FILE… --out FILE [--ontology FILE] [--rejects FILE]", "Make a graph file of facts by the million: JSON lines, entities of FollowTheMoney, seeds.", "kg import facts.jsonl entities.ftm.json --out all.kgraph", () => new ImportVerb()),
        ]),
        new("Neo4j",
        [
            new("load", "--store URI|neo4j [--seed DIR] [--dataset NAME] [--take-over] [--batch-rows N]", "Bring a data set in Neo4j to the state of a seed.", "kg load --store http://localhost:7474", () => new LoadVerb()),
            new("verify", "--store URI|neo4j [--seed DIR] [--dataset NAME]", "Is a data set in Neo4j the same as a seed?", "kg verify --store http://localhost:7474", () => new VerifyVerb()),
            new("pull", "--store URI|neo4j --out DIR|FILE | --diff [--seed DIR] [--dataset NAME]", "Write a data set in Neo4j as a seed, or the edits made there into the seed.", "kg pull --store http://localhost:7474 --out pulled", () => new PullVerb()),
            new("export", "neo4j-admin DIR [--seed DIR] [--dataset NAME]", "Write the files that fill an empty database many times faster than a load.", "kg export neo4j-admin import", () => new ExportVerb()),
            new("browser", "pack [--out DIR] | serve [--port N]", "Make Neo4j Browser fit for this graph: style, guide, saved queries; write them, or hand them out.", "kg browser serve", () => new BrowserVerb()),
        ]),
        new("This program",
        [
            new("version", "", "Which version of kg is this?", "kg version", () => new VersionVerb()),
        ]),
    ];

    /// <summary>The same without the groups.</summary>
    internal static IReadOnlyList<VerbSummary> All { get; } = [.. Groups.SelectMany(group => group.Verbs)];

    /// <summary>Builds a verb.</summary>
    /// <exception cref="UsageException">There is no such verb.</exception>
    internal static Verb Create(string name)
    {
        if (All.FirstOrDefault(verb => verb.Name == name) is { } found)
        {
            return found.Create();
        }

        var names = All.Select(verb => verb.Name).Append("help").ToList();
        var near = NearestNames.To(name, names, 1) is [var nearest] ? $"; did you mean kg {nearest}?" : "";
        var what = name.StartsWith('-') ? $"kg takes a verb first, then its options; found {name}" : $"kg has no verb \"{name}\"";
        throw new UsageException([$"{what}; there are {string.Join(", ", names)}{near}", "see `kg help`"]);
    }
}

/// <summary>A verb as the help lists it.</summary>
/// <param name="Name">The word after <c>kg</c>.</param>
/// <param name="Operands">What follows it.</param>
/// <param name="Purpose">The question it answers.</param>
/// <param name="Example">A real command line.</param>
/// <param name="Create">Builds it.</param>
internal sealed record VerbSummary(string Name, string Operands, string Purpose, string Example, Func<Verb> Create);

/// <summary>Verbs that belong together.</summary>
/// <param name="Title">What people come for.</param>
/// <param name="Verbs">The verbs.</param>
internal sealed record VerbGroup(string Title, IReadOnlyList<VerbSummary> Verbs);
