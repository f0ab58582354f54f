"""A signed network from what Python programs hold: rows, a matrix, a table, a NetworkX graph, or a file."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from ahlaf.model import NetworkFileError, Place
from ahlaf.network.edgelist import header_columns, read_network
from ahlaf.network.graph import SignedGraph

Edge = tuple[Hashable, Hashable, float]
# Attributes of a NetworkX edge that hold its weight, the first that it has.
WEIGHT_ATTRIBUTES = ("weight", "sign")
_ROWS = "rows (a, b, weight), a square matrix, a table with three columns, a NetworkX graph, or the path of a file"


@dataclass(frozen=True, slots=True, eq=False)
class GivenNetwork:
    """A network as it was given: its graph, and the caller's own name for each of the graph's nodes, in their order."""

    graph: SignedGraph
    names: tuple[Hashable, ...]


@runtime_checkable
class _NetworkX(Protocol):
    """What of a NetworkX graph is needed here; NetworkX itself is not loaded."""

    nodes: Any
    edges: Any

    def is_directed(self) -> bool: ...

    def is_multigraph(self) -> bool: ...


@runtime_checkable
class _Table(Protocol):
    """What of a data frame is needed here."""

    columns: Any

    def itertuples(self, index: bool = True, name: str | None = None) -> Iterator[tuple[Any, ...]]: ...


def network_of(source: object, *, names: Sequence[Hashable] | None = None, signs: bool = False) -> GivenNetwork:
    """Take a network as programs hold it, and keep their own names for the actors.

    `source`: rows (a, b, weight) with any hashable names; a square numpy or scipy.sparse matrix, with `names` for its
    rows or else numbered from 0; a table such as a data frame, whose columns go by their names or else are the first
    three; a NetworkX graph, whose edges have a "weight" or a "sign"; a path, or a text with line breaks, as
    `read_network` takes it. Both directions and repeats of a pair are summed; a symmetric matrix holds each tie twice
    and counts once. With `signs` each row counts as ±1 and each pair as the sign of its sum.
    Raises NetworkFileError for what is none of these, and for weights that are no finite numbers.
    """
    if isinstance(source, SignedGraph):
        return GivenNetwork(source, source.nodes)
    if isinstance(source, (str, Path)):
        graph = read_network(source, signs=signs)
        return GivenNetwork(graph, graph.nodes)
    if isinstance(source, _NetworkX):
        return _network(list(source.nodes), _edges_of(source), signs)
    if isinstance(source, _Table):
        return _network([], _rows_of(source), signs)
    if isinstance(source, np.ndarray) or hasattr(source, "tocoo"):
        return _matrix(source, names, signs)
    if isinstance(source, Iterable):
        return _network([], _triples(source), signs)
    raise NetworkFileError(f"a {type(source).__name__} is no network", expected=_ROWS)


def _network(names: list[Hashable], edges: Iterable[Edge], signs: bool) -> GivenNetwork:
    places: dict[Hashable, int] = {name: at for at, name in enumerate(names)}
    rows: list[tuple[int, int, float]] = []
    for number, (a, b, given) in enumerate(edges, start=1):
        weight = _weight(given, number)
        try:
            rows.append((places.setdefault(a, len(places)), places.setdefault(b, len(places)), weight))
        except TypeError as error:
            raise NetworkFileError(
                f"{a!r}, {b!r}: one of them cannot be a name", place=Place(row=number), expected="hashable names"
            ) from error
    return GivenNetwork(SignedGraph.of(_written(list(places)), rows, signs=signs), tuple(places))


def _weight(given: object, number: int) -> float:
    try:
        weight = float(given)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        weight = math.nan
    if not math.isfinite(weight):
        raise NetworkFileError(f"{given!r} is no weight", place=Place(row=number), expected="a finite number")
    return weight


def _written(names: Sequence[Hashable]) -> tuple[str, ...]:
    """Return names as text, each different from all others: 1 and "1" become 1 and '1'."""
    texts = [str(name) for name in names]
    twice = {text for text, count in Counter(texts).items() if count > 1}
    texts = [repr(name) if text in twice else text for name, text in zip(names, texts, strict=True)]
    if len(set(texts)) < len(texts):
        texts = [f"{text} ({number})" for number, text in enumerate(texts)]
    return tuple(texts)


def _triples(source: Iterable[object]) -> Iterator[Edge]:
    for number, row in enumerate(source, start=1):
        if isinstance(row, str) or not isinstance(row, Iterable) or len(cells := tuple(row)) != 3:
            raise NetworkFileError(f"{row!r} is no tie", place=Place(row=number), expected="rows (a, b, weight)")
        yield cells


def _edges_of(graph: _NetworkX) -> Iterator[Edge]:
    for a, b, data in graph.edges(data=True):
        weight = next((data[name] for name in WEIGHT_ATTRIBUTES if name in data), None)
        if weight is None:
            raise NetworkFileError(
                f"the edge from {a!r} to {b!r} has no weight", expected='an attribute "weight" or "sign" on every edge'
            )
        yield a, b, weight


def _rows_of(table: _Table) -> Iterator[Edge]:
    titles = tuple(str(title) for title in table.columns)
    if len(titles) < 3:
        raise NetworkFileError(f"the table has {len(titles)} columns", expected="source, target, and weight or sign")
    columns = header_columns(titles)
    for row in table.itertuples(index=False, name=None):
        yield row[columns.first], row[columns.second], row[columns.weight]


def _matrix(source: Any, names: Sequence[Hashable] | None, signs: bool) -> GivenNetwork:
    from scipy.sparse import coo_array

    if source.ndim != 2 or source.shape[0] != source.shape[1]:
        raise NetworkFileError(f"a matrix of shape {source.shape} is no network", expected="a square matrix")
    if names is not None and len(names) != source.shape[0]:
        raise NetworkFileError(f"{len(names)} names for a matrix with {source.shape[0]} rows", expected="a name a row")
    if names is not None and len(set(names)) < len(names):
        raise NetworkFileError("two rows of the matrix have the same name", expected="a different name for each row")
    matrix = coo_array(source)
    values: NDArray[np.float64] = np.asarray(matrix.data).astype(np.float64)
    if not np.isfinite(values).all():
        raise NetworkFileError("the matrix holds what is no finite number", expected="0 where there is no tie")
    known = matrix.row <= matrix.col if _symmetric(matrix) else np.ones(len(values), dtype=np.bool_)
    rows = np.stack([matrix.row[known], matrix.col[known], values[known]], axis=1)
    chosen = tuple(names) if names is not None else tuple(range(source.shape[0]))
    return GivenNetwork(SignedGraph.of(_written(chosen), rows, signs=signs), chosen)


def _symmetric(matrix: Any) -> bool:
    difference = matrix.tocsr() - matrix.T.tocsr()
    return not bool(difference.nnz) or not np.any(difference.data)
