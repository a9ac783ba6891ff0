namespace KnowledgeGraph.Graph.Algorithms;

/// <summary>
/// Finds the nearest minimum node cut where it lies, without laying out a network: augmenting paths are searched from both ends at once
/// in the residual network that the graph and the flow so far imply, so that a cut costs what stands around its ends.
/// </summary>
/// <remarks>
/// <para>
/// A node that the flow passes is taken and has two states: its entrance, from where only what came in can be sent back to the node
/// before, and its exit. Any other node is one state. Edges carry any amount. A search from the sinks follows the same arcs against
/// their direction.
/// </para>
/// <para>
/// A round that has met goes on for as long again and takes every path that shares no state with one taken; a round that has not met
/// has closed one side. If that is the sources', it holds the nearest cut. If it is the sinks', its cut is the farthest, and is moved:
/// where nothing from the sources reaches the entrance of one of its nodes, all that reaches the entrance joins the side, until every
/// entrance is reached. Literature: Ford and Fulkerson, "Maximal flow through a network", 1956; Picard and Queyranne, "On the structure
/// of all minimum cuts in a network and applications", 1980.
/// </para>
/// </remarks>
internal sealed class NodeCutSearch : IDisposable
{
    private const int Root = -1;

    private readonly CsrGraph graph;
    private readonly CsrGraph reversed;
    private readonly IReadOnlyList<int> sources;
    private readonly IReadOnlyList<int> sinks;
    private readonly CancellationToken cancellation;

    /// <summary>By state, twice the node and 1 more for an exit: which side of which round it belongs to.</summary>
    private readonly int[] marks;

    /// <summary>By state: the state it was reached from.</summary>
    private readonly int[] links;

    /// <summary>By node: 1 more than the node that the flow comes from; 0 where the node is not taken.</summary>
    private readonly int[] before;

    /// <summary>By node: 1 more than the node that the flow goes to.</summary>
    private readonly int[] after;

    /// <summary>The nodes that were taken at any time.</summary>
    private readonly List<int> everTaken = [];
    private readonly SearchScratch scratch;
    private readonly Arrays arrays;
    private readonly List<(int From, int To)> meetings = [];
    private readonly List<(int From, int To)> arcs = [];
    private Side ahead = new(0);
    private Side back = new(0);
    private int closed;
    private int lastMark;
    private long steps;

    /// <param name="graph">The graph.</param>
    /// <param name="sources">The nodes on one side.</param>
    /// <param name="sinks">The nodes on the other, none with an edge from a source.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    internal NodeCutSearch(CsrGraph graph, IReadOnlyList<int> sources, IReadOnlyList<int> sinks, CancellationToken cancellation)
    {
        (this.graph, this.sources, this.sinks, this.cancellation) = (graph, sources, sinks, cancellation);
        reversed = graph.Reversed();
        scratch = graph.TwoWays.Pool.Rent();
        arrays = scratch.Of(static nodeCount => new Arrays(nodeCount));
        (marks, links, before, after, lastMark) = (arrays.Marks, arrays.Links, arrays.Before, arrays.After, arrays.LastMark);
    }

    /// <summary>The nodes of the minimum cut nearest to the sources, in no order; null where that takes too many steps.</summary>
    /// <param name="maxSteps">How many edges may be looked at, give or take a row.</param>
    internal List<int>? Find(long maxSteps)
    {
        do
        {
            StartRound();
            FindMeetings(maxSteps);
            if (steps > maxSteps)
            {
                return null;
            }

            TakePaths();
        }
        while (arcs.Count > 0);
        return ahead.IsClosed ? CutOfSources() : Moved(maxSteps);
    }

    /// <summary>Leaves the arrays as it would find them: no node taken, all marks out of date.</summary>
    public void Dispose()
    {
        foreach (var node in everTaken)
        {
            (before[node], after[node]) = (0, 0);
        }

        // A search takes three marks a round and one a node that the cut is moved by: never so many as are left.
        if (lastMark > int.MaxValue / 2)
        {
            Array.Clear(marks);
            lastMark = 0;
        }

        arrays.LastMark = lastMark;
        scratch.Dispose();
    }

