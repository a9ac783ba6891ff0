using System.Globalization;
using Newtonsoft.Json.Linq;

namespace KnowledgeGraph.Tests.Verify;

/// <summary>
/// Ways to make an answer say something else than it said. Each takes the answer of a file and changes it in place; false where there
/// is nothing of its kind to change. A change that leaves everything as it was is told apart by whoever compares.
/// </summary>
internal sealed class Corruption(Random random)
{
    private static readonly string[] Windows = ["from", "to"];
    private static readonly string[] Lists = ["$.paths", "$.paths", "$.members", "$.members", "$.connections", "$.chokepoints", "$.matches"];

    /// <summary>By class: what is changed.</summary>
    internal IReadOnlyDictionary<string, Func<JObject, bool>[]> Classes => new Dictionary<string, Func<JObject, bool>[]>
    {
        ["edge"] = [OtherFactOnHop, OtherNodeOnPath, TurnedHop, OtherProduct, TurnedEvidence, DroppedHopFact, OtherType, FlippedDenial],
        ["date"] = [OtherWindow, DroppedWindow, OtherCertainty, OtherDateOfEvidence, OtherDayOfLabel, OtherAttestation],
        ["weight"] = [OtherProductOfConfidences, OtherWeakestLink, WeakestElsewhere, OtherConfidenceOfEvidence, OtherBestOfLabel, OtherStatus],
        ["cut"] = [DroppedLabel, OtherHopsOfLabel, OtherNodeOfLabel, AddedLabel, OtherClaim, DroppedFrontier, OtherGaps, OtherOutcome],
        ["order"] = [SwappedPaths, DroppedPath, RepeatedPath, SwappedNodes, SwappedHopFacts, SwappedHops, SwappedEvidence],
    };

    private bool OtherFactOnHop(JObject answer) => Change(answer, "$..hops[*].facts[*].id", id => Another(answer, "$.evidence.facts[*].id", id));

    private bool OtherNodeOnPath(JObject answer) => Change(answer, "$..nodes[*]", id => id.Type == JTokenType.String ? Another(answer, "$.evidence.nodes[*].id", id) : null);

    private bool OtherProduct(JObject answer) => Change(answer, "$..facts[*].products[*]", id => Another(answer, "$.evidence.nodes[*].id", id));

    private bool OtherType(JObject answer) => Change(answer, "$.evidence.facts[*].type", type => Another(answer, "$.evidence.facts[*].type", type));

    private bool TurnedHop(JObject answer) => On(answer, "$..hops[*]", hop => Swap(hop, "from", "to"));

    private bool TurnedEvidence(JObject answer) => On(answer, "$.evidence.facts[*]", fact => Swap(fact, "subject", "object"));

    private bool FlippedDenial(JObject answer) => On(answer, "$.evidence.facts[*]", fact => fact["denied"] is null ? Set(fact, "denied", true) : Remove(fact["denied"]!.Parent!));

    private bool DroppedHopFact(JObject answer) => On(answer, "$..hops[*].facts[*]", Remove);

    private bool OtherWindow(JObject answer) => On(answer, "$..windows[*]", window =>
        Windows[random.Next(2)] is var end && window[end] is { } day && Replace(day, Shifted((string)day!)));

    private bool DroppedWindow(JObject answer) => On(answer, "$..windows[*]", Remove);

    private bool OtherCertainty(JObject answer) => Change(answer, "$..certainty", word => (string)word! == "certainly" ? "possibly" : "certainly");

    private bool OtherDateOfEvidence(JObject answer) =>
        Change(answer, random.Next(2) == 0 ? "$.evidence.facts[*].validFrom" : "$.evidence.facts[*].validTo", date => Later((string)date!));

    private bool OtherAttestation(JObject answer) =>
        Change(answer, random.Next(2) == 0 ? "$.evidence.facts[*].attestedOn" : "$.evidence.sources[*].date", date => Later((string)date!));

    private bool OtherDayOfLabel(JObject answer) => Change(answer, "$.certificate.labels[*].day", day => Shifted((string)day!));

    private bool OtherProductOfConfidences(JObject answer) => On(answer, "$..product", product => product.Type is JTokenType.Float or JTokenType.Integer && Replace(product, Moved((double)product)));

    private bool OtherWeakestLink(JObject answer) => Change(answer, "$..weakestLink.confidence", confidence => Moved((double)confidence));

    private bool WeakestElsewhere(JObject answer) => Change(answer, "$..weakestLink.hop", hop => (int)hop + (random.Next(2) == 0 ? 1 : -1));

    private bool OtherConfidenceOfEvidence(JObject answer) => Change(answer, "$.evidence.facts[*].confidence", confidence => Moved((double)confidence));

