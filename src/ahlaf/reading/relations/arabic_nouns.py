"""The two parties of Arabic verbal nouns, nouns of dealing and participles."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model import RelationType
from ahlaf.reading.relations.arabic_parse import Parse, preposition
from ahlaf.reading.relations.arabic_subjects import acts, carried, possessor, relative_before, subject
from ahlaf.reading.relations.arabic_targets import (
    between,
    concerned,
    interlocutor,
    opponent,
    other_than,
    pronoun_target,
    struck_place,
    target,
    through_noun,
    within_marked,
)
from ahlaf.reading.relations.arabic_words import Reading, proclitics
from ahlaf.reading.relations.discourse import content_start, real, speaker_at
from ahlaf.reading.relations.found import Arguments
from ahlaf.reading.relations.groups import chain, pair_before
from ahlaf.reading.relations.lexicon import AGENT, Entry, Kind, Role, words

_AGENT_REACH = 10
_GIVEN_REACH = 6  # words between help and «من» that marks who gives it
_RIGHT = 24
_PAIR = 2
_RELATIVE_REACH = 7  # words after a noun among which its relative clause begins
_DOER_REACH = 3  # words between a noun and the «ل» that marks its doer
_ANTECEDENT_REACH = 4
_KNOWN_THINGS = {RelationType.AGREE, RelationType.SANCTION}  # with the article: spoken of, not done by the subject
_ATTITUDES = {RelationType.SUPPORT, RelationType.ACCUSE, RelationType.REJECT, RelationType.THREATEN}
_BY_OBJECT = {RelationType.REQUEST, RelationType.ACCUSE}  # whom the object of the verb above does it
_HARM = {RelationType.ASSAULT, RelationType.COERCE}
_TOGETHER = {RelationType.COOPERATE, RelationType.CONSULT, RelationType.AGREE}
_VERBAL = {RelationType.AGREE}
_JUDGED = {RelationType.REJECT, RelationType.ACCUSE}


@dataclass(frozen=True, slots=True)
class Owners:
    """Who owns a noun, the last token they take up, and whether they do rather than suffer it (adjective, relative)."""

    actors: tuple[str, ...]
    last: int
    doers: bool = False


def noun(p: Parse, i: int, reading: Reading, entry: Entry) -> Arguments | None:
    """Find the parties of a noun: its owner by idafa, adjective or pronoun, the other by preposition or «بين»."""
    own = owners(p, i)
    if entry.type is RelationType.CONSULT and (united := _united(p, i)):
        return Arguments(united[:1], united[1:], "a meeting that brought them together")
    mediates = entry.role is Role.MEDIATE
    marks = tuple(m for m in entry.targets if m != "بين")
    pair = between(p, own.last, () if mediates else marks, entry) if mediates or entry.symmetric else ()
    if pair and entry.role is Role.MEDIATE:
        return Arguments(own.actors or agent(p, i, reading, entry), pair, "brings together")
    if pair and len(pair) > 1:
        return Arguments(pair[:1], pair[1:], "noun with «بين»")
    if (
        not pair
        and entry.symmetric
        and any(p.word(j) == "بين" for j in range(own.last + 1, own.last + 1 + _DOER_REACH))
    ):
        return None  # between whom, is said, but they are nobody here
    if reading.pronoun and not own.actors and entry.type is RelationType.CONSULT and _follows(p, i):
        own = Owners(next(p.actors(k) for k, ph in enumerate(p.phrases) if ph.first > i), i)
    if reading.pronoun and own.actors and (own.doers or _follows(p, i)):
        # What stands behind a noun with its owner's pronoun is its object: «لقائه الأمين العام».
        return Arguments(
            tuple(a for a in possessor(p, i) if a not in own.actors), own.actors, "noun with a possessive pronoun"
        )
    if reading.pronoun == "هما" and entry.symmetric and not own.actors:
        both = pair_before(p.scene, i, p.discourse)
        if len(both) > 1:
            return Arguments(both[:1], both[1:], "noun that both own")
    owned = () if entry.idafa == "place" else own.actors
    targets = target(p, i, own.last, entry, owned)
    if not targets and owned and entry.idafa == "object":
        targets = _beside(p, own.last, owned)
    if not owned and "ل" not in entry.targets and entry.idafa == "subject":
        owned = next((real(ph) for ph in p.phrases if ph.prep == "ل" and 0 < ph.first - i <= _DOER_REACH), ())
        owned = tuple(a for a in owned if a not in targets)
    if entry.type is RelationType.CONSULT and not owned and not targets and (took_part := _took_part(p, i)):
        return Arguments(took_part[:1], took_part[1:], "those who took part")
    if entry.type in _HARM and reading.preposition == "ل" and (exposed := _exposed(p, i)):
        doers = own.actors or _from(p, i)
        return Arguments(tuple(a for a in doers if a not in exposed), exposed, "undergone by the other")
    if entry.type not in _VERBAL and (given := _received(p, i)) is not None:
        return Arguments(
            tuple(a for a in own.actors or given[0] if a not in given[1]), given[1], "received from the doer"
        )
    if owned and not targets and _helped(p, i, reading, entry):
        helped = tuple(a for a in above(p, i, entry) if a not in owned)
        arms = not any(p.state(a) for a in owned)
        return Arguments(owned, helped, "by whose help the clause's subject acts", RelationType.AID if arms else None)
    if owned and targets:
        return Arguments(owned, targets, "noun with its doer and its other party")
    if len(owned) > 1 and entry.symmetric:
        return Arguments(owned[:1], owned[1:], "noun of two parties")
    if not (owned or targets or entry.event or reading.article or reading.pronoun) and entry.type in _ATTITUDES:
        # What stands behind a masdar of attitude is what it is about: «رفض الاتفاق مع إيران».
        sources = agent(p, i, reading, entry)
        return Arguments(sources, _about(p, i, sources), "attitude to what the other does or has")
    if owned and (own.doers or entry.idafa == "subject"):
        return Arguments(owned, _others(p, i, entry, owned), "noun with its doer")
    return _from_clause(p, i, reading, entry, owned or targets)


def owners(p: Parse, i: int) -> Owners:
    """Who owns the noun at token `i`: idafa, adjective, or the subject of the relative clause that describes it."""
    for k, phrase in enumerate(p.phrases):
        if phrase.noun == i:
            actors, last = chain(p.scene, k)
            named = tuple(a for a in actors if a[0] != "@")
            head = proclitics(p.scene.tokens[phrase.first].normal)[3].removeprefix("ال")
            strikes = head in words("ar")["striker"]
            return Owners(named, p.phrases[last].last, phrase.adjective or strikes)
    for j in range(i + 1, min(i + _RELATIVE_REACH, len(p.scene.tokens))):
        if p.hard[j] or p.comma(j):
            break
        other = p.chosen[j]
        if preposition(p.scene.tokens[j].normal) or (
            other is not None and any(e.kind is Kind.NOUN for e in other.entries)
        ):
            break  # the relative clause describes another noun
        if p.verb[j]:
            at = relative_before(p, j)
            if at is None and not (p.scene.tokens[j].normal.endswith(("ها", "ه")) and not p.joined(j)):
                break
            found = subject(p, j)
            if p.lemma_in(j, "harm"):
                break  # «التهديدات التي تعرضت لها»: its subject suffers
            if found.rule == "relative clause: the noun it describes" or not found.actors:
                break
            return Owners(found.actors, max(found.last, j), doers=True)
    return Owners((), i)


def _united(p: Parse, i: int) -> tuple[str, ...]:
    """Who met, by the relative clause that says whom the meeting brought together («لقاء جمع X بـY»)."""
    for j in range(i + 1, min(i + _RELATIVE_REACH, len(p.scene.tokens))):
        if p.lemma_in(j, "unite"):
            found: list[str] = []
            for k, phrase in enumerate(p.phrases):
                if phrase.first > j and phrase.prep in ("", "ب", "مع", "بين") and not p.closed(j, phrase.first):
                    found += [a for a in p.actors(k) if a not in found]
            return tuple(found) if len(found) > 1 else ()
        if p.verb[j]:
            return ()
    return ()


def _took_part(p: Parse, i: int) -> tuple[str, ...]:
    """Who took part in the meeting that the noun at token `i` names («بمشاركة», «بحضور»)."""
    for k, phrase in enumerate(p.phrases):
        if phrase.first > i and phrase.prep in words("ar")["participation"]:
            near = phrase.first - i <= _RIGHT and not p.closed(i, phrase.first, through=True)
            return p.actors(k) if near and len(p.actors(k)) > 1 else ()
    return ()


def _exposed(p: Parse, i: int) -> tuple[str, ...]:
    """Who undergoes what the noun at token `i` says: «تعرض قرى كردستان لقصف الطائرات التركية»."""
    for j in range(i - 1, max(-1, i - _AGENT_REACH), -1):
        if p.hard[j]:
            return ()
        if p.word(j) not in words("ar")["exposure"]:
            continue
        if p.verb[j]:
            return subject(p, j).actors
        return next((p.actors(k) for k, ph in enumerate(p.phrases) if j < ph.first and ph.last < i), ())
    return ()


def _from(p: Parse, i: int) -> tuple[str, ...]:
    """Who is marked by «من» or the like after the noun at token `i`."""
    for k, phrase in enumerate(p.phrases):
        if phrase.first > i and phrase.prep in AGENT[:-1] and phrase.first - i <= _AGENT_REACH:
            return p.actors(k)
    return ()


def by_event(p: Parse, i: int) -> tuple[str, ...]:
    """Whose attack killed or hurt, where it is told with «في» or the like: «مقتل جنود أفغان في غارة أميركية»."""
    for j in range(i + 1, min(i + 1 + _RIGHT, len(p.scene.tokens))):
        if p.hard[j] or (p.verb[j] and not p.relative[j - 1]):
            return ()
        reading = p.chosen[j]
        if reading is None or reading.verb or not any(e.type in _HARM for e in reading.entries):
            continue
        found = owners(p, j)
        if found.actors:
            return found.actors
        return next(
            (p.actors(k) for k, ph in enumerate(p.phrases) if ph.prep == "ل" and 0 < ph.first - j <= _DOER_REACH), ()
        )
    return ()


def _received(p: Parse, i: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """From whom and by whom what the noun says is received («تلقى دعما من»); None where the verb receives nothing."""
    verb = governor(p, i)
    if verb is None or not p.lemma_in(verb, "receive"):
        return None
    taker = subject(p, verb).actors
    for k, phrase in enumerate(p.phrases):
        if phrase.first > i and phrase.prep in AGENT[:-1] and phrase.first - i <= _AGENT_REACH:
            return p.actors(k), taker
    return (), taker


def _helped(p: Parse, i: int, reading: Reading, entry: Entry) -> bool:
    """Whether «بدعم X» tells with whose help the clause's subject acts, rather than what its verb is about."""
    if entry.type not in (RelationType.SUPPORT, RelationType.AID) or reading.preposition != "ب" or reading.article:
        return False
    verb = governor(p, i)
    return verb is None or not p.lemma_in(verb, "b_verb")


