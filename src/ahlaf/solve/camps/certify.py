"""The certificate of camps that were found: what is kept so that anyone can check them against the network."""

from __future__ import annotations

from ahlaf.solve.camps.find import Solved
from ahlaf.solve.camps.proof.certificate import CampsCertificate
from ahlaf.solve.camps.proof.proof import Part, Proof, Split


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


def proven_bound(solved: Solved, certificate: CampsCertificate) -> float:
    """Return the bound that the certificate proves; the bound that was found where it proves all of it."""
    found = sum(one.divided.bound for one in solved.blocks)
    return solved.camps.certificate.bound if certificate.goal >= found else float(certificate.goal * certificate.unit)
