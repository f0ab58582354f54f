"""Camps along windows of time in plain sentences and as JSON, schema "ahlaf.camps-over-time/1"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from ahlaf.model import CampsOverTime, Change, Pair, ProofStatus, WindowCamps
from ahlaf.report.camps import SHOWN_MEMBERS, amount
from ahlaf.report.catalogue import Lang
from ahlaf.report.plain import plain
from ahlaf.report.words import Words

SCHEMA: Literal["ahlaf.camps-over-time/1"] = "ahlaf.camps-over-time/1"
# So many ties that changed are named in words; the JSON names all.
SHOWN_TIES = 6


@dataclass(frozen=True, slots=True)
class WindowDocument:
    """A window: `camps` has the number of each actor's camp, `lines` the line that each camp continues through time."""

    name: str
    nodes: int
    edges: int
    weight: float
    frustration: float
    share: float
    bound: float
    gap: float
    proven: bool
    camps: Mapping[str, int]
    lines: tuple[int | None, ...]
    frustrated: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class OverTimeDocument:
    """The windows in order, and what changed from each to the next; the changes as in `Change`."""

    schema: str
    k: int | Literal["any"]
    seconds: float
    windows: tuple[WindowDocument, ...]
    changes: tuple[Change, ...]


def over_time_to_json(found: CampsOverTime, seconds: float) -> bytes:
    """Return the camps along windows as JSON in UTF-8, indented; `seconds` is the time of the search."""
    windows = tuple(_document(window) for window in found.windows)
    k: int | Literal["any"] = "any" if found.k is None else found.k
    document = OverTimeDocument(SCHEMA, k, round(seconds, 3), windows, found.changes)
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def over_time_to_text(found: CampsOverTime, *, lang: Lang) -> str:
    """Return the camps along windows in plain lines: of each its frustration and what changed; at last who is where."""
    words = Words(lang, {})
    return "".join(f"{line}\n" for line in _lines(found, words))


def _document(window: WindowCamps) -> WindowDocument:
    camps, certificate = window.camps, window.camps.certificate
    return WindowDocument(
        name=window.name,
        nodes=sum(map(len, camps.camps)),
        edges=window.ties,
        weight=window.weight,
        frustration=camps.frustration,
        share=window.share,
        bound=certificate.bound,
        gap=certificate.gap,
        proven=certificate.status is ProofStatus.OPTIMAL,
        camps={name: number for number, members in enumerate(camps.camps) for name in members},
        lines=window.lines,
        frustrated=camps.frustrated,
    )


def _lines(found: CampsOverTime, words: Words) -> Iterator[str]:
    yield words.say("windows.summary", len(found.windows))
    for window, change in zip(found.windows, (None, *found.changes), strict=False):
        yield ""
        yield from _window(window, words)
        if change is not None:
            yield from (f"  {line}" for line in _change(change, words))
    if found.windows:
        yield ""
        yield words.say("windows.last", name=plain(found.windows[-1].name))
        yield from _members(found.windows[-1], words)


def _window(window: WindowCamps, words: Words) -> Iterator[str]:
    actors = words.say("camps.actors", sum(map(len, window.camps.camps)))
    ties, camps = words.say("camps.ties", window.ties), words.say("camps.camps", len(window.camps.camps))
    summary = words.say("camps.summary", actors=actors, ties=ties, camps=camps)
    yield f"{plain(window.name)}: {summary}"
    frustration, share = amount(window.camps.frustration), _share(window.share, words)
    if window.camps.certificate.status is ProofStatus.OPTIMAL:
        yield "  " + words.say("windows.proven", frustration=frustration, share=share)
    else:
        bound = amount(window.camps.certificate.bound)
        yield "  " + words.say("windows.stopped", frustration=frustration, share=share, bound=bound)


def _change(change: Change, words: Words) -> Iterator[str]:
    if change.came:
        yield words.say("windows.came", names=_names(change.came, words))
    if change.left:
        yield words.say("windows.left", names=_names(change.left, words))
    for target in dict.fromkeys(crossing.target for crossing in change.crossings):
        names = _names((one.actor for one in change.crossings if one.target == target), words)
        if target is None:
            yield words.say("windows.alone", names=names)
        else:
            yield words.say("windows.crossed", line=words.number(target), names=names)
    if change.crossings and not change.fewest:
        yield words.say("windows.fewest_open")
    for line in change.born:
        yield words.say("windows.born", line=words.number(line))
    for line in change.ended:
        yield words.say("windows.ended", line=words.number(line))
    for line, parts in change.split:
        yield words.say("windows.split", line=words.number(line), parts=_numbers(parts, words))
    for line, parts in change.merged:
        yield words.say("windows.merged", line=words.number(line), parts=_numbers(parts, words))
    if change.frustrated:
        yield words.say("windows.frustrated", len(change.frustrated), pairs=_pairs(change.frustrated, words))
    if change.relieved:
        yield words.say("windows.relieved", len(change.relieved), pairs=_pairs(change.relieved, words))


def _members(window: WindowCamps, words: Words) -> Iterator[str]:
    lines = sorted((line, members) for line, members in _by_line(window) if line is not None)
    for line, members in lines:
        size = words.say("camps.actors", len(members))
        yield words.say("camps.camp", number=words.number(line), size=size, members=_names(members, words))
    alone = [name for line, members in _by_line(window) if line is None for name in members]
    if alone:
        yield words.say("windows.standing_alone", names=_names(alone, words))


def _by_line(window: WindowCamps) -> Iterator[tuple[int | None, tuple[str, ...]]]:
    return zip(window.lines, window.camps.camps, strict=True)


def _names(names: Iterable[str], words: Words) -> str:
    return _some([plain(name) for name in names], SHOWN_MEMBERS, words)


def _pairs(pairs: tuple[Pair, ...], words: Words) -> str:
    return _some([words.say("phrase.dash", a=plain(a), b=plain(b)) for a, b in pairs], SHOWN_TIES, words)


def _some(items: list[str], most: int, words: Words) -> str:
    comma = f"{words.say('phrase.comma')} "
    rest = len(items) - most
    return comma.join([*items[:most], words.say("windows.more", rest)] if rest > 0 else items)


def _numbers(lines: Iterable[int], words: Words) -> str:
    return words.listed(words.number(line) for line in lines)


def _share(share: float, words: Words) -> str:
    return f"{words.number(round(100 * share, 1))}%"
