"""The answer beside its peers: who can say whether a coalition holds, does each say the same, and in what time?

    python bench/answer_peers.py [--python PYTHON] [--gmcr FOLDER] [--members 4,6,8,10] [--cases 5]

PYTHON is one under which the peers are installed, and need not be that of Ahlaf; FOLDER is a copy of gmcr-py, which is
no package. Peers that are missing are named with the command that installs them. Cases are seeded; seconds are of CPU.
docs/reference/answers-beside-peers.md says what each peer can answer at all.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from time import process_time

from ahlaf.model import Actor, ActorKind, CoalitionParameters, Parameters, Party, Question, Tie
from ahlaf.solve import CoalitionGame, answer

WORKER = Path(__file__).with_name("answer_peers_worker.py")
PATIENCE = 120
COST = 0.1

INSTALL = {
    "gmcr-py": "git clone https://github.com/onp/gmcr-py, pip install numpy, and name the folder: --gmcr gmcr-py",
    "spreadsheet": "pip install openpyxl formulas",
    "tucoopy": "pip install tucoopy",
    "coopgame-py": "pip install coopgame-py",
}
QUESTIONS = {
    "gmcr-py": "is it Nash stable that all stay, at the weights?",
    "spreadsheet": "holds, fails or contested over the intervals?",
    "tucoopy": "another question: is the core of the sums of balances not empty?",
    "coopgame-py": "another question: the same as tucoopy",
}


@dataclass
class Tally:
    """What one peer said over the cases of one size."""

    agreed: int = 0
    asked: int = 0
    seconds: list[float] = field(default_factory=list)
    trouble: str = ""


def case(members: int, seed: int) -> CoalitionGame:
    """A coalition that holds about as often as not, whatever its size: ties in hundredths, no red lines."""
    chance = random.Random(seed)
    codes = [f"P{number:02d}" for number in range(members)]
    parties = [
        Party(Actor(code, code, code, ActorKind.STATE), chance.randint(1, 10), chance.randint(3, 10) / 10, COST)
        for code in codes
    ]
    lean = round(30 / members**0.5)
    ties = []
    for a, b in combinations(codes, 2):
        weight, reach = (lean + chance.randint(-35, 35)) / 100, chance.randint(0, 20) / 100
        ties.append(Tie(a, b, weight, max(-1.0, weight - reach), min(1.0, weight + reach)))
    parameters = Parameters(coalition=CoalitionParameters(0.5, 0.5, COST))
    return CoalitionGame.of(Question(tuple(codes), "THREAT", 5.0 * members, parameters=parameters), parties, ties)


def as_json(game: CoalitionGame) -> str:
    """Write a case for the worker."""
    parties = [game.by_id[member] for member in game.members]
    given = game.parameters
    return json.dumps(
        {
            "capability": [party.capability for party in parties],
            "salience": [party.salience for party in parties],
            "cost": [game.cost(party.id) for party in parties],
            "ties": {end: game.network.matrix(end).tolist() for end in ("weight", "low", "high")},
            "requirement": game.question.requirement,
            "benefit": given.benefit,
            "exclusivity": given.exclusivity,
        }
    )


def ask(peer: str, game: CoalitionGame, python: str, gmcr: str | None) -> dict[str, object]:
    """Ask one peer in a process of its own."""
    environment = {**os.environ, **({"GMCR_PY": gmcr} if gmcr else {})}
    try:
        ran = subprocess.run(
            [python, str(WORKER), peer],
            input=as_json(game),
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return {"error": f"no answer in {PATIENCE} s"}
    lines = ran.stdout.strip().splitlines()
    found: dict[str, object] = json.loads(lines[-1]) if lines else {"error": ran.stderr.strip()[-200:]}
    return found


def expected(peer: str, game: CoalitionGame) -> object:
    """What Ahlaf says to the peer's question, or, where that is another one, to its own."""
    if peer != "spreadsheet":
        return game.holds()
    return "holds" if game.holds("low") else "contested" if game.holds("high") else "fails"


def main() -> None:
    """Print a table for every size."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--python", default=sys.executable)
    options.add_argument("--gmcr")
    options.add_argument("--members", default="4,6,8,10")
    options.add_argument("--cases", type=int, default=5)
    given = options.parse_args()
    answer(case(2, 0).question, case(2, 0).parties, [*case(2, 0).network.ties.values()])  # imports are not timed
    missing: set[str] = set()
    print("| members | who | agrees with Ahlaf | seconds of CPU |\n|--:|---|--:|--:|")
    for members in map(int, given.members.split(",")):
        games = [case(members, seed) for seed in range(given.cases)]
        alone, whole = [], []
        for game in games:
            ties = [*game.network.ties.values()]
            start = process_time()
            CoalitionGame.of(game.question, game.parties, ties).holds()
            middle = process_time()
            answer(game.question, game.parties, ties)
            alone.append(middle - start)
            whole.append(process_time() - middle)
        holding = sum(game.holds() for game in games)
        print(f"| {members} | Ahlaf, whether it holds ({holding} do) | | {statistics.mean(alone):.4f} |")
        print(f"| {members} | Ahlaf, the whole answer | | {statistics.mean(whole):.2f} |")
        for peer in INSTALL:
            if peer in missing:
                continue
            tally = Tally()
            for game in games:
                found = ask(peer, game, given.python, given.gmcr)
                if "missing" in found:
                    missing.add(peer)
                    break
                if "error" in found:
                    tally.trouble = str(found["error"])
                    break
                tally.asked += 1
                tally.agreed += found["said"] == expected(peer, game)
                tally.seconds.append(float(str(found["seconds"])))
            if tally.asked:
                print(
                    f"| {members} | {peer} | {tally.agreed} of {tally.asked} | {statistics.mean(tally.seconds):.4f} |"
                )
            if tally.trouble:
                print(f"| {members} | {peer} | {tally.trouble} | |")
    print()
    for peer, question in QUESTIONS.items():
        print(f"{peer}: {question}" if peer not in missing else f"{peer} is not installed: {INSTALL[peer]}")


if __name__ == "__main__":
    main()
