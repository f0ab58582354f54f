from itertools import combinations

from hypothesis import given, settings

from ahlaf.model import BlockingSet, Pair
from ahlaf.solve.coalition.blocking import blocking_sets
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, Basis, CoalitionGame
from solve.examples import games, party, question, three, ties_of


def test_one_hostile_tie_alone() -> None:
    found = blocking_sets(three(-0.6))
    assert found.basis == "central"
    # With AC at −0.6: A has 0.2 − 0.6 + 0.4 = 0 and stands; C has 0.1 − 0.6 + 0.4 = −0.1.
    assert found.sets == (BlockingSet((("AAA", "CCC"),), ("CCC",)),)
    assert (found.structural, found.complete) == ((), True)


def test_nothing_blocks_what_holds_even_at_the_lows() -> None:
    found = blocking_sets(three(-0.4))
    assert (found.basis, found.sets, found.structural, found.complete) == ("none", (), (), True)


def test_what_fails_only_at_the_lows_is_explained_there() -> None:
    found = blocking_sets(three((-0.9, -0.4, 0.0)))
    assert found.basis == "worst_known"
    assert found.sets == (BlockingSet((("AAA", "CCC"),), ("AAA", "CCC")),)


def test_ignorance_is_no_hostility_while_something_known_explains_the_failure() -> None:
    members = ("AAA", "BBB", "CCC")
    known = ties_of({"AAA BBB": (-0.9, -0.3, 0.3)})
    found = blocking_sets(CoalitionGame.of(question(members), [party(code) for code in members], known))
    assert found.basis == "worst_known"
    assert found.sets == (BlockingSet((("AAA", "BBB"),), ("AAA", "BBB")),)


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
    assert found.sets == (BlockingSet((("AAA", "BBB"), ("AAA", "CCC")), ("AAA",)),)
    assert found.complete


def test_larger_sets_are_announced() -> None:
    found = blocking_sets(four(), max_size=1)
    assert (found.sets, found.complete) == ((), False)


def test_a_red_line_blocks_by_itself_and_hides_its_weight() -> None:
    found = blocking_sets(three(-0.6, red_lines=["AAA BBB"]))
    assert found.sets == (BlockingSet((("AAA", "BBB"),), ()), BlockingSet((("AAA", "CCC"),), ("CCC",)))


def test_a_member_who_gains_too_little_is_structural() -> None:
    parties = [party("AAA"), party("BBB"), party("CCC", salience=0.0)]
    ties = ties_of({"AAA BBB": -0.5, "AAA CCC": 0.0, "BBB CCC": -0.1})
    found = blocking_sets(CoalitionGame.of(question(), parties, ties))
    # C has −0.1 of joining cost and nothing else; A has 0.4 − 0.5 and B 0.4 − 0.5 (the rest is −0.1 more for B).
    assert found.structural == ("CCC",)
    assert found.sets == (BlockingSet((("AAA", "BBB"),), ("AAA", "BBB")),)


@given(games(least=2, most=5))
@settings(max_examples=150)
def test_all_irreducible_sets_and_only_those(game: CoalitionGame) -> None:
    found = blocking_sets(game, max_size=3)
    every = _by_brute_force(game)
    assert [blocking.pairs for blocking in found.sets] == [pairs for pairs in every if len(pairs) <= 3]
    assert found.complete == all(len(pairs) <= 3 for pairs in every)


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


def _left_below(game: CoalitionGame, basis: Basis, kept: tuple[Pair, ...]) -> set[str]:
    """Members below zero with only the hostile ties of `kept` in place."""
    left = dict(zip(game.members, game.gains, strict=True))
    for pair in game.pairs:
        value = game.value(pair, basis)
        if value >= 0 or pair in kept:
            for end in pair:
                left[end] += value
    return {member for member, balance in left.items() if balance < -HOLDS_TOLERANCE}


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
