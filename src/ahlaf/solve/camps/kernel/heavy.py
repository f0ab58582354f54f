"""All heavy ties of a large piece at a time, round by round, without a loop over actors."""

from __future__ import annotations

import numpy as np

from ahlaf.solve.camps.kernel.contract import Groups, contracted
from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.camps.proof.reductions import Reductions, Related

# The rounds end when one joins less than this share of the actors that have ties; the rest is done one by one.
LEAST_SHARE = 0.01


def heavy_rounds(piece: Piece) -> tuple[Piece, int, Groups, list[Reductions]]:
    """Contract heavy ties as long as that shrinks the piece quickly; actors keep their numbers.

    Returns what is left, what every division pays besides, the groups of joined actors, and the steps.
    A heavy tie stays heavy whatever else is contracted, so those of a round can be taken in any order.
    """
    groups = Groups.of(piece.nodes, Related.none())
    paid = 0
    steps: list[Reductions] = []
    while piece.ties:
        found = heavy_ties(piece)
        steps.append(Reductions.heavy(found.first, found.second, found.apart))
        joined = Groups.of(piece.nodes, found)
        groups = groups.then(joined)
        piece, more = contracted(piece, joined)
        paid += more
        if len(found) < LEAST_SHARE * len(np.unique(piece.ends)):
            break
    return piece, paid, groups, steps


def heavy_ties(piece: Piece) -> Related:
    """Return for each actor (first) with a tie at least as heavy as its others together the one at its other end.

    An actor with two such ties is given the lesser other end, and of two actors that would join one another only the
    lesser does: then no chain of them closes to a cycle.
    """
    totals = np.bincount(piece.ends.ravel(), weights=np.repeat(piece.sizes, 2), minlength=piece.nodes)
    froms, tos = piece.ends.T.ravel(), piece.ends[:, ::-1].T.ravel()
    twice = np.tile(2.0 * piece.sizes, 2)
    heavy = np.flatnonzero(twice >= totals[froms])
    heavy = heavy[np.lexsort((tos[heavy], froms[heavy]))]
    heavy = heavy[np.unique(froms[heavy], return_index=True)[1]]
    target = np.full(piece.nodes, -1, dtype=np.int64)
    target[froms[heavy]] = tos[heavy]
    mutual = (target[tos[heavy]] == froms[heavy]) & (tos[heavy] < froms[heavy])
    heavy = heavy[~mutual]
    return Related(froms[heavy], tos[heavy], np.tile(piece.weights < 0, 2)[heavy])
