"""From an English trigger to its two parties: what the construction says, never mere nearness."""

from __future__ import annotations

from dataclasses import replace

from ahlaf.codebook import plover
from ahlaf.model import Realis, RelationType
from ahlaf.reading.relations.english.control import Bond, Governor, governor, realis
from ahlaf.reading.relations.english.discourse import Discourse, real
from ahlaf.reading.relations.english.found import Arguments, Find
from ahlaf.reading.relations.english.lexicon import Entry, Role, words
from ahlaf.reading.relations.english.objects import meaning
from ahlaf.reading.relations.english.places import any_party, marked, target
from ahlaf.reading.relations.english.subjects import blamed_for, is_passive, subject
from ahlaf.reading.relations.english.triggers import Sight, pick
from ahlaf.reading.relations.english.words import Reading
from ahlaf.reading.relations.scene import Scene, speaker_at

_VERB_REACH = 9  # words before a noun among which the verb stands that acts upon it
_OF_OTHERS = {RelationType.ACCUSE, RelationType.SUPPORT, RelationType.REQUEST}
_ADDRESSED = {RelationType.REQUEST, RelationType.THREATEN, RelationType.AGREE, RelationType.REJECT}


def finds(scene: Scene, chosen: list[Reading | None], discourse: Discourse) -> list[Find]:
    """Return every relation that the triggers of an English sentence make."""
    sight = Sight(scene, chosen, discourse)
    return [find for i in range(len(chosen)) if (find := _find(sight, i)) is not None]


def _find(sight: Sight, i: int) -> Find | None:
    entry = pick(sight, i)
    if entry is None:
        return None
    governed = governor(sight, i) if sight.is_verb(i) else None
    if governed is not None and governed.bond is Bond.SWALLOWED:
        return None
    if entry.role in (Role.BLAME, Role.DEMAND):
        arguments = _held_against(sight, i, entry)
    elif sight.is_verb(i):
        arguments = _verb(sight, i, entry, governed)
    else:
        arguments = _noun(sight, i, entry)
    if not arguments or not arguments.sources or not arguments.targets:
        return None
    if governed is not None and governed.bond is Bond.ENDED:
        entry = _ended(entry)
    how_real = realis(sight, i, governed) if sight.is_verb(i) and entry.role is not Role.DEMAND else None
    if not sight.is_verb(i) and _governing(sight, i) is RelationType.REJECT:
        how_real = Realis.DENIED
    return Find(i, i, entry, arguments, realis=how_real)


def _governing(sight: Sight, i: int) -> RelationType | None:
    """The type of the verb that acts upon the noun at `i`: "rejected cooperation with B", "condemned attacks on B"."""
    for j in range(i - 1, max(-1, i - _VERB_REACH), -1):
        scene = sight.scene
        if scene.breaks[j] or (scene.inner[j] is not scene.inner[i] and scene.cue[j] is None):
            return None
        if sight.is_verb(j):
            meant = meaning(sight.scene.forms, sight.chosen, j)
            return meant.type if meant is not None else None
    return None


def _ended(entry: Entry) -> Entry:
    """What it is to stop doing it: hostile deeds end in retreat, friendly ones in a sanction."""
    assert entry.type is not None
    ends = RelationType.SANCTION if plover()[entry.type].sign > 0 else RelationType.RETREAT
    return replace(entry, type=ends, cameo=plover()[ends].cameo)


def _verb(sight: Sight, i: int, entry: Entry, governed: Governor | None) -> Arguments | None:
    scene = sight.scene
    agent = marked(sight, i, ("by",))
    reduced = i + 1 < len(scene.tokens) and scene.forms[i + 1] == "by"
    if is_passive(sight, i) or (agent and reduced and sight.is_verb(i, "past")):
        sufferer = subject(sight, i)
        return Arguments(agent, sufferer, "passive") if agent and sufferer != agent else None
    cue = scene.cue[i]
    sources = subject(sight, i, governed)
    if cue is not None and cue.speaker_actor and cue.speaker_actor not in sources:
        sources = (cue.speaker_actor,)
    if entry.symmetric and len(sources) > 1:
        return Arguments(sources[:1], sources[1:], "subject and verb, together")
    targets = target(sight, i, entry, sources)
    if not targets and cue is not None and cue.addressee_actor and entry.type in _ADDRESSED:
        targets = (cue.addressee_actor,)
    if not targets and entry.type in _ADDRESSED and "to" in scene.forms[i + 1 : i + 2]:
        # "threatened to cut ties with B": the threat is to whom the deed would be done.
        targets = tuple(a for a in any_party(sight, i) if a not in sources)
    return Arguments(sources, targets, "subject, verb, object")


def _noun(sight: Sight, i: int, entry: Entry) -> Arguments | None:
    scene = sight.scene
    owners = tuple(dict.fromkeys(a for p in scene.phrases if p.noun == i for a in real(p)))
    pair = marked(sight, i, ("between", "among"))
    if len(pair) > 1:
        if entry.role is Role.MEDIATE:
            return Arguments(owners or subject(sight, i), pair, "brings together")
        return Arguments(pair[:1], pair[1:], 'noun with "between"')
    if len(owners) > 1 and entry.symmetric:
        return Arguments(owners[:1], owners[1:], "noun of two parties")
    targets = marked(sight, i, entry.targets)
    possessive = i and scene.forms[i - 1] in words()["possessive"]
    if not owners and "of" not in entry.targets:
        owners = marked(sight, i, ("of",)) if entry.idafa == "subject" else ()
    if not owners and possessive and scene.forms[i - 1] in words()["we"]:
        speaker = speaker_at(scene, i)
        owners = (speaker,) if speaker else ()
    sources = owners or marked(sight, i, ("by",))
    free = not sources and not possessive and not entry.symmetric and not blamed_for(sight, i)
    if free and _governing(sight, i) in _OF_OTHERS:
        return None  # who condemns a bombing has not bombed
    sources = sources or subject(sight, i)
    if not targets and entry.symmetric and len(sources) > 1:
        return Arguments(sources[:1], sources[1:], "noun of the clause's two parties")
    sources = tuple(a for a in sources if a not in targets)
    return Arguments(sources, targets, "noun, its doer and its other party")


def _held_against(sight: Sight, i: int, entry: Entry) -> Arguments | None:
    """A speaker who says that somebody does wrong accuses them; one who says what they must do demands it."""
    speaker = speaker_at(sight.scene, i)
    if not speaker or blamed_for(sight, i):
        return None  # "accused B of arming C": that B is accused has been said
    other = tuple(a for a in subject(sight, i) if a != speaker)
    rule = "blamed by the speaker" if entry.role is Role.BLAME else "what the speaker demands"
    return Arguments((speaker,), other, rule)
