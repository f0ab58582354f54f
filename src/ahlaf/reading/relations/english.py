"""From an English trigger to its two parties: what the construction says, never mere nearness."""

from __future__ import annotations

from ahlaf.model import RelationType
from ahlaf.reading.relations.discourse import Discourse, carried_subject, dateline, real, speaker_at
from ahlaf.reading.relations.english_objects import meaning
from ahlaf.reading.relations.english_words import Reading
from ahlaf.reading.relations.found import Arguments, Find
from ahlaf.reading.relations.groups import chain, chain_ending
from ahlaf.reading.relations.lexicon import Entry, Role, words
from ahlaf.reading.relations.realis import called_for
from ahlaf.reading.relations.scene import Scene

_REACH = 14  # words after a trigger among which its other party is looked for
_SUBJECT_REACH = 16
_BLAMED_REACH = 5  # words between "for" and the deed that somebody is blamed for
_NEEDS_BEFORE = 3
_ADDRESSED = {RelationType.REQUEST, RelationType.THREATEN, RelationType.AGREE}


def finds(scene: Scene, chosen: list[Reading | None], discourse: Discourse) -> list[Find]:
    """Return every relation that the triggers of an English sentence make."""
    found: list[Find] = []
    for i, reading in enumerate(chosen):
        if reading is None:
            continue
        entry = _pick(scene, chosen, i, reading)
        if entry is None:
            continue
        if entry.role in (Role.BLAME, Role.DEMAND):
            arguments = _held_against(scene, chosen, i, entry, discourse)
        elif reading.verb:
            arguments = _verb(scene, chosen, i, reading, entry, discourse)
        else:
            arguments = _noun(scene, chosen, i, entry, discourse)
        if arguments and arguments.sources and arguments.targets:
            found.append(Find(i, i, entry, arguments))
    return found


def _pick(scene: Scene, chosen: list[Reading | None], i: int, reading: Reading) -> Entry | None:
    """The entry that the trigger at token `i` has here, None where it carries no relation."""
    if reading.verb:
        meant = meaning(scene.forms, chosen, i)
        return meant if meant and meant.type is not None and meant.role is not Role.IDLE else None
    near = scene.forms[max(0, i - _NEEDS_BEFORE) : i]
    for entry in sorted(reading.entries, key=lambda e: not e.needs):
        if not entry.needs or any(form.startswith(entry.needs) for form in near):
            return entry
    return None


def _verb(
    scene: Scene, chosen: list[Reading | None], i: int, reading: Reading, entry: Entry, discourse: Discourse
) -> Arguments | None:
    agent = _marked(scene, chosen, i, ("by",))
    if "past" in reading.forms and (_passive(scene, i) or (agent and _reduced(scene, i))):
        sufferer = _subject(scene, chosen, i, discourse)
        return Arguments(agent, sufferer, "passive") if agent and sufferer != agent else None
    cue = scene.cue[i]
    sources = _subject(scene, chosen, i, discourse)
    if cue is not None and cue.speaker_actor and cue.speaker_actor not in sources:
        sources = (cue.speaker_actor,)
    if entry.symmetric and len(sources) > 1:
        return Arguments(sources[:1], sources[1:], "subject and verb, together")
    targets = _target(scene, chosen, i, entry, sources)
    if not targets and cue is not None and cue.addressee_actor and entry.type in _ADDRESSED:
        targets = (cue.addressee_actor,)
    if not targets and entry.type in _ADDRESSED and i + 1 < len(scene.tokens) and scene.tokens[i + 1].normal == "to":
        # "threatened to cut ties with B": the threat is to whom the deed would be done.
        targets = tuple(a for a in _any_party(scene, chosen, i) if a not in sources)
    return Arguments(sources, targets, "subject, verb, object")


def _any_party(scene: Scene, chosen: list[Reading | None], i: int) -> tuple[str, ...]:
    """The first phrase after token `i` in its clause, however it is marked."""
    for k, phrase in enumerate(scene.phrases):
        if phrase.first <= i:
            continue
        if phrase.first - i > _REACH or _clause_between(scene, chosen, i, phrase.first):
            return ()
        return tuple(a for a in chain(scene, k)[0] if not a.startswith("@"))
    return ()


def _passive(scene: Scene, i: int) -> bool:
    return any(t.normal in words("en")["passive"] for t in scene.tokens[max(0, i - 3) : i])


def _reduced(scene: Scene, i: int) -> bool:
    return i + 1 < len(scene.tokens) and scene.tokens[i + 1].normal == "by"


def _subject(scene: Scene, chosen: list[Reading | None], i: int, discourse: Discourse) -> tuple[str, ...]:
    """The nearest phrase before the verb that no preposition governs, on the same level of speech."""
    statement = scene.inner[i]
    if statement and statement.addressee_actor and called_for(scene, i):
        return (statement.addressee_actor,)
    if i > 1 and scene.tokens[i - 1].normal == "and":
        # "praised Syria and thanked Iran": the second verb shares the first one's subject.
        earlier = next((j for j in range(i - 2, -1, -1) if (r := chosen[j]) is not None and r.verb), None)
        if earlier is not None:
            return _subject(scene, chosen, earlier, discourse)
    blamed = _blamed_for(scene, chosen, i)
    if blamed:
        return blamed
    relative = i and any(t.normal in ("which", "who", "that") for t in scene.tokens[max(0, i - 3) : i])
    for k in range(len(scene.phrases) - 1, -1, -1):
        phrase = scene.phrases[k]
        if phrase.last >= i or i - phrase.last > _SUBJECT_REACH:
            continue
        if scene.inner[phrase.start] is not statement:
            continue
        if (not phrase.prep or relative) and phrase.noun < 0 and real(phrase) and not dateline(scene, phrase):
            return chain_ending(scene, k)
    if statement is not None and statement.speaker_actor and not relative:
        return (statement.speaker_actor,)
    return () if relative else carried_subject(scene, i, discourse, beyond_sentence=False)


