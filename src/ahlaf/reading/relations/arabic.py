"""From an Arabic trigger to its two parties: what the construction says, never mere nearness."""

from __future__ import annotations

from ahlaf.model import RelationType
from ahlaf.reading.relations.arabic_scene import is_verb
from ahlaf.reading.relations.arabic_words import Reading
from ahlaf.reading.relations.discourse import Discourse, acts, carried_subject, content_start, other_than, possessor, real, speaker_at
from ahlaf.reading.relations.found import Arguments, Find
from ahlaf.reading.relations.groups import chain
from ahlaf.reading.relations.lexicon import Entry, Kind, Role, words
from ahlaf.reading.relations.scene import Phrase, Scene

_REACH = 22  # words after a trigger among which its other party is looked for
_SUBJECT_REACH = 8
_DOER_REACH = 3  # words between a noun and the «ل» that marks its doer
_ANTECEDENT_REACH = 4
_NEEDS_REACH = 5
_KNOWN_THINGS = {RelationType.AGREE, RelationType.SANCTION}  # with the article: spoken of, not done by the subject
_SOME_VERB = Reading((), True)
_ATTITUDES = {RelationType.SUPPORT, RelationType.ACCUSE, RelationType.REJECT, RelationType.THREATEN}
_ADDRESSED = {RelationType.REQUEST, RelationType.THREATEN, RelationType.AGREE, RelationType.CONSULT}


def finds(scene: Scene, chosen: list[Reading | None], discourse: Discourse) -> list[Find]:
    """Return every relation that the triggers of an Arabic sentence make."""
    found: list[Find] = []
    for i, reading in enumerate(chosen):
        if reading is None:
            continue
        entry = _pick(scene, i, reading)
        if entry is None or (entry.type is RelationType.AGREE and _concluded(chosen, i)):
            continue
        arguments = _arguments(scene, chosen, i, reading, entry, discourse)
        if arguments and arguments.sources and arguments.targets:
            found.append(Find(i, i, entry, arguments))
    return found


def _concluded(chosen: list[Reading | None], i: int) -> bool:
    """Whether «الموقع», «المبرم» follows an agreement: it is then that word which says what was done."""
    following = (r for r in chosen[i + 1 : i + 1 + _NEEDS_REACH] if r is not None)
    return any(e.kind is Kind.PASSIVE and e.symmetric for r in following for e in r.entries)


def _pick(scene: Scene, i: int, reading: Reading) -> Entry | None:
    """The first row of the form whose needed words follow; rows that need something go first."""
    for entry in sorted(reading.entries, key=lambda e: not e.needs):
        if entry.type is None:
            continue
        if not entry.needs or any(_follows(scene, i, need) for need in entry.needs):
            return entry
    return None


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
    if entry.role is Role.BLAME:
        return _blame(scene, chosen, i, reading, entry, discourse)
    if entry.kind is Kind.VERB:
        return _verb(scene, chosen, i, reading, entry, discourse)
    if entry.kind is Kind.NOUN:
        return _noun(scene, chosen, i, reading, entry, discourse)
    return _participle(scene, chosen, i, entry, discourse)


def _verb(
    scene: Scene, chosen: list[Reading | None], i: int, reading: Reading, entry: Entry, discourse: Discourse
) -> Arguments | None:
    sources, after, rule = subject(scene, chosen, i, reading, discourse)
    if not sources:
        return None
    if entry.symmetric and len(sources) > 1:
        return Arguments(sources[:1], sources[1:], f"{rule}, together")
    targets: tuple[str, ...] = ()
    if reading.pronoun and "obj" in entry.targets and not _relative_before(scene, i):
        targets = other_than(scene, i, sources, discourse)
    elif reading.pronoun and "obj" in entry.targets:
        antecedent = _antecedent(scene, i)
        targets = antecedent if antecedent != sources else ()
    targets = targets or _target(scene, chosen, i, after, entry, discourse, sources)
    cue = scene.cue[i]
    if not targets and cue is not None and cue.addressee_actor and entry.type in _ADDRESSED:
        targets = (cue.addressee_actor,)
    if not targets and entry.symmetric:
        targets = _interlocutor(scene, i, sources)
    if not targets and entry.type in _ATTITUDES:
        targets = _concerned(scene, chosen, after, sources)
        rule += ", to what the other does or has"
    return Arguments(sources, targets, rule)


