"""What must be true of the whole answer, whatever the case: names, scale, order, bystanders, a greater threat."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from functools import partial

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ahlaf.model import Answer, Status, Tie
from ahlaf.solve import answer, miracle, parse_commitments, reconcile, verdict
from solve.properties.cases import cases, game_of, parties_of, question_of, ties_of
from solve.properties.oracle import Case

_FIRMER = {Status.FAILS: 0, Status.CONTESTED: 1, Status.HOLDS: 2}
_PROMISES = "P0 joins if P1 joins\nP1 joins if P0 joins\n"


def _answer(case: Case, promises: str = _PROMISES) -> Answer:
    return answer(question_of(case), parties_of(case), ties_of(case), parse_commitments(promises))


def _timeless(value: object) -> object:
    """The same answer without how long it took."""
    return _everywhere(value, lambda text: text)


def _everywhere(value: object, rename: object) -> object:
    """Apply `rename` to every text of a record, however deep; how long something took is left out."""
    if isinstance(value, str):
        return rename(value)  # type: ignore[operator]
    if is_dataclass(value):
        parts = [part.name for part in fields(value) if part.name != "seconds"]
        return {name: _everywhere(getattr(value, name), rename) for name in parts}
    if isinstance(value, (tuple, list)):
        return [_everywhere(part, rename) for part in value]
    return value


@given(cases(most=4, outsiders=2))
@settings(max_examples=8)
def test_other_names_in_the_same_order_give_the_same_answer_under_those_names(case: Case) -> None:
    new = {name: f"Q{number}X" for number, name in enumerate((*case.members, *case.outsiders), start=3)}

    def rename(text: str) -> str:
        for old, other in new.items():
            text = text.replace(old, other)
        return text

    renamed = replace(
        case,
        members=tuple(new[name] for name in case.members),
        outsiders=tuple(new[name] for name in case.outsiders),
        capability={new[name]: value for name, value in case.capability.items()},
        salience={new[name]: value for name, value in case.salience.items()},
        cost={new[name]: value for name, value in case.cost.items()},
        ties={(new[a], new[b]): box for (a, b), box in case.ties.items()},
        red_lines=frozenset((new[a], new[b]) for a, b in case.red_lines),
    )
    before, after = _answer(case), _answer(renamed, rename(_PROMISES))
    assert _everywhere(before, rename) == _timeless(after)


@given(cases(most=4, outsiders=2), st.randoms(use_true_random=False))
@settings(max_examples=8)
def test_the_order_in_which_anything_is_given_does_not_matter(case: Case, random: object) -> None:
    parties, ties = parties_of(case), ties_of(case)
    shuffle = partial(random.shuffle)  # type: ignore[attr-defined]
    before = answer(question_of(case), parties, ties)
    shuffle(parties)
    shuffle(ties)
    members = list(case.members)
    shuffle(members)
    after = answer(replace(question_of(case), members=tuple(members)), parties, ties)
    assert _timeless(replace(before, question=after.question)) == _timeless(after)


@given(cases(most=4, outsiders=1))
@settings(max_examples=8)
def test_one_unit_of_capability_is_as_good_as_another(case: Case) -> None:
    # Times a power of two nothing is rounded, so the answer has to be the same to the last digit.
    capability = {name: value * 8 for name, value in case.capability.items()}
    before, after = _answer(case), _answer(replace(case, capability=capability, requirement=case.requirement * 8))
    for part in ("blocking", "reconciliation", "brokers", "teams", "joining", "miracle", "camps"):
        assert _timeless(getattr(before, part)) == _timeless(getattr(after, part)), part
    assert before.verdict.status is after.verdict.status
    assert before.verdict.balances == after.verdict.balances
    assert before.verdict.probability == after.verdict.probability
    assert before.sufficiency.enlargement == after.sufficiency.enlargement
    assert before.sufficiency.capability * 8 == after.sufficiency.capability


@given(cases(most=4, outsiders=1))
@settings(max_examples=8)
def test_a_bystander_changes_nothing(case: Case) -> None:
    # Somebody without capability or ties, not even assumed ones.
    bystander = "ZZZ"
    parties, ties = parties_of(case), ties_of(case)
    neutral = [Tie(party.id, bystander, 0.0, 0.0, 0.0) for party in parties]
    like = parties[0]
    other = replace(like, actor=replace(like.actor, id=bystander), capability=0.0, salience=0.0)
    before = answer(question_of(case), parties, ties)
    after = answer(question_of(case), [*parties, other], [*ties, *neutral])
    for part in ("verdict", "blocking", "reconciliation", "teams", "sufficiency", "miracle"):
        assert _timeless(getattr(before, part)) == _timeless(getattr(after, part)), part
    for part in ("brokers", "joining"):
        rest = [one for one in getattr(after, part) if one.actor != bystander]
        assert _timeless(list(getattr(before, part))) == _timeless(rest), part
    assert all(broker.saving == 0 for broker in after.brokers if broker.actor == bystander)


@given(cases(most=5), st.integers(0, 30), st.integers(0, 10))
@settings(max_examples=20)
def test_a_greater_threat_never_weakens(case: Case, more_benefit: int, more_salience: int) -> None:
    salience = {name: min(Fraction(1), value + Fraction(more_salience, 10)) for name, value in case.salience.items()}
    greater = replace(case, benefit=case.benefit + Fraction(more_benefit, 10), salience=salience)
    _no_weaker(case, greater)


@given(cases(most=5), st.integers(1, 100), st.data())
@settings(max_examples=20)
def test_a_friendlier_tie_never_weakens(case: Case, rise: int, data: st.DataObject) -> None:
    pair = data.draw(st.sampled_from(case.pairs))
    low, weight, high = (min(Fraction(1), value + Fraction(rise, 100)) for value in case.ties[pair])
    _no_weaker(case, replace(case, ties={**case.ties, pair: (low, weight, high)}))


def _no_weaker(case: Case, better: Case) -> None:
    """Balances, verdict, chance, price and miracle are no worse in the better case."""
    games = game_of(case), game_of(better)
    (before, after), (prices, lower) = map(verdict, games), map(reconcile, games)
    for old, new in zip(before.balances, after.balances, strict=True):
        assert new.central >= old.central - 1e-12
        assert (new.worst >= old.worst - 1e-12, new.best >= old.best - 1e-12) == (True, True)
    assert _FIRMER[after.status] >= _FIRMER[before.status]
    if case.ties == better.ties:
        # The same draws, so this holds of the estimate too; moved intervals are drawn otherwise.
        assert after.probability.value >= before.probability.value
    if prices.packages:
        assert lower.packages[0].price <= prices.packages[0].price + 1e-9
    (factor, _), (less, _) = ((found.lifted, found.binding) for found in map(miracle, games))
    if factor is not None:
        assert less is not None and less <= factor + 1e-9


@given(cases(most=5, red_lines=False), st.integers(2, 16))
@settings(max_examples=30)
def test_twice_the_worth_is_half_the_miracle(case: Case, times: int) -> None:
    assume(case.benefit > 0)
    once = miracle(game_of(case)).factor
    more = miracle(game_of(replace(case, benefit=case.benefit * times))).factor
    assert (once is None) == (more is None)
    if once is not None and more is not None:
        assert more * times == pytest.approx(once)


@given(cases(most=5, red_lines=False), st.data())
@settings(max_examples=20)
def test_a_red_line_is_never_outweighed(case: Case, data: st.DataObject) -> None:
    pair = data.draw(st.sampled_from(case.pairs))
    red = verdict(game_of(replace(case, red_lines=frozenset({pair}))))
    plain = verdict(game_of(case))
    assert (red.status, red.probability.value, red.red_lines) == (Status.FAILS, 0, (pair,))
    assert _timeless(red.lifted) == _timeless(plain.lifted)
