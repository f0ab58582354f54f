"""Signed networks made by a seed, of any size: few actors with very many ties, two planted camps, some ties flipped."""

from __future__ import annotations

import numpy as np

from ahlaf.solve.camps.piece import Integers, Piece

# Of an actor with d ties there are in proportion to d^−EXPONENT, as in many social networks.
EXPONENT = 2.5
# Ties for each actor.
DENSITY = 5
FLIPPED = 0.18
# Drawn besides, for pairs that come up twice.
SPARE = 1.2


def made(ties: int, *, seed: int, flipped: float = FLIPPED) -> Piece:
    """Return a piece of so many ties, in which about the share `flipped` goes against its planted camps.

    Source: F. Chung and L. Lu (2002), The average distances in random graphs with given expected degrees.
    """
    random = np.random.default_rng(seed)
    nodes = max(3, ties // DENSITY)
    expected = np.arange(1, nodes + 1, dtype=np.float64) ** (-1.0 / (EXPONENT - 1.0))
    # No actor is expected to have more ties than the root of their sum, so that pairs seldom come up twice.
    expected /= expected.sum()
    expected = np.minimum(expected, 1.0 / np.sqrt(2.0 * ties))
    reach = np.cumsum(expected / expected.sum())
    keys = np.zeros(0, dtype=np.int64)
    while len(keys) < ties:
        drawn = np.searchsorted(reach, random.random((int(SPARE * ties), 2))).clip(max=nodes - 1)
        first, second = drawn.min(axis=1), drawn.max(axis=1)
        keys = np.union1d(keys, (first * nodes + second)[first != second])
    keys = np.sort(random.permutation(keys)[:ties])
    ends: Integers = np.stack([keys // nodes, keys % nodes], axis=1)
    camps = random.integers(0, 2, nodes)
    friendly = (camps[ends[:, 0]] == camps[ends[:, 1]]) != (random.random(ties) < flipped)
    return Piece(nodes, ends, np.where(friendly, 1, -1).astype(np.int64))
