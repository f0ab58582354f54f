"""How the cost of two camps grows with the network: seconds of each stage, gap and memory from 10^4 to 10^6 ties.

    python bench/camps_scale.py [--most TIES] [--time-limit SECONDS] [--plot FILE] [NETWORK ...]

With files of networks, of whose rows the signs count, these are measured; else each network is made by a seed
(`camps_made.py`), written to a file, and read back. Then come kernel, search and packing. Each has a process of its
own, so that its peak memory can be told. Seconds are of the processor, compiling not counted.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from camps_made import made
from camps_scale_plot import Line, plot

from ahlaf.network import read_network
from ahlaf.solve.camps.kernel.kernel import kernelise
from ahlaf.solve.camps.packing.packing import pack
from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.camps.search.search import search_two
from ahlaf.solve.camps.whole import whole_weights

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
SEED = 1
# Of a run's time limit, search may take this share; packing has the rest.
SEARCHING = 0.4
# Large enough that every compiled function is called.
FIRST_TIES = 5_000


@dataclass(frozen=True, slots=True)
class Row:
    """What a network of so many ties cost; `megabytes` is the peak of the process, the libraries included."""

    ties: int
    reading: float
    kernel: float
    search: float
    packing: float
    frustration: int
    bound: int
    megabytes: float

    @property
    def gap(self) -> float:
        return (self.frustration - self.bound) / max(self.frustration, 1)

    @property
    def total(self) -> float:
        return self.reading + self.kernel + self.search + self.packing


class Clock:
    """Processor seconds between one look and the next."""

    def __init__(self) -> None:
        self.last = time.process_time()

    def lap(self) -> float:
        before, self.last = self.last, time.process_time()
        return self.last - before


def measure(of: int | Path, time_limit: float) -> Row:
    divide(made(FIRST_TIES, seed=SEED), time_limit, Clock())
    with tempfile.TemporaryDirectory() as folder:
        path = of if isinstance(of, Path) else Path(folder) / "network.csv"
        if isinstance(of, int):
            write(made(of, seed=SEED), path)
        clock = Clock()
        graph = read_network(path, signs=True)
        reading = clock.lap()
    piece = Piece(len(graph.nodes), graph.ends, whole_weights(graph.weights).numbers)
    return Row(len(graph.weights), reading, *divide(piece, time_limit, clock), megabytes())


def divide(piece: Piece, time_limit: float, clock: Clock) -> tuple[float, float, float, int, int]:
    """Return seconds of kernel, search and packing, the frustration reached and the bound."""
    start = time.monotonic()
    clock.lap()
    kernel = kernelise(piece)
    kernel_seconds = clock.lap()
    labels = search_two(kernel.piece, seed=SEED, deadline=start + SEARCHING * time_limit)
    search_seconds = clock.lap()
    duals = pack(kernel.piece, labels=labels, deadline=start + time_limit)
    bound = kernel.constant + duals.bound(kernel.piece)
    return kernel_seconds, search_seconds, clock.lap(), piece.frustration(kernel.lift(labels)), bound


def write(piece: Piece, path: Path) -> None:
    with path.open("w", encoding="utf-8") as out:
        for (first, second), weight in zip(piece.ends.tolist(), piece.weights.tolist(), strict=True):
            out.write(f"actor{first},actor{second},{weight}\n")


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--most", type=int, default=SIZES[-1])
    parser.add_argument("--time-limit", type=float, default=600.0)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("networks", nargs="*", type=Path, metavar="NETWORK")
    given = parser.parse_args()
    print("      ties  reading   kernel   search  packing  frustration     bound     gap    MiB")
    rows = []
    for of in given.networks or [size for size in SIZES if size <= given.most]:
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            row = pool.submit(measure, of, given.time_limit).result()
        rows.append(row)
        print(
            f"{row.ties:>10,} {row.reading:>7.1f}s {row.kernel:>7.1f}s {row.search:>7.1f}s {row.packing:>7.1f}s "
            f"{row.frustration:>12,} {row.bound:>9,} {row.gap:>7.2%} {row.megabytes:>6,.0f}",
            flush=True,
        )
    if given.plot:
        lines = [
            Line("all", tuple(row.total for row in rows)),
            Line("reading", tuple(row.reading for row in rows)),
            Line("kernel", tuple(row.kernel for row in rows)),
            Line("search", tuple(row.search for row in rows)),
            Line("packing", tuple(row.packing for row in rows)),
        ]
        given.plot.write_text(plot(tuple(row.ties for row in rows), lines), encoding="utf-8")


if __name__ == "__main__":
    main()
