"""How long does the whole answer take, and the proof of the cheapest package beside a textbook program?

The verdict of five beside a plain brute force that tries every tie at its low, weight and high; the whole answer for
twelve who all quarrel, for the 66 states of the coalition against ISIS with all 195 of 2014 known, and for 66 of 195
made ones; the cheapest package, for twelve with all ties at their lows, beside the program with a yes-or-no variable a
notch in the same solver. CPU seconds; they hang on the machine, ratios less so.
Run `python bench/answer_time.py`, or with some of: verdict twelve states mild dense. `states` reads the tables of
`bench/history`, and is left out where they are not there.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import combinations, product
from pathlib import Path
from time import monotonic, process_time

from ahlaf.model import Actor, ActorKind, Answer, Certificate, Party, Question, Status, Tie
from ahlaf.solve import CoalitionGame, answer
from ahlaf.solve.mip import Program, Solution
from ahlaf.solve.repair.cheapest import cheapest
from ahlaf.solve.repair.tracks import Tracks

PARTIES = 12
SEED = 2015
BRUTE_FORCE_MEMBERS = 5
STATES, KNOWN_STATES = 66, 195
MILD_TIES = (*[0.0] * 6, 0.05, 0.1, 0.1, 0.2, 0.3, -0.1, -0.2)
HOSTILE_SHARE = 0.05
LIMIT = 60.0
YEAR = 2014
HISTORY = Path(__file__).parent / "history"
AGAINST_ISIS = """
AFG ALB AUL AUS BAH BEL BOS BUL CAN CRO CYP CZR DEN DJI EGY EST ETH FIN FRN GMY GRC GRG HUN ICE IRE IRQ ITA JOR JPN KOS
KUW LAT LEB LIT LUX MAC MAL MLD MNG MOR NEW NIG NOR NTH OMA PAN POL POR QAT ROK ROM SAU SIN SLO SLV SOM SPN SWD TAW TUN
TUR UAE UKG UKR USA YUG
"""
"""The states in the Global Coalition against ISIS by their Correlates of War codes: the 64 of 2016 and Djibouti and
Ethiopia, who came next. The European Union and the Arab League, members too, are no states."""


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


def states(*, mild: bool, seed: int = 1) -> tuple[Question, list[Party], list[Tie]]:
    """A coalition of 66 states with all 195 known: dense random ties, or mostly mild ones with some hostility."""
    chance = random.Random(seed)
    codes = [f"P{number:03d}" for number in range(KNOWN_STATES)]
    parties = [
        Party(Actor(code, code, code, ActorKind.STATE), chance.randint(1, 10), chance.randint(3, 10) / 10)
        for code in codes
    ]
    ties = []
    for a, b in combinations(codes, 2):
        if not mild:
            weight, reach = chance.randint(-100, 100) / 100, chance.randint(5, 40) / 100
        else:
            hostile = chance.random() < HOSTILE_SHARE
            weight = -chance.randint(20, 90) / 100 if hostile else chance.choice(MILD_TIES)
            reach = chance.randint(5, 30) / 100
        ties.append(Tie(a, b, weight, max(-1.0, weight - reach), min(1.0, weight + reach)))
    requirement = 0.8 * sum(party.capability for party in parties[:STATES])
    return Question(tuple(codes[:STATES]), "THREAT", requirement), parties, ties


def against_isis() -> tuple[Question, list[Party], list[Tie]]:
    """The coalition against ISIS among all states, with ties from what was on record by the end of 2014.

    The threat matters 0.5 to everybody, and four fifths of the members' capability is enough.
    """
    from states import world

    known, members = world(YEAR), tuple(AGAINST_ISIS.split())
    requirement = 0.8 * sum(party.capability for party in known.parties if party.id in members)
    return Question(members, "ISIS", requirement), [*known.parties], [*known.ties]


def there() -> bool:
    """Whether the tables that the states of a year are made of are there."""
    from state_tables import DATA

    return DATA.is_dir()


def textbook(tracks: Tracks, seconds: float) -> Solution:
    """Solve the textbook program, one yes-or-no variable a notch and one row a member, with the same solver."""
    program = Program()
    rows: dict[int, dict[int, float]] = {i: {} for i in range(len(tracks.members))}
    for ends, track in zip(tracks.ends, tracks.tracks, strict=True):
        before = None
        for t in range(track.most):
            first = track.notch if track.red_line else track.opening + track.notch
            step = program.variable(0, 1, cost=first if t == 0 else track.notch, whole=True)
            for end in ends:
                rows[end][step] = float(track.rise(t + 1) - track.rise(t))
            if before is not None:
                program.row({before: 1.0, step: -1.0}, lower=0.0)
            before = step
    for i, row in rows.items():
        if tracks.needed(i):
            program.row(row, lower=-tracks.balances[i])
    return program.solve(seconds)


def against_the_textbook(name: str, game: CoalitionGame, at_low: int) -> None:
    """Print how long the proof of the cheapest package takes beside the textbook's, in CPU seconds."""
    tracks = Tracks.of(game, at_low=at_low)
    start = process_time()
    ours = cheapest(tracks, monotonic() + LIMIT)
    middle = process_time()
    peer = textbook(tracks, LIMIT)
    end = process_time()
    price = None if ours.notches is None else tracks.price(ours.notches)
    print(f"{name}: cheapest {price}, {ours.certificate.status.value}, {middle - start:.2f} s")
    print(f"  textbook: {peer.objective:.0f}, at least {peer.bound:.1f}, {peer.status.value}, {end - middle:.2f} s")
    print(f"  ratio {(middle - start) / (end - middle):.3f}")


