"""Camps against a textbook formulation: objective, bound, seconds and memory for every network, in one run.

    python bench/camps.py [--data DIR] [--time-limit SECONDS] [--k 2|any] [NAME ...]

The textbook is the AND model of S. Aref, A. J. Mason and M. C. Wilson (2018), Computing the line index of balance using
integer programming optimisation, given to HiGHS as it is. Each solve has a process of its own, so that its peak memory
can be told. Networks that are not in DIR are passed over, and so are files that hold no network.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ahlaf.model import NetworkFileError
from ahlaf.network import SignedGraph, read_network
from ahlaf.solve.camps.find import find_camps
from ahlaf.solve.mip import Program

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "networks"
# Many networks in one file, each row beginning with its window: a few of them stand for the rest.
WINDOWS_FILE = "cow-1946-1999-edges.csv"
WINDOWS = ("46-49", "61-64", "75-78", "88-91", "96-99")
NO_EDGE_LISTS = ("dwave-links.csv", "dwave-map_groups.csv", "bigpharaoh-2013.json")


@dataclass(frozen=True, slots=True)
class Run:
    """What one solve came to; `megabytes` is the peak of its process, the libraries included."""

    frustration: float
    bound: float
    seconds: float
    megabytes: float

    @property
    def proven(self) -> bool:
        return self.frustration - self.bound <= 1e-6 * max(1.0, self.frustration)


def ours(graph: SignedGraph, k: int | None, time_limit: float) -> Run:
    start = time.monotonic()
    found = find_camps(graph, k=k, time_limit=time_limit)
    return Run(found.frustration, found.certificate.bound, time.monotonic() - start, _megabytes())


def textbook(graph: SignedGraph, k: int | None, time_limit: float) -> Run:
    """Solve min Σ w⁺(x_i + x_j − 2 z_ij) + Σ |w⁻|(1 − x_i − x_j + 2 z_ij) with z_ij = x_i AND x_j (two camps only)."""
    start = time.monotonic()
    costs = np.zeros(len(graph.nodes))
    np.add.at(costs, graph.ends.ravel(), np.repeat(graph.weights, 2))
    program = Program()
    sides = [program.variable(0, 1, cost=float(cost), whole=True) for cost in costs]
    for (a, b), weight in zip(graph.ends.tolist(), graph.weights.tolist(), strict=True):
        both = program.variable(0, 1, cost=-2 * weight)
        if weight > 0:
            program.row({sides[a]: 1, both: -1}, lower=0)
            program.row({sides[b]: 1, both: -1}, lower=0)
        else:
            program.row({sides[a]: 1, sides[b]: 1, both: -1}, upper=1)
    solution = program.solve(time_limit)
    constant = graph.positive_total
    return Run(solution.objective + constant, solution.bound + constant, time.monotonic() - start, _megabytes())


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def alone(solve: Callable[[SignedGraph, int | None, float], Run], *given: object) -> Run:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(solve, *given).result()  # type: ignore[arg-type]


def networks(data: Path, wanted: list[str]) -> list[tuple[str, SignedGraph]]:
    found: list[tuple[str, SignedGraph]] = []
    for path in sorted(data.glob("*")):
        if path.name in NO_EDGE_LISTS:
            continue
        if path.name == WINDOWS_FILE:
            lines = path.read_text(encoding="utf-8").splitlines()
            for window in WINDOWS:
                rows = (line.partition(",")[2] for line in lines if line.startswith(f"{window},"))
                found.append((f"cow {window}", read_network("".join(f"{row}\n" for row in rows))))
            continue
        try:
            found.append((path.stem, read_network(path)))
        except NetworkFileError as error:
            print(f"passed over: {error.what} ({path.name})")
    kept = [one for one in found if not wanted or any(word in one[0] for word in wanted)]
    return sorted(kept, key=lambda one: len(one[1].weights))


def _cells(run: Run) -> str:
    bound = f"{run.bound:,.1f}" if math.isfinite(run.bound) else "none"
    mark = "proven" if run.proven else "open"
    return f"{run.frustration:>12,.1f} {bound:>12} {mark:>6} {run.seconds:>8.2f} {run.megabytes:>6.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Camps beside the AND model, on the shared networks.")
    parser.add_argument("names", nargs="*", help="only networks whose name holds one of these")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--time-limit", type=float, default=60.0, help="seconds for each solve")
    parser.add_argument("--k", choices=["2", "any"], default="2")
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"no networks: {options.data} is not there")
        return
    k = 2 if options.k == "2" else None
    side = f"{'frustration':>12} {'bound':>12} {'':>6} {'s':>8} {'MB':>6}"
    print(f"{'network':<22} {'nodes':>6} {'ties':>7} | {side} | {side} | time ratio")
    for name, graph in networks(options.data, options.names):
        one = alone(ours, graph, k, options.time_limit)
        line = f"{name:<22} {len(graph.nodes):>6} {len(graph.weights):>7} | {_cells(one)}"
        if k == 2:
            other = alone(textbook, graph, k, options.time_limit)
            line += f" | {_cells(other)} | {other.seconds / one.seconds:>9.1f}{'' if other.proven else '+'}"
        print(line, flush=True)


if __name__ == "__main__":
    main()
