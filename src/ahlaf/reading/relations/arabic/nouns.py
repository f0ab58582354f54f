"""The two ends of an Arabic verbal noun or noun of dealing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ahlaf.codebook import plover
from ahlaf.language import normal
from ahlaf.model import RelationType
from ahlaf.reading.relations.arabic.agreement import disagrees
from ahlaf.reading.relations.arabic.candidates import Candidate, View, plain, taken_up, weigh
from ahlaf.reading.relations.arabic.families import Family
from ahlaf.reading.relations.arabic.governors import WITH_PRONOUN
from ahlaf.reading.relations.arabic.party import Party
from ahlaf.reading.relations.arabic.subjects import default_doers, free_after, opens_content, subjects
from ahlaf.reading.relations.arabic.suffering import GOVERNOR_REACH, accepted, answers, receives, sufferers, victims
from ahlaf.reading.relations.arabic.verbs import AGENTS, DIRECT, addressed, extra_marks, marked
from ahlaf.reading.relations.arabic.weights import cost, weights
from ahlaf.reading.relations.arabic.word_classes import word_classes

_CHARGE_REACH = 16
_NEAR, _MET = 3, 7
_JOINED = 9  # words back to the owner of a deed that the noun is joined to
_BORDER = 0.8  # clause borders beyond which the nearest party is another clause's
_VISIT = "042"
_REACHING = frozenset(
    {
        RelationType.ASSAULT,
        RelationType.COERCE,
        RelationType.AID,
        RelationType.COOPERATE,
        RelationType.SANCTION,
        RelationType.AGREE,
    }
)
_PARTICIPATION = frozenset({"بمشاركه", "بحضور"})
_RELATIVE_REACH = 5
_INTO = frozenset({"من", "عن", "علي", "الي", "في"})  # what leads from somebody to what they do
_DEFAULTS = frozenset({"speaker", "speaker of the opening", "topic", "topic of a noun", "sentence subject"})


def noun_doers(view: View, i: int, family: Family) -> Iterator[Candidate]:
    """Yield who may do what the noun at token `i` says."""
    layout = view.layout
    use, cue = layout.uses[i], layout.scene.cue[i]
    if cue is not None and cue.speaker_actor:
        yield from plain("doer", "cue's speaker", (cue.speaker_actor,))
    accused = _accused(view, i)
    if accused:
        yield from plain("doer", "the accused", accused)
        return
    opening = view.layout.words[i].verb is not None and (i == 0 or view.layout.words[i].conjunction)
    unsaid = opening and family.idafa == "object"  # «وقتل عشرات»: who did it does not stand there
    for party in view.parties:
        if party.noun == i and unsaid:
            continue
        if party.noun == i:
            if party.adjective:
                yield from weigh(view, "doer", "nisba", i, party)
            elif family.cameo == _VISIT and _place(view, party):
                continue
            elif _owner_acts(view, i, family):
                yield from weigh(view, "doer", "owner", i, party)
            elif family.idafa == "object":
                why = "owner before the object" if _object_follows(view, party, family) else "owner of an acted-on noun"
                yield from weigh(view, "doer", why, i, party)
        elif 0 < i - party.last <= 2 and party.prep in ("ل", "لدي") and family.symmetric:
            yield from weigh(view, "doer", "has", i, party)
        elif party.head > i and party.prep in AGENTS:
            yield from weigh(view, "doer", "agent phrase", i, party)
        elif (
            0 < party.head - i <= _NEAR
            and party.prep == "من"
            and not view.layout.crossed(i, party.head)
            and "من" not in family.noun_marks
        ):
            yield from weigh(view, "doer", "from", i, party)
        elif 0 < party.head - i <= _NEAR and party.prep == "ل" and _marks_doer(view, i, family):
            yield from weigh(view, "doer", "to", i, party)
    if receives(view, i):
        for party in view.parties:
            if party.head > i and party.prep == "من":
                yield from weigh(view, "doer", "giver", i, party)
    if unsaid:
        return
    if use is not None and use.pronoun and family.idafa != "place":
        if use.first_person:
            yield from plain("doer", "first person", view.speaker(i))
        else:
            yield from _possessor(view, i)
    yield from _controlled(view, i)
    yield from _owner_of_intent(view, i)
    for party in view.parties:
        near = party.head < party.start and 0 < i - party.last <= _NEAR + 1 and party.noun < 0
        if near and view.layout.words[party.head].rest in word_classes()["action"]:
            yield from weigh(view, "doer", "owner of the action", i, party)
    yield from _relative_doer(view, i)
    if family.type is RelationType.ASSAULT and any(victims(view, i)):
        return  # «أصيب س في كمين»: the subject suffers it
    if not (family.type is RelationType.REQUEST and (accepted(view, i) or answers(view, i))):
        yield from _from_clause(view, i)


def _object_follows(view: View, owner: Party, family: Family) -> bool:
    """«استقبال س ص»: where the object stands behind the owner, the owner acts."""
    after = next(free_after(view, owner.last), None)
    return "obj" in family.verb_marks and after is not None and after.head - owner.last <= 2 and not after.linked


def _owner_acts(view: View, i: int, family: Family) -> bool:
    """Whether the owner of the noun does it: «ضربات التحالف» are those that it deals, «ضرب التحالف» may befall it."""
    if family.idafa in ("subject", "helper"):
        return True
    use = view.layout.uses[i]
    counted = use is not None and use.stem.endswith("ات")
    return counted and family.idafa == "object" and family.type in (RelationType.ASSAULT, RelationType.COERCE)


def _marks_doer(view: View, i: int, family: Family) -> bool:
    """Whether «ل» after the noun marks who does it: «زيارة للرئيس إلى س»."""
    if "ل" not in family.noun_marks:
        return True
    return "الي" in family.noun_marks and any(
        i < p.head <= i + _RELATIVE_REACH * 3 and p.prep == "الي" for p in view.parties
    )


def undertaken(view: View, i: int) -> bool:
    """Whether the «ب» on the noun belongs to a word before it: «ملتزمة بدعم س», «اتهم س بدعم ص»."""
    if _accused(view, i):
        return True
    return i > 0 and view.layout.words[i - 1].rest in word_classes()["undertaking"]


def _accused(view: View, i: int) -> tuple[str, ...]:
    """«اتهمت س ص بالتدخل في ع»: who is accused of what the noun says."""
    known = view.memory.accused
    if known is None or not known[0] < i <= known[0] + _CHARGE_REACH:
        return ()
    words = view.layout.words
    charge = (
        words[i].preposition == "ب" or words[i].conjunction or (words[i - 1].preposition == "ب" and i - 1 > known[0])
    )
    return known[1] if charge else ()


def _place(view: View, party: Party) -> bool:
    """Whether the party is a bare name of a state or its seat: «زيارة روما» goes there."""
    mention = view.layout.scene.named[party.start]
    return party.head == party.start and mention is not None and mention.person is None


def _controlled(view: View, i: int) -> Iterator[Candidate]:
    """«منع س من الاستيلاء», «سمح لـس باستخدام», «تمكن س من استعادة»: the party before the preposition does it."""
    words = view.layout.words
    mark = i if words[i].preposition else i - 1
    if mark < 1 or not (words[i].preposition or words[mark].rest in _INTO) or words[mark].conjunction:
        return
    party = next((p for p in view.parties if p.last == mark - 1), None)
    if party is None:
        return
    control = word_classes()["control"]
    if any(w.rest in control or w.preposition + w.rest in control for w in words[max(0, party.head - 2) : party.start]):
        yield from weigh(view, "doer", "the controlled", i, party)


def _owner_of_intent(view: View, i: int) -> Iterator[Candidate]:
    """«سعيهم للعمل مع», «رغبته في التعاون»: the pronoun on the noun that the trigger depends on."""
    actions = word_classes()["action"]
    for j in range(max(0, i - _NEAR), i):
        bare = view.layout.words[j].rest
        if view.layout.scene.tokens[j].text.endswith("ة"):
            continue
        for pronoun in ("ها", "هم", "ه"):
            stem = bare.removesuffix(pronoun)
            if stem != bare and (stem in actions or stem.removesuffix("ت") + "ه" in actions):
                yield from taken_up(view, "doer", "owner of the intent", j, pronoun)
                return


def _possessor(view: View, i: int) -> Iterator[Candidate]:
    """Whom the pronoun on the noun means: who stands right before it, the subject of its verb, or those spoken of."""
    bonus = cost("option")
    use = view.layout.uses[i]
    pronoun = use.pronoun if use is not None else ""
    before = [p for p in view.parties if p.last < i and i - p.last <= _NEAR and not disagrees(view.layout, p, pronoun)]
    for party in before[-1:]:
        yield from plain("doer", "possessive", party.actors, -bonus)
    if view.layout.words[i].conjunction:  # «دعم س لـص وتدخلها»: the owner of the deed that it is joined to
        owners = [p for p in view.parties if p.noun >= 0 and 0 < i - p.last <= _JOINED]
        for party in [p for p in owners if not disagrees(view.layout, p, pronoun)][-1:]:
            yield from plain("doer", "possessive", party.actors, -2 * bonus)
    governing = max((c for c in _governing(view, i)), key=lambda c: c.score, default=None)
    if governing is not None:
        yield from plain("doer", "possessive", governing.actors, -bonus / 2)
    yield from taken_up(view, "doer", "possessive", i, pronoun)


def _governing(view: View, i: int) -> Iterator[Candidate]:
    """The subjects of the verb that governs the noun."""
    layout, scene = view.layout, view.layout.scene
    for j in range(i - 1, max(-1, i - GOVERNOR_REACH), -1):
        if scene.inner[j] is not scene.inner[i] or "complementizer" in layout.words[j].classes:
            return
        if layout.verbs[j]:
            if layout.words[j].rest in word_classes()["suffer"]:
                return
            if layout.words[j].rest in word_classes()["light_verb"] and i - j <= 2:
                return  # «تم طرد س»: the deed itself is the subject
            off = weights()[("doer", "subject after the verb")] - weights()[("doer", "governing subject")]
            for found in subjects(view, j):
                score = found.score - off - (i - j) * cost("token") / 2
                why = found.why if found.why in _DEFAULTS else "governing subject"
                yield replace(found, score=found.score if why in _DEFAULTS else score, why=why)
            return
        if "relative" in layout.words[j].classes:
            return


def _relative_doer(view: View, i: int) -> Iterator[Candidate]:
    """«الغارات التي شنتها س»."""
    words = view.layout.words
    for j in range(i + 1, min(i + _RELATIVE_REACH, len(words) - 1)):
        relative = "relative" in words[j].classes and view.layout.verbs[j + 1]
        bare = view.layout.verbs[j] and not words[i].article and j <= i + 3
        if relative or bare:
            verb = j + 1 if relative else j
            party = next(free_after(view, verb), None)
            resumed = words[verb].verb_pronoun or any(w.rest in WITH_PRONOUN for w in words[verb + 1 : verb + 3])
            passed = any(i < p.start < j for p in view.parties)
            if party is not None and words[verb].rest in word_classes()["suffer"]:
                return
            if party is not None and resumed and not passed:
                yield from weigh(view, "doer", "doer of the relative", verb, party)
            return


def _from_clause(view: View, i: int) -> Iterator[Candidate]:
    statement = view.layout.scene.inner[i]
    yield from _governing(view, i)
    free = [p for p in view.parties if p.last < i and p.free]
    for party in free[:-3:-1]:
        yield from weigh(view, "doer", "clause subject", i, party)
    if statement is not None and statement.addressee_actor and _calls(view, i) and opens_content(view, i):
        yield from plain("doer", "addressee of the call", (statement.addressee_actor,))
    for found in default_doers(view, i):
        if found.why == "topic":
            yield from plain("doer", "topic of a noun", found.actors)
        else:
            yield found


def _helped(view: View, i: int) -> Iterator[Candidate]:
    """«سيطرت س بدعم من ص»: the clause's subject is helped."""
    off = weights()[("doer", "governing subject")] - weights()[("other", "helped")]
    for found in _from_clause(view, i):
        if found.why in ("governing subject", "clause subject"):
            yield replace(found, score=found.score - off, why="helped")


