"""Any number of camps: against all divisions, published optima, and what must hold for every network."""

from __future__ import annotations

import math
import time
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.network import SignedGraph, read_network
from ahlaf.solve.camps.any_number import core
from ahlaf.solve.camps.any_number.any_number import divide_any
from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.camps.proof.check import check_proof
from ahlaf.solve.camps.proof.check_bound import InAny
from ahlaf.solve.camps.whole import whole_weights
from solve.camps.partitions import least_frustration
from solve.camps.small import piece_of, pieces

NETWORKS = Path(__file__).resolve().parents[4] / "shared" / "data" / "networks"
needs_data = pytest.mark.skipif(not NETWORKS.exists(), reason="shared data not present")


def random_piece(seed: int, nodes: int, ties: int, largest: int = 1) -> Piece:
    random = np.random.default_rng(seed)
    weights = random.integers(1, largest + 1, ties) * random.choice([-1, 1], ties)
    return Piece.of(nodes, random.integers(0, nodes, (ties, 2)), weights)


def from_file(name: str) -> Piece:
    return piece_of_graph(read_network(NETWORKS / name))


def window_of(window: str) -> Piece:
    lines = (NETWORKS / "cow-1946-1999-edges.csv").read_text(encoding="utf-8").splitlines()
    rows = (line.partition(",")[2] for line in lines if line.startswith(f"{window},"))
    return piece_of_graph(read_network("".join(f"{row}\n" for row in rows)))


def piece_of_graph(graph: SignedGraph) -> Piece:
    return Piece.of(len(graph.nodes), graph.ends, whole_weights(graph.weights).numbers)


@settings(deadline=None, max_examples=150)
@given(pieces(7, scales=(1, 2)))
def test_it_is_the_best_of_all_divisions(piece: Piece) -> None:
    found = divide_any(piece, seed=0, deadline=math.inf)
    assert found.value == piece.frustration(found.labels) == found.bound == least_frustration(piece)
    if found.proof is not None:
        check_proof(piece, found.bound, found.proof, InAny())


@settings(deadline=None, max_examples=100)
@given(pieces(7, scales=(1,)), st.integers(1, 4))
def test_at_most_so_many_camps(piece: Piece, most: int) -> None:
    found = divide_any(piece, most=most, seed=0, deadline=math.inf)
    assert len(np.unique(found.labels)) <= most
    assert found.value == piece.frustration(found.labels) == found.bound == least_frustration(piece, most)
    if found.proof is not None and most != 2:
        check_proof(piece, found.bound, found.proof, InAny(most))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("most", [3, 4])
def test_few_camps_among_many_enemies(seed: int, most: int) -> None:
    random = np.random.default_rng(seed)
    piece = Piece.of(9, random.integers(0, 9, (60, 2)), random.choice([-2, -1, -1, -1, 1, 2], 60))
    found = divide_any(piece, most=most, seed=0, deadline=math.inf)
    assert len(np.unique(found.labels)) <= most
    assert found.value == piece.frustration(found.labels) == found.bound == least_frustration(piece, most)


@pytest.mark.parametrize("seed", range(6))
def test_gaps_of_the_linear_program_are_closed_by_cases(seed: int) -> None:
    """Dense networks of random signs, with a search that finds nothing: cuts, contraction and cases do all the work."""
    piece = random_piece(seed, 9, 60, largest=1 + seed)
    with patch.object(core, "FIRST_EFFORT", 0.0), patch.object(core, "LATER_EFFORT", 0.0):
        found = divide_any(piece, seed=0, deadline=math.inf)
    assert found.value == found.bound == least_frustration(piece)


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 2**32 - 1))
def test_names_do_not_change_the_frustration(seed: int) -> None:
    piece = random_piece(seed, 16, 50, largest=3)
    order = np.random.default_rng(seed).permutation(piece.nodes)
    renamed = Piece.of(piece.nodes, order[piece.ends], piece.weights)
    first, second = (divide_any(one, seed=0, deadline=math.inf) for one in (piece, renamed))
    assert first.proven
    assert second.proven
    assert first.value == second.value


def test_five_enemies_around_a_friend_of_all() -> None:
    """A wheel: the linear program leaves a gap; the friend keeps two of the five, so three friendly ties are broken."""
    rim = [(at, (at + 1) % 5, -1) for at in range(5)]
    found = divide_any(piece_of(6, [*rim, *((at, 5, 1) for at in range(5))]), seed=0, deadline=math.inf)
    assert (found.value, found.bound) == (3, 3)


def test_out_of_time_the_division_and_the_bound_are_still_good() -> None:
    piece = random_piece(4, 80, 1500, largest=9)
    found = divide_any(piece, seed=0, deadline=time.monotonic())
    assert found.value == piece.frustration(found.labels)
    assert 0 <= found.bound <= found.value


def test_a_good_start_is_not_lost() -> None:
    piece = random_piece(4, 80, 1500, largest=9)
    start = divide_any(piece, seed=0, deadline=time.monotonic() + 0.2).labels
    again = divide_any(piece, seed=1, deadline=time.monotonic(), start=start)
    assert again.value <= piece.frustration(start)


@needs_data
@pytest.mark.parametrize(
    ("name", "value"), [("nds-highlandtribes.csv", 2), ("liji-monastery.txt", 18), ("nds-congress.csv", 18)]
)
def test_small_published_networks(name: str, value: int) -> None:
    piece = from_file(name)
    found = divide_any(piece, seed=0, deadline=math.inf)
    assert (found.value, found.bound) == (value, value)
    assert found.proof is not None
    check_proof(piece, value, found.proof, InAny())


@needs_data
@pytest.mark.parametrize(("window", "costs"), [("57-60", (26, 22, 21, 21)), ("76-79", (50, 37, 35, 35))])
def test_windows_in_few_camps(window: str, costs: tuple[int, ...]) -> None:
    for most, cost in zip((2, 3, 4, None), costs, strict=True):
        found = divide_any(window_of(window), most=most, seed=0, deadline=math.inf)
        assert (found.value, found.bound) == (cost, cost)


@needs_data
@pytest.mark.parametrize(("window", "value"), [("46-49", 12), ("68-71", 23), ("90-93", 39), ("96-99", 33)])
def test_windows_of_world_politics_are_proven_by_multipliers_alone(window: str, value: int) -> None:
    piece = window_of(window)
    found = divide_any(piece, seed=0, deadline=math.inf)
    assert found.value == value
    assert found.proof is not None
    check_proof(piece, value, found.proof, InAny())
