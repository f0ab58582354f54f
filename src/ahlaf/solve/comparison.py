"""Several coalitions against one threat side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ahlaf.model import Coalition, ComparedCoalition, Comparison, Party, Question, QuestionError, Tie
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.coalition.miracle import miracle
from ahlaf.solve.coalition.overlaps import cross_pressures, overlap
from ahlaf.solve.coalition.verdict import verdict
from ahlaf.solve.repair.brokers import brokers
from ahlaf.solve.repair.offices import GoodOffices
from ahlaf.solve.repair.reconciliation import reconcile

ASKED = "asked"
"""The key of the coalition that the question names, where the case does not declare it under another."""


def compare(
    question: Question,
    parties: Sequence[Party],
    ties: Sequence[Tie],
    coalitions: Sequence[Coalition],
    *,
    time_limit: float = 60.0,
) -> Comparison:
    """Answer for each coalition what is asked of one, and say what they do to one another.

    The one that the question names comes first; where no coalition has its members it is added. Those that stood
    within the days of the question stand beside one another, the one asked about with them as if it had come about.
    A requirement that was assumed is for each what all its members have; constraints bind all alike.
    `time_limit` is in seconds, for all. Raises QuestionError where two have the same key, and as the game does.
    """
    keys = [coalition.key for coalition in coalitions]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise QuestionError(f"two coalitions are called {twice[0]}", remedy="give each a name of its own")
    listed = with_asked(question, coalitions)
    game = CoalitionGame.of(question, parties, ties)
    standing = [one for one in listed if one is listed[0] or one.stands(question.start, question.end)]
    each = time_limit / len(listed)
    # All are checked before any is compared with another.
    games = [_game_of(game, one) for one in listed]
    return Comparison(
        tuple(_compared(own, one, standing, each) for own, one in zip(games, listed, strict=True)),
        cross_pressures(game, standing),
    )


def with_asked(question: Question, coalitions: Sequence[Coalition]) -> tuple[Coalition, ...]:
    """Return the coalitions, the one that the question names first: as declared, or else made from its members."""
    asked = [one for one in coalitions if _is_asked(one, question)] or [Coalition(ASKED, question.members)]
    return (asked[0], *(one for one in coalitions if one is not asked[0]))


def _is_asked(coalition: Coalition, question: Question) -> bool:
    return set(coalition.members) == set(question.members)


def _game_of(game: CoalitionGame, coalition: Coalition) -> CoalitionGame:
    """Return the game of one coalition by itself; its members are checked as those of any question."""
    question = replace(game.question, members=coalition.members)
    # The same checks as for any question, with a name that is no party told apart.
    checked = CoalitionGame.of(question, game.parties, tuple(game.network.ties.values()))
    requirement = coalition.requirement
    if requirement is None and question.requirement_assumed:
        requirement = checked.capability(checked.members)
    if not requirement:
        return checked
    return replace(checked, question=replace(question, requirement=requirement))


def _compared(
    game: CoalitionGame, coalition: Coalition, standing: Sequence[Coalition], time_limit: float
) -> ComparedCoalition:
    reconciliation = reconcile(game, time_limit=time_limit / 2)
    saving = None
    if reconciliation.packages and reconciliation.packages[0].steps:
        best = brokers(GoodOffices(game, reconciliation, time_limit / 2))[:1]
        saving = next((broker for broker in best if broker.saving > 0), None)
    capability = game.capability(game.members)
    others = [other for other in standing if other is not coalition]
    return ComparedCoalition(
        coalition=coalition,
        # The one asked about comes first, and always stands.
        asked=coalition is standing[0],
        standing=coalition in standing,
        verdict=verdict(game),
        capability=capability,
        requirement=game.question.requirement,
        enough=game.is_enough(capability),
        package=reconciliation.packages[0] if reconciliation.packages else None,
        certificate=reconciliation.certificate,
        broker=saving,
        miracle=miracle(game),
        overlap=overlap(game, coalition, others) if coalition in standing else None,
    )
