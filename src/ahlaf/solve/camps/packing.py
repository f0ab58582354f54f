"""Packing: a lower bound at once, without a linear program, from short cycles that share out the weights of the ties.

Every division pays for every odd cycle. If cycle C is given λ_C ≥ 0 such that no tie is used beyond its weight,
Σ_{C ∋ e} λ_C ≤ |w_e|, then every division costs at least Σ λ_C. Under a good division a cycle with one frustrated tie
is a way through satisfied ties between the two ends of the frustrated one, so the packing is a flow of many goods: each
frustrated tie asks for ways round it, worth up to its weight, and they share what the satisfied ties carry.

Sources: N. Garg and J. Könemann (2007), Faster and simpler algorithms for multicommodity flow and other fractional
packing problems; J.-H. Lange, A. Karrenbauer and B. Andres (2018), Partial optimality and fast lower bounds for
weighted correlation clustering.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from ahlaf.solve.camps.cuts import Cuts, Duals
from ahlaf.solve.camps.piece import Booleans, Integers, Piece
from ahlaf.solve.camps.ways import Found, Ground, Marks, Numbers, fill
from ahlaf.solve.stopping import expired

# Pieces with fewer ties are packed without loading the compiler.
COMPILED_FROM = 2_000
# The longest ways that are looked for, in one pass after the other: the shortest use up least.
HOPS = (2, 3, 4, 6, 8, 12)
# A search gives up after looking at so many ties; hubs make long searches dear.
PATIENCE = 20_000
# So many asking ties are served between two looks at the clock.
BATCH = 512
# Room for so many ways an asking tie, before what was found is taken out.
ROOM = 4


def pack(piece: Piece, *, labels: Integers | None = None, deadline: float) -> Duals:
    """Pack odd cycles for two camps, round the ties that the division `labels` (0 and 1) leaves frustrated.

    Any division gives a valid bound, and the better it is the higher the bound; without one all are in one camp.
    Deterministic, until `deadline` (on the monotonic clock) cuts it short.
    """
    return _pack(piece, piece.weights < 0 if labels is None else piece.frustrated(labels), deadline)


def pack_any(piece: Piece, *, deadline: float) -> Duals:
    """Pack cycles with exactly one hostile tie, for any number of camps."""
    return _pack(piece, piece.weights < 0, deadline)


def _pack(piece: Piece, asking: Booleans, deadline: float) -> Duals:
    packing = _Packing.of(piece, asking)
    for hops in HOPS:
        packing.serve(hops, deadline)
    return packing.duals()


@dataclass(slots=True, eq=False)
class _Packing:
    """What each tie has left, and the cycles found so far: how many ties each has, these ties, and what it takes."""

    piece: Piece
    tools: _Tools
    asking: Integers
    ground: Ground
    marks: Marks
    left: Numbers
    lengths: Numbers
    turn: int = 0
    lengths_found: list[Integers] = field(default_factory=list)
    ties_found: list[Integers] = field(default_factory=list)
    amounts_found: list[Integers] = field(default_factory=list)

    @classmethod
    def of(cls, piece: Piece, asking: Booleans) -> _Packing:
        """Begin with nothing packed; `asking` says for which ties ways are sought, through all the others."""
        tools = _Tools.of(piece)
        near, firsts, seconds = piece.neighbours, piece.ends[:, 0], piece.ends[:, 1]
        degrees = np.diff(near.starts)
        order = np.flatnonzero(asking)
        # Who has fewest ways chooses first.
        order = order[np.argsort(np.minimum(degrees[firsts[order]], degrees[seconds[order]]), kind="stable")]
        states = 2 * piece.nodes
        return cls(
            piece,
            tools,
            order,
            Ground(*map(tools.form, (near.starts, near.others, near.ties, firsts, seconds, firsts + seconds))),
            Marks(*map(tools.empty, (states, states, states, 4 * piece.ties + 2))),
            tools.form(piece.sizes),
            tools.form((~asking).astype(np.int64)),
        )

    def serve(self, hops: int, deadline: float) -> None:
        """Serve every asking tie by ways of at most so many ties, as far as they have something left."""
        asking = self.asking[np.asarray(self.left)[self.asking] > 0]
        room = ROOM * min(BATCH, len(asking))
        found = Found(*map(self.tools.empty, (room + 1, room * (hops + 1), room)))
        limits = self.tools.form(np.full(self.piece.ties, hops, dtype=np.int64))
        for first in range(0, len(asking), BATCH):
            if expired(deadline):
                return
            batch = self.tools.form(asking[first : first + BATCH])
            place = 0
            while place < len(batch):
                place, count, self.turn = self.tools.fill(
                    self.ground, batch, place, limits, self.lengths, self.left, PATIENCE, self.marks, self.turn, found
                )
                self._keep(found, count)

    def _keep(self, found: Found, count: int) -> None:
        starts = np.array(found.starts[: count + 1], dtype=np.int64)
        self.lengths_found.append(np.diff(starts))
        self.ties_found.append(np.array(found.ties[: starts[-1]], dtype=np.int64))
        self.amounts_found.append(np.array(found.amounts[:count], dtype=np.int64))

    def duals(self) -> Duals:
        """Return all cycles found with what they take."""
        nothing = np.zeros(0, dtype=np.int64)
        lengths = np.concatenate([nothing, *self.lengths_found])
        starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        cuts = Cuts(starts, np.concatenate([nothing, *self.ties_found]), np.ones(len(lengths), dtype=np.int64))
        return Duals(cuts, np.concatenate([nothing, *self.amounts_found]), 1)


@dataclass(frozen=True, slots=True)
class _Tools:
    """The inner loop, as it stands or compiled, and how numbers are laid out for it: in lists or in arrays."""

    fill: Callable[..., tuple[int, int, int]]
    form: Callable[[Integers], Numbers]

    @classmethod
    def of(cls, piece: Piece) -> _Tools:
        if piece.ties < COMPILED_FROM:
            return cls(fill, lambda numbers: numbers.tolist())
        from ahlaf.solve.camps import ways_compiled

        return cls(ways_compiled.fill, lambda numbers: np.array(numbers, order="C"))

    def empty(self, size: int) -> Numbers:
        """Return room for so many numbers."""
        return self.form(np.zeros(size, dtype=np.int64))
