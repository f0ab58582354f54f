"""Does the coalition hold, and how sure is that?"""

from __future__ import annotations

from ahlaf.model import Balance, FlipTie, Status, Verdict
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame
from ahlaf.solve.coalition.sampling import draw, probability_of_holding, tie_to_verify


def verdict(game: CoalitionGame) -> Verdict:
    """Say whether the coalition holds, fails, or is contested within what is known of its ties.

    A red line inside: fails. Otherwise it holds if it holds with every tie at its low, fails if it fails with every
    tie at its high, and is contested between. As balances rise with ties, these two ends decide every case between.
    """
    central, worst, best = game.holds("weight"), game.holds("low"), game.holds("high")
    status = Status.HOLDS if worst else Status.CONTESTED if best else Status.FAILS
    draws = draw(game)
    return Verdict(
        status=status,
        central=central,
        worst=worst,
        best=best,
        probability=probability_of_holding(game, draws),
        balances=_balances(game),
        red_lines=game.red_lines,
        flips=flips(game),
        verify=tie_to_verify(game, draws),
    )


def _balances(game: CoalitionGame) -> tuple[Balance, ...]:
    """Return the record of every member's balance, in alphabetical order."""
    rows = zip(
        game.members, game.gains, game.balances("weight"), game.balances("low"), game.balances("high"), strict=True
    )
    return tuple(
        Balance(member, game.tie_sum(member, game.members), gain, central, worst, best)
        for member, gain, central, worst, best in rows
    )


def flips(game: CoalitionGame) -> tuple[FlipTie, ...]:
    """Return the ties that decide on their own, those nearest to their flip point first.

    With every other tie at its weight, the coalition holds from w_ij = t upwards, t = w_ij − min(b_i, b_j), so long
    as the balances of all others are ≥ 0. The tie decides if t lies in its interval, on the other side of its weight.
    """
    if game.red_lines:
        return ()
    balance = dict(zip(game.members, game.balances(), strict=True))
    below = {member for member in game.members if balance[member] < -HOLDS_TOLERANCE}
    found = []
    for pair in game.pairs:
        tie = game.network.ties[pair]
        if not below <= set(pair):
            continue
        flips_at = tie.weight - min(balance[tie.a], balance[tie.b])
        # Where the coalition holds now it must fail somewhere below the flip point, and otherwise hold at it.
        decides = flips_at <= tie.high + HOLDS_TOLERANCE if below else tie.low < flips_at - HOLDS_TOLERANCE
        if decides:
            inside = min(max(flips_at, tie.low), tie.high)
            found.append(FlipTie(pair, inside))
    return tuple(sorted(found, key=lambda flip: (abs(flip.flips_at - game.value(flip.pair)), flip.pair)))
