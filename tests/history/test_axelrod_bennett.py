"""Axelrod and Bennett's two cases: the published configurations, and camps beside the landscape."""

from __future__ import annotations

from pathlib import Path

import pytest
from axelrod_bennett import AXIS, DATA, beside, europe

from ahlaf.model import ProofStatus
from ahlaf.solve import landscape
from ahlaf.solve.landscape.rivals import propensities, unix_1988

PAGE = Path(__file__).resolve().parents[2] / "docs" / "theory" / "landscape.md"


def test_unix_comes_out_as_published_and_two_camps_are_one_of_its_configurations() -> None:
    firms = unix_1988()
    graph, sizes = propensities(firms), {firm.name: firm.size for firm in firms}
    (part,) = landscape(graph, sizes).parts
    # The two configurations of the published table, both of the same energy.
    published = [
        {frozenset({"AT&T", "IBM", "Prime", "Sun"}), frozenset({"Apollo", "DEC", "HP", "Intergraph", "SGI"})},
        {frozenset({"AT&T", "Apollo", "IBM", "Intergraph", "SGI"}), frozenset({"DEC", "HP", "Prime", "Sun"})},
    ]
    assert [{frozenset(side) for side in minimum.sides} for minimum in part.minima] == published
    assert [round(minimum.energy, 2) for minimum in part.minima] == [-3828.9, -3828.9]
    heavy, light, every = beside(graph, sizes, part, [firm.name for firm in firms if firm.actual == "OSF"])
    assert heavy.same_as in (1, 2)
    # With all pairs hostile, E = 2 F − 2 Σ |s_i s_j p_ij| ties the frustration of camps to the energy of the landscape.
    hostile = sum(
        abs(weight) * sizes[graph.nodes[i]] * sizes[graph.nodes[j]]
        for (i, j), weight in zip(graph.ends, graph.weights, strict=True)
    )
    assert 2 * heavy.camps.frustration - 2 * hostile == pytest.approx(part.minima[0].energy)
    assert light.same_as is None
    assert len(every.camps.camps) == 9 and every.camps.frustration == 0


@pytest.mark.skipif(not DATA.is_dir(), reason="our coding of 1936 is not there")
def test_camps_of_1936_are_those_of_the_docs() -> None:
    graph, sizes = europe(DATA)
    (part,) = landscape(graph, sizes).parts
    heavy, light, every = beside(graph, sizes, part, AXIS)
    assert all(one.camps.certificate.status is ProofStatus.OPTIMAL for one in (heavy, light, every))
    assert heavy.same_as == 1
    assert heavy.elsewhere == ("Poland", "Portugal", "Romania")
    assert light.away == 5 and light.elsewhere is not None and len(light.elsewhere) == 6
    assert any({"USSR", "Germany"} <= set(camp) for camp in light.camps.camps)
    assert ("USSR",) in every.camps.camps and len(every.camps.camps) == 3
    page = PAGE.read_text(encoding="utf-8")
    for one in (heavy, light, every):
        assert f"| {one.camps.frustration:.2f} |" in page
