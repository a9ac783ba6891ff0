using KnowledgeGraph.Facts;
using KnowledgeGraph.Facts.Json;
using Newtonsoft.Json;

namespace KnowledgeGraph.Verify;

/// <summary>The answer of a file, member by member.</summary>
/// <param name="value">The object.</param>
/// <param name="set">The facts that it was answered from, as it says.</param>
/// <param name="findings">Where problems go.</param>
internal sealed class AnswerBody(SeedValue value, FactSet set, Findings findings)
{
    private const string Name = "answer";
    private static readonly string[] Bounds = ["limit", "timeout", "memory"];

    internal FactSet Set => set;

    internal Findings Findings => findings;

    /// <summary>The bound that it says was reached, or null.</summary>
    internal string? StoppedBy => value.Find("stoppedBy")?.Text;

    /// <summary>Whether a bound cut the search itself, so that what is left unsaid cannot be judged.</summary>
    internal bool IsCut => StoppedBy is "timeout" or "memory";

    internal SeedValue? Find(string member) => value.Find(member);

    internal IReadOnlyList<SeedValue> Items(string member) => value.Find(member) is { Kind: SeedKind.List } list ? list.Items : [];

    internal void Wrong(string what, string member, SeedValue? at, string expected, string? found = null) =>
        findings.Wrong(what, $"{Name}.{member}", at ?? value, expected, at is null ? found ?? "nothing" : found);

    /// <summary>Compares members with what they would have to be, written as answers are.</summary>
    internal void Expect(string what, Action<JsonWriter> write)
    {
        foreach (var member in JsonDifference.Tree(write).Properties)
        {
            JsonDifference.Compare(what, $"{Name}.{member.Name}", member.Value, value.Find(member.Name), value, findings);
        }
    }

    /// <summary>Names a member that is there, though it would have to be left out.</summary>
    internal void ExpectNoneOf(string member, bool isLeftOut)
    {
        if (isLeftOut && value.Find(member) is { } found)
        {
            Wrong("member", member, found, "nothing: it would be empty");
        }
    }

    /// <summary>Compares one item of a list.</summary>
    internal void ExpectItem(string what, string where, SeedValue found, Action<JsonWriter> write) =>
        JsonDifference.Compare(what, $"{Name}.{where}", JsonDifference.Tree(write), found, found, findings);

    /// <summary>Names members that an answer of its kind does not have, or has twice.</summary>
    internal void ExpectOnly(params IReadOnlyCollection<string> members)
    {
        string[] known = ["dataHash", "outcome", "exhaustive", "stoppedBy", "evidence", .. members];
        foreach (var member in value.Properties.Where(member => !known.Contains(member.Name) || value.Find(member.Name) != member.Value))
        {
            Wrong("member", member.Name, member.Value, "nothing of that name, or not twice");
        }
    }

    /// <summary>Checks the version of the data, and what the answer says of itself.</summary>
    /// <param name="isFound">Whether it lists anything.</param>
    /// <param name="hasGaps">Whether it says that something keeps it undecided.</param>
    internal void CheckHead(bool isFound, bool hasGaps)
    {
        Expect("data", writer => writer.Field("dataHash", FactSetHash.Of(set)));
        if (value.Find("stoppedBy") is { } stopped && !Bounds.Contains(stopped.Text))
        {
            Wrong("bound", "stoppedBy", stopped, "limit, timeout or memory");
        }

        var isExhaustive = value.Find("stoppedBy") is null;
        Expect("outcome", writer =>
        {
            writer.Field("outcome", isFound ? "found" : isExhaustive && !hasGaps ? "none" : "undecided");
            writer.WritePropertyName("exhaustive");
            writer.WriteValue(isExhaustive);
        });
    }

    /// <summary>Checks that the evidence is what the seed says of the facts used, of those in conflict with them, and of all nodes named.</summary>
    internal void CheckEvidence(IEnumerable<string> factIds, IEnumerable<string> nodeIds)
    {
        var evidence = EvidenceText.Of(set, factIds, nodeIds);
        Expect("evidence", writer => writer.Object("evidence", evidence, static (w, e) => e.WriteTo(w)));
        findings.Prove($"{Findings.Count(evidence.Facts.Count, "facts")}, their sources and conflicts stand in the seed as the answer gives them");
    }
}
