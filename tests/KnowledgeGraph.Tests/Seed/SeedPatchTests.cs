using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Seed;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Seed;

/// <summary>Changes written into the files of the shipped seed, which are compared line by line with what they were.</summary>
public sealed class SeedPatchTests
{
    private static readonly Lazy<FactSet> Shipped = new(() => SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!);

    [Test]
    public void NoDifference_NoFileChanges() => Assert.That(Patch(Shipped.Value).Files, Is.Empty);

    [Test]
    public void ChangedField_ChangesItsLineAlone() => Assert.That(
        Lines(WithFact("f155", fact => fact with { Confidence = 0.8 })),
        Is.EqualTo(new[] { "facts/military-supply.json", "-      \"confidence\": 0.72,", "+      \"confidence\": 0.8," }));

    [Test]
    public void NewAndLostFields_ComeAndGoWithTheirCommas() => Assert.That(
        Lines(WithFact("f155", fact => fact with { ValidFrom = PartialDate.Parse("2024-03"), Note = null, Doubts = [.. fact.Doubts, "a second one"] })),
        Is.EqualTo(new[]
        {
            "facts/military-supply.json",
            "+      \"validFrom\": \"2024-03\",",
            "-      \"note\": \"key supplier; share of chips not stated\",",
            "-      \"doubts\": [\"firm claim without a source and without a date\"]",
            "+      \"doubts\": [\"firm claim without a source and without a date\", \"a second one\"]",
        }));

    [Test]
    public void RemovedFact_TakesItsLinesAlone()
    {
        var lines = Lines(With(facts: facts => facts.Where(fact => fact.Id != "f162")));

        Assert.That(lines[0], Is.EqualTo("facts/military-supply.json"));
        Assert.That(lines.Skip(1), Has.All.StartsWith("-"));
        Assert.That(lines, Does.Contain("-      \"id\": \"f162\","));
    }

    [Test]
    public void AddedItems_GoToTheEndOfTheFilesOfTheirKind()
    {
        var fact = Shipped.Value.FindFact("f155")! with { Id = "new-fact", Subject = "new-firm", EnteredBy = "somebody else" };
        var node = new Node { Id = "new-firm", Type = "Company", Name = "New Firm", Names = [new NodeName("Новая", NameKind.Native, "ru")] };
        var patch = Patch(With(facts => facts.Append(fact), nodes => nodes.Append(node)));

        Assert.That(patch.Files.Select(file => file.Name), Is.EqualTo(new[] { "facts/military-supply.json", "nodes/companies.json" }));
        Assert.That(Encoding.UTF8.GetString(patch.Files[1].Bytes), Does.EndWith("""
                },
                {
                  "id": "new-firm",
                  "type": "Company",
                  "name": "New Firm",
                  "names": [{ "text": "Новая", "kind": "native", "language": "ru" }]
                }
              ]
            }

            """.ReplaceLineEndings("\n")));
        Assert.That(Encoding.UTF8.GetString(patch.Files[0].Bytes), Does.Contain("\"enteredBy\": \"somebody else\"").And.Not.Contain("\"enteredOn\": \"2026-11-22\"\n    }"));
    }

    [Test]
    public void RuleBroken_IsToldAtItsPlace()
    {
        var patch = Patch(WithFact("f155", fact => fact with { Subject = "china" }));

        Assert.That(patch.Result.Facts, Is.Null);
        Assert.That(patch.Result.Problems.Select(problem => problem.ToString()), Has.One.Matches("^facts/military-supply.json:\\d+:18 KG401 \"china\" is of type Country; "));
    }

