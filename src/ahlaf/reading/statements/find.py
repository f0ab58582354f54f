"""Finds the statements of a document: cues, then contents, then speakers, addressees and reporters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ahlaf.language import Document
from ahlaf.model import ActorKind, Mention, Span, SpeechAct, Statement, UnknownActorError
from ahlaf.reading.statements.arabic import arabic_drafts
from ahlaf.reading.statements.arabic_subjects import arabic_topic
from ahlaf.reading.statements.contents import Content, content_of
from ahlaf.reading.statements.cues import CueKind
from ahlaf.reading.statements.drafts import Direction, Draft, Subject
from ahlaf.reading.statements.english import english_drafts
from ahlaf.reading.statements.english_phrases import english_topic
from ahlaf.reading.statements.english_speakers import EnglishDiscourse
from ahlaf.reading.statements.flow import Flow, make_flow
from ahlaf.reading.statements.outlets import Outlet, dateline, find_outlets
from ahlaf.reading.statements.speakers import Discourse, Speaker
from ahlaf.reading.statements.words import function_words

if TYPE_CHECKING:
    from ahlaf.actors import Gazetteer

# How many cues further on a content may stand before its own cue.
_AHEAD = 6

# The outlets named in each sentence, by its number.
_Outlets = defaultdict[int, tuple[Outlet, ...]]


def find_statements(
    document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer | None = None
) -> tuple[Statement, ...]:
    """Find every act of saying that a document reports: `find_attributions` without what was not said."""
    found = find_attributions(document, mentions, gazetteer)
    return tuple(statement for statement in found if statement.act.said)


def find_attributions(
    document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer | None = None
) -> tuple[Statement, ...]:
    """Find who said, thought, wanted or spoke of what, to whom, and which outlet passed it on.

    An attitude within the content of another statement is part of that and is not listed; a saying is.

    Speakers, persons and addressees come from `mentions`; `gazetteer` tells groups from states, which after «في» are
    places. Offsets count the code points of the document's text. Statements come in the order of their cues; `rule`
    says which rule found each. The definitions are those of docs/theory/reading-statements.md.
    """
    flow = make_flow(document, mentions, _groups(mentions, gazetteer))
    if not len(flow):
        return ()
    arabic = flow.lang == "ar"
    drafts = arabic_drafts(flow) if arabic else english_drafts(flow)
    named = find_outlets(flow, flow.lang)
    outlets: _Outlets = defaultdict(tuple)
    for outlet in named:
        outlets[flow.sentence_of[outlet.start]] += (outlet,)
    kept: list[tuple[Draft, Content]] = []
    for draft in drafts:
        if draft.form.cue.kind is CueKind.TAIL:
            continue
        content = content_of(flow, draft, drafts)
        if content is not None:
            kept.append((draft, content))
    kept = list(_without_nested_attitudes(flow, kept))
    own = Counter(flow.sentence_of[d.at] for d, _ in kept if d.form.cue.kind is not CueKind.SOURCE)
    kept = [pair for pair in kept if not _only_reporter(flow, pair[0], own, outlets)]
    discourse = Discourse(flow, named, arabic_topic) if arabic else EnglishDiscourse(flow, named, english_topic)
    usual = dateline(flow, named)
    statements: list[Statement] = []
    before: tuple[Speaker, str | None] | None = None
    until = -1
    for draft, content in kept:
        speaker = discourse.speaker(draft, nested=draft.at < until)
        if draft.direction is Direction.FORWARD:
            until = max(until, content.end)
        reporter = _reporter(flow, draft, content, outlets) or _still_reported(draft, speaker, before)
        before = (speaker, reporter)
        statements.append(_statement(flow, draft, content, speaker, reporter or usual))
    return tuple(statements)


def _without_nested_attitudes(flow: Flow, found: Sequence[tuple[Draft, Content]]) -> Iterator[tuple[Draft, Content]]:
    """Leave out what stands in the content of another and is no saying with a speaker of its own."""
    until = -1
    for number, (draft, content) in enumerate(found):
        own = draft.act is SpeechAct.SAYING and (flow.lang == "ar" or draft.subject is Subject.NAMED)
        if not own:
            ahead = (other for other in found[number + 1 : number + 1 + _AHEAD] if other[1].start <= draft.at)
            if draft.at < until or any(draft.at < other.end for _, other in ahead):
                continue
            if flow.quotation_of[draft.at] >= 0 and not draft.act.said:
                continue
        until = max(until, content.end)
        yield draft, content


def _groups(mentions: Sequence[Mention], gazetteer: Gazetteer | None) -> frozenset[str]:
    """Return the actors mentioned that are no states; a code that the gazetteer does not know is none."""
    if gazetteer is None:
        return frozenset()
    found = set()
    for id in {mention.actor for mention in mentions}:
        try:
            state = gazetteer.actor(id).kind is ActorKind.STATE
        except UnknownActorError:
            state = False
        if not state:
            found.add(id)
    return frozenset(found)


def _still_reported(draft: Draft, speaker: Speaker, before: tuple[Speaker, str | None] | None) -> str | None:
    """The outlet of the statement before, where the same speaker goes on in the next sentence («وأضاف»)."""
    if before is None or speaker.actor != before[0].actor or speaker.sentence - before[0].sentence > 1:
        return None
    same = draft.subject is Subject.DROPPED or bool(speaker.words & before[0].words)
    return before[1] if same else None


def _only_reporter(flow: Flow, draft: Draft, own: Counter[int], outlets: _Outlets) -> bool:
    """Whether the cue only says who passed on what the sentence reports, or repeats the source of a statement.

    `own` counts, by sentence, the cues that are no sources.
    """
    phrase = draft.speaker
    if phrase is None:
        return False
    sentence = flow.sentence_of[draft.at]
    outlet = any(o.start < phrase.end and phrase.start < o.end for o in outlets[sentence])
    source = draft.form.cue.kind is CueKind.SOURCE
    if flow.lang == "en" and source:
        # A poll or a report that an outlet made is more than the outlet.
        return outlet and flow.tokens[phrase.end - 1].text[0].isupper()
    if source and outlet:
        return True
    others = own[sentence] - (0 if source else 1)
    if draft.direction is not Direction.FORWARD and outlet:
        return others > 0
    if source and others and flow.words[phrase.start] not in function_words(flow.lang).get("own_organ", ()):
        return all(n < 0 for n in flow.mention_of[phrase.start : phrase.end])
    return False


def _reporter(flow: Flow, draft: Draft, content: Content, outlets: _Outlets) -> str | None:
    """The outlet named in the cue's sentence outside of what was said."""
    for outlet in outlets[flow.sentence_of[draft.at]]:
        if not content.start <= outlet.start < content.end:
            return outlet.name
    return None


