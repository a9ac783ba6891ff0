using System.Globalization;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Seed;

/// <summary>
/// Compares a seed with the <c>expectations.json</c> in its folder: how many facts, nodes and conflicts there should be, in all and
/// of each kind. So a theme that is lost in an edit does not go unnoticed. Time is linear in the facts.
/// </summary>
public sealed class SeedExpectations
{
    private const string FileName = "expectations.json";
    private readonly ProblemList problems = new();
    private readonly FactSet facts;

    private SeedExpectations(FactSet facts) => this.facts = facts;

    /// <summary>Compares with the file in a folder; without the file nothing is expected.</summary>
    /// <param name="folder">The seed's folder.</param>
    /// <param name="facts">What was read from it.</param>
    /// <returns>Counts out of their bounds, and what is wrong with the file itself, by place; empty if all is as expected.</returns>
    public static IReadOnlyList<SeedProblem> Check(string folder, FactSet facts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(facts);
        var path = Path.Combine(folder, FileName);
        var check = new SeedExpectations(facts);
        return File.Exists(path) ? check.Check(FileBytes.Read(path, FileName, check.problems)) : [];
    }

    /// <summary>Compares with a file that is already in memory.</summary>
    /// <param name="file">The content of <c>expectations.json</c>.</param>
    /// <param name="facts">What was read from the seed.</param>
    /// <returns>As from a folder.</returns>
    public static IReadOnlyList<SeedProblem> Check(byte[] file, FactSet facts)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(facts);
        return new SeedExpectations(facts).Check(file);
    }

    private IReadOnlyList<SeedProblem> Check(byte[]? file)
    {
        if (file is not null && JsonTree.Read(new SeedFile(FileName, file), problems) is { } json && SeedTop.Open(json, problems) is { } top)
        {
            Compare(top);
            top.Finish();
        }

        return problems.Sorted();
    }

    private void Compare(StrictObject top)
    {
        Compare(top, "facts", "the seed", facts.Facts.Count, "fact");
        Compare(top, "nodes", "the seed", facts.Nodes.Count, "node");
        Compare(top, "conflicts", "the seed", facts.Conflicts.Count, "conflict");
        Compare(top, "factsInDoubt", "the seed", facts.Facts.Count(fact => fact.Doubts.Count > 0), "doubted fact");
        Compare(top, "factsDenied", "the seed", facts.Facts.Count(fact => fact.IsDenied), "denied fact");
        CompareEach(top, "byNodeType", "node type", facts.Ontology.NodeTypes.Keys, Counts(facts.Nodes.Select(node => node.Type)), "node");
        CompareEach(top, "byEdgeType", "edge type", facts.Ontology.EdgeTypes.Keys, Counts(facts.Facts.Select(fact => fact.Type)), "fact");
        CompareEach(top, "bySource", "source", facts.Sources.Select(source => source.Id), Counts(facts.Facts.SelectMany(SourcesOf)), "fact");
    }

    private static IEnumerable<string> SourcesOf(Fact fact) => fact.Evidence.Select(evidence => evidence.Source).Distinct(StringComparer.Ordinal);

    private static Dictionary<string, int> Counts(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private void CompareEach(
        StrictObject top, string group, string kind, IEnumerable<string> known, Dictionary<string, int> counts, string noun)
    {
        if (top.Object(group) is not { } bounds)
        {
            return;
        }

        var names = known.ToHashSet(StringComparer.Ordinal);
        foreach (var name in bounds.Value.Properties.Select(property => property.Name).Distinct(StringComparer.Ordinal))
        {
            Compare(bounds, name, name, counts.GetValueOrDefault(name), noun);
            if (!names.Contains(name))
            {
                problems.Add(bounds.Value.AtName(name), UnknownName(kind), UnknownMessage(kind, name, names));
            }
        }

        bounds.Finish();
    }

    private static string UnknownName(string kind) => kind switch
    {
        "node type" => SeedCode.UnknownNodeType,
        "edge type" => SeedCode.UnknownEdgeType,
        _ => SeedCode.DanglingSource,
    };

    private string UnknownMessage(string kind, string name, HashSet<string> known)
    {
        var lacks = kind == "source" ? "does not exist" : "is not in the ontology";
        return $"{kind} {ProblemList.Quote(name)} {lacks}{problems.DidYouMean(name, known)}";
    }

    private void Compare(StrictObject parent, string property, string owner, int count, string noun)
    {
        if (parent.Object(property) is not { } bounds)
        {
            return;
        }

        var (min, max) = (Bound(bounds, "min"), Bound(bounds, "max"));
        bounds.Finish();
        var place = parent.Value.AtName(property);
        var found = $"{owner} has {Counted(count, noun)}";
        if (min > max)
        {
            problems.Add(place, ExpectationCode.BadBounds, $"the bounds are reversed: {Text(min)} to {Text(max)}");
        }
        else if (count < min)
        {
            problems.Add(place, ExpectationCode.TooFew, $"{found}, at least {Expected(min)}; {noun}s were lost, or lower the floor in review");
        }
        else if (count > max)
        {
            problems.Add(place, ExpectationCode.TooMany, $"{found}, at most {Expected(max)}; {noun}s stand twice, or raise the ceiling in review");
        }
    }

    private decimal? Bound(StrictObject bounds, string name)
    {
        if (bounds.Find(name) is null)
        {
            bounds.Missing(name);
        }

        var bound = bounds.Number(name);
        if (bound is not { } number || (number >= 0 && number == decimal.Truncate(number)))
        {
            return bound;
        }

        problems.Add(bounds.Value.At(name), ExpectationCode.BadBounds, $"\"{name}\" is {Text(bound)}; it is a whole number from 0");
        return null;
    }

    private static string Counted(int count, string noun) => $"{Text(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Expected(decimal? bound) => $"{Text(bound)} {(bound == 1 ? "is" : "are")} expected";

    private static string Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
