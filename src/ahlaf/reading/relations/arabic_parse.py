"""An Arabic sentence parsed as far as relations need it: where clauses end, which verbs stand where, what is free."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ahlaf.model import ActorKind, RelationType
from ahlaf.reading.relations.arabic_triggers import is_verb
from ahlaf.reading.relations.arabic_words import Reading, proclitics
from ahlaf.reading.relations.discourse import Discourse, dateline, real
from ahlaf.reading.relations.groups import chain
from ahlaf.reading.relations.lexicon import Entry, words
from ahlaf.reading.relations.scene import Phrase, Scene

_COMMAS = frozenset("،,")
_STOPS = frozenset("؛:;.!؟?…")
_BEFORE_NEED = ("", "ال", "و", "ب", "ل", "لل", "بال", "وال")
_NEEDS_REACH = 6
_RELATIVE_VERB = 4  # words after a relative pronoun among which its verb stands


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does what a verb tells, the token after which its object may stand, and the construction.

    `objects` are those whom a relative clause's verb takes up again by a pronoun; `known` is false where somebody
    who is no actor does it.
    """

    actors: tuple[str, ...] = ()
    last: int = -1
    rule: str = ""
    objects: tuple[str, ...] = ()
    known: bool = True


@dataclass(slots=True)
class Parse:
    """A scene with its readings and what is looked up again and again, filled once a sentence."""

    scene: Scene
    chosen: list[Reading | None]
    discourse: Discourse
    kinds: Mapping[str, ActorKind]
    verb: list[bool] = field(default_factory=list)
    hard: list[bool] = field(default_factory=list)
    relative: list[bool] = field(default_factory=list)
    covered: list[int] = field(default_factory=list)
    subjects: dict[int, Subject] = field(default_factory=dict)

    @property
    def phrases(self) -> list[Phrase]:
        """The scene's noun phrases that mean actors, in the order of the text."""
        return self.scene.phrases

    def word(self, i: int) -> str:
        """The normal form at token `i` without a leading «و» or «ف»; empty beyond the sentence."""
        return bare_word(self.scene, i)

    def text(self, i: int) -> str:
        """The token's own text, empty beyond the sentence."""
        return self.scene.tokens[i].text if 0 <= i < len(self.scene.tokens) else ""

    def comma(self, i: int) -> bool:
        """Whether a comma stands at token `i`."""
        return self.text(i) in _COMMAS

    def joined(self, i: int) -> bool:
        """Whether «و» or «ف» leads the word at token `i`."""
        reading = self.chosen[i]
        return reading.conjunction if reading is not None else self.word(i) != self.scene.tokens[i].normal

    def closed(self, left: int, right: int, *, through: bool = False) -> bool:
        """Whether another clause begins between two tokens; `through` looks past one relative clause.

        The cue of a statement without «و» («حسبما ذكرت») is a parenthesis and closes nothing.
        """
        j = left + 1
        passed = False
        while j < right:
            if self.hard[j]:
                return True
            if self.relative[j]:
                if not through or passed:
                    return True
                passed = True
                opened = (m for m in range(j + 1, min(j + 1 + _RELATIVE_VERB, right)) if self.verb[m])
                j = next(opened, j)
            elif self.verb[j] and (self.scene.cue[j] is None or self.joined(j)):
                if not through or passed or not self.indefinite_before(j):
                    return True
                passed = True  # «زيارة تستمر أياما إلى»: a relative clause without a pronoun
            j += 1
        return False

    def indefinite_before(self, j: int) -> bool:
        """Whether the verb at `j` may describe an indefinite noun that stands before it, with an adjective or none."""
        for m in (j - 1, j - 2):
            reading = self.chosen[m] if m >= 0 else None
            if reading is not None and not reading.verb:
                return not reading.article and not reading.pronoun and not self.joined(j)
        return False

    def commas(self, left: int, right: int) -> int:
        """How many commas stand between two tokens, but for one that closes an apposition right after the first."""
        left += self.comma(left + 1)
        return sum(self.comma(j) for j in range(left + 1, right))

    def free(self, phrase: Phrase) -> bool:
        """Whether nothing governs the phrase, so that it can be a subject or an object."""
        if phrase.prep or phrase.noun >= 0 or not real(phrase):
            return False
        return any(self.verb[: phrase.first]) or not dateline(self.scene, phrase)

    def actors(self, k: int) -> tuple[str, ...]:
        """The actors of phrase `k` and of those joined to it."""
        return tuple(a for a in chain(self.scene, k)[0] if not a.startswith("@"))

    def state(self, actor: str) -> bool:
        """Whether the actor is a state."""
        return self.kinds.get(actor) is ActorKind.STATE

    def armed(self, actors: tuple[str, ...]) -> bool:
        """Whether all of the actors are armed groups."""
        return bool(actors) and all(self.kinds.get(a) is ActorKind.ARMED_GROUP for a in actors)

    def types(self, i: int) -> set[RelationType]:
        """The types that the word at `i` can have here, with the words that follow it."""
        reading = self.chosen[i]
        if reading is None:
            return set()
        return {e.type for e in reading.entries if e.type is not None and needed(self.scene, i, e) >= 0}

    def lemma_in(self, i: int, kind: str) -> bool:
        """Whether the verb at `i` is a form of a verb in the word class `kind`."""
        reading = self.chosen[i]
        known = words("ar")[kind]
        if reading is None or not reading.entries:
            return self.word(i) in known
        return any(e.lemma in known for e in reading.entries)

    def lemmas_in(self, i: int, kind: str) -> bool:
        """Whether the verb at `i` can be nothing but a verb in the word class `kind` («جرى», but not «أجرى»)."""
        reading = self.chosen[i]
        known = words("ar")[kind]
        if reading is None or not reading.entries:
            return self.word(i) in known
        return all(e.lemma in known for e in reading.entries)


