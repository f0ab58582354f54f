"""Every trigger of a sentence with its two best ends."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from ahlaf.codebook import plover
from ahlaf.model import RelationType
from ahlaf.reading.relations.arabic.candidates import Candidate, View
from ahlaf.reading.relations.arabic.charges import charges
from ahlaf.reading.relations.arabic.coordination import ALLY
from ahlaf.reading.relations.arabic.families import Family, Kind, Role, forms
from ahlaf.reading.relations.arabic.found import Found
from ahlaf.reading.relations.arabic.joint import between, every_two, recalled, their
from ahlaf.reading.relations.arabic.layout import Layout, lay_out
from ahlaf.reading.relations.arabic.memory import Memory, speaking_first
from ahlaf.reading.relations.arabic.modality import modality
from ahlaf.reading.relations.arabic.nouns import noun_doers, noun_others, undertaken
from ahlaf.reading.relations.arabic.parties import find_parties
from ahlaf.reading.relations.arabic.party import Party
from ahlaf.reading.relations.arabic.subjects import subjects
from ahlaf.reading.relations.arabic.suffering import lifting
from ahlaf.reading.relations.arabic.verbs import participle_ends, sum_floor, verb_doers, verb_others
from ahlaf.reading.relations.arabic.weights import floor, weights
from ahlaf.reading.relations.arabic.word_classes import word_classes
from ahlaf.reading.relations.arabic.words import Use, references
from ahlaf.reading.relations.scene import Scene

_IMPOSSIBLE = frozenset({("speaker", "nearest"), ("topic", "nearest")})  # no two reasons for a relation
_KNOWN_THINGS = frozenset({RelationType.AGREE, RelationType.SANCTION})  # «the deal»: spoken of, not done by the subject
_OWN = frozenset({"owner", "nisba", "possessive", "agent phrase", "from", "doer of the relative", "cue's speaker"})
_NEARBY = frozenset({"speaker of the opening", "governing subject"})
_SURE = 7.0  # weight from which a subject outside the noun phrase is taken for the party to a known deal
_CHARGE_WORDS = {RelationType.ACCUSE: "اتهام", RelationType.SUPPORT: "تاييد", RelationType.REQUEST: "طلب"}
_HOSTILE = frozenset({RelationType.ACCUSE, RelationType.REJECT})
_SAID_ALREADY = {
    RelationType.ACCUSE: _HOSTILE,
    RelationType.SUPPORT: _HOSTILE | {RelationType.SUPPORT},
    RelationType.REQUEST: frozenset({RelationType.REQUEST}),
}
_SEARCHED = "عن"  # «البحث عن» is no talk
_SIGNED_REACH = 6
_SANCTIONS = "عقوب"  # needed after words of lifting and easing
_JUDGED_REACH = 8
_WITH, _ALONG_REACH = frozenset({"مع", "الي جانب", "بمشاركه", "بمساعده"}), 6
_ALLY_REACH = 4


class ArabicReader:
    """Reads the sentences of one text in order."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def read(self, scene: Scene) -> list[Found]:
        """Return what the triggers of a sentence make of its parties."""
        if all(mention is None for mention in scene.named) and not self._takes_up(scene):
            return []
        layout = lay_out(scene)
        parties = find_parties(layout, self.memory)
        view = View(layout, parties, self.memory)
        found: list[Found] = []
        for i, use in enumerate(layout.uses):
            if use is None:
                continue
            if use.kind is Kind.NOUN and (_belongs_to_deal(layout, i, use) or _cut_off(layout, i, use)):
                continue
            for family in use.families:
                hit = _read(view, i, family)
                if family.type is RelationType.ACCUSE and use.kind is not Kind.NOUN and "obj" in family.verb_marks:
                    self._remember_accused(view, i, family, hit)
                if hit is not None:
                    found.append(replace(hit, mode=modality(layout, i, family, future=hit.future)))
                    if family.type in (RelationType.ACCUSE, RelationType.REQUEST, RelationType.THREATEN):
                        self.memory.charged.update(hit.pairs)
                    if family.symmetric and len(hit.pairs) == 1:
                        self.memory.joint = i, hit.pairs[0]
                    if use.kind is Kind.NOUN and len(hit.pairs) == 1:
                        self.memory.deeds[family.name] = hit.pairs[0]
                    if family.symmetric and len(hit.pairs) == 1 and plover()[family.type].sign > 0:
                        self.memory.pair = hit.pairs[0]
                        _take_up(scene, parties, i, hit.pairs[0])
                    break
        found += _charges(layout, parties, found)
        self.memory.close(layout, parties)
        return found

    def _takes_up(self, scene: Scene) -> bool:
        """Whether a sentence that names nobody speaks of the two who have dealt with each other."""
        return bool(self.memory.pair) and any(references().get(t.normal, "").startswith("dual") for t in scene.tokens)

    def _remember_accused(self, view: View, i: int, family: Family, hit: Found | None) -> None:
        """Whoever is accused does what the accusation names."""
        if hit is not None:
            self.memory.accused = i, tuple(dict.fromkeys(target for _, target in hit.pairs))
            return
        others = [c for c in verb_others(view, i, family) if c.why == "object pronoun"]
        if others:
            self.memory.accused = i, max(others, key=lambda c: c.score).actors