def _calls(view: View, i: int) -> bool:
    statement = view.layout.scene.inner[i]
    cue = normal(statement.cue.of(view.layout.scene.text)) if statement else ""
    wanted = word_classes()["call_cue"]
    return bool(cue) and (cue in wanted or cue[1:] in wanted)


def noun_others(view: View, i: int, family: Family) -> Iterator[Candidate]:
    """Yield who may be the other end of the noun at token `i`."""
    use = view.layout.uses[i]
    owner: Party | None = None
    for party in view.parties:
        if party.noun == i and not party.adjective:
            owner = party
            suffers = family.idafa == "object" and not _owner_acts(view, i, family)
            if suffers or (family.cameo == _VISIT and _place(view, party)):
                yield from weigh(view, "other", "owner", i, party)
    if owner is not None or (use is not None and use.pronoun):
        anchor = owner.last if owner is not None else i
        reach = _MET if family.type is RelationType.CONSULT and "obj" in family.verb_marks and owner is None else 2
        second = next((p for p in free_after(view, anchor) if p.head - anchor <= reach), None)
        if second is not None and any("pronoun" in w.classes for w in view.layout.words[anchor + 1 : second.head]):
            second = None  # «ضرب س هو ص»
        if second is not None and ("obj" in family.verb_marks or family.symmetric):
            yield from weigh(view, "other", "second object", anchor, second)
    if family.idafa == "helper":
        if not _accused(view, i):
            yield from _helped(view, i)
        return
    marks = family.noun_marks | extra_marks(family)
    if "obj" in family.verb_marks and ((use is not None and use.pronoun) or any(p.noun == i for p in view.parties)):
        marks |= {"ل"}  # «احتلال س لـص»: where the doer stands with the noun, «ل» marks the object
    yield from marked(view, i, marks, within=family.type not in DIRECT)
    yield from addressed(view, i, family)
    if family.symmetric:
        for party in view.parties:
            near = party.head < i and not any(view.layout.verbs[party.last : i])
            if party.prep == "مع" and near and view.layout.crossed(party.last, i) < 1:
                yield from weigh(view, "other", "companion", i, party)
        for party in view.parties:
            if party.prep in _PARTICIPATION:
                yield from weigh(view, "other", "participant", i, party)
    yield from sufferers(view, i)
    if family.type is RelationType.REQUEST and answers(view, i):
        off = weights()[("doer", "governing subject")] - weights()[("other", "helped")]
        for found in _from_clause(view, i):
            if found.why in ("governing subject", "clause subject"):
                yield replace(found, score=found.score - off, why="who answers")
    if family.type is RelationType.ASSAULT:
        yield from victims(view, i)
        for party in view.parties:
            if party.head > i and party.prep in ("في", "ب", "داخل"):
                yield from weigh(view, "other", "place of an attack", i, party)
    if family.idafa == "object" and family.type in (RelationType.SUPPORT, RelationType.AID):
        for party in view.parties:
            near = 1 < party.head - i <= _MET and not any(view.layout.verbs[i + 1 : party.head])
            if near and party.prep == "في" and view.layout.words[i + 1].article and owner is None:
                yield from weigh(view, "other", "within the owner", i, party)
    if family.type not in _REACHING:
        return
    acting = {p.start for p in view.parties if p.noun == i and (p.adjective or _owner_acts(view, i, family))}
    nearest = next((p for p in view.parties if p.head > i and p.prep not in AGENTS and p.start not in acting), None)
    if nearest is not None and nearest.prep in ("ضد", "علي") and plover()[family.type].sign > 0:
        return
    if nearest is not None and view.layout.crossed(i, nearest.head) < _BORDER:
        yield from weigh(view, "other", "nearest", i, nearest)
