"""Divisions into any number of camps that are nearly the best: the same as by trying all."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import NearBest, QuestionError, pair_of
from ahlaf.network import SignedGraph, read_network
from ahlaf.solve.camps.find import solve_camps
from ahlaf.solve.camps.near import near_best
from ahlaf.solve.camps.near.combine import count_within, first_ways
from ahlaf.solve.camps.near.firm import Better
from ahlaf.solve.camps.near.firm_any import firm_ties
from ahlaf.solve.camps.near.held_any import AnyNumber
from ahlaf.solve.camps.piece import Piece
from solve.camps.divisions import Divided, cost, divided, networks, partitions

NETWORKS = Path(__file__).resolve().parents[4] / "shared" / "data" / "networks"
needs_data = pytest.mark.skipif(not NETWORKS.exists(), reason="shared data not present")


def all_divisions(graph: SignedGraph) -> dict[Divided, float]:
    found = {divided(graph, np.array(labels)) for labels in partitions(len(graph.nodes))}
    return {apart: cost(graph, apart) for apart in found}


def listed(graph: SignedGraph, found: NearBest) -> dict[Divided, float]:
    camp = {name: number for number, members in enumerate(found.best.camps) for name in members}
    best = divided(graph, np.array([camp[name] for name in graph.nodes]))
    pairs = [pair_of(graph.nodes[a], graph.nodes[b]) for a, b in graph.ends]
    rows = {
        tuple(apart != (pair in one.turned) for apart, pair in zip(best, pairs, strict=True)): one.extra
        for one in found.divisions
    }
    assert len(rows) == len(found.divisions)
    return {apart: found.best.frustration + extra for apart, extra in rows.items()}


@settings(max_examples=60)
@given(networks(6), st.integers(0, 3))
def test_the_same_as_by_trying_all(graph: SignedGraph, distance: int) -> None:
    every = all_divisions(graph)
    least = min(every.values())
    near = {apart: value for apart, value in every.items() if value <= least + distance}
    found = near_best.near_best(graph, k=None, within=distance, most=10_000)
    assert (found.complete, found.count) == (True, len(near))
    assert listed(graph, found) == near
    extras = [one.extra for one in found.divisions]
    assert extras == sorted(extras)
    assert (found.divisions[0].moved, found.divisions[0].turned) == ((), ())
    pairs = [pair_of(graph.nodes[a], graph.nodes[b]) for a, b in graph.ends]
    frustrated = [[(w > 0) == d for w, d in zip(graph.weights, apart, strict=True)] for apart in near]
    assert set(found.always) == {pair for at, pair in enumerate(pairs) if all(row[at] for row in frustrated)}
    assert set(found.sometimes) == {pair for at, pair in enumerate(pairs) if len({row[at] for row in frustrated}) == 2}
    # Whoever is together in all of them is so by ties that none of them divides.
    joined = {pair for at, pair in enumerate(pairs) if not any(apart[at] for apart in near)}
    group = {name: number for number, members in enumerate(found.firm) for name in members}
    assert joined == {pair for pair in pairs if group.get(pair[0], -1) == group.get(pair[1], -2)}


@settings(max_examples=30)
@given(networks(6), st.integers(1, 9))
def test_the_first_in_order(graph: SignedGraph, most: int) -> None:
    found = near_best.near_best(graph, k=None, within=None, most=most)
    every = sorted(all_divisions(graph).values())
    assert [found.best.frustration + one.extra for one in found.divisions] == every[:most]
    assert all(cost(graph, apart) == value for apart, value in listed(graph, found).items())


def test_three_enemies_by_hand() -> None:
    # Apart they have no frustration; two of them together, 1.
    graph = read_network("دمشق,أنقرة,-1\nأنقرة,الرياض,-1\nدمشق,الرياض,-1\n")
    assert near_best.near_best(graph, k=None).count == 1
    found = near_best.near_best(graph, k=None, within=1)
    assert [one.extra for one in found.divisions] == [0.0, 1.0, 1.0, 1.0]
    assert [len(one.moved) for one in found.divisions] == [0, 1, 1, 1]
    assert found.firmness == ()
    assert near_best.near_best(graph, k=None, within=3).count == 5


def test_a_better_division_is_taken_up(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = read_network("a,b,2\nb,c,2\na,c,2\nc,d,-1\nd,e,3\nd,a,-2\ne,b,1\ne,f,-2\nf,a,2\n")
    true = solve_camps(graph, k=None)

    def poor(*given: object, **more: object) -> object:
        apart = replace(
            true.camps,
            camps=tuple((name,) for name in graph.nodes),
            frustration=float(graph.weights[graph.weights > 0].sum()),
        )
        return replace(true, camps=apart)

    expected = near_best.near_best(graph, k=None, within=1)
    monkeypatch.setattr(near_best, "solve_camps", poor)
    found = near_best.near_best(graph, k=None, within=1)
    assert (found.best.frustration, found.count) == (true.camps.frustration, expected.count)


def test_a_poor_division_says_so() -> None:
    piece = Piece(3, np.array([[0, 1], [0, 2], [1, 2]]), np.array([1, 1, 1]))
    with pytest.raises(Better):
        firm_ties(piece, np.array([0, 1, 2]), 0, AnyNumber(0, time.monotonic() + 9))


def test_without_time_nothing_false_is_said() -> None:
    random = np.random.default_rng(3)
    rows = [(i, j, float(random.choice([-1, 1]))) for i in range(14) for j in range(i) if random.random() < 0.5]
    graph = SignedGraph.of([f"a{i}" for i in range(14)], rows)
    found = near_best.near_best(graph, k=None, within=1, time_limit=1e-6)
    assert not found.complete
    assert set(found.unknown)
    assert not set(found.unknown) & (set(found.always) | set(found.sometimes))


def test_three_camps_are_not_asked_for_here() -> None:
    with pytest.raises(QuestionError, match="3 camps"):
        near_best.near_best(SignedGraph.of("ab", [(0, 1, 1.0)]), k=3)


@given(st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=4), max_size=4), st.integers(0, 8), st.integers(1, 9))
def test_combinations_are_counted_and_in_order(choices: list[list[int]], distance: int, most: int) -> None:
    sums = [0]
    for extras in choices:
        sums = [before + extra for before in sums for extra in extras]
    near = sorted(value for value in sums if value <= distance)
    given_ = [np.array(extras, dtype=np.int64) for extras in choices]
    assert count_within(given_, distance) == len(near)
    assert [cost for cost, _ in first_ways(given_, distance, most)] == near[:most]


@needs_data
def test_tribes_are_three_firm_groups() -> None:
    found = near_best.near_best(read_network(NETWORKS / "nds-highlandtribes.csv"), k=None)
    assert (found.best.frustration, found.count, found.complete) == (2.0, 1, True)
    assert sorted(map(len, found.firm)) == [4, 5, 7]
