"""Two camps: optima by enumeration and publication, proofs that the checker accepts, bounds that hold when stopped."""

from __future__ import annotations

import math
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from ahlaf.network import read_network
from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.camps.proof.check import check_proof
from ahlaf.solve.camps.two.two_camps import divide_two
from ahlaf.solve.camps.whole import whole_weights
from solve.camps.small import best_division, pieces

NETWORKS = Path(__file__).resolve().parents[4] / "shared" / "data" / "networks"
needs_data = pytest.mark.skipif(not NETWORKS.exists(), reason="shared data not present")


def proven(piece: Piece, *, seed: int = 0) -> int:
    """Divide a piece, check all that is claimed, and return the optimum."""
    divided = divide_two(piece, seed=seed, deadline=math.inf)
    assert piece.frustration(divided.labels) == divided.value == divided.bound
    assert divided.proof is not None
    check_proof(piece, divided.value, divided.proof)
    return divided.value


def random_piece(nodes: int, ties: int, seed: int, sizes: tuple[int, ...] = (1,)) -> Piece:
    random = np.random.default_rng(seed)
    pairs = np.stack(np.triu_indices(nodes, 1), axis=1)
    ends = pairs[random.permutation(len(pairs))[:ties]]
    return Piece.of(nodes, ends, random.choice(sizes, ties) * random.choice((-1, 1), ties))


def toroidal_grid(side: int, seed: int) -> Piece:
    places = np.arange(side * side).reshape(side, side)
    ends = np.concatenate([np.stack([places, np.roll(places, 1, axis)], axis=-1).reshape(-1, 2) for axis in (0, 1)])
    return Piece.of(side * side, ends, np.random.default_rng(seed).choice((-1, 1), len(ends)))


@settings(deadline=None, max_examples=120)
@given(pieces())
def test_the_optimum_is_that_of_enumeration(piece: Piece) -> None:
    assert proven(piece) == best_division(piece)[0]


@pytest.mark.parametrize("seed", range(4))
def test_dense_pieces_are_proven_by_branching(seed: int) -> None:
    """With a tie between any two of 15 actors the odd cycles leave a gap."""
    piece = random_piece(15, 105, seed)
    assert proven(piece) == best_division(piece)[0]


@pytest.mark.parametrize("sizes", [(1,), (1, 2, 3), (10**9, 3 * 10**9 + 1, 7)])
def test_sparse_pieces_are_proven(sizes: tuple[int, ...]) -> None:
    piece = random_piece(60, 150, 5, sizes)
    divided = divide_two(piece, seed=3, deadline=math.inf)
    assert proven(piece) == divided.value


def test_grids_are_proven() -> None:
    assert proven(toroidal_grid(12, 1)) > 0


def test_a_given_division_is_never_made_worse() -> None:
    piece = random_piece(30, 200, 1)
    start = divide_two(piece, seed=0, deadline=math.inf).labels
    stopped = divide_two(piece, seed=0, deadline=time.monotonic(), start=start)
    assert stopped.value == piece.frustration(start)


def test_a_deadline_leaves_a_division_and_a_bound() -> None:
    piece = random_piece(200, 3000, 1)
    stopped = divide_two(piece, seed=0, deadline=time.monotonic() + 0.05)
    assert piece.frustration(stopped.labels) == stopped.value
    assert 0 <= stopped.bound < stopped.value
    assert stopped.proof is not None
    check_proof(piece, stopped.bound, stopped.proof)


def test_the_same_seed_gives_the_same_division() -> None:
    piece = toroidal_grid(10, 2)
    first, second = (divide_two(piece, seed=7, deadline=math.inf) for _ in range(2))
    assert np.array_equal(first.labels, second.labels)


@needs_data
@pytest.mark.parametrize(
    ("name", "optimum"), [("nds-highlandtribes.csv", 7), ("nds-congress.csv", 18), ("nds-bitcoinalpha.csv", 720)]
)
def test_known_optima(name: str, optimum: int) -> None:
    graph = read_network(NETWORKS / name, signs=True)
    assert proven(Piece(len(graph.nodes), graph.ends, whole_weights(graph.weights).numbers)) == optimum
