"""Who is speaking: the actor behind a speaker's phrase, and the speaker carried over where none is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ahlaf.model import Mention
from ahlaf.reading.statements.cues import CueKind, Form
from ahlaf.reading.statements.drafts import Draft, Phrase, Subject
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.outlets import Outlet
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
# How many words a title may stand before the name that it belongs to.
_TITLE_REACH = 6
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
        self._roles = frozenset(_bare(word) for word in self._classes["role"])
        self._topic = topic
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
        words = frozenset(_bare(word) for word in flow.words[phrase.start : phrase.end])
        if phrase.start in self._outlets:
            # News outlets speak for nobody: they go to `reported_by`.
            return Speaker(None, None, words, sentence, at, False)
        actor, person = actor_of(flow, phrase, self._classes["former"])
        if actor is None and not any(n >= 0 for n in flow.mention_of[phrase.start : phrase.end]):
            referred = self._referred(phrase, words)
            if referred is not None:
                return Speaker(referred.actor, referred.person, words | referred.words, sentence, at, main)
        return Speaker(actor, person, words, sentence, at, main)

    def _referred(self, phrase: Phrase, words: frozenset[str]) -> Speaker | None:
        """An earlier speaker that a short definite phrase goes back to: «المصدر» to «مصدر عسكري»."""
        head = self._flow.words[phrase.start]
        if phrase.end - phrase.start > _SHORT_PHRASE and head not in self._classes["pronoun"]:
            return None
        bare = _bare(head)
        # «مصادر محلية» brings in others than the «مصادر أمنية» before; «المصادر» goes back to them.
        new = self._flow.lang == "ar" and bare == head and phrase.end - phrase.start > 1
        for speaker in self._past[: -_FAR - 1 : -1]:
            if words <= speaker.words if new else bare in speaker.words:
                return speaker
        organ = self._organ(phrase)
        if organ is not None:
            return Speaker(organ, None, words, self._flow.sentence_of[phrase.start], phrase.start, True)
        holder = self._holder(phrase)
        if holder is not None:
            return Speaker(holder.actor, holder.person, words, self._flow.sentence_of[phrase.start], phrase.start, True)
        definite = head in self._classes["role"] or head in self._classes["pronoun"]
        if not definite and not (words & self._roles and self._is_known(phrase)):
            return None
        last = self._main[-1] if self._main else None
        sentence = self._flow.sentence_of[phrase.start]
        return last if last is not None or sentence == 0 else self._of_topic(sentence - 1, phrase.start)

    def _organ(self, phrase: Phrase) -> str | None:
        """The state whose organ or official speaks unnamed: «الجيش» after «الجيش التركي», else of the state at hand."""
        flow = self._flow
        head = flow.words[phrase.start]
        own = head in self._classes.get("own_organ", ())
        source = head in self._classes.get("official_head", ())
        words = flow.words[phrase.start : phrase.end]
        if not own and not (source and any(word in self._classes.get("official", ()) for word in words)):
            return None
        return (self._organs.get(head) if own else None) or self._home

    def _holder(self, phrase: Phrase) -> Mention | None:
        """The one named before with the title that the phrase goes back to: «المبعوث الدولي» to «المبعوث … فلان»."""
        title = _bare(self._flow.words[phrase.start])
        number = next((n for at, n in reversed(self._titled.get(title, ())) if at < phrase.start), None)
        return None if number is None else self._flow.mentions[number]

    @cached_property
    def _titled(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """For each title without its article where a mention follows it in its phrase: (token, mention's number)."""
        flow = self._flow
        titles = self._classes.get("title", frozenset())
        found: dict[str, list[tuple[int, int]]] = {}
        for i in range(len(flow)):
            n = flow.mention_of[i]
            if n < 0 or (i and flow.mention_of[i - 1] == n):
                continue
            floor = max(flow.sentence_start(i), i - _TITLE_REACH)
            for j in range(i - 1, floor - 1, -1):
                word = flow.words[j]
                if word in titles:
                    found.setdefault(_bare(word), []).append((i, n))
                elif not word.startswith(("ال", "لل")) and flow.mention_of[j] < 0:
                    break
        return found

    @cached_property
    def _organs(self) -> Mapping[str, str]:
        """For each word that a mention stands right after, the actor of the first such mention."""
        flow = self._flow
        found: dict[str, str] = {}
        for i in range(1, len(flow)):
            n = flow.mention_of[i]
            if n >= 0 and flow.mention_of[i - 1] != n:
                found.setdefault(flow.words[i - 1], flow.mentions[n].actor)
        return found

    @cached_property
    def _home(self) -> str | None:
        """The state that the document names most, of equals the first."""
        states = (m.actor for m in self._flow.mentions if m.actor not in self._flow.groups and m.rule != "capital")
        counted = Counter(states).most_common(1)
        return counted[0][0] if counted else None

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
        floor = max(flow.sentence_start(i), i - _TITLE_REACH)
        for j in range(i, floor - 1, -1):
            word = flow.words[j]
            mention = flow.mention_at(j)
            joined = mention is not None and mention.span.start > flow.tokens[j].span.start
            if word in _TO or (word[0] == "ل" and (joined or word[1:] in self._classes["title"] or word[1] == "ل")):
                return True
            if j < i and mention is None and not word.startswith("ال") and word not in self._classes["title"]:
                return False
        return False

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
    if any(flow.words[i] in former for i in range(phrase.start, phrase.end)):
        named = next((m for m in mentions if m.person), None)
        return (named.actor if named else None), person
    return mentions[0].actor, person


def _is_feminine_past(flow: Flow, i: int) -> bool:
    """Whether token `i` looks like a verb in the past with a feminine subject: فتحت."""
    return flow.tokens[i].text.endswith("ت") and len(flow.words[i]) > _SHORT_VERB and not flow.words[i].startswith("ال")


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
