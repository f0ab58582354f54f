"""Who would join, and who inside would mind?"""

from __future__ import annotations

from ahlaf.model import Joining, pair_of
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame


def joining(game: CoalitionGame) -> tuple[Joining, ...]:
    """Say of every outsider whether it would enter, and which members would object.

    Outsider o wants in if b_o(C ∪ o) ≥ 0. A member objects if it holds a red line against o, or if o's entry lowers
    its balance and leaves it below zero. First those who would enter and whom nobody minds, then by balance.
    """
    answers = [_joins(game, outsider) for outsider in game.outsiders]
    return tuple(sorted(answers, key=lambda answer: (not answer.wants or bool(answer.objectors), -answer.balance)))


def _joins(game: CoalitionGame, outsider: str) -> Joining:
    """Answer for one outsider."""
    enlarged = (*game.members, outsider)
    balance = game.balance(outsider, enlarged)
    objectors = []
    for member, before in zip(game.members, game.balances(), strict=True):
        after = game.balance(member, enlarged)
        made_worse = after < -HOLDS_TOLERANCE and after < before - HOLDS_TOLERANCE
        if made_worse or game.network.ties[pair_of(member, outsider)].red_line:
            objectors.append(member)
    return Joining(outsider, balance, balance >= -HOLDS_TOLERANCE, tuple(objectors))
