"""Axelrod and Bennett's two cases: UNIX 1988 as published, and Europe 1936 from a coding of our own.

    python bench/history/axelrod_bennett.py [--data DIR] [--draws N] [--figure FILE.svg]

The propensities of 1936 that the authors used are not public. What is read from DIR is our own coding of their five
criteria (ethnic and religious bonds, border quarrels, kinds of government, recent wars), with the sizes of their table
1; without DIR that part is left out. Noise is added to its propensities to see how much hangs on the coding.
The camps of least frustration stand beside the landscape: with the sizes, without them, and in any number.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from ahlaf.model import Camps, Part, Placed, ProofStatus
from ahlaf.network import SignedGraph, read_sizes
from ahlaf.solve.camps.find import find_camps
from ahlaf.solve.camps.whole import whole_weights
from ahlaf.solve.landscape.configurations import energies, minima
from ahlaf.solve.landscape.landscape import landscape, placed
from ahlaf.solve.landscape.rivals import propensities, unix_1988

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "coalition"
SEED = 1936
NOISE = (0.05, 0.1, 0.25, 0.5, 1.0)
# Who fought with Germany, or was held or fought by the Soviet Union before Germany held it; neutral Portugal, which let
# the Allies have bases, counts on the other side.
AXIS = ("Germany", "Italy", "Romania", "Hungary", "Finland", "Latvia", "Lithuania", "Estonia")


@dataclass(frozen=True, slots=True)
class Noisy:
    """What became of the best division in many draws at one size of noise."""

    noise: float
    same: float
    minima: tuple[float, float]
    moved: tuple[float, float, float]
    misplaced: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Beside:
    """Camps of least frustration beside the landscape.

    `same_as` is the number of the minimum that they are (from 1), None where they are none; `away` how many actors
    stand elsewhere than in the lowest minimum, and `elsewhere` who stands elsewhere than it was; both None for more
    than two camps.
    """

    what: str
    camps: Camps
    same_as: int | None
    away: int | None
    elsewhere: tuple[str, ...] | None


def beside(graph: SignedGraph, sizes: Mapping[str, float], part: Part, side: Collection[str]) -> Iterator[Beside]:
    """Yield the camps of least frustration, each tie weighed by the sizes of both ends or not, in two or any number.

    With the sizes and two camps they are the lowest minimum of the landscape, by another solver: a check of either.
    """
    heavy = SignedGraph.of(
        graph.nodes,
        [
            (int(i), int(j), float(w) * sizes[graph.nodes[i]] * sizes[graph.nodes[j]])
            for (i, j), w in zip(graph.ends, graph.weights, strict=True)
        ],
    )
    for what, weighed, k in (
        ("two camps, with the sizes", heavy, 2),
        ("two camps, all of one size", graph, 2),
        ("any number, with the sizes", heavy, None),
    ):
        camps = find_camps(weighed, k=k)
        if k is None:
            yield Beside(what, camps, None, None, None)
            continue
        divided = {frozenset(one) for one in camps.camps}
        same = (n for n, m in enumerate(part.minima, start=1) if {frozenset(one) for one in m.sides if one} == divided)
        first = frozenset(camps.camps[0])
        away = first ^ frozenset(part.minima[0].sides[0])
        others = frozenset(graph.nodes)
        wrong = first ^ frozenset(side)
        yield Beside(
            what,
            camps,
            next(same, None),
            min(len(away), len(others - away)),
            tuple(sorted(wrong if len(wrong) <= len(others - wrong) else others - wrong)),
        )


def show_beside(rows: Iterator[Beside]) -> None:
    print("camps of least frustration beside the minima")
    for row in rows:
        proven = "proven" if row.camps.certificate.status is ProofStatus.OPTIMAL else "not proven"
        where = "" if row.away is None else f"; {row.away} away from minimum 1"
        where = where if row.same_as is None else f"; the same as minimum {row.same_as}"
        was = "" if row.elsewhere is None else f"; as it was but for: {', '.join(row.elsewhere) or 'nobody'}"
        print(f"  {row.what}: frustration {row.camps.frustration:.2f}, {proven}{where}{was}")
        for camp in row.camps.camps:
            print(f"    {', '.join(camp)}")


def show(part: Part) -> None:
    print(f"{len(part.actors)} actors, {part.divisions} divisions, {part.found} minima")
    for number, minimum in enumerate(part.minima, start=1):
        shares = f"{minimum.steepest:.1%} by steepest, {minimum.reached.value:.1%} by random moves"
        print(f"  minimum {number}: energy {minimum.energy:.2f}; reached from {shares}")
        for side in minimum.sides:
            print(f"    {', '.join(side)}")


def show_placed(what: str, one: Placed) -> None:
    away = ", ".join(one.misplaced) or "nobody"
    stable = "stable" if one.stable else "not stable"
    print(f"  {what}: energy {one.energy:.2f}, {stable}; as the nearest minimum but for: {away}")


def unix() -> None:
    firms = unix_1988()
    graph, sizes = propensities(firms), {firm.name: firm.size for firm in firms}
    (part,) = landscape(graph, sizes).parts
    print("UNIX 1988, propensities 0 between distant and -1 between close rivals")
    show(part)
    osf = [firm.name for firm in firms if firm.actual == "OSF"]
    show_placed("as it was", placed(graph, part, osf, sizes))
    show_beside(beside(graph, sizes, part, osf))


def europe(data: Path) -> tuple[SignedGraph, Mapping[str, float]]:
    with (data / "ab1936_reconstructed_propensities.csv").open(encoding="utf-8") as stream:
        head, *rows = csv.reader(stream)
    names = head[1:]
    pairs = combinations(range(len(names)), 2)
    return SignedGraph.of(names, [(i, j, float(rows[i][j + 1])) for i, j in pairs]), read_sizes(
        data / "ab1936_sizes_table1.csv"
    )


def noisy(graph: SignedGraph, sizes: Mapping[str, float], noise: float, draws: int) -> Noisy:
    """Add independent normal noise to every propensity, many times, and look at all divisions each time."""
    random = np.random.default_rng(SEED)
    actors = len(graph.nodes)
    size = np.array([sizes[name] for name in graph.nodes])
    ends = np.array([*combinations(range(actors), 2)])
    given = np.zeros((actors, actors))
    given[graph.ends[:, 0], graph.ends[:, 1]] = graph.weights
    true = (np.array([name in AXIS for name in graph.nodes])).astype(np.int64)
    bits = np.arange(actors)
    first: np.ndarray | None = None
    rows: list[tuple[int, int, int]] = []
    for draw in range(draws + 1):
        table = given[ends[:, 0], ends[:, 1]] + (noise * random.standard_normal(len(ends)) if draw else 0.0)
        weights = whole_weights(table * size[ends[:, 0]] * size[ends[:, 1]]).numbers
        whole = np.zeros((actors, actors), dtype=np.int64)
        whole[ends[:, 0], ends[:, 1]] = whole[ends[:, 1], ends[:, 0]] = weights
        values = energies(whole)
        best = int(values.argmin()) >> bits & 1
        if first is None:
            first = best
            continue
        rows.append((_away(best, first), _away(best, true), len(minima(values, actors)[0])))
    away, wrong, found = np.array(rows).T
    return Noisy(
        noise,
        float((away == 0).mean()),
        (float((found == 1).mean()), float((found == 2).mean())),
        _band(away),
        _band(wrong),
    )


def _away(one: np.ndarray, other: np.ndarray) -> int:
    count = int((one != other).sum())
    return min(count, len(one) - count)


def _band(values: np.ndarray) -> tuple[float, float, float]:
    low, middle, high = np.quantile(values, (0.05, 0.5, 0.95)).tolist()
    return low, middle, high


def figure(rows: list[Noisy], start: int, path: Path) -> None:
    """Draw how many countries the best division misplaces, by the size of the noise: median, and 5% to 95%."""
    left, top, wide, high, most = 50, 20, 520, 220, 8
    at = [left + wide * number / len(NOISE) for number in range(len(NOISE) + 1)]
    points = [(0.0, (float(start),) * 3), *((row.noise, row.misplaced) for row in rows)]

    def level(value: float) -> float:
        return top + high * (1 - value / most)

    band = [(x, level(band[2])) for x, (_, band) in zip(at, points, strict=True)]
    band += [(x, level(band[0])) for x, (_, band) in reversed([*zip(at, points, strict=True)])]
    line = [(x, level(band[1])) for x, (_, band) in zip(at, points, strict=True)]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + wide + 30} {top + high + 60}" '
        'font-family="sans-serif" font-size="13">',
        '<rect width="100%" height="100%" fill="#fff"/>',
        f'<polygon points="{_points(band)}" fill="#9ecae1" opacity="0.6"/>',
        f'<polyline points="{_points(line)}" fill="none" stroke="#08519c" stroke-width="2"/>',
        *(f'<text x="{left - 12}" y="{level(v) + 4:.1f}" text-anchor="end">{v}</text>' for v in range(0, most + 1, 2)),
        *(
            f'<line x1="{left}" x2="{at[-1]}" y1="{level(v):.1f}" y2="{level(v):.1f}" stroke="#ddd"/>'
            for v in (0, 4, 8)
        ),
        *(
            f'<text x="{x:.1f}" y="{top + high + 20}" text-anchor="middle">{noise:g}</text>'
            for x, (noise, _) in zip(at, points, strict=True)
        ),
        f'<text x="{left + wide / 2}" y="{top + high + 44}" text-anchor="middle">'
        "noise added to every propensity (standard deviation)</text>",
        f'<text x="{left}" y="14">countries of 17 on the other side than in the war: median, 5% to 95% of draws</text>',
        "</svg>",
    ]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")


def _points(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def main() -> None:
    parser = argparse.ArgumentParser(description="Axelrod and Bennett's two cases.")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--draws", type=int, default=500)
    parser.add_argument("--figure", type=Path, help="write the figure of the noise here")
    options = parser.parse_args()
    unix()
    if not options.data.is_dir():
        print(f"Europe 1936 is left out: {options.data} is not there")
        return
    graph, sizes = europe(options.data)
    (part,) = landscape(graph, sizes).parts
    print("\nEurope 1936, propensities of our own coding (the authors' are not public)")
    show(part)
    war = placed(graph, part, AXIS, sizes)
    show_placed("in the war", war)
    show_beside(beside(graph, sizes, part, AXIS))
    spread = float(np.std(graph.weights))
    print(f"\nnoise on every propensity (which themselves spread by {spread:.2f}); {options.draws} draws, seed {SEED}")
    print(
        f"{'noise':>6} {'best is the same':>17} {'one minimum':>12} {'two':>5} {'moved 5/50/95%':>15} {'misplaced':>10}"
    )
    rows = [noisy(graph, sizes, noise, options.draws) for noise in NOISE]
    for row in rows:
        moved, wrong = ("/".join(f"{value:g}" for value in band) for band in (row.moved, row.misplaced))
        one, two = row.minima
        print(f"{row.noise:>6} {row.same:>17.0%} {one:>12.0%} {two:>5.0%} {moved:>15} {wrong:>10}")
    if options.figure:
        figure(rows, len(war.misplaced), options.figure)


if __name__ == "__main__":
    main()
