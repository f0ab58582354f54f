"""How real an Arabic relation is said to be, by what governs its word: particles, modal words, verbs, conditions."""

from __future__ import annotations

from ahlaf.language import normal
from ahlaf.model import Realis, RelationType, Span
from ahlaf.reading.relations.arabic_parse import Parse
from ahlaf.reading.relations.arabic_words import proclitics
from ahlaf.reading.relations.lexicon import Entry, Kind, Role, words
from ahlaf.reading.relations.realis import Modality

_PARTICLE_REACH = 2
_CHAIN = 5  # words before a noun that can govern it as nouns do («إمكانية إعادة فرض عقوبات»)
_AFTER = 6  # words after a noun among which it is said to be planned («الاجتماع المقبل»)
_DOUBT = 12  # words after a noun among which its clause may say that it will hardly come about
_CLAUSE = 14  # words before a trigger among which its clause's verb is looked for
_CONDITION_REACH = 25
_LEVELS = 3  # how many verbs above one another are asked
_THAT = frozenset({"ان", "بان"})
_ORDER = ("negation", "call", "offer", "plan", "possibility")
_BY_CLASS = {
    "negation": Realis.DENIED,
    "call": Realis.CALLED_FOR,
    "offer": Realis.OFFERED,
    "plan": Realis.FUTURE,
    "possibility": Realis.HYPOTHETICAL,
}


def realis(p: Parse, i: int, entry: Entry) -> Modality:
    """Say how real the relation at token `i` is."""
    state = entry.role is Role.STATE or entry.kind in (Kind.ACTIVE, Kind.PASSIVE)
    if entry.role is Role.DEMAND:
        return Modality(Realis.ACTUAL)
    if state and p.scene.cue[i] is None:
        return Modality(Realis.DENIED if _negated(p, i) else Realis.ACTUAL)
    if p.scene.cue[i] is not None:
        own = _own(p, i)
        return Modality(own or Realis.ACTUAL)
    if condition := _condition(p, i):
        return condition
    found = _verb(p, i) if entry.kind is Kind.VERB else _noun(p, i, entry)
    return Modality(found or _said(p, i) or Realis.ACTUAL)


def _own(p: Parse, i: int) -> Realis | None:
    """What the verb's own form and its particles say."""
    if _negated(p, i):
        return Realis.DENIED
    reading = p.chosen[i]
    before = p.word(i - 1)
    if (reading is not None and reading.future) or before == "سوف":
        return Realis.FUTURE
    if before in ("قد", "ربما", "لعل") and p.word(i)[:1] in ("ي", "ت", "ن"):
        return Realis.HYPOTHETICAL
    return None


def _negated(p: Parse, i: int) -> bool:
    near = [p.word(j) for j in range(max(0, i - _PARTICLE_REACH), i) if not p.comma(j)]
    return any(w in words("ar")["negation"] for w in near) and "سيما" not in near


def _verb(p: Parse, i: int, levels: int = _LEVELS) -> Realis | None:
    own = _own(p, i)
    if own is not None:
        return own
    for j in range(i - 1, max(-1, i - _PARTICLE_REACH - 2), -1):
        if p.word(j) in _THAT:
            return _above(p, j, levels)
        if p.hard[j] or p.relative[j] or p.verb[j]:
            break
    return None


def _above(p: Parse, that: int, levels: int) -> Realis | None:
    """What the word that opens the clause after «أن» makes of it: «يجب أن», «من المقرر أن», «يريد أن»."""
    for j in range(that - 1, max(-1, that - 1 - _CHAIN), -1):
        if p.scene.inner[j] is not p.scene.inner[that]:
            return None
        found = _modal(p, j)
        if found is not None:
            return found
        if p.hard[j]:
            return None
        if p.verb[j]:
            return _governing(p, j, levels - 1)
    return None


def _modal(p: Parse, j: int) -> Realis | None:
    """What a modal word at token `j` makes of what depends on it."""
    known = words("ar")
    word = p.word(j)
    _, _, article, rest = proclitics(word)
    forms = {word, rest, rest.removeprefix("ال")} if article else {word, rest}
    for name in _ORDER:
        if forms & known[name]:
            return _BY_CLASS[name]
    return None


def _governing(p: Parse, j: int, levels: int) -> Realis | None:
    """What the verb at `j` makes of its object or complement."""
    found = _modal(p, j)
    if found is not None and found is not Realis.DENIED:
        return found
    own = _own(p, j)
    if RelationType.REQUEST in p.types(j):
        return Realis.CALLED_FOR
    if p.lemma_in(j, "plan_verb"):
        return Realis.FUTURE
    if own is not None:
        return own
    return _verb(p, j, levels - 1) if levels > 0 else None


def _owned(p: Parse, i: int) -> bool:
    """Whether an adjective or an owner says whose deed the noun at token `i` is."""
    return any(phrase.noun == i for phrase in p.phrases)