    /// <summary>Whatever is changed, the files read back as what was wanted, and every untouched item keeps its bytes.</summary>
    [Test]
    public void RandomChanges_ReadBackAsWanted([Range(1, 30)] int seed)
    {
        var random = new Random(seed);
        var wanted = With(facts => facts.Where(_ => random.Next(40) > 0).Select(fact => random.Next(8) > 0 ? fact : Changed(fact, random)), conflicts: []);
        var patch = Patch(wanted);

        Assert.That(patch.Result.Problems.Select(problem => problem.ToString()), Is.Empty);
        Assert.That(patch.Result.Facts!.DataHash, Is.EqualTo(wanted.DataHash));
        var changed = FactSetDifference.Between(Shipped.Value, wanted).Facts.Select(change => change.Id).ToHashSet();
        var text = string.Concat(patch.Files.Select(file => Encoding.UTF8.GetString(file.Bytes)));
        Assert.That(Items().Where(item => !changed.Contains(item.Id) && patch.Files.Any(file => file.Name == item.File) && !text.Contains(item.Text, StringComparison.Ordinal)), Is.Empty);
    }

    private static Fact Changed(Fact fact, Random random) => random.Next(8) switch
    {
        0 => fact with { Note = fact.Note is null ? "a note" : null },
        1 => fact with { Doubts = [.. fact.Doubts.Skip(1), "one", "two"] },
        2 => fact with { Doubts = [] },
        3 => fact with { Evidence = [.. fact.Evidence, new Evidence(fact.Evidence[0].Source, "another \"place\"")] },
        4 => fact with { Value = fact.Value is { } value ? value with { IsApproximate = !value.IsApproximate } : null },
        5 => fact with { CheckedBy = "a reader", CheckedOn = PartialDate.Parse("2026-11-28") },
        6 => fact with { Statement = "Другое.", ConfidenceReason = "anew" },
        _ => fact with { Evidence = [new Evidence(fact.Evidence[0].Source, "elsewhere")], Note = "moved" },
    };

    /// <summary>The text of every fact in its file, without the comma after it.</summary>
    private static IEnumerable<(string File, string Id, string Text)> Items()
    {
        var folder = SeedTestFiles.ShippedSeed();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, "facts")))
        {
            foreach (var item in File.ReadAllText(path).Split("\n    {\n")[1..])
            {
                var text = item[..item.IndexOf("\n    }", StringComparison.Ordinal)];
                yield return ($"facts/{Path.GetFileName(path)}", text.Split('"')[3], text);
            }
        }
    }

    private static FactSet WithFact(string id, Func<Fact, Fact> change) => With(facts => facts.Select(fact => fact.Id == id ? change(fact) : fact));

    private static FactSet With(
        Func<IEnumerable<Fact>, IEnumerable<Fact>>? facts = null, Func<IEnumerable<Node>, IEnumerable<Node>>? nodes = null, IEnumerable<Conflict>? conflicts = null)
    {
        var set = Shipped.Value;
        return new FactSet(
            set.Ontology, nodes is null ? set.Nodes : nodes(set.Nodes), set.Sources, facts is null ? set.Facts : facts(set.Facts), conflicts ?? set.Conflicts);
    }

    private static SeedPatch Patch(FactSet wanted) => SeedPatch.Of(SeedTestFiles.ShippedSeed(), FactSetDifference.Between(Shipped.Value, wanted), wanted);

    /// <summary>For each file its name, the lines it lost and the lines it gained, in order; all lines of a seed's items are compared from both ends.</summary>
    private static List<string> Lines(FactSet wanted)
    {
        var lines = new List<string>();
        foreach (var (name, bytes) in Patch(wanted).Files)
        {
            lines.Add(name);
            var old = File.ReadAllLines(Path.Combine(SeedTestFiles.ShippedSeed(), name));
            lines.AddRange(Compared(old, Encoding.UTF8.GetString(bytes).Split('\n')[..^1]));
        }

        return lines;
    }

    /// <summary>The longest common run of lines is kept, as a review tool shows it.</summary>
    private static List<string> Compared(string[] old, string[] @new)
    {
        var common = new int[old.Length + 1, @new.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = @new.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == @new[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<string>();
        for (var (i, j) = (0, 0); i < old.Length || j < @new.Length;)
        {
            if (i < old.Length && j < @new.Length && old[i] == @new[j])
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (i < old.Length && (j == @new.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add("-" + old[i++]);
            }
            else
            {
                lines.Add("+" + @new[j++]);
            }
        }

        return lines;
    }
}
