"""What governs an English verb: "vowed to help" is yet to come, "failed to help" was not done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ahlaf.model import Realis, RelationType
from ahlaf.reading.relations.english.lexicon import Role, words
from ahlaf.reading.relations.english.objects import ends_deed, meaning
from ahlaf.reading.relations.english.triggers import Sight
from ahlaf.reading.relations.english.verb_groups import announced, group_start, is_infinitive, negated
from ahlaf.reading.relations.english.words import Governs, VerbEntry

_REACH = 12  # words between a verb and the one it governs


class Bond(Enum):
    """What a governing verb makes of the deed that depends on it."""

    SAME = "as real as the governing verb"
    ACTUAL = "done"
    FUTURE = "yet to come"
    OFFERED = "offered"
    CALLED_FOR = "asked of somebody"
    DENIED = "not done"
    SWALLOWED = "told by the governing verb already"
    ENDED = "brought to an end"


_BONDS = {
    Governs.DEED: Bond.SAME,
    Governs.PLAN: Bond.FUTURE,
    Governs.OFFER: Bond.OFFERED,
    Governs.INABILITY: Bond.DENIED,
    Governs.FAILURE: Bond.DENIED,
    Governs.REFUSAL: Bond.SWALLOWED,
    Governs.THREAT: Bond.SWALLOWED,
}
# Whose object does the deed: "urged B to", "allowed B to", "forced B to", "helped B to".
_OBJECT_CONTROL = {
    RelationType.REQUEST: Bond.CALLED_FOR,
    RelationType.CONCEDE: Bond.SAME,
    RelationType.COERCE: Bond.SAME,
    RelationType.AID: Bond.SAME,
    RelationType.COOPERATE: Bond.SAME,
    RelationType.ACCUSE: Bond.ACTUAL,
}
_REALIS = {
    Bond.ACTUAL: Realis.ACTUAL,
    Bond.FUTURE: Realis.FUTURE,
    Bond.OFFERED: Realis.OFFERED,
    Bond.CALLED_FOR: Realis.CALLED_FOR,
    Bond.DENIED: Realis.DENIED,
}


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb at word `at` that governs another; `controls` says whether its object does the deed."""

    at: int
    entry: VerbEntry
    bond: Bond
    controls: bool


def governor(sight: Sight, i: int) -> Governor | None:
    """Return what governs the verb at word `i`, None where it stands by itself."""
    forms = sight.scene.forms
    infinitive = is_infinitive(forms, i)
    if not infinitive and not forms[i].endswith("ing"):
        return None
    start = group_start(forms, i) - infinitive
    for j in range(start - 1, max(-1, start - _REACH), -1):
        if sight.scene.breaks[j] or forms[j] in (",", "and", "or"):
            return None
        reading = sight.chosen[j]
        if reading is None or not (reading.verb or forms[j] in words()["be"]):
            continue
        entry = meaning(forms, sight.chosen, j)
        if entry is None or (forms[j] in words()["have"] and entry.type is None):
            continue
        return _bound(sight, j, entry, infinitive=infinitive, adjacent=j == start - 1)
    return None


def _bound(sight: Sight, j: int, entry: VerbEntry, *, infinitive: bool, adjacent: bool) -> Governor | None:
    if adjacent and not infinitive and ends_deed(sight.scene.forms, sight.chosen, j):
        return Governor(j, entry, Bond.ENDED, False)
    if entry.type is None:
        bond = _BONDS.get(entry.governs, Bond.SAME if infinitive else None)
        return Governor(j, entry, bond, False) if bond and (infinitive or adjacent) else None
    if not infinitive:
        return None
    if entry.role is Role.PROMISE:
        return Governor(j, entry, Bond.FUTURE, False)
    if entry.type in (RelationType.THREATEN, RelationType.REJECT):
        return Governor(j, entry, Bond.SWALLOWED, False)
    bond = _OBJECT_CONTROL.get(entry.type)
    return Governor(j, entry, bond, not adjacent) if bond else Governor(j, entry, Bond.SAME, False)


def realis(sight: Sight, i: int, governed: Governor | None) -> Realis | None:
    """Return how real the deed at `i` is by its own verb group, or by what governs it; None where they are silent."""
    if governed is not None:
        if governed.bond in _REALIS:
            return _REALIS[governed.bond]
        return realis(sight, governed.at, governor(sight, governed.at))
    forms = sight.scene.forms
    group = forms[group_start(forms, i) : i]
    if negated(group):
        return Realis.DENIED
    if any(word in words()["duty"] for word in group):
        return Realis.CALLED_FOR
    if announced(group):
        return Realis.FUTURE
    if any(word in words()["possibility"] for word in group):
        return Realis.HYPOTHETICAL
    return Realis.ACTUAL if sight.is_verb(i, "past", "s") or group else None
