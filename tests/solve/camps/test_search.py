"""A good division: best ones where they are known, never worse than the start, and the same for the same seed."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.search.agreement import agreement
from ahlaf.solve.camps.search.found import Effort, Found
from ahlaf.solve.camps.search.large import search_large
from ahlaf.solve.camps.search.search import search_two
from ahlaf.solve.camps.search.small import search_small
from solve.camps.small import best_division, pieces

ENGINES = (search_small, search_large)
Engine = Callable[[Found, int, Effort], None]


def soon(seconds: float = 60.0) -> float:
    return time.monotonic() + seconds


def random_piece(nodes: int, ties: int, seed: int, largest: int = 1) -> Piece:
    random = np.random.default_rng(seed)
    weights = random.integers(1, largest + 1, size=ties) * random.choice([-1, 1], size=ties)
    return Piece.of(nodes, random.integers(0, nodes, size=(ties, 2)), weights)


def grid(side: int, seed: int) -> Piece:
    """A square grid without edge, with weights ±1 by chance."""
    at = np.arange(side * side).reshape(side, side)
    ends = np.concatenate([np.stack([at, np.roll(at, 1, axis)], axis=-1).reshape(-1, 2) for axis in (0, 1)])
    return Piece.of(side * side, ends, np.random.default_rng(seed).choice([-1, 1], size=len(ends)))


def found_by(engine: Engine, piece: Piece, seed: int = 0, effort: Effort = Effort.USUAL, goal: int = 0) -> Found:
    start = np.zeros(piece.nodes, dtype=np.int64)
    found = Found(piece, start, piece.frustration(start), goal, soon())
    engine(found, seed, effort)
    assert found.value == piece.frustration(found.labels)
    return found


def no_single_move_helps(piece: Piece, labels: Integers) -> bool:
    value = piece.frustration(labels)
    return all(piece.frustration(labels ^ (np.arange(piece.nodes) == node)) >= value for node in range(piece.nodes))


@given(pieces(scales=(1, 10**9)), st.integers(0, 5))
@settings(max_examples=40, deadline=None)
def test_the_best_of_small_pieces_is_found_by_both_engines(piece: Piece, seed: int) -> None:
    if not piece.ties:
        return
    best = best_division(piece)[0]
    for engine in ENGINES:
        assert found_by(engine, piece, seed).value == best


@given(pieces(scales=(1, 10**9)), st.integers(0, 2**9 - 1))
@settings(max_examples=40, deadline=None)
def test_never_worse_than_the_start_and_the_first_actor_is_in_camp_0(piece: Piece, number: int) -> None:
    start = np.array([number >> node & 1 for node in range(piece.nodes)])
    labels = search_two(piece, seed=1, deadline=soon(), start=start, effort=Effort.POLISH)
    assert piece.frustration(labels) <= piece.frustration(start)
    assert not labels[:1].any()
    assert set(labels.tolist()) <= {0, 1}
    assert labels.dtype == np.int64


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("effort", [Effort.POLISH, Effort.USUAL])
def test_no_single_move_helps_any_more_and_the_seed_decides(engine: Engine, effort: Effort) -> None:
    piece = random_piece(120, 700, seed=3, largest=9)
    found = found_by(engine, piece, seed=5, effort=effort)
    assert no_single_move_helps(piece, found.labels)
    assert np.array_equal(found.labels, found_by(engine, piece, seed=5, effort=effort).labels)


@pytest.mark.parametrize("engine", ENGINES)
def test_both_engines_find_the_same_least_frustration(engine: Engine) -> None:
    # 93 by cutting planes, proven.
    assert found_by(engine, random_piece(100, 400, seed=1)).value == 93


def test_crossing_divisions_brings_a_grid_to_its_best() -> None:
    # 263 by cutting planes, proven.
    assert found_by(search_large, grid(30, seed=2), effort=Effort.LONG, goal=263).value == 263


def test_a_goal_that_is_reached_ends_a_search_without_end() -> None:
    piece = random_piece(100, 400, seed=1)
    for engine in ENGINES:
        assert found_by(engine, piece, effort=Effort.LONG, goal=95).value <= 95


def test_the_start_comes_back_where_it_is_as_good_as_the_goal_or_the_time_is_up() -> None:
    piece = random_piece(60, 200, seed=1)
    start = np.arange(60) % 2
    value = piece.frustration(start)
    for goal, deadline in ((value, soon()), (0, soon(-1.0))):
        assert np.array_equal(search_two(piece, seed=1, deadline=deadline, start=start, goal=goal), start)


def test_a_long_search_ends_at_its_deadline_with_a_division_of_all() -> None:
    for nodes, ties in ((50, 300), (2000, 9000)):
        piece = random_piece(nodes, ties, seed=1)
        labels = search_two(piece, seed=1, deadline=soon(0.5), effort=Effort.LONG)
        assert labels.shape == (nodes,)
        assert piece.frustration(labels) < piece.frustration(np.zeros(nodes, dtype=np.int64))


def test_nobody_and_nothing_to_divide() -> None:
    for nodes in (0, 1, 3):
        piece = Piece.of(nodes, np.zeros((0, 2), dtype=np.int64), np.zeros(0, dtype=np.int64))
        assert search_two(piece, seed=1, deadline=soon()).tolist() == [0] * nodes


def test_small_pieces_do_not_load_the_compiler() -> None:
    script = (
        "import sys, time, numpy as np\n"
        "from ahlaf.solve.camps.piece import Piece\n"
        "from ahlaf.solve.camps.search.search import search_two\n"
        "piece = Piece.of(3, np.array([[0, 1], [0, 2], [1, 2]]), np.array([1, 1, -1]))\n"
        "assert piece.frustration(search_two(piece, seed=1, deadline=time.monotonic() + 60)) == 1\n"
        "assert 'numba' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@given(st.integers(0, 2**20), st.integers(1, 4), st.integers(3, 30))
@settings(max_examples=40, deadline=None)
def test_what_divisions_agree_on_leaves_a_smaller_piece_with_the_same_costs(seed: int, count: int, ties: int) -> None:
    piece = random_piece(9, ties, seed, largest=5)
    random = np.random.default_rng(seed)
    divisions = [random.integers(0, 2, size=9) for _ in range(count)]
    agreed = agreement(piece, divisions)
    for _ in range(5):
        labels = random.integers(0, 2, size=agreed.piece.nodes)
        assert piece.frustration(agreed.lift(labels)) == agreed.piece.frustration(labels) + agreed.constant
    everyone = agreed.lift(np.zeros(agreed.piece.nodes, dtype=np.int64))
    assert np.array_equal(everyone, divisions[0])
    assert count > 1 or agreed.piece.ties == 0
