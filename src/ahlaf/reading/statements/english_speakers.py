"""Who an English pronoun or a verb without a subject goes back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ahlaf.reading.statements.drafts import Draft, Phrase
from ahlaf.reading.statements.english_words import contracted, is_in
from ahlaf.reading.statements.speakers import Discourse, Speaker
from ahlaf.reading.statements.words import function_words

# How many speakers back a pronoun may go to find one that it fits.
_BACK = 6
# How many words a phrase that goes back to somebody may have, and how many statements back it may go.
_SHORT = 4
_FAR = 40


class EnglishDiscourse(Discourse):
    """Follows the speakers of an English document.

    «he» and «she» are people, «it» is a body or a document; a verb that goes on without a subject has that of its
    sentence. Where the sentence names nobody, the latest speaker that fits is meant, else what the sentence is about.
    """

    def _carried(self, draft: Draft, sentence: int) -> Speaker | None:
        pronoun = self._pronoun(draft)
        here = [s for s in self._main[-_BACK:] if s.sentence == sentence and s.at < draft.at]
        if pronoun is None and here:
            return here[0]
        if pronoun is not None:
            fitting = _fitting(self._main[-_BACK:], pronoun)
            if fitting is not None:
                return fitting
        return super()._carried(draft, sentence)

    def _named(self, phrase: Phrase, sentence: int, at: int, main: bool) -> Speaker:
        found = super()._named(phrase, sentence, at, main)
        named = any(self._flow.mention_of[i] >= 0 for i in range(phrase.start, phrase.end))
        if named and found.person is None and is_in(self._flow, phrase.end - 1, "opposed"):
            return replace(found, actor=None)
        return found

    def _referred(self, phrase: Phrase, words: frozenset[str]) -> Speaker | None:
        """An earlier speaker of whose phrase the last word comes again: «Cook», «the minister»."""
        flow = self._flow
        named = [i for i in range(phrase.start, phrase.end) if flow.tokens[i].is_word and not is_in(flow, i, "article")]
        if not named or len(named) > _SHORT:
            return None
        head = flow.words[named[-1]].removesuffix("'s")
        for speaker in self._past[: -_FAR - 1 : -1]:
            if head in speaker.words:
                return speaker
        if is_in(flow, named[-1], "person") and is_in(flow, phrase.start, "article"):
            return _fitting(self._main[-_BACK:], "he")
        return None

    def _pronoun(self, draft: Draft) -> str | None:
        """The pronoun that is the cue's subject, None where it has none."""
        flow = self._flow
        for i in range(draft.begins, draft.at):
            held = contracted(flow.words[i])
            if held is not None:
                return held[0]
            if is_in(flow, i, "person_pronoun", "thing_pronoun"):
                return flow.words[i]
        return None


def _fitting(speakers: Sequence[Speaker], pronoun: str) -> Speaker | None:
    """The latest of the speakers that a pronoun may stand for."""
    classes = function_words("en")
    if pronoun in classes["person_pronoun"]:
        return next((s for s in reversed(speakers) if _is_person(s)), None)
    if pronoun in classes["thing_pronoun"]:
        return next((s for s in reversed(speakers) if s.words and not _is_person(s)), None)
    return None


def _is_person(speaker: Speaker) -> bool:
    """Whether a speaker is somebody rather than a state, a body or a paper."""
    classes = function_words("en")
    if speaker.person is not None or speaker.words & classes["person"]:
        return True
    return bool(speaker.words) and speaker.actor is None and not speaker.words & classes["body"]
