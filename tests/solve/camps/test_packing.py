"""Packing: examples worked out by hand, and what must hold for every network: true cycles, a bound that is one."""

from __future__ import annotations

import time
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.solve.camps.cuts import Duals
from ahlaf.solve.camps.packing import routes
from ahlaf.solve.camps.packing.ascent import Ascent
from ahlaf.solve.camps.packing.packing import pack, pack_any
from ahlaf.solve.camps.piece import Integers, Piece


def in_time() -> float:
    return time.monotonic() + 60.0


def piece_of(nodes: int, rows: list[tuple[int, int, int]]) -> Piece:
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return Piece.of(nodes, table[:, :2], table[:, 2])


def together(piece: Piece) -> Integers:
    return np.zeros(piece.nodes, dtype=np.int64)


def best_of(piece: Piece, k: int | None) -> int:
    """Try every division; with any number of camps each actor's label is at most its own position."""
    ranges = [range(2) if k == 2 else range(number + 1) for number in range(piece.nodes)]
    return min(piece.frustration(np.array(labels, dtype=np.int64)) for labels in product(*ranges))


def cycles_of(duals: Duals) -> list[Integers]:
    return np.split(duals.cuts.ties, duals.cuts.starts[1:-1]) if len(duals.cuts) else []


def check_cycle(piece: Piece, ties: Integers) -> None:
    """A simple cycle: a connected set of ties in which every actor that it meets has two."""
    ends = piece.ends[ties]
    actors, times = np.unique(ends, return_counts=True)
    assert len(ties) >= 3
    assert (times == 2).all()
    reached = {int(ends[0, 0])}
    for _ in ties:
        reached |= {int(end) for pair in ends for end in pair if reached & {int(other) for other in pair}}
    assert reached == set(actors.tolist())


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    nodes = draw(st.integers(2, 7))
    rows = [(a, b, draw(st.integers(-3, 3))) for a, b in combinations(range(nodes), 2)]
    return piece_of(nodes, rows)


@settings(deadline=None)
@given(pieces(), st.integers(0, 127))
def test_a_bound_of_true_odd_cycles_for_any_division(piece: Piece, sides: int) -> None:
    labels = sides >> np.arange(piece.nodes, dtype=np.int64) & 1
    duals = pack(piece, labels=labels, deadline=in_time())
    for ties in cycles_of(duals):
        check_cycle(piece, ties)
        assert (piece.weights[ties] < 0).sum() % 2 == 1
    assert (duals.reduced(piece) >= 0).all()
    assert duals.bound(piece) <= best_of(piece, 2)


@settings(deadline=None)
@given(pieces())
def test_a_bound_of_cycles_with_one_hostile_tie_for_any_number(piece: Piece) -> None:
    duals = pack_any(piece, deadline=in_time())
    for ties in cycles_of(duals):
        check_cycle(piece, ties)
        assert (piece.weights[ties] < 0).sum() == 1
    assert (duals.reduced(piece) >= 0).all()
    assert duals.bound(piece) <= best_of(piece, None)


def test_one_hostile_triangle_costs_its_lightest_tie() -> None:
    piece = piece_of(3, [(0, 1, -2), (0, 2, -3), (1, 2, -5)])
    duals = pack(piece, labels=np.array([0, 0, 1]), deadline=in_time())
    assert duals.bound(piece) == 2
    assert duals.cuts.ties.tolist() == [0, 1, 2]


def test_a_long_cycle_with_one_hostile_tie_costs_one_in_either_question() -> None:
    piece = piece_of(6, [(0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 4, 1), (4, 5, 1), (0, 5, -1)])
    assert pack(piece, labels=together(piece), deadline=in_time()).bound(piece) == 1
    assert pack_any(piece, deadline=in_time()).bound(piece) == 1


def test_two_hostile_ties_make_no_odd_cycle_but_three_do() -> None:
    two = piece_of(3, [(0, 1, -1), (0, 2, -1), (1, 2, 1)])
    three = piece_of(3, [(0, 1, -1), (0, 2, -1), (1, 2, -1)])
    assert pack(two, labels=np.array([0, 1, 1]), deadline=in_time()).bound(two) == 0
    assert pack(three, labels=np.array([0, 1, 1]), deadline=in_time()).bound(three) == 1
    assert pack_any(three, deadline=in_time()).bound(three) == 0


