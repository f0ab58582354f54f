from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import QuestionError, Status, pair_of
from ahlaf.solve import answer, parse_commitments
from ahlaf.solve.coalition.game import CoalitionGame
from solve.examples import NAMES, THREAT, games, party, question, tie, ties_of

PARTIES = [party(code) for code in (*NAMES, THREAT)]
TIES = ties_of(
    {"AAA BBB": 0.2, "AAA CCC": -0.6, "BBB CCC": 0.1, "AAA DDD": 0.8, "CCC DDD": 0.6, "AAA ISIS": -1.0},
    red_lines=["BBB EEE"],
)


def test_all_parts_are_there_and_agree() -> None:
    promises = parse_commitments("AAA joins if BBB joins\nBBB joins if AAA joins\n")
    found = answer(question(), PARTIES, TIES, promises)
    assert found.question == question()
    assert found.verdict.status is Status.FAILS
    assert [blocking.pairs for blocking in found.blocking.sets] == [(("AAA", "CCC"),)]
    assert found.reconciliation.packages[0].price == 2.0
    assert found.brokers[0].actor == "DDD"
    assert [broker.actor for broker in found.brokers].count(THREAT) == 0
    assert {joins.actor for joins in found.joining} == {"DDD", "EEE"}
    assert found.sufficiency.enough
    assert found.miracle.factor == pytest.approx(1.2)
    assert found.commitments is not None and len(found.commitments.deadlock) == 2
    assert found.camps is not None and found.camps.k == 2


def test_without_promises_or_ties_those_parts_are_left_out() -> None:
    found = answer(question(), PARTIES, ties_of({"AAA BBB": 0.5}))
    assert found.commitments is None
    assert found.camps is None


def test_parties_without_a_tie_are_in_no_camp() -> None:
    found = answer(question(), PARTIES, TIES)
    assert found.camps is not None
    assert sorted(actor for camp in found.camps.camps for actor in camp) == ["AAA", "BBB", "CCC", "DDD"]


def test_same_input_same_answer() -> None:
    assert answer(question(), PARTIES, TIES) == answer(question(), PARTIES[::-1], TIES[::-1])


def test_a_question_that_cannot_be_asked() -> None:
    with pytest.raises(QuestionError):
        answer(question(("AAA",)), PARTIES, TIES)


@given(games(least=2, most=4, outsiders=1), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_names_do_not_matter(game: CoalitionGame, random: Random) -> None:
    codes = [p.id for p in game.parties]
    others = [f"Q{i}" for i in range(len(codes))]
    random.shuffle(others)
    name = dict(zip(codes, others, strict=True))
    parties = [party(name[p.id], p.capability, p.salience, p.joining_cost) for p in game.parties]
    ties = [
        tie(pair_of(name[t.a], name[t.b]), (t.low, t.weight, t.high), t.red_line) for t in game.network.ties.values()
    ]
    asked = question(
        [name[member] for member in game.members],
        requirement=game.question.requirement,
        benefit=game.parameters.benefit,
        samples=50,
    )
    before = answer(game.question, game.parties, [*game.network.ties.values()])
    after = answer(asked, parties, ties)
    assert before.verdict.status == after.verdict.status
    balances = {name[b.actor]: b.central for b in before.verdict.balances}
    assert {b.actor: b.central for b in after.verdict.balances} == pytest.approx(balances)
    renamed = {tuple(sorted(pair_of(name[a], name[b]) for a, b in s.pairs)) for s in before.blocking.sets}
    assert renamed == {s.pairs for s in after.blocking.sets}
    assert [p.price for p in before.reconciliation.packages] == pytest.approx(
        [p.price for p in after.reconciliation.packages]
    )
    savings = {name[b.actor]: b.saving for b in before.brokers}
    assert {b.actor: b.saving for b in after.brokers} == pytest.approx(savings)
    assert after.miracle.factor == (None if before.miracle.factor is None else pytest.approx(before.miracle.factor))
