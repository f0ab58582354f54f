"""A sentence laid out for finding events: its tokens, parties and clauses, and what stands where around a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ahlaf.language import Token
from ahlaf.reading.coding.arabic_forms import words_of
from ahlaf.reading.coding.event_lexicon import EventWord, WordKind, event_readings, mark_words, marks
from ahlaf.reading.coding.event_parties import Party, parties

BESIDE = 9  # words between a verb and its subject or object
_ATTACKERS = frozenset({"UAF", "MIL", "COP", "REB", "CRM"})
_BRACKETED = 1000  # clause numbers within brackets begin here
_ENDS = frozenset("،؛:.!?؟,;")


@dataclass(frozen=True, slots=True)
class Event:
    """A word that tells of an event, at token `at`, with the parties that its construction gives it.

    `denied` says that it did not happen, `bound` that a pronoun stands for who suffers it,
    `between` that both parties fight.
    """

    at: int
    word: EventWord
    doer: Party | None
    victim: Party | None
    rule: str
    denied: bool = False
    bound: bool = False
    between: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The tokens of a sentence, the parties among them, and the number of the clause that each token stands in."""

    tokens: Sequence[Token]
    parties: Sequence[Party]
    clause: Sequence[int]

    def after(self, i: int) -> list[Party]:
        """The parties after word `i` in its clause."""
        return [p for p in self.parties if p.first > i and self.clause[p.first] == self.clause[i]]

    def carried(self, i: int) -> Party | None:
        """The nearest party before word `i` that a pronoun or a bare plural may take up."""
        return next((p for p in reversed(self.parties) if p.last < i and not p.prep and not p.means), None)

    def subject_before(self, i: int) -> Party | None:
        """The subject that stands before verb `i` in its clause, or that its relative pronoun takes up."""
        taken_up = self.tokens[i - 1].normal if i else ""
        if taken_up in words_of("pronoun"):  # «وأضافت الحكومة أنها قصفت»: who speaks did it
            return self.carried(i - 1)
        if taken_up in words_of("relative") and taken_up not in mark_words("end"):
            nearest = next((p for p in reversed(self.parties) if p.last < i - 1), None)
            if nearest and nearest.last == i - 2:
                return nearest
            # Where another noun stands between, that noun is the subject, and no party: «الجريمة التي استهدفت».
            return Party(i - 1, i - 1, "", None, None, None, means=True)
        here = (p for p in self.parties if p.last < i and self.clause[p.first] == self.clause[i] and not p.prep)
        return next((p for p in here if not self.verb_between(p.last, i)), None)

    def verb_between(self, left: int, right: int) -> bool:
        """Whether a verb of an event stands between two words."""
        numbers = mark_words("quantity") | mark_words("time")
        between = (token.normal for token in self.tokens[left + 1 : right])
        found = (event_readings(word) for word in between if word not in numbers)
        return any(reading is not None and reading.words[0].kind is WordKind.VERB for reading in found)

    def means_beside(self, i: int) -> bool:
        """Whether verb `i` is said of an attack or of what it was made with: «هجوم بسيارة مفخخة استهدف»."""
        if any(p.means and i - 2 <= p.last < i for p in self.parties):
            return True
        near = [p for p in self.parties if p.first > i - BESIDE and p.last < i]
        before = [p for p in near if self.clause[p.first] == self.clause[i]]
        after = [p for p in self.parties if 0 < p.first - i <= 2 and not p.prep]
        return bool((before and before[-1].means) or (after and after[0].means))

    def object_follows(self, i: int) -> bool:
        """Whether the word right after `i` can be an object: no mark, preposition or adverb of time."""
        if i + 1 >= len(self.tokens) or not self.tokens[i + 1].is_word:
            return False
        following = self.tokens[i + 1].normal
        other = words_of("preposition") | mark_words("time") | mark_words("end")
        return following not in other and following[0] != "و"

    def by(self, i: int) -> Party | None:
        """The doer after «على يد», «من قبل» and their like."""
        normals = [t.normal for t in self.tokens]
        for phrase in sorted(marks()["by"]):
            for j in range(i + 1, len(normals) - len(phrase)):
                if tuple(normals[j : j + len(phrase)]) == phrase and self.clause[j] == self.clause[i]:
                    end = j + len(phrase)
                    return next((p for p in self.parties if end <= p.first <= end + 2), None)
        return None

    def lent(self, i: int) -> Party | None:
        """The subject of «قام» whose deed the noun `i` with «ب» names."""
        if not self.tokens[i].normal.startswith("ب"):
            return None
        for j in range(i - 1, -1, -1):
            if self.clause[j] != self.clause[i]:
                return None
            if self.tokens[j].normal.lstrip("و") in mark_words("light"):
                return next((p for p in self.parties if j < p.first < i and not p.prep), None)
        return None


def lay_out(tokens: Sequence[Token]) -> Layout:
    """Return the layout of a sentence."""
    return Layout(tokens, parties(tokens), _clauses(tokens))


def _clauses(tokens: Sequence[Token]) -> list[int]:
    """Number the clauses; what stands in brackets is a clause of its own, after which the outer one goes on."""
    numbers, number, outside = [], 0, 0
    for i, token in enumerate(tokens):
        if token.text == "(":
            outside, number = number, number + _BRACKETED
        elif token.text == ")" and number >= _BRACKETED:
            numbers.append(number)
            number = outside
            continue
        if _ends_clause(tokens, i):
            number += 1
        numbers.append(number)
    return numbers


def _ends_clause(tokens: Sequence[Token], i: int) -> bool:
    token, ends = tokens[i], mark_words("end")
    if token.text in _ENDS:
        return True
    if token.normal in ends:  # but «ما لا يقل عن» says how many
        return i + 1 == len(tokens) or tokens[i + 1].normal not in mark_words("counting")
    return token.normal[0] == "و" and token.normal[1:] in ends


def strikes(party: Party) -> bool:
    """Whether the party is one that attacks: armed men, or an actor by name."""
    return party.role in _ATTACKERS or (party.actor is not None and party.role is None)
