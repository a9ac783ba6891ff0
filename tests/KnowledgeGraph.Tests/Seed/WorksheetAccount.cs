using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Tests.Seed;

/// <summary>Which facts hold a row of a worksheet, or why none does.</summary>
/// <param name="Row">The row's id: F001, eu-001, B01, C01, or act, annex and entry of a listing.</param>
/// <param name="Facts">Ids of facts, or of the conflict that a row of the conflict table became.</param>
/// <param name="Reason">Why it is left out or only in part there; empty if it is there whole.</param>
internal sealed record WorksheetAccount(string Row, IReadOnlyList<string> Facts, string Reason)
{
    internal static WorksheetAccount Of(IReadOnlyDictionary<string, string> cells) => new(
        cells["row"], cells["facts"] == "-" ? [] : cells["facts"].Split(','), cells["reason"] == "-" ? "" : cells["reason"]);

    /// <summary>What keeps a table from accounting for every row of the worksheets; empty if nothing does.</summary>
    /// <param name="accounts">The table.</param>
    /// <param name="rows">Ids of all rows of the worksheets.</param>
    /// <param name="set">The facts.</param>
    internal static IEnumerable<string> Problems(IReadOnlyList<WorksheetAccount> accounts, IReadOnlyCollection<string> rows, FactSet set)
    {
        var named = accounts.Select(account => account.Row).ToList();
        return
        [
            .. rows.Except(named).Select(row => $"{row}: not accounted for"),
            .. named.Except(rows).Select(row => $"{row}: in no worksheet"),
            .. named.GroupBy(row => row).Where(group => group.Count() > 1).Select(group => $"{group.Key}: accounted for twice"),
            .. accounts.SelectMany(account => Problems(account, set)),
        ];
    }

    private static IEnumerable<string> Problems(WorksheetAccount account, FactSet set)
    {
        if (account.Facts.Count == 0 && account.Reason.Length == 0)
        {
            yield return $"{account.Row}: neither facts nor a reason";
        }

        foreach (var id in account.Facts.Where(id => set.FindFact(id) is null && !set.Conflicts.Any(conflict => conflict.Id == id)))
        {
            yield return $"{account.Row}: {id} is neither fact nor conflict";
        }

        foreach (var id in account.Facts.Where(id => account.Row[0] == 'C' && set.FindFact(id) is { Doubts.Count: 0 }))
        {
            yield return $"{account.Row}: {id} is not in doubt";
        }
    }
}
