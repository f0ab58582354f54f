"""The two ends of an Arabic verb."""

from __future__ import annotations

from collections.abc import Iterator

from ahlaf.codebook import plover
from ahlaf.model import RelationType
from ahlaf.reading.relations.arabic.candidates import Candidate, View, plain, taken_up, weigh
from ahlaf.reading.relations.arabic.families import Family, Kind
from ahlaf.reading.relations.arabic.governors import AMONG
from ahlaf.reading.relations.arabic.inflect import FIRST_PERSON
from ahlaf.reading.relations.arabic.party import Party
from ahlaf.reading.relations.arabic.subjects import (
    antecedent,
    default_doers,
    free_after,
    objects_after,
    opens_content,
    relative_before,
    subjects,
)
from ahlaf.reading.relations.arabic.weights import weights
from ahlaf.reading.relations.arabic.word_classes import word_classes

_WITHIN = 9  # words after a preposition among which the actor inside its phrase stands
_PARTNER = 2  # words after a thing's owner among which its partner stands
_CROSSED = 1.5  # clause borders beyond which a preposition is no longer the trigger's
_CLOSE = 9.5  # weight of a party whose preposition follows at once
_AGAINST_REACH = 9
_OBJECT_REACH, _MEETING_REACH = 12, 30
_DEAL_REACH, _JUDGED_REACH = 9, 12
_MARK = 18  # words after a trigger among which its preposition stands
DIRECT = frozenset({RelationType.CONSULT, RelationType.COOPERATE, RelationType.CONCEDE})
_ANSWERED = frozenset(
    {
        RelationType.ACCUSE,
        RelationType.SUPPORT,
        RelationType.REQUEST,
        RelationType.REJECT,
        RelationType.THREATEN,
        RelationType.AGREE,
        RelationType.CONSULT,
    }
)
_PERSONAL = frozenset(
    {
        RelationType.ACCUSE,
        RelationType.CONSULT,
        RelationType.REQUEST,
        RelationType.SUPPORT,
        RelationType.ASSAULT,
        RelationType.THREATEN,
    }
)  # done to people, so that a pronoun means them
_JUDGING = frozenset({RelationType.ACCUSE, RelationType.REJECT, RelationType.SUPPORT})
_TO_DO = frozenset({"الي", "علي"})  # what is called for begins with it
_AGAINST = frozenset({"ضد", "بحق", "تجاه"})
AGENTS = frozenset({"من قبل", "من جانب", "من طرف", "علي يد", "علي ايدي"})


def verb_doers(view: View, i: int) -> Iterator[Candidate]:
    """Yield who may do what the verb at token `i` says."""
    cue = view.layout.scene.cue[i]
    if cue is not None and cue.speaker_actor:
        yield from plain("doer", "cue's speaker", (cue.speaker_actor,))
        return
    yield from subjects(view, i)


def verb_others(view: View, i: int, family: Family) -> Iterator[Candidate]:
    """Yield who may be the other end of the verb at token `i`."""
    layout = view.layout
    use = layout.uses[i]
    if "obj" in family.verb_marks:
        third = use is not None and use.pronoun and use.pronoun not in FIRST_PERSON and not use.first_person
        if third and family.type in _PERSONAL:
            yield from _object_pronoun(view, i)
        elif use is not None and use.pronoun in FIRST_PERSON and not use.first_person:
            yield from plain("other", "object pronoun", view.speaker(i))
        for party in objects_after(view, i) if layout.scene.cue[i] is not None else free_after(view, i):
            if party.head - i > (_MEETING_REACH if family.type is RelationType.CONSULT else _OBJECT_REACH):
                break
            if _objects_of_noun(view, i, party):
                continue
            if not _only_spoken_of(view, i, family, party) and not _own_subject(view, i, party):
                yield from weigh(view, "other", "direct object", i, party)
        inside = next((p for p in view.parties if p.head > i and p.prep in ("ل", "", "ب")), None)
        if inside is not None and not any(layout.verbs[i + 1 : inside.head]):
            yield from weigh(view, "other", "within the object", i, inside)
    yield from judged(view, i, family)
    yield from marked(
        view,
        i,
        family.verb_marks | extra_marks(family),
        control=family.type is RelationType.COERCE,
        within=family.type not in DIRECT,
    )
    yield from addressed(view, i, family)


def _nearer(view: View, i: int, party: Party) -> bool:
    """Whether the word right before the party asks for its preposition («الموالية لـس»)."""
    j = party.head - 1
    use = view.layout.uses[j] if j > i else None
    return use is not None and (party.prep in use.families[0].marks(use.kind) or use.kind is Kind.ACTIVE)


def _objects_of_noun(view: View, i: int, party: Party) -> bool:
    """Whether the party is the object of a noun with a pronoun: «بعد زيارته س»."""
    j = party.head - 1
    use = view.layout.uses[j] if j > i else None
    return use is not None and use.kind is Kind.NOUN and bool(use.pronoun) and "obj" in use.families[0].verb_marks


