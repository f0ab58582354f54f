"""Orders of steps and signatures, against going through every order of blocks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import Certificate, CoalitionParameters, Package, Pair, ProofStatus, Step, StepOrder
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.repair.order import MOST_SEARCHED, order_of_steps
from ahlaf.solve.repair.reconciliation import reconcile
from solve.examples import games, party, question, three, tie, ties_of

NOTHING = Package((), 0.0, Certificate(ProofStatus.OPTIMAL, 0.0, 0.0))


def signs(order: StepOrder) -> list[tuple[str, ...]]:
    return [moment.signs for moment in order.moments]


def stands(
    game: CoalitionGame, signed: Collection[str], mended: Mapping[Pair, float], lifted: Collection[Pair]
) -> bool:
    """Whether nobody who has signed would rather walk out; written out anew from the definition."""
    if len(signed) <= 1:
        return True
    if any(a in signed and b in signed and (a, b) not in lifted for a, b in game.red_lines):
        return False
    for i in signed:
        ties = sum(mended.get(p, game.value(p)) for p in game.pairs if i in p and set(p) <= set(signed))
        parties = {p.id: p for p in game.parties}
        strength = sum(parties[j].capability for j in signed)
        need, free = game.question.requirement, 1 - game.parameters.exclusivity
        left = min(1.0, (strength - parties[i].capability) / need)
        gain = game.parameters.benefit * parties[i].salience * (min(1.0, strength / need) - free * left)
        own = parties[i].joining_cost
        if ties + gain - (game.parameters.joining_cost if own is None else own) < -1e-9 - 1e-12:
            return False
    return True


def all_orders(game: CoalitionGame, package: Package, signed: frozenset[str]) -> Iterator[int]:
    """The most that sign at the same moment, for every order with all steps taken first."""
    left = [member for member in game.members if member not in signed]
    if not left:
        yield 0
    mended, lifted = {s.pair: s.after for s in package.steps}, {s.pair for s in package.steps}
    for size in range(1, len(left) + 1):
        for block in combinations(left, size):
            if len(block) == len(left) or stands(game, signed | set(block), mended, lifted):
                for rest in all_orders(game, package, signed | set(block)):
                    yield max(size, rest)


def walks_on(game: CoalitionGame, package: Package, order: StepOrder) -> None:
    """Every step once, every member once, and at every moment everybody who has signed stays."""
    signed: list[str] = []
    mended: dict[Pair, float] = {}
    lifted: list[Pair] = []
    for moment in order.moments:
        for step in moment.steps:
            mended[step.pair] = step.after
            lifted += [step.pair] if step.lifts_red_line else []
            if len(signed) < len(game.members):
                assert stands(game, signed, mended, lifted)
        signed += moment.signs
        if len(signed) < len(game.members):
            assert stands(game, signed, mended, lifted)
    assert sorted(signed) == list(game.members)
    assert sorted(s.pair for m in order.moments for s in m.steps) == [s.pair for s in package.steps]


def test_a_step_comes_before_the_signature_that_needs_it() -> None:
    # A 0.0, B 0.7, C −0.1: C comes last, and one notch on BC comes before C signs.
    game = three(-0.6)
    package = reconcile(game).packages[0]
    order = order_of_steps(game, package)
    assert signs(order) == [("AAA",), ("BBB",), ("CCC",)]
    assert [len(moment.steps) for moment in order.moments] == [0, 0, 1]
    assert (order.together, order.proven) == (1, True)
    last = order.moments[-1]
    assert last.weakest == "AAA"
    assert last.balance == pytest.approx(0.0)
    assert order.moments[0].weakest is None
    walks_on(game, package, order)


def test_who_will_not_be_first_is_not() -> None:
    game = three(-0.6)
    package = reconcile(game).packages[0]
    assert signs(order_of_steps(game, package, ["AAA"]))[0] == ("BBB",)
    nobody = order_of_steps(game, package, game.members)
    assert (nobody.moments, nobody.proven, nobody.not_first) == ((), True, ("AAA", "BBB", "CCC"))


def test_the_first_step_is_none_of_those_who_will_not_move_first() -> None:
    # A lacks a notch on AB, C and D lack one on CD. A and B sign first, and the step AB is due with B's signature.
    parties = [party(code, cost=0.0) for code in ("AAA", "BBB", "CCC", "DDD")]
    ties = ties_of({"AAA BBB": -0.3, "AAA CCC": 0.0, "AAA DDD": 0.0, "BBB CCC": 0.0, "BBB DDD": 0.0, "CCC DDD": -0.3})
    game = CoalitionGame.of(question([p.id for p in parties], benefit=0.0), parties, ties)
    package = reconcile(game).packages[0]
    free, bound = order_of_steps(game, package), order_of_steps(game, package, ["AAA"])
    assert signs(free) == [("AAA",), ("BBB",), ("CCC",), ("DDD",)]
    assert [[step.pair for step in moment.steps] for moment in free.moments] == [
        [],
        [("AAA", "BBB")],
        [],
        [("CCC", "DDD")],
    ]
    assert signs(bound) == [("BBB",), ("AAA",), ("CCC",), ("DDD",)]
    assert [step.pair for step in bound.moments[1].steps] == [("CCC", "DDD"), ("AAA", "BBB")]
    walks_on(game, package, bound)


def test_three_friends_of_one_another_who_can_only_come_together() -> None:
    # The gain is 1 − 0.5·(2/3) − 0.1 = 0.57 for three, but for two of them 2/3 − 0.5/3 − 0.1 = 0.4,
    # and a quarrel of −0.45 is too much for two. With C, who is a friend of both, it is borne.
    parties = [party(code) for code in ("AAA", "BBB", "CCC")]
    ties = ties_of({"AAA BBB": -0.45, "AAA CCC": -0.05, "BBB CCC": -0.05})
    game = CoalitionGame.of(question(requirement=15.0), parties, ties)
    order = order_of_steps(game, NOTHING)
    assert signs(order) == [("AAA",), ("CCC",), ("BBB",)]
    # With a cost of 0.5 no two can stand: 2/3 − 0.5/3 − 0.5 = 0 is eaten by any quarrel; three gain 0.17 each.
    dear = [party(code, cost=0.5) for code in ("AAA", "BBB", "CCC")]
    cool = ties_of({"AAA BBB": -0.05, "AAA CCC": -0.05, "BBB CCC": -0.05})
    order = order_of_steps(CoalitionGame.of(question(requirement=15.0), dear, cool), NOTHING)
    assert (signs(order), order.together, order.proven) == ([("AAA",), ("BBB", "CCC")], 2, True)


def test_a_red_line_is_lifted_before_both_have_signed() -> None:
    game = three(0.9, red_lines=["AAA BBB"])
    package = reconcile(game).packages[0]
    order = order_of_steps(game, package)
    assert signs(order) == [("AAA",), ("BBB",), ("CCC",)]
    assert [step.pair for step in order.moments[1].steps] == [("AAA", "BBB")]


@given(games(least=2, most=4), st.booleans())
@settings(max_examples=60, deadline=None)
def test_no_order_has_fewer_sign_at_once(game: CoalitionGame, shy: bool) -> None:
    packages = reconcile(game).packages
    if not packages:
        return
    order = order_of_steps(game, packages[0])
    walks_on(game, packages[0], order)
    assert order.together == max(map(len, signs(order)))
    assert order.together == min(all_orders(game, packages[0], frozenset()))
    if shy:
        first = order.moments[0].signs
        assert not set(signs(order_of_steps(game, packages[0], first))[0]) <= set(first)


def test_many_sign_one_by_one_as_long_as_they_can() -> None:
    codes = [f"P{i:02d}" for i in range(MOST_SEARCHED + 2)]
    ties = ties_of({f"{a} {b}": 0.1 for i, a in enumerate(codes) for b in codes[i + 1 :]})
    friends = CoalitionGame.of(question(codes), [party(code) for code in codes], ties)
    order = order_of_steps(friends, NOTHING)
    assert (signs(order), order.proven) == ([(code,) for code in codes], True)
    foes = ties_of({f"{a} {b}": -0.001 for i, a in enumerate(codes) for b in codes[i + 1 :]})
    apart = CoalitionGame.of(question(codes, benefit=0.0), [party(code, cost=0.0) for code in codes], foes)
    order = order_of_steps(apart, NOTHING)
    assert (len(order.moments), order.proven) == (2, False)


def test_a_step_is_one_of_the_package() -> None:
    step = Step(("AAA", "CCC"), 1, -0.6, -0.6 + 1 / 3, False, 2.0)
    order = order_of_steps(three(-0.6), Package((step,), 2.0, NOTHING.certificate))
    assert [moment.steps for moment in order.moments if moment.steps] == [(step,)]


def three_partition(numbers: list[int], most: int) -> CoalitionGame:
    """The coalition of docs/theory/steps.md whose members can sign one by one iff the numbers fall into equal parts."""
    scale, halves = 1 / (4 * most), len(numbers) // 3
    items = {f"N{i:02d}": number for i, number in enumerate([*numbers, *[-most] * halves])}
    watchers = [party("ZZ1", 1.0, 0.0, 0.5), party("ZZ2", 1.0, 0.0, 0.25)]
    parties = [*(party(name, 0.0, 1.0, 1.0) for name in items), *watchers]
    ties = {f"{name} ZZ1": scale * number for name, number in items.items()}
    ties |= {f"{name} ZZ2": -scale * number for name, number in items.items()} | {"ZZ1 ZZ2": 0.5}
    every = dict.fromkeys(combinations(sorted(items), 2), 0.0)
    asked = question([p.id for p in parties], requirement=2.0)
    asked = replace(
        asked, parameters=replace(asked.parameters, coalition=CoalitionParameters(benefit=1.0, exclusivity=1.0))
    )
    return CoalitionGame.of(asked, parties, [*ties_of(ties), *(tie(pair, weight) for pair, weight in every.items())])


def test_signing_one_by_one_solves_three_partition() -> None:
    # 7 + 8 + 9 = 24 = 7 + 7 + 10.
    order = order_of_steps(three_partition([7, 8, 9, 7, 7, 10], 24), NOTHING)
    assert (order.together, sorted([*signs(order)[0], *signs(order)[1]])) == (1, ["ZZ1", "ZZ2"])
    # The sum is 48, but no three of these add up to 24.
    assert order_of_steps(three_partition([7, 7, 7, 7, 7, 13], 24), NOTHING).together > 1
