"""How real a deed of an Arabic sentence is said to be, by features around its trigger."""

from __future__ import annotations

from collections.abc import Iterator

from ahlaf.language import Token, normal
from ahlaf.model import Realis, RelationType, Span, Statement
from ahlaf.reading.relations.arabic.coordination import ALLY
from ahlaf.reading.relations.arabic.families import Family, Kind, Role, forms
from ahlaf.reading.relations.arabic.layout import Layout
from ahlaf.reading.relations.arabic.moods import circumstantial, moods_over
from ahlaf.reading.relations.arabic.word_classes import word_classes
from ahlaf.reading.relations.modality import Modality

_BEFORE = 8  # words before the trigger in which a modal word still governs it
_AFTER = 10  # words after it in which an expression of time bears on it
_OPENING = 7  # words at the beginning of what is called for
_LACK_REACH = 3  # words between «دون» and what does not happen
_CONDITION_REACH = 22
_DOUBT_REACH = 12  # words after a noun among which its clause may say that it will hardly come about
_REPORT_REACH = 14  # words between a report, what it tells of, and who denies it
_TIMED = 16  # words after a verb of meeting among which its day stands
_ACTS = frozenset({Role.DEMAND, Role.REFUSE, Role.BLAME})


def modality(layout: Layout, i: int, family: Family, *, future: bool) -> Modality:
    """Say how real the deed at token `i` is; `future` is true where its own form is a future."""
    if family.role in _ACTS:
        return Modality(Realis.ACTUAL)
    if _standing(layout, i, family) and not _denied(layout, i):
        return Modality(Realis.ACTUAL)
    return how_real(layout, i, family.type, future=future)


def how_real(layout: Layout, i: int, kind: RelationType | None, *, future: bool) -> Modality:
    """Say how real what the word at token `i` tells of is, whatever it is; `kind` where it is known."""
    if _denied(layout, i):
        return Modality(Realis.DENIED)
    if layout.scene.cue[i] is not None:
        return Modality(Realis.FUTURE if future else Realis.ACTUAL)
    if _whether(layout, i):
        return Modality(Realis.HYPOTHETICAL)
    condition = _condition(layout, i)
    if condition is not None:
        return Modality(Realis.CONDITIONAL, condition)
    return Modality(_governed(layout, i, kind, future=future))


def _governed(layout: Layout, i: int, kind: RelationType | None, *, future: bool) -> Realis:
    """What the words over the deed and the time of its clause make of it."""
    over = moods_over(layout, i, kind)
    around = list(_governors(layout, i))
    if Realis.DENIED in over or _false(layout, i):
        return Realis.DENIED
    if Realis.CONDITIONAL in over:
        return Realis.CONDITIONAL
    if Realis.CALLED_FOR in over or any(_is(word, "call") for word in around) or _within(layout, i, "call_cue"):
        return Realis.CALLED_FOR
    if Realis.OFFERED in over or any(_is(word, "offer") for word in around):
        return Realis.OFFERED
    if future or Realis.FUTURE in over or _future(layout, i, around, kind):
        return Realis.FUTURE
    if Realis.HYPOTHETICAL in over or _doubted(layout, i) or _may(layout, i):
        return Realis.HYPOTHETICAL
    if any(_is(word, "possibility") for word in around[-4:] if word.lstrip("وف") != "قد"):
        return Realis.HYPOTHETICAL
    return Realis.ACTUAL


def _standing(layout: Layout, i: int, family: Family) -> bool:
    """Whether the word describes what already is: an ally, the signed deal, those who are backed."""
    use = layout.uses[i]
    return use is not None and (use.kind in (Kind.ACTIVE, Kind.PASSIVE) or family.name == ALLY)


def _whether(layout: Layout, i: int) -> bool:
    """Whether the deed stands in a question («ما إذا كانت»)."""
    words = layout.words
    for j in range(i - 1, max(0, i - _BEFORE), -1):
        if words[j].rest == "اذا" and words[j - 1].rest in ("ما", "عما"):
            return True
        if layout.scene.breaks[j]:
            return False
    return False


