"""Camps beside every peer that is installed: objective, bound, seconds and memory, the same networks in one run.

    python bench/camps.py [--data DIR] [--time-limit SECONDS] [--k 2|any] [--peer NAME ...] [--write FILE] [NAME ...]

Peers: pip install dwave-samplers python-sat pyscipopt ortools leidenalg, and the program MQLib on the path. Each solve
has a process of its own, so that its peak memory can be told, and is ended where it has not come back half a minute
after its time. The objective is counted anew from the labels that a peer returns. `ratio` is a peer's time over ours
where both proved the optimum, a lower limit (>) where the peer ran out of time.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import queue
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from camps_networks import DATA, Named, networks
from camps_peers import ANY_NUMBER, TWO_CAMPS, Outcome, Peer

from ahlaf.network import SignedGraph
from ahlaf.solve.camps.find import find_camps

GRACE = 30.0
OURS = "Ahlaf"
TINY = SignedGraph.of(("a", "b", "c"), [(0, 1, 1.0), (1, 2, 1.0), (0, 2, -1.0)])
HEADER = "| network | nodes | ties | by | frustration | bound | proven | seconds | MiB | ratio |"


@dataclass(frozen=True, slots=True)
class Run:
    """What one solve came to; frustration inf where it returned nothing; `mebibytes` is the peak of its process."""

    frustration: float
    bound: float
    seconds: float
    mebibytes: float

    @property
    def proven(self) -> bool:
        return math.isfinite(self.frustration) and self.frustration - self.bound <= 1e-6 * max(1.0, self.frustration)


def ours(k: int | None) -> Peer:
    return Peer(OURS, "ahlaf", _ours_two if k == 2 else _ours_any)


def _ours_two(graph: SignedGraph, seconds: float) -> Outcome:
    return _ours(graph, 2, seconds)


def _ours_any(graph: SignedGraph, seconds: float) -> Outcome:
    return _ours(graph, None, seconds)


def _ours(graph: SignedGraph, k: int | None, seconds: float) -> Outcome:
    found = find_camps(graph, k=k, time_limit=seconds)
    camp = {name: number for number, members in enumerate(found.camps) for name in members}
    return [camp[name] for name in graph.nodes], found.certificate.bound


def warm() -> None:
    """Solve a small and a large network once, so that compiled code is on disk before anything is timed."""
    from camps_networks import sparse

    for k in (2, None):
        alone(ours(k), sparse(2000, 0.005, seed=1), 10.0)


def _child(peer: Peer, graph: SignedGraph, seconds: float, out: multiprocessing.Queue[Run]) -> None:
    peer.solve(TINY, 0.1)  # loads what the peer is made of
    start = time.monotonic()
    labels, bound = peer.solve(graph, seconds)
    taken = time.monotonic() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    out.put(Run(_frustration(graph, labels), bound, taken, peak / 1024))


def _frustration(graph: SignedGraph, labels: list[int] | None) -> float:
    if labels is None:
        return math.inf
    camps = np.array(labels)
    against = np.equal(camps[graph.ends[:, 0]] != camps[graph.ends[:, 1]], graph.weights > 0)
    return math.fsum(np.abs(graph.weights[against]))


def alone(peer: Peer, graph: SignedGraph, seconds: float) -> Run:
    """Run one solve in a process of its own; where it fails or overstays, it has found nothing."""
    context = multiprocessing.get_context("spawn")
    out: multiprocessing.Queue[Run] = context.Queue()
    process = context.Process(target=_child, args=(peer, graph, seconds, out))
    start = time.monotonic()
    process.start()
    end = start + seconds + GRACE
    while time.monotonic() < end:
        try:
            found = out.get(timeout=0.2)
        except queue.Empty:
            if not process.is_alive():
                break
        else:
            process.join()
            return found
    process.kill()
    process.join()
    return Run(math.inf, -math.inf, time.monotonic() - start, math.nan)


def rows(one: Named, peers: list[Peer], seconds: float) -> Iterator[str]:
    best: Run | None = None
    for peer in peers:
        run = alone(peer, one.graph, seconds)
        best = best or run
        yield line_of(one, peer, run, best)


def line_of(one: Named, peer: Peer, run: Run, best: Run) -> str:
    cells = (
        one.name, f"{len(one.graph.nodes)}", f"{len(one.graph.weights)}", peer.name,
        _number(run.frustration), _number(run.bound), "yes" if run.proven else "no",
        f"{run.seconds:.2f}", "–" if math.isnan(run.mebibytes) else f"{run.mebibytes:.0f}", _ratio(best, run),
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _number(value: float) -> str:
    return f"{value:,.3f}".rstrip("0").rstrip(".") if math.isfinite(value) else "none"


def _ratio(best: Run, run: Run) -> str:
    is_heuristic = math.isfinite(run.frustration) and run.bound == -math.inf
    if run is best or not best.proven or is_heuristic:
        return ""
    return f"{'' if run.proven else '>'}{run.seconds / best.seconds:.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Camps beside every peer that is installed.")
    parser.add_argument("names", nargs="*", help="only networks whose name holds one of these")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--time-limit", type=float, default=60.0, help="seconds for each solve")
    parser.add_argument("--k", choices=["2", "any"], default="2")
    parser.add_argument("--peer", action="append", help="only peers whose name holds this; none: ours alone")
    parser.add_argument("--write", type=Path, help="write the table here too, in Markdown")
    options = parser.parse_args()
    k = 2 if options.k == "2" else None
    peers = [ours(k)]
    for peer in TWO_CAMPS if k == 2 else ANY_NUMBER:
        if options.peer is None or any(word.casefold() in peer.name.casefold() for word in options.peer):
            if peer.is_there:
                peers.append(peer)
            else:
                print(f"not installed: {peer.name} ({peer.needs})")
    warm()
    table = [HEADER, "|---|" + "---:|" * 2 + "---|" + "---:|" * 6]
    print("\n".join(table))
    for one in networks(options.data, options.names):
        for line in rows(one, peers, options.time_limit):
            print(line, flush=True)
            table.append(line)
    if options.write:
        options.write.write_text("\n".join(table) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
