"""From an Arabic trigger to its two parties: what the construction says, never mere nearness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ahlaf.codebook import plover
from ahlaf.model import ActorKind, RelationType
from ahlaf.reading.relations.arabic_nouns import above, by_event, noun, participle
from ahlaf.reading.relations.arabic_parse import Parse, needed, parse
from ahlaf.reading.relations.arabic_realis import realis
from ahlaf.reading.relations.arabic_subjects import antecedent, carried, subject
from ahlaf.reading.relations.arabic_targets import (
    between,
    claimed,
    concerned,
    interlocutor,
    opponent,
    other_than,
    pronoun_target,
    struck_place,
    target,
)
from ahlaf.reading.relations.arabic_words import Reading
from ahlaf.reading.relations.discourse import Discourse, speaker_at
from ahlaf.reading.relations.found import Arguments, Find
from ahlaf.reading.relations.groups import chain
from ahlaf.reading.relations.lexicon import AGENT, Entry, Kind, Role, words
from ahlaf.reading.relations.scene import Scene

_NEEDS_REACH = 6
_PARTNER_REACH = 9
_AGENT_REACH = 12
_PLAIN_MARKS = {"obj", "ب", "علي", "من", "عن", "ل"}
_INDIRECT = ", to what the other does or has"
_ATTITUDES = {RelationType.SUPPORT, RelationType.ACCUSE, RelationType.REJECT, RelationType.THREATEN, RelationType.AGREE}
_ADDRESSED = {RelationType.REQUEST, RelationType.THREATEN, RelationType.AGREE, RelationType.CONSULT}


def finds(
    scene: Scene, chosen: list[Reading | None], discourse: Discourse, kinds: Mapping[str, ActorKind]
) -> list[Find]:
    """Return every relation that the triggers of an Arabic sentence make."""
    p = parse(scene, chosen, discourse, kinds)
    found: list[Find] = []
    for i, reading in enumerate(chosen):
        if reading is None:
            continue
        best: Find | None = None
        for entry in _candidates(scene, i, reading):
            if entry.type is RelationType.AGREE and entry.kind is Kind.NOUN and _concluded(p, i):
                continue
            if entry.type is RelationType.RETREAT and _agreed(p, i):
                continue
            arguments = _arguments(p, i, reading, entry)
            if arguments and arguments.sources and arguments.targets:
                # A party that the verb itself marks goes before one that only stands in its object.
                if best is None or (best.arguments.rule.endswith(_INDIRECT) and not arguments.rule.endswith(_INDIRECT)):
                    typed = _typed(entry, arguments.becomes or _military(p, entry, arguments))
                    best = Find(i, i, typed, arguments, mode=realis(p, i, entry))
                if not arguments.rule.endswith(_INDIRECT):
                    break
        if best is not None:
            found.append(best)
    return found


def _military(p: Parse, entry: Entry, arguments: Arguments) -> RelationType | None:
    """Help that fighters give is given with arms."""
    if entry.type is not RelationType.SUPPORT or entry.lemma not in words("ar")["backing"]:
        return None
    kinds = {p.kinds.get(a) for a in arguments.sources}
    return RelationType.AID if kinds <= {ActorKind.ARMED_GROUP, ActorKind.COALITION} else None


def _agreed(p: Parse, i: int) -> bool:
    """Whether a truce only says what an agreement or talks are about («اتفاق وقف إطلاق النار»)."""
    before = p.chosen[i - 1] if i else None
    return before is not None and any(e.type in (RelationType.AGREE, RelationType.CONSULT) for e in before.entries)


def _typed(entry: Entry, type_: RelationType | None) -> Entry:
    """The entry with another type and that type's own code."""
    return entry if type_ is None else replace(entry, type=type_, cameo=plover()[type_].cameo)


