"""A good division in two camps beside other searches: frustration and seconds to it, at equal time, in one run.

    python bench/camps_search.py [--data DIR] [--seconds S] [--seeds N] [NAME ...]

Peers: MQLib (I. Dunning, S. Gupta and J. Silberholz 2018; the program of that name on the path), and
pip install dwave-samplers. Each search has a process of its own; its clock begins when the network is in memory in
its own form. Frustrations are counted anew from the divisions. `best` and `mean` are over the seeds, `seconds` is the
mean time to the best division of each run, where the search tells it.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import multiprocessing
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from camps_networks import DATA, networks

from ahlaf.network import SignedGraph
from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.search.found import Effort, Found
from ahlaf.solve.camps.search.search import improve
from ahlaf.solve.camps.whole import whole_weights

MQLIB = ("BURER2002", "PALUBECKIS2004bMST2", "LU2010", "MERZ2004")
DEFAULT = ("gset-G1", "gset-G14", "gset-G32", "gset-G39", "torus", "be120", "pm1s", "slashdot", "bitcoin", "wiki")
ANNEALING_SWEEPS = 1000
WARM = Piece.of(3, np.array([[0, 1], [0, 2], [1, 2]]), np.array([1, 1, -1]))


@dataclass(frozen=True, slots=True)
class Run:
    """The labels (0 and 1) that a search came to, and after how many seconds it had them (nan: not told)."""

    labels: Integers
    seconds: float


@dataclass(frozen=True, slots=True)
class Search:
    """A search, and whether what it needs is installed."""

    name: str
    installed: bool
    run: Callable[[Piece, float, int], Run]


@dataclass(slots=True, eq=False)
class Timed(Found):
    """Remembers when the best division was found."""

    began: float = 0.0
    seconds: float = 0.0

    def offer(self, labels: Integers) -> int:
        before = self.value
        value = Found.offer(self, labels)
        if self.value < before:
            self.seconds = time.monotonic() - self.began
        return value


def ours(piece: Piece, seconds: float, seed: int) -> Run:
    from ahlaf.solve.camps.search.large import search_large

    search_large(Found(WARM, np.zeros(3, dtype=np.int64), 2, 0, math.inf), 0, Effort.USUAL)
    began = time.monotonic()
    start = np.zeros(piece.nodes, dtype=np.int64)
    found = Timed(piece, start, piece.frustration(start), 0, began + seconds, began)
    improve(found, seed, Effort.LONG)
    return Run(found.labels, found.seconds)


def mqlib(heuristic: str) -> Callable[[Piece, float, int], Run]:
    return _Mqlib(heuristic)


@dataclass(frozen=True, slots=True)
class _Mqlib:
    """A heuristic of MQLib: a tie of weight w is an edge of weight −w of a maximum cut."""

    heuristic: str

    def __call__(self, piece: Piece, seconds: float, seed: int) -> Run:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "network.txt"
            rows = zip(piece.ends.tolist(), piece.weights.tolist(), strict=True)
            text = "".join(f"{a + 1} {b + 1} {-weight}\n" for (a, b), weight in rows)
            path.write_text(f"{piece.nodes} {piece.ties}\n{text}", encoding="ascii")
            command = ["MQLib", "-h", self.heuristic, "-fM", str(path), "-r", str(seconds), "-s", str(seed), "-ps"]
            told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        history, _, sides = told.partition("Solution:")
        last = history[history.rindex("[") :].strip().rstrip("]").split(";")[-1]
        labels = np.array([int(float(side) > 0) for side in sides.split()[: piece.nodes]], dtype=np.int64)
        return Run(labels, float(last.split(":")[1]))


def dwave_tabu(piece: Piece, seconds: float, seed: int) -> Run:
    from dwave.samplers import TabuSampler

    told = TabuSampler().sample_ising({}, _couplings(piece), num_reads=1, timeout=int(1000 * seconds), seed=seed)
    return Run(_labels(piece, told.first.sample), math.nan)


def dwave_annealing(piece: Piece, seconds: float, seed: int) -> Run:
    """Anneal with one seed after another until the time is up."""
    from dwave.samplers import SimulatedAnnealingSampler

    couplings, sampler, began = _couplings(piece), SimulatedAnnealingSampler(), time.monotonic()
    best, value = Run(np.zeros(piece.nodes, dtype=np.int64), 0.0), math.inf
    while time.monotonic() < began + seconds:
        told = sampler.sample_ising({}, couplings, num_reads=1, num_sweeps=ANNEALING_SWEEPS, seed=seed).first
        seed += 1000
        if told.energy < value:
            best, value = Run(_labels(piece, told.sample), time.monotonic() - began), told.energy
    return best


def _couplings(piece: Piece) -> dict[tuple[int, int], float]:
    return {(a, b): -float(w) for (a, b), w in zip(piece.ends.tolist(), piece.weights.tolist(), strict=True)}


def _labels(piece: Piece, sample: dict[int, int]) -> Integers:
    return np.array([int(sample[node] < 0) for node in range(piece.nodes)], dtype=np.int64)


def searches() -> Iterator[Search]:
    yield Search("Ahlaf", True, ours)
    for heuristic in MQLIB:
        yield Search(f"MQLib {heuristic}", shutil.which("MQLib") is not None, mqlib(heuristic))
    dwave = importlib.util.find_spec("dwave") is not None
    yield Search("D-Wave tabu", dwave, dwave_tabu)
    yield Search("D-Wave annealing", dwave, dwave_annealing)


def alone(search: Search, piece: Piece, seconds: float, seed: int) -> Run:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(search.run, piece, seconds, seed).result()


def whole(graph: SignedGraph) -> Piece:
    return Piece.of(len(graph.nodes), graph.ends, whole_weights(graph.weights).numbers)


def main() -> None:
    parser = argparse.ArgumentParser(description="Searches for two camps at equal time.")
    parser.add_argument("names", nargs="*", help="only networks whose name holds one of these")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--seconds", type=float, default=10.0, help="for each run")
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    there = [search for search in searches() if search.installed]
    for search in searches():
        if not search.installed:
            print(f"not installed: {search.name}")
    print("| network | actors | ties | search | best | mean | seconds |\n|---|---|---|---|---|---|---|", flush=True)
    for named in networks(options.data, options.names or list(DEFAULT)):
        piece = whole(named.graph)
        for search in there:
            runs = [alone(search, piece, options.seconds, seed + 1) for seed in range(options.seeds)]
            values = [piece.frustration(run.labels) for run in runs]
            cells = f"{min(values)} | {np.mean(values):.1f} | {np.mean([run.seconds for run in runs]):.1f}"
            print(f"| {named.name} | {piece.nodes} | {piece.ties} | {search.name} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
