"""The fewest first moves by stuck sets, against every set of moves tried by the definition alone."""

from __future__ import annotations

import math
from itertools import combinations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ahlaf.solve.commitments.net import LocalRule, RuleNet
from ahlaf.solve.commitments.stuck import Stuck
from ahlaf.solve.commitments.stuck_sets import dual_bound, fewest_by_stuck_sets

Moves = frozenset[int]


def opens(net: RuleNet, moves: Moves) -> bool:
    """Whether everything follows from moves, round by round."""
    done = set(moves)
    while True:
        more = {
            head
            for head, gates in map(net.rule, range(len(net.heads)))
            if all(len(done.intersection(members)) >= need for need, members in gates)
        }
        if more <= done:
            return len(done) == net.size
        done |= more


def opening(net: RuleNet, allowed: list[int]) -> list[Moves]:
    """All sets of allowed acts that open a circle."""
    some = [frozenset(acts) for size in range(len(allowed) + 1) for acts in combinations(allowed, size)]
    return [moves for moves in some if opens(net, moves)]


@st.composite
def nets(draw: st.DrawFn) -> RuleNet:
    """Rules over few acts, each with a condition, so that nothing follows of itself."""
    size = draw(st.integers(3, 7))
    rules: list[LocalRule] = []
    for head in range(size):
        others = st.lists(
            st.sampled_from([act for act in range(size) if act != head]), min_size=1, max_size=3, unique=True
        )
        for _ in range(draw(st.integers(1, 2))):
            members = draw(st.lists(others, min_size=1, max_size=2))
            rules.append((head, tuple((draw(st.integers(1, len(acts))), tuple(acts)) for acts in members)))
    return RuleNet.of(size, rules)


@settings(deadline=None, max_examples=150)
@given(nets(), st.data())
def test_stuck_sets_find_and_prove_the_fewest(net: RuleNet, data: st.DataObject) -> None:
    allowed = sorted(data.draw(st.sets(st.integers(0, net.size - 1), min_size=1)))
    ways = opening(net, allowed)
    assume(ways)
    moves, bound = fewest_by_stuck_sets(net, allowed, allowed, 0, deadline=math.inf)
    assert opens(net, frozenset(moves))
    assert set(moves) <= set(allowed)
    assert len(moves) == bound == min(map(len, ways))


@settings(deadline=None, max_examples=50)
@given(nets())
def test_without_time_no_move_can_be_spared_and_the_bound_holds(net: RuleNet) -> None:
    everyone = list(range(net.size))
    moves, bound = fewest_by_stuck_sets(net, everyone, everyone, 1, deadline=0.0)
    assert bound <= min(map(len, opening(net, everyone))) <= len(moves)
    assert opens(net, frozenset(moves))
    assert not any(opens(net, frozenset(moves) - {one}) for one in moves)


@settings(deadline=None, max_examples=100)
@given(nets(), st.data())
def test_a_stuck_set_is_met_by_all_that_opens_and_none_of_it_can_be_left_out(net: RuleNet, data: st.DataObject) -> None:
    stuck = Stuck(net)
    stuck.do(data.draw(st.lists(st.integers(0, net.size - 1), max_size=2, unique=True)))
    assume(stuck.left)
    left = stuck.left
    cut = frozenset(stuck.smallest(data.draw(st.permutations(range(net.size)))))
    ways = opening(net, list(range(net.size)))
    assert all(cut & way for way in ways)
    assert all(any(way & cut == {one} for way in ways) for one in cut)
    assert stuck.left == left


def test_a_stuck_set_worked_out_by_hand() -> None:
    # 0 and 1 wait for each other, 2 and 3 too, and 0 also waits for 2.
    net = RuleNet.of(4, [(0, ((2, (1, 2)),)), (1, ((1, (0,)),)), (2, ((1, (3,)),)), (3, ((1, (2,)),))])
    assert Stuck(net).smallest([0, 1, 2, 3]) == [2, 3]
    assert Stuck(net).smallest([3, 2, 1, 0]) == [1, 0]
    assert fewest_by_stuck_sets(net, range(4), range(4), 0, deadline=math.inf)[1] == 2


@settings(deadline=None, max_examples=100)
@given(
    st.lists(st.sets(st.integers(0, 5), min_size=1), min_size=1, max_size=6),
    st.lists(st.floats(-1, 2), min_size=6, max_size=6),
)
def test_any_weights_of_stuck_sets_bound_what_meets_them_all(cuts: list[set[int]], weights: list[float]) -> None:
    chosen = [frozenset(some) for size in range(7) for some in combinations(range(6), size)]
    fewest = min(len(some) for some in chosen if all(some & cut for cut in cuts))
    assert dual_bound([sorted(cut) for cut in cuts], weights[: len(cuts)]) <= fewest + 1e-9


def test_the_bound_is_reached_by_the_best_weights() -> None:
    # Three sets in a triangle: half of each is one and a half, so two are needed.
    assert dual_bound([[0, 1], [1, 2], [0, 2]], [0.5, 0.5, 0.5]) == 1.5
