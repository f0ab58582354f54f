"""What a chain of English verbs comes to: "said it would not lift the ban" is a rejection, "vowed to bomb" a threat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from ahlaf.codebook import package_table, plover
from ahlaf.model import Realis, RelationType
from ahlaf.reading.coding.english_text import Laid, helps, verb_group
from ahlaf.reading.relations.english.lexicon import Entry, Role, words
from ahlaf.reading.relations.english.objects import ends_deed, meaning, subject_meaning
from ahlaf.reading.relations.english.triggers import modifies
from ahlaf.reading.relations.english.verb_groups import announced, is_auxiliary, negated
from ahlaf.reading.relations.english.words import Governs, VerbEntry

_GOVERNED_REACH = 14  # words after a verb among which the verb it governs stands
_CLAUSE_REACH = 30
_PREDICATE = 14  # words after "called" among which the word of praise stands
_DEPTH = 5  # verbs that may hang on one another
_NOUN_REACH = 14
_TOLD = frozenset(
    {RelationType.CONSULT, RelationType.SUPPORT, RelationType.ACCUSE, RelationType.REQUEST, RelationType.THREATEN}
)
_MAY = frozenset({"may", "might", "could"})
_SPOKEN = frozenset({RelationType.ACCUSE, RelationType.REJECT, RelationType.REQUEST, RelationType.THREATEN})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a verb or a chain of verbs comes to: a root, the word that carries it, how real it is, and why."""

    root: RelationType
    at: int
    rule: str
    realis: Realis = Realis.ACTUAL
    cameo: str = ""


def friendly(root: RelationType) -> bool:
    """Whether a root is cooperation."""
    return plover()[root].sign > 0


@cache
def _roots() -> Mapping[str, RelationType]:
    rows = package_table("ahlaf.reading", "data/coding_roots.csv", ("cameo", "root"))
    return {row["cameo"]: RelationType(row["root"]) for row in rows}


def root_of(entry: Entry) -> RelationType | None:
    """The root that coding gives an entry of the lexicon."""
    return _roots().get(entry.cameo, entry.type) if entry.type is not None else None


def outcome(laid: Laid, i: int, depth: int = 0) -> Outcome | None:
    """Return what the verb at word `i` comes to with what it governs, None where it tells of no relation."""
    if depth > _DEPTH:
        return None
    if ends_deed(laid.forms, laid.chosen, i):
        inner = outcome(laid, i + 1, depth + 1)
        return inner and _in_group(laid, i, _ended(inner))
    entry = meaning(laid.forms, laid.chosen, i)
    if entry is None or (entry.type is None and entry.governs in (Governs.NOTHING, Governs.DEED)):
        entry = subject_meaning(laid.forms, laid.chosen, i) or entry
    if entry is None or entry.role is Role.IDLE:
        return None
    found = _typed(laid, i, entry, depth) if entry.type is not None else _plain(laid, i, entry, depth)
    return found and _in_group(laid, i, found)


def _ended(inner: Outcome) -> Outcome:
    """What it is to stop doing it: hostile deeds end in retreat, friendly ones in a sanction."""
    root = RelationType.SANCTION if friendly(inner.root) else RelationType.RETREAT
    return replace(inner, root=root, rule=f"stopped: {inner.rule}")


def _typed(laid: Laid, i: int, entry: VerbEntry, depth: int) -> Outcome | None:
    root = root_of(entry)
    assert root is not None
    name = " ".join((entry.lemma, *entry.particle))
    if entry.role is Role.PROMISE:
        inner = _governed(laid, i, depth)
        if inner and inner.root is RelationType.REJECT:
            return replace(inner, at=i)
        if inner and not friendly(inner.root):
            return Outcome(RelationType.THREATEN, i, f"{name}: promises something hostile")
        return Outcome(RelationType.AGREE, i, f"{name}: a promise")
    if entry.role is Role.DEMAND:
        return None
    if "+predicate" in entry.marks and any(word in words()["good"] for word in laid.forms[i + 1 : i + _PREDICATE]):
        return Outcome(RelationType.SUPPORT, i, f"{name}: called good")
    if entry.role is Role.REFUSE:  # "accept": refused where negated
        return Outcome(RelationType.CONCEDE, i, f"{name}: accepted")
    if entry.lemma in words()["sender"]:
        purpose = _governed(laid, i, depth, purpose=True)
        if purpose and purpose.root in _TOLD:
            return purpose  # "called her to congratulate her", "sent a team to investigate"
    return Outcome(root, i, f"{name}: a verb of {root}", cameo=entry.cameo)


