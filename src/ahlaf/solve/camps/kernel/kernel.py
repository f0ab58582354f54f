"""What is left of a piece when all is done that loses no optimum, and how a division of it is one of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ahlaf.solve.camps.kernel.contract import Contradiction, Groups, contracted, without_lone_actors
from ahlaf.solve.camps.kernel.heavy import heavy_rounds
from ahlaf.solve.camps.kernel.one_by_one import OneByOne
from ahlaf.solve.camps.piece import LARGEST_TOTAL, Integers, Piece
from ahlaf.solve.camps.proof.reductions import Reductions, Related
from ahlaf.solve.camps.values import values_of_two

__all__ = ["Contradiction", "Kernel", "Related", "Stars", "kernelise", "scale_to_halve"]

# Smaller pieces are reduced actor by actor from the beginning.
MANY_TIES = 2000


@dataclass(frozen=True, slots=True, eq=False)
class Stars:
    """Actors that were taken out with three ties each, in order: the three at the other ends, and the weights then.

    `actors` has shape (stars,), `others` and `weights` have shape (stars, 3).
    """

    actors: Integers
    others: Integers
    weights: Integers

    def backwards(self) -> Iterator[tuple[int, Integers, Integers]]:
        """Yield them, the last one first."""
        for at in range(len(self.actors) - 1, -1, -1):
            yield int(self.actors[at]), self.others[at], self.weights[at]


@dataclass(frozen=True, slots=True, eq=False)
class Kernel:
    """A smaller piece with the same optimum, but for `constant`, which every best division costs besides.

    `related` are the pairs that were contracted first and `steps` what was done then. Actor i of `piece` stands for the
    group of the actor kept[i] of the whole; each actor of the whole belongs to one of the `groups`, of which those that
    have no tie left are in no actor of `piece`.
    """

    piece: Piece
    constant: int
    related: Related
    steps: Reductions
    kept: Integers
    groups: Groups
    stars: Stars

    @property
    def places(self) -> Integers:
        """Return for each actor of the whole the actor of `piece` that stands for it; −1 where there is none."""
        places = np.full(len(self.groups.least), -1, dtype=np.int64)
        places[self.kept] = np.arange(self.piece.nodes)
        return places[self.groups.least]

    def lift(self, labels: Integers) -> Integers:
        """Return a division of the whole that costs what `labels` (0 or 1) costs on the kernel, plus `constant`."""
        sides = np.zeros(len(self.groups.least), dtype=np.int64)
        sides[self.kept] = labels
        least, apart = self.groups.least, self.groups.apart
        # Later stars may lean on actors that earlier ones do not know of, so the last taken out is put back first.
        for actor, others, weights in self.stars.backwards():
            leaning = np.where(sides[least[others]] ^ apart[others], -weights, weights).sum()
            sides[least[actor]] = int(leaning < 0) ^ int(apart[actor])
        return sides[least] ^ apart


def scale_to_halve(piece: Piece) -> int:
    """Return 1 or 2: by what to multiply a piece (see `Finer`) so that every actor with three ties can be taken out.

    All divisions of a piece of even weights cost the same modulo 2. So do those of whatever it is reduced to, where the
    ties of every actor then have an even sum (see `values_of_two`).
    """
    even = values_of_two(piece).step % 2 == 0
    return 1 if even or 2 * int(piece.sizes.sum()) >= LARGEST_TOTAL else 2


def kernelise(piece: Piece, related: Related | None = None) -> Kernel:
    """Contract the related pairs, then shrink the piece as far as the rules go, for two camps.

    With related pairs the optimum is the best of those divisions in which they hold. Raises Contradiction where they
    cannot all hold. The kernel has no actor without ties, and numbers groups by their least actors.
    """
    related = related or Related.none()
    groups = Groups.of(piece.nodes, related)
    left, constant = contracted(piece, groups) if len(related) else (piece, 0)
    steps: list[Reductions] = []
    if left.ties > MANY_TIES:
        left, paid, joined, steps = heavy_rounds(left)
        groups, constant = groups.then(joined), constant + paid
    compact, actors = without_lone_actors(left)
    small = OneByOne(compact)
    small.run()
    steps.append(small.reductions(actors))
    groups = groups.then(Groups.of(piece.nodes, small.related(actors)))
    stars = Stars(*small.star_table(actors))
    rest = small.piece() if small.steps else compact
    rest = Piece(piece.nodes, actors[rest.ends], rest.weights)
    rest, kept = without_lone_actors(contracted(rest, groups)[0])
    return Kernel(rest, constant + small.paid, related, Reductions.joined(steps), kept, groups, stars)