def _concerned(
    scene: Scene, chosen: list[Reading | None], after: int, sources: tuple[str, ...]
) -> tuple[str, ...]:
    """Whose thing an attitude is about («انتقدت الاتفاق مع إيران»): the first other actor in the object."""
    for k, phrase in enumerate(scene.phrases):
        if phrase.first <= after or phrase.prep == "في":
            continue
        if phrase.first - after > _SUBJECT_REACH or _clause_between(scene, chosen, after, phrase.first):
            return ()
        others = tuple(a for a in chain(scene, k)[0] if a not in sources and not a.startswith("@"))
        if others:
            return others
    return ()


def subject(
    scene: Scene, chosen: list[Reading | None], i: int, reading: Reading, discourse: Discourse
) -> tuple[tuple[str, ...], int, str]:
    """A verb's subject, the token after which its object may stand, and the construction."""
    cue = scene.cue[i]
    if cue is not None:
        if not cue.speaker_actor:
            return (), i, ""
        last = i
        if cue.speaker is not None and cue.speaker.start > cue.cue.start:
            last = max((j for j, t in enumerate(scene.tokens) if t.span.overlaps(cue.speaker)), default=i)
        return (cue.speaker_actor,), last, "the speaker"
    if reading.first_person:
        speaker = speaker_at(scene, i)
        return ((speaker,) if speaker else ()), i, "first person: the speaker"
    following = _free_phrase_after(scene, chosen, i)
    relative = _relative_before(scene, i)
    if relative:
        resumed = reading.pronoun or (i + 1 < len(scene.tokens) and _resumes(scene, i + 1))
        if following is not None and resumed:
            actors, last = chain(scene, following)
            return actors, scene.phrases[last].last, "relative clause, verb before subject"
        return _antecedent(scene, i), i, "relative clause: the noun it describes"
    if i and _word(scene, i - 1) in words("ar")["pronoun"]:
        return carried_subject(scene, i, discourse), i, "pronoun subject"
    if i and _word(scene, i - 1) in words("ar")["we"]:
        speaker = speaker_at(scene, i)
        return ((speaker,) if speaker else ()), i, "first person: the speaker"
    preceding = _free_phrase_before(scene, chosen, i)
    if preceding is not None and not reading.conjunction:
        actors = _chain_ending(scene, preceding)
        return actors, i, "subject before verb"
    if following is not None:
        actors, last = chain(scene, following)
        return actors, scene.phrases[last].last, "verb before subject"
    return carried_subject(scene, i, discourse), i, "dropped subject"


def _word(scene: Scene, i: int) -> str:
    word = scene.tokens[i].normal
    return word[1:] if len(word) > 2 and word[0] in "وف" and word not in words("ar")["whole"] else word


def _relative_before(scene: Scene, i: int) -> int | None:
    """The token of the relative pronoun whose clause the verb at `i` opens."""
    known = words("ar")
    for j in range(i - 1, max(-1, i - 4), -1):
        word = scene.tokens[j].normal
        if word in known["relative"] and word.startswith(("ال", "الل")):
            return j
        if word not in known["negation"] and word not in ("قد", "كان", "كانت"):
            return None
    return None


def _resumes(scene: Scene, i: int) -> bool:
    return any(p.start == i and p.actors == ("@other",) for p in scene.phrases)