    private void StartRound()
    {
        (ahead, back) = (new Side(++lastMark), new Side(++lastMark));
        closed = back.Mark;
        Start(ahead, sources);
        Start(back, sinks);
    }

    private void Start(Side side, IReadOnlyList<int> ends)
    {
        foreach (var end in ends)
        {
            if (marks[Entrance(end)] != side.Mark)
            {
                Reach(side, Entrance(end), Root);
            }
        }
    }

    private void FindMeetings(long maxSteps)
    {
        meetings.Clear();
        var (start, last) = (steps, maxSteps);
        while (!ahead.IsClosed && !back.IsClosed && steps <= last)
        {
            ExpandLesser();
            if (meetings.Count > 0 && last == maxSteps)
            {
                last = Math.Min(steps + (steps - start), maxSteps - 1);
            }
        }
    }

    /// <summary>Goes on with the side that has cost less, so that both together cost twice the lesser at most.</summary>
    private void ExpandLesser()
    {
        cancellation.ThrowIfCancellationRequested();
        var stepsBefore = steps;
        if (ahead.Steps <= back.Steps)
        {
            ExpandAhead(ahead.Next());
            ahead.Steps += steps - stepsBefore;
        }
        else
        {
            ExpandBack(back.Next());
            back.Steps += steps - stepsBefore;
        }
    }

    private void ExpandAhead(int state)
    {
        steps++;
        var node = state / 2;
        if (state == Entrance(node) && before[node] > 0)
        {
            ReachAhead(Exit(before[node] - 1), state);
            return;
        }

        var neighbours = graph.Neighbours(node);
        steps += neighbours.Length;
        foreach (var neighbour in neighbours)
        {
            ReachAhead(Entrance(neighbour), state);
        }

        if (state != Entrance(node))
        {
            ReachAhead(Entrance(node), state);
        }
    }

    private void ExpandBack(int state)
    {
        steps++;
        var node = state / 2;
        if (state != Entrance(node))
        {
            ReachBack(Entrance(after[node] - 1), state);
            return;
        }

        var neighbours = reversed.Neighbours(node);
        steps += neighbours.Length;
        foreach (var neighbour in neighbours)
        {
            ReachBack(Exit(neighbour), state);
        }

        if (before[node] > 0)
        {
            ReachBack(Exit(node), state);
        }
    }

    private void ReachAhead(int state, int from)
    {
        if (marks[state] == back.Mark)
        {
            meetings.Add((from, state));
        }
        else if (marks[state] != ahead.Mark)
        {
            Reach(ahead, state, from);
        }
    }

    private void ReachBack(int state, int to)
    {
        if (marks[state] == ahead.Mark)
        {
            meetings.Add((state, to));
        }
        else if (marks[state] != back.Mark && marks[state] != closed)
        {
            Reach(back, state, to);
        }
    }

    private void Reach(Side side, int state, int link)
    {
        (marks[state], links[state]) = (side.Mark, link);
        side.States.Add(state);
    }

    /// <summary>Sends one more along the path of each meeting that shares no state with one before.</summary>
    private void TakePaths()
    {
        arcs.Clear();
        var taken = ++lastMark;
        foreach (var (from, to) in meetings)
        {
            if (IsFree(from, taken) && IsFree(to, taken))
            {
                arcs.Add((from, to));
                Take(from, taken, (state, link) => arcs.Add((link, state)));
                Take(to, taken, (state, link) => arcs.Add((state, link)));
            }
        }

        foreach (var (from, to) in arcs.Where(arc => IsSentBack(arc.To)))
        {
            (after[to / 2], before[from / 2]) = (0, 0);
        }

        foreach (var (from, to) in arcs.Where(arc => !IsSentBack(arc.To) && arc.From / 2 != arc.To / 2))
        {
            everTaken.Add(from / 2);
            everTaken.Add(to / 2);
            after[from / 2] = links[from] == Root ? 0 : (to / 2) + 1;
            before[to / 2] = links[to] == Root ? 0 : (from / 2) + 1;
        }
    }