def bare_word(scene: Scene, i: int) -> str:
    """The normal form at token `i` without a leading «و» or «ف»; empty beyond the sentence."""
    if not 0 <= i < len(scene.tokens):
        return ""
    word = scene.tokens[i].normal
    return word[1:] if len(word) > 2 and word[0] in "وف" and word not in words("ar")["whole"] else word


def parse(scene: Scene, chosen: list[Reading | None], discourse: Discourse, kinds: Mapping[str, ActorKind]) -> Parse:
    """Parse a sentence whose phrases have been found; `kinds` says which actors are states, which armed groups."""
    known = words("ar")
    n = len(scene.tokens)
    bare = [bare_word(scene, i) for i in range(n)]
    opens = known["complementizer"] | known["conjunction"]
    relative = [w in known["relative"] for w in bare]
    covered = [-1] * n
    for k, phrase in enumerate(scene.phrases):
        for j in range(phrase.first, phrase.last + 1):
            covered[j] = k
    return Parse(
        scene, chosen, discourse, kinds,
        verb=[is_verb(scene, chosen, i) for i in range(n)],
        hard=[scene.tokens[i].text in _STOPS or (bare[i] in opens and not relative[i]) for i in range(n)],
        relative=relative,
        covered=covered,
    )  # fmt: skip


def preposition(word: str) -> bool:
    """Whether the word is a preposition, or begins with one."""
    _, clitic, _, rest = proclitics(word)
    return bool(clitic) or rest in words("ar")["preposition"]


def needed(scene: Scene, i: int, entry: Entry) -> int:
    """The last token of the words that the entry needs after token `i`; `i` where it needs none, −1 where they lack."""
    if not entry.needs:
        return i
    if any(scene.tokens[j].normal in words("ar")["relative"] for j in range(max(0, i - 2), i)):
        before = [t.normal for t in scene.tokens[max(0, i - 2 * _NEEDS_REACH) : i]]
        if any(_opens(word, entry.needs) for word in before):
            return i  # «الاتفاق الذي وقعته إيران»
    last = min(i + 1 + _NEEDS_REACH, len(scene.tokens))
    for j in range(i + 1, last):
        for parts in _opens(scene.tokens[j].normal, entry.needs):
            end = j + len(parts)
            if end <= last and all(
                part in scene.tokens[j + k].normal and _begins(scene.tokens[j + k].normal, part)
                for k, part in enumerate(parts)
            ):
                return end - 1
    return -1


@lru_cache(maxsize=1 << 17)
def _opens(word: str, needs: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Those of the needs that the word can be the first word of, each cut into its words."""
    split = (tuple(need.split()) for need in needs)
    return tuple(parts for parts in split if parts[0] in word and _begins(word, parts[0]))


def _begins(word: str, part: str) -> bool:
    return any(word.startswith(prefix + part) for prefix in _BEFORE_NEED)