def _concluded(p: Parse, i: int) -> bool:
    """Whether «الموقع», «المبرم» follows an agreement: it is then that word which says what was done."""
    chosen = p.chosen
    following = (r for r in chosen[i + 1 : i + 1 + _NEEDS_REACH] if r is not None)
    if any(
        e.kind is not Kind.NOUN and e.symmetric and e.type is RelationType.COOPERATE
        for r in following
        for e in r.entries
    ):
        return True
    for j in range(max(0, i - 1 - _NEEDS_REACH), i):
        before = chosen[j]
        if before is not None and any(
            e.symmetric and e.needs and needed(p.scene, j, e) >= i - 1 for e in before.entries
        ):
            return True
    return False


def _candidates(scene: Scene, i: int, reading: Reading) -> list[Entry]:
    """The rows of the form whose needed words follow; rows that need something go first."""
    rows = sorted((e for e in reading.entries if e.type is not None), key=lambda e: not e.needs)
    if reading.verb and reading.pronoun:
        # Only a verb with an object takes a pronoun; those in «ت» and «ان» have none.
        rows = [e for e in rows if "obj" in e.targets or not e.lemma.startswith(("ت", "ان"))]
    return [e for e in rows if needed(scene, i, e) >= 0]


def _arguments(p: Parse, i: int, reading: Reading, entry: Entry) -> Arguments | None:
    if entry.role is Role.DEMAND:
        speaker = speaker_at(p.scene, i)
        sources = (speaker,) if speaker else ()
        return Arguments(sources, target(p, i, i, entry, sources), "what the speaker demands")
    if entry.role in (Role.BLAME, Role.PRAISE):
        return _blame(p, i, reading, entry)
    if entry.kind is Kind.VERB:
        return _verb(p, i, reading, entry)
    if entry.kind is Kind.NOUN:
        return noun(p, i, reading, entry)
    return participle(p, i, reading, entry)


def _verb(p: Parse, i: int, reading: Reading, entry: Entry) -> Arguments | None:
    found = subject(p, i)
    sources, after, rule = found.actors, max(found.last, i), found.rule
    if by := _agent_of_passive(p, i, entry):
        return Arguments(by, tuple(a for a in (found.objects or sources) if a not in by), "passive verb with its agent")
    if entry.symmetric and len(pair := between(p, i, entry.targets, entry)) > 1:
        return Arguments(pair[:1], pair[1:], "verb with «بين»")
    if not sources:
        return None
    if "obj" in entry.targets and "\u064f" in p.text(i)[1:2] and p.text(i)[0] not in "يت":
        return None  # «أُرغم»: who did it is not said
    if entry.symmetric and len(sources) > 1:
        return Arguments(sources[:1], sources[1:], f"{rule}, together")
    targets: tuple[str, ...] = ()
    if entry.type is RelationType.ASSAULT and p.lemma_in(i, "harm") and not target(p, i, after, entry, sources):
        struck = by_event(p, i)
        return Arguments(tuple(a for a in struck if a not in sources), sources, "struck in the other's attack")
    if reading.pronoun and i and p.scene.tokens[i - 1].normal in words("ar")["group"]:
        return None  # «دول اتهمها»: the pronoun takes up the group, and nobody says who that is
    if reading.pronoun and "obj" in entry.targets:
        if found.rule.startswith("relative"):
            targets = tuple(a for a in found.objects if a not in sources)
        else:
            targets = other_than(p, i, sources)
    targets = targets or target(p, i, after, entry, sources)
    if not targets and after > i and rule == "verb before subject":
        targets = _object_only(p, i, entry, sources)
        if targets:
            sources, targets = targets, sources
    cue = p.scene.cue[i]
    addressed = cue is not None and cue.addressee_actor and cue.addressee_actor not in sources
    if not targets and cue is not None and addressed and entry.type in _ADDRESSED:
        targets = (cue.addressee_actor or "",)
    if not targets and entry.type is RelationType.REQUEST:
        targets = _partner(p, after, sources)
    if not targets and entry.symmetric:
        targets = interlocutor(p, i, sources)
    if not targets and (
        (entry.type is RelationType.COERCE and "علي" in entry.targets)
        or (entry.type is RelationType.ASSAULT and p.armed(sources))
    ):
        targets = struck_place(p, i, sources)
    if not targets and entry.type is RelationType.COERCE and "علي" in entry.targets:
        targets = opponent(p, i, sources)
    if not targets and entry.type in _ATTITUDES and set(entry.targets) & _PLAIN_MARKS:
        targets = pronoun_target(p, i, after, entry, sources) or concerned(p, after, sources)
        rule += _INDIRECT
    return Arguments(sources, targets, rule)


