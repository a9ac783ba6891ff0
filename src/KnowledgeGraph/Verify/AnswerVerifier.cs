using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Verify;

/// <summary>
/// Checks a saved JSON answer against the facts that it was answered from, with code that shares nothing with the search: it reads the
/// answer's own words, knows facts and ontology, and works out anew what can be worked out.
/// </summary>
/// <remarks>
/// Paths, connections, tiers, chokepoints, what nodes have in common and which facts match are checked whole: every hop against every filter and rule, numbers, days,
/// words, order, completeness and the reasons of an empty answer, the labels of a certificate, and the evidence. Of other answers only
/// the evidence is. Time: that of listing all paths again, at most <see cref="MostSteps"/> steps; what that leaves open is named.
/// </remarks>
public static class AnswerVerifier
{
    /// <summary>The most steps that one answer may take.</summary>
    public const long MostSteps = 2_000_000;

    /// <summary>Checks an answer in a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="facts">The facts.</param>
    /// <exception cref="FormatException">It cannot be read, or is no answer of kg in JSON; the message has a line for each reason.</exception>
    public static VerificationReport VerifyFile(string path, FactSet facts)
    {
        var problems = new ProblemList();
        return FileBytes.Read(path, path, problems) is { } bytes
            ? Verify(path, bytes, facts)
            : throw new FormatException(string.Join('\n', problems.Sorted()));
    }

    /// <summary>Checks an answer.</summary>
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="json">The file.</param>
    /// <param name="facts">The facts.</param>
    /// <exception cref="FormatException">It is no answer of kg in JSON; the message has a line for each reason.</exception>
    public static VerificationReport Verify(string name, ReadOnlyMemory<byte> json, FactSet facts)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(facts);
        var problems = new ProblemList();
        var file = AnswerText.Read(new SeedFile(name, json.ToArray()), facts, problems);
        if (problems.Count > 0 || file is null)
        {
            throw new FormatException(string.Join('\n', problems.Sorted()));
        }

        var findings = new Findings();
        Check(file, new AnswerBody(file.Answer, facts, findings), findings);
        if (file.HasExplanation)
        {
            findings.Leave("the explanation in sentences, for which no check is known");
        }

        return findings.Report(file.Kind);
    }

    private static void Check(AnswerText file, AnswerBody body, Findings findings)
    {
        if (file.Asked is { } asked)
        {
            Check(asked, body, findings);
        }
        else if (file.Facts is { } facts)
        {
            facts.Check(body);
        }
        else
        {
            OtherAnswer.Check(body, body.Set);
        }
    }

    private static void Check(Asked asked, AnswerBody body, Findings findings)
    {
        var strangers = Strangers(asked, body.Set).ToList();
        strangers.ForEach(name => findings.Wrong("question", "question", "names that the seed knows", name));
        if (strangers.Count > 0 || RulesOf(asked, body.Set, findings) is not { } rules)
        {
            return;
        }

        var steps = new StepCount(MostSteps);
        switch (asked.Kind)
        {
            case "upstream" or "downstream":
                TierAnswer.Check(body, rules, steps);
                break;
            case "chokepoints":
                ChokepointsAnswer.Check(body, rules, steps);
                break;
            case "common":
                CommonAnswer.Check(body, rules, steps);
                break;
            default:
                PathAnswer.Check(body, rules, steps);
                break;
        }
    }

    /// <summary>What the question names and the seed does not know.</summary>
    private static IEnumerable<string> Strangers(Asked asked, FactSet set) =>
    [
        .. asked.Nodes.Where(node => set.FindNode(node) is null),
        .. asked.Filter.Layers.Where(layer => !set.Ontology.Layers.ContainsKey(layer)),
        .. asked.Filter.Types.Concat(asked.Filter.AvoidTypes).Where(type => !set.Ontology.EdgeTypes.ContainsKey(type)),
        .. asked.Filter.AvoidNodeTypes.Where(type => !set.Ontology.NodeTypes.ContainsKey(type)),
        .. asked.Filter.Sources.Where(name => !set.Sources.Any(source => source.Id == name || source.ShortName == name)),
    ];

    private static HopRules? RulesOf(Asked asked, FactSet set, Findings findings)
    {
        try
        {
            return new HopRules(set, asked);
        }
        catch (FormatException error)
        {
            findings.Wrong("question", "question.edges", "an edge expression", error.Message);
            return null;
        }
    }
}