def _antecedent(scene: Scene, i: int) -> tuple[str, ...]:
    for k in range(len(scene.phrases) - 1, -1, -1):
        phrase = scene.phrases[k]
        if phrase.last < i and not phrase.anaphor:
            near = i - phrase.last <= _ANTECEDENT_REACH + 1
            return _chain_ending(scene, k) if near else ()
    return ()


def _chain_ending(scene: Scene, k: int) -> tuple[str, ...]:
    """The actors of the chain that phrase `k` ends."""
    start = k
    while start and scene.phrases[start].linked and chain(scene, start - 1)[1] >= start:
        start -= 1
    return tuple(dict.fromkeys(a for p in scene.phrases[start : k + 1] for a in p.actors if not a.startswith("@")))


def _free_phrase_after(scene: Scene, chosen: list[Reading | None], i: int) -> int | None:
    """The first phrase after token `i` that no preposition governs, before any other clause begins."""
    for k, phrase in enumerate(scene.phrases):
        if phrase.first <= i:
            continue
        if phrase.first - i > _SUBJECT_REACH or _clause_between(scene, chosen, i, phrase.first):
            return None
        if not phrase.prep and phrase.noun < 0 and not phrase.asset and real(phrase):
            return k
    return None


def _free_phrase_before(scene: Scene, chosen: list[Reading | None], i: int) -> int | None:
    for k in range(len(scene.phrases) - 1, -1, -1):
        phrase = scene.phrases[k]
        if phrase.last >= i:
            continue
        if _clause_between(scene, chosen, phrase.last, i) or i - phrase.last > _SUBJECT_REACH:
            return None
        if scene.inner[phrase.start] is not scene.inner[i]:
            return None
        if not phrase.prep and phrase.noun < 0 and real(phrase):
            return k
    return None


def _clause_between(scene: Scene, chosen: list[Reading | None], left: int, right: int) -> bool:
    return any(scene.breaks[j] or is_verb(scene, chosen, j) for j in range(left + 1, right))


def _target(
    scene: Scene,
    chosen: list[Reading | None],
    i: int,
    after: int,
    entry: Entry,
    discourse: Discourse,
    sources: tuple[str, ...],
) -> tuple[str, ...]:
    """The other party: the first phrase after the trigger marked as the entry wants it, with those joined to it."""
    cue = scene.cue[i]
    for k, phrase in enumerate(scene.phrases):
        if phrase.first <= after or phrase.first <= i:
            continue
        if cue is not None and entry.type is RelationType.REQUEST and scene.inner[phrase.start] is cue:
            break  # what is called for is not who is called on
        if phrase.first - after > _REACH or _other_clause(scene, chosen, after, phrase.first):
            break
        direct = "obj" in entry.targets and not phrase.prep and (phrase.noun < 0 or phrase.noun > i)
        marked = phrase.prep in entry.targets and not _claimed(scene, chosen, i, phrase)
        if direct or marked:
            actors, _ = chain(scene, k)
            actors = tuple(a for a in actors if a not in sources)
            if "@other" in actors:
                return other_than(scene, phrase.start, sources, discourse)
            if actors:
                return actors
    return ()


def _other_clause(scene: Scene, chosen: list[Reading | None], left: int, right: int) -> bool:
    return any(
        scene.breaks[j] or (is_verb(scene, chosen, j) and scene.cue[j] is None) for j in range(left + 1, right)
    )


def _claimed(scene: Scene, chosen: list[Reading | None], i: int, phrase: Phrase) -> bool:
    """Whether a trigger between `i` and the phrase takes the same preposition and stands nearer."""
    for j in range(i + 1, phrase.first):
        reading = chosen[j]
        if reading is not None and any(phrase.prep in e.targets for e in reading.entries):
            return True
    return False


