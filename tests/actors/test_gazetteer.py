"""Names to actors in time."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.actors import Gazetteer, Person, Term, gazetteer
from ahlaf.model import UnknownActorError

SUMMER_2015 = date(2015, 7, 1)


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("SYR", "SYR"),
        ("Syria", "SYR"),
        ("سورية", "SYR"),
        ("سوريا", "SYR"),
        ("أمريكا", "USA"),
        ("أميركا", "USA"),
        ("U.S.", "USA"),
        ("المملكة المتحدة", "GBR"),
        ("بريطانيا", "GBR"),
        ("الكرملين", "RUS"),
        ("the Kremlin".removeprefix("the "), "RUS"),
        ("البيت الأبيض", "USA"),
        ("الحرس الثوري", "IRN"),
        ("Congress", "USA"),
        ("القوى الست", "P5+1"),
        ("الخليجية", "GCC"),
        ("الأتراك", "TUR"),
        ("السعوديون", "SAU"),
        ("Russians", "RUS"),
        ("وحدات حماية الشعب", "YPG"),
        ("P5+1", "P5+1"),
        ("Houthis", "HOUTHI"),
    ],
)
def test_a_name_means_its_actor_in_both_languages(name: str, actor: str) -> None:
    assert gazetteer().resolve(name).actor == actor


def test_a_person_is_coded_by_the_actor_served_on_the_day() -> None:
    assert gazetteer().resolve("Saleh", on=date(2011, 5, 1)).actor == "YEM"
    assert gazetteer().resolve("علي عبد الله صالح", on=SUMMER_2015).actor == "YEM_OPP"
    assert gazetteer().resolve("Federica Mogherini", on=date(2014, 6, 1)).actor == "ITA"
    assert gazetteer().resolve("موغيريني", on=SUMMER_2015).actor == "EU"


def test_a_person_has_a_name_a_role_and_a_plain_reason() -> None:
    found = gazetteer().resolve("إردوغان", on=date(2013, 1, 1))
    assert (found.actor, found.person, found.role) == ("TUR", "Recep Tayyip Erdogan", "Prime Minister")
    assert found.why == "إردوغان is Recep Tayyip Erdogan, Prime Minister (Turkey)."
    assert gazetteer().resolve("موسكو").why == "موسكو is the capital of Russia."


def test_names_in_servant_of_are_written_with_and_without_a_space() -> None:
    with_space = gazetteer().resolve("عبد الله غول")
    assert with_space.person == gazetteer().resolve("عبدالله غول").person == "Abdullah Gul"


def test_an_unknown_name_is_an_error_with_the_nearest_names_in_its_language() -> None:
    with pytest.raises(UnknownActorError) as arabic:
        gazetteer().resolve("سورياا")
    assert "سوريا" in arabic.value.suggestions
    with pytest.raises(UnknownActorError) as english:
        gazetteer().resolve("Jordna")
    assert english.value.suggestions[0] == "Jordan"


def test_an_unknown_code_is_an_error_with_the_nearest_codes() -> None:
    with pytest.raises(UnknownActorError) as error:
        gazetteer().actor("SYX")
    assert "SYR" in error.value.suggestions
    assert gazetteer().actor("SYR").name_ar == "سوريا"


def test_suggestions_are_limited_and_the_same_every_time() -> None:
    first = gazetteer().suggest("لافروق", limit=2)
    assert first == gazetteer().suggest("لافروق", limit=2)
    assert first[0] == "سيرغي لافروف"
    assert len(gazetteer().suggest("ira", limit=2)) <= 2


def test_persons_may_be_added_and_known_ones_stay() -> None:
    added = Person("Ivan Example", (), ("Example",), False, (Term("RUS", "envoy"),))
    impostor = Person("Sergey Lavrov", (), ("Lavrov",), False, (Term("USA", "nobody"),))
    larger = gazetteer().with_persons([added, impostor])
    assert larger.resolve("Example").actor == "RUS"
    assert larger.resolve("Lavrov").actor == "RUS"
    assert "Ivan Example" not in gazetteer().persons


def test_the_gazetteer_is_loaded_once() -> None:
    assert gazetteer() is gazetteer()
    assert isinstance(gazetteer(), Gazetteer)


@settings(deadline=None)
@given(st.text(max_size=20))
def test_any_text_resolves_to_a_known_actor_or_is_refused(name: str) -> None:
    try:
        found = gazetteer().resolve(name)
    except UnknownActorError as error:
        assert len(error.suggestions) <= 3
    else:
        assert found.actor in gazetteer().actors
