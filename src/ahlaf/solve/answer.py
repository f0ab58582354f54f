"""The whole answer to a question, put together from the answers to its parts."""

from __future__ import annotations

from collections.abc import Sequence

from ahlaf.model import Answer, Commitment, Party, Question, Tie
from ahlaf.solve.blocking import blocking_sets
from ahlaf.solve.brokers import brokers
from ahlaf.solve.commitments import solve_commitments
from ahlaf.solve.game import CoalitionGame
from ahlaf.solve.joining import joining
from ahlaf.solve.miracle import miracle
from ahlaf.solve.reconciliation import reconcile
from ahlaf.solve.sufficiency import sufficiency
from ahlaf.solve.verdict import verdict

_RECONCILIATION_SHARE = 0.5
_BROKERS_SHARE = 0.3


def answer(
    question: Question,
    parties: Sequence[Party],
    ties: Sequence[Tie],
    commitments: Sequence[Commitment] = (),
    *,
    time_limit: float = 60.0,
) -> Answer:
    """Say whether the members can stand together against the threat, what stops them, and what it would take.

    `parties` are all that are known, the threat left out; pairs without a tie are assumed unknown. `time_limit` is in
    seconds and shared out among the solvers that may need it; what they had not proven by then is marked as stopped.
    Raises QuestionError or UnknownActorError where the question cannot be asked.
    """
    game = CoalitionGame.of(question, parties, ties)
    reconciliation = reconcile(game, time_limit=time_limit * _RECONCILIATION_SHARE)
    return Answer(
        question=question,
        verdict=verdict(game),
        blocking=blocking_sets(game),
        reconciliation=reconciliation,
        brokers=brokers(game, reconciliation, time_limit=time_limit * _BROKERS_SHARE),
        joining=joining(game),
        sufficiency=sufficiency(game),
        miracle=miracle(game),
        commitments=solve_commitments(commitments) if commitments else None,
        camps=None,
    )