def _take_up(scene: Scene, parties: list[Party], i: int, pair: tuple[str, str]) -> None:
    """«البلدان» after token `i` are the two who have just dealt with each other."""
    for k, party in enumerate(parties):
        if party.dual and party.start > i:
            parties[k] = replace(party, options=(speaking_first(scene, party.start, pair),))


def _charges(layout: Layout, parties: list[Party], found: list[Found]) -> list[Found]:
    """What speakers make of others, where no trigger of the sentence has said so already."""
    signs: dict[tuple[str, str], set[RelationType]] = {}
    for hit in found:
        for pair in hit.pairs:
            signs.setdefault(pair, set()).add(hit.family.type)
    made: list[Found] = []
    for charge in charges(layout, parties):
        pair = charge.speaker, charge.other
        known = signs.setdefault(pair, set())
        if known & _SAID_ALREADY[charge.type]:
            continue
        known.add(charge.type)
        family = forms().nouns[_CHARGE_WORDS[charge.type]][0]
        made.append(Found(charge.at, charge.at, family, Kind.NOUN, (pair,), charge.why))
    return made


def _cut_off(layout: Layout, i: int, use: Use) -> bool:
    """«قطع الإمدادات», «تعليق المساعدات»: what is cut off is not given."""
    if plover()[use.families[0].type].sign < 0:
        return False
    before = layout.uses[max(0, i - 2) : i]
    cutting = (RelationType.SANCTION, RelationType.COERCE)
    return any(u is not None and u.families[0].needs and u.families[0].type in cutting for u in before)


def _belongs_to_deal(layout: Layout, i: int, use: Use) -> bool:
    """Whether the noun is an agreement that was signed, or what an agreement is about («اتفاق وقف إطلاق النار»)."""
    if use.families[0].name == "اتفق":
        return _signed(layout, i)
    if use.families[0].type is not RelationType.RETREAT:
        return False
    talks = (RelationType.AGREE, RelationType.CONSULT)
    return any(
        u is not None and u.kind is Kind.NOUN and u.families[0].type in talks for u in layout.uses[max(0, i - 2) : i]
    )


def _signed(layout: Layout, i: int) -> bool:
    """Whether a word of signing or concluding goes with the agreement: that word then says what was done."""
    near = layout.uses[max(0, i - _SIGNED_REACH) : i + _SIGNED_REACH]
    return any(
        u is not None and u.families[0].cameo == "057" and u.families[0].type is RelationType.COOPERATE for u in near
    )


def _read(view: View, i: int, family: Family) -> Found | None:
    use = view.layout.uses[i]
    assert use is not None
    if family.role in (Role.BLAME, Role.DEMAND):
        return _charged(view, i, family)
    if family.role is Role.REFUSE and not _negated(view.layout, i):
        return None
    if family.idafa == "helper" and undertaken(view, i):
        family = replace(family, idafa="object")  # «قام بدعم س» supports, nobody is supported
    joint = between(view, i, family)
    if joint is not None or family.role is Role.MEDIATE:
        return joint
    if use.kind is Kind.VERB:
        doers, others = list(verb_doers(view, i)), list(verb_others(view, i, family))
    elif use.kind is Kind.NOUN or (use.kind is Kind.PASSIVE and family.symmetric):
        doers, others = list(noun_doers(view, i, family)), list(noun_others(view, i, family))
    else:
        doers, others = participle_ends(view, i, family)
    if family.type is RelationType.CONCEDE and _SANCTIONS in family.needs:
        doers = lifting(view, i, doers, others)
    return _best(view, i, family, doers, others)


def _best(view: View, i: int, family: Family, doers: list[Candidate], others: list[Candidate]) -> Found | None:
    use = view.layout.uses[i]
    assert use is not None
    if family.symmetric and any(w.rest == _SEARCHED and not w.conjunction for w in view.layout.words[i + 1 : i + 2]):
        return None
    if family.type in _KNOWN_THINGS and use.kind is Kind.NOUN and view.layout.words[i].article:
        nearby = not _judged(view.layout, i)
        doers = [d for d in doers if d.why in _OWN or (nearby and d.why in _NEARBY and d.score >= _SURE)]
    best = _likeliest(view, family, doers, others)
    both = their(view, i, family)
    if both and (best is None or best[2].why != "second object"):
        return Found(i, i, family, use.kind, every_two(both), "the two spoken of", use.future)
    together = max(
        (d for d in doers if len(d.actors) > 1 and d.why not in ("from", "to")), key=lambda d: d.score, default=None
    )
    joint = family.symmetric and together is not None and together.score >= floor("together")
    if joint and together is not None and (best is None or best[2].score < floor("together")):
        return Found(i, i, family, use.kind, every_two(together.actors), f"{together.why}, together", use.future)
    if best is None or best[0] < floor("weak sum" if family.role is Role.WEAK else "sum"):
        return recalled(view, i, family)
    if family.name == ALLY and best[2].head > i + _ALLY_REACH:
        return None
    acting = best[1].actors + _along(view, i, family, best[1], best[2])
    pairs = tuple((d, o) for d in acting for o in best[2].actors if d != o)
    return Found(i, i, family, use.kind, pairs, f"{best[1].why} + {best[2].why}", use.future)