def _statement(flow: Flow, draft: Draft, content: Content, speaker: Speaker, reporter: str | None) -> Statement:
    # Of «تم التأكيد» and its like the noun is the cue.
    at = draft.after - 1 if draft.form.cue.kind is CueKind.NOUN else draft.at
    words = draft.form.words if draft.form.cue.kind is not CueKind.NOUN else ()
    # The ل of «وفقا ل» is written with the speaker's name.
    last = at + 1 + len(words) - words.count("ل")
    cue = flow.span(at, last)
    return Statement(
        cue=Span(cue.start + (draft.offset if at == draft.at else 0), cue.end),
        speaker=_speaker_span(flow, draft),
        speaker_actor=speaker.actor,
        person=speaker.person,
        addressee_actor=draft.addressee,
        content=content.span,
        kind=content.kind,
        reported_by=reporter,
        # The row of the lexicon first, so that one can see which rows never find anything.
        rule=f"{draft.form.cue.lemma}: {draft.rule}",
        act=draft.act,
    )


def _speaker_span(flow: Flow, draft: Draft) -> Span | None:
    """The speaker's phrase without the conjunction or preposition that its first word carries, nor marks around it."""
    if draft.subject is not Subject.NAMED or draft.speaker is None:
        return None
    start, end = draft.speaker.start, draft.speaker.end
    closed = flow.quotation_closed_by(start)
    if closed is not None and start + 1 < closed[1] == end - 1:
        start, end = start + 1, end - 1
    span = flow.span(start, end)
    mention = flow.mention_at(start)
    word = flow.words[start]
    if mention is not None and span.start < mention.span.start < flow.tokens[start].span.end:
        return Span(mention.span.start, span.end)
    if not "\u0621" <= word[0] <= "\u064a":
        return span
    titles = function_words("ar")["title"]
    joined = word[0] in "وفبل" and word not in titles and (word[1:] in titles or word[1:].startswith("ال"))
    return Span(span.start + 1, span.end) if joined or word.startswith("لل") else span
