"""The names in an Arabic sentence that tell a country or a part: the gazetteer's, and those of `event_names_ar.csv`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ahlaf import actors
from ahlaf.actors import NameKind, Naming
from ahlaf.actors.clitics import readings as clitics
from ahlaf.model import ActorKind
from ahlaf.reading.coding.coded import country as country_of
from ahlaf.reading.coding.event_lexicon import other_names

GOVERNMENT = "GOV"
_LONGEST_NAME = 5
_NAMES = frozenset({NameKind.NAME, NameKind.DEMONYM, NameKind.ORGAN, NameKind.SEAT, NameKind.MEMBERS, NameKind.PERSON})


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the sentence: whom it means and tells, how many letters are glued before it, the word after it."""

    actor: str | None
    country: str | None
    role: str | None
    prefix: int
    end: int
    state: bool = False
    own: bool = False


def names_in(found: Sequence[str]) -> Mapping[int, Name]:
    """The names in a sentence, by each word that begins one: those of the gazetteer and those that tell a country."""
    index = actors.gazetteer().index
    names: dict[int, Name] = {}
    i = 0
    while i < len(found):
        match = index.match(found, i)
        usable = [n for n in match.namings if n.lang == "ar" and _counts_as_name(n)] if match else []
        other = _other_name(found, i)
        if other and not (match and usable and match.end >= other[1]):
            names[i] = other[0]
            i = other[1]
        elif match and usable:
            names[i] = _known(usable[0], match.prefix, match.end)
            i = match.end
        else:
            i += 1
    return names


def _other_name(found: Sequence[str], i: int) -> tuple[Name, int] | None:
    """The longest name of `event_names_ar.csv` that begins at word `i`, and the word after it."""
    for prefix, stem in clitics(found[i]):
        for length in range(_LONGEST_NAME, 0, -1):
            key = (stem, *found[i + 1 : i + length])
            name = other_names().get(key) or other_names().get((*key[:-1], key[-1].removesuffix("ا")))
            if name and i + length <= len(found):
                return Name(None, name.country, name.role, prefix, i + length), i + length
    return None


def _known(naming: Naming, prefix: int, end: int) -> Name:
    """What a name of the gazetteer tells: persons and seats of government govern, armed groups rebel."""
    known = actors.gazetteer()
    actor = naming.actor or known.persons[naming.person].term(None).actor
    kind = known.actors[actor].kind
    if naming.kind in (NameKind.PERSON, NameKind.SURNAME, NameKind.ORGAN, NameKind.SEAT):
        role = GOVERNMENT if kind is ActorKind.STATE else None
    else:
        role = {ActorKind.ARMED_GROUP: "REB", ActorKind.OPPOSITION: "OPP"}.get(kind)
    state = kind is ActorKind.STATE
    return Name(actor, country_of(actor), role, prefix, end, state, naming.kind is NameKind.NAME)


def _counts_as_name(naming: Naming) -> bool:
    if naming.kind is NameKind.SURNAME:
        return actors.gazetteer().persons[naming.person].known
    return naming.kind in _NAMES
