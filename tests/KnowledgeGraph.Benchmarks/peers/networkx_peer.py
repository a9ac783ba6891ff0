"""NetworkX behind the protocol of the README beside this file. The graph is a DiGraph of the simple projection."""

from itertools import islice
import math

import networkx as nx

import peer


def build(arrays):
    graph = nx.DiGraph()
    graph.add_nodes_from(range(arrays.nodes))
    simple = arrays.simple
    ends = zip(arrays.from_ends[simple].tolist(), arrays.to_ends[simple].tolist(), arrays.simple_weights().tolist(), arrays.types[simple].tolist(),
               arrays.first_days[simple].tolist(), arrays.last_days[simple].tolist())
    graph.add_edges_from((a, b, {"weight": weight, "type": type_, "first": first, "last": last}) for a, b, weight, type_, first, last in ends)
    return graph


def shortest(graph, source, target):
    try:
        return len(nx.bidirectional_shortest_path(graph, source, target)) - 1
    except nx.NetworkXNoPath:
        return -1


def reliable(graph, source, target):
    try:
        return peer.product(nx.bidirectional_dijkstra(graph, source, target)[0])
    except nx.NetworkXNoPath:
        return "-"


def yen(graph, source, target):
    paths = islice(nx.shortest_simple_paths(graph, source, target, weight="weight"), 10)
    return ",".join(peer.product(nx.path_weight(graph, path, "weight")) for path in paths)


def simple_paths(graph, source, target):
    return sum(1 for _ in islice(nx.all_simple_paths(graph, source, target, cutoff=5), 1000))


def closure(graph, source):
    return len(nx.descendants(graph, source)) + 1


def hood(graph, source):
    return len(nx.single_source_shortest_path_length(graph, source, cutoff=3))


def components(graph):
    return nx.number_strongly_connected_components(graph)


def articulation(graph):
    return sum(1 for _ in nx.articulation_points(graph.to_undirected(as_view=True)))


def dominators(graph, root):
    immediate = nx.immediate_dominators(graph, root)
    return f"{len(immediate)}/{len({above for node, above in immediate.items() if node != root})}"


def cut(graph, source, target):
    return len(nx.minimum_node_cut(graph, source, target))


if __name__ == "__main__":
    peer.serve(f"NetworkX {nx.__version__}", build, {
        "shortest": shortest, "reliable": reliable, "yen": yen, "simple": simple_paths, "closure": closure, "hood": hood,
        "scc": components, "articulation": articulation, "dominators": dominators, "cut": cut,
    })
