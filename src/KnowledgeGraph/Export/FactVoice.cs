using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Export;

/// <summary>Who says a fact, and in what manner: the one place where a status becomes words.</summary>
public static class FactVoice
{
    /// <summary>In a few words: "reported", "claim of Council of the EU", "curator's edge, no source".</summary>
    public static string Standing(FactSet set, Fact fact)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(fact);
        if (fact.IsCurator)
        {
            return "curator's edge, no source";
        }

        var denied = fact.IsDenied ? "denied; " : "";
        var claimant = Claimant(set, fact);
        return denied + (fact.Status, claimant) switch
        {
            (FactStatus.AttributedClaim, null) => "claim, claimant not named",
            (FactStatus.AttributedClaim, _) => $"claim of {claimant}",
            (FactStatus.Reported, null) => "reported",
            (FactStatus.Reported, _) => $"reported by {claimant}",
            (_, null) => fact.Status.ToText(),
            _ => $"{fact.Status.ToText()} of {claimant}",
        };
    }

    /// <summary>A clause in the voice of whoever says it: "According to Ukrainian intelligence, Iskander missile needs …".</summary>
    /// <param name="set">The facts.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="reading">The clause, as <see cref="Query.HopReading"/> reads the fact.</param>
    public static string Say(FactSet set, Fact fact, string reading)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(fact);
        var claimant = Claimant(set, fact);
        return fact.IsCurator ? $"Curators take it for granted that {reading}" : (fact.Status, claimant) switch
        {
            (FactStatus.Reported, null) => $"It is reported that {reading}",
            (FactStatus.Reported, _) => $"As {claimant} reports, {reading}",
            (FactStatus.AttributedClaim, null) => $"Somebody whom the source does not name claims that {reading}",
            (FactStatus.AttributedClaim, _) => $"According to {claimant}, {reading}",
            (FactStatus.Estimate, null) => $"By an estimate, {reading}",
            (FactStatus.Estimate, _) => $"By an estimate of {claimant}, {reading}",
            (FactStatus.Opinion, null) => $"In the opinion of the source, {reading}",
            (FactStatus.Opinion, _) => $"In the opinion of {claimant}, {reading}",
            (_, null) => $"It is forecast that {reading}",
            _ => $"By a forecast of {claimant}, {reading}",
        };
    }

    private static string? Claimant(FactSet set, Fact fact)
    {
        if (fact.AttributedTo is { } node)
        {
            return set.FindNode(node)?.Name ?? node;
        }

        if (fact.AttributedToAuthorOf is not { } sourceId)
        {
            return null;
        }

        var source = set.FindSource(sourceId);
        var work = source?.ShortName ?? sourceId;
        return source?.Author is { } author ? $"{author}, author of {work}" : $"the author of {work}";
    }
}
