"""What the product's joining balance says of every candidate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from state_tables import Reference
from states import Record, party, salience

from ahlaf.model import Party, Question, Tie, TieOrigin, TieParameters
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.coalition.joining import joining
from joins.questions import Asked

LEAST_REQUIREMENT = 1e-6
"""A threat without a capability on record still takes something to stand against, in percent of the world's."""
NOBODY = "NOBODY"
PARAMETERS = TieParameters()


def pair_balances(asked: Asked, reference: Reference, on_record: Record) -> NDArray[np.float64]:
    """Return the (candidates, 3) balances: the candidate's, the founder's with it, the candidate's without threat.

    Each candidate is asked about in a coalition of two, itself and the founder, by `CoalitionGame`.
    """
    founder, *candidates = _parties(asked, (asked.founder, *asked.candidates), reference, on_record)
    row = {code: place for place, code in enumerate(reference.codes)}
    found = np.zeros((len(candidates), 3))
    for number, (state, candidate) in enumerate(zip(asked.candidates, candidates, strict=True)):
        tie = _tie(reference, on_record, row[asked.founder], row[state])
        pair = (founder.id, candidate.id)
        game = CoalitionGame.of(_question(asked, pair, reference), [founder, candidate], [tie])
        calm = CoalitionGame.of(game.question, [replace(one, salience=0.0) for one in (founder, candidate)], [tie])
        found[number] = (
            game.balance(candidate.id, pair),
            game.balance(founder.id, pair),
            calm.balance(candidate.id, pair),
        )
    return found


def joining_balances(asked: Asked, reference: Reference, on_record: Record) -> NDArray[np.float64]:
    """Return the same three in the coalition of all members with the candidate, by the product's `joining`."""
    states = (*asked.members, *asked.candidates)
    parties = _parties(asked, states, reference, on_record)
    row = {code: place for place, code in enumerate(reference.codes)}
    inside = set(asked.members)
    ties = [
        _tie(reference, on_record, row[one], row[other])
        for number, one in enumerate(states)
        for other in states[number + 1 :]
        if one in inside
    ]
    ids = tuple(reference.short[state] for state in asked.members)
    question = _question(asked, ids, reference)
    game = CoalitionGame.of(question, parties, ties)
    answers = {one.actor: one.balance for one in joining(game)}
    calm_parties = [replace(one, salience=0.0) for one in parties]
    calm = {one.actor: one.balance for one in joining(CoalitionGame.of(question, calm_parties, ties))}
    names = [reference.short[state] for state in asked.candidates]
    founder = reference.short[asked.founder]
    return np.array([(answers[name], game.balance(founder, (*ids, name)), calm[name]) for name in names])


def _question(asked: Asked, members: Sequence[str], reference: Reference) -> Question:
    """The requirement is the threat's capability; without one no salience is above 0 and any requirement will do.

    An inferred threat is a candidate like others, so the question names nobody that is also a party.
    """
    strength = 0.0 if asked.threat is None else party(reference, asked.threat, asked.year - 1, 0.0).capability
    return Question(tuple(members), NOBODY, max(LEAST_REQUIREMENT, strength))


def _parties(asked: Asked, states: Sequence[int], reference: Reference, on_record: Record) -> list[Party]:
    return [party(reference, state, on_record.year, _matters(asked, state, reference, on_record)) for state in states]


def _matters(asked: Asked, state: int, reference: Reference, on_record: Record) -> float:
    if asked.threat is None or asked.threat == state:
        return 0.0
    i, j = reference.codes.index(state), reference.codes.index(asked.threat)
    return salience(on_record.tie(i, j, PARAMETERS)[0], float(on_record.distance[i, j]))


def _tie(reference: Reference, on_record: Record, i: int, j: int) -> Tie:
    a, b = sorted((reference.short[reference.codes[i]], reference.short[reference.codes[j]]))
    weight, low, high, known = on_record.tie(i, j, PARAMETERS)
    return Tie(a, b, weight, low, high, origin=TieOrigin.COMPUTED if known else TieOrigin.ASSUMED)
