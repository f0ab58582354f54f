"""The landscape of alignments in plain sentences and as JSON, schema "ahlaf.landscape/1"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from ahlaf.model import Landscape, Minimum, Part, Placed
from ahlaf.report.camps import SHOWN_MEMBERS
from ahlaf.report.catalogue import Lang
from ahlaf.report.plain import plain
from ahlaf.report.words import Words

SCHEMA: Literal["ahlaf.landscape/1"] = "ahlaf.landscape/1"
# So many minima of a part are written out in words; the JSON has those that are kept.
SHOWN_MINIMA = 8


@dataclass(frozen=True, slots=True)
class LandscapeDocument:
    """The landscape of a network; the fields of its parts and of `placed` are those of the answer.

    `placed` has, for each part, where the division stands that was asked about; empty where none was.
    """

    schema: str
    seconds: float
    parts: tuple[Part, ...]
    alone: tuple[str, ...]
    placed: tuple[Placed, ...]


def landscape_to_json(found: Landscape, placed: Sequence[Placed], seconds: float) -> bytes:
    """Return the landscape as JSON in UTF-8, indented; the seconds are kept to the millisecond."""
    document = LandscapeDocument(SCHEMA, round(seconds, 3), found.parts, found.alone, tuple(placed))
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def landscape_to_text(found: Landscape, placed: Sequence[Placed], *, lang: Lang) -> str:
    """Return the landscape in plain lines: how many minima there are, who stands where in them, what leads there."""
    words = Words(lang, {})
    return "".join(f"{line}\n" for line in _lines(found, placed, words))


def _lines(found: Landscape, placed: Sequence[Placed], words: Words) -> Iterator[str]:
    if not found.parts:
        yield words.say("landscape.no_tie")
    for at, part in enumerate(found.parts):
        yield _part(part, words)
        for number, minimum in enumerate(part.minima[:SHOWN_MINIMA], start=1):
            yield from _minimum(number, minimum, part, words)
        if part.found > SHOWN_MINIMA:
            yield words.say("landscape.more_minima", part.found - SHOWN_MINIMA)
        if placed:
            yield from _placed(placed[at], part, words)
    if found.alone:
        yield words.say("landscape.alone", members=_names(found.alone, words))


def _part(part: Part, words: Words) -> str:
    actors = words.say("camps.actors", len(part.actors))
    if part.samples:
        samples, ended = words.say("landscape.samples", part.samples), words.say("landscape.ended", part.found)
        unseen = words.probability(part.unseen)
        return words.say("landscape.sampled", actors=actors, samples=samples, ended=ended, unseen=unseen)
    minima = words.say("landscape.minima", part.found)
    return words.say("landscape.whole", actors=actors, ways=words.number(part.divisions), minima=minima)


def _minimum(number: int, minimum: Minimum, part: Part, words: Words) -> Iterator[str]:
    at, energy = words.number(number), words.number(minimum.energy)
    reached = minimum.reached
    if minimum.steepest is None:
        low, high = words.probability(reached.low), words.probability(reached.high)
        share = words.probability(reached.value)
        yield words.say("landscape.minimum_sampled", number=at, energy=energy, share=share, low=low, high=high)
    else:
        steepest, share = words.percent(minimum.steepest), words.percent(reached.value)
        yield words.say("landscape.minimum", number=at, energy=energy, steepest=steepest, share=share)
    for key, side in zip(("landscape.one_side", "landscape.other_side"), minimum.sides, strict=True):
        if side:
            yield words.say(key, size=words.say("camps.actors", len(side)), members=_names(side, words))
    if not minimum.firm:
        yield words.say("landscape.loose")


def _placed(placed: Placed, part: Part, words: Words) -> Iterator[str]:
    energy = words.number(placed.energy)
    yield words.say("landscape.placed_stable" if placed.stable else "landscape.placed_unstable", energy=energy)
    nearest = words.number(1 + part.minima.index(placed.nearest))
    if placed.misplaced:
        members = _names(placed.misplaced, words)
        yield words.say("landscape.misplaced", number=nearest, members=members)
    else:
        yield words.say("landscape.same", number=nearest)


def _names(names: Sequence[str], words: Words) -> str:
    shown = [plain(name) for name in names[:SHOWN_MEMBERS]]
    if len(names) > SHOWN_MEMBERS:
        shown.append(words.say("camps.more_members", len(names) - SHOWN_MEMBERS))
    return f"{words.say('phrase.comma')} ".join(shown)
