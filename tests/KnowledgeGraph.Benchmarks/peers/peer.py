"""What the Python peers share: the arrays, the protocol of the README beside this file, and the bound on a query."""

import math
import os
import resource
import signal
import sys
import time

import numpy as np


class Arrays:
    """A folder that `arrays FILE.kgraph DIR` has written."""

    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "graph.txt"), encoding="utf-8") as file:
            header = dict(line.rstrip("\n").split(" ", 1) for line in file if " " in line)
        self.nodes = int(header["nodes"])
        self.as_of = int(header["as-of"])
        self.admitted = [int(number) for number in header["admitted"].split()]
        self.from_ends = self._read("from.i32", "<i4")
        self.to_ends = self._read("to.i32", "<i4")
        self.types = self._read("type.u16", "<u2")
        self.confidences = self._read("confidence.f64", "<f8")
        self.first_days = self._read("first-day.i32", "<i4")
        self.last_days = self._read("last-day.i32", "<i4")
        # Edge numbers of the simple projection: no self-loops, of parallel edges the most reliable.
        self.simple = self._read("simple.i32", "<i4")

    def passes(self):
        """For each edge whether the filtered question admits it."""
        return np.isin(self.types, self.admitted) & (self.first_days <= self.as_of) & (self.as_of <= self.last_days)

    def simple_weights(self):
        """-log confidence of the edges of the simple projection."""
        return -np.log(self.confidences[self.simple])

    def _read(self, name, kind):
        return np.fromfile(os.path.join(self.folder, name), dtype=kind)


class Bound(Exception):
    """A query took longer than it may."""


def resident_bytes():
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def product(weight):
    """The reliability of a path by the sum of its weights, or - where there is none."""
    return "-" if weight is None or math.isinf(weight) else repr(math.exp(-weight))


def serve(version, build, rows):
    """build(arrays) makes the graph; rows maps the name of a row to a function of a graph and the numbers of a query."""
    arrays, bound = Arrays(sys.argv[1]), float(sys.argv[2])
    before, start = resident_bytes(), time.perf_counter_ns()
    graph = build(arrays)
    print("ready", time.perf_counter_ns() - start, resident_bytes() - before, version, flush=True)
    signal.signal(signal.SIGALRM, _give_up)
    for line in sys.stdin:
        row, *queries = line.split()
        if row not in rows:
            print("absent")
        else:
            for query in queries:
                reply = _answer(rows[row], graph, [int(number) for number in query.split(",") if number != "_"], bound)
                print(reply)
                if reply == "bound":
                    break
        print("end", flush=True)


def _answer(row, graph, numbers, bound):
    signal.setitimer(signal.ITIMER_REAL, bound)
    try:
        start = time.perf_counter_ns()
        found = row(graph, *numbers)
        took = time.perf_counter_ns() - start
        return f"{took} {found}"
    except Bound:
        return "bound"
    except MemoryError:
        return "failed memory"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _give_up(_signal, _frame):
    raise Bound
