from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import BlockingSets, Deficit, Pair
from ahlaf.solve.coalition.blocking import blocking_sets
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, Basis, CoalitionGame
from solve.examples import games, party, question, three, ties_of


def test_one_hostile_tie_alone() -> None:
    found = blocking_sets(three(-0.6))
    assert found.basis == "central"
    # With AC at −0.6: A has 0.2 − 0.6 + 0.4 = 0 and stands; C has 0.1 − 0.6 + 0.4 = −0.1.
    assert _told(found) == [((("AAA", "CCC"),), {"CCC": -0.1})]
    assert (found.count, found.structural, found.larger, found.complete) == (1, (), False, True)
    assert _named(found.deficits) == pytest.approx({"CCC": -0.1})
    assert (found.smallest, found.touching, found.touching_at_least) == (found.sets[0], (("AAA", "CCC"),), 1)


def test_nothing_blocks_what_holds_even_at_the_lows() -> None:
    found = blocking_sets(three(-0.4))
    assert (found.basis, found.sets, found.structural, found.complete) == ("none", (), (), True)
    assert (found.count, found.smallest, found.touching, found.deficits) == (0, None, (), ())


def test_what_fails_only_at_the_lows_is_explained_there() -> None:
    found = blocking_sets(three((-0.9, -0.4, 0.0)))
    assert found.basis == "worst_known"
    # At AC = −0.9: A 0.2 − 0.9 + 0.4 = −0.3, C 0.1 − 0.9 + 0.4 = −0.4.
    assert _told(found) == [((("AAA", "CCC"),), {"AAA": -0.3, "CCC": -0.4})]


def test_ignorance_is_no_hostility_while_something_known_explains_the_failure() -> None:
    members = ("AAA", "BBB", "CCC")
    known = ties_of({"AAA BBB": (-0.9, -0.3, 0.3)})
    found = blocking_sets(CoalitionGame.of(question(members), [party(code) for code in members], known))
    assert found.basis == "worst_known"
    assert _told(found) == [((("AAA", "BBB"),), {"AAA": -0.5, "BBB": -0.5})]


def test_where_nothing_is_known_ignorance_itself_is_named() -> None:
    members = ("AAA", "BBB", "CCC")
    found = blocking_sets(CoalitionGame.of(question(members), [party(code) for code in members], ()))
    assert found.basis == "worst"
    assert len(found.sets) == 3


def four(cd: float = 0.0, max_size: int = 4) -> CoalitionGame:
    """A quarrels with all: −0.3, −0.3 and −0.1 against a gain of 0.4."""
    parties = [party(code) for code in ("AAA", "BBB", "CCC", "DDD")]
    weights = {"AAA BBB": -0.3, "AAA CCC": -0.3, "AAA DDD": -0.1, "BBB CCC": 0.0, "BBB DDD": 0.0, "CCC DDD": cd}
    return CoalitionGame.of(question([p.id for p in parties]), parties, ties_of(weights))


def test_two_ties_together_and_neither_alone() -> None:
    # A without its quarrels has 0.4: −0.3 − 0.3 tips it, −0.3 − 0.1 leaves exactly 0.
    found = blocking_sets(four())
    assert _told(found) == [((("AAA", "BBB"), ("AAA", "CCC")), {"AAA": -0.2})]
    assert found.complete
    # As things are A has 0.4 − 0.7 = −0.3; one of the two ties at 0 is enough, and of equals the first is named.
    assert _named(found.deficits) == pytest.approx({"AAA": -0.3})
    assert (found.touching, found.touching_at_least) == ((("AAA", "BBB"),), 1)


def test_larger_sets_are_announced() -> None:
    found = blocking_sets(four(), max_size=1)
    assert (found.sets, found.count, found.larger, found.complete) == ((), 0, True, False)
    assert found.smallest is not None
    assert found.smallest.pairs == (("AAA", "BBB"), ("AAA", "CCC"))