def _plain(laid: Laid, i: int, entry: VerbEntry, depth: int) -> Outcome | None:
    if entry.governs is Governs.CLAUSE:
        found = _clause(laid, i, depth)
        return found or _object_noun(laid, i)
    if entry.governs is Governs.NOTHING:
        return _object_noun(laid, i) or _governed(laid, i, depth, purpose=True)
    inner = _governed(laid, i, depth)
    if inner is None and entry.governs is Governs.PLAN:
        return _clause(laid, i, depth) or _object_noun(laid, i)
    if inner is None and entry.governs in (Governs.DEED, Governs.OFFER):
        inner = _object_noun(laid, i)
    if inner is None:
        return None
    if entry.governs is Governs.DEED:
        return inner
    if entry.governs in (Governs.PLAN, Governs.OFFER):
        return _promised(inner, entry.lemma)
    if entry.governs is Governs.THREAT:
        return replace(inner, root=RelationType.THREATEN, at=i, rule=f"{entry.lemma}: a threat")
    return replace(inner, root=RelationType.REJECT, at=i, rule=f"{entry.lemma}: refused or failed")


def _promised(inner: Outcome, word: str) -> Outcome:
    """PLOVER codes what is yet to come by its announcement: a promise, or a threat."""
    if friendly(inner.root):
        return replace(inner, root=RelationType.AGREE, rule=f"{word}: announces {inner.root}")
    if inner.root in _SPOKEN:
        return inner
    return replace(inner, root=RelationType.THREATEN, rule=f"{word}: announces {inner.root}")


def _in_group(laid: Laid, i: int, found: Outcome) -> Outcome:
    """Reckon in the auxiliaries of the verb at `i`: will, would, not."""
    group = [laid.forms[j] for j in verb_group(laid, i)]
    if "no" in laid.forms[i + 1 : i + 2]:
        group.insert(0, "no")  # "has no intention of", "offered no help"
    future = next((word for word in group if announced([word])), "")
    possible = next((word for word in group if word in _MAY), "") if not friendly(found.root) else ""
    if possible and not any(word in words()["have"] for word in group):
        future = possible  # "it may impose sanctions" threatens
    no = next((word for word in group[:-1] if negated([word])), "")
    if no and friendly(found.root):
        return replace(found, root=RelationType.REJECT, rule=f"{no} {found.rule}")
    if no and future:
        return replace(found, root=RelationType.AGREE, rule=f"{no} {found.rule}")
    if no:
        return replace(found, realis=Realis.DENIED, rule=f"{no} {found.rule}")
    return _promised(found, future) if future else found


def _governed(laid: Laid, i: int, depth: int, *, purpose: bool = False) -> Outcome | None:
    """What the infinitive or the -ing form comes to that the verb at `i` governs; with `purpose`, only "to" it."""
    known = words()
    for j in range(i + 1, min(i + 1 + _GOVERNED_REACH, len(laid.forms))):
        word = laid.forms[j]
        if word in known["break"] or (laid.has_form(j, "past", "s") and not laid.has_form(j, "base")):
            return None
        if purpose and laid.has_form(j, "ing"):
            return None
        if laid.has_form(j, "base") and laid.forms[verb_group(laid, j).start - 1] == "to":
            return _not_to(laid, j, outcome(laid, j, depth + 1))
        if (
            not purpose
            and word.endswith("ing")
            and laid.is_verb(j)
            and (j == i + 1 or laid.forms[j - 1] in known["preposition"])
        ):
            return outcome(laid, j, depth + 1)
    return None


