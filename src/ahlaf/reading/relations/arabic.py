"""From an Arabic trigger to its two parties: what the construction says, never mere nearness."""

from __future__ import annotations

from ahlaf.model import RelationType
from ahlaf.reading.relations.arabic_nouns import noun, participle
from ahlaf.reading.relations.arabic_subjects import antecedent, holder, relative_before, subject
from ahlaf.reading.relations.arabic_targets import concerned, interlocutor, target
from ahlaf.reading.relations.arabic_words import Reading
from ahlaf.reading.relations.discourse import Discourse, carried_subject, other_than, speaker_at
from ahlaf.reading.relations.found import Arguments, Find
from ahlaf.reading.relations.groups import chain
from ahlaf.reading.relations.lexicon import Entry, Kind, Role, words
from ahlaf.reading.relations.scene import Scene

_NEEDS_REACH = 5
_ATTITUDES = {RelationType.SUPPORT, RelationType.ACCUSE, RelationType.REJECT, RelationType.THREATEN}
_ADDRESSED = {RelationType.REQUEST, RelationType.THREATEN, RelationType.AGREE, RelationType.CONSULT}


def finds(scene: Scene, chosen: list[Reading | None], discourse: Discourse) -> list[Find]:
    """Return every relation that the triggers of an Arabic sentence make."""
    found: list[Find] = []
    for i, reading in enumerate(chosen):
        if reading is None:
            continue
        for entry in _candidates(scene, i, reading):
            if entry.type is RelationType.AGREE and _concluded(chosen, i):
                continue
            arguments = _arguments(scene, chosen, i, reading, entry, discourse)
            if arguments and arguments.sources and arguments.targets:
                found.append(Find(i, i, entry, arguments))
                break
    return found


def _concluded(chosen: list[Reading | None], i: int) -> bool:
    """Whether «الموقع», «المبرم» follows an agreement: it is then that word which says what was done."""
    following = (r for r in chosen[i + 1 : i + 1 + _NEEDS_REACH] if r is not None)
    return any(e.kind is Kind.PASSIVE and e.symmetric for r in following for e in r.entries)


def _candidates(scene: Scene, i: int, reading: Reading) -> list[Entry]:
    """The rows of the form whose needed words follow; rows that need something go first."""
    rows = sorted((e for e in reading.entries if e.type is not None), key=lambda e: not e.needs)
    return [e for e in rows if not e.needs or any(_follows(scene, i, need) for need in e.needs)]


def _follows(scene: Scene, i: int, need: str) -> bool:
    following = [t.normal for t in scene.tokens[i + 1 : i + 1 + _NEEDS_REACH]]
    parts = need.split()
    for j in range(len(following) - len(parts) + 1):
        if all(_begins(following[j + k], part) for k, part in enumerate(parts)):
            return True
    return False


def _begins(word: str, part: str) -> bool:
    return any(word.startswith(prefix + part) for prefix in ("", "ال", "و", "ب", "ل", "لل", "بال", "وال"))


def _arguments(
    scene: Scene, chosen: list[Reading | None], i: int, reading: Reading, entry: Entry, discourse: Discourse
) -> Arguments | None:
    if entry.role is Role.DEMAND:
        speaker = speaker_at(scene, i)
        sources = (speaker,) if speaker else ()
        return Arguments(sources, target(scene, chosen, i, i, entry, discourse, sources), "what the speaker demands")
    if entry.role is Role.BLAME:
        return _blame(scene, chosen, i, reading, entry, discourse)
    if entry.kind is Kind.VERB:
        return _verb(scene, chosen, i, reading, entry, discourse)
    if entry.kind is Kind.NOUN:
        return noun(scene, chosen, i, reading, entry, discourse)
    return participle(scene, chosen, i, entry, discourse)


def _verb(
    scene: Scene, chosen: list[Reading | None], i: int, reading: Reading, entry: Entry, discourse: Discourse
) -> Arguments | None:
    sources, after, rule = subject(scene, chosen, i, reading, discourse)
    if not sources:
        return None
    if entry.symmetric and len(sources) > 1:
        return Arguments(sources[:1], sources[1:], f"{rule}, together")
    targets: tuple[str, ...] = ()
    if reading.pronoun and i and scene.tokens[i - 1].normal in words("ar")["group"]:
        return None  # «دول اتهمها»: the pronoun takes up the group, and nobody says who that is
    if reading.pronoun and "obj" in entry.targets and not relative_before(scene, i):
        targets = other_than(scene, i, sources, discourse)
    elif reading.pronoun and "obj" in entry.targets:
        described = antecedent(scene, i)
        targets = described if described != sources else ()
    targets = targets or target(scene, chosen, i, after, entry, discourse, sources)
    cue = scene.cue[i]
    if not targets and cue is not None and cue.addressee_actor and entry.type in _ADDRESSED:
        targets = (cue.addressee_actor,)
    if not targets and entry.symmetric:
        targets = interlocutor(scene, i, sources)
    if not targets and entry.type in _ATTITUDES:
        targets = concerned(scene, chosen, after, sources)
        rule += ", to what the other does or has"
    return Arguments(sources, targets, rule)


def _blame(
    scene: Scene, chosen: list[Reading | None], i: int, reading: Reading, entry: Entry, discourse: Discourse
) -> Arguments | None:
    """A speaker who says that somebody does wrong accuses them."""
    speaker = speaker_at(scene, i) or holder(scene, chosen, i, discourse)
    if not speaker:
        return None
    if entry.kind is Kind.VERB:
        blamed, _, _ = subject(scene, chosen, i, reading, discourse)
    else:
        belongs = next(
            (k for k, p in enumerate(scene.phrases) if p.noun == i or (p.prep == "ل" and 0 < p.first - i <= 3)), None
        )
        blamed = chain(scene, belongs)[0] if belongs is not None else ()
        if not blamed and reading.pronoun:
            blamed = carried_subject(scene, i, discourse)
    return Arguments((speaker,), tuple(a for a in blamed if a != speaker), "blamed by the speaker")
