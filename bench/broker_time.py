"""How long do brokers, teams of brokers and the order of steps take for a large coalition with all states known?

Sixty-six members of 195 parties with seeded random ties: of a quarter of all pairs something is known, and a share of
these are hostile. Run `python bench/broker_time.py`; times are of the processor and hang on the machine.
"""

from __future__ import annotations

import random
from itertools import combinations
from time import process_time

from ahlaf.model import Actor, ActorKind, Party, ProofStatus, Question, Tie
from ahlaf.solve import CoalitionGame, brokers, reconcile
from ahlaf.solve.repair.offices import GoodOffices
from ahlaf.solve.repair.order import order_of_steps
from ahlaf.solve.repair.teams import broker_teams

MEMBERS, PARTIES, SEED = 66, 195, 1
KNOWN, RED_LINES = 0.25, 0.003
HOSTILE = (0.25, 0.35)
RECONCILE_SECONDS, BROKER_SECONDS, TEAM_SECONDS = 30.0, 6.0, 3.0


def instance(hostile: float) -> CoalitionGame:
    """The first `MEMBERS` of all parties; the more hostile ties, the more of them lack something."""
    chance = random.Random(SEED)
    codes = [f"P{number:03d}" for number in range(PARTIES)]
    parties = [
        Party(Actor(code, code, code, ActorKind.STATE), chance.randint(1, 10), chance.randint(3, 10) / 10)
        for code in codes
    ]
    ties = []
    for a, b in combinations(codes, 2):
        if chance.random() < KNOWN:
            weight = chance.uniform(-0.9, 0.0) if chance.random() < hostile else chance.uniform(0.0, 0.9)
            reach = chance.uniform(0.05, 0.4)
            low, high = max(-1.0, weight - reach), min(1.0, weight + reach)
            ties.append(Tie(a, b, weight, low, high, chance.random() < RED_LINES))
    requirement = 0.8 * sum(party.capability for party in parties[:MEMBERS])
    return CoalitionGame.of(Question(tuple(codes[:MEMBERS]), "THREAT", requirement), parties, ties)


def main() -> None:
    """Print the figures."""
    for hostile in HOSTILE:
        game = instance(hostile)
        print(f"{MEMBERS} members of {PARTIES} parties, {hostile:.0%} of the known ties hostile")
        start = process_time()
        reconciliation = reconcile(game, time_limit=RECONCILE_SECONDS)
        status = reconciliation.certificate.status
        print(f"  packages {process_time() - start:6.2f} s, the cheapest {status.value}")
        offices = GoodOffices(game, reconciliation, BROKER_SECONDS)
        start = process_time()
        found = brokers(offices)
        proven = sum(broker.certificate.status is ProofStatus.OPTIMAL for broker in found)
        print(f"  brokers  {process_time() - start:6.2f} s, proven {proven} of {len(found)}")
        start = process_time()
        teams = broker_teams(offices, time_limit=TEAM_SECONDS)
        proven = sum(team.certificate.status is ProofStatus.OPTIMAL for team in teams)
        print(f"  teams    {process_time() - start:6.2f} s, proven {proven} of {len(teams)}")
        start = process_time()
        order = order_of_steps(game, reconciliation.packages[0])
        print(f"  order    {process_time() - start:6.2f} s, {order.together} at once, proven: {order.proven}")


if __name__ == "__main__":
    main()
