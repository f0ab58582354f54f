"""Who is speaking: the actor behind a speaker's phrase, and the speaker carried over where none is named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ahlaf.reading.statements.cues import CueKind, Form
from ahlaf.reading.statements.drafts import Draft, Phrase, Subject
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.outlets import Outlet
from ahlaf.reading.statements.references import TITLE_REACH, References, bare
from ahlaf.reading.statements.words import function_words

# A phrase that only refers back is short; a longer one brings in somebody new.
_SHORT_PHRASE = 5
# How many speakers back a verb without a subject may go to find one that it agrees with.
_MEMORY = 3
# «ه», «ها», «هم» at the end of a word as written: its possessor. The feminine ending ة is another letter.
_POSSESSIVES = ("ه", "ها", "هم")
# How far before a clause such as «عبر فيه عن» the one who spoke may be named.
_GIVER_REACH = 14
_TO = frozenset({"الي", "الى"})
# A verb in the past with its feminine ending has more letters than this.
_SHORT_VERB = 2
# How many statements back a phrase such as «المصدر» may refer.
_FAR = 40


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker in the discourse: the actor and person it stands for, and the words of its phrase."""

    actor: str | None
    person: str | None
    words: frozenset[str]
    sentence: int
    at: int
    main: bool
    feminine: bool = False


