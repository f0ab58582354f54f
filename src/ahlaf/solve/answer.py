"""The whole answer to a question, put together from the answers to its parts."""

from __future__ import annotations

from collections.abc import Sequence

from ahlaf.model import Answer, Camps, Coalition, Commitment, Party, Question, Tie
from ahlaf.network import SignedGraph
from ahlaf.solve.camps.find import find_camps
from ahlaf.solve.coalition.alternatives import alternatives
from ahlaf.solve.coalition.blocking import blocking_sets
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.coalition.joining import joining
from ahlaf.solve.coalition.miracle import miracle
from ahlaf.solve.coalition.sufficiency import sufficiency
from ahlaf.solve.coalition.verdict import verdict
from ahlaf.solve.commitments.come_to import solve_commitments
from ahlaf.solve.comparison import compare
from ahlaf.solve.repair.brokers import brokers
from ahlaf.solve.repair.discount import best_brokers
from ahlaf.solve.repair.offices import GoodOffices
from ahlaf.solve.repair.order import order_of_steps
from ahlaf.solve.repair.reconciliation import MANY_MEMBERS, reconcile
from ahlaf.solve.repair.sensitivity import price_sensitivity
from ahlaf.solve.repair.teams import broker_teams

_RECONCILIATION_SHARE = 0.45
_BROKERS_SHARE = 0.1
_TEAMS_SHARE = 0.05
_SENSITIVITY_SHARE = 0.04
_DISCOUNT_SHARE = 0.02
_PART_OF_MANY = 0.5
"""The four shares above for a large coalition, whose proofs they are too short for in any case: half of them."""
_MEMBERSHIP_SHARE = 0.05
_COMMITMENTS_SHARE = 0.1
_CAMPS_SHARE = 0.05
_COMPARISON_SHARE = 0.1
_CAMPS = 2
_FEWEST_TIES_FOR_CAMPS = 3


def answer(
    question: Question,
    parties: Sequence[Party],
    ties: Sequence[Tie],
    commitments: Sequence[Commitment] = (),
    coalitions: Sequence[Coalition] = (),
    *,
    time_limit: float = 60.0,
) -> Answer:
    """Say whether the members can stand together against the threat, what stops them, and what it would take.

    `parties` are all that are known, the threat left out; pairs without a tie are assumed unknown. `coalitions` are to
    be set beside the one asked about. `time_limit` is in seconds and shared out among the solvers that may need it;
    what they had not proven by then is marked as stopped.
    Raises QuestionError or UnknownActorError where the question cannot be asked.
    """
    game = CoalitionGame.of(question, parties, ties)
    reconciliation = reconcile(game, time_limit=time_limit * _RECONCILIATION_SHARE)
    packages = reconciliation.packages
    repricing = time_limit * (1.0 if len(game.members) <= MANY_MEMBERS else _PART_OF_MANY)
    offices = GoodOffices(game, reconciliation, repricing * _BROKERS_SHARE) if packages else None
    return Answer(
        question=question,
        verdict=verdict(game),
        blocking=blocking_sets(game),
        reconciliation=reconciliation,
        brokers=brokers(offices) if offices else (),
        teams=broker_teams(offices, time_limit=repricing * _TEAMS_SHARE) if offices else (),
        order=order_of_steps(game, packages[0], question.constraints.not_first) if packages else None,
        sensitivity=price_sensitivity(game, reconciliation, time_limit=repricing * _SENSITIVITY_SHARE),
        best_brokers=best_brokers(game, reconciliation, time_limit=repricing * _DISCOUNT_SHARE),
        joining=joining(game),
        sufficiency=sufficiency(game, time_limit=time_limit * _MEMBERSHIP_SHARE),
        alternatives=alternatives(game, time_limit=time_limit * _MEMBERSHIP_SHARE),
        miracle=miracle(game),
        commitments=(
            solve_commitments(commitments, time_limit=time_limit * _COMMITMENTS_SHARE) if commitments else None
        ),
        camps=_camps(game, time_limit * _CAMPS_SHARE),
        comparison=(
            compare(question, parties, ties, coalitions, time_limit=time_limit * _COMPARISON_SHARE)
            if coalitions
            else None
        ),
    )


def _camps(game: CoalitionGame, time_limit: float) -> Camps | None:
    """Divide the parties that have any tie into two camps; None where there are too few ties to speak of camps."""
    known = [tie for _, tie in sorted(game.network.ties.items()) if tie.weight != 0]
    if len(known) < _FEWEST_TIES_FOR_CAMPS:
        return None
    names = sorted({end for tie in known for end in tie.pair})
    place = {name: i for i, name in enumerate(names)}
    graph = SignedGraph.of(names, [(place[tie.a], place[tie.b], tie.weight) for tie in known])
    return find_camps(graph, k=_CAMPS, time_limit=time_limit, seed=game.parameters.seed)
