"""The states of a year with their capabilities and a tie for every pair, from what was on record by its end.

    python bench/history/states.py [YEAR] [--data DIR]

What is on record is put on the scale of the product's codebook (PLOVER) and added up by the product's own formula, so
that a tie here is what `ahlaf ties` would make of it:

    a pact with a promise of help in arms, in force     COOPERATE      counts 1
    another pact (neutrality, no attack, consultation)  AGREE          counts 1
    fighting on one side in an armed conflict           COOPERATE      counts 1 a year, half of it after ten years
    a dispute: threat, show, use of force, war          THREATEN, MOBILIZE, COERCE, ASSAULT       likewise
    a war between the two (UCDP)                        ASSAULT                                   likewise
    fighting beside the other's rebels                  COERCE                                    likewise
    a rivalry that goes on                              THREATEN       counts 1
    votes in the General Assembly, last three years     SUPPORT times their correlation, counts 1

Correlations are of votes with each roll call's mean taken off: agreement is cheap where everybody agrees (Häge 2011).
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import process_time

import numpy as np
from numpy.typing import NDArray
from state_tables import DATA, Dated, Reference, load

from ahlaf.codebook import plover
from ahlaf.model import Actor, ActorKind, Party, RelationType, Tie, TieOrigin, TieParameters
from ahlaf.ties.weigh import weigh

HALF_LIFE_YEARS = 10.0
VOTING_YEARS = 3
FEWEST_VOTES = 10
EARTH_RADIUS_KM = 6371.0
NEAR_KM = 1000.0
"""The distance at which nearness has fallen to a half."""
EVEN_SALIENCE = 0.5
"""What a threat that nobody named is taken to matter to everybody."""

DISPUTES = {
    2: RelationType.THREATEN,
    3: RelationType.MOBILIZE,
    4: RelationType.COERCE,
    5: RelationType.ASSAULT,
}
"""The COW scale of hostility in a dispute. While a dispute is open only its beginning is known: a show of force."""
OPEN_DISPUTE = 3


@dataclass(frozen=True, slots=True)
class Record:
    """What is on record at the end of a year, as symmetric (states, states) matrices in the order of the codes.

    `counts` has how much each kind counts for each pair, `votes` the correlation of votes (NaN where too few were
    cast), `distance` the kilometres between capitals (NaN where one is not on record).
    """

    year: int
    help: NDArray[np.float64]
    pact: NDArray[np.float64]
    fellows: NDArray[np.float64]
    disputes: dict[int, NDArray[np.float64]]
    war: NDArray[np.float64]
    backing: NDArray[np.float64]
    rivalry: NDArray[np.float64]
    votes: NDArray[np.float64]
    distance: NDArray[np.float64]

    def evidence(self, i: int, j: int) -> tuple[list[float], list[float]]:
        """Return the values x in [−1, 1] and weights ω ≥ 0 of what bears on a pair."""
        values: list[float] = []
        weights: list[float] = []
        kinds = [
            (RelationType.COOPERATE, self.help),
            (RelationType.AGREE, self.pact),
            (RelationType.COOPERATE, self.fellows),
            *((DISPUTES[level], self.disputes[level]) for level in DISPUTES),
            (RelationType.ASSAULT, self.war),
            (RelationType.COERCE, self.backing),
            (RelationType.THREATEN, self.rivalry),
        ]
        for kind, matrix in kinds:
            if matrix[i, j] > 0.0:
                values.append(worth(kind))
                weights.append(float(matrix[i, j]))
        if not np.isnan(self.votes[i, j]):
            values.append(worth(RelationType.SUPPORT) * float(self.votes[i, j]))
            weights.append(1.0)
        return values, weights

    def tie(self, i: int, j: int, parameters: TieParameters) -> tuple[float, float, float, bool]:
        """Return a pair's weight, low and high, and whether anything at all is on record between the two."""
        values, weights = self.evidence(i, j)
        return (*weigh(values, weights, parameters), bool(values))


@dataclass(frozen=True, slots=True)
class World:
    """Every state of the system at the end of a year, and the tie of every pair."""

    year: int
    parties: tuple[Party, ...]
    ties: tuple[Tie, ...]


