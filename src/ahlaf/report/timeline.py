"""How the answer to a question moved: in plain lines, and as JSON, schema "ahlaf.timeline/1"."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from ahlaf.model import Arrival, ArrivalKind, Case, Question, Stage, Stand, Standing, Status, Timeline
from ahlaf.report.catalogue import LANGUAGES, Lang
from ahlaf.report.plain import directed, plain
from ahlaf.report.words import Words

_WIDTH = 100
_INDENT = "  "
SCHEMA: Literal["ahlaf.timeline/1"] = "ahlaf.timeline/1"


@dataclass(frozen=True, slots=True)
class InWords:
    """How the verdict turned, in plain sentences, in both languages."""

    en: tuple[str, ...]
    ar: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimelineDocument:
    """The stages in order, as in the model; the question is that of the last."""

    schema: str
    case: str
    every: int
    question: Question
    stages: tuple[Stage, ...]
    sentences: InWords


def timeline_to_json(case: Case, found: Timeline) -> bytes:
    """Return a timeline as JSON in UTF-8, indented, the same bytes for the same timeline."""
    said = InWords(*(tuple(_turns(found, Words.of(case, lang))) for lang in LANGUAGES))
    document = TimelineDocument(SCHEMA, case.name, found.every, found.question, found.stages, said)
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def timeline_to_text(case: Case, found: Timeline, *, lang: Lang) -> str:
    """Return a timeline in plain lines: how the verdict turned and by what, then each stage in which anything came in.

    Lines are broken at `_WIDTH` columns.
    """
    words = Words.of(case, lang)
    lines = (part for line in _lines(case, found, words) for part in _broken(plain(line), lang))
    return "".join(f"{line}\n" for line in lines)


def _broken(line: str, lang: Lang) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()))
    further = f"{indent}{_INDENT}" if indent else ""
    parts = textwrap.wrap(line, _WIDTH, subsequent_indent=further, break_on_hyphens=False) or [""]
    return [directed(part, line, lang) for part in parts]


def _lines(case: Case, found: Timeline, words: Words) -> Iterator[str]:
    yield words.title(case)
    start, end = words.day(found.stages[0].first), words.day(found.stages[-1].last)
    yield words.say("timeline.summary", found.every, start=start, end=end)
    yield from _turns(found, words)
    yield words.say("timeline.legend")
    last = found.stages[-1]
    told = [m for m in found.stages if m.turned or m is last or any(_came_in(m.arrivals, words))]
    for stage in told:
        yield ""
        yield words.say("phrase.up_to", day=words.day(stage.last), stand=_stand(stage.standing, words))
        yield f"{_INDENT}{' · '.join(_figures(stage.standing, words))}"
        yield from (f"{_INDENT}{line}" for line in _came_in(stage.arrivals, words))
    if len(told) < len(found.stages):
        yield ""
        yield words.say("timeline.quiet", len(found.stages) - len(told))


def _turns(found: Timeline, words: Words) -> Iterator[str]:
    """Say of every turn of the verdict what it hangs on."""
    turned = False
    for before, stage in zip(found.stages, found.stages[1:], strict=False):
        if not stage.turned:
            continue
        turned = True
        say = {
            "day": words.day(stage.last),
            "before": _stand(before.standing, words),
            "after": _stand(stage.standing, words),
        }
        culprits = [_named(arrival, words) for arrival in stage.arrivals if arrival.turns]
        if culprits:
            # Each of them alone would do: without any one the verdict would be what it was.
            yield words.say("timeline.turned_by", what=culprits[0], **say)
        elif any(arrival.bears for arrival in stage.arrivals):
            yield words.say("timeline.turned_together", start=words.day(stage.first), **say)
        else:
            yield words.say("timeline.turned_by_age", **say)
    if not turned:
        yield words.say("timeline.steady", stand=_stand(found.stages[-1].standing, words))


def _stand(standing: Standing, words: Words) -> str:
    stand: Stand = standing.stand
    if standing.red_lines:
        return words.say("timeline.barred")
    if stand.status is Status.CONTESTED:
        return words.say("timeline.contested_holds" if stand.central else "timeline.contested_fails")
    return words.say("timeline.holds" if stand.status is Status.HOLDS else "timeline.fails")


def _figures(standing: Standing, words: Words) -> Iterator[str]:
    share = words.probability(standing.probability.value)
    yield words.say("timeline.lifted" if standing.red_lines else "timeline.probability", share=share)
    lowest = standing.balances[0]
    yield words.say("timeline.balance", actor=words.name(lowest.actor), value=words.weight(lowest.central))
    if standing.price is None:
        yield words.say("timeline.no_package")
    elif not standing.steps:
        yield words.say("timeline.no_price")
    else:
        yield words.say("timeline.price", price=words.number(standing.price))
        if standing.brokers:
            names, saving = words.named(standing.brokers), words.number(standing.saving)
            yield words.say("timeline.broker", names=names, saving=saving)
        else:
            yield words.say("timeline.no_broker")
    if not standing.proven:
        yield words.say("timeline.unproven")


def _came_in(arrivals: Sequence[Arrival], words: Words) -> Iterator[str]:
    for arrival in arrivals:
        if arrival.kind is ArrivalKind.REPORT and arrival.bears:
            yield _report_line(arrival, words)
        elif arrival.kind is ArrivalKind.RED_LINE and arrival.pair:
            yield words.say("timeline.red_line", pair=words.between(arrival.pair))
        elif arrival.kind is ArrivalKind.TIE and arrival.pair:
            yield words.say("timeline.tie", pair=words.between(arrival.pair), shift=words.weight(arrival.shift))
        elif arrival.kind is ArrivalKind.PARTY and arrival.bears:
            yield words.say("timeline.party", actor=words.in_prose(arrival.name))
    others = sum(arrival.kind is ArrivalKind.REPORT and not arrival.bears for arrival in arrivals)
    if others:
        yield words.say("timeline.others", others)
    promises = sum(arrival.kind is ArrivalKind.PROMISE for arrival in arrivals)
    if promises:
        yield words.say("timeline.promises", promises)


def _report_line(arrival: Arrival, words: Words) -> str:
    shift, day = words.weight(arrival.shift), words.day(arrival.day)
    if arrival.title:
        return words.say("phrase.shifting", title=arrival.title, shift=shift, day=day)
    return words.say("phrase.shifting_untitled", name=arrival.name, shift=shift, day=day)


def _named(arrival: Arrival, words: Words) -> str:
    """Return an arrival as it stands within a sentence."""
    if arrival.pair:
        key = "timeline.a_red_line" if arrival.kind is ArrivalKind.RED_LINE else "timeline.a_tie"
        return words.say(key, pair=words.between(arrival.pair))
    if arrival.kind is ArrivalKind.PARTY:
        return words.say("timeline.a_party", actor=words.in_prose(arrival.name))
    return words.say("timeline.a_report", report=_report(arrival, words))


def _report(arrival: Arrival, words: Words) -> str:
    source = words.say("phrase.attribution", source=arrival.publisher or arrival.name, date=words.day(arrival.day))
    return words.say("phrase.titled", title=arrival.title, source=source) if arrival.title else source