def _agent_of_passive(p: Parse, i: int, entry: Entry) -> tuple[str, ...]:
    """Who does what a passive verb tells, where it is said («يهدد بالقتل من قبل»)."""
    if "obj" not in entry.targets:
        return ()
    for k, phrase in enumerate(p.phrases):
        if phrase.first > i and phrase.prep in AGENT[1:-1]:
            if phrase.first - i > _AGENT_REACH or p.closed(i, phrase.first) or claimed(p, i, k):
                return ()
            return p.actors(k)
    return ()


def _partner(p: Parse, after: int, sources: tuple[str, ...]) -> tuple[str, ...]:
    """With whom that is to be done what is called for without saying on whom: «دعا إلى تعاون مع أنقرة»."""
    for k, phrase in enumerate(p.phrases):
        if phrase.first > after and phrase.prep == "مع":
            near = phrase.first - after <= _PARTNER_REACH and not p.closed(after, phrase.first)
            near = near and not p.commas(after, phrase.first)
            return tuple(a for a in p.actors(k) if a not in sources) if near else ()
    return ()


def _object_only(p: Parse, i: int, entry: Entry, named: tuple[str, ...]) -> tuple[str, ...]:
    """Who does it where the only phrase after «و» and the verb is its object: «والتقى الرئيس المصري»."""
    if "obj" not in entry.targets or not p.joined(i) or entry.type is not RelationType.CONSULT:
        return ()
    return tuple(a for a in carried(p, i) if a not in named)


def _blame(p: Parse, i: int, reading: Reading, entry: Entry) -> Arguments | None:
    """A speaker who says that somebody does wrong accuses them; one who praises what they do stands by them."""
    speaker = speaker_at(p.scene, i) or _holder(p, i)
    if not speaker and entry.kind is Kind.NOUN and len(teller := above(p, i, entry)) == 1:
        speaker = teller[0]
    if not speaker:
        return None
    if entry.kind is Kind.VERB:
        blamed = subject(p, i).actors
    elif entry.kind is Kind.NOUN and entry.idafa == "subject":
        belongs = next(
            (k for k, ph in enumerate(p.phrases) if ph.noun == i or (ph.prep == "ل" and 0 < ph.first - i <= 3)), None
        )
        blamed = chain(p.scene, belongs)[0] if belongs is not None else ()
        if not blamed and reading.pronoun:
            blamed = carried(p, i)
    elif entry.kind is Kind.NOUN:
        blamed = carried(p, i) if reading.pronoun else above(p, i, entry)
    else:
        blamed = antecedent(p, i)
    return Arguments(
        (speaker,),
        tuple(a for a in blamed if a != speaker and a[0] != "@"),
        "praised by the speaker" if entry.role is Role.PRAISE else "blamed by the speaker",
    )


def _holder(p: Parse, i: int) -> str | None:
    """Who holds what is said at `i`, where no statement was found: the subject of a verb of opinion before it."""
    if p.scene.inner[i] is not None:
        return None
    for j in range(i - 1, -1, -1):
        reading = p.chosen[j]
        if reading is not None and reading.verb and any(e.lemma in words("ar")["opinion"] for e in reading.entries):
            actors = subject(p, j).actors
            return actors[0] if len(actors) == 1 else None
    return None
