"""Does the coalition hold, and how sure is that?"""

from __future__ import annotations

from ahlaf.model import Balance, Estimate, Firmness, Status, TieOrigin, Verdict
from ahlaf.solve.coalition.flips import flip_set, flips
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.coalition.parameters import parameter_flips
from ahlaf.solve.coalition.reports import report_flips
from ahlaf.solve.coalition.sampling import draw, probability_of_holding, ties_to_verify


def verdict(game: CoalitionGame) -> Verdict:
    """Say whether the coalition holds, fails, or is contested within what is known of its ties, and how firmly.

    A red line inside: fails. Otherwise it holds if it holds with every tie at its low, fails if it fails with every
    tie at its high, and is contested between. As balances rise with ties, these two ends decide every case between.
    """
    lifted = firmness(game)
    barred = bool(game.red_lines)
    never = Estimate(0.0, 0.0, 0.0, lifted.probability.samples, lifted.probability.seed)
    return Verdict(
        status=Status.FAILS if barred else lifted.status,
        central=lifted.central and not barred,
        worst=lifted.worst and not barred,
        best=lifted.best and not barred,
        probability=never if barred else lifted.probability,
        balances=_balances(game),
        red_lines=game.red_lines,
        lifted=lifted,
    )


def firmness(game: CoalitionGame) -> Firmness:
    """Say how firm the answer of the ties is, red lines aside: over their intervals, by chance, and what turns it."""
    central, worst, best = game.stands("weight"), game.stands("low"), game.stands("high")
    status = _status(worst, best)
    draws = draw(game)
    reports, tried = report_flips(game, status)
    return Firmness(
        status=status,
        central=central,
        worst=worst,
        best=best,
        probability=probability_of_holding(game, draws),
        flips=flips(game),
        together=flip_set(game),
        verify=ties_to_verify(game, draws),
        parameters=parameter_flips(game),
        reports=reports,
        reports_tried=tried,
        pairs=len(game.pairs),
        assumed=sum(game.network.ties[pair].origin is TieOrigin.ASSUMED for pair in game.pairs),
        neutral=_status(game.stands("known_low"), game.stands("known_high")),
    )


def _status(worst: bool, best: bool) -> Status:
    return Status.HOLDS if worst else Status.CONTESTED if best else Status.FAILS


def _balances(game: CoalitionGame) -> tuple[Balance, ...]:
    """Return the record of every member's balance, in alphabetical order."""
    rows = zip(
        game.members, game.gains, game.balances("weight"), game.balances("low"), game.balances("high"), strict=True
    )
    return tuple(
        Balance(member, game.tie_sum(member, game.members), gain, central, worst, best)
        for member, gain, central, worst, best in rows
    )
