using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Seed;
using KnowledgeGraph.Tests.Neo4j;
using KnowledgeGraph.Tests.Seed;
using KnowledgeGraph.Tests.Support;
using KnowledgeGraph.Verify;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Verify;

/// <summary>Answers that were made to say something else are refused, every one: by class, byte by byte, and put under another question.</summary>
[TestFixture]
internal sealed class CorruptedAnswerTests
{
    private const int Wanted = 1_000;
    private const int FirstSeed = 20_260;

    private static readonly Lazy<FactSet> Shipped = new(() => SeedReader.Read(SeedTestFiles.ShippedSeed()).Facts!);

    private static readonly Lazy<IReadOnlyList<(FactSet Set, string Json)>> Files = new(() =>
    [
        .. ManyQuestions.Paths.Select(question => (Shipped.Value, AnswerFile.Of(Shipped.Value, question with { WantsCertificate = true }))),
        .. ManyQuestions.Tiers.Take(6).Select(question => (Shipped.Value, AnswerFile.Of(Shipped.Value, question))),
        .. ManyQuestions.Connections.Take(4).Select(question => (Shipped.Value, AnswerFile.Of(Shipped.Value, question with { WantsCertificate = true }))),
        .. ManyQuestions.Common.Take(4).Select(question => (Shipped.Value, AnswerFile.Of(Shipped.Value, question))),
        .. ManyQuestions.Chokepoints.Take(4).Select(question => (Shipped.Value, AnswerFile.Of(Shipped.Value, question))),
        .. ManyQuestions.Facts.Take(8).Select(question => (Shipped.Value, AnswerFile.Of(Shipped.Value, question))),
        .. Enumerable.Range(8_000_000, 120).Select(seed => new RandomCase(seed)).Select(random => (random.Set, AnswerFile.Of(random.Set, random.PathByRules() with { WantsCertificate = true }))),
    ]);

    [Test]
    public void ChangedMeaning_IsRefused()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var accepted = new List<string>();
        for (var seed = FirstSeed; counts.Values.Sum() < Wanted || counts.Values.Any(count => count < Wanted / 10); seed++)
        {
            var random = new Random(seed);
            var (set, json) = Files.Value[random.Next(Files.Value.Count)];
            var (name, changes) = new Corruption(random).Classes.ElementAt(random.Next(5));
            var (whole, before) = (Read(json), Read(json));
            var number = random.Next(changes.Length);
            if (!changes[number]((JObject)whole["answer"]!) || JToken.DeepEquals(whole["answer"], before["answer"]))
            {
                continue;
            }

            counts[name] = counts.GetValueOrDefault(name) + 1;
            if (Accepts(set, whole.ToString(Formatting.Indented)))
            {
                accepted.Add($"seed {seed}: {name}, {changes[number].Method.Name}: {before["question"]!.ToString(Formatting.None)}");
            }
        }

        TestContext.Out.WriteLine($"seeds from {FirstSeed}: {string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"))} corruptions, {accepted.Count} accepted");
        Assert.That(string.Join('\n', accepted), Is.Empty);
    }

    [Test]
    public void ChangedByte_IsRefused()
    {
        var (tried, accepted) = (0, new List<string>());
        for (var seed = FirstSeed; tried < Wanted; seed++)
        {
            var random = new Random(seed);
            var (set, json) = Files.Value[random.Next(Files.Value.Count)];
            var bytes = Encoding.UTF8.GetBytes(json);
            var (first, end) = (json.IndexOf("\"answer\":", StringComparison.Ordinal), json.LastIndexOf("\"run\":", StringComparison.Ordinal));
            var at = random.Next(Encoding.UTF8.GetByteCount(json.AsSpan(0, first)), Encoding.UTF8.GetByteCount(json.AsSpan(0, end)));
            bytes[at] = (byte)random.Next(256);
            if (SaysTheSame(bytes, json))
            {
                continue;
            }

            tried++;
            if (Accepts(set, bytes))
            {
                accepted.Add($"seed {seed}: byte {at}, {Around(bytes, at)}");
            }
        }

        Assert.That(string.Join('\n', accepted), Is.Empty);
    }

    /// <summary>An answer is put under a question that differs, and is refused wherever the engine answers that one otherwise.</summary>
    [Test]
    public void OtherQuestion_IsRefused()
    {
        var (tried, accepted) = (0, new List<string>());
        for (var seed = 9_000_000; tried < Wanted / 4; seed++)
        {
            var random = new RandomCase(seed);
            var engine = new EmbeddedQueries(new EmbeddedGraph(random.Set));
            var (asked, other) = (random.PathByRules(), random.PathByRules());
            var changed = random.Between(0, 7) switch
            {
                0 => asked with { From = other.From },
                1 => asked with { To = other.To },
                2 => asked with { MaxHops = other.MaxHops },
                3 => asked with { Via = other.Via },
                4 => asked with { IsOrderedInTime = !asked.IsOrderedInTime },
                5 => asked with { Filter = asked.Filter with { MinConfidence = 0.6 } },
                6 => asked with { Filter = asked.Filter with { AsOf = other.Filter.AsOf, CertainOnly = other.Filter.CertainOnly } },
                _ => asked with { Mode = PathMode.KShortest, K = 1, Order = PathOrder.Hops },
            };
            var (right, wrong) = (Read(AnswerFile.Of(engine.Ask(changed))), Read(AnswerFile.Of(engine.Ask(asked))));
            if (JToken.DeepEquals(right["answer"], wrong["answer"]) || IsMoreThan(right, wrong))
            {
                continue;
            }

            tried++;
            wrong["question"] = right["question"];
            if (Accepts(random.Set, wrong.ToString(Formatting.Indented)))
            {
                accepted.Add($"seed {seed}: {random.Draw(changed)}");
            }
        }

        Assert.That(string.Join("\n\n", accepted), Is.Empty);
    }

    /// <summary>An answer may say less: which conditions are worth dropping is no claim to be complete, and a certificate may show nothing.</summary>
    private static bool IsMoreThan(JObject right, JObject wrong)
    {
        var (more, less) = ((JObject)right["answer"]!.DeepClone(), (JObject)wrong["answer"]!.DeepClone());
        foreach (var answer in new[] { more, less })
        {
            answer.Remove("relaxations");
            answer.Remove("evidence");
            answer.Remove((string?)wrong["answer"]!["certificate"]?["shows"] == "nothing" ? "certificate" : "");
        }

        return JToken.DeepEquals(more, less);
    }

    private static bool SaysTheSame(byte[] bytes, string json)
    {
        try
        {
            return JToken.DeepEquals(Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes)), Read(json));
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private static bool Accepts(FactSet set, string json) => Accepts(set, Encoding.UTF8.GetBytes(json));

    private static bool Accepts(FactSet set, byte[] json)
    {
        try
        {
            return AnswerVerifier.Verify("answer.json", json, set).IsVerified;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string Around(byte[] bytes, int at) => Encoding.UTF8.GetString(bytes, Math.Max(at - 40, 0), Math.Min(80, bytes.Length - Math.Max(at - 40, 0)));

    private static JObject Read(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}
