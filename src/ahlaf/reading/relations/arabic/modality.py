"""How real a deed of an Arabic sentence is said to be, by features around its trigger."""

from __future__ import annotations

from collections.abc import Iterator

from ahlaf.language import normal
from ahlaf.model import Realis, RelationType, Span, Statement
from ahlaf.reading.relations.arabic.families import Family, Kind, Role
from ahlaf.reading.relations.arabic.layout import Layout
from ahlaf.reading.relations.arabic.word_classes import word_classes
from ahlaf.reading.relations.realis import Modality

_BEFORE = 8  # words before the trigger in which a modal word still governs it
_AFTER = 10  # words after it in which an expression of time bears on it
_OPENING = 7  # words at the beginning of what is called for
_LACK_REACH = 3  # words between «دون» and what does not happen
_CONDITION_REACH = 22
_DOUBT_REACH = 12  # words after a noun among which its clause may say that it will hardly come about
_ACTS = frozenset({Role.DEMAND, Role.REFUSE, Role.BLAME})


def modality(layout: Layout, i: int, family: Family, *, future: bool) -> Modality:
    """Say how real the deed at token `i` is; `future` is true where its own form is a future."""
    return Modality(Realis.ACTUAL) if family.role in _ACTS else how_real(layout, i, future=future)


def how_real(layout: Layout, i: int, *, future: bool) -> Modality:
    """Say how real what the word at token `i` tells of is, whatever it is."""
    if _denied(layout, i):
        return Modality(Realis.DENIED)
    if layout.scene.cue[i] is not None:
        return Modality(Realis.FUTURE if future else Realis.ACTUAL)
    condition = _condition(layout, i)
    if condition is not None:
        return Modality(Realis.CONDITIONAL, condition)
    if _refused(layout, i):
        return Modality(Realis.DENIED)
    around = list(_governors(layout, i))
    for name, realis in (("call", Realis.CALLED_FOR), ("offer", Realis.OFFERED)):
        if any(_is(word, name) for word in around):
            return Modality(realis)
    if _within(layout, i, "call_cue"):
        return Modality(Realis.CALLED_FOR)
    if future or _future(layout, i, around):
        return Modality(Realis.FUTURE)
    if _doubted(layout, i):
        return Modality(Realis.HYPOTHETICAL)
    if any(_is(word, "possibility") for word in around[-4:] if word.lstrip("وف") != "قد") or _may(layout, i):
        return Modality(Realis.HYPOTHETICAL)
    return Modality(Realis.ACTUAL)


def _is(word: str, name: str) -> bool:
    members = word_classes()[name]
    return word in members or (len(word) > 3 and word[0] in "وفبل" and word[1:] in members)


def _governors(layout: Layout, i: int) -> Iterator[str]:
    """The words before the trigger in its clause; «أن» does not part a modal verb from what it governs."""
    scene = layout.scene
    start = i
    while start and i - start < _BEFORE:
        before = start - 1
        token, word = scene.tokens[before], layout.words[before]
        if token.text in "،,؛;:.()" or scene.inner[before] is not scene.inner[i]:
            break
        if layout.verbs[before] and word.conjunction:
            break
        if word.classes & {"relative", "conjunction"} or ("complementizer" in word.classes and word.rest != "ان"):
            break
        start = before
    return (scene.tokens[j].normal for j in range(start, i))


def _denied(layout: Layout, i: int) -> bool:
    words = layout.words
    negation = word_classes()["negation"]
    for j in range(max(0, i - 2), i):
        word = layout.scene.tokens[j].normal
        following = layout.scene.tokens[j + 1].normal
        if (word in negation or words[j].rest in negation) and following not in ("سيما", "طيار"):
            return words[j].rest not in ("دون", "بدون") or j == i - 1 or following in ("اي", "حدوث", "وقوع")
    for j in range(max(0, i - 1 - _LACK_REACH), i):
        if words[j].rest in ("دون", "بدون", "عدم") and any(w.rest == "اي" for w in words[j + 1 : i]):
            return True
    return _within(layout, i, "denial_cue")


