"""The answer of one day in short: verdict, probability, balances, the price and the best broker."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from ahlaf.model import MemberBalance, Party, ProofStatus, Question, Stand, Standing, Status, Tie
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.coalition.sampling import draw, probability_of_holding
from ahlaf.solve.repair.offices import GoodOffices
from ahlaf.solve.repair.reconciliation import reconcile
from ahlaf.solve.repair.trust import even_trust

_SAME = 1e-9
"""Savings that differ by less are the same but for rounding."""


def standing(question: Question, parties: Sequence[Party], ties: Sequence[Tie], *, time_limit: float) -> Standing:
    """Answer in short what `answer` answers at length, with the same numbers; `time_limit` is in seconds."""
    deadline = monotonic() + time_limit
    game = CoalitionGame.of(question, parties, ties)
    reconciliation = reconcile(game, time_limit=time_limit / 2)
    package = reconciliation.packages[0] if reconciliation.packages else None
    proofs = [reconciliation.certificate if package is None else package.certificate]
    savings: dict[str, float] = {}
    if package is not None and package.steps:
        offices = GoodOffices(game, reconciliation, deadline)
        for party in game.parties:
            brokered = offices.with_trust(even_trust(game, party.id, offices.pairs))
            savings[party.id] = package.price - brokered.price
            proofs.append(brokered.certificate)
    most = max(savings.values(), default=0.0)
    balances = zip(game.members, game.balances("weight"), strict=True)
    return Standing(
        stand=_stand(game),
        lifted=_of_ties(game),
        probability=probability_of_holding(game, draw(game)),
        red_lines=game.red_lines,
        balances=tuple(
            sorted((MemberBalance(name, float(value)) for name, value in balances), key=lambda b: (b.central, b.actor))
        ),
        price=None if package is None else package.price,
        steps=() if package is None else package.steps,
        brokers=tuple(name for name, saving in savings.items() if most > _SAME and saving > most - _SAME),
        saving=most if most > _SAME else 0.0,
        proven=all(proof.status is not ProofStatus.STOPPED for proof in proofs),
    )


def stand(question: Question, parties: Sequence[Party], ties: Sequence[Tie]) -> Stand:
    """Return the verdict in short, red lines counted."""
    return _stand(CoalitionGame.of(question, parties, ties))


def _stand(game: CoalitionGame) -> Stand:
    return Stand(Status.FAILS, False) if game.red_lines else _of_ties(game)


def _of_ties(game: CoalitionGame) -> Stand:
    status = Status.HOLDS if game.stands("low") else Status.CONTESTED if game.stands("high") else Status.FAILS
    return Stand(status, game.stands("weight"))
