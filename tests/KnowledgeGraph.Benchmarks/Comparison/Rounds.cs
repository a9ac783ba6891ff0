using System.Globalization;

namespace KnowledgeGraph.Benchmarks.Comparison;

/// <summary>Asks every peer the same queries, turn by turn, a first cold round and some warm ones.</summary>
/// <param name="peers">The peers.</param>
/// <param name="queries">The queries of each row.</param>
/// <param name="bound">The longest a query may take; a peer that has spent as much on a row is asked no more of it.</param>
/// <param name="log">Told what goes on.</param>
internal sealed class Rounds(IReadOnlyList<PeerProcess> peers, IReadOnlyDictionary<string, string[]> queries, TimeSpan bound, TextWriter log)
{
    /// <summary>Of the bound, what a peer may take for a row in one round, though one query is always asked.</summary>
    private const int SharesOfBound = 5;

    /// <summary>How many times as many queries as were answered may come next: the first few may be the light ones.</summary>
    private const int GrowthOfBatch = 8;

    private readonly HashSet<(string Peer, string Row)> absent = [];

    /// <summary>What was measured, by peer and row.</summary>
    public Dictionary<(string Peer, string Row), Measurement> Measured { get; } = [];

    /// <summary>Runs.</summary>
    public void Run(IReadOnlyList<Row> rows, int warmRounds)
    {
        foreach (var peer in peers)
        {
            log.Write($"{peer.Name}: ");
            log.WriteLine(peer.Start() ? string.Create(CultureInfo.InvariantCulture, $"ready, built in {peer.Built.Nanoseconds / 1e9:0.###} s") : "did not start");
        }

        for (var round = 0; round <= warmRounds; round++)
        {
            foreach (var row in rows)
            {
                foreach (var peer in peers.Skip(round % peers.Count).Concat(peers.Take(round % peers.Count)))
                {
                    Ask(peer, row, round);
                }
            }
        }
    }

    private void Ask(PeerProcess peer, Row row, int round)
    {
        var key = (peer.Name, row.Name);
        if (absent.Contains(key) || peer.IsGone)
        {
            return;
        }

        var measured = Measured.TryGetValue(key, out var known) ? known : Measured[key] = new Measurement();
        var before = measured.Spent;
        if (before >= bound.TotalNanoseconds)
        {
            return;
        }

        if (!AskAsManyAsFit(peer, row, measured, isCold: round == 0))
        {
            absent.Add(key);
            Measured.Remove(key);
            return;
        }

        log.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"round {round} {row.Name,-14} {peer.Name,-9} {measured.Queries,4} answered {(measured.Spent - before) / 1e6,12:0.000} ms{(measured.OverBound > 0 ? ", over the bound" : "")}"));
    }

    /// <summary>One query first, then ever more while the peer's share of the round lasts; the README says that a peer may stop after one it gave up.</summary>
    /// <returns>Whether the peer knows the row.</returns>
    private bool AskAsManyAsFit(PeerProcess peer, Row row, Measurement measured, bool isCold)
    {
        var (list, before, share) = (queries[row.Name], measured.Spent, bound.TotalNanoseconds / SharesOfBound);
        for (var next = 0; next < list.Length;)
        {
            var spent = measured.Spent - before;
            if (next > 0 && spent >= share)
            {
                break;
            }

            var fitting = next == 0 ? 1 : (int)Math.Min((share - spent) / (spent / next), next * GrowthOfBatch);
            var replies = peer.Ask(row.Name, list.Skip(next).Take(Math.Max(1, fitting)));
            if (replies.Count == 0)
            {
                return false;
            }

            foreach (var reply in replies)
            {
                measured.Add(next++, reply, isCold, bound);
            }
        }

        return true;
    }
}
