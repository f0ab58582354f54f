"""The answers: one question a file, each exact or with the proof of how far it came."""

from ahlaf.solve.answer import answer
from ahlaf.solve.camps.find import find_camps
from ahlaf.solve.camps.near.near_best import near_best
from ahlaf.solve.camps.near.relations import relation_prices
from ahlaf.solve.coalition.blocking import blocking_sets
from ahlaf.solve.coalition.game import FEWEST_MEMBERS, CoalitionGame
from ahlaf.solve.coalition.joining import joining
from ahlaf.solve.coalition.miracle import miracle
from ahlaf.solve.coalition.sufficiency import sufficiency
from ahlaf.solve.coalition.verdict import verdict
from ahlaf.solve.commitments.come_to import solve_commitments
from ahlaf.solve.commitments.propose import propose_commitments
from ahlaf.solve.commitments.rules import parse_commitments
from ahlaf.solve.commitments.why import why
from ahlaf.solve.comparison import compare
from ahlaf.solve.landscape.landscape import landscape
from ahlaf.solve.repair.brokers import brokers
from ahlaf.solve.repair.reconciliation import reconcile

__all__ = [
    "FEWEST_MEMBERS",
    "CoalitionGame",
    "answer",
    "blocking_sets",
    "brokers",
    "compare",
    "find_camps",
    "joining",
    "landscape",
    "miracle",
    "near_best",
    "parse_commitments",
    "propose_commitments",
    "reconcile",
    "relation_prices",
    "solve_commitments",
    "sufficiency",
    "verdict",
    "why",
]
