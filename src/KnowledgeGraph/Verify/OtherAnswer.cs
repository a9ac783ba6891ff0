using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Verify;

/// <summary>Checks of any other answer that what it quotes is what the seed says; what it makes of it is left unproven.</summary>
internal static class OtherAnswer
{
    internal static void Check(AnswerBody body, FactSet set)
    {
        body.Expect("data", writer => writer.Field("dataHash", FactSetHash.Of(set)));
        if (body.Find("evidence") is not { Kind: SeedKind.Object } evidence)
        {
            body.Wrong("evidence", "evidence", body.Find("evidence"), "an object");
            return;
        }

        var facts = Check(body, evidence, "facts", set.FindFact, (writer, fact) => FactJson.Write(writer, fact));
        Check(body, evidence, "sources", set.FindSource, (writer, source) => FactJson.Write(writer, source));
        Check(body, evidence, "conflicts", id => set.Conflicts.FirstOrDefault(conflict => conflict.Id == id), (writer, conflict) => FactJson.Write(writer, conflict));
        Check(body, evidence, "nodes", set.FindNode, static (writer, node) => writer.Object(node, static (w, item) =>
        {
            w.Field("id", item.Id);
            w.Field("type", item.Type);
            w.Field("name", item.Name);
        }));
        body.Findings.Prove($"{Findings.Count(facts, "facts")}, their sources and conflicts stand in the seed as the answer gives them");
        body.Findings.Leave("what the answer makes of them: no check is known for questions of this kind");
    }

    private static int Check<T>(AnswerBody body, SeedValue evidence, string member, Func<string, T?> find, Action<Newtonsoft.Json.JsonWriter, T> write)
        where T : class
    {
        var items = evidence.Find(member)?.Items ?? [];
        foreach (var item in items)
        {
            if (find(item.Find("id")?.Text ?? "") is not { } known)
            {
                body.Wrong("evidence", $"evidence.{member}", item, "what the seed holds");
                continue;
            }

            var expected = JsonDifference.Tree(writer => writer.List("one", [known], write)).Find("one")!.Items[0];
            JsonDifference.Compare("evidence", $"answer.evidence.{member}", expected, item, evidence, body.Findings);
        }

        return items.Count;
    }
}
