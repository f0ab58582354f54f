"""Divisions that are nearly the best: the same as by trying all, and what is said to hold for all of them does."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import NearBest, QuestionError, pair_of
from ahlaf.network import SignedGraph, read_network
from ahlaf.solve.camps.find import solve_camps
from ahlaf.solve.camps.near import firm, listing, near_best
from ahlaf.solve.camps.near.firm import Better, firm_groups, seen_from
from ahlaf.solve.camps.near.held import Two
from ahlaf.solve.camps.parts import components_of
from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.landscape.configurations import energies
from solve.camps.divisions import Divided, all_divisions, cost, divided, networks, prices

NETWORKS = Path(__file__).resolve().parents[4] / "shared" / "data" / "networks"
needs_data = pytest.mark.skipif(not NETWORKS.exists(), reason="shared data not present")


def best_sides(graph: SignedGraph, found: NearBest) -> np.ndarray:
    return np.array([int(name not in found.best.camps[0]) for name in graph.nodes])


def listed(graph: SignedGraph, found: NearBest) -> dict[Divided, float]:
    best = best_sides(graph, found)
    rows = {}
    for one in found.divisions:
        sides = best ^ np.array([int(name in one.moved) for name in graph.nodes])
        rows[divided(graph, sides)] = found.best.frustration + one.extra
    assert len(rows) == len(found.divisions)
    return rows


def check(graph: SignedGraph, found: NearBest, distance: float) -> None:
    """Compare everything with what trying all divisions says."""
    every = all_divisions(graph)
    least = min(every.values())
    near = {apart: value for apart, value in every.items() if value <= least + distance + 1e-9}
    assert found.complete
    assert found.count == len(near)
    assert listed(graph, found) == pytest.approx(near)
    extras = [one.extra for one in found.divisions]
    assert extras == sorted(extras)
    assert found.divisions[0].moved == ()
    pairs = [pair_of(graph.nodes[a], graph.nodes[b]) for a, b in graph.ends]
    frustrated = [[(w > 0) == d for w, d in zip(graph.weights, apart, strict=True)] for apart in near]
    assert set(found.always) == {pair for at, pair in enumerate(pairs) if all(row[at] for row in frustrated)}
    assert set(found.sometimes) == {pair for at, pair in enumerate(pairs) if len({row[at] for row in frustrated}) == 2}
    assert found.unknown == ()
    check_firm(graph, found, distance)


def check_firm(graph: SignedGraph, found: NearBest, distance: float) -> None:
    price = prices(graph, best_sides(graph, found))
    part = components_of(len(graph.nodes), graph.ends)
    together = (price > distance) & (part[:, np.newaxis] == part)
    groups = {tuple(name for name, inside in zip(graph.nodes, row, strict=True) if inside) for row in together}
    assert set(found.firm) == {group for group in groups if len(group) > 1}
    by_name = {one.actor: one for one in found.firmness}
    for at, name in enumerate(graph.nodes):
        inside = [other for other in range(len(graph.nodes)) if part[other] == part[at] and other != at]
        if not inside:
            assert name not in by_name
            continue
        true = sorted((price[at, other] for other in inside), reverse=True)[(len(inside) + 1) // 2 - 1]
        one = by_name[name]
        assert (one.price == pytest.approx(true)) if one.exact else (distance < one.price <= true)
        assert one.exact == (true <= distance)


@settings(max_examples=60)
@given(networks(), st.integers(0, 4))
def test_the_same_as_by_trying_all(graph: SignedGraph, distance: int) -> None:
    check(graph, near_best.near_best(graph, within=distance, most=1000), distance)


@settings(max_examples=40)
@given(networks(), st.integers(0, 3))
def test_large_pieces_too(graph: SignedGraph, distance: int) -> None:
    """Small networks, taken as if they were too large for trying all divisions of a block."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(firm, "FEW_ACTORS", 1)
        patch.setattr(listing, "FEW_ACTORS", 1)
        check(graph, near_best.near_best(graph, within=distance, most=1000), distance)


