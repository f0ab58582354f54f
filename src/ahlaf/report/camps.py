"""The camps of a whole network, in plain sentences and as JSON, schema "ahlaf.camps/2"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from ahlaf.model import Camps, Pair, ProofStatus, pair_of
from ahlaf.network import SignedGraph
from ahlaf.report.catalogue import Lang
from ahlaf.report.filling import environment
from ahlaf.report.plain import plain
from ahlaf.report.words import Words
from ahlaf.solve.stopping import Reason

SCHEMA: Literal["ahlaf.camps/2"] = "ahlaf.camps/2"
# A camp with more members than this, or a division into more camps, is cut short in words; the JSON names all.
SHOWN_MEMBERS = 30
SHOWN_CAMPS = 20
# Two decimals are too few for a bound and a value that lie close together.
_DECIMALS = 6
_STOPPED: Mapping[Reason, str] = {
    Reason.TIME: "camps.stopped_time",
    Reason.ASKED: "camps.stopped_asked",
    Reason.MEMORY: "camps.stopped_memory",
}


@dataclass(frozen=True, slots=True)
class CampsRun:
    """How a search for camps went: its `seconds`, why it ended if it has no proof, and what its proof leaves open.

    `tolerance`: where proven, no division is better by more than this; 0 where the weights are counted exactly.
    """

    seconds: float
    reason: Reason = Reason.TIME
    tolerance: float = 0.0


@dataclass(frozen=True, slots=True)
class FrustratedTie:
    """A tie that goes against the camps, with its weight."""

    a: str
    b: str
    weight: float


@dataclass(frozen=True, slots=True)
class CampsDocument:
    """The division of a network: `camps` has the number of each actor's camp, from 0; the rest as in `Camps`.

    `k` is the most camps that were asked for. `cut` is the summed weight of the edges whose ends are apart, for a
    max-cut file only; `stopped_by` says why there is no proof: time, asked (a signal), or memory; null where proven.
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
    tolerance: float
    stopped_by: Reason | None
    seconds: float
    camps: Mapping[str, int]
    frustrated: tuple[FrustratedTie, ...]


def camps_to_json(graph: SignedGraph, found: Camps, run: CampsRun) -> bytes:
    """Return the division of a network as JSON in UTF-8, indented; the seconds are kept to the millisecond."""
    weight_of = _weights(graph)
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
        tolerance=run.tolerance,
        stopped_by=None if _proven(found) else run.reason,
        seconds=round(run.seconds, 3),
        camps={name: number for number, members in enumerate(found.camps) for name in members},
        frustrated=tuple(FrustratedTie(a, b, weight_of[a, b]) for a, b in found.frustrated),
    )
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def camps_to_text(graph: SignedGraph, found: Camps, run: CampsRun, *, lang: Lang) -> str:
    """Return the division of a network in plain lines: how much goes against it, what is proven, and who is where."""
    words = Words(lang, {})
    lines = (*camps_sentences(graph, found, run, words), *_members(found, words))
    return "".join(f"{line}\n" for line in lines)


def camps_to_html(graph: SignedGraph, found: Camps, run: CampsRun, *, lang: Lang) -> str:
    """Return the division of a network as a piece of HTML: sentences, and a table of the camps; names are escaped."""
    words = Words(lang, {})
    more = len(found.camps) - SHOWN_CAMPS
    return (
        environment()
        .get_template("camps.html.j2")
        .render(
            words=words,
            sentences=[*camps_sentences(graph, found, run, words)],
            camps=[*_rows(found, words)],
            more=words.say("camps.more_camps", more) if more > 0 else "",
        )
    )


def self_ties_to_text(graph: SignedGraph, *, lang: Lang) -> str:
    """Return a line on the rows that tie an actor to itself and so were left out; nothing where there are none."""
    return f"{Words(lang, {}).say('camps.self_ties', graph.self_ties)}\n" if graph.self_ties else ""


def camps_sentences(graph: SignedGraph, found: Camps, run: CampsRun, words: Words) -> Iterator[str]:
    """Yield what there is to say of a division before its members are named: its size, its frustration, its proof."""
    actors = words.say("camps.actors", len(graph.nodes))
    ties = words.say("camps.ties", len(graph.weights))
    frustration = amount(found.frustration)
    yield words.say("camps.summary", actors=actors, ties=ties, camps=words.say("camps.camps", len(found.camps)))
    if found.frustrated:
        against = words.say("camps.against_ties", len(found.frustrated))
        yield words.say("camps.against", ties=against, frustration=frustration)
    else:
        yield words.say("camps.against_nothing")
    if graph.is_maxcut:
        yield words.say("camps.cut", cut=amount(_cut(graph, found)))
    if _proven(found):
        yield _proof(found, words)
        if run.tolerance:
            yield words.say("camps.tolerance", tolerance=f"{run.tolerance:.0e}")
    else:
        bound, gap = amount(found.certificate.bound), amount(found.certificate.gap)
        yield words.say(_STOPPED[run.reason], bound=bound, frustration=frustration, gap=gap)


def _proof(found: Camps, words: Words) -> str:
    match found.k:
        case None:
            return words.say("camps.proven_any")
        case 1:
            return words.say("camps.proven_one")
        case 2:
            return words.say("camps.proven_two")
        case most:
            return words.say("camps.proven_most", most)


def _members(found: Camps, words: Words) -> Iterator[str]:
    # Names are set apart by commas alone: an "and" before or on to a bare code or number would read as part of it.
    comma = f"{words.say('phrase.comma')} "
    for camp in _rows(found, words):
        members = comma.join((*camp.names, camp.more) if camp.more else camp.names)
        yield words.say("camps.camp", number=camp.number, size=camp.size, members=members)
    if len(found.camps) > SHOWN_CAMPS:
        yield words.say("camps.more_camps", len(found.camps) - SHOWN_CAMPS)


@dataclass(frozen=True, slots=True)
class _Row:
    """A camp as it is shown: its number, its size, the names of the first members, and how many more there are."""

    number: str
    size: str
    names: tuple[str, ...]
    more: str


def _rows(found: Camps, words: Words) -> Iterator[_Row]:
    for number, members in enumerate(found.camps[:SHOWN_CAMPS]):
        names = tuple(plain(name) for name in members[:SHOWN_MEMBERS])
        rest = len(members) - SHOWN_MEMBERS
        more = words.say("camps.more_members", rest) if rest > 0 else ""
        yield _Row(words.number(number), words.say("camps.actors", len(members)), names, more)


def _proven(found: Camps) -> bool:
    return found.certificate.status is ProofStatus.OPTIMAL


def _weights(graph: SignedGraph) -> Mapping[Pair, float]:
    pairs = (pair_of(graph.nodes[a], graph.nodes[b]) for a, b in graph.ends)
    return dict(zip(pairs, graph.weights.tolist(), strict=True))


def _cut(graph: SignedGraph, found: Camps) -> float:
    """Return the summed weight of the max-cut file's edges whose ends are apart."""
    return graph.positive_total - found.frustration


def amount(value: float) -> str:
    """Return a sum of weights, never below zero, with as many decimals as it has, but no more than six."""
    return f"{round(value, _DECIMALS) + 0.0:,.{_DECIMALS}f}".rstrip("0").rstrip(".")
