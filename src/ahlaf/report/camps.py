"""The camps of a whole network, in plain sentences and as JSON, schema "ahlaf.camps/1"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from ahlaf.model import Camps, ProofStatus
from ahlaf.network import SignedGraph
from ahlaf.report.catalogue import Lang
from ahlaf.report.plain import plain
from ahlaf.report.words import Words

SCHEMA: Literal["ahlaf.camps/1"] = "ahlaf.camps/1"
# A camp with more members than this, or a division into more camps, is cut short in words; the JSON names all.
SHOWN_MEMBERS = 30
SHOWN_CAMPS = 20
# Two decimals are too few for a bound and a value that lie close together.
_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class CampsDocument:
    """The division of a network: `camps` has the number of each actor's camp, from 0; the rest as in `Camps`.

    `cut` is the summed weight of the edges whose ends are apart, for a max-cut file only; `seconds` the solver's time.
    """

    schema: str
    nodes: int
    edges: int
    k: int | Literal["any"]
    frustration: float
    cut: float | None
    bound: float
    gap: float
    proven: bool
    seconds: float
    camps: Mapping[str, int]


def camps_to_json(graph: SignedGraph, found: Camps, seconds: float) -> bytes:
    """Return the division of a network as JSON in UTF-8, indented; `seconds`, kept to the millisecond, is its time."""
    document = CampsDocument(
        schema=SCHEMA,
        nodes=len(graph.nodes),
        edges=len(graph.weights),
        k="any" if found.k is None else found.k,
        frustration=found.frustration,
        cut=_cut(graph, found) if graph.is_maxcut else None,
        bound=found.certificate.bound,
        gap=found.certificate.gap,
        proven=_proven(found),
        seconds=round(seconds, 3),
        camps={name: number for number, members in enumerate(found.camps) for name in members},
    )
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def camps_to_text(graph: SignedGraph, found: Camps, *, lang: Lang) -> str:
    """Return the division of a network in plain lines: how much goes against it, what is proven, and who is where."""
    words = Words(lang, {})
    return "".join(f"{line}\n" for line in (*_summary(graph, found, words), *_members(found, words)))


def self_ties_to_text(graph: SignedGraph, *, lang: Lang) -> str:
    """Return a line on the rows that tie an actor to itself and so were left out; nothing where there are none."""
    return f"{Words(lang, {}).say('camps.self_ties', graph.self_ties)}\n" if graph.self_ties else ""


def _summary(graph: SignedGraph, found: Camps, words: Words) -> Iterator[str]:
    actors = words.say("camps.actors", len(graph.nodes))
    ties = words.say("camps.ties", len(graph.weights))
    frustration = _amount(found.frustration)
    yield words.say("camps.summary", actors=actors, ties=ties, camps=words.say("camps.camps", len(found.camps)))
    if found.frustrated:
        against = words.say("camps.against_ties", len(found.frustrated))
        yield words.say("camps.against", ties=against, frustration=frustration)
    else:
        yield words.say("camps.against_nothing")
    if graph.is_maxcut:
        yield words.say("camps.cut", cut=_amount(_cut(graph, found)))
    if _proven(found):
        yield words.say("camps.proven_any" if found.k is None else "camps.proven_two")
    else:
        bound, gap = _amount(found.certificate.bound), _amount(found.certificate.gap)
        yield words.say("camps.stopped", bound=bound, frustration=frustration, gap=gap)


def _members(found: Camps, words: Words) -> Iterator[str]:
    # Names are set apart by commas alone: an "and" before or on to a bare code or number would read as part of it.
    comma = f"{words.say('phrase.comma')} "
    for number, members in enumerate(found.camps[:SHOWN_CAMPS]):
        names = [plain(name) for name in members[:SHOWN_MEMBERS]]
        if len(members) > SHOWN_MEMBERS:
            names.append(words.say("camps.more_members", len(members) - SHOWN_MEMBERS))
        size = words.say("camps.actors", len(members))
        yield words.say("camps.camp", number=words.number(number), size=size, members=comma.join(names))
    if len(found.camps) > SHOWN_CAMPS:
        yield words.say("camps.more_camps", len(found.camps) - SHOWN_CAMPS)


def _proven(found: Camps) -> bool:
    return found.certificate.status is ProofStatus.OPTIMAL


def _cut(graph: SignedGraph, found: Camps) -> float:
    """Return the summed weight of the max-cut file's edges whose ends are apart."""
    return graph.positive_total - found.frustration


def _amount(value: float) -> str:
    """Return a sum of weights, never below zero, with as many decimals as it has, but no more than six."""
    return f"{round(value, _DECIMALS) + 0.0:,.{_DECIMALS}f}".rstrip("0").rstrip(".")
