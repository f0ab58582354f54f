"""The certificate of camps that were found: what is kept so that anyone can check them against the network."""

from __future__ import annotations

from ahlaf.solve.camps.certificate import CampsCertificate
from ahlaf.solve.camps.find import Solved
from ahlaf.solve.camps.proof import Part, Proof, Split


def certificate_of(solved: Solved) -> CampsCertificate:
    """Return the certificate of the camps: their bound is the sum of those of the blocks that come with a proof."""
    parts = tuple(
        Part(one.block.ties, one.divided.bound, one.divided.proof)
        for one in solved.blocks
        if one.divided.proof is not None and one.divided.bound > 0
    )
    proof = Proof((Split(parts),)) if parts else None
    goal = sum(part.goal for part in parts)
    return CampsCertificate.of(solved.graph, solved.camps.k, solved.labels, solved.weights, goal, proof)
