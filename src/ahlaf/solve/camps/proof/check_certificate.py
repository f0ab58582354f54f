"""Checks the certificate of an answer against the network: the frustration counted anew, the bound proven anew."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from ahlaf.network import SignedGraph
from ahlaf.solve.camps.proof.certificate import CampsCertificate, network_digest, piece_in_units
from ahlaf.solve.camps.proof.check import Checked, InAny, InTwo, ProofError, check_proof
from ahlaf.solve.camps.proof.check_bound import LARGEST_SUM


@dataclass(frozen=True, slots=True)
class CertificateCheck:
    """What came of a check: `wrong` is the first thing that is not as it should be, None where all is right.

    `frustration` of the camps as counted anew, and `bound`: no division has less. `optimal`: they are the same.
    `checked` says how much of the proof there was to check.
    """

    frustration: float
    bound: float
    optimal: bool
    checked: Checked | None
    wrong: str | None


def check_certificate(graph: SignedGraph, certificate: CampsCertificate) -> CertificateCheck:
    """Check all that a certificate says of a network, in exact numbers, trusting nothing of how it was found."""
    frustration = 0.0
    try:
        _check_network(graph, certificate)
        _check_camps(graph, certificate)
        exact = _check_numbers(graph, certificate)
        piece = piece_in_units(graph, certificate.numbers)
        units = piece.frustration(certificate.camps)
        frustration = _frustration(graph, certificate, exact)
        if certificate.k == 1:
            # There is one division only.
            bound = float(units * certificate.unit)
            return CertificateCheck(frustration, bound, exact, Checked(), None)
        checked = None
        if certificate.proof is not None:
            kind = InTwo() if certificate.k == 2 else InAny(certificate.k)
            checked = check_proof(piece, certificate.goal, certificate.proof, kind)
        elif certificate.goal > 0:
            raise ProofError("a bound is claimed without a proof")
    except ProofError as error:
        return CertificateCheck(frustration, 0.0, False, None, str(error))
    goal = max(0, certificate.goal)
    if goal > units:
        return CertificateCheck(frustration, 0.0, False, checked, "the camps cost less than the bound that is claimed")
    bound = frustration if exact and goal == units else _not_above(goal * certificate.unit)
    return CertificateCheck(frustration, bound, exact and goal == units, checked, None)


def _check_network(graph: SignedGraph, certificate: CampsCertificate) -> None:
    if certificate.network != network_digest(graph):
        raise ProofError("the certificate is of another network: its actors, ties or weights differ")
    if len(certificate.numbers) != len(graph.weights):
        raise ProofError("the certificate has another number of ties than the network")


def _check_camps(graph: SignedGraph, certificate: CampsCertificate) -> None:
    camps, k = certificate.camps, certificate.k
    if len(camps) != len(graph.nodes):
        raise ProofError("the certificate has another number of actors than the network")
    if k is not None and len(np.unique(camps)) > k:
        raise ProofError(f"there are more than {k} camps")


def _check_numbers(graph: SignedGraph, certificate: CampsCertificate) -> bool:
    """Say whether the numbers are the weights as decimals; if not, check that none is more than its weight."""
    unit = certificate.unit
    if unit <= 0 or float(np.abs(certificate.numbers.astype(np.float64)).sum()) >= LARGEST_SUM / 4:
        raise ProofError("the weights are too large to be counted in whole numbers")
    pairs = np.unique(np.stack([graph.weights, certificate.numbers.astype(np.float64)], axis=1), axis=0).tolist()
    if all(int(number) * unit == _decimal(weight) for weight, number in pairs):
        return True
    for weight, number in pairs:
        counted = int(number) * unit
        if abs(counted) > abs(Fraction(weight)) or counted * Fraction(weight) < 0:
            raise ProofError(f"a tie of weight {weight:g} is counted as {counted}")
    return False


def _frustration(graph: SignedGraph, certificate: CampsCertificate, decimals: bool) -> float:
    apart = certificate.camps[graph.ends[:, 0]] != certificate.camps[graph.ends[:, 1]]
    values, counts = np.unique(np.abs(graph.weights[apart == (graph.weights > 0)]), return_counts=True)
    sizes = [_decimal(value) if decimals else Fraction(value) for value in values.tolist()]
    return float(sum((size * count for size, count in zip(sizes, counts.tolist(), strict=True)), Fraction(0)))


def _decimal(weight: float) -> Fraction:
    """Return the decimal that a weight is written as: one tenth for 0.1, not the binary fraction that is nearest."""
    return Fraction(repr(weight))


def _not_above(value: Fraction) -> float:
    nearest = float(value)
    return nearest if Fraction(nearest) <= value else math.nextafter(nearest, -math.inf)
