namespace KnowledgeGraph.Seed.Rules;

/// <summary>A directed step, with the item that states it.</summary>
internal sealed record Step<T>(string From, string To, T Item, int Position = 0);

/// <summary>Finds circles with a depth-first search that keeps its own stack, so that long chains are harmless.</summary>
internal sealed class Circles<T>
{
    private readonly ILookup<string, Step<T>> outgoing;
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> depths = new(StringComparer.Ordinal);
    private readonly List<Step<T>> path = [];
    private readonly Stack<(string Node, IEnumerator<Step<T>> Next)> open = new();

    private Circles(IReadOnlyList<Step<T>> steps) => outgoing = steps.ToLookup(step => step.From, StringComparer.Ordinal);

    /// <summary>
    /// One circle for each step that closes one, as its steps in order, the closing step last. Starts and steps are taken in the
    /// given order. O(steps) time and memory, besides the circles themselves.
    /// </summary>
    public static IEnumerable<IReadOnlyList<Step<T>>> In(IReadOnlyList<Step<T>> steps)
    {
        var circles = new Circles<T>(steps);
        return steps.SelectMany(step => circles.From(step.From));
    }

    private IEnumerable<IReadOnlyList<Step<T>>> From(string start)
    {
        Enter(start);
        while (open.TryPeek(out var top))
        {
            if (!top.Next.MoveNext())
            {
                Leave(top.Node);
                continue;
            }

            var step = top.Next.Current;
            if (depths.TryGetValue(step.To, out var depth))
            {
                yield return [.. path[depth..], step];
            }
            else if (Enter(step.To))
            {
                path.Add(step);
            }
        }
    }

    private bool Enter(string node)
    {
        if (!visited.Add(node))
        {
            return false;
        }

        depths[node] = open.Count;
        open.Push((node, outgoing[node].GetEnumerator()));
        return true;
    }

    private void Leave(string node)
    {
        open.Pop().Next.Dispose();
        depths.Remove(node);
        if (path.Count > 0)
        {
            path.RemoveAt(path.Count - 1);
        }
    }
}
