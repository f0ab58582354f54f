"""The two parties of Arabic verbal nouns, nouns of dealing and participles."""

from __future__ import annotations

from ahlaf.model import RelationType
from ahlaf.reading.relations.arabic_subjects import (
    accused,
    antecedent,
    clause_subject,
    free_phrase_after,
    relative_before,
    resumes,
)
from ahlaf.reading.relations.arabic_targets import between, interlocutor, other_clause, target
from ahlaf.reading.relations.arabic_triggers import is_verb
from ahlaf.reading.relations.arabic_words import Reading
from ahlaf.reading.relations.discourse import Discourse, carried_subject, content_start, possessor, real, speaker_at
from ahlaf.reading.relations.found import Arguments
from ahlaf.reading.relations.groups import chain
from ahlaf.reading.relations.lexicon import Entry, Kind, Role
from ahlaf.reading.relations.realis import called_for
from ahlaf.reading.relations.scene import Scene

_SUBJECT_REACH = 8
_ANTECEDENT_REACH = 4
_RELATIVE_REACH = 6  # words after a noun among which its relative clause begins
_DOER_REACH = 3  # words between a noun and the «ل» that marks its doer
_BOND_REACH = 4
_BIND = "ربط"  # the verb of «تربطها بها علاقات»
_KNOWN_THINGS = {RelationType.AGREE, RelationType.SANCTION}  # with the article: spoken of, not done by the subject


def noun(
    scene: Scene, chosen: list[Reading | None], i: int, reading: Reading, entry: Entry, discourse: Discourse
) -> Arguments | None:
    """Find the parties of a noun: its owner by idafa, adjective or pronoun, the other by preposition or «بين»."""
    bound = _bound(scene, chosen, i, entry, discourse)
    if bound:
        return bound
    owners, after, adjective = _owners(scene, chosen, i)
    pair = between(scene, chosen, after)
    if pair and entry.role is Role.MEDIATE:
        return Arguments(owners or _agent(scene, chosen, i, discourse), pair, "brings together")
    if pair:
        return Arguments(pair[:1], pair[1:], "noun with «بين»") if len(pair) > 1 else None
    if reading.pronoun and adjective and owners:
        return Arguments(possessor(scene, i, discourse), owners, "noun with a possessive pronoun")
    if entry.idafa == "place":
        owners = ()
    targets = target(scene, chosen, i, after, entry, discourse, owners)
    if targets and not owners and "ل" not in entry.targets:
        owners = next((real(p) for p in scene.phrases if p.prep == "ل" and 0 < p.first - i <= _DOER_REACH), ())
        owners = tuple(a for a in owners if a not in targets)
    if owners and targets:
        return Arguments(owners, targets, "noun with its doer and its other party")
    if len(owners) > 1 and entry.symmetric:
        return Arguments(owners[:1], owners[1:], "noun of two parties")
    if owners and (adjective or entry.idafa == "subject"):
        return Arguments(owners, interlocutor(scene, i, owners) if entry.symmetric else (), "noun with its doer")
    return _from_clause(scene, chosen, i, reading, entry, discourse, owners or targets)


def _owners(scene: Scene, chosen: list[Reading | None], i: int) -> tuple[tuple[str, ...], int, bool]:
    """Who owns the noun: (actors, the last token they take up, whether they stand as an adjective)."""
    belongs = next((k for k, p in enumerate(scene.phrases) if p.noun == i), None)
    if belongs is not None:
        actors, last = chain(scene, belongs)
        named = tuple(a for a in actors if not a.startswith("@"))
        return named, scene.phrases[last].last, scene.phrases[belongs].adjective
    for j in range(i + 1, min(i + _RELATIVE_REACH, len(scene.tokens) - 1)):
        if is_verb(scene, chosen, j):
            # «الغارات التي شنتها روسيا»: the relative's subject did it.
            other = chosen[j]
            resumed = (other is not None and other.pronoun) or scene.tokens[j].normal.endswith("ها")
            following = free_phrase_after(scene, chosen, j)
            if following is not None and (resumed or resumes(scene, j + 1)):
                actors, last = chain(scene, following)
                return tuple(a for a in actors if not a.startswith("@")), scene.phrases[last].last, True
            break
    return (), i, False


