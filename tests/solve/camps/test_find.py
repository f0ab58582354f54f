"""Camps: optima worked out by enumeration, published optima, and what must hold for every network."""

from __future__ import annotations

import csv
import math
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import Camps, ProofStatus, QuestionError
from ahlaf.network import SignedGraph, read_network
from ahlaf.solve.camps.find import find_camps, solve_camps

NETWORKS = Path(__file__).resolve().parents[4] / "shared" / "data" / "networks"
needs_data = pytest.mark.skipif(not NETWORKS.exists(), reason="shared data not present")

Rows = list[tuple[int, int, float]]


def graph_of(nodes: int, rows: Rows) -> SignedGraph:
    return SignedGraph.of(tuple(f"actor{number}" for number in range(nodes)), rows)


def frustration(graph: SignedGraph, labels: tuple[int, ...]) -> float:
    against = (
        abs(weight)
        for (a, b), weight in zip(graph.ends, graph.weights, strict=True)
        if (labels[a] == labels[b]) != (weight > 0)
    )
    return math.fsum(against)


def labels_of(graph: SignedGraph, found: Camps) -> tuple[int, ...]:
    camp = {name: number for number, members in enumerate(found.camps) for name in members}
    return tuple(camp[name] for name in graph.nodes)


def least(graph: SignedGraph, k: int | None) -> float:
    """Try every labelling; with any number of camps each actor's label is at most its own position."""
    ranges = [range(2) if k == 2 else range(number + 1) for number in range(len(graph.nodes))]
    return min(frustration(graph, labels) for labels in product(*ranges))


def check(graph: SignedGraph, found: Camps) -> None:
    labels = labels_of(graph, found)
    assert found.frustration == pytest.approx(frustration(graph, labels))
    assert len(found.frustrated) == sum(
        (labels[a] == labels[b]) != (weight > 0) for (a, b), weight in zip(graph.ends, graph.weights, strict=True)
    )
    firsts = [graph.nodes.index(members[0]) for members in found.camps]
    assert firsts == sorted(firsts)
    assert sum(map(len, found.camps)) == len(graph.nodes)
    assert found.certificate.gap == pytest.approx(found.frustration - found.certificate.bound)


WEIGHTS = st.one_of(st.integers(-3, 3).map(float), st.sampled_from([-0.75, -0.5, 0.1, 0.25, 1.5]))


@st.composite
def networks(draw: st.DrawFn, most: int) -> SignedGraph:
    nodes = draw(st.integers(1, most))
    rows = [
        (a, b, draw(WEIGHTS)) for a in range(nodes) for b in range(a + 1, nodes) if draw(st.booleans())
    ]  # fmt: skip
    return graph_of(nodes, rows)


@settings(deadline=None, max_examples=60)
@given(networks(9))
def test_two_camps_are_the_best_of_all_divisions(graph: SignedGraph) -> None:
    found = find_camps(graph)
    check(graph, found)
    assert found.certificate.status is ProofStatus.OPTIMAL
    assert found.frustration == pytest.approx(least(graph, 2))


@settings(deadline=None, max_examples=40)
@given(networks(6))
def test_any_number_of_camps_is_the_best_of_all_partitions(graph: SignedGraph) -> None:
    found = find_camps(graph, k=None)
    check(graph, found)
    assert found.certificate.status is ProofStatus.OPTIMAL
    assert found.frustration == pytest.approx(least(graph, None))


@settings(deadline=None, max_examples=30)
@given(networks(9), st.integers(0, 2**32 - 1))
def test_names_and_switching_do_not_change_the_frustration(graph: SignedGraph, seed: int) -> None:
    random = np.random.default_rng(seed)
    nodes = len(graph.nodes)
    order, sides = random.permutation(nodes), random.choice([-1.0, 1.0], nodes)
    rows = [(int(a), int(b), float(w)) for (a, b), w in zip(graph.ends, graph.weights, strict=True)]
    renamed = graph_of(nodes, [(int(order[a]), int(order[b]), w) for a, b, w in rows])
    switched = graph_of(nodes, [(a, b, float(w * sides[a] * sides[b])) for a, b, w in rows])
    two = find_camps(graph).frustration
    assert find_camps(renamed).frustration == pytest.approx(two)
    assert find_camps(switched).frustration == pytest.approx(two)
    any_number = find_camps(graph, k=None).frustration
    assert any_number <= two + 1e-9
    assert find_camps(renamed, k=None).frustration == pytest.approx(any_number)


def test_three_enemies_make_three_camps_or_one_frustrated_tie() -> None:
    graph = read_network("SYR,TUR,-1\nTUR,ISIS,-2\nISIS,SYR,-3\n")
    two = find_camps(graph)
    assert (two.frustration, two.frustrated, two.camps) == (1.0, (("SYR", "TUR"),), (("SYR", "TUR"), ("ISIS",)))
    any_number = find_camps(graph, k=None)
    assert (any_number.frustration, any_number.camps) == (0.0, (("SYR",), ("TUR",), ("ISIS",)))