def _person(view: View, party: Party) -> bool:
    """Whether the party is somebody one can meet, not the place where one meets («بالقاهرة»)."""
    mention = view.layout.scene.named[party.start]
    return party.head < party.start or mention is None or mention.person is not None


def extra_marks(family: Family) -> frozenset[str]:
    """Prepositions that mark the other party of every hostile act."""
    judging = family.type in _JUDGING and "obj" in family.verb_marks
    return _AGAINST if plover()[family.type].sign < 0 and not judging else frozenset()


def _own_subject(view: View, i: int, party: Party) -> bool:
    """Whether the party right after a verb that opens its clause can only be its subject."""
    layout = view.layout
    if layout.scene.cue[i] is not None or party.asset or party.head > i + 2 or layout.words[i].verb_pronoun:
        return False
    if any(other.free and i < other.head < party.head for other in view.parties):
        return False  # another is its subject: «قصفت س ص»
    before = layout.words[i - 1] if i else None
    if any(p.last == i - 2 and p.prep for p in view.parties) and before is not None and before.rest == "ان":
        return False
    opens = (
        before is None
        or not layout.scene.tokens[i - 1].is_word
        or before.rest == "ان"
        or bool(before.classes & {"complementizer", "conjunction"})
    )
    return opens and not layout.words[i].conjunction


def _only_spoken_of(view: View, i: int, family: Family, party: Party) -> bool:
    """Whether the party stands in the words of a call or a threat, not before them."""
    cue = view.layout.scene.cue[i]
    called = family.type in (RelationType.REQUEST, RelationType.THREATEN)
    following = party.last + 1
    if following < len(view.layout.words) and view.layout.words[following].rest in _TO_DO:
        return False  # «دعا س ص إلى …»
    return called and cue is not None and view.layout.scene.inner[party.start] is cue


def _object_pronoun(view: View, i: int) -> Iterator[Candidate]:
    if i and view.layout.words[i - 1].rest in word_classes()["group"]:
        return  # «دول اتهمها»: the pronoun takes up the group, and nobody says who that is
    relative = relative_before(view, i)
    if relative is not None:
        described = antecedent(view, relative)
        if described is not None and relative - described.last <= 2:
            yield from weigh(view, "other", "object pronoun", relative, described, relative - described.last - 1)
    use = view.layout.uses[i]
    yield from taken_up(view, "other", "object pronoun", i, use.pronoun if use is not None else "")


def marked(
    view: View, i: int, marks: frozenset[str], *, control: bool = False, within: bool = True
) -> Iterator[Candidate]:
    """Yield the parties that a preposition of the family governs, or that stand inside what it governs."""
    against = {"ضد", "علي"} & marks and any(
        i < p.head <= i + _AGAINST_REACH and p.prep in ("ضد", "علي") for p in view.parties
    )
    for party in view.parties:
        if against and party.prep == "مع":
            continue  # «س مع ص ضد ع»: who goes along
        if (
            party.head > i
            and party.prep in marks
            and not _nearer(view, i, party)
            and (within or party.prep != "ب" or _person(view, party))
        ):
            yield from weigh(view, "other", "marked", i, party, hostile=within)
    words = view.layout.words
    yield from _deal(view, i, marks)
    for j in range(i + 1, min(i + _MARK, len(words))):
        if view.layout.crossed(i, j) > _CROSSED:
            return
        glued = words[j].preposition and words[j].preposition in marks
        if not glued and not ("preposition" in words[j].classes and words[j].rest in marks):
            continue
        inside = next((p for p in view.parties if p.named and p.start > j and p.start - j <= _WITHIN), None)
        deed = view.layout.uses[noun] if (noun := j if glued else j + 1) < len(words) else None
        if deed is not None and words[noun].article and within:
            for actor in view.memory.deeds.get(deed.families[0].name, ()):
                yield from plain("other", "doer of a known deed", (actor,))
        if inside is None or not within:
            return
        joined = any(w.conjunction for w in words[j + 1 : inside.head + 1])
        if (inside.prep in ("", "ل", "ب") or inside.prep in AMONG) and not joined:
            yield from weigh(view, "other", "within the marked", i, inside, inside.start - j)
            # «أشاد بعلاقات س مع ص»: where the owner is the doer, the other end is the partner.
            partner = next((p for p in view.parties if p.prep == "مع" and 0 < p.head - inside.last <= _PARTNER), None)
            if partner is not None:
                yield from weigh(view, "other", "party to the deal", i, partner, partner.start - j)
        elif inside.prep == "في" and control:
            yield from weigh(view, "other", "within the marked in a place", i, inside, inside.start - j)
        if (
            noun < len(words)
            and not words[noun].rest.startswith("نفس")
            and view.layout.scene.tokens[noun].text.endswith(("ه", "ها", "هم"))
        ):
            yield from taken_up(view, "other", "pronoun within the marked", i)
        return


