using System.Globalization;
using Newtonsoft.Json;

namespace KnowledgeGraph.Facts;

/// <summary>Finds the facts that need care. Curators' edges rest on no source, so none is asked to support them.</summary>
internal sealed class FactConcerns
{
    private const double Even = 0.5;
    private readonly FactSet set;
    private readonly HashSet<string> supported;

    private FactConcerns(FactSet set, HashSet<string> supported) => (this.set, this.supported) = (set, supported);

    internal static FactConcerns Of(FactSet set)
    {
        var supported = set.Facts.GroupBy(fact => Claim(set, fact), StringComparer.Ordinal)
            .Where(same => same.SelectMany(fact => Publishers(set, fact)).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .SelectMany(same => same.Select(fact => fact.Id));
        return new FactConcerns(set, supported.ToHashSet(StringComparer.Ordinal));
    }

    internal bool Has(Fact fact, FactConcern concern) => concern switch
    {
        FactConcern.Undated => (fact.ValidFrom ?? fact.ValidTo ?? fact.Value?.Date ?? fact.Value?.PeriodFrom ?? fact.Value?.PeriodTo) is null,
        FactConcern.Unsupported => !fact.IsCurator && !supported.Contains(fact.Id),
        FactConcern.Unsure => fact.Confidence < Even,
        FactConcern.InConflict => set.ConflictsOf(fact.Id).Any(),
        FactConcern.InDoubt => fact.Doubts.Count > 0,
        _ => fact.IsDenied,
    };

    private static IEnumerable<string> Publishers(FactSet set, Fact fact) =>
        fact.IsCurator ? [] : fact.Evidence.Select(evidence => set.FindSource(evidence.Source)?.Publisher ?? evidence.Source);

    /// <summary>What a fact says, apart from when, how surely and by whom; facts that agree in it say the same.</summary>
    private static string Claim(FactSet set, Fact fact)
    {
        var isTurned = fact.Object is { } end && set.Ontology.EdgeTypes[fact.Type].IsSymmetric && string.CompareOrdinal(fact.Subject, end) > 0;
        var (subject, target) = isTurned ? (fact.Object!, fact.Subject) : (fact.Subject, fact.Object);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        writer.Object(fact, (w, f) =>
        {
            w.Field("subject", subject);
            w.Field("type", f.Type);
            w.Field("object", target);
            w.Flag("denied", f.IsDenied);
            FactJson.WriteQualifiers(w, f);
        });
        return text.ToString();
    }
}