    private bool IsFree(int state, int taken)
    {
        while (links[state] != Root && marks[state] != taken)
        {
            state = links[state];
        }

        return links[state] == Root;
    }

    private void Take(int state, int taken, Action<int, int> add)
    {
        for (; links[state] != Root; state = links[state])
        {
            marks[state] = taken;
            add(state, links[state]);
        }
    }

    /// <summary>Only what is sent back leads to an exit.</summary>
    private static bool IsSentBack(int to) => to % 2 == 1;

    private List<int> CutOfSources() =>
        [.. ahead.States.Where(state => IsTakenEntrance(state) && marks[state + 1] != ahead.Mark).Select(state => state / 2)];

    private bool IsTakenEntrance(int state) => state % 2 == 0 && before[state / 2] > 0;

    /// <summary>The nearest cut, where the sinks' side is closed; null where that takes too many steps.</summary>
    private List<int>? Moved(long maxSteps)
    {
        var cut = new List<int>();
        var open = new Stack<int>(back.States.Where(IsSentBack));
        while (open.TryPop(out var exit))
        {
            var entrance = exit - 1;
            if (marks[entrance] == closed)
            {
                continue;
            }

            var isReached = IsReached(entrance, maxSteps);
            if (steps > maxSteps)
            {
                return null;
            }

            if (ahead.IsClosed)
            {
                return CutOfSources();
            }

            if (isReached)
            {
                cut.Add(exit / 2);
                continue;
            }

            back.States.ForEach(state => marks[state] = closed);
            back.States.Where(IsSentBack).ToList().ForEach(open.Push);
        }

        return cut;
    }

    /// <summary>Whether anything from the sources reaches a state; if not, the side from there back is closed, or the sources' is.</summary>
    private bool IsReached(int state, long maxSteps)
    {
        if (marks[state] == ahead.Mark)
        {
            return true;
        }

        meetings.Clear();
        back = new Side(++lastMark);
        Reach(back, state, Root);
        while (meetings.Count == 0 && !ahead.IsClosed && !back.IsClosed && steps <= maxSteps)
        {
            ExpandLesser();
        }

        // Where they met, the sources' side has yet to go on.
        foreach (var (from, to) in meetings.Where(meeting => marks[meeting.To] != ahead.Mark))
        {
            Reach(ahead, to, from);
        }

        return meetings.Count > 0;
    }

    private static int Entrance(int node) => 2 * node;

    /// <summary>Where a node that is not taken is left is where it is entered.</summary>
    private int Exit(int node) => before[node] > 0 ? (2 * node) + 1 : 2 * node;

    /// <summary>What a search needs of memory, kept from one to the next: it pays for the nodes it looks at, not for all there are.</summary>
    private sealed class Arrays(int nodeCount)
    {
        internal int[] Marks { get; } = new int[2 * nodeCount];

        internal int[] Links { get; } = new int[2 * nodeCount];

        internal int[] Before { get; } = new int[nodeCount];

        internal int[] After { get; } = new int[nodeCount];

        internal int LastMark { get; set; }
    }

    /// <summary>The states that were reached from the sources, or that reach the sinks, in order.</summary>
    private sealed class Side(int mark)
    {
        private int next;

        internal int Mark => mark;

        internal List<int> States { get; } = [];

        /// <summary>What it has cost.</summary>
        internal long Steps { get; set; }

        /// <summary>Whether nothing more can be reached.</summary>
        internal bool IsClosed => next == States.Count;

        internal int Next() => States[next++];
    }
}
