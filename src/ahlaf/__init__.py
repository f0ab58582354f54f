"""Ahlaf: can these parties stand together against this threat, what stops them, and what would it take?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ahlaf.version import __version__

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from ahlaf.report.camps_result import CampsResult
    from ahlaf.report.over_time_result import OverTimeResult

__all__ = ["__version__", "camps", "camps_over_time"]


def camps(
    network: object,
    *,
    k: int | None = 2,
    signs: bool = False,
    names: Sequence[Hashable] | None = None,
    time_limit: float = 60.0,
    memory_limit: float | None = None,
    seed: int = 0,
) -> CampsResult:
    """Divide the actors of a signed network into camps with the least frustration, and prove it.

    A friendly tie (weight > 0) is frustrated between two camps, a hostile one (weight < 0) within one; frustration is
    the summed |weight| of such ties. `k` is how many camps there may be at most, None for any number.

    `network`: rows (a, b, weight) with any hashable names; a square numpy or scipy.sparse matrix, with `names` for its
    rows; a data frame; a NetworkX graph whose edges have a "weight" or a "sign"; or the path of a file. Both directions
    and repeats of a pair are summed; a symmetric matrix counts once. With `signs` each row counts as ±1 and each pair
    as the sign of its sum.

    The search ends after `time_limit` seconds, when the process holds `memory_limit` MiB, or when it is interrupted
    (Ctrl-C): the result then holds the best division, with its bound and gap. A second interruption is raised.
    Raises `ahlaf.model.InputError` for what is no network or no number of camps.

    >>> result = camps([("SYR", "TUR", -1), ("TUR", "ISIS", -2), ("ISIS", "SYR", -3)])
    >>> result.frustration, result.certificate.proven
    (1.0, True)
    >>> result.camps
    (('SYR', 'TUR'), ('ISIS',))
    """
    import time

    from ahlaf.network import network_of
    from ahlaf.report import CampsRun
    from ahlaf.report.camps_result import CampsResult
    from ahlaf.solve.camps.find import solve_camps
    from ahlaf.solve.stopping import watching

    given = network_of(network, names=names, signs=signs)
    start = time.monotonic()
    with watching(memory_limit=None if memory_limit is None else int(memory_limit * 2**20)) as watch:
        solved = solve_camps(given.graph, k=k, time_limit=time_limit, seed=seed)
    run = CampsRun(time.monotonic() - start, watch.reason, solved.tolerance)
    return CampsResult(given, solved, run)


def camps_over_time(
    windows: Mapping[Any, object] | Iterable[tuple[object, object]],
    *,
    k: int | None = 2,
    signs: bool = False,
    time_limit: float = 60.0,
    memory_limit: float | None = None,
    seed: int = 0,
) -> OverTimeResult:
    """Divide the network of each window of time into camps, and tell what changed from each to the next.

    `windows` are names with networks, as `camps` takes them, in their order. Of all best divisions of a window the one
    is taken in which the fewest actors leave the camps that they had in the last. Actors go by their names as text.
    `time_limit` is for each window; the other options and errors are those of `camps`.

    >>> result = camps_over_time({"1936": [("A", "B", 1), ("A", "C", -1)], "1937": [("A", "B", 1), ("A", "C", 1)]})
    >>> [crossing.actor for crossing in result.changes[0].crossings]
    ['C']
    """
    import time
    from collections.abc import Mapping

    from ahlaf.network import network_of
    from ahlaf.report.over_time_result import OverTimeResult
    from ahlaf.solve.camps.over_time import camps_over_time as follow
    from ahlaf.solve.stopping import watching

    pairs = windows.items() if isinstance(windows, Mapping) else windows
    networks = [(str(name), network_of(network, signs=signs).graph) for name, network in pairs]
    start = time.monotonic()
    with watching(memory_limit=None if memory_limit is None else int(memory_limit * 2**20)):
        found = follow(networks, k=k, time_limit=time_limit, seed=seed)
    return OverTimeResult(found, time.monotonic() - start)
