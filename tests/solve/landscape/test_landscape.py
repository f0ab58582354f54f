"""The landscape of alignments: published minima, all divisions tried one by one, what must hold for every network."""

from __future__ import annotations

import csv
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.codebook import package_table
from ahlaf.model import Minimum, QuestionError
from ahlaf.network import SignedGraph
from ahlaf.solve.camps.find import find_camps
from ahlaf.solve.landscape.configurations import MANY_ACTORS, descend, energies, flips, minima
from ahlaf.solve.landscape.configurations_compiled import flow_down
from ahlaf.solve.landscape.descents import sampled_ends
from ahlaf.solve.landscape.landscape import landscape, placed
from ahlaf.solve.landscape.rivals import propensities, unix_1988

COALITION = Path(__file__).resolve().parents[4] / "shared" / "data" / "coalition"
needs_data = pytest.mark.skipif(not COALITION.exists(), reason="shared data not present")
SIZES = {firm.name: firm.size for firm in unix_1988()}


def graph_of(table: np.ndarray) -> SignedGraph:
    return SignedGraph.of(
        [f"a{i}" for i in range(len(table))],
        [(i, j, float(table[i, j])) for i, j in combinations(range(len(table)), 2)],
    )


def sets(minimum: Minimum) -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, minimum.sides))


@st.composite
def tables(draw: st.DrawFn, most: int = 7) -> np.ndarray:
    actors = draw(st.integers(2, most))
    upper = np.triu(
        np.array(draw(st.lists(st.integers(-3, 3), min_size=actors**2, max_size=actors**2))).reshape(actors, -1), 1
    )
    return upper + upper.T


def slow_energy(table: np.ndarray, sides: tuple[int, ...]) -> int:
    pairs = product(range(len(table)), repeat=2)
    return sum(int(table[i, j]) for i, j in pairs if sides[i] != sides[j])


def test_unix_has_the_two_published_minima() -> None:
    # Axelrod & Bennett (1993) and Axelrod et al. (1995): two configurations, of the 256, that no firm would leave.
    (part,) = landscape(propensities(unix_1988()), SIZES).parts
    assert (part.divisions, part.found, part.samples) == (256, 2, 0)
    with_sun = {next(side for side in minimum.sides if "Sun" in side) for minimum in part.minima}
    assert with_sun == {("AT&T", "IBM", "Prime", "Sun"), ("DEC", "HP", "Prime", "Sun")}
    # By hand, from close rivals on opposite sides only: −2 (28.5·20 + 28.5·11.5 + 3.8·20 + 3.8·11.5
    # + (28.9 + 1)(21.2 + 4.4 + 4.4)) = −3828.9, either way.
    assert [minimum.energy for minimum in part.minima] == [-3828.9, -3828.9]
    assert all(minimum.firm and minimum.steepest == 0.5 for minimum in part.minima)


def test_unix_misplaces_only_ibm() -> None:
    graph = propensities(unix_1988())
    (part,) = landscape(graph, SIZES).parts
    actual = placed(graph, part, [firm.name for firm in unix_1988() if firm.actual == "OSF"], SIZES)
    assert (actual.stable, actual.misplaced) == (False, ("IBM",))
    assert "AT&T" in next(side for side in actual.nearest.sides if "Sun" in side)


