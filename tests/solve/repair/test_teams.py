import pytest
from hypothesis import given, settings

from ahlaf.model import ProofStatus
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.repair.teams import broker_teams
from solve.examples import games, party, question, ties_of
from solve.repair.by_hand import best_team_price, standing_packages, weaker_tie
from solve.repair.test_brokers import mediated, offices_of


def two_quarrels() -> CoalitionGame:
    """A and B quarrel, C and D quarrel, and each lacks 0.5 where the others are of no help; X mends one, Y the other.

    Gain 0.4, ties 0.1 otherwise: b = −1.1 + 0.2 + 0.4 = −0.5. Two notches on AB and on CD: 3 each.
    """
    members = ("AAA", "BBB", "CCC", "DDD")
    ties = {f"{a} {b}": 0.1 for i, a in enumerate(members) for b in members[i + 1 :]} | {
        "AAA BBB": -1.1 + 0.1,
        "CCC DDD": -1.1 + 0.1,
    }
    outside = {"AAA XXX": 0.8, "BBB XXX": 0.8, "CCC YYY": 0.6, "DDD YYY": 0.7, "AAA ZZZ": 0.5, "BBB ZZZ": 0.5}
    parties = [party(code) for code in (*members, "XXX", "YYY", "ZZZ")]
    return CoalitionGame.of(question(members), parties, ties_of({**ties, **outside}))


def test_two_for_two_quarrels_and_a_third_for_nothing() -> None:
    one, two, three = broker_teams(offices_of(two_quarrels()))
    # 6 without; X takes 3 · 0.5 · 0.8 = 1.2 off AB, Y takes 3 · 0.5 · 0.6 = 0.9 off CD. Z is trusted less than X.
    assert (one.actors, two.actors, three.actors) == (("XXX",), ("XXX", "YYY"), ("XXX", "YYY"))
    assert (one.saving, two.saving, three.saving) == pytest.approx((1.2, 2.1, 2.1))
    assert (one.added, two.added, three.added) == pytest.approx((1.2, 0.9, 0.0))
    assert [(t.pair, t.broker, t.trust) for t in two.tracks] == [
        (("AAA", "BBB"), "XXX", 0.8),
        (("CCC", "DDD"), "YYY", 0.6),
    ]
    assert all(team.certificate.status is ProofStatus.OPTIMAL for team in (one, two, three))


def test_one_is_enough_where_one_is_trusted_most() -> None:
    teams = broker_teams(offices_of(mediated()))
    assert [(team.actors, team.size) for team in teams] == [(("DDD",), 1), (("DDD",), 2), (("DDD",), 3)]


def test_no_team_where_nobody_is_trusted() -> None:
    game = CoalitionGame.of(question(("AAA", "BBB")), [party("AAA"), party("BBB")], ties_of({"AAA BBB": -1.0}))
    assert broker_teams(offices_of(game)) == ()


def test_without_time_no_more_is_claimed_than_bounds_tell() -> None:
    game = two_quarrels()
    for team in broker_teams(offices_of(game), time_limit=0.0):
        # Two brokers bring the price to 3.9, one to 4.8.
        assert team.certificate.bound <= (4.8 if team.size == 1 else 3.9) + 1e-9
        assert team.certificate.gap == pytest.approx(team.price - team.certificate.bound)


@given(games(least=2, most=3, outsiders=3))
@settings(max_examples=40, deadline=None)
def test_teams_against_going_through_all_teams_and_packages(game: CoalitionGame) -> None:
    packages = standing_packages(game)
    if not packages:
        return
    for team in broker_teams(offices_of(game)):
        assert team.price == pytest.approx(best_team_price(game, packages, team.size), abs=1e-6)
        assert len(team.actors) <= team.size
        assert team.certificate.gap == 0
        for track in team.tracks:
            assert track.trust == max(weaker_tie(game, k, track.pair) for k in team.actors)
