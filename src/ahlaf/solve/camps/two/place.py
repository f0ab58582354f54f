"""Where a proof has come to: what is left of a piece, what is paid already, and the best division found so far."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.solve.camps.kernel.kernel import Kernel
from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.proof.proof import Proof
from ahlaf.solve.camps.search.found import Effort
from ahlaf.solve.camps.search.search import search_two


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """The `piece` left after some kernels; a division of it costs `constant` more as a division of the whole."""

    piece: Piece
    constant: int = 0
    kernels: tuple[Kernel, ...] = ()

    def into(self, kernel: Kernel) -> Place:
        """Return the place that a further kernel leads to."""
        return Place(kernel.piece, self.constant + kernel.constant, (*self.kernels, kernel))

    def lifted(self, labels: Integers) -> Integers:
        """Return a division of the whole from one of what is left."""
        for kernel in reversed(self.kernels):
            labels = kernel.lift(labels)
        return labels

    def lowered(self, labels: Integers) -> Integers:
        """Return the division of what is left that looks like one of the whole."""
        for kernel in self.kernels:
            labels = labels[kernel.kept]
        return labels


@dataclass(frozen=True, slots=True, eq=False)
class Proven:
    """A valid lower bound of every division at a place, as one of the whole, and its proof."""

    bound: int
    proof: Proof


@dataclass(slots=True, eq=False)
class Best:
    """The best division of the whole found so far."""

    piece: Piece
    labels: Integers
    value: int
    seed: int
    deadline: float
    searches: int = 0

    @classmethod
    def of(cls, piece: Piece, labels: Integers, seed: int, deadline: float) -> Best:
        """Begin with a division; every search has a seed of its own that follows from `seed`."""
        return cls(piece, labels, piece.frustration(labels), seed, deadline)

    def offer(self, place: Place, labels: Integers) -> bool:
        """Take a division of what is left at a place if it is better."""
        if place.piece.frustration(labels) + place.constant >= self.value:
            return False
        lifted = place.lifted(labels)
        value = self.piece.frustration(lifted)
        if value >= self.value:
            return False
        self.labels, self.value = lifted, value
        return True

    def search(self, place: Place, labels: Integers, effort: Effort, bound: int = 0) -> bool:
        """Search from `labels` for a better division of what is left at a place, where none costs less than `bound`."""
        self.searches += 1
        seed = self.seed + self.searches
        found = search_two(place.piece, seed=seed, deadline=self.deadline, start=labels, goal=bound, effort=effort)
        return self.offer(place, found)

    def goal(self, place: Place) -> int:
        """Return what a division of what is left must cost less than, to be better."""
        return self.value - place.constant
