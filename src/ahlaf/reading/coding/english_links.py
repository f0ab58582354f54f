"""Which verbs and nouns of an English sentence can link the marked source to the marked target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ahlaf.reading.coding.english_chain import Outcome, is_finite, noun_outcome, outcome
from ahlaf.reading.coding.english_text import Laid, verb_group
from ahlaf.reading.relations.english.lexicon import words

_BESIDE = 4  # words between a preposition and the party it governs
_REDUCED_REACH = 14  # words after a participle among which the main verb stands
_REDUCED_REACH = 14  # words after a participle among which the main verb stands
_OBLIQUE = frozenset({"by", "from", "of", "with", "in", "at", "between", "against", "for", "to"})
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom", "where"})


def linked(laid: Laid) -> Outcome | None:
    """Return what links the parties: the source's own verbs, else what it does as agent or owner, else any trigger."""
    agent = _as_agent(laid)
    if agent:
        return agent
    compound = _as_compound(laid)
    if compound:
        return compound
    return _of_its_verbs(laid) or _between(laid) or _anywhere(laid)


def _as_agent(laid: Laid) -> Outcome | None:
    """The verb or noun before "by the source", and "from" or "in" it where the source has no verb of its own."""
    preposition = _preposition(laid, laid.source.start)
    if preposition < 0:
        return None
    by = laid.forms[preposition] == "by"
    if not by and (preposition == 0 or _own_verb(laid) >= 0):
        return None
    verbs: list[Outcome] = []
    nouns: list[Outcome] = []
    for j in range(preposition - 1, -1, -1):
        if laid.forms[j] in (".", ";"):
            break
        if laid.is_verb(j) and (found := outcome(laid, j)):
            verbs.append(found)
        elif not laid.is_verb(j) and (found := noun_outcome(laid, j)):
            nouns.append(found)
        if verbs or (by and nouns):
            break
    best = next(iter(verbs + nouns), None)
    return best and replace(best, rule=f"{best.rule}, {laid.forms[preposition]} the source")


def _preposition(laid: Laid, start: int) -> int:
    """The preposition that governs the party which begins at `start`, −1 where none does."""
    for j in range(start - 1, max(-1, start - 1 - _BESIDE), -1):
        if laid.forms[j] in _OBLIQUE:
            return j
        if laid.is_verb(j) or not laid.texts[j][0].isalnum() or laid.forms[j] == "and":
            return -1
    return -1


def _as_compound(laid: Laid) -> Outcome | None:
    """The noun that the source makes one word with: "a UN-brokered ceasefire", "the Turkish-led attack"."""
    end = laid.source.stop
    if end + 2 >= len(laid.forms) or laid.forms[end] != "-":
        return None
    for j in range(end + 2, min(end + 5, len(laid.forms))):
        found = noun_outcome(laid, j)
        if found:
            return found
    return None


def _own_verb(laid: Laid) -> int:
    """The main verb of which the source is the subject, −1 where it has none."""
    relative = False
    closed = _closing_comma(laid)
    for j in range(max(laid.source.stop, closed), len(laid.forms)):
        word = laid.forms[j]
        if word in (".", ";"):
            return -1
        if word in _RELATIVE and laid.forms[j - 1] not in (",",) and not laid.is_verb(j):
            relative = True
        if not is_finite(laid, j) or (j - 1 != closed and _reduced(laid, j)):
            continue
        if relative:
            relative = False
            continue
        return j
    return -1


def _closing_comma(laid: Laid) -> int:
    """Where the words between commas after the source end ("S, who led the talks, said"), the source's end if none."""
    end = laid.source.stop
    if end >= len(laid.forms) or laid.forms[end] != ",":
        return end
    for j in range(end + 1, len(laid.forms)):
        if laid.forms[j] in (".", ";"):
            return end
        if laid.forms[j] == "," and any(is_finite(laid, k) for k in range(j + 1, min(j + 12, len(laid.forms)))):
            return j
    return end


def _reduced(laid: Laid, j: int) -> bool:
    """Whether a past form is a participle that only describes ("troops accused of", "forces backed by")."""
    if len(verb_group(laid, j)) > 1 or not laid.has_form(j, "past"):
        return False
    following = laid.forms[j + 1] if j + 1 < len(laid.forms) else ""
    if following not in ("by", "of", "in", "from") and laid.forms[j - 1] != ",":
        return False
    for k in range(j + 2, min(j + 2 + _REDUCED_REACH, len(laid.forms))):
        if laid.forms[k] in words()["break"]:
            return False
        if is_finite(laid, k) and laid.forms[k - 1] not in ("and", ","):
            return True
    return False


def _of_its_verbs(laid: Laid) -> Outcome | None:
    """Of the source's verbs and those joined to them, the last before the target that tells of something."""
    main = _own_verb(laid)
    if main < 0:
        return None
    found = [o for j in (main, *_joined(laid, main)) if (o := outcome(laid, j))]
    if not found:
        found = [o for j in _participles(laid, main) if (o := outcome(laid, j))]
    if not found:
        return None
    before = [o for o in found if o.at < laid.target.start] if laid.target else []
    return before[-1] if before and laid.target.start > laid.source.start else found[0]


def _joined(laid: Laid, main: int) -> Iterator[int]:
    """The verbs after `main` that share its subject: after "and" or "but", and participles after a comma."""
    for j in _verbs_after(laid, main):
        before = laid.forms[verb_group(laid, j).start - 1]
        if (before in ("and", "but", "then") and is_finite(laid, j)) or (before == "," and laid.has_form(j, "ing")):
            yield j


def _participles(laid: Laid, main: int) -> Iterator[int]:
    """The participles after `main` that say what its object says: "issued a statement criticising"."""
    for j in _verbs_after(laid, main):
        if laid.has_form(j, "ing") and laid.forms[j - 1] not in words()["preposition"]:
            yield j


def _verbs_after(laid: Laid, main: int) -> Iterator[int]:
    for j in range(main + 1, len(laid.forms)):
        if laid.forms[j] in (".", ";"):
            return
        if laid.is_verb(j):
            yield j


def _between(laid: Laid) -> Outcome | None:
    """The first noun of dealing between the parties."""
    if not laid.target:
        return None
    first, last = sorted((laid.source, laid.target), key=lambda r: r.start)
    return next((o for j in range(first.stop, last.start) if (o := noun_outcome(laid, j))), None)


def _anywhere(laid: Laid) -> Outcome | None:
    """The first verb of the sentence that tells of something, else the first noun."""
    places = [*range(laid.source.stop, len(laid.forms)), *range(laid.source.start)]
    verbs = (o for j in places if laid.is_verb(j) and (o := outcome(laid, j)))
    return next(verbs, None) or next((o for j in places if (o := noun_outcome(laid, j))), None)
