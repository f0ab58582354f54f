"""Why an act of conditional promises comes about, or why not: a short tree of plain sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice

from ahlaf.model import Account, Act, CommitmentAnswer, Ground, Outcome, Reason, Why
from ahlaf.report.words import Words

_LONGEST_NOTE = 160
"""A rule's note is cut after so many characters; the JSON has it whole."""
_SHOWN_ENDINGS = 12
_HEADS = {
    Outcome.COMES_ABOUT: "reason.comes_about",
    Outcome.DEADLOCKED: "reason.deadlocked",
    Outcome.IMPOSSIBLE: "reason.impossible",
}
_SOURCES = re.compile(r"(\s*\[[^\[\]]+\])+$")


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence of the tree, how deep it stands, and the promises that it speaks of."""

    depth: int
    said: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class WhyTree:
    """The first steps of a tree, and how many are left out."""

    steps: tuple[Step, ...]
    left: int


def why_sentences(answer: CommitmentAnswer, found: Why, words: Words) -> tuple[str, ...]:
    """Say in which endings an act comes about, where there is more than one way that things may end."""
    if answer.monotone:
        return ()
    if not answer.endings:
        return (words.say("commitment.no_ending"), words.say("commitment.without_unless"))
    act, of = words.act(found.act), len(answer.endings)
    unsure = () if answer.complete else (words.say("commitment.incomplete"),)
    if not found.endings or len(found.endings) == of:
        key = "reason.every_ending" if found.endings else "reason.no_ending"
        return (words.say(key, act=act), *unsure)
    numbers = [words.number(number) for number in found.endings[:_SHOWN_ENDINGS]]
    more = ["…"] if len(found.endings) > _SHOWN_ENDINGS else []
    listed = words.listed([*numbers, *more])
    said = words.say("reason.some_endings", len(found.endings), act=act, numbers=listed, of=words.number(of))
    return (said, *unsure)


def account_sentence(account: Account, words: Words) -> str:
    """Say what is explained: that an act comes about, or does not, or cannot."""
    first = account.reasons[0]
    if account.ending is None:
        return words.say(_HEADS[first.outcome], act=words.act(first.act))
    key = "reason.in_ending" if first.outcome is Outcome.COMES_ABOUT else "reason.not_in_ending"
    return words.say(key, act=words.act(first.act), number=words.number(account.ending))


def why_tree(answer: CommitmentAnswer, act: Act, reasons: Sequence[Reason], words: Words, *, most: int) -> WhyTree:
    """Return the tree from an act down, each act explained once, at most so many steps of it."""
    by_act = {reason.act: reason for reason in reasons}
    promised = frozenset(rule.act for rule in answer.rules)
    walk = _walk(act, by_act)
    steps = tuple(_step(place, promised, words) for place in islice(walk, most))
    return WhyTree(steps, sum(1 for _ in walk))


def note_sentences(step: Step, words: Words) -> tuple[str, ...]:
    """Return the notes beside the promises of a step, with their lines."""
    noted = [ground.rule for ground in step.grounds if ground.rule.note]
    return tuple(words.say("reason.note", line=words.number(rule.line), note=_short(rule.note)) for rule in noted)


def awaited(reason: Reason, words: Words) -> str:
    """Return what an act waits for: what its promises lack, one or the other of them."""
    ways = (words.conditions(ground.unmet) for ground in reason.grounds if ground.unmet)
    return reduce(lambda a, b: words.say("commitment.either", a=a, b=b), ways)


@dataclass(frozen=True, slots=True)
class _Place:
    """A reason where it stands in the tree; what it leads to that stands above, and whether that closes a circle."""

    depth: int
    reason: Reason
    above: tuple[Act, ...]
    closes: bool


def _walk(act: Act, by_act: Mapping[Act, Reason]) -> Iterator[_Place]:
    told: set[Act] = set()
    path: dict[Act, None] = {}
    stack = [(act, 0)]
    while stack:
        at, depth = stack.pop()
        if at in told:
            continue
        told.add(at)
        while len(path) > depth:
            path.popitem()
        path[at] = None
        reason = by_act[at]
        leads = list(dict.fromkeys(led for ground in reason.grounds for led in ground.leads_to))
        above = tuple(led for led in leads if led in told)
        closes = reason.outcome is Outcome.DEADLOCKED and any(led in path for led in above)
        yield _Place(depth, reason, above, closes)
        stack += [(led, depth + 1) for led in reversed(leads)]


def _step(place: _Place, promised: Collection[Act], words: Words) -> Step:
    said = _said(place.reason, promised, words)
    if place.above:
        key = "reason.closes" if place.closes else "reason.above"
        said += " " + words.say(key, acts=words.acts(place.above))
    return Step(place.depth, said, place.reason.grounds)


def _said(reason: Reason, promised: Collection[Act], words: Words) -> str:
    act = words.act(reason.act)
    if not reason.grounds:
        return words.say("reason.only_unless" if reason.act in promised else "reason.nobody", act=act)
    if reason.outcome is Outcome.COMES_ABOUT:
        (ground,) = reason.grounds
        if ground.rule.unless:
            key = "reason.due_unless" if ground.leads_to else "reason.free_unless"
        else:
            key = "reason.due" if ground.leads_to else "reason.free"
        conditions, against = words.acts(ground.leads_to), words.acts(ground.rule.unless)
        return words.say(key, act=act, acts=conditions, against=against, line=words.number(ground.rule.line))
    key = "reason.waits" if reason.outcome is Outcome.DEADLOCKED else "reason.fails"
    ways = (_way(ground, words) for ground in reason.grounds)
    return words.say(key, act=act, ways=reduce(lambda a, b: words.say("commitment.either", a=a, b=b), ways))


def _way(ground: Ground, words: Words) -> str:
    line = words.number(ground.rule.line)
    if ground.excluded:
        return words.say("reason.way_excluded", acts=words.acts(ground.excluded), line=line)
    return words.say("reason.way", conditions=words.conditions(ground.unmet), line=line)


def _short(note: str) -> str:
    """Return a note cut to its length, with the sources in square brackets that it ends with."""
    if len(note) <= _LONGEST_NOTE:
        return note
    sources = _SOURCES.search(note)
    return note[:_LONGEST_NOTE].rsplit(" ", 1)[0] + " …" + (f" {sources.group().strip()}" if sources else "")
