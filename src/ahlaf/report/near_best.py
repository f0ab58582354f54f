"""How firm the camps are, in plain sentences and as JSON, schema "ahlaf.near-best/1"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from ahlaf.model import ActorFirmness, Choice, NearBest, NearDivision, Pair, ProofStatus
from ahlaf.report.camps import SHOWN_MEMBERS, amount
from ahlaf.report.catalogue import Lang
from ahlaf.report.plain import plain
from ahlaf.report.words import Words

SCHEMA: Literal["ahlaf.near-best/1"] = "ahlaf.near-best/1"
# So many of each kind of line are written out in words; the JSON has all.
SHOWN_LINES = 15


@dataclass(frozen=True, slots=True)
class NearBestDocument:
    """The divisions near the best one: `camps` has each actor's camp in the best; the other fields as in the answer."""

    schema: str
    nodes: int
    frustration: float
    bound: float
    proven: bool
    within: float
    count: int
    complete: bool
    seconds: float
    camps: Mapping[str, int]
    divisions: tuple[NearDivision, ...]
    choices: tuple[Choice, ...]
    firm: tuple[tuple[str, ...], ...]
    always: tuple[Pair, ...]
    sometimes: tuple[Pair, ...]
    unknown: tuple[Pair, ...]
    firmness: tuple[ActorFirmness, ...]


def near_best_to_json(found: NearBest, seconds: float) -> bytes:
    """Return the divisions near the best one as JSON in UTF-8, indented; the seconds are kept to the millisecond."""
    camps = {name: number for number, members in enumerate(found.best.camps) for name in members}
    document = NearBestDocument(
        schema=SCHEMA,
        nodes=len(camps),
        frustration=found.best.frustration,
        bound=found.best.certificate.bound,
        proven=found.best.certificate.status is ProofStatus.OPTIMAL,
        within=found.within,
        count=found.count,
        complete=found.complete,
        seconds=round(seconds, 3),
        camps=camps,
        divisions=found.divisions,
        choices=found.choices,
        firm=found.firm,
        always=found.always,
        sometimes=found.sometimes,
        unknown=found.unknown,
        firmness=found.firmness,
    )
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def near_best_to_text(found: NearBest, *, lang: Lang) -> str:
    """Return in plain lines how many divisions come near the best one, what they agree on, and who turns first."""
    words = Words(lang, {})
    return "".join(f"{line}\n" for line in _lines(found, words))


def _lines(found: NearBest, words: Words) -> Iterator[str]:
    yield from _count(found, words)
    if found.count > 1 or found.unknown:
        yield from _ties(found, words)
    moves = [(one.extra, one.moved) for choice in found.choices for one in choice.divisions if one.moved]
    if moves:
        yield words.say("near.choices", len(found.choices))
        moves.sort(key=lambda move: move[0])
        for extra, moved in moves[:SHOWN_LINES]:
            yield words.say("near.move", extra=amount(extra), moved=_names(moved, words))
        if len(moves) > SHOWN_LINES:
            yield words.say("near.more_moves", len(moves) - SHOWN_LINES)
        yield from _firm(found, words)
    turning = sorted((one for one in found.firmness if one.exact), key=lambda one: (one.price, one.actor))
    if turning:
        names = [f"{plain(one.actor)} ({amount(one.price)})" for one in turning[:SHOWN_LINES]]
        if len(turning) > SHOWN_LINES:
            names.append(words.say("camps.more_members", len(turning) - SHOWN_LINES))
        yield words.say("near.turning", actors=f"{words.say('phrase.comma')} ".join(names))


def _count(found: NearBest, words: Words) -> Iterator[str]:
    within = amount(found.within)
    if found.count == 1 and found.complete:
        yield words.say("near.alone", within=within) if found.within else words.say("near.alone_as_good")
    elif not found.complete:
        yield words.say("near.at_least", found.count, within=within)
    elif found.within:
        yield words.say("near.count", found.count, within=within)
    else:
        yield words.say("near.as_good", found.count)


def _ties(found: NearBest, words: Words) -> Iterator[str]:
    for key, pairs in (
        ("near.always", found.always),
        ("near.sometimes", found.sometimes),
        ("near.unknown", found.unknown),
    ):
        if pairs:
            yield words.say(key, len(pairs))


def _firm(found: NearBest, words: Words) -> Iterator[str]:
    groups = sorted(found.firm, key=lambda group: -len(group))[:SHOWN_LINES]
    if groups:
        yield words.say("near.firm")
    for group in groups:
        yield words.say("near.group", size=words.say("camps.actors", len(group)), members=_names(group, words))


def _names(names: Sequence[str], words: Words) -> str:
    shown = [plain(name) for name in names[:SHOWN_MEMBERS]]
    if len(names) > SHOWN_MEMBERS:
        shown.append(words.say("camps.more_members", len(names) - SHOWN_MEMBERS))
    return f"{words.say('phrase.comma')} ".join(shown)
