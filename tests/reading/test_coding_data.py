"""Every row of the words of events keeps to its form."""

from __future__ import annotations

import pytest

from ahlaf.actors import gazetteer
from ahlaf.codebook import Row, package_table
from ahlaf.language import normal
from ahlaf.model import ActorKind, RelationType
from ahlaf.reading.coding.event_lexicon import Beside, WordKind, event_readings, other_names, party_noun

ROLES = {
    "",
    *[
        "CVL",
        "CRM",
        "UAF",
        "MIL",
        "COP",
        "GOV",
        "LEG",
        "JUD",
        "REB",
        "OPP",
        "PTY",
        "REL",
        "EDU",
        "MED",
        "BUS",
        "LAB",
        "HLH",
        "SPY",
        "IMG",
        "NGO",
    ],
}


def rows(name: str) -> list[Row]:
    return list(package_table("ahlaf.reading.coding", f"data/{name}", ()))


@pytest.mark.parametrize("row", rows("event_words_ar.csv"), ids=lambda row: row["forms"])
def test_event_words(row: Row) -> None:
    kind = WordKind(row["kind"])
    forms = row["forms"].split() if kind is WordKind.VERB else row["forms"].split("|")
    assert kind is not WordKind.VERB or len(forms) == 2
    assert RelationType(row["root"])
    assert Beside(row["next"])
    assert row["cameo"].isdigit()
    assert row["weight"] in ("1", "2")
    assert event_readings(normal(forms[0])) is not None


@pytest.mark.parametrize("row", rows("event_parties_ar.csv"), ids=lambda row: row["forms"])
def test_party_nouns(row: Row) -> None:
    assert row["role"] in ROLES
    assert row["country"] in {"", "INT", *gazetteer().actors}
    assert all(party_noun(normal(form)) is not None for form in row["forms"].split("|"))


def test_no_party_noun_stands_in_two_rows() -> None:
    forms = [normal(form) for row in rows("event_parties_ar.csv") for form in row["forms"].split("|")]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_marks_stand_once() -> None:
    found = [(row["class"], normal(row["word"])) for row in rows("event_marks_ar.csv")]
    assert sorted({pair for pair in found if found.count(pair) > 1}) == []


def test_countries_of_actors() -> None:
    known = gazetteer().actors
    for row in rows("actor_countries.csv"):
        assert known[row["actor"]].kind is not ActorKind.STATE
        assert row["country"] == "ESH" or known[row["country"]].kind is ActorKind.STATE


@pytest.mark.parametrize("row", rows("event_names_ar.csv"), ids=lambda row: row["forms"])
def test_other_names(row: Row) -> None:
    assert row["role"] in ROLES
    assert row["country"] in {"KUR", "IGO", "INT", "HKG", "ESH"} or (
        gazetteer().actors[row["country"]].kind is ActorKind.STATE
    )
    assert all(tuple(normal(form).split()) in other_names() for form in row["forms"].split("|"))
