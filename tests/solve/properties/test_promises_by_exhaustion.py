"""Fixed points, keystones, dependences and endings beside every subset of the acts."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import Act, ProofStatus
from ahlaf.solve import parse_commitments, solve_commitments
from solve.properties import oracle
from solve.properties.oracle import Promise

ACTS = st.sampled_from([f"{letter} acts" for letter in "ABCDEFGH"])


@st.composite
def promises(draw: st.DrawFn, unless: bool = True) -> list[Promise]:
    made = []
    for _ in range(draw(st.integers(1, 14))):
        # Mostly with a condition: without, most sets of promises would have no deadlock.
        least = min(1, draw(st.integers(0, 5)))
        conditions = draw(st.lists(st.frozensets(ACTS, min_size=1, max_size=3), min_size=least, max_size=2))
        when = tuple((acts, draw(st.integers(1, len(acts)))) for acts in conditions)
        undone = draw(st.frozensets(ACTS, max_size=2)) if unless else frozenset()
        made.append(Promise(draw(ACTS), when, undone))
    return made


def _text(promise: Promise) -> str:
    conditions = " and ".join(f"at least {least} of ({', '.join(sorted(acts))})" for acts, least in promise.when)
    undone = " or ".join(sorted(promise.unless))
    return promise.act + (f" if {conditions}" if conditions else "") + (f" unless {undone}" if undone else "")


def _acts(acts: tuple[Act, ...]) -> frozenset[str]:
    return frozenset(map(str, acts))


@given(promises())
@settings(max_examples=50)
def test_what_promises_come_to_is_what_every_subset_says(made: list[Promise]) -> None:
    found = solve_commitments(parse_commitments("\n".join(map(_text, made))))
    plain = [promise for promise in made if not promise.unless]
    least, greatest = oracle.least_of(plain), oracle.greatest_of(plain)
    assert (_acts(found.least), _acts(found.greatest)) == (least, greatest)
    assert _acts(found.deadlock) == greatest - least
    keystones, endings = map(_acts, found.keystones), map(_acts, found.endings)
    assert frozenset(keystones) == oracle.keystones_of(plain)
    assert frozenset(endings) == oracle.endings_of(made)
    assert found.complete
    assert found.unlocking.proof.status is ProofStatus.OPTIMAL
    # An ending holds whatever comes about without "unless", and nothing that no promise calls for.
    assert all(least <= _acts(ending) <= {promise.act for promise in made} for ending in found.endings)


@given(promises(unless=False))
@settings(max_examples=40)
def test_what_falls_with_a_promise_is_what_the_rest_no_longer_bears_out(made: list[Promise]) -> None:
    found = solve_commitments(parse_commitments("\n".join(map(_text, made))))
    greatest = oracle.greatest_of(made)
    for at, rule in enumerate(found.rules):
        rest = oracle.greatest_of(made[:at] + made[at + 1 :])
        assert _acts(found.falls_with(rule)) == greatest - rest
        assert rest <= greatest


@given(promises(unless=False), promises(unless=False))
@settings(max_examples=40)
def test_a_promise_more_undoes_nothing(made: list[Promise], more: list[Promise]) -> None:
    few = solve_commitments(parse_commitments("\n".join(map(_text, made))))
    many = solve_commitments(parse_commitments("\n".join(map(_text, made + more))))
    assert _acts(few.least) <= _acts(many.least)
    assert _acts(few.greatest) <= _acts(many.greatest)


@given(promises(unless=False), st.sets(st.sampled_from("ABCDEFGH"), min_size=1, max_size=3))
@settings(max_examples=40)
def test_first_moves_without_those_who_will_not_move_first(made: list[Promise], reluctant: set[str]) -> None:
    found = solve_commitments(parse_commitments("\n".join(map(_text, made))), not_first=sorted(reluctant)).restricted
    assert found is not None
    deadlock = oracle.greatest_of(made) - oracle.least_of(made)
    willing = sorted(act for act in deadlock if act.split()[0] not in reluctant)
    locked = deadlock - oracle.least_of(made, frozenset(willing))
    assert _acts(found.locked) == locked
    if deadlock and not locked:
        sets = [frozenset(some) for size in range(len(willing) + 1) for some in combinations(willing, size)]
        able = [some for some in sets if deadlock <= oracle.least_of(made, some)]
        fewest = min(map(len, able))
        assert frozenset(map(_acts, found.keystones)) == {some for some in able if len(some) == fewest}
    else:
        assert not any(found.keystones)


@given(promises(unless=False))
@settings(max_examples=40)
def test_what_falls_with_a_party_is_what_the_others_no_longer_bear_out(made: list[Promise]) -> None:
    found = solve_commitments(parse_commitments("\n".join(map(_text, made))))
    greatest = oracle.greatest_of(made)
    falls = {departure.party: _acts(departure.falls) for departure in found.departures}
    for party in {promise.act.split()[0] for promise in made}:
        rest = oracle.greatest_of([promise for promise in made if promise.act.split()[0] != party])
        others = {act for act in greatest - rest if act.split()[0] != party}
        assert falls.get(party, frozenset()) == others