def _from_clause(
    scene: Scene,
    chosen: list[Reading | None],
    i: int,
    reading: Reading,
    entry: Entry,
    discourse: Discourse,
    targets: tuple[str, ...],
) -> Arguments | None:
    """The parties of a noun whose doer does not stand with it: a pronoun's owner, an agent, the clause's subject."""
    if reading.article and entry.type in _KNOWN_THINGS:
        return None
    sources: tuple[str, ...] = ()
    if reading.pronoun:
        speaker = speaker_at(scene, i)
        sources = possessor(scene, i, discourse)
        if reading.first_person:
            sources = (speaker,) if speaker else ()
        if not targets and entry.symmetric:
            beside = (real(p) for p in scene.phrases if not p.prep and p.noun < 0 and 0 < p.first - i <= 2)
            targets = next(beside, ())  # «لقائه وزير الخارجية»
        if not targets and entry.idafa == "object":
            return None
    sources = sources or _agent(scene, chosen, i, discourse)
    if not targets and reading.preposition == "ب" and _from_after(scene, i):
        targets = carried_subject(scene, i, discourse)
    if not targets and entry.symmetric:
        targets = interlocutor(scene, i, sources)
    if not targets and entry.symmetric and len(sources) > 1:
        return Arguments(sources[:1], sources[1:], "noun of the clause's two parties")
    sources = tuple(a for a in sources if a not in targets)
    if not sources and called_for(scene, i):
        speaker = speaker_at(scene, i)
        sources = (speaker,) if speaker else ()  # "called on B to cooperate with him": the caller takes part
    return Arguments(sources, targets, "noun, its doer from the clause")


def _agent(scene: Scene, chosen: list[Reading | None], i: int, discourse: Discourse) -> tuple[str, ...]:
    """Who does what a noun without its own doer says: «من X» after it, who has it, or the clause's subject."""
    for phrase in scene.phrases:
        if phrase.first > i and phrase.prep in ("من قبل", "من جانب") and phrase.first - i <= _SUBJECT_REACH:
            return real(phrase)
        if phrase.first > i and phrase.prep == "من" and phrase.first - i <= 2:
            return real(phrase)
        if phrase.last == i - 1 and phrase.prep in ("ل", "لدي"):
            return real(phrase)  # «لموسكو علاقات»
    blamed = accused(scene, chosen, i)
    if blamed:
        return blamed
    statement = scene.inner[i]
    if statement and statement.addressee_actor and called_for(scene, i):
        return (statement.addressee_actor,)
    return clause_subject(scene, chosen, i, discourse)


def _bound(scene: Scene, chosen: list[Reading | None], i: int, entry: Entry, discourse: Discourse) -> Arguments | None:
    """The parties of «X التي تربطها بـY علاقات»: the pronoun on the verb and whom «ب» or the relative names."""
    for j in range(max(0, i - _BOND_REACH), i):
        reading = chosen[j]
        if reading is None or not reading.pronoun or all(e.lemma != _BIND for e in reading.entries):
            continue
        relative = relative_before(scene, j)
        described = antecedent(scene, relative if relative is not None else j)
        named = next((real(p) for p in scene.phrases if p.prep in entry.targets and j < p.first < i + _BOND_REACH), ())
        if relative is None or named:
            return Arguments(described or carried_subject(scene, j, discourse), named, "bound by ties")
        statement = scene.inner[j]
        floor = content_start(scene, statement) if statement else 0
        free = [p for p in scene.phrases if floor <= p.first < j and not p.prep and p.noun < 0 and real(p)]
        owners = next((real(p) for p in free if not set(p.actors) & set(described)), ())
        return Arguments(owners or carried_subject(scene, floor, discourse), described, "bound by ties")
    return None


def _from_after(scene: Scene, i: int) -> bool:
    return any(p.prep == "من" and 0 < p.first - i <= 2 for p in scene.phrases)


def participle(
    scene: Scene, chosen: list[Reading | None], i: int, entry: Entry, discourse: Discourse
) -> Arguments | None:
    """Find the parties of a participle or adjective: the noun it describes, and whom it is marked to concern."""
    described = next((real(p) for p in reversed(scene.phrases) if p.last < i and i - p.last <= _ANTECEDENT_REACH), ())
    if entry.symmetric and "بين" in entry.targets:
        pair = between(scene, chosen, i)
        if len(pair) > 1:
            return Arguments(pair[:1], pair[1:], "participle with «بين»")
    other: tuple[str, ...] = ()
    for k, phrase in enumerate(scene.phrases):
        if phrase.first <= i:
            continue
        if phrase.first - i > _SUBJECT_REACH or other_clause(scene, chosen, i, phrase.first):
            break
        if phrase.prep in entry.targets or (phrase.noun == i and ("idafa" in entry.targets or "ل" in entry.targets)):
            other, _ = chain(scene, k)
            break
    if entry.kind is Kind.PASSIVE:
        return Arguments(other, described, "passive participle")
    return Arguments(described, other, "active participle")
