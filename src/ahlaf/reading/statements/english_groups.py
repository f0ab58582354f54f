"""The English verb group: the auxiliaries, adverbs and negations before a verb, and what they make of it."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.reading.statements.english_words import classes_of, contracted, contraction_class, is_adverb
from ahlaf.reading.statements.flow import Flow


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group from token `start`; `inner` if its first token holds the subject too («he's»).

    `infinitive` is a "to" that no verb such as "seem" or "go on" makes part of the main verb; where one does, `raised`.
    """

    start: int
    be: bool = False
    have: bool = False
    do: bool = False
    modal: bool = False
    negated: bool = False
    infinitive: bool = False
    inner: bool = False
    raised: bool = False

    @property
    def unsaid(self) -> bool:
        """Whether the group denies, intends or only allows for what its verb says."""
        return self.negated or self.modal or self.infinitive


def verb_group(flow: Flow, verb: int) -> Group:
    """Return the group that ends with the verb at token `verb`."""
    floor = flow.sentence_start(verb)
    found: set[str] = set()
    start = verb
    while start > floor:
        before = start - 1
        word = flow.words[before]
        kinds = classes_of(word)
        held = contracted(word)
        if held is not None:
            found |= {contraction_class(held[1]), "inner"}
            start = before
            break
        if word.endswith("n't"):
            found |= {"negation", *_helper(word)}
        elif word == "to" and _raised(flow, before, floor):
            start = _raised(flow, before, floor)
            found.add("raised")
            continue
        elif word == "to":
            found.add("to")
            start = before
            break
        elif kinds & _HELPERS:
            found |= kinds & _HELPERS
        elif "aspect" in kinds and start == verb:
            start = before
            found.add("be")
            continue
        elif not is_adverb(flow, before) or (start == verb and "quantity" in kinds):
            break
        start = before
    return Group(
        start,
        be="be" in found,
        have="have" in found,
        do="do" in found,
        modal="modal" in found,
        negated="negation" in found,
        infinitive="to" in found,
        inner="inner" in found,
        raised="raised" in found,
    )


def _raised(flow: Flow, to: int, floor: int) -> int:
    """Return the first word of a "seems to" or "goes on to" before the "to" at token `to`, 0 where there is none."""
    before = to - 1
    if before > floor and flow.words[before] == "on":
        before -= 1
    return before if before > floor and "raising" in classes_of(flow.words[before]) else 0


_HELPERS = frozenset({"be", "have", "do", "modal", "negation"})


def _helper(word: str) -> frozenset[str]:
    """The auxiliary that «n't» is written with: didn't, won't, isn't."""
    return (classes_of(word) | classes_of(word.removesuffix("n't"))) & _HELPERS