def _refused(layout: Layout, i: int) -> bool:
    """Whether a verb of refusal governs the noun: «ترفض التعاون مع»."""
    use = layout.uses[i]
    if use is None or use.kind is not Kind.NOUN:
        return False
    for j in range(i - 1, max(-1, i - _BEFORE), -1):
        if layout.scene.breaks[j] or layout.scene.inner[j] is not layout.scene.inner[i]:
            return False
        governor = layout.uses[j]
        if layout.verbs[j] or (governor is not None and governor.families[0].type is RelationType.REJECT):
            return governor is not None and governor.families[0].type is RelationType.REJECT
    return False


def _statement_with(layout: Layout, i: int, name: str) -> Statement | None:
    at = layout.scene.tokens[i].span
    for statement in layout.scene.statements:
        if statement.content.start <= at.start + 1 and at.end <= statement.content.end:
            cue = normal(statement.cue.of(layout.scene.text))
            if _is(cue, name) or (cue[0] in "وف" and _is(cue[1:], name)):
                return statement
    return None


def _within(layout: Layout, i: int, name: str) -> bool:
    """Whether the trigger stands near the beginning of what somebody calls for, or denies."""
    statement = _statement_with(layout, i, name)
    if statement is None:
        return False
    start = next((j for j, t in enumerate(layout.scene.tokens) if t.span.end > statement.content.start), i)
    if name == "call_cue" and i - start > _OPENING:
        return False
    between = layout.words[start:i]
    return not any("relative" in w.classes for w in between)


def _condition(layout: Layout, i: int) -> Span | None:
    """The words of a condition on the same level of speech in the same sentence."""
    scene = layout.scene
    wanted = word_classes()["condition"]
    for j, word in enumerate(layout.words):
        if word.rest not in wanted or word.rest in ("مقابل", "لولا") or scene.inner[j] is not scene.inner[i]:
            continue
        if j and layout.words[j - 1].rest in ("ما", "عما"):
            continue
        if abs(j - i) > _CONDITION_REACH or any("relative" in w.classes for w in layout.words[min(i, j) : max(i, j)]):
            continue
        ends = (k for k in range(j + 1, len(scene.tokens)) if scene.tokens[k].text in "،,؛;.:")
        end = next(ends, len(scene.tokens))
        return Span(scene.tokens[j].span.start, scene.tokens[end - 1].span.end)
    return None


def _future(layout: Layout, i: int, around: list[str]) -> bool:
    """Whether the clause is about what is to come: a future verb that governs, or an expression of time."""
    if any(_is(word, "future") for word in around):
        return True
    for j in range(i - 1, max(-1, i - 2 * _BEFORE), -1):
        if (
            layout.words[j].classes & {"relative", "complementizer"}
            or layout.scene.inner[j] is not layout.scene.inner[i]
        ):
            break
        if layout.verbs[j]:
            use = layout.uses[j]
            if (use is not None and use.future) or _future_form(layout, j):
                return True
            break
    if layout.uses[i] is not None and layout.uses[i].kind is Kind.VERB and not _imperfect(layout, i):  # type: ignore[union-attr]
        return False
    for j in range(i + 1, min(i + _AFTER, len(layout.words))):
        if layout.verbs[j] or layout.scene.breaks[j]:
            break
        if layout.scene.tokens[j].normal in word_classes()["time_to_come"]:
            return True
    return False


def _future_form(layout: Layout, j: int) -> bool:
    word = layout.words[j].rest
    return len(word) > 4 and word[0] == "س" and word[1] in "يتن"


def _imperfect(layout: Layout, i: int) -> bool:
    return layout.words[i].rest[:1] in ("ي", "ت", "ن")


def _doubted(layout: Layout, i: int) -> bool:
    """Whether the clause says of the noun that it will hardly come about («التحالف معه يحتاج إلى معجزة»)."""
    use = layout.uses[i]
    if use is None or use.kind is not Kind.NOUN:
        return False
    for j in range(i + 1, min(i + _DOUBT_REACH, len(layout.words))):
        if layout.scene.breaks[j] or layout.scene.inner[j] is not layout.scene.inner[i]:
            return False
        if layout.scene.tokens[j].normal in word_classes()["doubt"]:
            return True
    return False


def _may(layout: Layout, i: int) -> bool:
    """«قد» before an imperfect."""
    return bool(i) and layout.words[i - 1].rest == "قد" and _imperfect(layout, i)
