"""Actors whose relation is known become one: their ties are added up anew."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from ahlaf.solve.camps.piece import Booleans, Integers, Piece
from ahlaf.solve.camps.proof.reductions import Related


class Contradiction(ValueError):
    """Pairs of actors that cannot all stand as they are said to."""


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Each actor's group, named by its least actor, and whether the actor stands `apart` from that one."""

    least: Integers
    apart: Booleans

    @classmethod
    def of(cls, nodes: int, related: Related) -> Groups:
        """Join the related pairs, and what they join; raises Contradiction where they cannot all hold.

        Every actor has two copies, one a side; an actor whose copies are joined would be apart from itself.
        """
        shift = np.where(related.apart, nodes, 0)
        rows = np.concatenate([related.first, related.first + nodes])
        columns = np.concatenate([related.second + shift, related.second + nodes - shift])
        graph = csr_matrix((np.ones(len(rows), dtype=np.int8), (rows, columns)), shape=(2 * nodes, 2 * nodes))
        labels = connected_components(graph, directed=False)[1].astype(np.int64)
        if (labels[:nodes] == labels[nodes:]).any():
            raise Contradiction("these pairs cannot all stand together and apart as they are said to")
        copies = np.unique(labels, return_index=True)[1].astype(np.int64)
        least = np.minimum(copies[labels[:nodes]], copies[labels[nodes:]])
        return cls(least, labels[:nodes] != labels[least])

    def then(self, later: Groups) -> Groups:
        """Return the groups after those of this one are joined by `later`."""
        return Groups(later.least[self.least], self.apart ^ later.apart[self.least])


def contracted(piece: Piece, groups: Groups) -> tuple[Piece, int]:
    """Return the piece with a node for each group, numbered as its least actor, and what all divisions pay besides.

    Seen from the least actors' sides a tie keeps its sign if its ends are both together with or both apart from theirs.
    A hostile tie within a group is paid; ties of one pair are added, and where their signs differ the smaller part is
    paid: Σ|w| before = Σ|w| after + Σ of friendly ties within groups − Σ of hostile ones + 2 · what is paid.
    """
    first, second = piece.ends[:, 0], piece.ends[:, 1]
    signed = np.where(groups.apart[first] ^ groups.apart[second], -piece.weights, piece.weights)
    ends = groups.least[piece.ends]
    within = int(signed[ends[:, 0] == ends[:, 1]].sum())
    left = Piece.of(piece.nodes, ends, signed)
    return left, (int(piece.sizes.sum()) - int(left.sizes.sum()) - within) // 2


def without_lone_actors(piece: Piece) -> tuple[Piece, Integers]:
    """Return the piece without actors that have no tie, and the actors that are kept, in order."""
    kept = np.unique(piece.ends)
    return Piece(len(kept), np.searchsorted(kept, piece.ends), piece.weights), kept