def main() -> None:
    """Print the figures; a name of a part does that part alone."""
    parts = sys.argv[1:] or ["verdict", "twelve", "states", "mild", "dense"]
    sys.path.insert(0, str(HISTORY))
    answer(*instance(2, SEED))  # imports and first use of the solver are not what is timed
    if "verdict" in parts:
        question, parties, ties = instance(BRUTE_FORCE_MEMBERS, SEED)
        start = process_time()
        status = answer(question, parties, ties).verdict.status
        whole = process_time() - start
        start = process_time()
        expected = brute_force_verdict(CoalitionGame.of(question, parties, ties))
        brute = process_time() - start
        assert status is expected, (status, expected)
        print(
            f"{BRUTE_FORCE_MEMBERS} members of {PARTIES} parties: {status.value}; the whole answer {whole:.3f} s, ",
            end="",
        )
        print(f"the verdict by brute force {brute:.3f} s, ratio {whole / brute:.3f}")
    asked: dict[str, tuple[str, Callable[[], tuple[Question, list[Party], list[Tie]]], int]] = {
        "twelve": (f"{PARTIES} members of {PARTIES} parties", lambda: instance(PARTIES, SEED), PARTIES),
        "states": (f"{STATES} states of {KNOWN_STATES} against ISIS, {YEAR}", against_isis, 0),
        "mild": (f"{STATES} members of {KNOWN_STATES} states, mild ties", lambda: states(mild=True), 0),
        "dense": (f"{STATES} members of {KNOWN_STATES} states, dense ties", lambda: states(mild=False), 0),
    }
    for part, (name, ask, at_low) in asked.items():
        if part not in parts:
            continue
        if part == "states" and not there():
            print("states: left out, as the tables of states are not there (bench/history/state_tables.py)")
            continue
        question_of = ask()
        start = process_time()
        found = answer(*question_of, time_limit=LIMIT)
        print(f"{name}: the whole answer {process_time() - start:.2f} s")
        for topic, certificates in proofs(found):
            print(f"  {topic}: {told(certificates)}")
        against_the_textbook(name, CoalitionGame.of(*question_of), at_low)


def proofs(found: Answer) -> list[tuple[str, list[Certificate]]]:
    """Return the certificates of the parts of an answer that are searched for."""
    repair = found.reconciliation
    return [
        ("packages", [repair.certificate, *(one.certificate for one in repair.packages[1:])]),
        ("firm packages", [one.certificate for one in repair.firm]),
        ("brokers", [one.certificate for one in found.brokers]),
        ("credible counsel", [one.credible.certificate for one in found.brokers]),
        ("teams", [one.certificate for one in found.teams]),
        ("smallest enlargement that holds", [found.sufficiency.holding.certificate]),
        ("strongest part that holds", [found.alternatives.certificate]),
        ("camps", [found.camps.certificate] if found.camps else []),
    ]


def told(certificates: Iterable[Certificate]) -> str:
    """Count certificates by their status, with the largest gap of those that were stopped."""
    counts = Counter(one.status.value for one in certificates)
    gap = max((one.gap for one in certificates), default=0.0)
    return ", ".join(f"{count} {status}" for status, count in sorted(counts.items())) + (
        f", largest gap {gap:.2f}" if gap else ""
    )


if __name__ == "__main__":
    main()
