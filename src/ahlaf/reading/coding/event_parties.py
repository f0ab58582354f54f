"""The noun phrases of an Arabic sentence that can be parties to an event: whose they are and what part they play."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ahlaf.language import Token
from ahlaf.reading.coding.arabic_forms import is_verb, stem_of, words_of
from ahlaf.reading.coding.event_lexicon import PartyNoun, event_readings, mark_words, party_noun
from ahlaf.reading.coding.event_names import GOVERNMENT, names_in

# Parts that tell more than an army's noun.
_OVERRIDING = frozenset({"COP", "REL", "EDU", "BUS", "OPP", "REB", "LEG", "HLH"})
CIVILIANS = "CVL"
_ARMY = "MIL"
_BODIES = frozenset({"COP", "MIL", "GOV", "LEG", "PTY", "SPY"})
_NOMINATIVE = "ون"  # nothing governs a word with this ending
_PLURALS = (_NOMINATIVE, "ين")
_LONGEST = 8  # words of a phrase
_QUOTES = frozenset("«»“”\"'()")
_DASHES = frozenset("-ـ–—")
_STOPPERS = ("relative", "complementizer", "conjunction", "pronoun", "negation", "condition", "demonstrative")
_OF = "من"
_TO = "ل"
_ARTICLE = "ال"
_IN = "في"


@dataclass(frozen=True, slots=True)
class Party:
    """A phrase that can be a party: tokens `first` to `last`, the preposition before it, and what it tells.

    `actor` is a code of the gazetteer, `country` the state that event data reckons it to, `role` its part as PLOVER
    has it. `thing` says that it suffers but does nothing; `means` that it is what an attack was made with;
    `linked` that «و» joins it to what went before.
    """

    first: int
    last: int
    prep: str
    actor: str | None
    country: str | None
    role: str | None
    thing: bool = False
    means: bool = False
    linked: bool = False

    @property
    def specific(self) -> int:
        """How much it tells: a country counts more than a part, a part of its own more than that of any civilian."""
        return 2 * (self.country is not None) + (self.role not in (None, CIVILIANS))


def parties(tokens: Sequence[Token]) -> tuple[Party, ...]:
    """Return the parties of a sentence, in the order of the text; none lies within another."""
    return tuple(_Finder(tokens).parties())


class _Finder:
    """One pass over the tokens of a sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._words = [token.normal for token in tokens]
        self._names = names_in(self._words)
        self._covered = {j for i, name in self._names.items() for j in range(i, name.end)}
        self._prepositions = words_of("preposition")
        self._stops = frozenset().union(*map(words_of, _STOPPERS), mark_words("end"))

    def parties(self) -> Iterator[Party]:
        i, prep = 0, ""
        before: Party | None = None
        while i < len(self._words):
            word = self._words[i]
            if word in self._prepositions:
                counted = (
                    (i and self._words[i - 1] in mark_words("counting"))
                    or (word == _OF and i and self._counts(i - 1))
                    or (self._counts(i) and self._counts(i + 1))
                )
                prep = prep if counted else word
                i += 1
                continue
            if not self._tokens[i].is_word:
                prep = prep if word in _QUOTES or word in _DASHES else ""
                i += 1
                continue
            party = self._party(i, "" if word.endswith(_NOMINATIVE) else prep)
            if party:
                if party.linked and before and before.last == i - 1:
                    party = replace(party, prep=before.prep)
                yield party
                before = party
                i = party.last + 1
                prep = ""
                continue
            if word not in mark_words("quantity") and not word.isdigit():
                # «بسياسة الحكومة»: what governs an unknown noun governs what follows in the genitive.
                prep = "" if event_readings(word) else stem_of(word).preposition
            i += 1

    def _counts(self, i: int) -> bool:
        """Whether word `i` says how many."""
        if i >= len(self._words):
            return False
        return (
            self._words[i].isdigit()
            or _stem(self._words[i]) in mark_words("quantity")
            or self._words[i] in mark_words("quantity")
        )

    def _party(self, i: int, prep: str) -> Party | None:
        """The party whose head is word `i`."""
        word = self._words[i]
        if word in self._stops or word in mark_words("time") or word in mark_words("quantity"):
            return None
        noun = party_noun(word)
        name = self._names.get(i)
        if name and name.role not in (None, GOVERNMENT):
            noun = None  # «طالبان» are no two students
        means = _stem(word) in mark_words("means")
        if noun is None and name is None and not means:
            return self._matter(i, prep)
        event = event_readings(word) if not name else None
        if event and noun and (event.words[0].kind == "noun" or is_verb(word)):
            return None
        last, inner = self._extent(i, open_=noun is not None and (noun.open or noun.thing))
        named = next((self._names[j] for j in range(i, last + 1) if j in self._names), None)
        actor, country = (named.actor, named.country) if named else (None, None)
        role = noun.role if noun else named.role if named and named is name else None
        thing = bool(noun and noun.thing)
        if noun and noun.open:
            deeper = next((n for n in inner if n.role and not n.open), None) or next((n for n in inner if n.role), None)
            role = deeper.role if deeper and (role is None or deeper.role in _OVERRIDING) else role
            role = GOVERNMENT if role == _ARMY and any(n.role == GOVERNMENT for n in inner) else role
        role = role or (named.role if named else None)
        country = country or next((n.country for n in (noun, *inner) if n and n.country), None)
        if country is None and role == GOVERNMENT and self._words[last + 1 : last + 2] == [_IN]:
            place = self._names.get(last + 2)
            actor, country = (place.actor, place.country) if place and place.own and place.state else (actor, None)
        own = prep or stem_of(word).preposition
        used = means and name is None and not (noun and noun.role)
        return Party(i, last, own, actor, country, role, thing, used, linked=stem_of(word).conjunction)

    def _matter(self, i: int, prep: str) -> Party | None:
        """What belongs to a party without being one: a decision of Britain, a meeting of the forces."""
        word = self._words[i]
        linked = i + 1 < len(self._words) and self._words[i + 1].startswith(_TO)
        if self._counts(i) or _is_verb(word) or (event_readings(word) and not linked) or word in mark_words("demand"):
            return None
        last, inner = self._extent(i, open_=True)
        named = next((self._names[j] for j in range(i, last + 1) if j in self._names), None)
        if not linked and (inner or not named):
            return None
        if not named and not inner:
            return None
        actor, country = (named.actor, named.country) if named else (None, None)
        country = country or next((n.country for n in inner if n.country), None)
        role = next((n.role for n in inner if n.role), None)
        return Party(i, last, prep or stem_of(word).preposition, actor, country, role, thing=True)

    def _extent(self, i: int, *, open_: bool) -> tuple[int, list[PartyNoun]]:
        """The last word of the phrase that begins at `i`, and the nouns for parties within it."""
        inner: list[PartyNoun] = []
        last = i
        head = self._words[i]
        definite, stem = stem_of(head).article, stem_of(head).rest
        used = stem in mark_words("means")
        closed = stem.endswith(_PLURALS) and i not in self._names  # a sound plural with its nun takes no genitive
        for j in range(i + 1, min(i + 1 + _LONGEST, len(self._words))):
            word = self._words[j]
            if not self._tokens[j].is_word:
                if word in _QUOTES:
                    continue
                break
            if open_ and last == j - 1 and (word == _OF or (word == _IN and self._is_body(j + 1))):
                closed = definite = False
                continue
            if word in self._stops or word in self._prepositions or word in mark_words("time") or self._counts(j):
                break
            named = j in self._names
            prefix = word[: self._names[j].prefix] if j in self._names else ""
            form = stem_of(word)
            conjunction, prep, article, stem = form.conjunction, form.preposition, form.article, form.rest
            article = article or word.startswith(_ARTICLE)
            if named:
                conjunction, prep = prefix[:1] in ("و", "ف") and prefix != "", prefix.lstrip("وف")
            if conjunction or prep in ("ب", "ك") or (prep == _TO and not open_):
                break
            if not named and ((not article and _tells_of_an_event(word)) or stem in mark_words("means")):
                break
            if not named and prep != _TO:
                if (definite and not article) or (word.endswith("ا") and not article and not head.endswith("ا")):
                    break
                if closed and not stem.endswith((*_PLURALS, "ي", "ه")):
                    break
            closed = closed and prep != _TO
            definite = article or named or prep == _TO
            noun = None if self._tells(j) else party_noun(word)
            if noun and used and not stem.endswith(("ي", "يه")):
                break  # «قصف المتمردين»: whoever attacked is no part of the attack
            if noun:
                inner.append(noun)
            last = j
        return last, inner

    def _tells(self, j: int) -> bool:
        """Whether word `j` is part of a name that tells its own part; «الحرس الثوري» is told by its first word."""
        if j in self._names:
            return self._names[j].role != GOVERNMENT
        return j in self._covered

    def _is_body(self, i: int) -> bool:
        """Whether a body that people belong to stands at word `i`: «ضابط في الشرطة», «قيادي في حماس»."""
        name = self._names.get(i)
        if name and name.role and not name.state:
            return True
        noun = party_noun(self._words[i]) if i < len(self._words) else None
        return noun is not None and not noun.thing and (noun.role in _BODIES or noun.lemma in mark_words("body"))


def _tells_of_an_event(word: str) -> bool:
    event = event_readings(word)
    return _is_verb(word) or (event is not None and not event.pronoun and event.words[0].kind == "noun")


def _is_verb(word: str) -> bool:
    event = event_readings(word)
    return is_verb(word) or bool(event and event.words[0].kind == "verb")


def _stem(word: str) -> str:
    return stem_of(word).rest
