"""The landscape of alignments: every division into two camps that no single actor would leave, and what leads there.

Source: R. Axelrod and D. S. Bennett (1993), A landscape theory of aggregation, British Journal of Political Science 23.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Mapping
from fractions import Fraction

import numpy as np

from ahlaf.model import Estimate, Landscape, Minimum, Part, Placed, QuestionError
from ahlaf.network import SignedGraph
from ahlaf.solve.camps.parts import components_of
from ahlaf.solve.camps.piece import LARGEST_TOTAL, Integers
from ahlaf.solve.camps.whole import whole_weights
from ahlaf.solve.coalition.sampling import share_of_draws
from ahlaf.solve.landscape.configurations import MOST_ACTORS, descend, energies, minima
from ahlaf.solve.landscape.descents import sampled_ends

DEFAULT_SAMPLES = 1000
DEFAULT_TIME_LIMIT = 60.0
# A table of all pairs is kept, which grows with the square of the actors.
MOST_SAMPLED_ACTORS = 5000
# So many minima of a part are kept, those of the least energy.
MOST_MINIMA = 1000
LEVEL = 0.95
# Shares of all divisions are sums of fractions; what lies beyond is rounding.
SHARE_DECIMALS = 12


def landscape(
    graph: SignedGraph,
    sizes: Mapping[str, float] | None = None,
    *,
    samples: int = DEFAULT_SAMPLES,
    seed: int = 0,
    time_limit: float = DEFAULT_TIME_LIMIT,
) -> Landscape:
    """Find the alignments in two camps that no actor would leave on its own, and how likely each is to come about.

    A tie's weight is the propensity p_ij of its two actors to stand together, `sizes` say how much each actor weighs
    (1 for all unless given). The energy of a division is E = Σ_i Σ_j s_i s_j p_ij d_ij, d_ij = 1 for actors on opposite
    sides and 0 for others: each pair counts twice, as the authors have it. An actor moves if that lowers E, which is
    when it lowers its own frustration. With sizes of 1, E = 2 F − 2 Σ |negative p_ij|, F the frustration.

    Up to MOST_ACTORS actors with ties are looked at together, all their divisions. Of more, each part that ties join is
    taken by itself, since energies add up over parts: whole if it is that small, else `samples` random divisions are
    followed down, as far as `time_limit` seconds allow. Energies are compared as whole numbers, without rounding.
    Raises QuestionError for a size that is missing or not above zero, and for a part of more than MOST_SAMPLED_ACTORS.
    """
    weights, unit = _weights(graph, sizes)
    deadline = time.monotonic() + time_limit
    tied = np.unique(graph.ends)
    alone = tuple(name for at, name in enumerate(graph.nodes) if at not in set(tied.tolist()))
    groups = [tied] if 0 < len(tied) <= MOST_ACTORS else _parts(graph)
    parts: list[Part] = []
    for nodes in groups:
        names = tuple(graph.nodes[node] for node in nodes)
        table = _table(graph, weights, nodes)
        if len(nodes) <= MOST_ACTORS:
            parts.append(_whole(names, table, unit, seed))
        else:
            parts.append(_sampled(names, table, unit, samples, seed, deadline))
    return Landscape(tuple(parts), alone)


def placed(graph: SignedGraph, part: Part, camp: Iterable[str], sizes: Mapping[str, float] | None = None) -> Placed:
    """Say where the division of a part into `camp` and the others stands in its landscape.

    The nearest of the part's minima is the one with the fewest actors misplaced, the lowest of them. Raises
    QuestionError for a member of the camp who is not in the network.
    """
    weights, unit = _weights(graph, sizes)
    members = set(camp)
    position = {name: at for at, name in enumerate(graph.nodes)}
    for name in members - position.keys():
        raise QuestionError(
            f"{name!r} is not in the network", expected="actors of the network, as they are written there"
        )
    table = _table(graph, weights, np.array([position[name] for name in part.actors]))
    signs = np.array([1 if name in members else -1 for name in part.actors])
    pulls = signs * (table @ signs)
    total = int(table.sum() - pulls.sum()) // 2
    away = [(_misplaced(part, minimum, members), minimum) for minimum in part.minima]
    misplaced, nearest = min(away, key=lambda one: len(one[0]))
    return Placed(float(total * unit), bool((pulls >= 0).all()), nearest, misplaced)


def _parts(graph: SignedGraph) -> list[Integers]:
    """Return the positions of the actors of each part that ties join, of two actors or more."""
    labels = components_of(len(graph.nodes), graph.ends)
    order = np.argsort(labels, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(labels[order])) + 1)
    return [group for group in groups if len(group) > 1]


def _misplaced(part: Part, minimum: Minimum, members: set[str]) -> tuple[str, ...]:
    one = {name for name in part.actors if (name in members) != (name in minimum.sides[0])}
    fewer = one if 2 * len(one) <= len(part.actors) else set(part.actors) - one
    return tuple(name for name in part.actors if name in fewer)


def _weights(graph: SignedGraph, sizes: Mapping[str, float] | None) -> tuple[Integers, Fraction]:
    """Return s_i s_j p_ij of every tie as whole numbers times a unit: exact where sizes and weights are decimals."""
    propensities = whole_weights(graph.weights)
    if sizes is None:
        return propensities.numbers, propensities.unit
    given = np.array([_size(sizes, name) for name in graph.nodes])
    whole = whole_weights(given)
    first, second = graph.ends[:, 0], graph.ends[:, 1]
    products = given[first] * given[second] * graph.weights
    if propensities.exact and whole.exact:
        unit = whole.unit * whole.unit * propensities.unit
        if math.fsum(np.abs(products)) / float(unit) < LARGEST_TOTAL:
            return whole.numbers[first] * whole.numbers[second] * propensities.numbers, unit
    cut = whole_weights(products)
    return cut.numbers, cut.unit


def _size(sizes: Mapping[str, float], name: str) -> float:
    size = sizes.get(name)
    if size is None:
        raise QuestionError(f"{name} has no size", expected="a size for every actor of the network")
    if not 0 < size < math.inf:
        raise QuestionError(f"the size of {name} is {size:g}", expected="a number above zero")
    return size


def _table(graph: SignedGraph, weights: Integers, nodes: Integers) -> Integers:
    """Return the symmetric table of the weights among some actors."""
    if len(nodes) > MOST_SAMPLED_ACTORS:
        raise QuestionError(
            f"{len(nodes)} actors hang together", expected=f"no more than {MOST_SAMPLED_ACTORS} for a landscape"
        )
    within = np.isin(graph.ends[:, 0], nodes)
    place = np.zeros(len(graph.nodes), dtype=np.int64)
    place[nodes] = np.arange(len(nodes))
    first, second = place[graph.ends[within].T]
    table = np.zeros((len(nodes), len(nodes)), dtype=np.int64)
    table[first, second] = table[second, first] = weights[within]
    return table


def _whole(names: tuple[str, ...], table: Integers, unit: Fraction, seed: int) -> Part:
    values = energies(table)
    found, firm = minima(values, len(names))
    steepest, reached = (descend(values, len(names), steepest=way) for way in (True, False))
    order = np.lexsort((found, values[found]))[:MOST_MINIMA]
    bits = np.arange(len(names))
    return Part(
        names,
        len(values),
        0,
        len(found),
        tuple(
            Minimum(
                _sides(names, (found[at] >> bits & 1).tolist()),
                float(2 * int(values[found[at]]) * unit),
                bool(firm[at]),
                round(float(steepest[found[at]]), SHARE_DECIMALS),
                Estimate(share := round(float(reached[found[at]]), SHARE_DECIMALS), share, share, 0, seed),
            )
            for at in order
        ),
        0.0,
    )


def _sampled(names: tuple[str, ...], table: Integers, unit: Fraction, samples: int, seed: int, deadline: float) -> Part:
    ends = sampled_ends(table, samples, seed, deadline)
    signs = 1 - 2 * ends.sides
    pulls = signs * (signs @ table)
    values = (int(table.sum()) - pulls.sum(axis=1)) // 2
    order = np.lexsort((*ends.sides.T[::-1], -ends.counts, values))[:MOST_MINIMA]
    return Part(
        names,
        2 ** (len(names) - 1),
        ends.samples,
        len(values),
        tuple(
            Minimum(
                _sides(names, ends.sides[at].tolist()),
                float(int(values[at]) * unit),
                bool((pulls[at] > 0).all()),
                None,
                share_of_draws(int(ends.counts[at]), ends.samples, seed=seed, level=LEVEL),
            )
            for at in order
        ),
        float((ends.counts == 1).sum()) / ends.samples,
    )


def _sides(names: tuple[str, ...], sides: list[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    one = tuple(name for name, side in zip(names, sides, strict=True) if side == sides[0])
    other = tuple(name for name, side in zip(names, sides, strict=True) if side != sides[0])
    return one, other