def test_parts_bridges_and_lone_actors() -> None:
    text = "السعودية,قطر,1\nقطر,إيران,-1\nإيران,سوريا,2\nA,B,-1\nC,D,1\nD,C,-1\n"
    graph = read_network(text)
    found = find_camps(graph)
    assert found.frustration == 0.0
    assert found.camps == (("السعودية", "قطر", "A", "C", "D"), ("إيران", "سوريا", "B"))
    assert find_camps(graph, k=None).camps == (("السعودية", "قطر"), ("إيران", "سوريا"), ("A",), ("B",), ("C",), ("D",))


def test_one_network_twice_gives_the_same_camps() -> None:
    random = np.random.default_rng(5)
    rows = [(int(a), int(b), float(random.choice([-1, 1]))) for a, b in random.integers(0, 30, (90, 2))]
    assert find_camps(graph_of(30, rows), seed=3) == find_camps(graph_of(30, rows), seed=3)


def test_without_time_the_best_comes_back_with_its_gap() -> None:
    random = np.random.default_rng(1)
    rows = [(a, b, float(random.choice([-1, 1]))) for a in range(40) for b in range(a)]
    graph = graph_of(40, rows)
    for k in (2, None):
        found = find_camps(graph, k=k, time_limit=1e-6)
        check(graph, found)
        assert found.certificate.status is ProofStatus.STOPPED
        assert 0.0 <= found.certificate.bound < found.frustration


@pytest.mark.parametrize("k", [0, -1])
def test_no_camp_is_no_question(k: int) -> None:
    with pytest.raises(QuestionError, match=f"{k} camps"):
        find_camps(graph_of(2, [(0, 1, 1.0)]), k=k)


def test_one_camp_leaves_every_hostile_tie_frustrated() -> None:
    found = find_camps(graph_of(3, [(0, 1, -1.5), (1, 2, 2.0), (0, 2, -0.25)]), k=1)
    assert (found.frustration, len(found.camps), found.certificate.status) == (1.75, 1, ProofStatus.OPTIMAL)


def test_weights_count_as_the_decimals_that_they_are_written_as() -> None:
    graph = graph_of(6, [(0, 1, -0.1), (1, 2, -0.7), (0, 2, -0.5), (3, 4, -0.2), (4, 5, -0.3), (3, 5, -0.4)])
    found = find_camps(graph)
    # 0.1 + 0.2 in floating point is 0.30000000000000004.
    assert (found.frustration, found.certificate.bound, found.certificate.gap) == (0.3, 0.3, 0.0)


def test_weights_that_are_no_decimals_are_proven_up_to_their_grid() -> None:
    third = 1 / 3
    solved = solve_camps(graph_of(3, [(0, 1, -third), (1, 2, -1.0), (0, 2, -math.pi)]))
    certificate = solved.camps.certificate
    assert certificate.status is ProofStatus.OPTIMAL
    assert solved.camps.frustration == third
    assert 0.0 <= certificate.gap <= solved.tolerance < 1e-12
    assert solve_camps(graph_of(2, [(0, 1, 0.5)])).tolerance == 0.0


@needs_data
@pytest.mark.parametrize(
    ("name", "two", "any_number"),
    [("nds-highlandtribes.csv", 7.0, 2.0), ("liji-monastery.txt", 30.0, 18.0), ("nds-congress.csv", 18.0, 18.0)],
)
def test_small_published_networks(name: str, two: float, any_number: float) -> None:
    graph = read_network(NETWORKS / name)
    for k, value in ((2, two), (None, any_number)):
        found = find_camps(graph, k=k)
        check(graph, found)
        assert (found.frustration, found.certificate.status) == (value, ProofStatus.OPTIMAL)


@needs_data
def test_militant_groups_have_the_optimum_that_is_known_for_them() -> None:
    """All links of the Stanford maps; a pair that was ever friendly counts as friendly."""
    friendly = {"all": 1.0, "aff": 1.0, "mer": 1.0, "riv": -1.0, "spl": -1.0}
    best: dict[tuple[str, str], float] = {}
    with (NETWORKS / "dwave-links.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            pair = (min(row["group1"], row["group2"]), max(row["group1"], row["group2"]))
            best[pair] = max(best.get(pair, -1.0), friendly[row["type"]])
    graph = read_network("".join(f"{a},{b},{sign}\n" for (a, b), sign in best.items()))
    found = find_camps(graph)
    assert (found.frustration, found.certificate.status) == (48.0, ProofStatus.OPTIMAL)


@needs_data
@pytest.mark.parametrize("window", ["46-49", "70-73", "96-99"])
def test_windows_of_world_politics_are_proven(window: str) -> None:
    lines = (NETWORKS / "cow-1946-1999-edges.csv").read_text(encoding="utf-8").splitlines()
    rows = "".join(f"{line.split(',', 1)[1]}\n" for line in lines if line.startswith(f"{window},"))
    graph = read_network(rows)
    for k in (2, None):
        found = find_camps(graph, k=k)
        check(graph, found)
        assert found.certificate.status is ProofStatus.OPTIMAL