def _blamed_for(scene: Scene, chosen: list[Reading | None], i: int) -> tuple[str, ...]:
    """Who is blamed for the deed at token `i`: "criticised B for arming C", "accused B of its support for C"."""
    if not any(t.normal in words("en")["blamed_for"] for t in scene.tokens[max(0, i - _BLAMED_REACH) : i]):
        return ()
    for j in range(i - 1, max(-1, i - _SUBJECT_REACH), -1):
        if scene.breaks[j]:
            return ()
        reading = chosen[j]
        entry = _pick(scene, chosen, j, reading) if reading is not None and reading.verb else None
        if entry is not None and entry.type is RelationType.ACCUSE:
            return _target(scene, chosen, j, entry, ())
    return ()


def _target(
    scene: Scene, chosen: list[Reading | None], i: int, entry: Entry, sources: tuple[str, ...]
) -> tuple[str, ...]:
    """The other party: the first phrase after the verb marked as the entry wants it, with those joined to it."""
    if "that" in entry.targets:  # "demanded that B withdraw"
        i += next((n for n in (1, 2) if i + n < len(scene.tokens) and scene.tokens[i + n].normal == "that"), 0)
    for k, phrase in enumerate(scene.phrases):
        if phrase.first <= i:
            continue
        if phrase.first - i > _REACH or _clause_between(scene, chosen, i, phrase.first):
            return ()
        direct = "obj" in entry.targets and not phrase.prep
        if direct and _infinitive_between(scene, chosen, i, phrase.first):
            return ()
        if direct or phrase.prep in entry.targets:
            actors = tuple(a for a in chain(scene, k)[0] if a not in sources and not a.startswith("@"))
            if actors:
                return actors
    return ()


def _infinitive_between(scene: Scene, chosen: list[Reading | None], left: int, right: int) -> bool:
    """Whether a verb with "to" stands between: what follows is its object («backed the efforts to defeat B»)."""
    return any(
        scene.tokens[j].normal == "to" and (reading := chosen[j + 1]) is not None and reading.verb
        for j in range(left + 1, right - 1)
    )


def _clause_between(scene: Scene, chosen: list[Reading | None], left: int, right: int) -> bool:
    for j in range(left + 1, right):
        reading = chosen[j]
        if scene.breaks[j] or (reading is not None and reading.verb and not reading.forms.isdisjoint({"past", "s"})):
            return True
    return False


def _marked(scene: Scene, chosen: list[Reading | None], i: int, prepositions: tuple[str, ...]) -> tuple[str, ...]:
    for k, phrase in enumerate(scene.phrases):
        if phrase.first <= i:
            continue
        if phrase.first - i > _REACH or _clause_between(scene, chosen, i, phrase.first):
            return ()
        if phrase.prep in prepositions:
            return tuple(a for a in chain(scene, k)[0] if not a.startswith("@"))
    return ()


def _noun(scene: Scene, chosen: list[Reading | None], i: int, entry: Entry, discourse: Discourse) -> Arguments | None:
    owners = tuple(dict.fromkeys(a for p in scene.phrases if p.noun == i for a in real(p)))
    pair = _marked(scene, chosen, i, ("between", "among"))
    if len(pair) > 1:
        if entry.role is Role.MEDIATE:
            return Arguments(owners or _subject(scene, chosen, i, discourse), pair, "brings together")
        return Arguments(pair[:1], pair[1:], 'noun with "between"')
    if len(owners) > 1 and entry.symmetric:
        return Arguments(owners[:1], owners[1:], "noun of two parties")
    targets = _marked(scene, chosen, i, entry.targets)
    possessive = i and scene.tokens[i - 1].normal in words("en")["possessive"]
    if not owners and "of" not in entry.targets:
        owners = _marked(scene, chosen, i, ("of",)) if entry.idafa == "subject" else ()
    if not owners and possessive and scene.tokens[i - 1].normal in words("en")["we"]:
        speaker = speaker_at(scene, i)
        owners = (speaker,) if speaker else ()
    sources = owners or _marked(scene, chosen, i, ("by",)) or _subject(scene, chosen, i, discourse)
    if not targets and entry.symmetric and len(sources) > 1:
        return Arguments(sources[:1], sources[1:], "noun of the clause's two parties")
    sources = tuple(a for a in sources if a not in targets)
    return Arguments(sources, targets, "noun, its doer and its other party")


def _held_against(
    scene: Scene, chosen: list[Reading | None], i: int, entry: Entry, discourse: Discourse
) -> Arguments | None:
    """A speaker who says that somebody does wrong accuses them; one who says what they must do demands it."""
    speaker = speaker_at(scene, i)
    if not speaker or _blamed_for(scene, chosen, i):
        return None  # "accused B of arming C": that B is accused has been said
    other = tuple(a for a in _subject(scene, chosen, i, discourse) if a != speaker)
    rule = "blamed by the speaker" if entry.role is Role.BLAME else "what the speaker demands"
    return Arguments((speaker,), other, rule)
