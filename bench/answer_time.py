"""How long does the whole answer take, against a plain brute force that finds the verdict alone?

Twelve parties with seeded random ties; the brute force tries every tie inside at its low, weight and high, 3^pairs
cases, in plain Python. Run `python bench/answer_time.py`; seconds hang on the machine, ratios less so.
"""

from __future__ import annotations

import random
from itertools import combinations, product
from time import perf_counter

from ahlaf.model import Actor, ActorKind, Party, Question, Status, Tie
from ahlaf.solve import CoalitionGame, answer

PARTIES = 12
SEED = 2015
BRUTE_FORCE_MEMBERS = 5
LARGER = (4, 6, 8)


def instance(members: int, seed: int) -> tuple[Question, list[Party], list[Tie]]:
    """A coalition of the first `members` of twelve parties; ties lean a little to the hostile side."""
    chance = random.Random(seed)
    codes = [f"P{number:02d}" for number in range(PARTIES)]
    parties = [
        Party(Actor(code, code, code, ActorKind.STATE), chance.randint(1, 10), chance.randint(3, 10) / 10)
        for code in codes
    ]
    ties = []
    for a, b in combinations(codes, 2):
        weight, reach = chance.randint(-60, 50) / 100, chance.randint(5, 40) / 100
        ties.append(Tie(a, b, weight, max(-1.0, weight - reach), min(1.0, weight + reach)))
    requirement = 0.8 * sum(party.capability for party in parties[:members])
    return Question(tuple(codes[:members]), "THREAT", requirement), parties, ties


def brute_force_verdict(game: CoalitionGame) -> Status:
    """Try every combination of lows, weights and highs."""
    outcomes = set()
    ends = [(game.members.index(a), game.members.index(b)) for a, b in game.pairs]
    choices = [(tie.low, tie.weight, tie.high) for tie in (game.network.ties[pair] for pair in game.pairs)]
    for weights in product(*choices):
        balances = list(game.gains)
        for (i, j), weight in zip(ends, weights, strict=True):
            balances[i] += weight
            balances[j] += weight
        outcomes.add(not game.red_lines and min(balances) >= -1e-9)
    return Status.CONTESTED if len(outcomes) == 2 else Status.HOLDS if outcomes == {True} else Status.FAILS


def main() -> None:
    """Print the figures."""
    answer(*instance(2, SEED))  # imports and first use of the solver are not what is timed
    question, parties, ties = instance(BRUTE_FORCE_MEMBERS, SEED)
    start = perf_counter()
    status = answer(question, parties, ties).verdict.status
    whole = perf_counter() - start
    start = perf_counter()
    expected = brute_force_verdict(CoalitionGame.of(question, parties, ties))
    brute = perf_counter() - start
    assert status is expected, (status, expected)
    print(f"{BRUTE_FORCE_MEMBERS} members of {PARTIES} parties: {status.value}")
    print(f"  the whole answer            {whole:8.3f} s")
    print(f"  the verdict by brute force  {brute:8.3f} s")
    print(f"  ratio                       {whole / brute:8.3f}")
    for members in LARGER:
        start = perf_counter()
        found = answer(*instance(members, SEED), time_limit=60.0)
        seconds = perf_counter() - start
        price = found.reconciliation.packages[0].price if found.reconciliation.packages else None
        proof = found.reconciliation.certificate.status.value
        print(f"{members} members of {PARTIES} parties: {seconds:8.3f} s, cheapest package {price}, {proof}")


if __name__ == "__main__":
    main()
