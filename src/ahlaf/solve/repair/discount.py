"""Who saves most, as a wholly trusted broker takes more or less off the price."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic

from ahlaf.model import BestBroker, ProofStatus, Reconciliation
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.repair.envelope import Line, pieces
from ahlaf.solve.repair.offices import GoodOffices
from ahlaf.solve.repair.tracks import SAME_PRICE
from ahlaf.solve.repair.trust import even_trust


class _OutOfTimeError(Exception):
    """What was asked for could not be proven in time."""


def best_brokers(
    game: CoalitionGame, reconciliation: Reconciliation, *, time_limit: float = 60.0
) -> tuple[BestBroker, ...]:
    """Say over which range of the discount each broker saves most, from 0 to 1, all else as it is.

    With broker k and package n the price is Σ price_p − d Σ trust_kp price_p, a line in d; the least over all brokers
    and packages is concave and piecewise linear, and its pieces are found exactly. Equals go by code. Empty where
    nobody saves anything at any discount, and where time ran out before all was proven.
    """
    if not reconciliation.packages:
        return ()
    search = _Search(game, reconciliation, monotonic() + time_limit)
    try:
        found = [*pieces(0.0, search.lowest(0.0), 1.0, search.lowest(1.0), search.lowest)]
    except _OutOfTimeError:
        return ()
    ranges: list[BestBroker] = []
    for piece in found:
        if piece.line.choice is None or piece.high <= piece.low:
            continue
        if ranges and ranges[-1].actor == piece.line.choice:
            ranges[-1] = replace(ranges[-1], high=piece.high)
        else:
            ranges.append(BestBroker(piece.low, piece.high, piece.line.choice))
    return tuple(ranges)


class _Search:
    """The best broker and its package at any discount."""

    def __init__(self, game: CoalitionGame, reconciliation: Reconciliation, deadline: float) -> None:
        self._game = game
        self._reconciliation = reconciliation
        self._deadline = deadline

    def lowest(self, discount: float) -> Line[str | None]:
        """Return the line of the best broker at a discount, and of nobody where none saves anything."""
        price = replace(self._game.question.parameters.price, broker_discount=discount)
        parameters = replace(self._game.question.parameters, price=price)
        game = replace(self._game, question=replace(self._game.question, parameters=parameters))
        offices = GoodOffices(game, self._reconciliation, self._deadline - monotonic())
        if offices.alone.certificate.status is not ProofStatus.OPTIMAL:
            raise _OutOfTimeError
        best: Line[str | None] = Line(None, 0.0, offices.alone.price)
        trust = {party.id: even_trust(game, party.id, offices.pairs) for party in game.parties}
        hopes = sorted(trust, key=lambda broker: (offices.bounded(trust[broker]).certificate.bound, broker))
        for broker in hopes:
            if offices.bounded(trust[broker]).certificate.bound > best.at(discount) + SAME_PRICE:
                continue
            found = offices.with_trust(trust[broker])
            if found.certificate.status is not ProofStatus.OPTIMAL:
                raise _OutOfTimeError
            tied = best.choice is not None and abs(found.price - best.at(discount)) <= SAME_PRICE
            if found.price < best.at(discount) - SAME_PRICE or (tied and broker < (best.choice or "")):
                whole = offices.tracks.price(found.notches)
                best = Line(broker, (found.price - whole) / discount, whole)
        return best