@cache
def worth(kind: RelationType) -> float:
    """Return what the codebook makes of a kind of relation, in [−1, 1]."""
    return plover()[kind].scale / 10.0


def record(reference: Reference, year: int) -> Record:
    """Return what is on record by the end of a year; nothing later is looked at."""
    row = {code: place for place, code in enumerate(reference.codes)}
    help_, pact = _pacts(reference, year, row)
    return Record(
        year,
        help_,
        pact,
        _faded(reference.fellows, year, row),
        {level: _faded(_at_level(reference.disputes, level, year), year, row) for level in DISPUTES},
        _faded(reference.wars, year, row),
        _faded(reference.backers, year, row),
        _going_on(reference.rivalries, year, row),
        correlations(reference.ballots.votes[_lately(reference, year)]),
        distances(reference, year),
    )


def _lately(reference: Reference, year: int) -> NDArray[np.bool_]:
    years = reference.ballots.years
    lately: NDArray[np.bool_] = (years > year - VOTING_YEARS) & (years <= year)
    return lately


def _pacts(reference: Reference, year: int, row: dict[int, int]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return who has promised whom help in arms, and who has another pact, among those who have not."""
    bound: dict[str, dict[int, bool]] = {}
    for member in reference.members:
        if member.entered <= year < member.left and member.state in row:
            bound.setdefault(member.treaty, {})[row[member.state]] = member.active
    help_, pact = (np.zeros((len(row), len(row))) for _ in range(2))
    for members in bound.values():
        places = np.array([*members])
        active = np.array([*members.values()])
        pact[np.ix_(places, places)] = 1.0
        helped = np.ix_(places, places)
        help_[helped] = np.maximum(help_[helped], np.maximum.outer(active, active))
    np.fill_diagonal(help_, 0.0)
    np.fill_diagonal(pact, 0.0)
    return help_, np.where(help_ > 0.0, 0.0, pact)


def _at_level(disputes: tuple[Dated, ...], level: int, year: int) -> list[Dated]:
    return [one for one in disputes if _known_level(one, year) == level]


def _known_level(dispute: Dated, year: int) -> int:
    """While a dispute goes on, how far it will go is not known."""
    return dispute.level if dispute.last <= year else min(dispute.level, OPEN_DISPUTE)


def _faded(events: tuple[Dated, ...] | list[Dated], year: int, row: dict[int, int]) -> NDArray[np.float64]:
    """Add up what happened by the end of the year, half as much for every ten years ago."""
    matrix = np.zeros((len(row), len(row)))
    for event in events:
        if event.first <= year:
            i, j = row[event.a], row[event.b]
            matrix[i, j] += 2.0 ** ((event.first - year) / HALF_LIFE_YEARS)
            matrix[j, i] = matrix[i, j]
    return matrix


def _going_on(spells: tuple[Dated, ...], year: int, row: dict[int, int]) -> NDArray[np.float64]:
    matrix = np.zeros((len(row), len(row)))
    for spell in spells:
        if spell.first <= year <= spell.last:
            i, j = row[spell.a], row[spell.b]
            matrix[i, j] = matrix[j, i] = 1.0
    return matrix


def correlations(votes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how like each other states vote, roll calls' means taken off; NaN for fewer than ten votes in common."""
    cast = ~np.isnan(votes)
    taken = cast.sum(axis=1, keepdims=True)
    filled = np.where(cast, votes, 0.0)
    centred = np.where(cast, filled - filled.sum(axis=1, keepdims=True) / np.maximum(taken, 1), 0.0)
    present = cast.astype(np.float64)
    squares = (centred**2).T @ present
    scale = np.sqrt(squares * squares.T)
    known = (present.T @ present >= FEWEST_VOTES) & (scale > 0.0)
    found = np.full(scale.shape, np.nan)
    found[known] = np.clip((centred.T @ centred)[known] / scale[known], -1.0, 1.0)
    np.fill_diagonal(found, np.nan)
    return found


def distances(reference: Reference, year: int) -> NDArray[np.float64]:
    """Return the kilometres between capitals along great circles."""
    places = np.radians([_capital(reference, code, year) for code in reference.codes])
    latitude, longitude = places[:, 0], places[:, 1]
    half = (
        np.sin((latitude[:, None] - latitude) / 2.0) ** 2
        + np.cos(latitude[:, None]) * np.cos(latitude) * np.sin((longitude[:, None] - longitude) / 2.0) ** 2
    )
    kilometres: NDArray[np.float64] = 2.0 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0)))
    return kilometres


