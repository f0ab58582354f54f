"""Who stands with whom in a whole network: the partition with the least frustration, with its proof.

Sources: D. Cartwright and F. Harary (1956), Structural balance; P. Doreian and A. Mrvar (1996), A partitioning
approach to structural balance; S. Aref and M. Wilson (2019), Balance and frustration in signed networks.
"""

from __future__ import annotations

import math
import time

import numpy as np

from ahlaf.model import Camps, Certificate, ProofStatus, QuestionError, pair_of
from ahlaf.network import SignedGraph
from ahlaf.solve.camps.any_number import AnyCamps
from ahlaf.solve.camps.cover import Covered, Floats, Integers, cover
from ahlaf.solve.camps.parts import blocks_of, camps_from_apart, frustrated_ties, members_of
from ahlaf.solve.camps.two_camps import TwoCamps

DEFAULT_TIME_LIMIT = 60.0


def find_camps(
    graph: SignedGraph, *, k: int | None = 2, time_limit: float = DEFAULT_TIME_LIMIT, seed: int = 0
) -> Camps:
    """Divide all actors into two camps (k = 2) or any number (None) so that the least weight of ties goes against them.

    A friendly tie is frustrated between camps, a hostile one within: frustration = Σ |w_e| over frustrated ties. The
    network is cut at actors whose loss would part it, and each block is solved by itself: search, cutting planes over
    a linear program, branching if a gap is left. The certificate holds the summed bounds of the blocks. Within
    `time_limit` seconds; where they run out the best partition found comes back with status STOPPED, its bound and gap.
    With k = None, actors whom no chain of undivided ties joins are in different camps.
    Raises QuestionError for another k.
    """
    if k not in (2, None):
        raise QuestionError(f"{k} camps cannot be asked for", expected="2 camps, or any number (k = None)")
    deadline = time.monotonic() + time_limit
    apart = graph.weights < 0
    bounds: list[float] = []
    proven = True
    # The smallest pieces come first; each may take all the time that those before it have left.
    for nodes, ties in blocks_of(graph):
        ends = np.searchsorted(nodes, graph.ends[ties])
        found = _solve(len(nodes), ends, graph.weights[ties], k, seed, deadline)
        apart[ties] = found.labels[ends[:, 0]] != found.labels[ends[:, 1]]
        bounds.append(found.bound)
        proven = proven and found.proven
    return _checked(graph, camps_from_apart(graph, apart, k), k, math.fsum(bounds), proven)


def _solve(nodes: int, ends: Integers, weights: Floats, k: int | None, seed: int, deadline: float) -> Covered:
    if k is None:
        any_number = AnyCamps(nodes, ends, weights, deadline)
        return cover(any_number, any_number.search(seed), deadline)
    two = TwoCamps(nodes, ends, weights, seed, deadline)
    return cover(two, two.search(), deadline)


def _checked(graph: SignedGraph, camps: Integers, k: int | None, bound: float, proven: bool) -> Camps:
    """Count the frustration anew from the camps themselves; nothing is taken over from the search."""
    against = frustrated_ties(graph.ends, graph.weights, camps)
    frustration = math.fsum(np.abs(graph.weights[against]))
    pairs = (pair_of(graph.nodes[a], graph.nodes[b]) for a, b in graph.ends[against])
    certificate = (
        Certificate(ProofStatus.OPTIMAL, frustration, 0.0)
        if proven
        else Certificate(ProofStatus.STOPPED, bound, frustration - bound)
    )
    return Camps(members_of(graph.nodes, camps), frustration, tuple(sorted(pairs)), certificate, k)
