"""Why acts come about or do not, against rounds, falls and endings reckoned here by plain enumeration."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import Act, Commitment, Condition, Outcome, Reason
from ahlaf.solve.commitments.come_to import solve_commitments
from ahlaf.solve.commitments.rules import parse_commitments
from ahlaf.solve.commitments.why import why

ACTS = [Act(name, "acts") for name in "ABCDE"]


def reasons(text: str) -> dict[str, Reason]:
    return {str(one.act): one for one in solve_commitments(parse_commitments(text)).reasons}


def test_the_fewest_rounds_are_taken() -> None:
    found = reasons(
        "A acts\nB acts if A acts\nC acts if B acts\nC acts if A acts\nD acts if at least 1 of (B acts, A acts)"
    )
    (by,) = found["C acts"].grounds
    assert (by.rule.line, [str(act) for act in by.leads_to]) == (4, ["A acts"])
    assert [str(act) for act in found["D acts"].grounds[0].leads_to] == ["A acts"]


def test_what_is_left_of_a_condition() -> None:
    found = reasons("A acts\nB acts if at least 2 of (A acts, C acts, D acts)\nC acts if B acts\nD acts if B acts")
    (ground,) = found["B acts"].grounds
    assert found["B acts"].outcome is Outcome.DEADLOCKED
    assert ground.unmet == (Condition((Act("C", "acts"), Act("D", "acts")), 1),)


def test_what_nobody_promises_is_led_down_to() -> None:
    answer = solve_commitments(
        parse_commitments("السعودية تنضم إذا تركيا تنضم\nتركيا تنضم إذا السعودية تنضم وقطر تنضم")
    )
    account = why(answer, Act("السعودية", "تنضم")).accounts[0]
    assert [str(one.act) for one in account.reasons] == ["السعودية تنضم", "تركيا تنضم", "قطر تنضم"]
    assert {one.outcome for one in account.reasons} == {Outcome.IMPOSSIBLE}
    assert account.reasons[-1].grounds == ()


def test_endings_are_told_apart() -> None:
    answer = solve_commitments(parse_commitments("A acts unless B acts\nB acts unless A acts\nC acts if A acts\n"))
    found = why(answer, Act("C", "acts"))
    assert found.endings == (2,)
    with_it, without = found.accounts
    assert (with_it.ending, without.ending) == (2, 1)
    assert [one.outcome for one in with_it.reasons] == [Outcome.COMES_ABOUT] * 2
    assert [str(one.act) for one in without.reasons] == ["C acts", "A acts", "B acts"]
    assert without.reasons[1].grounds[0].excluded == (Act("B", "acts"),)


def test_without_an_ending_the_rules_without_unless_are_spoken_of() -> None:
    found = why(solve_commitments(parse_commitments("A acts unless A acts\nB acts")), Act("B", "acts"))
    assert (found.endings, [one.ending for one in found.accounts]) == ((), [None])
    assert found.accounts[0].reasons[0].outcome is Outcome.COMES_ABOUT


def test_a_long_ring_is_explained() -> None:
    rules = [
        Commitment(Act(f"P{i}", "joins"), (Condition((Act(f"P{(i + 1) % 2_000}", "joins"),), 1),), (), i + 1, "")
        for i in range(2_000)
    ]
    account = why(solve_commitments(rules), rules[0].act).accounts[0]
    assert len(account.reasons) == 2_000


@st.composite
def rule(draw: st.DrawFn, unless: bool) -> Commitment:
    conditions = []
    for _ in range(draw(st.integers(0, 2))):
        acts = tuple(draw(st.lists(st.sampled_from(ACTS), min_size=1, max_size=3, unique=True)))
        conditions.append(Condition(acts, draw(st.integers(1, len(acts)))))
    against = tuple(draw(st.lists(st.sampled_from(ACTS), max_size=1))) if unless else ()
    return Commitment(draw(st.sampled_from(ACTS)), tuple(conditions), against, 1, "")


def met(one: Condition, done: frozenset[Act]) -> bool:
    return len(done.intersection(one.acts)) >= one.at_least


def yields(rules: list[Commitment], done: frozenset[Act]) -> frozenset[Act]:
    return frozenset(one.act for one in rules if all(met(condition, done) for condition in one.when))


def check(found: tuple[Reason, ...], rules: list[Commitment]) -> None:
    """Check reasons of rules without "unless" against rounds from nothing, and from everything down."""
    rounds: dict[Act, int] = {}
    while new := yields(rules, frozenset(rounds)) - rounds.keys():
        rounds |= dict.fromkeys(new, len(set(rounds.values())) + 1)
    acts = sorted({one.act for one in found})
    least = frozenset(rounds)
    some_sets = (frozenset(some) for size in range(len(acts) + 1) for some in combinations(acts, size))
    greatest: frozenset[Act] = frozenset().union(*(some for some in some_sets if some <= yields(rules, some)))
    falls = {act: 0 for act in acts if act not in {one.act for one in rules}}
    while True:
        left = frozenset(acts) - falls.keys()
        new = left - yields(rules, left)
        if not new:
            break
        falls |= dict.fromkeys(new, max(falls.values(), default=0) + 1)
    assert set(acts) - falls.keys() == greatest
    for one in found:
        own = [rule for rule in rules if rule.act == one.act]
        plain = [ground for ground in one.grounds if not ground.excluded]
        if one.act in least:
            assert one.outcome is Outcome.COMES_ABOUT
            (ground,) = one.grounds
            assert all(met(condition, frozenset(ground.leads_to)) for condition in ground.rule.when)
            assert rounds[one.act] == 1 + max((rounds[led] for led in ground.leads_to), default=0)
            continue
        assert [ground.rule for ground in plain] == own
        if one.act in greatest:
            assert one.outcome is Outcome.DEADLOCKED
            for ground in plain:
                assert ground.unmet
                assert {act for lacking in ground.unmet for act in lacking.acts} == set(ground.leads_to)
                assert not least.intersection(ground.leads_to)
                for size in range(len(ground.leads_to) + 1):
                    for some in combinations(ground.leads_to, size):
                        enough = all(met(lacking, frozenset(some)) for lacking in ground.unmet)
                        assert enough == all(met(condition, least.union(some)) for condition in ground.rule.when)
        else:
            assert one.outcome is Outcome.IMPOSSIBLE
            for ground in plain:
                everything_else = frozenset(acts) - set(ground.leads_to)
                assert not all(met(condition, everything_else) for condition in ground.rule.when)
                assert all(falls[led] < falls[one.act] for led in ground.leads_to)


@settings(max_examples=150, deadline=None)
@given(st.lists(rule(unless=False), min_size=1, max_size=7))
def test_every_reason_holds(rules: list[Commitment]) -> None:
    check(solve_commitments(rules).reasons, rules)


@settings(max_examples=100, deadline=None)
@given(st.lists(rule(unless=True), min_size=1, max_size=6), st.sampled_from(ACTS))
def test_every_reason_holds_in_its_ending(rules: list[Commitment], act: Act) -> None:
    answer = solve_commitments(rules)
    if act not in {one.act for one in answer.reasons} or answer.monotone or not answer.endings:
        return
    found = why(answer, act)
    assert found.endings == tuple(n for n, ending in enumerate(answer.endings, start=1) if act in ending)
    for account in found.accounts:
        assert account.ending is not None
        ending = frozenset(answer.endings[account.ending - 1])
        reached = {one.act: one for one in account.reasons}
        assert account.reasons[0].act == act
        for one in account.reasons:
            assert (one.outcome is Outcome.COMES_ABOUT) == (one.act in ending)
            assert {led for ground in one.grounds for led in ground.leads_to} <= reached.keys()
            for ground in one.grounds:
                assert set(ground.excluded) == ending.intersection(ground.rule.unless)
            if one.outcome is not Outcome.COMES_ABOUT:
                assert sorted(map(id, (ground.rule for ground in one.grounds))) == sorted(
                    id(rule) for rule in rules if rule.act == one.act
                )