def _capital(reference: Reference, code: int, year: int) -> tuple[float, float]:
    """Return where the seat of government was on the year's last day, as latitude and longitude in degrees."""
    spells = reference.capitals.get(code, ())
    day = f"{year:04d}-12-31"
    begun = [spell for spell in spells if spell[0] <= day] or [*spells[:1]]
    return begun[-1][2:] if begun else (np.nan, np.nan)


def salience(tie: float, kilometres: float) -> float:
    """Return what a threat matters to a state: its quarrel with it, and half of how near it is, in [0, 1].

    τ = min(1, max(0, n / 2 − w)), with w the tie to the threat and nearness n = 1 / (1 + km / 1000): a neighbour on
    neutral terms cares half, an enemy far away as much as it is an enemy, a friend next door little or not at all.
    """
    nearness = 0.0 if np.isnan(kilometres) else 1.0 / (1.0 + kilometres / NEAR_KM)
    return min(1.0, max(0.0, nearness / 2.0 - tie))


def party(reference: Reference, code: int, year: int, matters: float) -> Party:
    """Return a state as a party: capability is its share of the world's, in percent (CINC)."""
    name = reference.names[code]
    capability = 100.0 * max(0.0, reference.capability.get((code, year), 0.0))
    return Party(Actor(reference.short[code], name, name, ActorKind.STATE), capability, matters)


def world(year: int, threat: str | None = None, data: Path = DATA, parameters: TieParameters | None = None) -> World:
    """Return every state at the end of a year, and all ties; with a threat (RUS, USA, …) what it matters to each."""
    reference, settings = load(data), parameters or TieParameters()
    on_record = record(reference, year)
    row = {code: place for place, code in enumerate(reference.codes)}
    states = sorted(reference.in_system(year), key=lambda code: reference.short[code])
    against = next((code for code in states if reference.short[code] == threat), None)
    parties = tuple(
        party(reference, code, year, _matters(on_record, row[code], against and row[against], settings))
        for code in states
    )
    ties = []
    for number, one in enumerate(states):
        for other in states[number + 1 :]:
            weight, low, high, known = on_record.tie(row[one], row[other], settings)
            origin = TieOrigin.COMPUTED if known else TieOrigin.ASSUMED
            ties.append(Tie(reference.short[one], reference.short[other], weight, low, high, origin=origin))
    return World(year, parties, tuple(ties))


def _matters(on_record: Record, state: int, threat: int | None, parameters: TieParameters) -> float:
    if threat is None:
        return EVEN_SALIENCE
    if threat == state:
        return 0.0
    return salience(on_record.tie(state, threat, parameters)[0], float(on_record.distance[state, threat]))


def main() -> None:
    parser = argparse.ArgumentParser(description="The states of a year and their ties.")
    parser.add_argument("year", type=int, nargs="?", default=2014)
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"nothing to read: {options.data} is not there")
        return
    started = process_time()
    found = world(options.year, data=options.data)
    known = [tie for tie in found.ties if tie.origin is TieOrigin.COMPUTED]
    hostile = sum(tie.weight < 0.0 for tie in known)
    print(f"{found.year}: {len(found.parties)} states, {len(found.ties)} pairs")
    print(f"{len(known)} pairs with something on record, {hostile} of them hostile")
    print(f"{process_time() - started:.1f} s of CPU")
    for tie in sorted(known, key=lambda tie: tie.weight)[:10]:
        print(f"  {tie.a} and {tie.b}: {tie.weight:+.2f} [{tie.low:+.2f}, {tie.high:+.2f}]")


if __name__ == "__main__":
    main()