def _deal(view: View, i: int, marks: frozenset[str]) -> Iterator[Candidate]:
    """«رفض الاتفاق مع س», «دافع عن الاتفاق مع س»: with whom the deal is that somebody judges."""
    uses = view.layout.uses
    if "مع" in marks:
        return
    own = uses[i]
    refuses = own is not None and own.kind in (Kind.VERB, Kind.NOUN) and own.families[0].type is RelationType.REJECT
    for j in range(i + 1, min(i + _DEAL_REACH, len(uses))):
        use = uses[j]
        if use is None or use.kind is not Kind.NOUN:
            continue
        deed = use.families[0]
        if deed.type is RelationType.AGREE or (refuses and not use.pronoun):
            for party in view.parties:
                if party.head > j and party.prep in deed.noun_marks and not view.layout.crossed(j, party.head):
                    yield from weigh(
                        view, "other", "party to what is refused" if refuses else "party to the deal", i, party
                    )
        return


def judged(view: View, i: int, family: Family) -> Iterator[Candidate]:
    """«أدان هجوم س», «رفض تصريحات س»: whose deed somebody judges."""
    if family.type not in _JUDGING:
        return
    uses = view.layout.uses
    for party in view.parties:
        if not i < party.noun <= i + _JUDGED_REACH:
            continue
        deed = uses[party.noun]
        if any(view.layout.verbs[i + 1 : party.noun]):
            return
        if deed is not None and deed.kind is Kind.NOUN and (party.adjective or deed.families[0].idafa == "subject"):
            yield from weigh(view, "other", "owner of the deed", i, party)
        return


def addressed(view: View, i: int, family: Family) -> Iterator[Candidate]:
    """Yield to whom the statement is addressed whose cue token `i` is."""
    cue = view.layout.scene.cue[i]
    if cue is not None and cue.addressee_actor:
        yield from plain("other", "addressee", (cue.addressee_actor,))
    inner = view.layout.scene.inner[i]
    if inner is not None and inner.addressee_actor and family.type in _ANSWERED and opens_content(view, i):
        yield from plain("other", "addressee of the words", (inner.addressee_actor,))
    if cue is not None and family.type is RelationType.REQUEST and cue.speaker_actor in view.memory.pair:
        for actor in view.memory.pair:
            yield from plain("other", "charged before", (actor,), 1.0)
    if cue is not None and family.type is RelationType.REQUEST and cue.speaker_actor in view.memory.charged:
        yield from plain("other", "charged before", (view.memory.charged[cue.speaker_actor],))
    if cue is not None and family.type is RelationType.REQUEST:
        for party in view.parties:
            if party.head > i and party.prep in ("مع", "بين"):
                for actor in party.actors:
                    yield from plain("other", "party to what is called for", (actor,))


def participle_ends(view: View, i: int, family: Family) -> tuple[list[Candidate], list[Candidate]]:
    """The doers and others of the participle at token `i`."""
    use = view.layout.uses[i]
    assert use is not None
    described = [p for p in view.parties if p.last < i and i - p.last <= 4][-1:]
    if use.kind is Kind.PASSIVE and family.type is RelationType.REJECT:
        described = [p for p in view.parties if p.last < i][-3:]
        others = [c for p in described for c in weigh(view, "other", "described", i, p)]
        return list(default_doers(view, i)), others
    if use.kind is Kind.PASSIVE:
        doers = [c for p in view.parties if p.head > i and p.prep in ("من", "ب", "من قبل", "من جانب")
                 for c in weigh(view, "doer", "agent phrase", i, p)]  # fmt: skip
        return doers, [c for p in described for c in weigh(view, "other", "described", i, p)]
    cue = view.layout.scene.cue[i]
    if cue is not None:
        doers = list(plain("doer", "cue's speaker", (cue.speaker_actor,) if cue.speaker_actor else ()))
        return doers, list(verb_others(view, i, family))
    doers = [c for p in described for c in weigh(view, "doer", "antecedent", i, p)]
    if use.accusative:
        doers += list(subjects(view, i))
    others = [c for c in marked(view, i, family.verb_marks | {"ل"}, control=True) if c.why != "within the marked"]
    if not use.accusative:
        others = [c for c in others if c.why != "marked" or c.score >= _CLOSE]
    owner = next((p for p in view.parties if p.noun == i and not p.adjective), None)
    if owner is not None and use.stem.endswith(("ي", "و")):
        others += list(weigh(view, "other", "owner", i, owner))
    if "obj" in family.verb_marks and use.accusative:
        others += [c for p in list(free_after(view, i))[:1] for c in weigh(view, "other", "direct object", i, p)]
    return doers, others


def sum_floor(weak: bool) -> tuple[float, float]:
    """What doer and other must reach."""
    table = weights()
    if weak:
        return table[("floor", "weak")], table[("floor", "weak")]
    return table[("floor", "doer")], table[("floor", "other")]
