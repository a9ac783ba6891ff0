namespace KnowledgeGraph.Query;

/// <summary>
/// Which facts an answer hangs on: those without which it would be another. Found by asking the same question again without each fact
/// that the answer rests on, one at a time, as <see cref="GraphFilter.AvoidFacts"/> leaves it out. Where either of two facts would do,
/// the answer hangs on neither.
/// </summary>
/// <param name="Facts">The facts, by id; empty where the answer stands without any one of those tried.</param>
/// <param name="Tried">How many facts were left out in turn.</param>
/// <param name="Untried">Ids of the facts that the bounds left no room for, in order.</param>
public sealed record LoadBearing(IReadOnlyList<LoadBearingFact> Facts, int Tried, IReadOnlyList<string> Untried)
{
    /// <summary>The most facts that are tried.</summary>
    public const int MostTried = 200;

    /// <summary>Asks the question of an answer again, once for each fact. All of it together may take as long as the question itself.</summary>
    /// <param name="queries">The engine that answered.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="clock">The clock that the time is measured with; the system's if null.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<LoadBearing> OfAsync<TResult>(
        IGraphQueries queries, Answer<TResult> answer, TimeProvider? clock = null, CancellationToken cancellation = default)
        where TResult : Result
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(answer);
        var time = clock ?? TimeProvider.System;
        var start = time.GetTimestamp();
        var (bearing, untried, tried) = (new List<LoadBearingFact>(), new List<string>(), 0);
        foreach (var fact in answer.Result.Chains.SelectMany(path => path.Hops).SelectMany(hop => hop.RestsOn).Distinct().Order(StringComparer.Ordinal))
        {
            var isRoom = tried < MostTried && time.GetElapsedTime(start) < answer.Question.Bounds.Time;
            var other = isRoom && answer.Question.Without(fact) is { } question ? await queries.AskAsync(question, cancellation) : null;
            if (other is null or { Stopped: StopReason.Timeout or StopReason.Memory })
            {
                untried.Add(fact);
                continue;
            }

            tried++;
            var (said, says) = (ClaimsOf(answer), ClaimsOf(other));
            if (other.Outcome != answer.Outcome || !said.SequenceEqual(says))
            {
                bearing.Add(new LoadBearingFact(fact, other.Outcome, [.. said.Except(says)], [.. says.Except(said)]));
            }
        }

        return new LoadBearing(bearing, tried, untried);
    }

    /// <summary>What an answer says, but for the facts that it rests on: without one of them they are others in any case.</summary>
    private static List<string> ClaimsOf<TResult>(Answer<TResult> answer)
        where TResult : Result
        => [.. answer.Result.Claims.Where(claim => claim.Name != "facts").SelectMany(claim => claim.Items.Select(item => $"{claim.Name}: {item}"))];
}

/// <summary>A fact that an answer hangs on.</summary>
/// <param name="Fact">Its id.</param>
/// <param name="Outcome">The outcome without it.</param>
/// <param name="Lost">What the answer no longer says without it, as the kind of claim, a colon, and ids: <c>paths: a &gt; b</c>.</param>
/// <param name="Gained">What it says instead.</param>
public sealed record LoadBearingFact(string Fact, Outcome Outcome, IReadOnlyList<string> Lost, IReadOnlyList<string> Gained);
