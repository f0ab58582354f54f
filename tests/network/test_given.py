"""Networks as programs hold them: rows, matrices, tables, NetworkX graphs; and what is said of what is none."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any

import networkx  # type: ignore[import-untyped]
import numpy as np
import pytest
from scipy.sparse import coo_matrix, csr_array

from ahlaf.model import NetworkFileError
from ahlaf.network import GivenNetwork, network_of, read_network

ROWS = [("دمشق", "أنقرة", -1.0), ("أنقرة", "عمان", -2.0), ("دمشق", "عمان", 3.0)]


def ties(given: GivenNetwork) -> dict[frozenset[Hashable], float]:
    pairs = zip(given.graph.ends.tolist(), given.graph.weights.tolist(), strict=True)
    return {frozenset((given.names[a], given.names[b])): weight for (a, b), weight in pairs}


EXPECTED = {frozenset((a, b)): weight for a, b, weight in ROWS}
MATRIX = np.array([[0.0, -1.0, 3.0], [-1.0, 0.0, -2.0], [3.0, -2.0, 0.0]])
NAMES = ("دمشق", "أنقرة", "عمان")


class Table:
    """What of a data frame is looked at."""

    columns = ("note", "sign", "target", "source")

    def itertuples(self, index: bool = True, name: str | None = "Row") -> Iterator[tuple[Any, ...]]:
        yield from (("x", weight, b, a) for a, b, weight in ROWS)


def graph_of(kind: Any, attribute: str) -> Any:
    graph = kind()
    graph.add_edges_from((a, b, {attribute: weight}) for a, b, weight in ROWS)
    return graph


@pytest.mark.parametrize(
    "source",
    [ROWS, iter(ROWS), [list(row) for row in ROWS], Table(), graph_of(networkx.Graph, "weight"),
     graph_of(networkx.DiGraph, "sign"), graph_of(networkx.MultiGraph, "weight"),
     read_network("".join(f"{a},{b},{w}\n" for a, b, w in ROWS)), "".join(f"{a},{b},{w}\n" for a, b, w in ROWS)],
)  # fmt: skip
def test_the_same_network_in_many_forms(source: object) -> None:
    assert ties(network_of(source)) == EXPECTED


@pytest.mark.parametrize(
    "matrix", [MATRIX, MATRIX.astype(int), np.triu(MATRIX), np.tril(MATRIX), csr_array(MATRIX), coo_matrix(MATRIX)]
)
def test_a_matrix_holds_each_tie_once_or_in_both_directions(matrix: object) -> None:
    assert ties(network_of(matrix, names=NAMES)) == EXPECTED


def test_a_matrix_that_differs_by_direction_is_summed() -> None:
    assert ties(network_of(np.array([[0, 1], [-3, 0]]))) == {frozenset((0, 1)): -2.0}
    directed = networkx.DiGraph()
    directed.add_edge("a", "b", weight=1)
    directed.add_edge("b", "a", weight=-3)
    assert ties(network_of(directed)) == {frozenset(("a", "b")): -2.0}


def test_a_path_is_read(tmp_path: Path) -> None:
    path = tmp_path / "net.csv"
    path.write_text("a,b,1\nb,a,1\n", encoding="utf-8")
    assert ties(network_of(path)) == ties(network_of(str(path))) == {frozenset(("a", "b")): 2.0}
    assert network_of(path, signs=True).graph.weights.tolist() == [1.0]


def test_lone_actors_of_a_graph_and_of_a_matrix_are_kept() -> None:
    graph = networkx.Graph()
    graph.add_node("alone")
    assert network_of(graph).names == ("alone",)
    assert network_of(np.zeros((2, 2))).names == (0, 1)


def test_names_that_are_written_alike_stay_apart() -> None:
    given = network_of([(1, "1", -1.0), (1, (2, 3), 1.0)])
    assert given.names == (1, "1", (2, 3))
    assert given.graph.nodes == ("1", "'1'", "(2, 3)")


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (3, "a int is no network"),
        ([("a", "b")], "is no tie"),
        ([("a", "b", 1), "abc"], "row 2: 'abc' is no tie"),
        ([("a", "b", "x")], "row 1: 'x' is no weight"),
        ([("a", "b", float("nan"))], "no weight"),
        ([(["a"], "b", 1)], "cannot be a name"),
        (np.zeros((2, 3)), "square"),
        (np.zeros(3), "square"),
        (np.array([[0, np.inf], [0, 0]]), "finite"),
        (networkx.Graph([("a", "b")]), "has no weight"),
        ("no-such-file.csv", "cannot read it"),
    ],
)
def test_what_is_no_network_is_an_error_of_ours(source: object, says: str) -> None:
    with pytest.raises(NetworkFileError) as caught:
        network_of(source)
    assert says in str(caught.value)


def test_names_of_a_matrix_are_as_many_as_its_rows_and_differ() -> None:
    for names in (("a",), ("a", "a")):
        with pytest.raises(NetworkFileError):
            network_of(np.zeros((2, 2)), names=names)
