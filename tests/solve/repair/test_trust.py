import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import PriceParameters
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.repair.trust import credible_trust, even_trust, lean
from solve.examples import party, question, ties_of
from solve.repair.test_brokers import found_in, mediated

PAIR = ("AAA", "BBB")


def between(first: float, second: float, accuracy: float = 0.9, red_lines: tuple[str, ...] = ()) -> CoalitionGame:
    """K has a tie of `first` to A and of `second` to B."""
    ties = ties_of({"AAA BBB": -1.0, "AAA KKK": first, "BBB KKK": second}, red_lines)
    price = PriceParameters(broker_accuracy=accuracy)
    return CoalitionGame.of(question(PAIR, price=price), [party(code) for code in (*PAIR, "KKK")], ties)


@pytest.mark.parametrize(
    ("first", "second", "to", "believed_by"),
    [
        (0.6, 0.2, "AAA", "AAA"),
        (0.2, 0.6, "BBB", "BBB"),
        (0.5, 0.5, None, None),
        # At an accuracy of 0.9 it takes a lean of 1/9: 0.11 is too little, 0.12 enough.
        (0.31, 0.2, "AAA", None),
        (0.32, 0.2, "AAA", "AAA"),
        # A foe of the one side is believed by the other, a foe of both by neither.
        (0.3, -0.9, "AAA", "AAA"),
        (-0.1, -0.9, "AAA", None),
        (0.0, -0.9, "AAA", None),
    ],
)
def test_its_own_side_believes_a_broker(first: float, second: float, to: str | None, believed_by: str | None) -> None:
    game = between(first, second)
    found = lean(game, "KKK", PAIR)
    assert (found.to, found.believed_by) == (to, believed_by)
    assert found.by == pytest.approx(abs(first - second))
    expected = {PAIR: max(first, second) / 2} if believed_by else {}
    assert credible_trust(game, "KKK", [PAIR]) == pytest.approx(expected)


def test_who_leans_too_much_hides_the_other_sides_resolve() -> None:
    # At an accuracy of 0.6 a lean of 2/3 is the least and 3/2 the most that is believed.
    assert lean(between(0.6, 0.0, 0.6), "KKK", PAIR).believed_by is None
    assert lean(between(0.7, 0.0, 0.6), "KKK", PAIR).believed_by == "AAA"
    assert lean(between(0.9, -0.6, 0.6), "KKK", PAIR).believed_by == "AAA"
    assert lean(between(0.9, -0.7, 0.6), "KKK", PAIR).believed_by is None


@given(
    st.integers(-20, 20).map(lambda n: n / 10),
    st.floats(0.5, 0.999),
    st.floats(0.01, 10.0),
)
@settings(max_examples=200, deadline=None)
def test_truth_is_best_for_the_broker_exactly_within_these_bounds(bias: float, accuracy: float, stake: float) -> None:
    """Play the counsel out: even odds that j stands firm, a breakdown costs the broker as much as what is at stake."""

    def holding_out(signal_firm: bool) -> float:
        firm = accuracy if signal_firm else 1 - accuracy
        return (1 - firm) * bias * stake - firm * stake

    truthful = holding_out(False) >= 0 >= holding_out(True)
    least = (1 - accuracy) / accuracy
    within = least <= bias <= 1 / least
    margin = min(abs(bias - least), abs(bias - 1 / least))
    assert truthful == within or margin < 1e-9


def test_no_lean_on_its_own_tracks_or_across_a_red_line() -> None:
    game = between(0.8, 0.2, red_lines=("BBB KKK",))
    assert (lean(game, "KKK", PAIR).to, even_trust(game, "KKK", [PAIR])) == (None, {})
    assert lean(game, "AAA", PAIR).to is None
    assert even_trust(between(0.8, 0.2), "KKK", [PAIR]) == {PAIR: 0.2}
    assert even_trust(between(0.8, 0.0), "KKK", [PAIR]) == {}


def test_what_a_believed_broker_saves() -> None:
    # E has 0.9 with A and −0.5 with C: A believes it, so AC costs 2 · (1 − 0.5 · 0.45) = 1.55. By the even rule: 2.
    found = found_in(mediated())["EEE"]
    assert (found.saving, found.credible.saving, found.credible.price) == pytest.approx((0.0, 0.45, 1.55))
    (track,) = [track for track in found.tracks if track.credible_saving]
    assert (track.pair, track.leans_to, track.believed_by) == (("AAA", "CCC"), "AAA", "AAA")
    assert track.credible_saving == pytest.approx(0.45)


def test_where_one_tie_is_unknown_so_is_the_lean() -> None:
    ties = ties_of({"AAA BBB": -1.0, "AAA KKK": 0.6})
    game = CoalitionGame.of(question(PAIR), [party(code) for code in (*PAIR, "KKK")], ties)
    assert (lean(game, "KKK", PAIR).to, credible_trust(game, "KKK", [PAIR])) == (None, {})