def _false(layout: Layout, i: int) -> bool:
    """Whether the sentence calls the report of the noun false («لا صحة لأنباء عن لقاء», «نفى ما تردد عن اتفاق»)."""
    use, words, known = layout.uses[i], layout.words, word_classes()
    if use is None or use.kind is not Kind.NOUN:
        return False
    for j, word in enumerate(words):
        if word.rest in known["truth"] and any(w.rest in known["untrue"] for w in words[max(0, j - 3) : j]):
            return True
    told = [j for j in range(max(0, i - _REPORT_REACH), i) if words[j].rest in known["report"]]
    if not told:
        return False
    denying = any(_is(t.normal, "denial_cue") for t in layout.scene.tokens[max(0, told[0] - _REPORT_REACH) : told[-1]])
    return denying or any(w.rest in known["falsehood"] for w in words[i + 1 : i + 1 + _REPORT_REACH])


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
        if circumstantial(layout, before, i):
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
    if name == "call_cue" and i and layout.words[i - 1].rest == "من":
        return False  # «الاستفادة من صراع»: what there already is
    between = layout.words[start:i]
    return not any("relative" in w.classes for w in between)


def _condition(layout: Layout, i: int) -> Span | None:
    """The words of a condition on the same level of speech in the same sentence."""
    scene = layout.scene
    wanted = word_classes()["condition"]
    for j, word in enumerate(layout.words):
        if word.rest not in wanted or word.rest in ("مقابل", "لولا") or scene.inner[j] is not scene.inner[i]:
            continue
        if j and layout.words[j - 1].rest in ("ما", "عما", "حتي"):
            continue
        if word.rest == "لو" and word.conjunction and j > i:
            continue  # «..., ولو كان ذلك»: a concession
        if abs(j - i) > _CONDITION_REACH or any("relative" in w.classes for w in layout.words[min(i, j) : max(i, j)]):
            continue
        ends = (k for k in range(j + 1, len(scene.tokens)) if _ends_condition(scene.tokens[k]))
        end = next(ends, len(scene.tokens))
        return Span(scene.tokens[j].span.start, scene.tokens[end - 1].span.end)
    return None


def _ends_condition(token: Token) -> bool:
    return token.text in "،,؛;.:" or token.normal in word_classes()["consequence"]


def _future(layout: Layout, i: int, around: list[str], kind: RelationType | None) -> bool:
    """Whether the clause is about what is to come: a future verb that governs, or an expression of time."""
    if any(_is(word, "future") for word in around):
        return True
    governor = _governing_verb(layout, i)
    if governor is not None and _future_form(layout, governor):
        return True
    use = layout.uses[i]
    verb = i if use is not None and use.kind is Kind.VERB else governor
    if verb is not None and kind is RelationType.CONSULT and _imperfect(layout, verb) and _scheduled(layout, verb):
        return True
    if use is not None and use.kind is Kind.VERB and not _imperfect(layout, i):
        return False
    for j in range(i + 1, min(i + _AFTER, len(layout.words))):
        if layout.verbs[j] or layout.scene.breaks[j]:
            break
        if layout.scene.tokens[j].normal in word_classes()["time_to_come"]:
            return True
    return False


def _governing_verb(layout: Layout, i: int) -> int | None:
    """The nearest verb before the trigger on the same level of speech, with no clause or circumstance between."""
    for j in range(i - 1, max(-1, i - 2 * _BEFORE), -1):
        word = layout.words[j]
        if word.classes & {"relative", "complementizer"} or layout.scene.inner[j] is not layout.scene.inner[i]:
            return None
        if circumstantial(layout, j, i):
            return None
        if layout.verbs[j] and "enumerator" not in word.classes:
            return j
    return None


def _scheduled(layout: Layout, i: int) -> bool:
    """Whether a meeting told in the imperfect has its day («يجتمع اليوم مع»): it is still to come."""
    known = word_classes()
    for j in range(i + 1, min(i + _TIMED, len(layout.words))):
        if layout.scene.breaks[j] or layout.verbs[j]:
            return False
        if layout.scene.tokens[j].normal in known["day"]:
            return True
    return False


def _future_form(layout: Layout, j: int) -> bool:
    """«سيجري», not «سيطر»: a perfect that begins like a future."""
    word = layout.words[j]
    if word.verb is not None and word.verb.future:
        return True
    perfect = word.rest in forms().verbs or word.rest in forms().plain
    return len(word.rest) > 4 and word.rest[0] == "س" and word.rest[1] in "يتن" and not perfect


def _imperfect(layout: Layout, i: int) -> bool:
    """Whether a verb is in the imperfect: «تلتقي», not «تباحث» or «نفذت»."""
    use = layout.uses[i]
    stem = use.stem if use is not None and use.kind is Kind.VERB else layout.words[i].rest
    if stem[:1] == "ي":
        return True
    third = "ي" + stem[1:]
    return stem[:1] in ("ت", "ن") and (third in forms().verbs or third in forms().plain)


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
