"""Camps along windows of time, each as near to the last as the least frustration allows, and what changed.

Sources: P. Doreian and A. Mrvar (2015), Structural balance and signed international relations, Journal of Social
Structure 16, who divide the states of each window; that the divisions are made comparable by the fewest crossings,
exactly, is ours.
"""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ahlaf.model import CampsOverTime, Change, Crossing, Flow, Pair, ProofStatus, WindowCamps, pair_of
from ahlaf.network import SignedGraph
from ahlaf.solve import progress
from ahlaf.solve.camps.find import DEFAULT_TIME_LIMIT, divided_otherwise, solve_camps
from ahlaf.solve.camps.piece import Integers
from ahlaf.solve.camps.steady import SMALLEST_CAMP, Steadied, matched, steadied

# The line of an actor that stands alone, of any number of camps.
ALONE = None


@dataclass(frozen=True, slots=True, eq=False)
class _Window:
    """A window as the next is compared with it: the line of each actor, and which pairs have a tie."""

    found: WindowCamps
    line_of: Mapping[str, int | None]
    ties: frozenset[Pair]
    fewest: bool


def camps_over_time(
    windows: Iterable[tuple[str, SignedGraph]],
    *,
    k: int | None = 2,
    time_limit: float = DEFAULT_TIME_LIMIT,
    seed: int = 0,
) -> CampsOverTime:
    """Find the camps of each window (name, network), and what changed from each to the next.

    Every window is divided as `find_camps` does. Best divisions may be many, and where a network falls into parts the
    sides of each are arbitrary: of all best divisions the one is taken that has the fewest actors leave their camps
    since the last window. `time_limit` is in seconds, for each window.
    """
    done: list[_Window] = []
    lines = 0
    given = list(windows)
    for number, (name, graph) in enumerate(given, start=1):
        progress.at_window(number, len(given))
        window = _window(name, graph, done[-1] if done else None, lines, k, time_limit, seed)
        lines = max([lines, *(line + 1 for line in window.found.lines if line is not None)])
        done.append(window)
    changes = tuple(_change(one, other, k) for one, other in pairwise(done))
    return CampsOverTime(k, tuple(window.found for window in done), changes)


def _window(
    name: str, graph: SignedGraph, last: _Window | None, lines: int, k: int | None, time_limit: float, seed: int
) -> _Window:
    deadline = time.monotonic() + time_limit
    solved = solve_camps(graph, k=k, time_limit=time_limit, seed=seed)
    labels = _labels(graph, solved.camps.camps)
    known = last.line_of if last else {}
    before = {at: line for at, actor in enumerate(graph.nodes) if (line := known.get(actor)) is not None}
    steady = Steadied(labels, True)
    if last:
        steady = steadied(solved.whole, labels, before, k, seed=seed, deadline=deadline)
        solved = divided_otherwise(solved, steady.labels)
    camps = solved.camps
    aligned = _two_lines(graph, camps.camps, steady.labels) if k == 2 else _lines(camps.camps, known, lines)
    weight = float(np.abs(graph.weights).sum())
    found = WindowCamps(name, camps, aligned, len(graph.weights), weight)
    line_of = {actor: line for members, line in zip(camps.camps, aligned, strict=True) for actor in members}
    ties = frozenset(pair_of(graph.nodes[a], graph.nodes[b]) for a, b in graph.ends)
    return _Window(found, line_of, ties, steady.fewest and camps.certificate.status is ProofStatus.OPTIMAL)


def _labels(graph: SignedGraph, camps: tuple[tuple[str, ...], ...]) -> Integers:
    camp_of = {actor: number for number, members in enumerate(camps) for actor in members}
    return np.array([camp_of[actor] for actor in graph.nodes], dtype=np.int64)


def _two_lines(graph: SignedGraph, camps: tuple[tuple[str, ...], ...], labels: Integers) -> tuple[int | None, ...]:
    place = {actor: at for at, actor in enumerate(graph.nodes)}
    return tuple(int(labels[place[members[0]]]) for members in camps)


def _lines(camps: tuple[tuple[str, ...], ...], known: Mapping[str, int | None], lines: int) -> tuple[int | None, ...]:
    """Give each camp of two actors or more the line that most of its actors come from; else a new one."""
    sizeable = [at for at, members in enumerate(camps) if len(members) >= SMALLEST_CAMP]
    earlier = sorted({line for line in known.values() if line is not None})
    overlap = np.zeros((len(sizeable), len(earlier)), dtype=np.int64)
    for row, at in enumerate(sizeable):
        for actor in camps[at]:
            if (line := known.get(actor)) is not None:
                overlap[row, earlier.index(line)] += 1
    given: dict[int, int] = {sizeable[row]: earlier[column] for row, column in matched(overlap)}
    for at in sizeable:
        if at not in given:
            given[at], lines = lines, lines + 1
    return tuple(given.get(at, ALONE) for at in range(len(camps)))


def _change(last: _Window, now: _Window, k: int | None) -> Change:
    before, after = last.line_of, now.line_of
    both = [actor for actor in after if actor in before]
    flows = Counter((before.get(actor), after.get(actor)) for actor in both)
    large = sorted((a, b) for (a, b), count in flows.items() if a is not None and b is not None and count > 1)
    if k == 2:
        large = []
    lines_before, lines_after = _lines_of(last), _lines_of(now)
    against_before, against = set(last.found.camps.frustrated), set(now.found.camps.frustrated)
    lasting = last.ties & now.ties
    return Change(
        before=last.found.name,
        after=now.found.name,
        came=tuple(actor for actor in after if actor not in before),
        left=tuple(actor for actor in before if actor not in after),
        crossings=tuple(
            Crossing(actor, before[actor], after[actor]) for actor in both if before[actor] != after[actor]
        ),
        fewest=now.fewest,
        born=tuple(sorted(lines_after - lines_before)),
        ended=tuple(sorted(lines_before - lines_after)),
        split=_several(large),
        merged=_several([(b, a) for a, b in large]),
        frustrated=tuple(sorted((against - against_before) & lasting)),
        relieved=tuple(sorted((against_before - against) & lasting)),
        flows=tuple(Flow(a, b, count) for (a, b), count in sorted(flows.items(), key=_in_order)),
    )


def _lines_of(window: _Window) -> set[int]:
    return {line for line in window.found.lines if line is not None}


def _several(pairs: list[tuple[int, int]]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Return each first of the pairs that goes with several seconds, with these."""
    seconds: dict[int, list[int]] = {}
    for first, second in pairs:
        seconds.setdefault(first, []).append(second)
    return tuple((first, tuple(sorted(found))) for first, found in sorted(seconds.items()) if len(found) > 1)


def _in_order(flow: tuple[tuple[int | None, int | None], int]) -> tuple[float, float]:
    """Order flows by their lines, those who stand alone last."""
    origin, target = flow[0]
    return math.inf if origin is None else origin, math.inf if target is None else target
