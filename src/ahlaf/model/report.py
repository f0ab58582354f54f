"""What came in, and what reading made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ahlaf.model.plover import QuadClass, Realis, RelationType, SpeechAct, StatementKind
from ahlaf.model.span import Span


@dataclass(frozen=True, slots=True)
class Report:
    """A text as it came. `text` is never altered; every span counts its code points.

    `lang` is "ar" or "en", None if it has still to be found out. `path` is the file it came from.
    """

    id: str
    text: str
    lang: str | None = None
    date: date | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """Which stretches of a report are the article. Body and boilerplate are in the order of the text.

    `title_text` is the title as given with the report or as it stands at `title`; `date` is the publication date.
    `source_map` leads a page's text back to the HTML it came from: rows (text start, source start, length).
    """

    title: Span | None
    title_text: str | None
    date: date | None
    publisher: str | None
    body: tuple[Span, ...]
    boilerplate: tuple[Span, ...]
    source_map: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that means an actor. `person` is the known person's English name; `rule` says why."""

    span: Span
    actor: str
    person: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what, to whom. Where the subject is dropped `speaker` is None and `speaker_actor` still says who.

    `act` tells a saying from what somebody only thinks, wants, intends or talks over.
    """

    cue: Span
    speaker: Span | None
    speaker_actor: str | None
    person: str | None
    addressee_actor: str | None
    content: Span
    kind: StatementKind
    reported_by: str | None
    rule: str = ""
    act: SpeechAct = SpeechAct.SAYING


@dataclass(frozen=True, slots=True)
class Relation:
    """What one actor does, says or would do to another.

    `trigger` carries the type; `sentence` is the sentence it stands in; `condition` the words of its condition.
    `claimed_by` is the actor who says so where it stands inside a statement, None where the reporter states it.
    `date` is when it happened, if said; the report's own date stands in otherwise.
    """

    source: str
    target: str
    type: RelationType
    realis: Realis
    trigger: Span
    claimed_by: str | None
    sentence: Span
    cameo: str
    quad: QuadClass
    condition: Span | None = None
    date: date | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and everything that reading found in it.

    `statements` are acts of saying alone; what somebody only thinks, wants or is for or against is in `attitudes`.
    `fingerprint` is the same where a reading made anew would be: same report, same reader. Empty if not known.
    """

    report: Report
    article: Article
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]
    attitudes: tuple[Statement, ...] = ()
    fingerprint: str = ""
