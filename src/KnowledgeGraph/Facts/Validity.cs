using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Facts;

/// <summary>
/// The days on which a fact holds, as four bounds: outside <paramref name="NotBefore"/>–<paramref name="NotAfter"/> it does not,
/// within <paramref name="CertainFrom"/>–<paramref name="CertainTo"/> it certainly does, elsewhere possibly. All bounds inclusive;
/// <see cref="DateOnly.MinValue"/> and <see cref="DateOnly.MaxValue"/> stand for unbounded; a certain window that ends before it
/// starts is empty.
/// </summary>
/// <param name="NotBefore">The earliest possible start.</param>
/// <param name="CertainFrom">The first certain day.</param>
/// <param name="CertainTo">The last certain day.</param>
/// <param name="NotAfter">The latest possible end.</param>
public readonly record struct Validity(DateOnly NotBefore, DateOnly CertainFrom, DateOnly CertainTo, DateOnly NotAfter)
{
    /// <summary>Whether the fact holds on a day.</summary>
    public Certainty At(DateOnly day) =>
        day < NotBefore || day > NotAfter ? Certainty.Not
        : day >= CertainFrom && day <= CertainTo ? Certainty.Certainly
        : Certainty.Possibly;

    /// <summary>
    /// The window of a relation. A state is certain from its latest possible start, or from the first attested day if that is earlier,
    /// to its earliest possible end or the attestation, whichever comes first. An event is certain from its latest possible day on,
    /// or from its attestation where it is undated.
    /// </summary>
    /// <param name="persistence">State or event.</param>
    /// <param name="from">The start, or null where unknown.</param>
    /// <param name="to">The end, or null where unknown.</param>
    /// <param name="attested">The day, month or year for which the source vouches.</param>
    public static Validity Of(Persistence persistence, PartialDate? from, PartialDate? to, PartialDate attested) =>
        persistence == Persistence.Event ? OfEvent(from, to, attested) : OfState(from, to, attested);

    private static Validity OfState(PartialDate? from, PartialDate? to, PartialDate attested) => new(
        from?.Earliest ?? DateOnly.MinValue,
        Min(from?.Latest ?? attested.Earliest, attested.Earliest),
        Min(to?.Earliest ?? DateOnly.MaxValue, attested.Latest),
        to?.Latest ?? DateOnly.MaxValue);

    private static Validity OfEvent(PartialDate? from, PartialDate? to, PartialDate attested) => new(
        from?.Earliest ?? DateOnly.MinValue,
        (to ?? from)?.Latest ?? attested.Earliest,
        DateOnly.MaxValue,
        DateOnly.MaxValue);

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;
}
