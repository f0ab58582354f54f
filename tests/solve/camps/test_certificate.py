"""A certificate goes through its file without loss, and says what is wrong with it when it is changed."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import NetworkFileError
from ahlaf.network import SignedGraph, read_network
from ahlaf.solve.camps.certify import certificate_of as stored
from ahlaf.solve.camps.find import solve_camps
from ahlaf.solve.camps.proof.certificate import CampsCertificate, piece_in_units
from ahlaf.solve.camps.proof.certificate_file import (
    certificate_bytes,
    certificate_from,
    read_certificate,
    write_certificate,
)
from ahlaf.solve.camps.proof.check_certificate import check_certificate
from ahlaf.solve.camps.whole import whole_weights
from solve.camps.prover import least_of, prove
from solve.camps.small import best_division

NETWORKS = Path(__file__).resolve().parents[4] / "shared" / "data" / "networks"
needs_data = pytest.mark.skipif(not NETWORKS.exists(), reason="shared data not present")

SIX = "".join(f"{a},{b},-0.5\n" for a in "ابتثجح" for b in "ابتثجح" if a < b)


def certificate_of(graph: SignedGraph) -> CampsCertificate:
    weights = whole_weights(graph.weights)
    piece = piece_in_units(graph, weights.numbers)
    value, labels = best_division(piece)
    return CampsCertificate.of(graph, 2, labels, weights, value, prove(piece, value))


@st.composite
def graphs(draw: st.DrawFn) -> SignedGraph:
    nodes = draw(st.integers(1, 7))
    actor = st.integers(0, nodes - 1)
    weight = st.sampled_from([-3.0, -1.0, -0.5, 0.25, 1.0, 2.0])
    rows = draw(st.lists(st.tuples(actor, actor, weight), max_size=3 * nodes))
    return SignedGraph.of([f"actor{number}" for number in range(nodes)], rows)


@settings(deadline=None, max_examples=60)
@given(graphs())
def test_a_certificate_survives_its_file_and_proves_the_optimum(graph: SignedGraph) -> None:
    certificate = certificate_of(graph)
    data = certificate_bytes(certificate)
    again = certificate_from(data)
    assert certificate_bytes(again) == data
    check = check_certificate(graph, again)
    assert (check.wrong, check.optimal) == (None, True)
    assert check.bound == check.frustration
    assert check.frustration == float(least_of(piece_in_units(graph, again.numbers)) * again.unit)


def test_six_enemies_with_arabic_names_pay_for_two_triangles() -> None:
    """Six ties of one half; proven by cases, so branches go through the file too."""
    graph = read_network(SIX)
    check = check_certificate(graph, certificate_from(certificate_bytes(certificate_of(graph))))
    assert (check.frustration, check.bound, check.optimal, check.wrong) == (3.0, 3.0, True, None)
    assert check.checked is not None
    assert check.checked.cases >= 2


def test_lies_are_found() -> None:
    graph = read_network(SIX)
    true = certificate_of(graph)
    moved = true.camps.copy()
    moved[0] = 1 - moved[0]
    worse = check_certificate(graph, replace(true, camps=moved))
    assert (worse.frustration, worse.bound, worse.optimal, worse.wrong) == (3.5, 3.0, False, None)
    doubled, flipped = true.numbers.copy(), true.numbers.copy()
    doubled[3] *= 2
    flipped[3] *= -1
    for wrong, why in (
        (replace(true, goal=true.goal + 1), "short of|add up to|may stand otherwise"),
        (replace(true, proof=None), "without a proof"),
        (replace(true, network="0" * 64), "another network"),
        (replace(true, camps=true.camps[1:]), "number of actors"),
        (replace(true, camps=np.arange(6)), "more than 2 camps"),
        (replace(true, numbers=doubled), "a tie of weight -0.5 is counted as -1"),
        (replace(true, numbers=flipped), "a tie of weight -0.5 is counted as 1/2"),
        (replace(true, unit=Fraction(1)), "a tie of weight -0.5 is counted as -5"),
        (replace(true, unit=Fraction(0)), "too large"),
        (replace(true, numbers=true.numbers[1:]), "number of ties"),
    ):
        check = check_certificate(graph, wrong)
        assert check.wrong is not None
        assert re.search(why, check.wrong), check.wrong
        assert (check.bound, check.optimal) == (0.0, False)
    other = read_network(SIX.replace("-0.5", "-1", 1))
    assert check_certificate(other, true).wrong is not None


def test_without_a_proof_there_is_no_bound_and_nothing_wrong() -> None:
    graph = read_network(SIX)
    true = certificate_of(graph)
    check = check_certificate(graph, replace(true, proof=None, goal=0))
    assert (check.frustration, check.bound, check.optimal, check.wrong) == (3.0, 0.0, False, None)


def test_weights_that_are_cut_off_bound_from_below() -> None:
    graph = read_network("A,B,-0.1234567890123\nB,C,-1\nA,C,-2\n")
    check = check_certificate(graph, certificate_of(graph))
    assert check.wrong is None
    assert not check.optimal
    assert 0.12345678901 < check.bound <= check.frustration == 0.1234567890123


def test_one_camp_needs_no_proof() -> None:
    graph = read_network("A,B,-1\nB,C,-2\nA,C,3\n")
    weights = whole_weights(graph.weights)
    one = CampsCertificate.of(graph, 1, np.zeros(3, dtype=np.int64), weights, 3, None)
    check = check_certificate(graph, one)
    assert (check.frustration, check.bound, check.optimal) == (3.0, 3.0, True)


@pytest.mark.parametrize(("k", "least"), [(2, 2.0), (3, 1.0), (4, 0.0), (None, 0.0)])
def test_four_enemies_in_so_many_camps(k: int | None, least: float) -> None:
    graph = read_network("".join(f"{a},{b},-1\n" for a in "ABCD" for b in "ABCD" if a < b))
    solved = solve_camps(graph, k=k)
    check = check_certificate(graph, certificate_from(certificate_bytes(stored(solved))))
    assert (check.frustration, check.bound, check.optimal, check.wrong) == (least, least, True, None)


@needs_data
@pytest.mark.parametrize("window", ["46-49", "70-73", "96-99"])
@pytest.mark.parametrize("k", [2, 3, None])
def test_windows_of_world_politics_are_certified(window: str, k: int | None) -> None:
    lines = (NETWORKS / "cow-1946-1999-edges.csv").read_text(encoding="utf-8").splitlines()
    rows = "".join(f"{line.split(',', 1)[1]}\n" for line in lines if line.startswith(f"{window},"))
    graph = read_network(rows)
    solved = solve_camps(graph, k=k)
    check = check_certificate(graph, certificate_from(certificate_bytes(stored(solved))))
    assert (check.frustration, check.optimal, check.wrong) == (solved.camps.frustration, True, None)


def test_files_that_are_none_are_refused(tmp_path: Path) -> None:
    graph = read_network(SIX)
    whole = tmp_path / "شهادة.npz"
    write_certificate(whole, certificate_of(graph))
    assert check_certificate(graph, read_certificate(whole)).optimal
    data = whole.read_bytes()
    spoilt = tmp_path / "spoilt.npz"
    for content in (b"", b"\0" * 50, b"a,b,1\n", data[:200], data[: len(data) // 2], _with(data, "lengths", [3, -1])):
        spoilt.write_bytes(content)
        with pytest.raises(NetworkFileError, match="no certificate, or it is damaged"):
            read_certificate(spoilt)
    for name in ("header", "camps", "steps", "actors"):
        spoilt.write_bytes(_with(data, name, [1, 2]))
        if name == "camps":
            assert check_certificate(graph, read_certificate(spoilt)).wrong is not None
            continue
        with pytest.raises(NetworkFileError, match="no certificate, or it is damaged"):
            read_certificate(spoilt)
    with pytest.raises(NetworkFileError, match="cannot read it"):
        read_certificate(tmp_path / "missing.npz")


def test_a_certificate_of_a_later_version_is_refused(tmp_path: Path) -> None:
    data = certificate_bytes(certificate_of(read_network(SIX)))
    header = json.loads(np.load(BytesIO(data))["header"].tobytes())
    later = json.dumps({**header, "version": 2}).encode()
    path = tmp_path / "later.npz"
    path.write_bytes(_with(data, "header", list(later), np.uint8))
    with pytest.raises(NetworkFileError):
        read_certificate(path)


def _with(data: bytes, name: str, numbers: list[int], kind: type[np.integer] = np.int64) -> bytes:
    """Return the archive with one list changed."""
    out, member = BytesIO(), BytesIO()
    np.save(member, np.array(numbers, dtype=kind))
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, member.getvalue() if entry == f"{name}.npy" else old.read(entry))
    return out.getvalue()
