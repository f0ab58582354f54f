"""Documented bargains beside what came of them: what their conditional promises come to, from public sources.

    python bench/history/bargains.py [--data DIR]

The rules are our own coding, each with its source in the files beside this one. With DIR (public data sets of treaties)
the coding of 1938 is held beside what ATOP 5.1 says of the same treaties.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ahlaf.model import Act, CommitmentAnswer
from ahlaf.solve import parse_commitments, solve_commitments

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[2] / "shared" / "data" / "reference"
# Treaties in the notes of czechoslovakia-1938/treaties.txt, by their number in ATOP.
TREATIES = {2050: "Little Entente", 2080: "Little Entente", 2140: "Locarno", 2360: "Paris", 2365: "Prague"}
# What ATOP says of help in defence: that it is promised, that it hangs on conditions, and on which.
CONDITIONS = {
    "defcoadv": "the adversary",
    "defcoloc": "the place",
    "defcocon": "an ongoing conflict",
    "defconum": "the number of attackers",
    "defcodem": "a demand",
    "defconpr": "no provocation",
}


@dataclass(frozen=True, slots=True)
class Bargain:
    """A file of promises, and what really came of it, in a line."""

    file: str
    happened: str


BARGAINS = (
    Bargain("bonn-1978/commitments.txt", "signed as a whole on 17 July 1978, and delivered late and nearly whole"),
    Bargain("bonn-1978/two-levels.txt", "a minority at home in each of the three; all three moved"),
    Bargain("czechoslovakia-1938/treaties.txt", "not as the treaties stand: Paris read its own more narrowly"),
    Bargain("czechoslovakia-1938/september.txt", "nobody moved first: Munich, 30 September 1938"),
)


def answer_of(bargain: Bargain) -> CommitmentAnswer:
    """Solve the promises of a bargain."""
    path = HERE / bargain.file
    return solve_commitments(parse_commitments(path.read_text(encoding="utf-8"), file=str(path)))


def lines(bargain: Bargain, answer: CommitmentAnswer) -> Iterator[str]:
    """Say what the promises come to, and what came of them."""
    yield f"{bargain.file}: {len(answer.rules)} rules"
    yield f"  if all wait: {_acts(answer.least)}"
    yield f"  if all sign: {_acts(answer.greatest)}"
    yield f"  deadlock: {_acts(answer.deadlock)}"
    for keystone in answer.keystones if answer.deadlock else ():
        yield f"  first moves that unlock it: {_acts(keystone)}"
    for rule in answer.rules:
        beside = [act for act in answer.falls_with(rule) if act != rule.act]
        if beside:
            yield f"  without {rule.act}: {_acts(beside)} fall too"
    yield f"  what happened: {bargain.happened}"


def _acts(acts: Iterable[Act]) -> str:
    return ", ".join(map(str, acts)) or "nothing"


def atop(data: Path) -> Mapping[int, frozenset[str]]:
    """Return on what help in defence hangs, for each of our treaties, as ATOP's member rows have it."""
    found: dict[int, set[str]] = {number: set() for number in TREATIES}
    with (data / "atop5_1m.csv").open(encoding="latin-1") as stream:
        for row in csv.DictReader(stream):
            number = int(row["atopid"])
            if number in found and row["defense"] == "1":
                found[number] |= {name for column, name in CONDITIONS.items() if row[column] == "1"}
    return {number: frozenset(names) for number, names in found.items()}


def main() -> None:
    """Print every bargain, and ATOP's conditions where the data are there."""
    parser = argparse.ArgumentParser(description="Documented bargains beside what came of them.")
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    for bargain in BARGAINS:
        print("\n".join(lines(bargain, answer_of(bargain))), end="\n\n")
    if not (options.data / "atop5_1m.csv").is_file():
        print(f"ATOP is left out: {options.data} is not there")
        return
    print("ATOP 5.1: help in defence hangs on")
    for number, names in atop(options.data).items():
        print(f"  {number} {TREATIES[number]}: {', '.join(sorted(names)) or 'nothing'}")


if __name__ == "__main__":
    main()
