using System.Numerics;
using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Query.Search;

/// <summary>
/// An edge expression made ready for a graph: a deterministic automaton over edge types, by Glushkov's construction and subset
/// construction as far as the search asks (Glushkov 1961; Rabin and Scott 1959). Constant time a hop once a step was seen.
/// </summary>
internal sealed class EdgeAutomaton
{
    /// <summary>Before the first hop.</summary>
    internal const int Start = 0;

    /// <summary>No path with such edges fits.</summary>
    internal const int Broken = -1;

    private readonly EdgeExpression expression;
    private readonly ulong[] positionsOf;
    private readonly List<(ulong Next, bool Accepts)> states = [];
    private readonly Dictionary<(ulong Next, bool Accepts), int> stateOf = [];
    private readonly Dictionary<(int State, int Type), int> steps = [];

    /// <param name="expression">The expression.</param>
    /// <param name="types">Edge types by their numbers in the graph.</param>
    internal EdgeAutomaton(EdgeExpression expression, IReadOnlyList<EdgeType> types)
    {
        this.expression = expression;
        positionsOf = [.. types.Select(type => expression.PositionsOf(type.Name))];
        StateOf((expression.First, expression.IsNullable));
    }

    /// <summary>The state after a hop, or <see cref="Broken"/>.</summary>
    internal int Next(int state, int type)
    {
        if (!steps.TryGetValue((state, type), out var next))
        {
            steps.Add((state, type), next = FindNext(states[state].Next & positionsOf[type]));
        }

        return next;
    }

    /// <summary>Whether the hops so far fit the whole expression.</summary>
    internal bool Accepts(int state) => states[state].Accepts;

    /// <summary>The places that the next hop may take, from 1, ascending.</summary>
    internal IReadOnlyList<int> PlacesAt(int state) =>
        [.. Enumerable.Range(0, EdgeExpressionParser.MaxPlaces).Where(place => (states[state].Next >> place & 1) != 0).Select(place => place + 1)];

    private int FindNext(ulong matched)
    {
        if (matched == 0)
        {
            return Broken;
        }

        var next = 0UL;
        for (var rest = matched; rest != 0; rest &= rest - 1)
        {
            next |= expression.Follow[BitOperations.TrailingZeroCount(rest)];
        }

        return StateOf((next, (matched & expression.Last) != 0));
    }

    private int StateOf((ulong Next, bool Accepts) set)
    {
        if (!stateOf.TryGetValue(set, out var state))
        {
            stateOf.Add(set, state = states.Count);
            states.Add(set);
        }

        return state;
    }
}