def _interlocutor(scene: Scene, i: int, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a speaker means by "together" without naming: the one spoken to."""
    statement = scene.inner[i]
    if statement is None or not statement.addressee_actor or statement.speaker_actor not in sources:
        return ()
    return (statement.addressee_actor,)


def _noun(
    scene: Scene, chosen: list[Reading | None], i: int, reading: Reading, entry: Entry, discourse: Discourse
) -> Arguments | None:
    belongs = next((k for k, p in enumerate(scene.phrases) if p.noun == i), None)
    owners: tuple[str, ...] = ()
    after = i
    adjective = False
    if belongs is not None:
        owners, last = chain(scene, belongs)
        owners = tuple(a for a in owners if not a.startswith("@"))
        after = scene.phrases[last].last
        adjective = scene.phrases[belongs].adjective
    pair = _between(scene, chosen, after)
    if pair:
        if entry.role is Role.MEDIATE:
            sources = owners or _agent(scene, chosen, i, reading, discourse)
            return Arguments(sources, pair, "brings together")
        return Arguments(pair[:1], pair[1:], "noun with «بين»") if len(pair) > 1 else None
    if reading.pronoun and adjective and owners:
        return Arguments(possessor(scene, i, discourse), owners, "noun with a possessive pronoun")
    if entry.idafa == "place":
        owners = ()
    targets = _target(scene, chosen, i, after, entry, discourse, owners)
    if targets and not owners and "ل" not in entry.targets:
        owners = next((real(p) for p in scene.phrases if p.prep == "ل" and 0 < p.first - i <= _DOER_REACH), ())
        owners = tuple(a for a in owners if a not in targets)
    if owners and targets:
        return Arguments(owners, targets, "noun with its doer and its other party")
    if len(owners) > 1 and entry.symmetric:
        return Arguments(owners[:1], owners[1:], "noun of two parties")
    if owners and (adjective or entry.idafa == "subject"):
        return Arguments(owners, _interlocutor(scene, i, owners) if entry.symmetric else (), "noun with its doer")
    if owners:
        targets, owners = owners, ()
    if reading.pronoun:
        owners = possessor(scene, i, discourse)
        if reading.first_person:
            speaker = speaker_at(scene, i)
            owners = (speaker,) if speaker else ()
        if not targets and entry.idafa == "object":
            return None
    sources = owners or _agent(scene, chosen, i, reading, discourse)
    if not targets and reading.preposition == "ب" and _from_after(scene, i):
        targets = carried_subject(scene, i, discourse)
    if not targets and entry.symmetric:
        targets = _interlocutor(scene, i, sources)
    if reading.article and entry.type in _KNOWN_THINGS:
        return None
    sources = tuple(a for a in sources if a not in targets)
    return Arguments(sources, targets, "noun, its doer from the clause")


def _from_after(scene: Scene, i: int) -> bool:
    return any(p.prep == "من" and 0 < p.first - i <= 2 for p in scene.phrases)


def _between(scene: Scene, chosen: list[Reading | None], after: int) -> tuple[str, ...]:
    """The parties of «بين X وY» after a noun, even where a clause stands between the two."""
    for k, phrase in enumerate(scene.phrases):
        if phrase.first <= after:
            continue
        if phrase.prep != "بين":
            if phrase.first - after > _SUBJECT_REACH:
                return ()
            continue
        if phrase.first - after > _SUBJECT_REACH or _clause_between(scene, chosen, after, phrase.first):
            return ()
        actors, last = chain(scene, k)
        if len(actors) > 1:
            return actors
        for other in scene.phrases[last + 1 :]:
            if (other.linked or other.prep == "بين") and not set(other.actors) & set(actors):
                return (*actors, *real(other))
        return ()
    return ()


def _agent(
    scene: Scene, chosen: list[Reading | None], i: int, reading: Reading, discourse: Discourse
) -> tuple[str, ...]:
    """Who does what a noun without its own doer says: «من X» after it, a verb on it, or the clause's subject."""
    for phrase in scene.phrases:
        if phrase.first > i and phrase.prep in ("من قبل", "من جانب") and phrase.first - i <= _SUBJECT_REACH:
            return real(phrase)
        if phrase.first > i and phrase.prep == "من" and phrase.first - i <= 2:
            return real(phrase)
    for j in range(i + 1, min(i + 6, len(scene.tokens) - 1)):
        if is_verb(scene, chosen, j):
            other = chosen[j]
            resumed = (other is not None and other.pronoun) or scene.tokens[j].normal.endswith("ها")
            following = _free_phrase_after(scene, chosen, j)
            if following is not None and (resumed or _resumes(scene, j + 1)):
                return chain(scene, following)[0]
            break
    statement = scene.inner[i]
    if statement and statement.addressee_actor and _called(scene, i):
        return (statement.addressee_actor,)
    return _clause_subject(scene, chosen, i, discourse)


def _clause_subject(scene: Scene, chosen: list[Reading | None], i: int, discourse: Discourse) -> tuple[str, ...]:
    """The subject of the clause that token `i` stands in: of its verb, of its noun of action, or who speaks it."""
    free: tuple[str, ...] = ()
    statement = scene.inner[i]
    floor = content_start(scene, statement) if statement else 0
    for j in range(i - 1, floor - 1, -1):
        if scene.inner[j] is not statement:
            continue
        phrase = next((p for p in scene.phrases if p.start == j and not p.anaphor), None)
        if phrase is not None and acts(scene, phrase):
            return real(phrase)
        if phrase is not None and not free and not phrase.prep and phrase.noun < 0:
            free = real(phrase)
        if free and (scene.breaks[j] or is_verb(scene, chosen, j)):
            return free
        if is_verb(scene, chosen, j):
            if _word(scene, j) in words("ar")["impersonal"]:
                return ()
            actors, last, _ = subject(scene, chosen, j, chosen[j] or _SOME_VERB, discourse)
            return actors if last < i else ()
        if scene.breaks[j]:
            break
    return free or carried_subject(scene, i, discourse, beyond_sentence=False)


def _called(scene: Scene, i: int) -> bool:
    from ahlaf.language import normal

    statement = scene.inner[i]
    return statement is not None and normal(statement.cue.of(scene.text)) in words("ar")["call_cue"]


def _participle(
    scene: Scene, chosen: list[Reading | None], i: int, entry: Entry, discourse: Discourse
) -> Arguments | None:
    described = next((real(p) for p in reversed(scene.phrases) if p.last < i and i - p.last <= _ANTECEDENT_REACH), ())
    if entry.symmetric and "بين" in entry.targets:
        pair = _between(scene, chosen, i)
        if len(pair) > 1:
            return Arguments(pair[:1], pair[1:], "participle with «بين»")
    other: tuple[str, ...] = ()
    for k, phrase in enumerate(scene.phrases):
        if phrase.first <= i:
            continue
        if phrase.first - i > _SUBJECT_REACH or _other_clause(scene, chosen, i, phrase.first):
            break
        if phrase.prep in entry.targets or (phrase.noun == i and ("idafa" in entry.targets or "ل" in entry.targets)):
            other, _ = chain(scene, k)
            break
    if entry.kind is Kind.PASSIVE:
        return Arguments(other, described, "passive participle")
    return Arguments(described, other, "active participle")


def _blame(
    scene: Scene, chosen: list[Reading | None], i: int, reading: Reading, entry: Entry, discourse: Discourse
) -> Arguments | None:
    """A speaker who says that somebody does wrong accuses them."""
    speaker = speaker_at(scene, i)
    if not speaker:
        return None
    if entry.kind is Kind.VERB:
        blamed, _, _ = subject(scene, chosen, i, reading, discourse)
    else:
        belongs = next((k for k, p in enumerate(scene.phrases) if p.noun == i or (p.prep == "ل" and 0 < p.first - i <= 3)), None)
        blamed = chain(scene, belongs)[0] if belongs is not None else ()
        if not blamed and reading.pronoun:
            blamed = carried_subject(scene, i, discourse)
    return Arguments((speaker,), tuple(a for a in blamed if a != speaker), "blamed by the speaker")