@settings(max_examples=40)
@given(networks(), st.integers(1, 12), st.booleans())
def test_the_first_in_order(graph: SignedGraph, most: int, large: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if large:
            patch.setattr(firm, "FEW_ACTORS", 1)
            patch.setattr(listing, "FEW_ACTORS", 1)
        found = near_best.near_best(graph, within=None, most=most)
    every = sorted(all_divisions(graph).values())
    assert [found.best.frustration + one.extra for one in found.divisions] == pytest.approx(every[:most])
    assert all(cost(graph, apart) == pytest.approx(value) for apart, value in listed(graph, found).items())
    assert found.count >= len(found.divisions)


@settings(max_examples=25)
@given(networks(), st.integers(0, 2), st.randoms(use_true_random=False))
def test_other_names_same_divisions(graph: SignedGraph, distance: int, random: object) -> None:
    order = list(range(len(graph.nodes)))
    random.shuffle(order)  # type: ignore[attr-defined]
    place = {at: new for new, at in enumerate(order)}
    rows = [(place[a], place[b], float(w)) for (a, b), w in zip(graph.ends.tolist(), graph.weights, strict=True)]
    again = SignedGraph.of([graph.nodes[at] for at in order], rows)
    one, other = (near_best.near_best(which, within=distance, most=1000) for which in (graph, again))
    assert (one.count, one.sometimes, one.always != other.always) == (other.count, other.sometimes, False)
    assert sorted(map(sorted, one.firm)) == sorted(map(sorted, other.firm))


def test_one_wavering_actor_by_hand() -> None:
    # Two camps of three friends each, enemies of one another; قطر has one friend and one enemy in either camp.
    names = ["السعودية", "الإمارات", "مصر", "إيران", "سوريا", "العراق", "قطر"]
    rows = [(i, j, 2.0 if (i < 3) == (j < 3) else -2.0) for i, j in combinations(range(6), 2)]
    graph = SignedGraph.of(names, [*rows, (6, 0, 1.0), (6, 1, -1.0), (6, 3, 1.0), (6, 4, -1.0)])
    found = near_best.near_best(graph)
    assert (found.best.frustration, found.count, found.complete) == (2.0, 2, True)
    assert [(one.extra, one.moved) for one in found.divisions] == [(0.0, ()), (0.0, ("قطر",))]
    assert found.firm == (tuple(names[:6]),)
    assert found.always == ()
    assert found.sometimes == tuple(sorted(pair_of("قطر", names[i]) for i in (0, 1, 3, 4)))
    firmness = {one.actor: (one.price, one.exact) for one in found.firmness}
    assert firmness["قطر"] == (0.0, True)
    assert firmness["مصر"][1] is False


def test_parts_that_no_tie_joins_are_choices_of_their_own() -> None:
    graph = read_network("A,B,-1\nB,C,-1\nA,C,-1\nX,Y,-1\nY,Z,-1\nX,Z,-1\nM,N,5\n")
    found = near_best.near_best(graph)
    # In either triangle one of three ties may be frustrated.
    assert (found.count, len(found.choices)) == (9, 2)
    assert [len(one.divisions) for one in found.choices] == [3, 3]
    assert found.firm == (("M", "N"),)
    # All of a triangle together costs 2 more, M and N apart 5.
    wider = near_best.near_best(graph, within=5)
    assert (wider.count, len(wider.choices)) == (4 * 4 + 3 * 3, 3)


def test_decimal_weights_and_shares() -> None:
    graph = read_network("A,B,0.3\nB,C,0.3\nA,C,-0.1\nC,D,0.2\n")
    # D changes sides for 0.2, and so do A, C with D, or B with both, for 0.3 − 0.1.
    assert near_best.near_best(graph, within=0.1).count == 1
    assert near_best.near_best(graph, within=0.2).count == len(
        [1 for v in all_divisions(graph).values() if v < 0.3 + 1e-9]
    )
    assert near_best.near_best(graph, share=2.0).count == near_best.near_best(graph, within=0.2).count


def test_without_time_nothing_false_is_said() -> None:
    random = np.random.default_rng(3)
    rows = [(i, j, float(random.choice([-1, 1]))) for i, j in combinations(range(24), 2) if random.random() < 0.5]
    graph = SignedGraph.of([f"a{i}" for i in range(24)], rows)
    found = near_best.near_best(graph, within=1, time_limit=1e-6)
    assert not found.complete
    assert found.count >= 1
    assert not set(found.unknown) & set(found.always)
    full = near_best.near_best(graph, within=1, time_limit=60)
    assert full.complete
    assert full.best.frustration <= found.best.frustration


def test_a_better_division_is_taken_up(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(8)
    rows = [(i, j, float(random.choice([-1, 1]))) for i, j in combinations(range(20), 2) if random.random() < 0.4]
    graph = SignedGraph.of([f"a{i}" for i in range(20)], rows)
    true = solve_camps(graph)

    def poor(*given: object, **more: object) -> object:
        everyone = replace(true.camps, camps=(graph.nodes,), frustration=-float(graph.weights[graph.weights < 0].sum()))
        return replace(true, camps=everyone)

    expected = near_best.near_best(graph, within=1)
    monkeypatch.setattr(near_best, "solve_camps", poor)
    found = near_best.near_best(graph, within=1)
    assert (found.best.frustration, found.count) == (true.camps.frustration, expected.count)
    assert found.sometimes == expected.sometimes


def test_a_piece_seen_from_a_poor_division_says_so() -> None:
    piece = Piece(3, np.array([[0, 1], [0, 2], [1, 2]]), np.array([1, 1, 1]))
    with pytest.raises(Better):
        firm_groups(seen_from(piece, np.array([0, 0, 1])), 0, Two(0, time.monotonic() + 9))


@pytest.mark.parametrize("wrong", [{"within": -1.0}, {"share": -0.1}, {"within": math.nan}, {"most": 0}])
def test_wrong_questions_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(QuestionError):
        near_best.near_best(SignedGraph.of("ab", [(0, 1, 1.0)]), **wrong)  # type: ignore[arg-type]


@needs_data
@pytest.mark.parametrize(
    ("file", "within", "count"),
    [("nds-highlandtribes.csv", 4, 17), ("liji-monastery.txt", 4, 5), ("nds-cloister.csv", 2, 8)],
)
def test_shared_networks_against_all_their_divisions(file: str, within: int, count: int) -> None:
    graph = read_network(NETWORKS / file)
    found = near_best.near_best(graph, within=within)
    assert (found.complete, found.count) == (True, count)
    table = np.zeros((len(graph.nodes),) * 2, dtype=np.int64)
    table[graph.ends[:, 0], graph.ends[:, 1]] = graph.weights.astype(np.int64)
    extras = energies(table + table.T)
    assert int((extras <= extras.min() + within).sum()) == count
