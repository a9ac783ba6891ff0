using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Support;

/// <summary>The evidence of an answer against a plain reading: every fact used, every conflict that touches one, the other sides, all sources.</summary>
internal static class EvidenceComparison
{
    internal static void Compare<TResult>(List<string> differences, FactSet set, IEnumerable<DependencyPath> paths, Answer<TResult> answer)
        where TResult : Result
    {
        if (answer.Outcome != Outcome.Found)
        {
            return;
        }

        var used = paths.SelectMany(path => path.Hops).SelectMany(hop => hop.Facts).SelectMany(fact => fact.DeclaredBy.Prepend(fact.Id)).ToHashSet();
        var conflicts = set.Conflicts.Where(conflict => conflict.Facts.Any(used.Contains)).ToList();
        var facts = set.Facts.Where(fact => used.Contains(fact.Id) || conflicts.Exists(conflict => conflict.Facts.Contains(fact.Id))).ToList();
        var sources = set.Sources.Where(source => facts.Exists(fact =>
            fact.Evidence.Any(evidence => evidence.Source == source.Id) || fact.AttributedToAuthorOf == source.Id));
        Compare(differences, "facts in evidence", facts.Select(fact => fact.Id), answer.Evidence.Facts.Select(fact => fact.Id));
        Compare(differences, "conflicts in evidence", conflicts.Select(conflict => conflict.Id), answer.Evidence.Conflicts.Select(conflict => conflict.Id));
        Compare(differences, "sources in evidence", sources.Select(source => source.Id), answer.Evidence.Sources.Select(source => source.Id));
    }

    private static void Compare(List<string> differences, string what, IEnumerable<string> expected, IEnumerable<string> actual) =>
        PathComparison.Compare(differences, what, string.Join(' ', expected), string.Join(' ', actual));
}
