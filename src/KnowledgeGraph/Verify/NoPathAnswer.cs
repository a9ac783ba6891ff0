using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Verify;

/// <summary>Checks what an answer without paths says of why there are none.</summary>
internal static class NoPathAnswer
{
    private const string Unexplored = "unexplored";

    internal static void Check(AnswerBody body, HopRules rules, StepCount steps)
    {
        var asked = rules.Asked;
        var isExplored = asked.IsUndirected || body.Items("gaps").All(gap => gap.Text != Unexplored);
        var reached = Reached.From(rules, asked.From, isExplored ? asked.MaxHops : 0, steps);
        if (body.IsCut || steps.IsSpent)
        {
            body.Findings.Leave("why nothing was found: the search was cut short");
            return;
        }

        string[] gaps = isExplored ? [.. GapsOf(rules, reached)] : [Unexplored, .. MissingFacts(rules)];
        List<string> frontier = asked.IsUndirected || !isExplored ? [] : [.. reached.Nodes.Where(node => node != asked.From && !rules.IsLeft(node)).Order(StringComparer.Ordinal)];
        body.Expect("reason", writer =>
        {
            writer.List("gaps", gaps, static (w, gap) => w.WriteValue(gap));
            if (!asked.IsUndirected)
            {
                writer.List("frontier", frontier, static (w, node) => w.WriteValue(node));
            }
        });
        var relaxed = asked.IsUndirected ? [] : DroppedConditions.Check(body, rules, steps);
        if (isExplored)
        {
            body.Findings.Prove($"where knowledge ends, and what keeps the answer from being a no: {reached.Hops.Count} places were reached again");
        }
        else
        {
            body.Findings.Leave("where knowledge ends, and whether more hops would lead further: the answer says that it did not look for it, and that there is too much was not checked");
        }

        body.CheckEvidence(relaxed.SelectMany(path => path.Facts), [asked.From, asked.To, .. frontier, .. relaxed.SelectMany(path => path.Nodes)]);
    }

    private static IEnumerable<string> GapsOf(HopRules rules, Reached reached)
    {
        var asked = rules.Asked;
        if (reached.IsCutShort || (reached.Nodes.Contains(asked.To) && reached.Nodes.Count - 1 > asked.MaxHops))
        {
            yield return "max-hops";
        }

        foreach (var gap in MissingFacts(rules))
        {
            yield return gap;
        }
    }

    private static IEnumerable<string> MissingFacts(HopRules rules)
    {
        if (!rules.IsLeft(rules.Asked.From))
        {
            yield return "from-has-no-facts";
        }

        if (!rules.IsArrivedAt(rules.Asked.To))
        {
            yield return "to-has-no-facts";
        }
    }
}
