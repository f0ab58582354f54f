"""The price of every relation, against all divisions tried one by one."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings

from ahlaf.model import QuestionError
from ahlaf.network import SignedGraph
from ahlaf.solve.camps.near import relations
from ahlaf.solve.camps.near.near_best import near_best
from ahlaf.solve.camps.near.relations import relation_prices
from ahlaf.solve.camps.parts import components_of
from solve.camps.divisions import networks, prices


@settings(max_examples=60)
@given(networks())
def test_the_same_as_by_trying_all(graph: SignedGraph) -> None:
    found = relation_prices(graph)
    best = np.array([int(name not in found.best.camps[0]) for name in graph.nodes])
    true = prices(graph, best)
    part = components_of(len(graph.nodes), graph.ends)
    true[part[:, np.newaxis] != part] = 0.0
    assert np.array_equal(found.low, found.high)
    assert np.array_equal(found.low, true)


@settings(max_examples=30)
@given(networks())
def test_actors_stand_as_firmly_as_the_near_best_divisions_say(graph: SignedGraph) -> None:
    # Within a distance that no division exceeds, every price is known.
    everything = float(np.abs(graph.weights).sum())
    assert relation_prices(graph).actors() == near_best(graph, within=everything, most=10_000).firmness


def test_prices_by_hand() -> None:
    # Friends at 3 and 2, enemies at 1 and both of the third: the cheapest way out is to give up the friend at 2.
    graph = SignedGraph.of(["دمشق", "طهران", "بغداد", "مالطا"], [(0, 1, 3.0), (1, 2, 2.0), (0, 2, -1.0)])
    found = relation_prices(graph)
    assert found.best.frustration == 1.0
    # Apart from both others بغداد has the tie of 2 against it, in place of the tie of 1.
    assert (found.of("بغداد", "طهران").low, found.of("بغداد", "طهران").high) == (1.0, 1.0)
    assert found.of("دمشق", "طهران").together
    # دمشق alone: 3 against it in place of 1.
    assert found.of("طهران", "دمشق").low == 2.0
    assert found.of("مالطا", "دمشق").high == 0.0
    assert [(one.actor, one.price) for one in found.actors()] == [("دمشق", 2.0), ("طهران", 2.0), ("بغداد", 1.0)]
    with pytest.raises(QuestionError, match="عمان"):
        found.of("عمان", "دمشق")


def test_without_time_prices_are_enclosed() -> None:
    random = np.random.default_rng(2)
    rows = [(i, j, float(random.choice([-1, 1]))) for i, j in combinations(range(20), 2) if random.random() < 0.4]
    graph = SignedGraph.of([f"a{i}" for i in range(20)], rows)
    found, true = relation_prices(graph, time_limit=1e-6), relation_prices(graph)
    assert not np.array_equal(found.low, found.high)
    assert np.array_equal(true.low, true.high)
    # What was not proven to be the best division may be none; prices are then against the one that was found.
    assert (found.low <= found.high).all()


def test_too_many_actors_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relations, "MOST_ACTORS", 3)
    with pytest.raises(QuestionError, match="4 actors"):
        relation_prices(SignedGraph.of("abcd", [(0, 1, 1.0)]))
