"""Which treaties are asked about, who founded them, against whom; no entry twice, and nothing from the future."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from joins.questions import Founder, Threat, acceding, enemies_of, new_partners, signing
from joins.treaties import Head, Treaty, signed_once, treaty
from state_tables import STILL, Dated, Member
from states import record

from history.made_states import FOUR

HEAD = Head("1", 1949, STILL, (), True)


def test_phases_and_returns_are_one_entry_and_germany_follows_the_federal_republic() -> None:
    found = treaty(HEAD, [(2, 1949), (2, 1951), (350, 1951), (350, 1974), (260, 1954), (255, 1990), (230, 1981)])
    assert found.signatories == {2}
    assert dict(found.accessions) == {350: 1951, 260: 1954, 230: 1981}


def test_germany_is_an_entry_of_its_own_where_the_federal_republic_was_none() -> None:
    assert dict(treaty(HEAD, [(2, 1949), (255, 1990)]).accessions) == {255: 1990}


def _made(id: str, year: int, last: int, states: set[int]) -> Treaty:
    return Treaty(id, year, last, frozenset(states), {}, (), True)


def test_a_treaty_that_is_signed_again_counts_once() -> None:
    first = _made("1", 1900, 1910, {1, 2})
    again, later, other = (
        _made("2", 1915, 1920, {1, 2}),
        _made("3", 1926, STILL, {1, 2}),
        _made("4", 1926, 1930, {1, 3}),
    )
    assert signed_once([first, again, later, other]) == (first, later, other)


def test_re_signings_in_a_row_go_back_to_the_one_before() -> None:
    chain = [_made(str(year), year, year + 4, {1, 2}) for year in (1900, 1908, 1916)]
    assert signed_once(chain) == (chain[0],)


TREATY = Treaty("1", 1950, STILL, frozenset({1, 2}), {3: 1958, 4: 1961}, (), True)


def test_the_founder_is_the_most_or_the_least_capable_signatory_and_the_others_join() -> None:
    on_record = record(FOUR, 1949)
    most = signing(TREATY, FOUR, on_record, Founder.MOST_CAPABLE)
    least = signing(TREATY, FOUR, on_record, Founder.LEAST_CAPABLE)
    assert most is not None and least is not None
    assert (most.founder, most.candidates, most.joined.tolist()) == (1, (2, 3, 4), [True, False, False])
    assert (least.founder, least.candidates, least.joined.tolist()) == (2, (1, 3, 4), [True, False, False])


def test_a_treaty_of_one_state_and_others_that_were_none_yet_is_not_asked_about() -> None:
    alone = replace(TREATY, signatories=frozenset({1, 99}))
    assert signing(alone, FOUR, record(FOUR, 1949), Founder.MOST_CAPABLE) is None


def test_a_named_threat_is_no_candidate_and_an_inferred_one_is() -> None:
    rivals = replace(FOUR, rivalries=(Dated(1, 3, 1940, 1960), Dated(1, 4, 1950, 1960)))
    on_record = record(rivals, 1949)
    named = signing(replace(TREATY, threats=(4,)), rivals, on_record, Founder.MOST_CAPABLE)
    inferred = signing(TREATY, rivals, on_record, Founder.MOST_CAPABLE)
    none = signing(TREATY, FOUR, record(FOUR, 1949), Founder.MOST_CAPABLE)
    assert named is not None and inferred is not None and none is not None
    assert (named.kind, named.threat, named.candidates) == (Threat.NAMED, 4, (2, 3))
    assert (inferred.kind, inferred.threat, inferred.candidates) == (Threat.INFERRED, 3, (2, 3, 4))
    assert (none.kind, none.threat) == (Threat.NONE, None)


def test_a_threat_that_signs_is_not_the_one_that_the_treaty_is_against() -> None:
    asked = signing(replace(TREATY, threats=(2,)), FOUR, record(FOUR, 1949), Founder.MOST_CAPABLE)
    assert asked is not None and asked.kind is Threat.NONE


@pytest.mark.parametrize(
    ("dispute", "enemy"),
    [
        (Dated(1, 3, 1940, 1940, 4), True),
        (Dated(1, 3, 1939, 1939, 4), False),
        (Dated(1, 3, 1945, 1945, 3), False),
        (Dated(1, 3, 1949, 1950, 5), False),
        (Dated(1, 3, 1950, 1950, 5), False),
    ],
    ids=["force in ten years", "eleven years ago", "a show of force", "still open", "in the year itself"],
)
def test_an_enemy_is_who_came_to_blows_within_ten_years_as_far_as_was_known(dispute: Dated, enemy: bool) -> None:
    reference = replace(FOUR, disputes=(dispute,))
    assert (3 in enemies_of(1, reference, record(reference, 1949))) is enemy


def test_accessions_within_ten_years_are_ranked_among_those_that_did_not_sign() -> None:
    asked = acceding(TREATY, FOUR, record(FOUR, 1949))
    assert asked is not None
    assert (asked.members, asked.candidates, asked.joined.tolist()) == ((1, 2), (3, 4), [True, False])
    assert acceding(replace(TREATY, accessions={4: 1961}), FOUR, record(FOUR, 1949)) is None


def test_new_partners_had_no_pact_with_the_founder() -> None:
    bound = replace(FOUR, members=tuple(Member("0", state, 1940, STILL, False) for state in (1, 3)))
    on_record = record(bound, 1949)
    asked = signing(TREATY, bound, on_record, Founder.MOST_CAPABLE)
    assert asked is not None
    left = new_partners(asked, bound, on_record)
    assert left is not None
    assert (left.candidates, left.joined.tolist()) == ((2, 4), [True, False])
    already = replace(asked, joined=np.array([False, True, False]))
    assert new_partners(already, bound, on_record) is None
