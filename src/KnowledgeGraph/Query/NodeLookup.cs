using System.Globalization;
using KnowledgeGraph.Facts;

namespace KnowledgeGraph.Query;

/// <summary>Finds the one node that FROM, TO or an anchor means: by id, then by name, then by alias.</summary>
public static class NodeLookup
{
    private const int CandidateLimit = 20;

    /// <summary>The id of the node that goes by exactly this name.</summary>
    /// <exception cref="QuestionException">No node does, or several do; the message lists the nearest names, or the candidates.</exception>
    /// <exception cref="TimeoutException">The time was up before the names were looked through, so that nothing found says nothing.</exception>
    public static async Task<string> OneAsync(IGraphQueries engine, string text, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var question = new FindQuestion { Text = text, IsWholeName = true, Bounds = new SearchBounds(CandidateLimit) };
        var answer = await engine.AskAsync(question, cancellation);
        if (answer.Stopped == StopReason.Timeout)
        {
            throw new TimeoutException(string.Create(
                CultureInfo.InvariantCulture,
                $"\"{text}\" was not found within {answer.Question.Bounds.Time.TotalSeconds:0.###} s, before all names were looked through; ask again"));
        }

        var exact = answer.Result.Matches.ToList();
        if (exact.Count == 0)
        {
            throw new QuestionException(Unknown(text, await engine.AskAsync(question with { IsWholeName = false }, cancellation)));
        }

        // Imported ids may differ in case alone; whoever types one letter by letter means it.
        if (exact.Exists(match => match.Node == text))
        {
            return text;
        }

        var best = exact.Min(match => match.Part);
        var candidates = exact.Where(match => match.Part == best).ToList();
        return candidates.Count == 1 ? candidates[0].Node : throw new QuestionException(Ambiguous(text, candidates, answer.Evidence.Nodes));
    }

    private static string Unknown(string text, Answer<FindResult> answer)
    {
        var near = answer.Result.Matches.Count > 0
            ? answer.Result.Matches.Take(5).Select(match => match.Name)
            : answer.Result.Nearest;
        var names = string.Join(", ", near.Select(name => $"\"{name}\""));
        return $"nothing goes by \"{text}\"; " + (names.Length > 0 ? $"near: {names}" : "try a part of the name with `kg find`");
    }

    private static string Ambiguous(string text, List<NameMatch> candidates, IReadOnlyList<Node> nodes)
    {
        var described = candidates.Select(match => nodes.First(node => node.Id == match.Node)).Select(node => $"{node.Id} ({node.Name}, {node.Type})");
        return $"\"{text}\" may mean {string.Join(" or ", described)}; give the id";
    }
}