def test_a_red_line_blocks_by_itself_and_hides_its_weight() -> None:
    found = blocking_sets(three(-0.6, red_lines=["AAA BBB"]))
    assert _told(found) == [((("AAA", "BBB"),), {}), ((("AAA", "CCC"),), {"CCC": -0.1})]
    assert found.touching == (("AAA", "BBB"), ("AAA", "CCC"))


def test_a_member_who_gains_too_little_is_structural() -> None:
    parties = [party("AAA"), party("BBB"), party("CCC", salience=0.0)]
    ties = ties_of({"AAA BBB": -0.5, "AAA CCC": 0.0, "BBB CCC": -0.1})
    found = blocking_sets(CoalitionGame.of(question(), parties, ties))
    # C has −0.1 of joining cost and nothing else; A has 0.4 − 0.5 and B 0.4 − 0.5 (the rest is −0.1 more for B).
    assert _named(found.structural) == pytest.approx({"CCC": -0.1})
    assert _told(found) == [((("AAA", "BBB"),), {"AAA": -0.1, "BBB": -0.1})]


def test_the_most_hostile_of_equal_size_come_first_and_the_rest_is_counted() -> None:
    # A has 0.4 against −0.25, −0.22, −0.21, −0.2: any two of them tip it; six pairs, of which two are listed.
    parties = [party(code) for code in ("AAA", "BBB", "CCC", "DDD", "EEE")]
    weights = {"AAA BBB": -0.2, "AAA CCC": -0.25, "AAA DDD": -0.21, "AAA EEE": -0.22}
    weights |= {f"{a} {b}": 0.0 for a, b in combinations(("BBB", "CCC", "DDD", "EEE"), 2)}
    game = CoalitionGame.of(question([p.id for p in parties]), parties, ties_of(weights))
    found = blocking_sets(game, most=2)
    assert [blocking.pairs for blocking in found.sets] == [
        (("AAA", "CCC"), ("AAA", "EEE")),
        (("AAA", "CCC"), ("AAA", "DDD")),
    ]
    # −0.2 − 0.2 is no pair; the two lightest, −0.2 and −0.21, sum to −0.41.
    assert (found.count, found.larger, found.complete) == (6, False, False)
    assert blocking_sets(game).complete
    # Three of the four have to be neutral for no pair to be left.
    assert (found.touching, found.touching_at_least) == (
        (("AAA", "CCC"), ("AAA", "DDD"), ("AAA", "EEE")),
        3,
    )


def _told(found: BlockingSets) -> list[tuple[tuple[Pair, ...], object]]:
    return [(blocking.pairs, pytest.approx(_named(blocking.deficit))) for blocking in found.sets]


def _named(deficits: tuple[Deficit, ...]) -> dict[str, float]:
    return {deficit.actor: deficit.balance for deficit in deficits}


@given(games(least=2, most=5), st.integers(1, 4), st.integers(1, 6))
@settings(max_examples=150, deadline=None)
def test_all_irreducible_sets_and_only_those(game: CoalitionGame, max_size: int, most: int) -> None:
    every = _by_brute_force(game)
    small = [pairs for pairs in every if len(pairs) <= max_size]
    found = blocking_sets(game, max_size=max_size)
    assert sorted(blocking.pairs for blocking in found.sets) == sorted(small)
    assert (found.count, found.larger) == (len(small), len(small) < len(every))
    assert found.complete == (not found.larger)
    assert (found.smallest is None) == (not every)
    if every:
        assert found.smallest is not None
        assert found.smallest.pairs in every
        assert len(found.smallest.pairs) == min(map(len, every))
    few = blocking_sets(game, max_size=max_size, most=most)
    assert few.sets == found.sets[:most]
    assert (few.count, few.complete) == (found.count, not found.larger and most >= found.count)


