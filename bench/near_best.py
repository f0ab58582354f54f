"""How many divisions are near the best one, and what it takes to find them, on the shared networks.

    python bench/near_best.py [--data DIR] [--time-limit SECONDS]

Process seconds: of all divisions within 0 and 1 of the least frustration, and of the prices of all relations. Of two
large networks, whose ties are taken by their signs, only the divisions that are as good as the best.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np

from ahlaf.network import SignedGraph, read_network
from ahlaf.solve.camps.near.near_best import near_best
from ahlaf.solve.camps.near.relations import relation_prices

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "networks"
FILES = ("nds-highlandtribes.csv", "liji-monastery.txt", "nds-cloister.csv", "nds-congress.csv")
LARGE = ("nds-bitcoinalpha.csv", "nds-bitcoinotc.csv")
WINDOWS_FILE = "cow-1946-1999-edges.csv"
WINDOWS = ("46-49", "61-64", "75-78", "88-91", "96-99")


def networks(data: Path) -> list[tuple[str, SignedGraph]]:
    found = [(file, read_network(data / file)) for file in FILES]
    lines = (data / WINDOWS_FILE).read_text(encoding="utf-8").splitlines()
    for window in WINDOWS:
        rows = (line.partition(",")[2] for line in lines if line.startswith(f"{window},"))
        found.append((f"cow {window}", read_network("".join(f"{row}\n" for row in rows))))
    return found + [(file, read_network(data / file, signs=True)) for file in LARGE]


def main() -> None:
    parser = argparse.ArgumentParser(description="Near-best divisions and prices of relations on the shared networks.")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--time-limit", type=float, default=60.0)
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"no networks: {options.data} is not there")
        return
    head = f"{'network':<24} {'actors':>6} {'ties':>6} {'F':>6}"
    print(f"{head} | {'within 0':>9} {'s':>6} | {'within 1':>9} {'s':>6} | {'prices known':>12} {'s':>6}")
    for name, graph in networks(options.data):
        cells = []
        for within in (0.0,) if name in LARGE else (0.0, 1.0):
            start = time.process_time()
            found = near_best(graph, within=within, time_limit=options.time_limit)
            count = f"{found.count}{'' if found.complete else '+'}"
            cells.append(f"{count:>9} {time.process_time() - start:>6.2f}")
        if name not in LARGE:
            start = time.process_time()
            prices = relation_prices(graph, time_limit=options.time_limit)
            known = float(np.mean(prices.low == prices.high))
            cells.append(f"{known:>12.1%} {time.process_time() - start:>6.2f}")
        size = f"{len(graph.nodes):>6} {len(graph.weights):>6} {found.best.frustration:>6g}"
        print(f"{name:<24} {size} | {' | '.join(cells)}", flush=True)


if __name__ == "__main__":
    main()
