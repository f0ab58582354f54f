"""Any number of camps, and at most three or four: ours beside Leiden and beside the textbook model, in one run.

    python bench/camps_any.py [--data DIR] [--time-limit SECONDS] [--all-windows] [--write FILE] [NAME ...]

The textbook (M. Grötschel and Y. Wakabayashi 1989): a 0/1 variable for every pair of actors, 1 where they are apart,
and for every three of them x_ij ≤ x_ik + x_jk, given to HiGHS as it is; for small networks only. Leiden runs with seed
after seed for as long as ours took, and no less than a second. With --all-windows the 51 windows of world politics are
divided one by one, and their sums come in one line.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
from camps import HEADER, Run, alone, line_of, ours, warm
from camps_networks import DATA, WINDOWS_FILE, Named, graph_of, networks, windows
from camps_peers import ANY_NUMBER, Outcome, Peer

from ahlaf.network import SignedGraph
from ahlaf.solve.camps.find import find_camps
from ahlaf.solve.mip import Program

WANTED = (
    "cow", "highlandtribes", "monastery", "cloister", "congress", "slovene",
    "bitcoinalpha signs", "bitcoinotc signs", "slashdot_small signs", "made 200 states", "made five camps",
)  # fmt: skip
# Three rows for every three actors: beyond this many actors the textbook does not fit.
LARGEST_TEXTBOOK = 70
LEAST_SECONDS = 1.0


def textbook(graph: SignedGraph, seconds: float) -> Outcome:
    """Solve min Σ w⁺ x_ij + Σ |w⁻| (1 − x_ij) over all pairs and triangles in HiGHS."""
    if len(graph.nodes) > LARGEST_TEXTBOOK:
        return None, float("-inf")
    program = Program()
    costs = {(int(a), int(b)): float(w) for (a, b), w in zip(graph.ends, graph.weights, strict=True)}
    pairs = [*combinations(range(len(graph.nodes)), 2)]
    apart = {pair: program.variable(0, 1, cost=costs.get(pair, 0.0), whole=True) for pair in pairs}
    for i, j, k in combinations(range(len(graph.nodes)), 3):
        sides = (apart[i, j], apart[i, k], apart[j, k])
        for one in sides:
            program.row({side: -1.0 if side == one else 1.0 for side in sides}, lower=0.0)
    solution = program.solve(seconds)
    if not solution.found:
        return None, solution.bound + graph.positive_total
    labels = [0] * len(graph.nodes)
    for node in range(len(graph.nodes)):
        friends = [other for other in range(node) if solution.values[apart[other, node]] < 0.5]
        labels[node] = labels[friends[0]] if friends else node
    return labels, solution.bound + graph.positive_total


def at_most(k: int) -> Peer:
    return Peer(f"Ahlaf, at most {k}", "ahlaf", three if k == 3 else four)


def three(graph: SignedGraph, seconds: float) -> Outcome:
    return few(graph, 3, seconds)


def four(graph: SignedGraph, seconds: float) -> Outcome:
    return few(graph, 4, seconds)


def few(graph: SignedGraph, k: int, seconds: float) -> Outcome:
    found = find_camps(graph, k=k, time_limit=seconds)
    camp = {name: number for number, members in enumerate(found.camps) for name in members}
    return [camp[name] for name in graph.nodes], found.certificate.bound


def planted(nodes: int, ties: int, camps: int, noise: float, *, seed: int) -> SignedGraph:
    """Camps with friendly ties within and hostile ones between, of weights 1 to 100; a share has its sign turned."""
    random = np.random.default_rng(seed)
    first, second = np.triu_indices(nodes, 1)
    kept = np.sort(random.permutation(len(first))[:ties])
    camp = random.integers(0, camps, nodes)
    signs = np.where((camp[first[kept]] == camp[second[kept]]) ^ (random.random(ties) < noise), 1.0, -1.0)
    return graph_of(nodes, first[kept], second[kept], signs * random.integers(1, 101, ties))


def lines(one: Named, seconds: float) -> Iterator[str]:
    best = alone(ours(None), one.graph, seconds)
    yield line_of(one, ours(None), best, best)
    for k in (3, 4):
        yield line_of(one, at_most(k), alone(at_most(k), one.graph, seconds), best)
    peers = [(peer, max(LEAST_SECONDS, best.seconds)) for peer in ANY_NUMBER if peer.is_there]
    if len(one.graph.nodes) <= LARGEST_TEXTBOOK:
        peers.append((Peer("HiGHS triangles", "highspy", textbook), seconds))
    for peer, limit in peers:
        yield line_of(one, peer, alone(peer, one.graph, limit), best)


def window_lines(data: Path, seconds: float) -> Iterator[str]:
    """Divide all windows one after the other in this process, and add up."""
    graphs = [graph for _, graph in windows(data / WINDOWS_FILE)]
    everything = Named("all 51 cow windows", graph_of(0, *(np.zeros(0, dtype=np.int64),) * 2, []))
    for k in (None, 3, 4):
        start = time.process_time()
        found = [find_camps(graph, k=k, time_limit=seconds) for graph in graphs]
        bound = sum(one.certificate.bound for one in found)
        run = Run(sum(one.frustration for one in found), bound, time.process_time() - start, float("nan"))
        yield line_of(everything, ours(None) if k is None else at_most(k), run, run)


def main() -> None:
    parser = argparse.ArgumentParser(description="Any number of camps beside Leiden and the textbook model.")
    parser.add_argument("names", nargs="*", help="only networks whose name holds one of these")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--time-limit", type=float, default=60.0, help="seconds for each solve")
    parser.add_argument("--all-windows", action="store_true", help="all windows of world politics, added up")
    parser.add_argument("--write", type=Path, help="write the table here too, in Markdown")
    options = parser.parse_args()
    for peer in ANY_NUMBER:
        if not peer.is_there:
            print(f"not installed: {peer.name} ({peer.needs})")
    warm()
    table = [HEADER, "|---|" + "---:|" * 2 + "---|" + "---:|" * 6]
    print("\n".join(table))
    chosen = [*networks(options.data, list(WANTED)), Named("made five camps", planted(200, 18_000, 5, 0.1, seed=0))]
    wanted = options.names
    chosen = [one for one in chosen if not wanted or any(word in one.name for word in wanted)]
    groups = [lines(one, options.time_limit) for one in chosen]
    if options.all_windows:
        groups.insert(0, window_lines(options.data, options.time_limit))
    for group in groups:
        for line in group:
            print(line, flush=True)
            table.append(line)
    if options.write:
        options.write.write_text("\n".join(table) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
