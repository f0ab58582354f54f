"""Ways round asking ties through carrying ones: the shortest while there is room, or those that cost too little."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ahlaf.solve.camps.packing.ways import Found, Ground, Marks, Numbers, fill, settle
from ahlaf.solve.camps.piece import Booleans, Integers, Piece
from ahlaf.solve.stopping import expired

# Pieces with fewer ties are packed without loading the compiler.
COMPILED_FROM = 2_000
# So many asking ties are served between two looks at the clock.
BATCH = 512
# Room for so many ways an asking tie, before what was found is taken out; and for so many ties of a way.
ROOM = 4
ROOM_OF_WAY = 12
# Lengths of ways are whole numbers: a tie's price in this many parts, and one more, so that ways stay short.
PRICE_PARTS = 256
# Each way that is found makes its ties dearer by this many parts for the rest of the round, for the sake of variety.
TOLL = 8
NO_LIMIT = 2**62

Cycles = tuple[Integers, Integers, Integers]


@dataclass(slots=True, eq=False)
class Routes:
    """What each tie has left, in parts of a whole; `asking` ties are in the order in which they are served."""

    tools: _Tools
    asking: Integers
    carrying: Booleans
    sizes: Integers
    ties: Integers
    ground: Ground
    marks: Marks
    left: Numbers
    turn: int = 0

    @classmethod
    def of(cls, piece: Piece, asking: Booleans, unit: int = 1) -> Routes:
        """Begin with nothing taken, weights in 1 / `unit`; ways go round the `asking` ties, through all others."""
        tools = _Tools.of(piece)
        degrees, firsts, seconds = np.diff(piece.neighbours.starts), piece.ends[:, 0], piece.ends[:, 1]
        order = np.flatnonzero(asking)
        # Who has fewest ways chooses first.
        order = order[np.argsort(np.minimum(degrees[firsts[order]], degrees[seconds[order]]), kind="stable")]
        return cls(
            tools,
            order,
            ~asking,
            piece.sizes,
            piece.neighbours.ties,
            ground_of(piece, tools.form),
            marks_of(piece, tools.form),
            tools.form(piece.sizes * unit),
        )

    def serve(self, limits: Integers, patience: int, deadline: float) -> Cycles:
        """Let every asking tie take what is left, by the shortest ways of at most limits[tie] ties."""
        left = np.asarray(self.left)
        lengths = (self.carrying & (left > 0)).astype(np.int64)
        asking = self.asking[left[self.asking] > 0]
        return self._run(asking, limits, lengths, self.left, NO_LIMIT, 0, patience, deadline)

    def cheaper(
        self, prices: NDArray[np.float64], patience: int, each: int, shared: int, deadline: float
    ) -> tuple[Integers, Integers]:
        """Find cycles over which the prices sum to less than 1: up to `each` for an asking tie.

        A carrying tie comes into at most `shared` of them for each unit of its weight, for the sake of variety.
        """
        asking = self.asking[prices[self.asking] < 1.0 - 2.0 / PRICE_PARTS]
        parts = np.floor(np.clip(prices, 0.0, 1.0) * PRICE_PARTS).astype(np.int64)
        lengths = np.where(self.carrying, parts + 1, 0)
        left = self.tools.form(np.where(self.carrying, self.sizes * shared, each))
        starts, ties, _ = self._run(asking, PRICE_PARTS - parts, lengths, left, 1, TOLL, patience, deadline)
        return starts, ties

    def settled(self, starts: Integers, ties: Integers, amounts: Integers) -> Integers:
        """Take amounts on given cycles, lowered where ties have too little and raised where all have more."""
        loads = np.zeros(len(self.sizes), dtype=np.int64)
        np.add.at(loads, ties, np.repeat(amounts, np.diff(starts)))
        self.left = self.tools.form(np.asarray(self.left) - loads)
        cycles = Found(*map(self.tools.form, (starts, ties, amounts)))
        self.tools.settle(cycles, self.left)
        return np.array(cycles.amounts, dtype=np.int64)

    def _run(
        self,
        asking: Integers,
        limits: Integers,
        lengths: Integers,
        left: Numbers,
        most: int,
        toll: int,
        patience: int,
        deadline: float,
    ) -> Cycles:
        room = ROOM * max(1, min(BATCH, len(asking)))
        widest = int(limits.max(initial=0)) + 1
        found = Found(*map(self.tools.empty, (room + 1, room * ROOM_OF_WAY + widest, room)))
        limited, at_places = self.tools.form(limits), self.tools.form(lengths[self.ties])
        sizes, ties, amounts = ([np.zeros(0, dtype=np.int64)] for _ in range(3))
        for first in range(0, len(asking), BATCH):
            if expired(deadline):
                break
            batch, place = self.tools.form(asking[first : first + BATCH]), 0
            while place < len(batch):
                place, count, self.turn = self.tools.fill(
                    self.ground,
                    batch,
                    place,
                    limited,
                    at_places,
                    left,
                    most,
                    toll,
                    patience,
                    self.marks,
                    self.turn,
                    found,
                )
                starts = np.array(found.starts[: count + 1], dtype=np.int64)
                sizes.append(np.diff(starts))
                ties.append(np.array(found.ties[: starts[-1]], dtype=np.int64))
                amounts.append(np.array(found.amounts[:count], dtype=np.int64))
        starts = np.concatenate([[0], np.cumsum(np.concatenate(sizes))]).astype(np.int64)
        return starts, np.concatenate(ties), np.concatenate(amounts)


def ground_of(piece: Piece, form: Callable[[Integers], Numbers]) -> Ground:
    """Lay out a piece for the search for ways."""
    near, firsts, seconds = piece.neighbours, piece.ends[:, 0], piece.ends[:, 1]
    places = np.argsort(near.ties, kind="stable")
    return Ground(*map(form, (near.starts, near.others, near.ties, firsts, seconds, firsts + seconds, places)))


def marks_of(piece: Piece, form: Callable[[Integers], Numbers]) -> Marks:
    """Return room for what a search writes down."""
    sizes = (2 * piece.nodes, 2 * piece.nodes, 4 * piece.ties + 2)
    return Marks(*(form(np.zeros(size, dtype=np.int64)) for size in sizes))


@dataclass(frozen=True, slots=True)
class _Tools:
    """The inner loops, as they stand or compiled, and how numbers are laid out for them: in lists or in arrays."""

    fill: Callable[..., tuple[int, int, int]]
    settle: Callable[[Found, Numbers], None]
    form: Callable[[Integers], Numbers]

    @classmethod
    def of(cls, piece: Piece) -> _Tools:
        if piece.ties < COMPILED_FROM:
            return cls(fill, settle, lambda numbers: numbers.tolist())
        from ahlaf.solve.camps.packing import ways_compiled

        return cls(ways_compiled.fill, ways_compiled.settle, lambda numbers: np.array(numbers, order="C"))

    def empty(self, size: int) -> Numbers:
        """Return room for so many numbers."""
        return self.form(np.zeros(size, dtype=np.int64))