    private bool OtherStatus(JObject answer) => Change(answer, "$.evidence.facts[*].status", status => (string)status! == "reported" ? "forecast" : "reported");

    private bool OtherBestOfLabel(JObject answer) => Change(answer, "$.certificate.labels[*].best", best => (string)best! == "1" ? "0.5" : (string)best! + "1");

    private bool DroppedLabel(JObject answer) => On(answer, "$.certificate.labels[*]", Remove);

    private bool OtherHopsOfLabel(JObject answer) => Change(answer, "$.certificate.labels[*].hops", hops => (int)hops + (random.Next(2) == 0 ? 1 : -1));

    private bool OtherNodeOfLabel(JObject answer) => Change(answer, "$.certificate.labels[*].node", node => Another(answer, "$.certificate.labels[*].node", node));

    private bool AddedLabel(JObject answer) => On(answer, "$.certificate.labels[*]", label =>
    {
        var added = (JObject)label.DeepClone();
        added["hops"] = (int)added["hops"]! + 1;
        label.AddAfterSelf(added);
        return true;
    });

    private bool OtherClaim(JObject answer) => Change(answer, "$.certificate.shows", claim => (string)claim! == "nothing" ? null : (string)claim! == "no-path" ? "none-shorter" : "no-path");

    private bool DroppedFrontier(JObject answer) => On(answer, "$.frontier[*]", Remove);

    private bool OtherGaps(JObject answer) => On(answer, "$.gaps", gaps =>
    {
        var list = (JArray)gaps;
        if (list.Count > 0)
        {
            list.RemoveAt(random.Next(list.Count));
        }
        else
        {
            list.Add("max-hops");
        }

        return true;
    });

    private bool OtherOutcome(JObject answer) => Change(answer, "$.outcome", outcome => (string)outcome! == "none" ? "undecided" : "none");

    private bool SwappedPaths(JObject answer) => SwapItems(answer, Lists[random.Next(Lists.Length)]);

    private bool SwappedNodes(JObject answer) => SwapItems(answer, "$..nodes");

    private bool SwappedHopFacts(JObject answer) => SwapItems(answer, "$..hops[*].facts");

    private bool SwappedHops(JObject answer) => SwapItems(answer, "$..hops");

    private bool SwappedEvidence(JObject answer) => SwapItems(answer, "$.evidence.facts");

    private bool DroppedPath(JObject answer) => On(answer, Lists[random.Next(Lists.Length)] + "[*]", Remove);

    private bool RepeatedPath(JObject answer) => On(answer, Lists[random.Next(Lists.Length)] + "[*]", path =>
    {
        path.AddAfterSelf(path.DeepClone());
        return true;
    });

    private bool SwapItems(JObject answer, string path) => On(answer, path, token =>
    {
        if (token is not JArray { Count: > 1 } list)
        {
            return false;
        }

        var at = random.Next(list.Count - 1);
        var item = list[at];
        item.Remove();
        list.Insert(at + 1, item);
        return true;
    });

    private bool Change(JObject answer, string path, Func<JToken, JToken?> change) => On(answer, path, token => change(token) is { } other && Replace(token, other));

    /// <summary>Does something to one of the tokens at a path.</summary>
    private bool On(JObject answer, string path, Func<JToken, bool> change)
    {
        var tokens = answer.SelectTokens(path).ToList();
        return tokens.Count > 0 && change(tokens[random.Next(tokens.Count)]);
    }

    private string? Another(JObject answer, string path, JToken than)
    {
        var others = answer.SelectTokens(path).Select(token => (string)token!).Where(text => text != (string)than!).Distinct().ToList();
        return others.Count > 0 ? others[random.Next(others.Count)] : null;
    }

    private static bool Replace(JToken token, JToken other)
    {
        token.Replace(other);
        return true;
    }

    private static bool Remove(JToken token)
    {
        token.Remove();
        return true;
    }

    private static bool Set(JToken token, string name, JToken value)
    {
        token[name] = value;
        return true;
    }

    private static bool Swap(JToken token, string one, string other)
    {
        if (token[one] is not { } first || token[other] is not { } second)
        {
            return false;
        }

        (token[one], token[other]) = (second.DeepClone(), first.DeepClone());
        return true;
    }

    private double Moved(double number) => Math.Round(number > 0.5 ? number - 0.0001 * random.Next(1, 4000) : number + 0.0001 * random.Next(1, 4000), 6);

    private string Shifted(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) is var date && date.Year is > 1 and < 9999
        ? date.AddDays(random.Next(2) == 0 ? random.Next(1, 60) : -random.Next(1, 60)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : "2025-06-01";

    private static string Later(string date) => (int.Parse(date[..4], CultureInfo.InvariantCulture) + 1).ToString("D4", CultureInfo.InvariantCulture) + date[4..];
}