def _follows(p: Parse, i: int) -> bool:
    """Whether a phrase that nothing marks stands right behind token `i`, but for when it was."""
    j = i + 1
    while j < len(p.scene.tokens) and (p.word(j) in words("ar")["adverb"] or p.text(j) in "()"):
        j += 1
    return any(ph.first == j and not ph.prep for ph in p.phrases)


def _about(p: Parse, i: int, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Whose thing stands right behind the masdar at token `i` as its object."""
    j = i + 1
    if (
        j >= len(p.scene.tokens)
        or p.covered[j] >= 0
        or preposition(p.scene.tokens[j].normal)
        or not p.scene.tokens[j].is_word
    ):
        return ()
    return concerned(p, i, sources)


def _beside(p: Parse, last: int, owned: tuple[str, ...]) -> tuple[str, ...]:
    """The object right behind a verbal noun's owner: «دعم إيران الحوثيين», «قصف الطيران مواقع داعش»."""
    for k, phrase in enumerate(p.phrases):
        if phrase.first > last:
            near = phrase.first - last <= 2 and not phrase.linked and not p.commas(last, phrase.first)
            return tuple(a for a in p.actors(k) if a not in owned) if near and p.free(phrase) else ()
    return ()


def _others(p: Parse, i: int, entry: Entry, sources: tuple[str, ...]) -> tuple[str, ...]:
    """To whom the doers of a noun do it, where the noun itself does not say: from the clause around it."""
    if entry.type in _ATTITUDES:
        last = owners(p, i).last
        named = (
            through_noun(p, i, entry, sources)
            or pronoun_target(p, i, last, entry, sources)
            or within_marked(p, last, entry, sources)
        )
        if named or entry.type is not RelationType.SUPPORT:
            return named
    if entry.symmetric:
        return interlocutor(p, i, sources)
    if entry.type in _HARM:
        return harmed(p, i, sources) or _place(p, i, sources)
    if entry.type is RelationType.AID or (entry.type is RelationType.SUPPORT and entry.idafa == "object"):
        return _helped_by(p, i, sources)
    return ()


def _helped_by(p: Parse, i: int, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the help that stands in the clause helps, where the noun does not say: the clause's subject."""
    verb = governor(p, i)
    if verb is not None and p.types(verb) & (_ATTITUDES | _BY_OBJECT):
        return ()
    found = subject(p, verb).actors if verb is not None else ()
    return tuple(a for a in found if a not in sources)


def _place(p: Parse, i: int, sources: tuple[str, ...]) -> tuple[str, ...]:
    """The state that an armed group strikes in; of a state's deeds there the place says nothing."""
    return struck_place(p, i, sources) if p.armed(sources) else ()


def harmed(p: Parse, i: int, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the clause says was killed or hurt («قتل جنود أتراك في هجوم لـ»), or was subjected to it («تعرضت لهجوم»)."""
    for j in range(i - 1, -1, -1):
        if p.hard[j] or p.scene.inner[j] is not p.scene.inner[i]:
            return ()
        if p.verb[j]:
            if not p.lemma_in(j, "harm"):
                return ()
            return tuple(a for a in subject(p, j).actors if a not in sources)
    return ()


def _from_clause(p: Parse, i: int, reading: Reading, entry: Entry, targets: tuple[str, ...]) -> Arguments | None:
    """The parties of a noun whose doer does not stand with it: a pronoun's owner, an agent, the clause's subject."""
    if reading.article and entry.type in _KNOWN_THINGS:
        return None
    sources: tuple[str, ...] = ()
    if reading.pronoun:
        speaker = speaker_at(p.scene, i)
        sources = possessor(p, i)
        if reading.first_person:
            sources = (speaker,) if speaker else ()
        if not targets and entry.symmetric:
            beside = (real(ph) for ph in p.phrases if not ph.prep and ph.noun < 0 and 0 < ph.first - i <= 2)
            targets = next(beside, ())  # «لقائه وزير الخارجية»
    harmed_here = harmed(p, i, ()) if entry.type in _HARM and not targets else ()
    if entry.type is RelationType.ASSAULT and targets:
        sources = sources or tuple(a for a in by_event(p, i) if a not in targets)
    sources = sources or agent(p, i, reading, entry)
    if harmed_here and tuple(harmed_here) != sources:
        return Arguments(tuple(a for a in sources if a not in harmed_here), harmed_here, "whom the clause says it hit")
    if not targets and entry.type in _ATTITUDES:
        targets = _others(p, i, entry, sources)
    if not targets and reading.preposition == "ب" and _from_after(p, i):
        targets = carried(p, i)
    if not targets and not entry.symmetric:
        targets = _dative(p, i, entry, sources)
    if not targets and entry.symmetric and len(sources) < _PAIR:
        targets = interlocutor(p, i, sources) or _caller(p, i, sources)
    if not targets and entry.symmetric and len(sources) > 1 and entry.type in _TOGETHER:
        return Arguments(sources[:1], sources[1:], "noun of the clause's two parties")
    if not targets and entry.type in _HARM:
        targets = _place(p, i, sources)
    if not targets and reading.pronoun and entry.idafa == "object" and entry.type not in _HARM:
        return None
    if not targets and entry.type is RelationType.COERCE:
        targets = opponent(p, i, sources)
    sources = tuple(a for a in sources if a not in targets)
    return Arguments(sources, targets, "noun, its doer from the clause")


def _caller(p: Parse, i: int, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Who called on the doer to do together with himself what the noun says: «دعت موسكو واشنطن إلى التعاون»."""
    verb = governor(p, i)
    reading = p.chosen[verb] if verb is not None else None
    if verb is None or reading is None or not any(e.type is RelationType.REQUEST for e in reading.entries):
        statement = p.scene.inner[i]
        called = statement is not None and statement.addressee_actor in sources
        return (statement.speaker_actor,) if called and statement is not None and statement.speaker_actor else ()
    return tuple(a for a in subject(p, verb).actors if a not in sources)


def _dative(p: Parse, i: int, entry: Entry, sources: tuple[str, ...]) -> tuple[str, ...]:
    """The other party between a light verb and its noun: «وجهت إلى إيران اتهامات», «قدم للحوثيين دعما»."""
    verb = governor(p, i)
    if verb is None or not p.lemma_in(verb, "light") or entry.type is RelationType.RETREAT:
        return ()
    marks = set(entry.targets) | {"ل", "الي"}
    for k in range(len(p.phrases) - 1, -1, -1):
        phrase = p.phrases[k]
        if verb < phrase.first and phrase.last < i and phrase.prep in marks and phrase.prep != "من":
            return tuple(a for a in p.actors(k) if a not in sources)
    return ()


def governor(p: Parse, i: int) -> int | None:
    """The verb in whose clause the noun at token `i` stands, before it."""
    for j in range(i - 1, -1, -1):
        if p.hard[j] or p.scene.inner[j] is not p.scene.inner[i]:
            return None
        if p.verb[j]:
            return j
    return None


def agent(p: Parse, i: int, reading: Reading, entry: Entry) -> tuple[str, ...]:
    """Who does what a noun without its own doer says: «من قبل X» after it, who has it, or the clause's subject."""
    for phrase in p.phrases:
        if phrase.first > i and phrase.prep in AGENT[1:-1] and phrase.first - i <= _AGENT_REACH:
            return real(phrase)
        near = _GIVEN_REACH if entry.type is RelationType.AID else 2
        if phrase.first > i and phrase.prep == "من" and phrase.first - i <= near and "من" not in entry.targets:
            return real(phrase)
        if phrase.last == i - 1 and phrase.prep in ("ل", "لدي"):
            return real(phrase)  # «لموسكو علاقات»
    return above(
        p,
        i,
        entry,
        definite=reading.article
        and (entry.event or entry.type is RelationType.ASSAULT)
        and entry.type not in _TOGETHER,
    )


def above(p: Parse, i: int, entry: Entry, *, definite: bool = False) -> tuple[str, ...]:
    """Who does what the noun at token `i` says, by what stands above it: its clause's subject, the object of a call."""
    scene = p.scene
    if i and p.word(i - 1) in words("ar")["any"]:
        return ()  # «أي مساس بالمملكة»: whoever it might be
    statement = scene.inner[i]
    floor = content_start(scene, statement) if statement else 0
    free: tuple[str, ...] = ()
    for j in range(i - 1, floor - 1, -1):
        if scene.inner[j] is not statement:
            continue
        if p.word(j) in words("ar")["exchange"]:
            return ()  # «مقابل تقييد برنامجها»: what is given in return, the other side gives
        k = p.covered[j]
        if k >= 0 and p.phrases[k].last == j and not p.phrases[k].anaphor:
            if acts(p, k) and p.phrases[k].prep != "من":
                return real(p.phrases[k])
            if not free and p.free(p.phrases[k]):
                free = p.actors(k)
        if p.verb[j]:
            return _by_verb(p, i, j, free, definite=definite)
        if p.hard[j]:
            return () if definite else free or carried(p, j, beyond=False)
    called = _by_statement(p, i)
    return called if called or definite else free or carried(p, i, beyond=False)


def _by_verb(p: Parse, i: int, j: int, free: tuple[str, ...], *, definite: bool) -> tuple[str, ...]:
    """The doer of a noun under the verb at `j`."""
    reading = p.chosen[j]
    if p.lemmas_in(j, "impersonal"):
        return free
    types = p.types(j)
    found = subject(p, j)
    if types & _BY_OBJECT:
        named = [k for k, ph in enumerate(p.phrases) if found.last < ph.first and ph.last < i and not ph.anaphor]
        for k in named:
            phrase = p.phrases[k]
            marks = {m for e in reading.entries for m in e.targets} if reading is not None else set()
            if (p.free(phrase) and "obj" in marks) or phrase.prep in marks:
                return p.actors(k)
        if reading is not None and reading.pronoun:
            return found.objects or other_than(p, j, found.actors)
    known = p.chosen[i]
    if known is not None and known.article and types & _ATTITUDES and not p.lemma_in(j, "light"):
        return ()  # a deed that is known: the subject only speaks of it
    if definite and not p.lemma_in(j, "light") and not types & _BY_OBJECT:
        return ()
    return found.actors if found.last < i else ()


def _by_statement(p: Parse, i: int) -> tuple[str, ...]:
    """Who is to do what is said: whom the call was addressed to, or who is accused of it."""
    statement = p.scene.inner[i]
    if statement is None:
        return ()
    at = next((j for j, cue in enumerate(p.scene.cue) if cue is statement), None)
    reading = p.chosen[at] if at is not None else None
    if at is None or reading is None:
        return ()
    if not {e.type for e in reading.entries} & _BY_OBJECT:
        return ()
    if statement.addressee_actor:
        return (statement.addressee_actor,)
    start = content_start(p.scene, statement)
    for k, phrase in enumerate(p.phrases):
        spoken = statement.speaker is not None and p.scene.tokens[phrase.start].span.overlaps(statement.speaker)
        if at < phrase.first and phrase.last < start and not phrase.prep and not spoken and not phrase.anaphor:
            return p.actors(k)
    return ()


def _from_after(p: Parse, i: int) -> bool:
    return any(ph.prep == "من" and 0 < ph.first - i <= 2 for ph in p.phrases)


def participle(p: Parse, i: int, reading: Reading, entry: Entry) -> Arguments | None:
    """Find the parties of a participle or adjective: the noun it describes, and whom it is marked to concern."""
    if entry.kind is Kind.ACTIVE and circumstantial(p, i, reading):
        cue = p.scene.cue[i]
        sources = (cue.speaker_actor,) if cue is not None and cue.speaker_actor else carried(p, i)
        return Arguments(sources, target(p, i, i, entry, sources), "participle of the clause's subject")
    described = next((p.actors(k) for k in range(len(p.phrases) - 1, -1, -1) if _describes(p, i, k)), ())
    if entry.symmetric and "بين" in entry.targets:
        pair = between(p, i)
        if len(pair) > 1:
            return Arguments(pair[:1], pair[1:], "participle with «بين»")
    other: tuple[str, ...] = ()
    for k, phrase in enumerate(p.phrases):
        if phrase.first <= i:
            continue
        if phrase.first - i > _AGENT_REACH or p.closed(i, phrase.first):
            break
        if (phrase.prep and phrase.prep in entry.targets) or (phrase.noun == i and entry.kind is Kind.ACTIVE):
            other = p.actors(k)
            break
    if entry.kind is Kind.ACTIVE:
        return Arguments(described, other, "active participle")
    if not other and entry.type is RelationType.COERCE:
        other = struck_place(p, i, described)  # «أميركيين محتجزين في إيران»
    if other and entry.type is RelationType.SUPPORT and not any(p.state(a) for a in other):
        return Arguments(other, described, "passive participle", RelationType.AID)
    if not other and entry.type in _JUDGED and not reading.article:
        speaker = speaker_at(p.scene, i)
        blamed = described or _clause_opener(p, i)
        return Arguments((speaker,) if speaker else (), blamed, "judged by the speaker")
    return Arguments(other, described, "passive participle")


def circumstantial(p: Parse, i: int, reading: Reading) -> bool:
    """Whether a participle tells what the clause's subject does meanwhile («متهما إيران بـ», «داعية روسيا إلى»)."""
    if reading.article or reading.preposition:
        return False
    if p.scene.cue[i] is not None:
        return True
    token = p.scene.tokens[i]
    accusative = token.text.rstrip("ً").endswith("ا") or token.text.endswith("ة")
    return accusative and (p.comma(i - 1) or reading.conjunction or (p.covered[i - 1] < 0 and p.comma(i - 2)))


def _describes(p: Parse, i: int, k: int) -> bool:
    phrase = p.phrases[k]
    if not 0 < i - phrase.last <= _ANTECEDENT_REACH or phrase.anaphor:
        return False
    between_ = range(phrase.last + 1, i)
    return all(not p.verb[j] and not p.comma(j) and not preposition(p.scene.tokens[j].normal) for j in between_)


def _clause_opener(p: Parse, i: int) -> tuple[str, ...]:
    """The first actor of the clause whose predicate stands at token `i`."""
    start = next((j + 1 for j in range(i - 1, -1, -1) if p.hard[j] or p.scene.inner[j] is not p.scene.inner[i]), 0)
    for k, phrase in enumerate(p.phrases):
        if start <= phrase.first and phrase.last < i and not phrase.anaphor:
            return p.actors(k)
    return ()