@needs_data
def test_unix_has_the_sides_of_the_shared_table() -> None:
    with (COALITION / "unix1988_axelrod_bennett.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["firm"]: float(row["size_pct"]) for row in rows} == SIZES
    published = {
        frozenset(frozenset(row["firm"] for row in rows if row[column] == side) for side in "12")
        for column in ("config1_side", "config2_side")
    }
    (part,) = landscape(propensities(unix_1988()), SIZES).parts
    assert {sets(minimum) for minimum in part.minima} == published


def test_every_firm_is_complete() -> None:
    rows = list(package_table("ahlaf.solve.landscape", "data/unix_1988.csv", ("firm", "size", "kind", "actual")))
    assert len({row["firm"] for row in rows}) == len(rows) == 9
    assert [row["firm"] for row in rows] == sorted(row["firm"] for row in rows)
    assert {row["kind"] for row in rows} == {"generalist", "specialist"}
    assert {row["actual"] for row in rows} == {"OSF", "Unix International"}
    assert all(row.number("size", 0.1, 100) for row in rows)


@given(tables())
def test_every_division_has_its_energy(table: np.ndarray) -> None:
    actors = len(table)
    expected = [
        slow_energy(table, (*(number >> bit & 1 for bit in range(actors - 1)), 0))
        for number in range(2 ** (actors - 1))
    ]
    assert (2 * energies(table)).tolist() == expected


@settings(max_examples=40)
@given(tables(6))
def test_minima_and_basins_agree_with_trying_everything(table: np.ndarray) -> None:
    actors = len(table)
    everything = {sides: slow_energy(table, sides) for sides in product((0, 1), repeat=actors) if sides[0] == 0}

    def turned(sides: tuple[int, ...], actor: int) -> tuple[int, ...]:
        moved = [side ^ (at == actor) for at, side in enumerate(sides)]
        return tuple(side ^ moved[0] for side in moved)

    def ends(sides: tuple[int, ...], steepest: bool) -> dict[tuple[int, ...], float]:
        lower = [
            near for near in (turned(sides, actor) for actor in range(actors)) if everything[near] < everything[sides]
        ]
        if steepest:
            lower = [near for near in lower if everything[near] == min(everything[other] for other in lower)]
        if not lower:
            return {sides: 1.0}
        shares: dict[tuple[int, ...], float] = {}
        for near in lower:
            for end, share in ends(near, steepest).items():
                shares[end] = shares.get(end, 0.0) + share / len(lower)
        return shares

    graph = graph_of(table)
    parts = landscape(graph).parts
    if len(np.unique(graph.ends)) < actors:
        return
    (part,) = parts
    for steepest in (True, False):
        expected: dict[tuple[int, ...], float] = {}
        for sides in everything:
            for end, share in ends(sides, steepest).items():
                expected[end] = expected.get(end, 0.0) + share / len(everything)
        found = {
            tuple(int(name not in minimum.sides[0]) for name in part.actors): (
                minimum.steepest if steepest else minimum.reached.value
            )
            for minimum in part.minima
        }
        assert found == pytest.approx(expected)
    assert [everything[tuple(int(n not in m.sides[0]) for n in part.actors)] for m in part.minima] == [
        minimum.energy for minimum in part.minima
    ]


@given(tables(9))
def test_compiled_code_agrees_and_shares_sum_to_one(table: np.ndarray) -> None:
    values, actors = energies(table), len(table)
    assert actors < MANY_ACTORS
    for steepest in (True, False):
        plain = descend(values, actors, steepest=steepest)
        order = np.argsort(-values, kind="stable")
        assert plain == pytest.approx(flow_down(values, order, np.array(flips(actors)), steepest))
        assert plain.sum() == pytest.approx(1.0)
        assert set(np.flatnonzero(plain)) <= set(minima(values, actors)[0].tolist())


@settings(max_examples=30)
@given(tables(8), st.randoms(use_true_random=False))
def test_other_names_same_landscape(table: np.ndarray, random: object) -> None:
    order = list(range(len(table)))
    random.shuffle(order)  # type: ignore[attr-defined]
    graph = graph_of(table)
    names = tuple(f"a{i}" for i in order)
    place = {name: at for at, name in enumerate(names)}
    rows = [
        (place[graph.nodes[a]], place[graph.nodes[b]], float(w))
        for (a, b), w in zip(graph.ends, graph.weights, strict=True)
    ]
    again = SignedGraph.of(names, rows)

    def described(one: SignedGraph) -> list[tuple[float, float, float, list[list[str]]]]:
        return sorted(
            (m.energy, round(m.steepest or 0, 9), round(m.reached.value, 9), sorted(map(sorted, m.sides)))
            for part in landscape(one).parts
            for m in part.minima
        )

    assert described(graph) == described(again)


@given(tables(8))
def test_the_lowest_minimum_is_the_best_division(table: np.ndarray) -> None:
    graph = graph_of(table)
    parts = landscape(graph).parts
    best = sum(part.minima[0].energy for part in parts)
    hostile = -float(graph.weights[graph.weights < 0].sum())
    assert find_camps(graph).frustration == pytest.approx(best / 2 + hostile)


@given(tables(8), st.integers(0, 99))
def test_sampled_starts_end_in_minima(table: np.ndarray, seed: int) -> None:
    ends = sampled_ends(table, 30, seed, deadline=0.0)
    assert ends.counts.sum() == ends.samples == 30
    assert (ends.sides[:, 0] == 0).all()
    signs = 1 - 2 * ends.sides
    assert (signs * (signs @ table) >= 0).all()
    assert len(np.unique(ends.sides, axis=0)) == len(ends.sides)


def test_large_networks_are_sampled_and_say_so() -> None:
    # Two groups of fifteen: friends within, enemies between, one friendly tie across. Only one way is stable.
    rows = [(i, j, 1.0 if (i < 15) == (j < 15) else -1.0) for i, j in combinations(range(30), 2)]
    names = [f"دولة {i}" for i in range(30)]
    (part,) = landscape(SignedGraph.of(names, rows), samples=200, seed=4).parts
    assert (part.samples, part.found, part.unseen) == (200, 1, 0.0)
    assert part.minima[0].sides == (tuple(names[:15]), tuple(names[15:]))
    reached = part.minima[0].reached
    assert (reached.value, reached.samples, reached.seed, part.minima[0].steepest) == (1.0, 200, 4, None)
    assert reached.low < 1.0
    assert part.minima[0].energy == -2 * 15 * 15
    assert landscape(SignedGraph.of(names, rows), samples=200, seed=4).parts == (part,)


def test_actors_without_ties_stand_anywhere() -> None:
    found = landscape(SignedGraph.of(["قطر", "عمان", "مالطا"], [(0, 1, -2.0)]))
    assert found.alone == ("مالطا",)
    assert [(m.sides, m.energy) for m in found.parts[0].minima] == [((("قطر",), ("عمان",)), -4.0)]
    assert landscape(SignedGraph.of(["a"], [])).parts == ()


@pytest.mark.parametrize("sizes", [{"a": 1.0}, {"a": 1.0, "b": 0.0}, {"a": 1.0, "b": float("nan")}])
def test_sizes_must_be_there_and_above_zero(sizes: dict[str, float]) -> None:
    with pytest.raises(QuestionError, match=r"b"):
        landscape(SignedGraph.of("ab", [(0, 1, 1.0)]), sizes)


@needs_data
def test_1936_from_our_own_coding_has_two_minima() -> None:
    with (COALITION / "ab1936_reconstructed_propensities.csv").open(encoding="utf-8") as stream:
        head, *rows = csv.reader(stream)
    with (COALITION / "ab1936_sizes_table1.csv").open(encoding="utf-8") as stream:
        sizes = {name: float(size) for name, size in list(csv.reader(stream))[1:]}
    graph = SignedGraph.of(head[1:], [(i, j, float(rows[i][j + 1])) for i, j in combinations(range(17), 2)])
    (part,) = landscape(graph, sizes).parts
    assert (part.divisions, part.found) == (65536, 2)
    best, other = part.minima
    assert {"Germany", "Italy", "Hungary"} <= set(best.sides[1])
    assert {"Britain", "France", "USSR", "Yugoslavia", "Greece"} <= set(best.sides[0])
    # The other one is all of Europe against the Soviet Union and two more.
    assert sorted(map(len, other.sides)) == [3, 14]
