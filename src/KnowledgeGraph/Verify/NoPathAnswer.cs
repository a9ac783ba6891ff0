using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Verify;

/// <summary>Checks what an answer without paths says of why there are none.</summary>
internal static class NoPathAnswer
{
    internal static void Check(AnswerBody body, HopRules rules, StepCount steps)
    {
        var asked = rules.Asked;
        var reached = Reached.From(rules, asked.From, asked.MaxHops, steps);
        if (body.IsCut || steps.IsSpent)
        {
            body.Findings.Leave("why nothing was found: the search was cut short");
            return;
        }

        var gaps = GapsOf(rules, reached).ToList();
        List<string> frontier = asked.IsUndirected ? [] : [.. reached.Nodes.Where(node => node != asked.From && !rules.IsLeft(node)).Order(StringComparer.Ordinal)];
        body.Expect("reason", writer =>
        {
            writer.List("gaps", gaps, static (w, gap) => w.WriteValue(gap));
            if (!asked.IsUndirected)
            {
                writer.List("frontier", frontier, static (w, node) => w.WriteValue(node));
            }
        });
        var relaxed = asked.IsUndirected ? [] : DroppedConditions.Check(body, rules, steps);
        body.Findings.Prove($"where knowledge ends, and what keeps the answer from being a no: {reached.Hops.Count} places were reached again");
        body.CheckEvidence(relaxed.SelectMany(path => path.Facts), [asked.From, asked.To, .. frontier, .. relaxed.SelectMany(path => path.Nodes)]);
    }

    private static IEnumerable<string> GapsOf(HopRules rules, Reached reached)
    {
        var asked = rules.Asked;
        if (reached.IsCutShort || (reached.Nodes.Contains(asked.To) && reached.Nodes.Count - 1 > asked.MaxHops))
        {
            yield return "max-hops";
        }

        if (!rules.IsLeft(asked.From))
        {
            yield return "from-has-no-facts";
        }

        if (!rules.IsArrivedAt(asked.To))
        {
            yield return "to-has-no-facts";
        }
    }
}
