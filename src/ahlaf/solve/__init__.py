"""The answers: one question a file, each exact or with the proof of how far it came."""

from ahlaf.solve.answer import answer
from ahlaf.solve.blocking import blocking_sets
from ahlaf.solve.brokers import brokers
from ahlaf.solve.camps.find import find_camps
from ahlaf.solve.camps.near.near_best import near_best
from ahlaf.solve.camps.near.relations import relation_prices
from ahlaf.solve.commitments import solve_commitments
from ahlaf.solve.game import CoalitionGame
from ahlaf.solve.joining import joining
from ahlaf.solve.landscape.landscape import landscape
from ahlaf.solve.miracle import miracle
from ahlaf.solve.reconciliation import reconcile
from ahlaf.solve.rules import parse_commitments
from ahlaf.solve.sufficiency import sufficiency
from ahlaf.solve.verdict import verdict

__all__ = [
    "CoalitionGame",
    "answer",
    "blocking_sets",
    "brokers",
    "find_camps",
    "joining",
    "landscape",
    "miracle",
    "near_best",
    "parse_commitments",
    "reconcile",
    "relation_prices",
    "solve_commitments",
    "sufficiency",
    "verdict",
]
