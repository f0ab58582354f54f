"""Whom a phrase without a name goes back to: an organ of the state at hand, a title borne before, the last group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from ahlaf.model import Mention
from ahlaf.reading.statements.drafts import Phrase
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words

# How many words of a phrase may name the organ that its head serves.
_ORGAN_REACH = 5
# How many words a title may stand before the name that it belongs to.
TITLE_REACH = 6


class References:
    """What the mentions of a document make of nouns that stand without a name."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._classes = function_words(flow.lang)

    def holder(self, phrase: Phrase) -> Mention | None:
        """The one named before with the title that the phrase goes back to: «المبعوث الدولي» to «المبعوث … فلان»."""
        head = self._flow.words[phrase.start]
        before = [(n, own) for at, n, own in self._titled.get(bare(head), ()) if at < phrase.start]
        # «وزير الخارجية» is rather he who bore that title without a state than «وزير الخارجية الإيطالي».
        own = [n for n, own in before if own and head == bare(head)]
        number = own[-1] if own else before[-1][0] if before else None
        return None if number is None else self._flow.mentions[number]

    @cached_property
    def _titled(self) -> Mapping[str, Sequence[tuple[int, int, bool]]]:
        """For each title without its article where a mention follows it in its phrase: its token and number.

        The last says whether no other mention stands between: «وزير الخارجية عادل الجبير».
        """
        flow = self._flow
        titles = self._classes.get("title", frozenset())
        found: dict[str, list[tuple[int, int, bool]]] = {}
        for i in range(len(flow)):
            n = flow.mention_of[i]
            if n < 0 or (i and flow.mention_of[i - 1] == n):
                continue
            floor = max(flow.sentence_start(i), i - TITLE_REACH)
            for j in range(i - 1, floor - 1, -1):
                word = flow.words[j]
                if word in titles:
                    own = flow.mentions[n].rule != "demonym" and all(m < 0 for m in flow.mention_of[j:i])
                    found.setdefault(bare(word), []).append((i, n, own))
                elif not word.startswith(("ال", "لل")) and flow.mention_of[j] < 0:
                    break
        return found

    def organ(self, phrase: Phrase) -> str | None:
        """The actor whose organ or official speaks without it: «الجيش» after «الجيش التركي», else the state at hand.

        «المتحدث باسم الحركة» goes back to the movement named last, «المسلحون» to the group named last.
        """
        flow = self._flow
        words = flow.words[phrase.start : phrase.end]
        head = words[0]
        source = head in self._classes.get("official_head", ()) or head in self._classes.get("title", ())
        for i, word in enumerate(words[:_ORGAN_REACH]):
            described = i + 1 < len(words) and words[i + 1].startswith("ال")
            if word in self._classes.get("fighters", ()) and not described:
                return self._group_before(phrase.start, bare(word))
            own = word in self._classes.get("own_organ", ())
            bare_head = word == head and word in self._classes.get("needs_article", ())
            if own and not bare_head and (word == head or source):
                return self._named_with(word, phrase.start) or self._home
            if word in self._classes.get("local_organ", ()) and not described and (word == head or source):
                named = self._named_with(bare(word), phrase.start)
                if named is not None:
                    return named
        official = head in self._classes.get("official_head", ())
        if official and any(word in self._classes.get("official", ()) for word in words[1:]):
            return self._home
        return None

    def where(self, phrase: Phrase) -> str | None:
        """The actor that an organ without a name is said to be in: «وزارة الداخلية في البحرين»."""
        flow = self._flow
        organs = self._classes.get("organ", frozenset()) | self._classes.get("own_organ", frozenset())
        end = phrase.end
        if flow.words[phrase.start] not in organs or end + 1 >= len(flow) or flow.words[end] != "في":
            return None
        mention = flow.mention_at(end + 1)
        return mention.actor if mention is not None else None

    def _named_with(self, word: str, before: int) -> str | None:
        """The actor of the latest mention before token `before` that the word stands right before or begins."""
        return next((actor for at, actor in reversed(self._beside.get(word, ())) if at < before), None)

    def _group_before(self, before: int, noun: str) -> str | None:
        """The group named last before token `before`, first one whose name begins with the noun: حركة, حزب."""
        named = self._named_with(noun, before)
        if named is not None:
            return named
        numbers = (self._flow.mention_of[i] for i in range(before - 1, -1, -1))
        actors = (self._flow.mentions[n].actor for n in numbers if n >= 0)
        return next((actor for actor in actors if actor in self._flow.groups), None)

    @cached_property
    def _beside(self) -> Mapping[str, Sequence[tuple[int, str]]]:
        """For each word that a mention stands right after or begins with, where that is and its actor."""
        flow = self._flow
        found: dict[str, list[tuple[int, str]]] = {}
        for i in range(1, len(flow)):
            n = flow.mention_of[i]
            if n >= 0 and flow.mention_of[i - 1] != n:
                entry = (i, flow.mentions[n].actor)
                found.setdefault(flow.words[i - 1], []).append(entry)
                if i + 1 < len(flow) and flow.mention_of[i + 1] == n:
                    found.setdefault(flow.words[i], []).append(entry)
        return found

    @cached_property
    def _home(self) -> str | None:
        """The state that the document names most, of equals the first."""
        states = (m.actor for m in self._flow.mentions if m.actor not in self._flow.groups)
        counted = Counter(states).most_common(1)
        return counted[0][0] if counted else None


def bare(word: str) -> str:
    """Return a word in normal form without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