def _likeliest(
    view: View, family: Family, doers: list[Candidate], others: list[Candidate]
) -> tuple[float, Candidate, Candidate] | None:
    """The doer and the other end with the highest sum, of those that go together."""
    doer_floor, other_floor = sum_floor(family.role is Role.WEAK)
    best: tuple[float, Candidate, Candidate] | None = None
    for doer, other in product(doers, others):
        if doer.score < doer_floor or other.score < other_floor:
            continue
        if set(doer.actors) & set(other.actors):
            rest = tuple(a for a in doer.actors if a not in other.actors)
            if family.name != ALLY or not rest:
                continue
            doer = replace(doer, actors=rest)
        if doer.head == other.head >= 0 or doer.why == other.why or (doer.why, other.why) in _IMPOSSIBLE:
            continue
        placed = other.why == "place of an attack" or (
            other.why == "nearest" and family.type is RelationType.ASSAULT and _placed(view, other.head)
        )
        if placed and not view.memory.armed(doer.actors):
            continue
        if best is None or doer.score + other.score > best[0]:
            best = (doer.score + other.score, doer, other)
    return best


def _placed(view: View, start: int) -> bool:
    """Whether the party that begins to be named at token `start` is where something happens."""
    return any(p.start == start and p.prep in ("في", "داخل") for p in view.parties)


def _judged(layout: Layout, i: int) -> bool:
    """Whether a word of praise or blame governs the deal: «انتقد الاتفاق مع س»."""
    before = layout.uses[max(0, i - _JUDGED_REACH) : i]
    judging = (RelationType.ACCUSE, RelationType.REJECT)
    return any(u is not None and u.families[0].type in judging for u in before)


def _along(view: View, i: int, family: Family, doer: Candidate, other: Candidate) -> tuple[str, ...]:
    """Who fights along: «حرب س مع ص ضد ع»."""
    if family.type not in (RelationType.ASSAULT, RelationType.COERCE) or family.symmetric:
        return ()
    layout = view.layout
    known = {*doer.actors, *other.actors}
    along = [
        p
        for p in view.parties
        if p.named
        and p.prep in _WITH
        and abs(p.head - i) <= _ALONG_REACH
        and not layout.crossed(i, p.head)
        and p.start != other.head
    ]
    return tuple(a for p in along for a in p.actors if a not in known)


def _charged(view: View, i: int, family: Family) -> Found | None:
    """A speaker who says that somebody does wrong accuses them; who says that they must, asks them."""
    use = view.layout.uses[i]
    assert use is not None
    speaker = view.speaker(i) or _holder(view, i)
    if not speaker:
        return None
    if family.role is Role.DEMAND:
        charged = [c for c in verb_others(view, i, family) if c.score >= weights()[("other", "marked")] - 2]
    elif use.kind is Kind.VERB:
        charged = [c for c in verb_doers(view, i) if c.score >= 6]
    else:
        charged = [c for c in noun_doers(view, i, family) if c.score >= 8]
    charged = [c for c in charged if not set(c.actors) & set(speaker)]
    best = max(charged, key=lambda c: c.score, default=None)
    if best is None:
        return None
    pairs = tuple((speaker[0], actor) for actor in best.actors)
    return Found(i, i, family, use.kind, pairs, f"charged by the speaker, {best.why}", False)


def _holder(view: View, i: int) -> tuple[str, ...]:
    """Whose opinion a clause gives that stands behind the words of a statement («لأن هذه الدول …»)."""
    cues = view.layout.scene.cue
    said = [s.speaker_actor for s in (*reversed(cues[:i]), *cues[i:]) if s is not None and s.speaker_actor]
    if said:
        return (said[0],)
    for j in range(i - 1, -1, -1):
        if view.layout.words[j].rest in word_classes()["opinion"]:
            subject = max(subjects(view, j), key=lambda c: c.score, default=None)
            return subject.actors[:1] if subject is not None and subject.score >= floor("weak") else ()
    return ()


def _negated(layout: Layout, i: int) -> bool:
    return any("negation" in w.classes for w in layout.words[max(0, i - 2) : i])