def test_no_ties_and_no_frustrated_ties_ask_for_nothing() -> None:
    for piece in (piece_of(0, []), piece_of(3, []), piece_of(3, [(0, 1, 1), (1, 2, 1), (0, 2, 1)])):
        assert len(pack(piece, deadline=in_time()).cuts) == 0
        assert pack_any(piece, deadline=in_time()).bound(piece) == 0


def test_nothing_is_packed_when_time_is_up() -> None:
    piece = piece_of(3, [(0, 1, -1), (0, 2, 1), (1, 2, 1)])
    assert pack(piece, labels=together(piece), deadline=time.monotonic() - 1.0).bound(piece) == 0


def random_piece(nodes: int, ties: int, seed: int) -> Piece:
    random = np.random.default_rng(seed)
    ends = random.integers(0, nodes, (ties, 2))
    return Piece.of(nodes, ends, random.choice([-2, -1, 1, 2, 3], ties))


def test_compiled_or_not_packs_the_same_and_the_same_again(monkeypatch: pytest.MonkeyPatch) -> None:
    piece = random_piece(60, 500, seed=1)
    plain = pack(piece, labels=together(piece), deadline=in_time())
    monkeypatch.setattr(routes, "COMPILED_FROM", 0)
    for _ in range(2):
        compiled = pack(piece, labels=together(piece), deadline=in_time())
        assert compiled.cuts.ties.tolist() == plain.cuts.ties.tolist()
        assert compiled.multipliers.tolist() == plain.multipliers.tolist()
    assert plain.bound(piece) > 0


def test_five_enemies_all_round_cost_three_by_cycles_with_one_frustrated_tie_of_the_four() -> None:
    """Six ties between the camps carry two each at most; all ten triangles, at 1/3 each, would give 10/3."""
    piece = piece_of(5, [(a, b, -1) for a, b in combinations(range(5), 2)])
    assert pack(piece, labels=np.array([0, 0, 1, 1, 1]), deadline=in_time()).bound(piece) == 3
    assert best_of(piece, 2) == 4


def test_half_a_unit_each_where_whole_ones_get_in_each_others_way() -> None:
    """Three hostile ties whose ways round share three friendly ties, two and two: 1 whole way, or 3 halves."""
    rows = [(0, 1, 1), (1, 2, 1), (0, 2, 1), (0, 3, 2), (1, 4, 2), (2, 5, 2), (3, 1, -1), (4, 2, -1), (5, 0, -1)]
    piece = piece_of(6, rows)
    assert pack_any(piece, deadline=in_time()).bound(piece) == best_of(piece, None)


def test_weights_up_to_the_largest_total_are_packed_exactly() -> None:
    size = 2**48
    piece = piece_of(4, [(0, 1, -size + 1), (0, 2, size), (1, 2, size), (1, 3, 1), (2, 3, 1)])
    duals = pack(piece, labels=together(piece), deadline=in_time())
    assert duals.bound(piece) == size - 1


def test_ascent_finds_the_optimum_of_a_pool_from_nothing() -> None:
    """Two cycles through one tie of weight 1, each with a free tie besides: together they can take 1."""
    pool = Ascent(np.array([0, 2, 4]), np.array([0, 1, 0, 2]), np.array([1.0, 5.0, 5.0]), np.zeros(2), np.zeros(3))
    pool.climb(1000, 1e-6, in_time())
    assert pool.bound == pytest.approx(1.0, abs=1e-4)
    assert pool.prices == pytest.approx([1.0, 0.0, 0.0], abs=1e-3)


def test_unused_and_dear_cycles_are_dropped() -> None:
    pool = Ascent(np.array([0, 2, 4]), np.array([0, 1, 0, 2]), np.ones(3), np.array([0.0, 0.5]), np.ones(3))
    pool.drop(1.5)
    assert (pool.starts.tolist(), pool.ties.tolist(), pool.multipliers.tolist()) == ([0, 2], [0, 2], [0.5])
