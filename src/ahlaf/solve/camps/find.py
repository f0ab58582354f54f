"""Who stands with whom in a whole network: the partition with the least frustration, with its proof.

Sources: D. Cartwright and F. Harary (1956), Structural balance; P. Doreian and A. Mrvar (1996), A partitioning
approach to structural balance; S. Aref and M. Wilson (2019), Balance and frustration in signed networks.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from ahlaf.model import Camps, Certificate, ProofStatus, QuestionError, pair_of
from ahlaf.network import SignedGraph
from ahlaf.solve import progress
from ahlaf.solve.camps.any_number.any_number import divide_any
from ahlaf.solve.camps.divided import Divided
from ahlaf.solve.camps.parts import (
    Block,
    blocks_to_divide,
    frustrated_ties,
    in_order,
    members_of,
    put_together,
)
from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.proof.certificate import piece_in_units
from ahlaf.solve.camps.two.two_camps import divide_two
from ahlaf.solve.camps.whole import WholeWeights, whole_weights
from ahlaf.solve.stopping import left

DEFAULT_TIME_LIMIT = 60.0
# So many seconds a tie are kept for the blocks that come after, so that each gets a fair division and some bound.
RESERVED_PER_TIE = 20e-6
# Of the time that is left no more than this is kept for them.
LARGEST_RESERVE = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class SolvedBlock:
    """A block of the network, the piece that was made of it, and how that was divided."""

    block: Block
    piece: Piece
    divided: Divided


@dataclass(frozen=True, slots=True, eq=False)
class Solved:
    """The camps of a network with all that their proof rests on.

    `labels` has the camp of each actor, in the order of the network. `whole` is the network in the whole numbers of
    `weights`, without ties that are less than one of them; `blocks` are those in which a tie can be frustrated.
    `tolerance`: where proven, no division is better by more than this; 0 where the weights are counted exactly.
    """

    graph: SignedGraph
    camps: Camps
    labels: Integers
    weights: WholeWeights
    whole: Piece
    blocks: tuple[SolvedBlock, ...]
    tolerance: float


def find_camps(
    graph: SignedGraph, *, k: int | None = 2, time_limit: float = DEFAULT_TIME_LIMIT, seed: int = 0
) -> Camps:
    """Divide all actors into at most k camps, or any number (None), so that the least weight of ties goes against them.

    A friendly tie is frustrated between camps, a hostile one within: frustration = Σ |w_e| over frustrated ties. The
    certificate holds the best bound that was proven. Within `time_limit` seconds; where they run out, or the run is
    stopped (see `ahlaf.solve.stopping`), the best division found comes back with status STOPPED, its bound and gap.
    With k = None, actors whom no chain of undivided ties joins are in different camps.
    Raises QuestionError for a k below 1.
    """
    return solve_camps(graph, k=k, time_limit=time_limit, seed=seed).camps


def solve_camps(
    graph: SignedGraph, *, k: int | None = 2, time_limit: float = DEFAULT_TIME_LIMIT, seed: int = 0
) -> Solved:
    """Find the camps as `find_camps` does, and return them with what proves them.

    The weights are made whole numbers, and the network is cut at actors whose loss would part it. Frustration and
    bounds add up over the blocks, in whole numbers; the frustration is counted anew from the camps themselves.
    """
    if k is not None and k < 1:
        raise QuestionError(f"{k} camps cannot be asked for", expected="a number from 1 on, or any number (k = None)")
    deadline = time.monotonic() + time_limit
    weights = whole_weights(graph.weights)
    whole = piece_in_units(graph, weights.numbers)
    if k == 1:
        return _one_camp(graph, weights, whole)
    camps, blocks = divide_whole(whole, k, seed=seed, deadline=deadline)
    return _checked(graph, weights, whole, camps, k, sum(one.divided.bound for one in blocks), blocks)


def divided_otherwise(solved: Solved, camps: Integers) -> Solved:
    """Return another division of the same network, with the bound and the proof of the first."""
    bound = sum(one.divided.bound for one in solved.blocks)
    return _checked(solved.graph, solved.weights, solved.whole, in_order(camps), solved.camps.k, bound, solved.blocks)


def divide_whole(
    whole: Piece, k: int | None, *, seed: int, deadline: float, start: Integers | None = None
) -> tuple[Integers, tuple[SolvedBlock, ...]]:
    """Return each actor's camp, numbered in order of first actors, and how each block that can be frustrated fared.

    `start` is a division to better, if there is one. The smallest blocks come first. Each may take all the time that is
    left, but for what is kept for those after it.
    """
    blocks = blocks_to_divide(whole)
    after = sum(len(block.ties) for block in blocks)
    solved: list[SolvedBlock] = []
    for number, block in enumerate(blocks, start=1):
        piece = block.piece(whole)
        progress.at_block(number, len(blocks), piece.ties)
        after -= piece.ties
        until = deadline - min(RESERVED_PER_TIE * after, LARGEST_RESERVE * left(deadline))
        own = None if start is None else start[block.nodes]
        solved.append(SolvedBlock(block, piece, _divide(piece, k, seed, until, own)))
    labels = [in_order(one.divided.labels) for one in solved]
    return put_together(whole, blocks, labels, k), tuple(solved)


def _divide(piece: Piece, k: int | None, seed: int, deadline: float, start: Integers | None) -> Divided:
    if k == 2:
        return divide_two(piece, seed=seed, deadline=deadline, start=start)
    return divide_any(piece, most=k, seed=seed, deadline=deadline, start=start)


def _one_camp(graph: SignedGraph, weights: WholeWeights, whole: Piece) -> Solved:
    camps = np.zeros(len(graph.nodes), dtype=np.int64)
    return _checked(graph, weights, whole, camps, 1, whole.frustration(camps), ())


def _checked(
    graph: SignedGraph,
    weights: WholeWeights,
    whole: Piece,
    camps: Integers,
    k: int | None,
    bound: int,
    blocks: tuple[SolvedBlock, ...],
) -> Solved:
    """Count the frustration anew from the camps themselves; nothing is taken over from the search."""
    against = frustrated_ties(graph.ends, graph.weights, camps)
    units = whole.frustration(camps)
    proven = bound >= units
    if weights.exact:
        frustration, low, tolerance = float(units * weights.unit), float(bound * weights.unit), 0.0
    else:
        # Cut off towards zero, every tie weighs less than a unit more than it was counted.
        frustration, low = math.fsum(np.abs(graph.weights[against])), _not_above(bound * weights.unit)
        tolerance = float(int(np.count_nonzero(against)) * weights.unit)
    status = ProofStatus.OPTIMAL if proven else ProofStatus.STOPPED
    certificate = Certificate(status, low, max(0.0, frustration - low))
    pairs = (pair_of(graph.nodes[a], graph.nodes[b]) for a, b in graph.ends[against])
    found = Camps(members_of(graph.nodes, camps), frustration, tuple(sorted(pairs)), certificate, k)
    return Solved(graph, found, camps, weights, whole, blocks, tolerance)


def _not_above(value: Fraction) -> float:
    """Return the largest number in floating point that is at most `value`."""
    nearest = float(value)
    return nearest if Fraction(nearest) <= value else math.nextafter(nearest, -math.inf)
