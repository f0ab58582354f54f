"""The networks that camps are measured on: those in a folder, and some made from a seed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ahlaf.model import NetworkFileError
from ahlaf.network import SignedGraph, read_network

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "networks"
# Many networks in one file, each row beginning with its window.
WINDOWS_FILE = "cow-1946-1999-edges.csv"
WINDOWS = ("46-49", "61-64", "75-78", "88-91", "96-99")
MILITANTS_FILE = "dwave-links.csv"
NO_EDGE_LISTS = (WINDOWS_FILE, MILITANTS_FILE, "dwave-map_groups.csv", "bigpharaoh-2013.json")
# Rows of these files are ratings by one user of another; the published optima are those of their signs.
RATED = ("nds-bitcoinalpha.csv", "nds-bitcoinotc.csv", "nds-wikielections.csv", "liji-slashdot_small.txt")
# A pair of militant groups that was ever allied, affiliated or merged is friendly; rivals and splinters are hostile.
LINKS = {"all": 1.0, "aff": 1.0, "mer": 1.0, "riv": -1.0, "spl": -1.0}


@dataclass(frozen=True, slots=True)
class Named:
    """A network and the name it has in the table."""

    name: str
    graph: SignedGraph


def networks(data: Path, wanted: list[str]) -> list[Named]:
    """Return the networks in `data` and the made ones whose names hold one of the words, the smallest first."""
    found = [*made(), *(read(data) if data.is_dir() else ())]
    kept = [one for one in found if not wanted or any(word in one.name for word in wanted)]
    return sorted(kept, key=lambda one: len(one.graph.weights))


def read(data: Path) -> Iterator[Named]:
    for path in sorted(data.glob("*")):
        if path.name == WINDOWS_FILE:
            yield from (Named(f"cow {name}", graph) for name, graph in windows(path) if name in WINDOWS)
        elif path.name == MILITANTS_FILE:
            yield Named("militants", militants(path))
        elif path.name in RATED:
            yield Named(f"{path.stem} signs", read_network(path, signs=True))
            yield Named(path.stem, read_network(path))
        elif path.name not in NO_EDGE_LISTS:
            try:
                yield Named(path.stem, read_network(path))
            except NetworkFileError as error:
                print(f"passed over: {error.what} ({path.name})")


def windows(path: Path) -> Iterator[tuple[str, SignedGraph]]:
    rows: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        window, _, row = line.partition(",")
        rows.setdefault(window, []).append(row)
    for window, of_it in rows.items():
        yield window, read_network("".join(f"{row}\n" for row in of_it))


def militants(path: Path) -> SignedGraph:
    best: dict[tuple[str, str], float] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            pair = (min(row["group1"], row["group2"]), max(row["group1"], row["group2"]))
            best[pair] = max(best.get(pair, -1.0), LINKS[row["type"]])
    return read_network("".join(f"{a},{b},{sign}\n" for (a, b), sign in best.items()))


def made() -> Iterator[Named]:
    """Make networks from fixed seeds: states with many weighted ties, a torus of random signs, a random sparse one."""
    yield Named("made 200 states", states(200, 18_000, seed=1))
    yield Named("made torus 50x50", torus(50, seed=1))
    yield Named("made 200 at 10%", sparse(200, 0.1, seed=1))


def states(nodes: int, ties: int, *, seed: int) -> SignedGraph:
    """Two camps, and ties of weight ±1 within and between them with normal noise of deviation 1.5, in thousandths."""
    random = np.random.default_rng(seed)
    first, second = np.triu_indices(nodes, 1)
    kept = np.sort(random.permutation(len(first))[:ties])
    sides = random.choice([-1.0, 1.0], nodes)
    weights = np.round(sides[first[kept]] * sides[second[kept]] + random.normal(0.0, 1.5, ties), 3)
    return graph_of(nodes, first[kept], second[kept], weights)


def torus(side: int, *, seed: int) -> SignedGraph:
    """A square grid closed both ways, each tie friendly or hostile by a fair coin."""
    random = np.random.default_rng(seed)
    at = np.arange(side * side).reshape(side, side)
    first = np.concatenate([at.ravel(), at.ravel()])
    second = np.concatenate([np.roll(at, -1, axis=0).ravel(), np.roll(at, -1, axis=1).ravel()])
    return graph_of(side * side, first, second, random.choice([-1.0, 1.0], len(first)))


def sparse(nodes: int, density: float, *, seed: int) -> SignedGraph:
    """A share of all pairs, each friendly or hostile by a fair coin."""
    random = np.random.default_rng(seed)
    first, second = np.triu_indices(nodes, 1)
    kept = random.random(len(first)) < density
    return graph_of(nodes, first[kept], second[kept], random.choice([-1.0, 1.0], int(kept.sum())))


def graph_of(
    nodes: int, first: np.typing.NDArray[np.int64], second: np.typing.NDArray[np.int64], weights: np.typing.ArrayLike
) -> SignedGraph:
    rows = zip(first.tolist(), second.tolist(), np.asarray(weights, dtype=np.float64).tolist(), strict=True)
    return SignedGraph.of(tuple(str(number) for number in range(nodes)), rows)