def _not_to(laid: Laid, j: int, inner: Outcome | None) -> Outcome | None:
    """Turn around what "not to" negates: "promised not to attack" promises peace."""
    start = verb_group(laid, j).start
    if inner is None or start < 2 or not negated([laid.forms[start - 2]]):
        return inner
    root = RelationType.REJECT if friendly(inner.root) else RelationType.CONCEDE
    return replace(inner, root=root, rule=f"not to {inner.rule}")


def _clause(laid: Laid, i: int, depth: int) -> Outcome | None:
    """What the clause comes to that the verb of saying at `i` opens."""
    for j in range(i + 1, min(i + 1 + _CLAUSE_REACH, len(laid.forms))):
        word = laid.forms[j]
        if word in (".", ";", "who", "which", "whose", "after", "because", "when"):
            return None
        if not is_finite(laid, j):
            continue
        inner = outcome(laid, j, depth + 1)
        return _said_of_target(laid, i, j, inner) or _duty(laid, i, j) or inner
    return None


def _said_of_target(laid: Laid, i: int, j: int, inner: Outcome | None) -> Outcome | None:
    """What saying something of the target comes to: a demand with "must", praise if it is good, else an accusation."""
    group = verb_group(laid, j)
    if not laid.target or not (i < laid.target.start < group.start):
        return None
    has_to = laid.forms[j] in words()["have"] and laid.forms[j + 1 : j + 2] == ["to"]
    if has_to or any(laid.forms[k] in words()["duty"] for k in group):
        return Outcome(RelationType.REQUEST, group.start, "what the target must do")
    if laid.chosen[group.start - 1] is not None and laid.is_verb(group.start - 1):
        return None
    good = inner is not None and friendly(inner.root)
    good = good or any(word in words()["good"] for word in laid.forms[j + 1 : j + 8])
    return Outcome(RelationType.SUPPORT if good else RelationType.ACCUSE, j, "what is said of the target")


def _duty(laid: Laid, i: int, j: int) -> Outcome | None:
    """What others must do, as the verb of saying at `i` has it, is what the speaker asks."""
    group = verb_group(laid, j)
    subject = laid.forms[i + 1 : group.start]
    if not subject or any(word in words()["pronoun"] for word in subject):
        return None
    must = any(laid.forms[k] in words()["duty"] for k in group)
    return Outcome(RelationType.REQUEST, group.start, "what others must do") if must else None


def is_finite(laid: Laid, j: int) -> bool:
    """Whether the verb at `j` is the last of a finite group."""
    if not laid.is_verb(j) or helps(laid, j):
        return False
    known = words()
    group = verb_group(laid, j)
    helped = any(is_auxiliary(laid.forms[k]) for k in group[:-1])
    before = laid.forms[group.start - 1] if group.start else ""
    if before == "to" and not helped:
        return False
    if laid.has_form(j, "ing") and not laid.has_form(j, "past", "s"):
        return helped
    if helped or laid.has_form(j, "past", "s"):
        return True
    return before != "to" and before not in known["preposition"]


def _object_noun(laid: Laid, i: int) -> Outcome | None:
    """The first noun of dealing that the verb at `i` acts upon."""
    known = words()
    for j in range(i + 1, min(i + 1 + _NOUN_REACH, len(laid.forms))):
        if laid.forms[j] in known["break"] or laid.is_verb(j):
            return None
        found = noun_outcome(laid, j)
        if found:
            return found
    return None


def noun_outcome(laid: Laid, j: int) -> Outcome | None:
    """Return what the noun at `j` tells of, None where it is no noun of dealing."""
    reading = laid.chosen[j]
    if reading is None or reading.verb or modifies(laid.forms, laid.texts[j : j + 2], laid.chosen, j):
        return None
    near = laid.forms[max(0, j - 3) : j]
    for entry in sorted(reading.entries, key=lambda e: not e.needs):
        if not entry.needs or any(form.startswith(entry.needs) for form in near):
            root = root_of(entry)
            return Outcome(root, j, f"{entry.lemma}: a noun of {root}") if root else None
    return None
