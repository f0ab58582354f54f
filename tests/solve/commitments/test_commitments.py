"""Fixed points, deadlock, keystones, dependences and endings, against answers worked out by hand and by enumeration."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import Act, Commitment, CommitmentAnswer, ProofStatus
from ahlaf.solve.commitments.come_to import greatest_fixed_point, least_fixed_point, solve_commitments
from ahlaf.solve.commitments.rules import parse_commitments

# Moscow's plan in miniature: a guarantee waits for an entry, the entry for money to stop, the money for a transition.
PLAN = """
RUS guarantees SYR  if SYR joins
SYR joins           if RUS guarantees SYR
SAU halts_funding   if SYR starts_transition and TUR halts_funding
TUR halts_funding   if SAU halts_funding
SYR starts_transition if RUS guarantees SYR
IRQ joins
JOR joins           if IRQ joins
EGY joins           if at least 2 of (SAU joins, JOR joins, USA joins)
"""


def solved(text: str, *, limit: int = 1000) -> CommitmentAnswer:
    return solve_commitments(parse_commitments(text), limit=limit)


def texts(acts: tuple[Act, ...]) -> list[str]:
    return [str(act) for act in acts]


def test_a_plan_worked_out_by_hand() -> None:
    answer = solved(PLAN)
    assert answer.monotone
    assert texts(answer.least) == ["IRQ joins", "JOR joins"]
    assert texts(answer.deadlock) == [
        "RUS guarantees SYR", "SAU halts_funding", "SYR joins", "SYR starts_transition", "TUR halts_funding",
    ]  # fmt: skip
    assert answer.greatest == tuple(sorted((*answer.least, *answer.deadlock)))
    # One move has to break the circle of Moscow and Damascus, another that of Riyadh and Ankara.
    assert [texts(keystone) for keystone in answer.unlocking.keystones] == [
        ["RUS guarantees SYR", "SAU halts_funding"],
        ["RUS guarantees SYR", "TUR halts_funding"],
        ["SAU halts_funding", "SYR joins"],
        ["SYR joins", "TUR halts_funding"],
    ]
    assert {str(one.act): texts(one.grounds[0].leads_to) for one in answer.waiting} == {
        "RUS guarantees SYR": ["SYR joins"],
        "SAU halts_funding": ["SYR starts_transition", "TUR halts_funding"],
        "SYR joins": ["RUS guarantees SYR"],
        "SYR starts_transition": ["RUS guarantees SYR"],
        "TUR halts_funding": ["SAU halts_funding"],
    }
    falls = {str(rule.act): texts(one.falls) for one in answer.collapses for rule in one.withdrawn}
    assert falls["TUR halts_funding"] == ["SAU halts_funding", "TUR halts_funding"]
    assert falls["IRQ joins"] == ["IRQ joins", "JOR joins"]
    assert falls["RUS guarantees SYR"] == texts(answer.deadlock)
    assert falls["EGY joins"] == []
    assert answer.endings == (answer.least,)
    assert answer.complete


def test_an_act_waits_only_for_what_its_unmet_conditions_lack() -> None:
    answer = solved(
        "A acts\nB acts if at least 2 of (A acts, C acts, D acts) and at least 1 of (A acts, D acts)\nC acts if B acts"
    )
    lacking = [[(one.at_least, texts(one.acts)) for one in waiting.grounds[0].unmet] for waiting in answer.waiting]
    assert lacking == [[(1, ["C acts", "D acts"])], [(1, ["B acts"])]]


def test_arabic_promises_are_solved_like_all_others() -> None:
    answer = solved("تركيا تنضم إذا السعودية تنضم\nالسعودية تنضم إذا تركيا تنضم")
    assert [texts(keystone) for keystone in answer.unlocking.keystones] == [["السعودية تنضم"], ["تركيا تنضم"]]


def test_unless_can_leave_two_endings() -> None:
    answer = solved("A acts unless B acts\nB acts unless A acts\nC acts")
    assert not answer.monotone
    assert [texts(ending) for ending in answer.endings] == [["A acts", "C acts"], ["B acts", "C acts"]]
    assert texts(answer.least) == texts(answer.greatest) == ["C acts"]


def test_unless_can_leave_no_ending() -> None:
    answer = solved("A acts unless A acts")
    assert (answer.endings, answer.complete) == ((), True)


def test_no_act_of_an_ending_holds_itself_up() -> None:
    answer = solved("A acts if B acts\nB acts if A acts\nC acts unless A acts")
    assert [texts(ending) for ending in answer.endings] == [["C acts"]]
    assert texts(answer.deadlock) == ["A acts", "B acts"]


def test_counts_in_conditions_of_endings() -> None:
    answer = solved(
        "A acts\nB acts unless D acts\nC acts if at least 2 of (A acts, B acts, D acts)\nD acts unless B acts"
    )
    assert [texts(ending) for ending in answer.endings] == [
        ["A acts", "B acts", "C acts"],
        ["A acts", "C acts", "D acts"],
    ]


def test_a_limit_is_said() -> None:
    rules = "".join(f"A{i} acts unless B{i} acts\nB{i} acts unless A{i} acts\n" for i in range(4))
    assert (len(solved(rules).endings), solved(rules).complete) == (16, True)
    assert (len(solved(rules, limit=16).endings), solved(rules, limit=16).complete) == (16, True)
    assert (len(solved(rules, limit=15).endings), solved(rules, limit=15).complete) == (15, False)
    circles = "".join(f"A{i} acts if B{i} acts\nB{i} acts if A{i} acts\n" for i in range(4))
    assert (len(solved(circles).unlocking.keystones), solved(circles).complete) == (16, True)
    assert (len(solved(circles, limit=3).unlocking.keystones), solved(circles, limit=3).complete) == (3, False)


def test_without_time_for_a_proof_a_keystone_stands_with_its_bound() -> None:
    hard = "".join(
        f"A{i} acts if at least 2 of (A{(7 * i + 1) % 60} acts, A{(11 * i + 3) % 60} acts, A{(17 * i + 5) % 60} acts)\n"
        for i in range(60)
    )
    rules = parse_commitments(hard)
    answer = solve_commitments(rules, time_limit=0.0)
    (keystone,) = answer.unlocking.keystones
    assert (answer.unlocking.proof.status, answer.complete) == (ProofStatus.STOPPED, False)
    assert (
        1 <= answer.unlocking.proof.bound <= len(keystone) == answer.unlocking.proof.bound + answer.unlocking.proof.gap
    )
    assert set(answer.deadlock) <= least_fixed_point(rules, keystone)
    for left_out in keystone:
        assert not set(answer.deadlock) <= least_fixed_point(rules, [act for act in keystone if act != left_out])


def test_a_proven_keystone_says_so() -> None:
    answer = solved("A acts if B acts\nB acts if A acts\n")
    assert (answer.unlocking.proof.status, answer.unlocking.proof.bound, answer.unlocking.proof.gap) == (
        ProofStatus.OPTIMAL,
        1,
        0,
    )


def test_no_promises_no_acts() -> None:
    answer = solve_commitments(())
    assert (answer.greatest, answer.unlocking.keystones, answer.endings) == ((), (), ((),))


ACTS = st.sampled_from([Act(party, "acts") for party in "ABCDE"])


@st.composite
def rule_sets(draw: st.DrawFn) -> tuple[Commitment, ...]:
    lines = []
    for _ in range(draw(st.integers(1, 7))):
        line = str(draw(ACTS))
        conditions = [
            f"at least {draw(st.integers(1, len(acts)))} of ({', '.join(map(str, acts))})"
            for acts in draw(st.lists(st.lists(ACTS, min_size=1, max_size=3, unique=True), max_size=2))
        ]
        line += f" if {' and '.join(conditions)}" if conditions else ""
        unless = draw(st.lists(ACTS, max_size=2, unique=True))
        line += f" unless {' or '.join(map(str, unless))}" if unless else ""
        lines.append(line)
    return parse_commitments("\n".join(lines))


def subsets(acts: list[Act]) -> list[frozenset[Act]]:
    return [frozenset(some) for size in range(len(acts) + 1) for some in combinations(acts, size)]


@settings(deadline=None, max_examples=60)
@given(rule_sets())
def test_endings_are_the_sets_that_the_rules_yield_in_them(rules: tuple[Commitment, ...]) -> None:
    acts = sorted({rule.act for rule in rules})
    expected = [
        ending
        for ending in subsets(acts)
        if ending == least_fixed_point([rule for rule in rules if not ending & set(rule.unless)])
    ]
    answer = solve_commitments(rules)
    assert {frozenset(ending) for ending in answer.endings} == set(expected)
    assert len(answer.endings) == len(expected)


@settings(deadline=None, max_examples=60)
@given(rule_sets())
def test_keystones_are_all_the_smallest_sets_that_unlock(rules: tuple[Commitment, ...]) -> None:
    answer = solve_commitments(rules)
    plain = [rule for rule in rules if not rule.unless]
    least, greatest = least_fixed_point(plain), greatest_fixed_point(plain)
    assert least <= greatest
    assert answer.deadlock == tuple(sorted(greatest - least))
    unlocking = [
        some for some in subsets(sorted(answer.deadlock)) if set(answer.deadlock) <= least_fixed_point(plain, some)
    ]
    smallest = min(map(len, unlocking))
    expected = {some for some in unlocking if len(some) == smallest} if answer.deadlock else set()
    assert {frozenset(keystone) for keystone in answer.unlocking.keystones} == expected


def follows(rules: list[Commitment], given: frozenset[Act]) -> frozenset[Act]:
    """What follows, round by round, by the definition alone."""
    done = given
    while True:
        more = {
            rule.act for rule in rules if all(len(done.intersection(one.acts)) >= one.at_least for one in rule.when)
        }
        if more <= done:
            return done
        done = done | more


def borne_out(rules: list[Commitment]) -> frozenset[Act]:
    """The union of all sets of acts that bear one another out."""
    found: frozenset[Act] = frozenset()
    for some in subsets(sorted({rule.act for rule in rules})):
        if all(
            any(
                rule.act == act and all(len(some.intersection(one.acts)) >= one.at_least for one in rule.when)
                for rule in rules
            )
            for act in some
        ):
            found = found | some
    return found


@settings(deadline=None, max_examples=60)
@given(rule_sets(), st.sampled_from("ABCDE"))
def test_without_some_party_moving_first_nothing_else_changes(rules: tuple[Commitment, ...], party: str) -> None:
    found = solve_commitments(rules, not_first=(party,)).restricted
    assert found is not None
    plain = [rule for rule in rules if not rule.unless]
    deadlock = borne_out(plain) - follows(plain, frozenset())
    allowed = [act for act in sorted(deadlock) if act.party != party]
    unlocking = [some for some in subsets(allowed) if deadlock <= follows(plain, some)]
    assert set(found.locked) == (deadlock - follows(plain, frozenset(allowed)))
    smallest = min(map(len, unlocking), default=0)
    expected = {some for some in unlocking if len(some) == smallest} if deadlock else set()
    assert {frozenset(keystone) for keystone in found.keystones} == expected
    assert found.count == len(expected)


@settings(deadline=None, max_examples=60)
@given(rule_sets())
def test_what_falls_is_what_is_gone_when_everything_is_reckoned_anew(rules: tuple[Commitment, ...]) -> None:
    answer = solve_commitments(rules)
    plain = [rule for rule in rules if not rule.unless]
    greatest = borne_out(plain)
    assert set(answer.greatest) == greatest
    assert sorted(map(id, plain)) == sorted(id(rule) for one in answer.collapses for rule in one.withdrawn)
    for one in answer.collapses:
        for withdrawn in one.withdrawn:
            rest = [rule for rule in plain if rule is not withdrawn]
            assert set(one.falls) == greatest - borne_out(rest)
        assert one.count == len(one.falls)
    assert [one.party for one in answer.departures] == sorted({act.party for act in greatest})
    for left in answer.departures:
        rest = [rule for rule in plain if rule.act.party != left.party]
        gone = greatest - borne_out(rest)
        assert set(left.falls) == {act for act in gone if act.party != left.party}


def test_a_deadlock_falls_apart_into_circles_that_are_opened_one_by_one() -> None:
    found = solved(PLAN).unlocking
    assert [(texts(one.acts), [texts(moves) for moves in one.first_moves]) for one in found.circles] == [
        (["RUS guarantees SYR", "SYR joins"], [["RUS guarantees SYR"], ["SYR joins"]]),
        (["SAU halts_funding", "TUR halts_funding"], [["SAU halts_funding"], ["TUR halts_funding"]]),
    ]
    assert found.count == 4


def test_a_party_that_will_not_move_first_can_make_it_cost_more_or_impossible() -> None:
    rules = parse_commitments("A acts if B acts and C acts\nB acts if A acts\nC acts if A acts\n")
    answer = solve_commitments(rules, not_first=("A",))
    assert [texts(moves) for moves in answer.unlocking.keystones] == [["A acts"]]
    assert answer.restricted is not None
    assert [texts(moves) for moves in answer.restricted.keystones] == [["B acts", "C acts"]]
    never = solve_commitments(parse_commitments("A acts if A acts\nB acts if A acts\n"), not_first=("A",)).restricted
    assert never is not None
    assert texts(never.locked) == ["A acts"]
    assert (never.keystones, never.proof.status) == ((), ProofStatus.INFEASIBLE)


def test_a_thousand_promises_with_many_circles_are_proven() -> None:
    lines = []
    for i in range(1000):
        first = i - i % 5
        others = " and ".join(f"P{j} acts" for j in range(first, first + 5) if j != i)
        lines.append(f"P{i} acts if {others}" + (f" and P{first - 1} acts" if first else ""))
    found = solved("\n".join(lines)).unlocking
    # Each five wait for the whole five before them; four of five have to move.
    assert (found.proof.status, found.proof.bound, len(found.circles)) == (ProofStatus.OPTIMAL, 800, 200)
    assert len(found.keystones[0]) == 800


def test_stuck_sets_prove_what_no_single_move_does() -> None:
    # Three in a ring, each waiting for both others: any two first moves open it, and one never does.
    found = solved("A acts if B acts and C acts\nB acts if A acts and C acts\nC acts if A acts and B acts").unlocking
    assert [texts(moves) for moves in found.keystones] == [
        ["A acts", "B acts"],
        ["A acts", "C acts"],
        ["B acts", "C acts"],
    ]
    assert (found.proof.bound, found.proof.gap, found.count) == (2, 0, 3)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sets(st.integers(0, 6), min_size=2, max_size=3), min_size=7, max_size=10))
def test_all_ways_are_found_also_those_that_the_search_leaves_aside(awaited: list[set[int]]) -> None:
    lines = [
        f"P{at % 7} acts if {' and '.join(f'P{one} acts' for one in sorted(acts))}" for at, acts in enumerate(awaited)
    ]
    rules = parse_commitments("\n".join(lines))
    answer = solve_commitments(rules)
    deadlock = borne_out(list(rules))
    ways = [some for some in subsets(sorted(deadlock)) if deadlock <= follows(list(rules), some)]
    smallest = min(map(len, ways))
    assert {frozenset(moves) for moves in answer.keystones} == {way for way in ways if len(way) == smallest}
    assert answer.unlocking.proof.bound == smallest


def test_acts_with_and_without_an_object_have_an_order() -> None:
    assert texts(solved("A meets\nA meets B\n").least) == ["A meets", "A meets B"]


@settings(deadline=None, max_examples=30)
@given(rule_sets())
def test_the_order_of_rules_does_not_matter(rules: tuple[Commitment, ...]) -> None:
    turned = solve_commitments(tuple(reversed(rules)))
    answer = solve_commitments(rules)
    assert (answer.least, answer.greatest, answer.unlocking.keystones, answer.endings) == (
        turned.least, turned.greatest, turned.unlocking.keystones, turned.endings,
    )  # fmt: skip
