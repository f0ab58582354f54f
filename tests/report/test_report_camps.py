"""The camps of a network in words and as JSON, from divisions made by hand."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ahlaf.model import Camps, Certificate, Pair, ProofStatus
from ahlaf.network import SignedGraph
from ahlaf.report import CampsRun, Lang, camps_to_html, camps_to_json, camps_to_text, self_ties_to_text, weaker_to_text
from ahlaf.solve.stopping import Reason

RUN = CampsRun(0.0)
PROVEN = Certificate(ProofStatus.OPTIMAL, 1.0, 0.0)
# Each is hostile to both others: whoever of them stand together, one tie goes against it.
TRIANGLE = SignedGraph.of(("دمشق", "أنقرة", "عمان"), [(0, 1, -1), (1, 2, -2), (0, 2, -3)])
DIVIDED = Camps((("دمشق", "أنقرة"), ("عمان",)), 1.0, (("أنقرة", "دمشق"),), PROVEN, 2)


def network(actors: int) -> SignedGraph:
    return SignedGraph.of([f"a{i}" for i in range(actors)], [(0, i, 1) for i in range(1, actors)])


def division(*camps: tuple[str, ...], against: tuple[Pair, ...] = (), k: int | None = None) -> Camps:
    return Camps(camps, float(len(against)), against, replace(PROVEN, bound=float(len(against))), k)


def test_english_lines() -> None:
    assert camps_to_text(TRIANGLE, DIVIDED, RUN, lang="en").splitlines() == [
        "3 actors with 3 ties, in 2 camps.",
        "1 tie goes against this division: a frustration of 1.",
        "Proven: no other division into two camps has less frustration.",
        "Camp 0 (2 actors): دمشق, أنقرة",
        "Camp 1 (1 actor): عمان",
    ]


def test_arabic_lines() -> None:
    assert camps_to_text(TRIANGLE, DIVIDED, RUN, lang="ar").splitlines() == [
        "في الشبكة 3 أطراف و3 علاقات، والتوزيع على معسكرين.",
        "علاقة واحدة تخالف هذا التقسيم، ومقدار الاحتكاك 1.",
        "ثبت بالبرهان أن لا تقسيم آخر إلى معسكرين أقل احتكاكًا.",
        "المعسكر 0 (طرفان): دمشق، أنقرة",
        "المعسكر 1 (طرف واحد): عمان",
    ]


@pytest.mark.parametrize(
    ("lang", "actors", "first"),
    [
        ("en", 1, "1 actor with 0 ties, all in 1 camp."),
        ("en", 2, "2 actors with 1 tie, all in 1 camp."),
        ("ar", 1, "في الشبكة طرف واحد ولا علاقات، والجميع في معسكر واحد."),
        ("ar", 3, "في الشبكة 3 أطراف وعلاقتان، والجميع في معسكر واحد."),
        ("ar", 12, "في الشبكة 12 طرفًا و11 علاقة، والجميع في معسكر واحد."),
        ("ar", 101, "في الشبكة 101 طرف و100 علاقة، والجميع في معسكر واحد."),
    ],
)
def test_numbers_take_the_right_plural(lang: Lang, actors: int, first: str) -> None:
    graph = network(actors)
    assert camps_to_text(graph, division(graph.nodes), RUN, lang=lang).splitlines()[0] == first


def test_any_number_of_camps_without_frustration() -> None:
    found = division(("دمشق",), ("أنقرة",), ("عمان",))
    english = camps_to_text(TRIANGLE, found, RUN, lang="en")
    assert "No tie goes against this division: its frustration is 0." in english
    assert "Proven: no other division, into however many camps, has less frustration." in english
    assert "فلا احتكاك فيه" in camps_to_text(TRIANGLE, found, RUN, lang="ar")


def test_a_division_without_proof_says_how_near_it_is() -> None:
    stopped = Certificate(ProofStatus.STOPPED, 1234.501, 0.003)
    found = replace(DIVIDED, frustration=1234.504, certificate=stopped)
    english = camps_to_text(TRIANGLE, found, RUN, lang="en")
    assert "lies between 1,234.501 and 1,234.504, a gap of 0.003." in english
    assert "بين 1,234.501 و1,234.504، والفجوة 0.003." in camps_to_text(TRIANGLE, found, RUN, lang="ar")
    assert json.loads(camps_to_json(TRIANGLE, found, RUN))["proven"] is False


def test_long_lists_are_cut_short() -> None:
    graph = network(60)
    together = camps_to_text(graph, division(graph.nodes), RUN, lang="en").splitlines()[-1]
    assert together.startswith("Camp 0 (60 actors): a0, a1, ")
    assert together.endswith("a29, and 30 more")
    assert camps_to_text(graph, division(graph.nodes), RUN, lang="ar").endswith("a29، و30 طرفًا آخر\n")
    apart = division(*((name,) for name in graph.nodes[:21]))
    assert camps_to_text(graph, apart, RUN, lang="en").endswith("Camp 19 (1 actor): a19\nAnd 1 more camp.\n")
    assert camps_to_text(graph, apart, RUN, lang="ar").endswith("وثمة معسكر آخر.\n")


def test_a_name_cannot_steer_the_terminal() -> None:
    graph = SignedGraph.of(("a\x1b[2J", "b"), [(0, 1, 1)])
    assert "\x1b" not in camps_to_text(graph, division(graph.nodes), RUN, lang="en")


def test_a_max_cut_file_has_its_cut() -> None:
    # Edges 1-2 of 1, 2-3 of 2, 1-3 of 4: as ties they are hostile, and 2-3 and 1-3 are cut, 2 + 4.
    graph = SignedGraph.of(("1", "2", "3"), [(0, 1, -1), (1, 2, -2), (0, 2, -4)], is_maxcut=True)
    found = Camps((("1", "2"), ("3",)), 1.0, (("1", "2"),), PROVEN, 2)
    assert "Cut: 6." in camps_to_text(graph, found, RUN, lang="en")
    assert "القطع: 6." in camps_to_text(graph, found, RUN, lang="ar")
    assert json.loads(camps_to_json(graph, found, RUN))["cut"] == 6.0


def test_json_has_every_key_and_the_same_bytes() -> None:
    encoded = camps_to_json(TRIANGLE, DIVIDED, CampsRun(0.12345))
    assert encoded == camps_to_json(TRIANGLE, DIVIDED, CampsRun(0.12345))
    assert encoded.endswith(b"}\n")
    assert "دمشق" in encoded.decode()
    assert json.loads(encoded) == {
        "schema": "ahlaf.camps/2", "nodes": 3, "edges": 3, "k": 2, "frustration": 1.0, "cut": None, "bound": 1.0,
        "gap": 0.0, "proven": True, "tolerance": 0.0, "stopped_by": None, "seconds": 0.123,
        "camps": {"دمشق": 0, "أنقرة": 0, "عمان": 1}, "frustrated": [{"a": "أنقرة", "b": "دمشق", "weight": -1.0}],
    }  # fmt: skip
    assert json.loads(camps_to_json(TRIANGLE, replace(DIVIDED, k=None), RUN))["k"] == "any"


def test_rows_that_tie_an_actor_to_itself() -> None:
    rows = [(0, 0, 1), (0, 1, 1), (1, 1, 1)]
    assert self_ties_to_text(TRIANGLE, lang="en") == ""
    once, twice = (SignedGraph.of("ab", rows[:count]) for count in (2, 3))
    assert self_ties_to_text(once, lang="en") == "1 row ties an actor to itself; it is no tie.\n"
    assert self_ties_to_text(twice, lang="en") == "2 rows tie an actor to itself; they are no ties.\n"
    assert self_ties_to_text(twice, lang="ar").startswith("صفان يربط كل منهما")


@pytest.mark.parametrize(
    ("reason", "english", "arabic"),
    [(Reason.TIME, "time ran out", "انتهى الوقت"), (Reason.ASKED, "interrupted", "أُوقف"),
     (Reason.MEMORY, "limit on memory", "الذاكرة")],
)  # fmt: skip
def test_why_there_is_no_proof(reason: Reason, english: str, arabic: str) -> None:
    found = replace(DIVIDED, certificate=Certificate(ProofStatus.STOPPED, 0.5, 0.5))
    run = CampsRun(1.0, reason)
    assert english in camps_to_text(TRIANGLE, found, run, lang="en")
    assert arabic in camps_to_text(TRIANGLE, found, run, lang="ar")
    assert json.loads(camps_to_json(TRIANGLE, found, run))["stopped_by"] == reason


@pytest.mark.parametrize(("k", "says"), [(1, "All are in one camp"), (3, "into at most 3 camps")])
def test_what_is_proven_depends_on_how_many_camps_were_asked_for(k: int, says: str) -> None:
    assert says in camps_to_text(TRIANGLE, replace(DIVIDED, k=k), RUN, lang="en")


def test_a_proof_up_to_a_tolerance_says_so() -> None:
    run = CampsRun(0.0, tolerance=2.2e-13)
    assert "the proof holds to within 2e-13." in camps_to_text(TRIANGLE, DIVIDED, run, lang="en")
    assert "2e-13" in camps_to_text(TRIANGLE, DIVIDED, run, lang="ar")


def test_a_table_in_the_direction_of_its_language() -> None:
    arabic = camps_to_html(TRIANGLE, DIVIDED, RUN, lang="ar")
    assert '<section lang="ar" dir="rtl"' in arabic
    assert "<bdi>دمشق</bdi>، <bdi>أنقرة</bdi>" in arabic
    assert '<th scope="row">1</th>' in camps_to_html(TRIANGLE, DIVIDED, RUN, lang="en")


def test_a_name_cannot_become_part_of_the_page() -> None:
    graph = SignedGraph.of(("<script>", "b"), [(0, 1, 1)])
    html = camps_to_html(graph, division(graph.nodes), RUN, lang="en")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_a_certificate_that_proves_less_than_was_found() -> None:
    assert (
        weaker_to_text(2.0, 5.5, lang="en")
        == "The certificate proves a bound of 2, not all of the 5.5 that was found.\n"
    )
    assert "2، لا 5.5" in weaker_to_text(2.0, 5.5, lang="ar")
