"""igraph behind the protocol of the README beside this file. Filters are weights that are infinite where an edge is not admitted."""

import igraph
import numpy as np

import peer


class Graphs:
    """The graph with its attributes, and its simple projection, on which alone paths are counted alike by all peers."""

    def __init__(self, arrays):
        self.whole = of(arrays.nodes, arrays.from_ends, arrays.to_ends)
        self.whole.es["type"] = arrays.types.tolist()
        self.whole.es["confidence"] = arrays.confidences.tolist()
        self.whole.es["first"] = arrays.first_days.tolist()
        self.whole.es["last"] = arrays.last_days.tolist()
        self.arrays = arrays
        self.projection = None
        self.is_filtered = False

    def simple(self):
        """Made when it is first asked for, which the time and memory of building leave out."""
        if self.projection is None:
            chosen = self.arrays.simple
            self.projection = of(self.arrays.nodes, self.arrays.from_ends[chosen], self.arrays.to_ends[chosen])
            self.projection.es["weight"] = self.arrays.simple_weights().tolist()
        return self.projection

    def filtered(self):
        if not self.is_filtered:
            self.whole.es["admitted"] = np.where(self.arrays.passes(), 1.0, np.inf).tolist()
            self.is_filtered = True
        return self.whole


def of(nodes, from_ends, to_ends):
    return igraph.Graph(n=nodes, edges=np.column_stack([from_ends, to_ends]).astype(np.int64), directed=True)


def hops(distance):
    return -1 if distance == float("inf") else int(distance)


def shortest(graphs, source, target):
    return hops(graphs.whole.distances(source=[source], target=[target], mode="out")[0][0])


def filtered(graphs, source, target):
    return hops(graphs.filtered().distances(source=[source], target=[target], weights="admitted", mode="out")[0][0])


def reliable(graphs, source, target):
    return peer.product(graphs.simple().distances(source=[source], target=[target], weights="weight", mode="out")[0][0])


def yen(graphs, source, target):
    graph = graphs.simple()
    paths = graph.get_k_shortest_paths(source, to=target, k=10, mode="out", weights="weight", output="epath")
    return ",".join(peer.product(sum(graph.es[path]["weight"])) for path in paths)


def simple_paths(graphs, source, target):
    return min(1000, len(graphs.simple().get_all_simple_paths(source, to=target, cutoff=5, mode="out")))


def closure(graphs, source):
    return len(graphs.whole.subcomponent(source, mode="out"))


def hood(graphs, source):
    return graphs.whole.neighborhood_size(source, order=3, mode="out")


def components(graphs):
    return len(graphs.whole.connected_components(mode="strong"))


def articulation(graphs):
    return len(graphs.whole.articulation_points())


def dominators(graphs, root):
    immediate = graphs.whole.dominator(root, mode="out")
    inside = [above for node, above in enumerate(immediate) if above >= 0 and node != root]
    return f"{len(inside) + 1}/{len(set(inside))}"


def cut(graphs, source, target):
    return graphs.simple().vertex_connectivity(source=source, target=target, neighbors="negative")


if __name__ == "__main__":
    peer.serve(f"python-igraph {igraph.__version__}", Graphs, {
        "shortest": shortest, "filtered": filtered, "reliable": reliable, "yen": yen, "simple": simple_paths, "closure": closure,
        "hood": hood, "scc": components, "articulation": articulation, "dominators": dominators, "cut": cut,
    })