def _noun(p: Parse, i: int, entry: Entry) -> Realis | None:
    """What stands over a noun: the nouns before it, the verb of its clause, and whether it is planned."""
    known = words("ar")
    reading = p.chosen[i]
    if _negated(p, i):
        return Realis.DENIED
    before = p.word(i - 1)
    if reading is not None and reading.article and (entry.event or entry.type is RelationType.ASSAULT) and _owned(p, i):
        return None  # «القصف التركي» is known
    if before in known["after"]:
        return None  # «بعد لقاء», «منذ الحرب»: it has happened
    planned = _planned(p, i)
    if planned is not None:
        return planned
    if any(p.word(j) in known["doubt"] for j in _rest(p, i)):
        return Realis.HYPOTHETICAL
    for j in range(i - 1, max(-1, i - 1 - _CHAIN), -1):
        if p.hard[j] or p.relative[j] or p.verb[j] or p.comma(j) or p.scene.inner[j] is not p.scene.inner[i]:
            break
        if p.word(j) in known["after"]:
            return None
        found = _modal(p, j)
        if found is not None:
            return found
    known_thing = reading is not None and reading.article and any(e.event for e in reading.entries)
    for j in range(i - 1, max(-1, i - 1 - _CLAUSE), -1):
        if p.scene.inner[j] is not p.scene.inner[i] or p.hard[j]:
            return None
        if p.word(j) in known["after"] or p.relative[j]:
            return None
        if p.verb[j]:
            found = _governing(p, j, _LEVELS)
            return None if known_thing and found is Realis.CALLED_FOR else found
    return None


def _rest(p: Parse, i: int) -> range:
    """The tokens after a noun to the end of its clause, as far as they can still doubt it."""
    last = min(i + 1 + _DOUBT, len(p.scene.tokens))
    ends = (j for j in range(i + 1, last) if p.hard[j] or p.scene.inner[j] is not p.scene.inner[i])
    return range(i + 1, next(ends, last))


def _planned(p: Parse, i: int) -> Realis | None:
    """Whether words after the noun put it off: «الاجتماع المقبل», «زيارة سيقوم بها», «الحرب المحتملة»."""
    known = words("ar")
    for j in range(i + 1, min(i + 1 + _AFTER, len(p.scene.tokens))):
        if p.hard[j] or p.comma(j):
            return None
        word = p.word(j)
        if word in known["planned"]:
            return Realis.FUTURE
        if word in known["thinkable"]:
            return Realis.HYPOTHETICAL
        if p.verb[j]:
            reading = p.chosen[j]
            return Realis.FUTURE if reading is not None and reading.future else None
    return None


def _said(p: Parse, i: int) -> Realis | None:
    """What the cue of the statement makes of its content: a call, a denial."""
    statement = p.scene.inner[i]
    if statement is None:
        return None
    for j in range(i - 1, -1, -1):
        if p.scene.inner[j] is not statement:
            break
        # What a relative clause or a time phrase tells is no part of what is called for.
        if p.relative[j] or p.word(j) in words("ar")["after"]:
            return None
    cue = normal(statement.cue.of(p.scene.text))
    bare = cue[1:] if cue[0] in "وف" else cue
    reading = p.chosen[i]
    if reading is not None and reading.article and any(e.event for e in reading.entries):
        return None
    if bare in words("ar")["call_cue"] or cue in words("ar")["call_cue"]:
        return Realis.CALLED_FOR
    if bare in words("ar")["denial_cue"] or cue in words("ar")["denial_cue"]:
        return Realis.DENIED
    return None


def _condition(p: Parse, i: int) -> Modality | None:
    """The condition on the same level of speech that bears on the trigger, with its words."""
    scene = p.scene
    known = words("ar")
    for j, token in enumerate(scene.tokens):
        if p.word(j) not in known["condition"] or scene.inner[j] is not scene.inner[i]:
            continue
        if abs(j - i) > _CONDITION_REACH or any(_described(p, m) for m in range(min(i, j) + 1, max(i, j))):
            continue
        if p.word(j - 1) in known["whether"]:
            if j < i:
                return Modality(Realis.HYPOTHETICAL)
            continue
        end = next((k for k in range(j + 1, len(scene.tokens)) if _ends(p, k)), len(scene.tokens))
        return Modality(Realis.CONDITIONAL, Span(token.span.start, scene.tokens[end - 1].span.end))
    return None


def _described(p: Parse, m: int) -> bool:
    """Whether a relative clause opens at token `m` («الذي», but not «بما فيها»)."""
    return p.relative[m] and p.word(m).startswith("ال")


def _ends(p: Parse, k: int) -> bool:
    """Whether the condition ends at token `k`: at a mark, unless a list goes on behind it («، بما فيها»)."""
    if p.text(k) not in "،,؛;.:" or not p.text(k):
        return False
    following = " ".join(t.normal for t in p.scene.tokens[k + 1 : k + 3])
    return not any(following.startswith(word) for word in words("ar")["enumerator"])
