"""Which stretches of a text mean an actor: states, groups and persons, as the annotation guide defines mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ahlaf.actors import Gazetteer, NameKind, Naming, Person
from ahlaf.actors.clitics import ARTICLE, readings
from ahlaf.actors.names import Key, key, script
from ahlaf.actors.persons import in_office
from ahlaf.language import Document
from ahlaf.model import ActorKind, Mention
from ahlaf.reading.mentions.company import best, customary_name, holds, is_stop, is_sure
from ahlaf.reading.mentions.cues import STATE, is_title, name_words, titles, verdict
from ahlaf.reading.mentions.demonyms import goes_with_state
from ahlaf.reading.mentions.lines import QUOTES, Hit, Line, find_hits, make_line
from ahlaf.reading.mentions.persons import (
    extend,
    is_unlisted,
    name_after,
    name_after_english,
    name_before,
    name_set_off,
    office_before,
    state_office,
    surname,
    unlisted_name_after,
)

_RULES = {
    NameKind.NAME: "name",
    NameKind.CAPITAL: "capital",
    NameKind.SEAT: "seat of the government",
    NameKind.ORGAN: "organ of the state",
    NameKind.MEMBERS: "members",
}
# Names that say which state a report is about, for the offices that stand without one.
_HOMES = frozenset({"name", "demonym", "person"})
# What family names with the article end in: العنزي.
_NISBA = "ي"
# How many words an office's additions may take before the name.
_OFFICE_REACH = 6
# Names that an office may stand before: "the spokesman of ...".
_OFFICIAL = frozenset({"name", "demonym", "seat of the government", "organ of the state", "members", "customary name"})
_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.OPPOSITION, ActorKind.COALITION})


def find_mentions(document: Document, gazetteer: Gazetteer, *, on: date | None = None) -> tuple[Mention, ...]:
    """Return every mention of an actor in `document`, in the order of the text.

    `on` is the day by which persons are coded, the document's own date where it is not given. The span keeps the
    article but no proclitics; `rule` says why the words are a mention. Demonyms count with officials, organs and
    matters of state only; surnames once the person was named in full, or where they are widely known.
    """
    found = _Finder(document, gazetteer, on or document.date).mentions()
    return tuple(sorted(found, key=lambda mention: mention.span.start))


def _is_surely_other(hit: Hit) -> bool:
    """Whether a name found says more than a surname, which somebody else may have too."""
    return any(naming.kind is not NameKind.SURNAME for naming in hit.namings)


class _Finder:
    """One pass over a document; remembers who was named."""

    def __init__(self, document: Document, gazetteer: Gazetteer, on: date | None) -> None:
        self._gazetteer = gazetteer
        self._on = on
        self._lines = [make_line(sentence) for sentence in document.sentences]
        self._hits = [list(find_hits(line, gazetteer)) for line in self._lines]
        self._named: Counter[str] = Counter(self._surely_named())
        self._met: set[str] = set()
        self._surnames: dict[Key, str] = {}
        self._homes: Counter[str] = Counter()

    def _surely_named(self) -> Iterator[str]:
        """Yield the actor of every name that means one actor in any company."""
        for hits in self._hits:
            for hit in hits:
                meant = {self._actor(naming) for naming in hit.namings if naming.kind is not NameKind.SURNAME}
                if len(meant) == 1 and all(is_sure(naming) for naming in hit.namings):
                    yield meant.pop()

    def _actor(self, naming: Naming) -> str:
        return naming.actor or self._gazetteer.persons[naming.person].term(self._on).actor

    def mentions(self) -> Iterator[Mention]:
        for line, hits in zip(self._lines, self._hits, strict=True):
            yield from self._line(line, {hit.start: hit for hit in hits})

    def _line(self, line: Line, hits: Mapping[int, Hit]) -> Iterator[Mention]:
        decided: dict[int, bool] = {}
        names: dict[int, str] = {}
        i = until = 0
        while i < len(line.words):
            hit = hits.get(i)
            mention = self._resolve(line, hit, decided, names) if hit else None
            if hit and mention:
                end = extend(line, hit.end) if mention.rule == "person" else hit.end
                yield Mention(line.span(i, end, hit.prefix, hit.suffix), mention.actor, mention.person, mention.rule)
                before = self._person_before(line, hit, hits, mention)
                if before and before.span.start >= until:
                    yield before
                i = end
                if mention.rule in _HOMES and self._gazetteer.actors[mention.actor].kind is ActorKind.STATE:
                    self._homes[mention.actor] += 1
                unknown = self._unknown_person(line, hit, hits, mention, names)
                if unknown:
                    start, end, actor = unknown
                    self._surnames[surname(line, start, end)] = actor
                    yield Mention(line.span(start, end), actor, None, "person after an office")
                    i = end
                until = line.span(0, i).end
                continue
            other = (
                None
                if hit and _is_surely_other(hit)
                else self._by_company(line, i, hits) or self._of_home(line, i, hits)
            )
            if other:
                found, called = other
                yield called
                names[found.end - 1] = called.actor
                before = self._person_before(line, found, hits, called)
                if before and before.span.start >= until:
                    yield before
                i = found.end
                unknown = self._unknown_person(line, found, hits, called, names)
                if unknown:
                    start, i, actor = unknown
                    self._surnames[surname(line, start, i)] = actor
                    yield Mention(line.span(start, i), actor, None, "person after an office")
                until = line.span(0, i).end
                continue
            i = hit.end if hit else i + 1

    def _person_before(self, line: Line, hit: Hit, hits: Mapping[int, Hit], mention: Mention) -> Mention | None:
        """Find a name that no list has before the office and its state: يانا شولتز المتحدثة باسم الحكومة الألمانية."""
        organ = mention.rule == "capital" and verdict(line.word(hit.start - 1)) == STATE
        if (mention.rule not in _OFFICIAL and not organ) or script(line.text(hit.start)) == "en":
            return None
        office = office_before(line, hit)
        if office is None or any(j in hits for j in range(office, hit.start)):
            return None
        while office is not None:
            if line.words[office].startswith("و") and not is_title("و" + line.words[office]):
                return None
            found = name_before(line, office, self._gazetteer.first_names)
            if found and not any(j in hits and _is_surely_other(hits[j]) for j in range(found[0], found[1])):
                start, end, prefix = found
                self._surnames[surname(line, start, end)] = mention.actor
                return Mention(line.span(start, end, prefix), mention.actor, None, "person before an office")
            office = office - 1 if office and is_title(line.words[office - 1]) else None
        return None

    def _of_home(self, line: Line, i: int, hits: Mapping[int, Hit]) -> tuple[Hit, Mention] | None:
        """Find a name after an office that stands without its state: the state is the one that the report is about."""
        end = state_office(line, i) if self._homes else None
        if end is None:
            return None
        # The state named most so far, of equals the first.
        home = max(self._homes, key=self._homes.__getitem__)
        for j in range(end, min(len(line.words), end + _OFFICE_REACH)):
            if j in hits or (line.is_mark(j) and line.words[j] not in QUOTES):
                return None
            found = name_after(line, j, self._gazetteer.first_names)
            if found and not any(k in hits for k in range(j, found[1])):
                hit = Hit(found[0], found[1], 0, 0, ())
                self._surnames[surname(line, *found)] = home
                return hit, Mention(line.span(*found), home, None, "person after an office of the state at hand")
            if not (line.words[j].startswith(ARTICLE) or is_title(line.words[j])):
                return None
        return None

    def _by_company(self, line: Line, i: int, hits: Mapping[int, Hit]) -> tuple[Hit, Mention] | None:
        """Find what only the rest of the report explains: a customary name, the surname of somebody met before."""
        customary = customary_name(line, i, self._named, self._gazetteer)
        if customary and not any(j in hits for j in range(i + 1, customary[0].end)):
            hit, actor = customary
            return hit, Mention(line.span(hit.start, hit.end, hit.prefix), actor, None, "customary name")
        for prefix, stem in readings(line.words[i]) if self._surnames else ():
            for length in (2, 1):
                name = (stem, *line.words[i + 1 : i + length])
                if name in self._surnames:
                    hit = Hit(i, i + len(name), prefix, 0, ())
                    span = line.span(i, hit.end, prefix)
                    return hit, Mention(span, self._surnames[name], None, "surname of an earlier person")
        return None

    def _resolve(self, line: Line, hit: Hit, decided: dict[int, bool], names: dict[int, str]) -> Mention | None:
        """Decide what `hit` means, if anything; the span is set by the caller."""
        namings = [naming for naming in hit.namings if holds(naming, line, hit, self._named)]
        if not namings:
            return None
        chosen = best(namings, line, hit, self._named)
        if chosen.kind in (NameKind.PERSON, NameKind.SURNAME):
            return self._person(line, hit, [naming for naming in namings if naming.kind is chosen.kind])
        demonym = next((n for n in namings if n.kind is NameKind.DEMONYM and n.actor == chosen.actor), None)
        span = line.span(hit.start, hit.end, hit.prefix, hit.suffix)
        if demonym and (chosen.kind is NameKind.DEMONYM or self._follows_definite(line, hit)):
            before = names.get(hit.start - 1)
            qualifies = before is not None and (
                (before == chosen.actor and hit.start - 1 not in decided)
                or self._gazetteer.actors[before].kind in _GROUPS
            )
            taken = not qualifies and goes_with_state(line, hit, demonym, decided)
            decided.update(dict.fromkeys(range(hit.start, hit.end), taken))
            if not taken:
                return None
            names[hit.end - 1] = chosen.actor
            return Mention(span, chosen.actor, None, "demonym")
        names[hit.end - 1] = chosen.actor
        return Mention(span, chosen.actor, None, _RULES[chosen.kind])

    def _follows_definite(self, line: Line, hit: Hit) -> bool:
        """Whether السعودية follows a noun with the article, and so is its adjective rather than the state's name."""
        before = line.word(hit.start - 1)
        if not before or hit.prefix or is_stop(before) or not line.words[hit.start].startswith(ARTICLE):
            return False
        return any(stem.startswith(ARTICLE) for _, stem in readings(before))

    def _person(self, line: Line, hit: Hit, namings: list[Naming]) -> Mention | None:
        people = [self._gazetteer.persons[naming.person] for naming in namings]
        if namings[0].kind is NameKind.SURNAME:
            met = [person for person in people if person.name in self._met]
            someone_else = self._after_given(line, hit, people) or self._before_family_name(line, hit)
            known = [] if someone_else else [person for person in people if person.known]
            if not met and not known:
                return None
            people = met or known
            rule = "surname of an earlier person" if met else "well-known surname"
        else:
            rule = "person"
        person = in_office(people, self._on)
        self._met.add(person.name)
        span = line.span(hit.start, hit.end, hit.prefix, hit.suffix)
        return Mention(span, person.term(self._on).actor, person.name, rule)

    def _after_given(self, line: Line, hit: Hit, people: Sequence[Person]) -> bool:
        """Whether another first name stands before the surname, so that it is somebody else's."""
        before = line.word(hit.start - 1)
        if before and line.text(hit.start - 1)[0].islower():
            return False
        if any("".join(key(name)).startswith(before) for person in people for name in person.names):
            # عزالدين is عز الدين.
            return False
        given = before in self._gazetteer.first_names or before in name_words("given")
        return hit.prefix == 0 and given and before not in titles("between") and not is_stop(before)

    def _before_family_name(self, line: Line, hit: Hit) -> bool:
        """Whether a surname that is a first name too (هادي, مشعل) has another surname after it."""
        if script(line.text(hit.start)) == "en" or hit.end - hit.start > 1 or hit.end >= len(line.words):
            return False
        stem = line.words[hit.start][hit.prefix :]
        family = line.words[hit.end].startswith(ARTICLE) and line.words[hit.end].endswith(_NISBA)
        return stem in name_words("given") and is_unlisted(line, hit.end, first=not family)

    def _unknown_person(
        self, line: Line, hit: Hit, hits: Mapping[int, Hit], mention: Mention, names: Mapping[int, str]
    ) -> tuple[int, int, str] | None:
        """Find a name right after an office and its state that is none of the persons known: its words and actor."""
        if mention.person or (mention.rule == "capital" and verdict(line.word(hit.start - 1)) != STATE):
            return None
        actor = mention.actor
        if script(line.text(hit.start)) == "en":
            found = name_after_english(line, hit.end)
        else:
            office = office_before(line, hit)
            found = None if office is None else name_after(line, hit.end, self._gazetteer.first_names)
            if found is None and office is not None:
                found = unlisted_name_after(line, hit.end) or name_set_off(line, hit.end, self._gazetteer.first_names)
            # "The Tunisian ambassador to Russia X" serves the state that stands next to the office.
            actor = next((names[i] for i in range(office or 0, hit.start) if i in names), actor)
        if found is None:
            return None
        inside = (hits.get(i) for i in range(hit.end, found[1]))
        taken = any(h and any(n.kind in (NameKind.PERSON, NameKind.NAME) for n in h.namings) for h in inside)
        return None if taken else (*found, actor)