class Discourse:
    """Follows the speakers of a document, one statement after the other."""

    def __init__(self, flow: Flow, outlets: Sequence[Outlet], topic: Callable[[Flow, int], Phrase | None]) -> None:
        self._flow = flow
        self._outlets = {outlet.start for outlet in outlets}
        self._classes = function_words(flow.lang)
        self._roles = frozenset(bare(word) for word in self._classes["role"])
        self._topic = topic
        self._references = References(flow)
        self._past: list[Speaker] = []
        self._main: list[Speaker] = []

    def speaker(self, draft: Draft, *, nested: bool = False) -> Speaker:
        """Return who speaks at the draft, and remember it; a `nested` one only says what another reports."""
        speaker = self._resolve(draft)
        if nested:
            speaker = replace(speaker, main=False)
        self._past.append(speaker)
        if speaker.main:
            self._main.append(speaker)
        return speaker

    def _agreeing(self, speakers: Sequence[Speaker], form: Form) -> Speaker | None:
        """The latest of the speakers whose gender the verb agrees with, else the latest."""
        if not speakers:
            return None
        if self._flow.lang != "ar" or form.cue.kind not in (CueKind.VERB, CueKind.PARTICIPLE) or form.plural:
            return speakers[-1]
        return next((s for s in reversed(speakers) if s.feminine == form.feminine), speakers[-1])

    def _resolve(self, draft: Draft) -> Speaker:
        flow = self._flow
        sentence = flow.sentence_of[draft.at]
        main = not draft.relative and draft.form.cue.kind not in (CueKind.SOURCE,)
        if draft.subject is Subject.NOBODY:
            return Speaker(None, None, frozenset(), sentence, draft.at, False)
        if draft.subject is Subject.NAMED and draft.speaker is not None:
            return replace(self._named(draft.speaker, sentence, draft.at, main), feminine=draft.form.feminine)
        carried = self._carried(draft, sentence)
        if carried is None:
            return Speaker(None, None, frozenset(), sentence, draft.at, main)
        return Speaker(carried.actor, carried.person, carried.words, sentence, draft.at, main, draft.form.feminine)

    def _named(self, phrase: Phrase, sentence: int, at: int, main: bool) -> Speaker:
        flow = self._flow
        words = frozenset(bare(word) for word in flow.words[phrase.start : phrase.end])
        if phrase.start in self._outlets:
            # News outlets speak for nobody: they go to `reported_by`.
            return Speaker(None, None, words, sentence, at, False)
        actor, person = actor_of(flow, phrase, self._classes["former"])
        if actor is None and not any(n >= 0 for n in flow.mention_of[phrase.start : phrase.end]):
            where = self._references.where(phrase)
            if where is not None:
                return Speaker(where, None, words, sentence, at, main)
            referred = self._referred(phrase, words)
            if referred is not None:
                return Speaker(referred.actor, referred.person, words | referred.words, sentence, at, main)
        return Speaker(actor, person, words, sentence, at, main)

    def _referred(self, phrase: Phrase, words: frozenset[str]) -> Speaker | None:
        """An earlier speaker that a short definite phrase goes back to: «المصدر» to «مصدر عسكري»."""
        head = self._flow.words[phrase.start]
        if phrase.end - phrase.start > _SHORT_PHRASE and head not in self._classes["pronoun"]:
            return None
        noun = bare(head)
        # «مصادر محلية» brings in others than the «مصادر أمنية» before; «المصادر» goes back to them.
        new = self._flow.lang == "ar" and noun == head and phrase.end - phrase.start > 1
        for speaker in self._past[: -_FAR - 1 : -1]:
            if words <= speaker.words if new else noun in speaker.words:
                return speaker
        organ = self._references.organ(phrase)
        if organ is not None:
            return Speaker(organ, None, words, self._flow.sentence_of[phrase.start], phrase.start, True)
        holder = self._references.holder(phrase)
        if holder is not None:
            return Speaker(holder.actor, holder.person, words, self._flow.sentence_of[phrase.start], phrase.start, True)
        definite = head in self._classes["role"] or head in self._classes["pronoun"]
        if not definite and not (words & self._roles and self._is_known(phrase)):
            return None
        last = self._main[-1] if self._main else None
        sentence = self._flow.sentence_of[phrase.start]
        return last if last is not None or sentence == 0 else self._of_topic(sentence - 1, phrase.start)

    def _is_known(self, phrase: Phrase) -> bool:
        """Whether a phrase speaks of somebody known: an article or a possessive («وزير خارجيته») in it."""
        for i in range(phrase.start, phrase.end):
            if self._flow.words[i].startswith(("ال", "لل")) or self._flow.tokens[i].text.endswith(_POSSESSIVES):
                return True
        return False

    def _carried(self, draft: Draft, sentence: int) -> Speaker | None:
        flow = self._flow
        giver = self._giver(draft)
        if giver is not None:
            return giver
        here = [s for s in self._main[-_FAR:] if s.sentence == sentence and s.at < draft.at]
        if here:
            return self._agreeing(here, draft.form)
        last = self._agreeing(self._main[-_MEMORY:], draft.form)
        if draft.at - flow.starts[sentence] > 2:
            topic = self._of_topic(sentence, draft.at)
            if topic is not None and topic.actor is not None:
                return topic
            doer = self._doer(draft, sentence)
            if doer is not None:
                return doer
            shared = self._right_before(draft)
            if shared is not None:
                return shared
            if topic is not None:
                return topic
        if (not self._main or self._main[-1].sentence < sentence - 1) and sentence > 0:
            topic = self._of_topic(sentence - 1, flow.ends[sentence - 1])
            if topic is not None and topic.actor is not None:
                return topic
        return last

    def _giver(self, draft: Draft) -> Speaker | None:
        """Whom a clause that sends back to an act of speaking goes back to: «اتصالا من الملك فلان عبر فيه عن»."""
        flow = self._flow
        after = draft.after
        if flow.lang != "ar" or draft.form.cue.kind is not CueKind.VERB or draft.offset or after >= len(flow):
            return None
        if flow.words[after] not in self._classes["resumptive"]:
            return None
        floor = max(flow.starts[flow.sentence_of[draft.at]], draft.at - _GIVER_REACH)
        for i in range(draft.at - 1, floor - 1, -1):
            mention = flow.mention_at(i)
            if mention is not None and mention.rule != "capital":
                if self._is_spoken_to(i):
                    return None
                return Speaker(mention.actor, mention.person, frozenset(), flow.sentence_of[i], i, True)
        return None

    def _is_spoken_to(self, i: int) -> bool:
        """Whether the phrase of the mention at token `i` stands under ل or إلى: «رسالة إلى الرئيس فلان»."""
        flow = self._flow
        floor = max(flow.sentence_start(i), i - TITLE_REACH)
        for j in range(i, floor - 1, -1):
            word = flow.words[j]
            mention = flow.mention_at(j)
            joined = mention is not None and mention.span.start > flow.tokens[j].span.start
            if word in _TO or (word[0] == "ل" and (joined or word[1:] in self._classes["title"] or word[1] == "ل")):
                return True
            if j < i and mention is None and not word.startswith("ال") and word not in self._classes["title"]:
                return False
        return False

    def _right_before(self, draft: Draft) -> Speaker | None:
        """The person named right before a participle: «وأعلنها الوزير فلان داعيا إلى»."""
        mention = self._flow.mention_at(draft.at - 1)
        if draft.form.cue.kind is not CueKind.PARTICIPLE or mention is None or mention.rule in ("capital", "demonym"):
            return None
        sentence = self._flow.sentence_of[draft.at]
        return Speaker(mention.actor, mention.person, frozenset(), sentence, draft.at - 1, True, draft.form.feminine)

    def _doer(self, draft: Draft, sentence: int) -> Speaker | None:
        """The subject of the nearest feminine verb before the cue in its sentence: «في حين فتحت الرياض …، وشددت»."""
        flow = self._flow
        if flow.lang != "ar" or not draft.form.feminine:
            return None
        for i in range(draft.at - 1, flow.starts[sentence], -1):
            mention = flow.mention_at(i)
            if (
                mention is not None
                and _is_feminine_past(flow, i - 1)
                and mention.span.start == flow.tokens[i].span.start
            ):
                return Speaker(mention.actor, mention.person, frozenset(), sentence, i, True, True)
        return None

    def _of_topic(self, sentence: int, before: int) -> Speaker | None:
        """The subject of a sentence's main verb."""
        phrase = self._topic(self._flow, self._flow.starts[sentence])
        if phrase is None or phrase.empty or phrase.end > before:
            return None
        return self._named(phrase, sentence, phrase.start, True)


def actor_of(flow: Flow, phrase: Phrase, former: frozenset[str]) -> tuple[str | None, str | None]:
    """Return the actor of a speaker's phrase, that of its first mention, and the person that it names, if known.

    Former officials speak for nobody, unless the person named is coded as an actor of its own.
    """
    numbers = sorted({n for n in flow.mention_of[phrase.start : phrase.end] if n >= 0})
    if not numbers:
        return None, None
    mentions = [flow.mentions[n] for n in numbers]
    person = next((m.person for m in mentions if m.person), None)
    # «أكد السفير اليمني السابق في …»: the phrase may end right before the word.
    if any(flow.words[i] in former for i in range(phrase.start, min(len(flow), phrase.end + 1))):
        named = next((m for m in mentions if m.person), None)
        return (named.actor if named else None), person
    return mentions[0].actor, person


def _is_feminine_past(flow: Flow, i: int) -> bool:
    """Whether token `i` looks like a verb in the past with a feminine subject: فتحت."""
    return flow.tokens[i].text.endswith("ت") and len(flow.words[i]) > _SHORT_VERB and not flow.words[i].startswith("ال")
