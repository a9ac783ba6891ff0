import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.alg.flow.DinicMFImpl;
import org.jgrapht.alg.shortestpath.AllDirectedPaths;
import org.jgrapht.alg.shortestpath.BidirectionalDijkstraShortestPath;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.jgrapht.alg.util.Pair;
import org.jgrapht.alg.util.Triple;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.opt.graph.sparse.IncomingEdgesSupport;
import org.jgrapht.opt.graph.sparse.SparseIntDirectedGraph;
import org.jgrapht.opt.graph.sparse.SparseIntDirectedWeightedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/** JGraphT, on its sparse integer graphs, behind the protocol of the README beside this file. */
public final class JGraphTPeer {
    private static final int CAP = 1000;
    private static final int K = 10;

    private final Path folder;
    private final int nodes;
    private final int asOf;
    private final Set<Integer> admitted;
    private final int[] from;
    private final int[] to;
    private final int[] type;
    private final double[] confidence;
    private final int[] firstDay;
    private final int[] lastDay;
    private final int[] simple;
    private Graph<Integer, Integer> graph;
    private Graph<Integer, Integer> weighted;
    private Graph<Integer, Integer> split;

    private JGraphTPeer(Path folder) throws IOException {
        this.folder = folder;
        Map<String, String> header = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("graph.txt"))) {
            String[] parts = line.split(" ", 2);
            header.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        nodes = Integer.parseInt(header.get("nodes"));
        asOf = Integer.parseInt(header.get("as-of"));
        admitted = Stream.of(header.get("admitted").split(" ")).map(Integer::valueOf).collect(Collectors.toSet());
        from = ints("from.i32");
        to = ints("to.i32");
        ByteBuffer types = bytes("type.u16");
        type = new int[from.length];
        for (int edge = 0; edge < type.length; edge++) {
            type[edge] = Short.toUnsignedInt(types.getShort());
        }
        confidence = new double[from.length];
        bytes("confidence.f64").asDoubleBuffer().get(confidence);
        firstDay = ints("first-day.i32");
        lastDay = ints("last-day.i32");
        simple = ints("simple.i32");
    }

    public static void main(String[] arguments) throws Exception {
        JGraphTPeer peer = new JGraphTPeer(Path.of(arguments[0]));
        long bound = (long) (Double.parseDouble(arguments[1]) * 1000);
        long before = usedBytes();
        long start = System.nanoTime();
        peer.build();
        System.out.println("ready " + (System.nanoTime() - start) + " " + (usedBytes() - before) + " JGraphT, Java " + Runtime.version().feature());
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = input.readLine()) != null; ) {
            String[] words = line.split(" ");
            StringBuilder replies = new StringBuilder();
            if (!peer.knows(words[0])) {
                replies.append("absent\n");
            } else {
                peer.prepare(words[0]);
                answerAll(peer, words, bound, replies);
            }
            System.out.print(replies.append("end\n"));
            System.out.flush();
        }
    }

    /** On a thread of its own, with a deep stack for what recurs, which is ended where a query has taken the bound and more. */
    @SuppressWarnings("removal")
    private static void answerAll(JGraphTPeer peer, String[] words, long bound, StringBuilder replies) throws InterruptedException {
        int[] done = {1};
        StringBuilder found = new StringBuilder();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> {
            try {
                for (; done[0] < words.length; done[0]++) {
                    found.append(peer.timed(words[0], words[done[0]])).append('\n');
                }
            } catch (OutOfMemoryError | StackOverflowError error) {
                failure.set(error);
            }
        }, "queries", 1L << 30);
        thread.start();
        for (int seen = -1; thread.isAlive() && seen != done[0]; ) {
            seen = done[0];
            thread.join(bound);
        }
        if (thread.isAlive()) {
            thread.stop();
            thread.join();
            replies.append(found).append("bound\n");
        } else {
            replies.append(found).append(failure.get() == null ? "" : "failed memory\n");
        }
    }

    private static long usedBytes() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private String timed(String row, String query) {
        int[] numbers = query.equals("_") ? new int[0] : Stream.of(query.split(",")).mapToInt(Integer::parseInt).toArray();
        long start = System.nanoTime();
        String found = answer(row, numbers);
        return (System.nanoTime() - start) + " " + found;
    }

    private boolean knows(String row) {
        return Set.of("shortest", "filtered", "reliable", "yen", "simple", "closure", "hood", "scc", "articulation", "cut").contains(row);
    }

    private void build() {
        graph = new SparseIntDirectedGraph(
            nodes, from.length, () -> IntStream.range(0, from.length).mapToObj(edge -> Pair.of(from[edge], to[edge])), IncomingEdgesSupport.FULL_INCOMING_EDGES);
    }

    /** The simple projection with weights, and the split graph of cuts, are made when first asked for, outside the time of a query. */
    private void prepare(String row) {
        if (Set.of("reliable", "yen", "simple").contains(row) && weighted == null) {
            Supplier<Stream<Triple<Integer, Integer, Double>>> edges =
                () -> IntStream.of(simple).mapToObj(edge -> Triple.of(from[edge], to[edge], -Math.log(confidence[edge])));
            weighted = new SparseIntDirectedWeightedGraph(nodes, simple.length, edges, IncomingEdgesSupport.FULL_INCOMING_EDGES);
        }
        if (row.equals("cut") && split == null) {
            Supplier<Stream<Triple<Integer, Integer, Double>>> edges = () -> Stream.concat(
                IntStream.range(0, nodes).mapToObj(node -> Triple.of(node, nodes + node, 1.0)),
                IntStream.of(simple).mapToObj(edge -> Triple.of(nodes + from[edge], to[edge], (double) nodes)));
            split = new SparseIntDirectedWeightedGraph(2 * nodes, nodes + simple.length, edges, IncomingEdgesSupport.FULL_INCOMING_EDGES);
        }
    }

    private String answer(String row, int[] query) {
        switch (row) {
            case "shortest":
                return hops(BidirectionalDijkstraShortestPath.findPathBetween(graph, query[0], query[1]));
            case "filtered":
                return hops(BidirectionalDijkstraShortestPath.findPathBetween(
                    new MaskSubgraph<>(graph, node -> false, edge -> !admits(edge)), query[0], query[1]));
            case "reliable":
                return product(BidirectionalDijkstraShortestPath.findPathBetween(weighted, query[0], query[1]));
            case "yen":
                return new YenKShortestPath<>(weighted).getPaths(query[0], query[1], K).stream().map(JGraphTPeer::product).collect(Collectors.joining(","));
            case "simple":
                return Integer.toString(Math.min(CAP, new AllDirectedPaths<>(weighted).getAllPaths(query[0], query[1], true, 5).size()));
            case "closure":
                return Integer.toString(reached(query[0], Integer.MAX_VALUE));
            case "hood":
                return Integer.toString(reached(query[0], 3));
            case "scc":
                return Integer.toString(new GabowStrongConnectivityInspector<>(graph).stronglyConnectedSets().size());
            case "articulation":
                return Integer.toString(new BiconnectivityInspector<>(graph).getCutpoints().size());
            default:
                return Long.toString(Math.round(new DinicMFImpl<>(split).getMaximumFlow(nodes + query[0], query[1]).getValue()));
        }
    }

    private boolean admits(int edge) {
        return admitted.contains(type[edge]) && firstDay[edge] <= asOf && asOf <= lastDay[edge];
    }

    private int reached(int source, int hops) {
        BreadthFirstIterator<Integer, Integer> nodesByHops = new BreadthFirstIterator<>(graph, source);
        int count = 0;
        while (nodesByHops.hasNext()) {
            int node = nodesByHops.next();
            if (hops != Integer.MAX_VALUE && nodesByHops.getDepth(node) > hops) {
                break;
            }
            count++;
        }
        return count;
    }

    private static String hops(GraphPath<Integer, Integer> path) {
        return path == null ? "-1" : Integer.toString(path.getLength());
    }

    private static String product(GraphPath<Integer, Integer> path) {
        return path == null ? "-" : Double.toString(Math.exp(-path.getWeight()));
    }

    private ByteBuffer bytes(String name) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private int[] ints(String name) {
        ByteBuffer buffer = bytes(name);
        int[] numbers = new int[buffer.remaining() / Integer.BYTES];
        buffer.asIntBuffer().get(numbers);
        return numbers;
    }
}
