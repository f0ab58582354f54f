"""An answer with all that it rests on, for a file: who is in which camp, and a proof of the bound.

Whoever has the network and this can check the answer without solving anything; see `check_certificate`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from fractions import Fraction

from ahlaf.network import SignedGraph
from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.proof.proof import Proof
from ahlaf.solve.camps.whole import WholeWeights


@dataclass(frozen=True, slots=True, eq=False)
class CampsCertificate:
    """Camps of a network into at most `k` (None: any number), and a proof that every division costs at least `goal`.

    `network` tells the network by its actors and ties, see `network_digest`. `camps` has the camp of each actor, in
    the order of the network. `numbers` are the ties' weights in whole multiples of `unit`, cut off towards zero where
    that is not exact; `goal` counts in `unit` too, and `proof` is about the piece of these numbers. A goal of 0 needs
    no proof.
    """

    network: str
    k: int | None
    camps: Integers
    unit: Fraction
    numbers: Integers
    goal: int
    proof: Proof | None

    @classmethod
    def of(
        cls, graph: SignedGraph, k: int | None, camps: Integers, weights: WholeWeights, goal: int, proof: Proof | None
    ) -> CampsCertificate:
        """Return the certificate of an answer; without a proof it claims no bound."""
        digest = network_digest(graph)
        return cls(digest, k, camps, weights.unit, weights.numbers, goal if proof else 0, proof)


def network_digest(graph: SignedGraph) -> str:
    """Return the SHA-256 of names (UTF-8, each ended by a zero byte), ends and weights of a network, in their order."""
    digest = hashlib.sha256()
    for name in graph.nodes:
        digest.update(name.encode() + b"\0")
    digest.update(graph.ends.astype("<i8").tobytes())
    digest.update(graph.weights.astype("<f8").tobytes())
    return digest.hexdigest()


def piece_in_units(graph: SignedGraph, numbers: Integers) -> Piece:
    """Return the network with these whole numbers for weights; ties that come to zero are none."""
    known = numbers != 0
    return Piece(len(graph.nodes), graph.ends[known], numbers[known])
