"""Every row of the data files of the actors layer keeps to its schema."""

import re
from datetime import date
from pathlib import Path

import pytest

from ahlaf.actors.entries import load_groups, load_seats, load_states
from ahlaf.actors.names import NameKind, key, script
from ahlaf.actors.persons import load_persons
from ahlaf.actors.table import rows, values
from ahlaf.language import make_document
from ahlaf.model import ActorKind

SHARED = Path(__file__).resolve().parents[3] / "shared"
UN_MEMBERS = 193
OTHERS = {"PSE", "XKX", "TWN", "VAT"}
GUIDE_CODES = [
    "UN",
    "EU",
    "NATO",
    "ARAB_LEAGUE",
    "GCC",
    "OIC",
    "AU",
    "IAEA",
    "ISIS",
    "ALQAEDA",
    "NUSRA",
    "HEZBOLLAH",
    "HAMAS",
    "HOUTHI",
    "PKK",
    "YPG",
    "TALIBAN",
    "MB",
    "SYR_OPP",
    "YEM_OPP",
    "LBY_DAWN",
    "KRG",
    "PMF",
    "COAL_US",
    "COAL_SAU",
    "P5+1",
    "MINSK_SEP",
]


def test_states_are_the_members_of_the_united_nations_and_four_more() -> None:
    ids = [entry.actor.id for entry in load_states()]
    assert len(ids) == len(set(ids)) == UN_MEMBERS + len(OTHERS)
    assert set(ids) >= OTHERS


def test_every_state_row_keeps_to_the_schema() -> None:
    numbers = []
    for row in rows("states.csv"):
        assert len(row) == 11, row
        id_, gw, name_en, name_ar, more_en, more_ar, capital_en, capital_ar, demonym, nisba, plural = row
        assert re.fullmatch("[A-Z]{3}", id_), row
        assert gw == "" or gw.isdigit(), row
        numbers.append(gw)
        assert name_en and name_ar and demonym, row
        for cell in (name_en, more_en, capital_en, demonym):
            assert all(value and script(value) == "en" for value in values(cell)), row
        for cell in (name_ar, more_ar, capital_ar, nisba, plural):
            assert all(value and script(value) == "ar" for value in values(cell)), row
        assert all(word.endswith(("ي", "ية")) for value in values(nisba) for word in value.split()[-1:]), row
    given = [number for number in numbers if number]
    assert len(given) == len(set(given))


def test_every_group_row_keeps_to_the_schema() -> None:
    ids = []
    for row in rows("groups.csv"):
        assert len(row) == 8, row
        id_, kind, name_en, name_ar, more_en, more_ar, members, nisba = row
        assert re.fullmatch(r"[A-Z][A-Z0-9_+]+", id_), row
        assert ActorKind(kind) is not ActorKind.STATE
        assert all(value and script(value) == "en" for cell in (name_en, more_en, members) for value in values(cell)), (
            row
        )
        arabic = [value for cell in (name_ar, more_ar, nisba) for value in values(cell)]
        # "5+1" is the same in both scripts.
        assert all(value and (script(value) == "ar" or value == "5+1") for value in arabic), row
        ids.append(id_)
    assert len(ids) == len(set(ids))
    assert set(ids) >= set(GUIDE_CODES)


def test_every_seat_stands_for_a_known_actor() -> None:
    known = {entry.actor.id for entry in (*load_states(), *load_groups())}
    for naming in load_seats():
        assert naming.actor in known, naming
        assert naming.kind in (NameKind.SEAT, NameKind.ORGAN), naming
        assert naming.lang == script(naming.text), naming


def test_every_person_row_keeps_to_the_schema() -> None:
    known = {entry.actor.id for entry in (*load_states(), *load_groups())}
    seen: set[str] = set()
    for row in rows("persons.csv"):
        assert len(row) == 10, row
        name, actor, role, start, end, names_en, names_ar, short_en, short_ar, certain = row
        assert actor in known, row
        assert role and script(name) == "en", row
        if start and end:
            assert date.fromisoformat(start) <= date.fromisoformat(end), row
        if name in seen:
            assert not any((names_en, names_ar, short_en, short_ar, certain)), row
            continue
        seen.add(name)
        assert names_ar and certain in ("yes", "no"), row
        assert all(script(value) == "ar" for value in values(names_ar)), row
        assert all(script(value) == "en" for value in values(names_en)), row


def test_terms_of_a_person_are_in_order_and_names_are_unique() -> None:
    people = load_persons()
    assert len({person.name for person in people}) == len(people)
    for person in people:
        starts = [term.start or date.min for term in person.terms]
        assert starts == sorted(starts), person.name


def test_names_are_cut_into_words_as_texts_are() -> None:
    namings = [naming for entry in (*load_states(), *load_groups()) for naming in entry.namings]
    for naming in namings:
        tokens = [
            token.normal
            for sentence in make_document(naming.text, naming.lang).sentences
            for token in sentence.tokens
            if token.is_word or token.text in "+/"
        ]
        assert "".join(tokens) == "".join(key(naming.text)), naming.text


@pytest.mark.skipif(not (SHARED / "data" / "actors").exists(), reason="shared data not present")
def test_names_agree_with_an_independent_table() -> None:
    import csv

    from ahlaf.actors import gazetteer
    from ahlaf.model import UnknownActorError

    different = []
    with (SHARED / "data" / "actors" / "countries_ar_en.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["iso3"] not in gazetteer().actors:
                continue
            for column in ("name_en", "ar_cldr"):
                try:
                    found = gazetteer().resolve(row[column]).actor
                except UnknownActorError:
                    found = "?"
                if found != row["iso3"]:
                    different.append((row["iso3"], row[column], found))
    # What differs is a matter of spelling (hyphens of CLDR), never of which state is meant.
    assert [row for row in different if row[2] != "?"] == []
    assert len(different) <= 20, different
