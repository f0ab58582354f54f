"""How real an English relation is said to be: done, announced, offered, conditional, called for, denied, thinkable."""

from __future__ import annotations

from ahlaf.language import normal
from ahlaf.model import Realis, Span
from ahlaf.reading.relations.english.lexicon import words
from ahlaf.reading.relations.modality import Modality
from ahlaf.reading.relations.scene import Scene

_NEAR = 7  # words before the trigger in which a modal word still governs it
_NEGATION_REACH = 2
_DOUBT_REACH = 12  # words after a noun among which its clause may say that it will hardly come about
_CONDITION_REACH = 25  # words between a deed and the condition that bears on it
_CLOSE = 4  # words before the trigger in which a word of possibility bears on it

_MARKS = ",;:.()"


def modality(scene: Scene, i: int, *, is_cue: bool, noun: bool) -> Modality:
    """Say how real the English relation at token `i` is; `is_cue` where it is itself a saying."""
    known = words()
    start = _clause_start(scene, i)
    before = [t.normal for t in scene.tokens[start:i]]
    near = before[-_NEAR:]
    if _negated(before, known["negation"]):
        return Modality(Realis.DENIED)
    if not is_cue:
        condition = _condition(scene, i, known["condition"])
        if condition:
            return Modality(Realis.CONDITIONAL, condition)
        if _cued(scene, i, known["denial_cue"]):
            return Modality(Realis.DENIED)
        if _cued(scene, i, known["call_cue"]) or _any(near, known["call"]):
            return Modality(Realis.CALLED_FOR)
        if _any(near, known["offer"]):
            return Modality(Realis.OFFERED)
    if _any(near, known["future"]):
        return Modality(Realis.FUTURE)
    if _any(near[-_CLOSE:], known["possibility"]):
        return Modality(Realis.HYPOTHETICAL)
    following = [t.normal for t in scene.tokens[i + 1 : _clause_end(scene, i)]][:_DOUBT_REACH]
    if noun and _any(following, known["doubt"]):
        return Modality(Realis.HYPOTHETICAL)
    return Modality(Realis.ACTUAL)


def _clause_end(scene: Scene, i: int) -> int:
    ends = (j for j in range(i + 1, len(scene.tokens)) if scene.breaks[j] or scene.inner[j] is not scene.inner[i])
    return next(ends, len(scene.tokens))


def called_for(scene: Scene, i: int) -> bool:
    """Whether the words at token `i` are what a speaker calls for."""
    return _cued(scene, i, words()["call_cue"])


def by_cue(scene: Scene, i: int) -> bool:
    """Whether the cue of the words at token `i` says how real they are: called for, or denied."""
    return _cued(scene, i, words()["call_cue"] | words()["denial_cue"])


def _clause_start(scene: Scene, i: int) -> int:
    for j in range(i - 1, -1, -1):
        if scene.tokens[j].text in _MARKS or scene.inner[j] is not scene.inner[i]:
            return j + 1
        if scene.breaks[j]:
            return j
    return 0


def _any(found: list[str], wanted: frozenset[str]) -> bool:
    return not wanted.isdisjoint(found)


def _negated(before: list[str], wanted: frozenset[str]) -> bool:
    return _any(before[-_NEGATION_REACH:], wanted)


def _condition(scene: Scene, i: int, wanted: frozenset[str]) -> Span | None:
    """The words of a condition that stands on the same level of speech and in the same sentence."""
    for j, token in enumerate(scene.tokens):
        if token.normal not in wanted:
            continue
        if scene.inner[j] is not scene.inner[i]:
            continue
        end = next((k for k in range(j + 1, len(scene.tokens)) if _ends_condition(scene, k)), len(scene.tokens))
        if abs(j - i) <= _CONDITION_REACH:
            return Span(token.span.start, scene.tokens[end - 1].span.end)
    return None


def _ends_condition(scene: Scene, k: int) -> bool:
    """Whether the condition ends at token `k`: at a mark, unless a list goes on behind it (", including")."""
    if scene.tokens[k].text not in ",;.:":
        return False
    following = " ".join(t.normal for t in scene.tokens[k + 1 : k + 3])
    return not any(following.startswith(word) for word in words()["enumerator"])


def _cued(scene: Scene, i: int, wanted: frozenset[str]) -> bool:
    """Whether the words at token `i` are what somebody calls for, or denies: their cue says so."""
    at = scene.tokens[i].span
    for statement in scene.statements:
        within = statement.content.start < at.end and at.end <= statement.content.end
        if within and normal(statement.cue.of(scene.text)) in wanted:
            return True
    return False
