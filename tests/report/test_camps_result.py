"""What ahlaf.camps gives back: camps by the caller's own names, and the ways in which it shows itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import ahlaf
from ahlaf.model import QuestionError
from ahlaf.report import camps_to_text
from ahlaf.solve.camps.proof.certificate_file import read_certificate
from ahlaf.solve.camps.proof.check_certificate import check_certificate

# Two pairs of friends; between the pairs one tie is friendly and two are hostile: that one is frustrated.
ROWS = [(1, 2, 1.0), ("ق", "ع", 1.0), (1, "ق", -1.0), (2, "ع", -1.0), (1, "ع", 0.5)]


def test_camps_go_by_the_names_that_were_given() -> None:
    result = ahlaf.camps(ROWS)
    assert result.camps == ((1, 2), ("ق", "ع"))
    assert dict(result.camp_of) == {1: 0, 2: 0, "ق": 1, "ع": 1}
    assert (result.frustration, result.frustrated) == (0.5, ((1, "ع", 0.5),))
    certificate = result.certificate
    assert (certificate.bound, certificate.gap, certificate.proven, certificate.tolerance) == (0.5, 0.0, True, 0.0)
    assert "proven" in repr(result)
    assert repr(certificate) == "ResultCertificate(status='optimal', bound=0.5, gap=0.0)"


def test_a_networkx_graph_with_camps_and_frustrated_ties() -> None:
    graph = ahlaf.camps(ROWS).to_networkx()
    assert dict(graph.nodes(data="camp")) == {1: 0, 2: 0, "ق": 1, "ع": 1}
    assert {(a, b) for a, b, against in graph.edges(data="frustrated") if against} == {(1, "ع")}
    assert graph.edges[1, "ع"]["weight"] == 0.5
    assert ahlaf.camps(graph).frustration == 0.5


def test_text_html_and_json_say_the_same_as_the_command() -> None:
    result = ahlaf.camps(ROWS, k=None)
    assert str(result) == camps_to_text(result.solved.graph, result.solved.camps, result.run, lang="en").rstrip("\n")
    assert "المعسكر 0" in result.to_text("ar")
    assert 'dir="rtl"' in result.to_html("ar")
    assert result._repr_html_() == result.to_html("en")
    document = json.loads(result.to_json())
    assert (document["schema"], document["k"], document["camps"]["1"]) == ("ahlaf.camps/2", "any", 0)


def test_limits_end_with_the_best_that_was_found() -> None:
    rows = [(a, b, 1 if (a * a + 3 * a * b + b) % 7 < 3 else -1) for a in range(40) for b in range(a)]
    for result, reason in ((ahlaf.camps(rows, time_limit=1e-6), "time"), (ahlaf.camps(rows, memory_limit=1), "memory")):
        assert len(result.camp_of) == 40
        assert 0.0 <= result.certificate.bound < result.frustration
        assert json.loads(result.to_json())["stopped_by"] == reason
        assert "gap" in repr(result)


def test_an_empty_network_has_no_camps() -> None:
    result = ahlaf.camps([])
    assert (result.camps, result.frustration, result.certificate.proven) == ((), 0.0, True)
    assert result.to_networkx().number_of_nodes() == 0


def test_the_certificate_is_checked_and_saved(tmp_path: Path) -> None:
    result = ahlaf.camps(ROWS)
    checked = result.certificate.check()
    assert (checked.frustration, checked.bound, checked.optimal, checked.wrong) == (0.5, 0.5, True, None)
    result.certificate.save(tmp_path / "camps.npz")
    stored = read_certificate(tmp_path / "camps.npz")
    assert check_certificate(result.solved.graph, stored).wrong is None
    other = ahlaf.camps([*ROWS, (2, "ق", 1.0)])
    assert "another network" in str(check_certificate(other.solved.graph, stored).wrong)


def test_divisions_near_the_best() -> None:
    near = ahlaf.camps(ROWS).near_best()
    assert (near.count, near.complete) == (1, True)
    assert [one.extra for one in ahlaf.camps(ROWS).near_best(None, most=2).divisions] == [0.0, 1.5]
    assert ahlaf.camps(ROWS, k=None).near_best().best.k is None
    with pytest.raises(QuestionError):
        ahlaf.camps(ROWS, k=3).near_best()