@given(games(least=2, most=5))
@settings(max_examples=100, deadline=None)
def test_each_set_alone_leaves_the_balances_that_it_says(game: CoalitionGame) -> None:
    found = blocking_sets(game)
    basis = BASES[found.basis]
    structural = set(_named(found.structural))
    assert structural == _left_below(game, basis, ())
    for blocking in found.sets:
        left = _left(game, basis, blocking.pairs)
        below = {member for member in left if left[member] < -HOLDS_TOLERANCE} - structural
        assert _named(blocking.deficit) == pytest.approx({member: left[member] for member in below})
    assert set(_named(found.deficits)) == {
        member
        for member, balance in zip(game.members, game.balances(basis), strict=True)
        if balance < -HOLDS_TOLERANCE and found.basis != "none"
    }


@given(games(least=2, most=5))
@settings(max_examples=100, deadline=None)
def test_the_fewest_ties_that_touch_every_set(game: CoalitionGame) -> None:
    found = blocking_sets(game)
    every = [set(pairs) for pairs in _by_brute_force(game)]
    pairs = sorted(set().union(*every)) if every else []
    fewest = next(
        size
        for size in range(len(pairs) + 1)
        if any(all(held & set(chosen) for held in every) for chosen in combinations(pairs, size))
    )
    assert found.touching_at_least <= fewest
    if found.touching or not every:
        assert len(found.touching) == fewest == found.touching_at_least
        assert all(held & set(found.touching) for held in every)


BASES: dict[str, Basis] = {"central": "weight", "worst_known": "known_low", "worst": "low", "none": "weight"}


def _by_brute_force(game: CoalitionGame) -> list[tuple[Pair, ...]]:
    """Try every subset of what is hostile, the smallest first, with the definition itself."""
    basis: Basis = "low" if game.holds() else "weight"
    if game.holds(basis):
        return []
    nothing = _left_below(game, basis, ())
    hostile = [pair for pair in game.pairs if game.value(pair, basis) < 0 or game.network.ties[pair].red_line]
    found: list[tuple[Pair, ...]] = []
    for size in range(1, len(hostile) + 1):
        for chosen in combinations(hostile, size):
            if any(set(smaller) <= set(chosen) for smaller in found):
                continue
            if any(game.network.ties[pair].red_line for pair in chosen) or _left_below(game, basis, chosen) - nothing:
                found.append(chosen)
    return found


def _left(game: CoalitionGame, basis: Basis, kept: tuple[Pair, ...]) -> dict[str, float]:
    """Every balance with only the hostile ties of `kept` in place."""
    left = dict(zip(game.members, game.gains, strict=True))
    for pair in game.pairs:
        value = game.value(pair, basis)
        if value >= 0 or pair in kept:
            for end in pair:
                left[end] += value
    return left


def _left_below(game: CoalitionGame, basis: Basis, kept: tuple[Pair, ...]) -> set[str]:
    return {member for member, balance in _left(game, basis, kept).items() if balance < -HOLDS_TOLERANCE}


def test_ignorance_is_no_hostility_where_a_known_tie_explains_enough() -> None:
    # AC may be as low as −0.9 by its evidence; of BC nothing is known, and its assumed interval reaches −0.82.
    parties = [party(code) for code in ("AAA", "BBB", "CCC")]
    known = ties_of({"AAA BBB": 0.2, "AAA CCC": (-0.9, -0.1, 0.0)})
    found = blocking_sets(CoalitionGame.of(question(), parties, known))
    assert found.basis == "worst_known"
    assert [blocking.pairs for blocking in found.sets] == [(("AAA", "CCC"),)]
    # With AC sure, only what is assumed of BC could stop it.
    sure = ties_of({"AAA BBB": 0.2, "AAA CCC": -0.1})
    found = blocking_sets(CoalitionGame.of(question(), parties, sure))
    assert found.basis == "worst"
    assert [blocking.pairs for blocking in found.sets] == [(("BBB", "CCC"),)]
