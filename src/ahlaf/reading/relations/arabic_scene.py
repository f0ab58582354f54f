"""Arabic noun phrases and triggers: which words name actors together, what governs them, which words can act."""

from __future__ import annotations

from collections.abc import Mapping

from ahlaf.reading.relations.arabic_words import Reading, proclitics, readings
from ahlaf.reading.relations.discourse import Discourse, carried_subject, speaker_at
from ahlaf.reading.relations.groups import group_actors, resolved
from ahlaf.reading.relations.lexicon import words
from ahlaf.reading.relations.scene import Phrase, Scene

_WALK = 9  # how many words a head may stand before the name it belongs to
_QUOTES = frozenset("\"'«»“”()[]‹›`")
_DASHES = frozenset("-–—/ـ")
_NISBA = ("ي", "يه", "يين", "يون", "يتين", "يتان", "يان", "يا")


def lay_out(scene: Scene) -> list[Reading | None]:
    """Fill in the scene's breaks and phrases; return the chosen reading of each token."""
    chosen = [_choose(scene, i) for i in range(len(scene.tokens))]
    known = words("ar")
    openers = known["relative"] | known["complementizer"] | known["conjunction"]
    scene.breaks = [
        token.normal in openers
        or token.text in "؛:;.!؟?…"
        or (token.normal[0] in "وف" and token.normal[1:] in openers and token.normal not in known["whole"])
        for token in scene.tokens
    ]
    _phrases(scene, chosen, known)
    return chosen


def _choose(scene: Scene, i: int) -> Reading | None:
    """Choose between a word's readings as verb and as noun by the word before it."""
    token = scene.tokens[i]
    if scene.named[i] is not None or not token.is_word:
        return None
    known = words("ar")
    rest = proclitics(token.normal)[3]
    if rest in known["relay"] or any(rest in known[c] for c in ("preposition", "relative", "complementizer")):
        return None
    found = readings(token.normal)
    if token.text.endswith("ة"):
        found = tuple(r for r in found if r.pronoun != "ه")
    if not found:
        return None
    verbs = [r for r in found if r.verb]
    nouns = [r for r in found if not r.verb]
    if not verbs:
        return found[0]
    if not nouns and (token.normal not in {e.lemma for e in verbs[0].entries} or _verb_place(scene, i, verbs[0])):
        return found[0]
    if not nouns:
        return None
    if nouns[0].pronoun and verbs[0].conjunction:
        return nouns[0]  # «ودعمه لـ»: a noun with its owner far more often than a verb with its object
    return verbs[0] if _verb_place(scene, i, verbs[0]) else nouns[0]


def _verb_place(scene: Scene, i: int, reading: Reading) -> bool:
    """Whether a verb rather than a noun stands at `i`: at a clause's start, or right after a definite noun."""
    known = words("ar")
    if i == 0:
        return True
    before = scene.tokens[i - 1]
    if not before.is_word:
        return before.text in ".،,؛:" or reading.conjunction
    if before.normal in known["preposition"] or before.normal in known["demonstrative"]:
        return False
    if before.normal in {"قد", "وقد", "لقد", "فقد", "ان", "لم", "كان", "كانت", "الذي", "التي", "الذين", "ما", "كما"}:
        return True
    return reading.conjunction or scene.named[i - 1] is not None or (
        before.normal.startswith("ال") and not reading.entries[0].lemma == before.normal
    )


def is_verb(scene: Scene, chosen: list[Reading | None], i: int) -> bool:
    """Whether a verb stands at `i`: one of the lexicon, a statement's cue, or a word with an imperfect's shape."""
    reading = chosen[i]
    if reading is not None:
        return reading.verb
    if scene.named[i] is not None or not scene.tokens[i].is_word:
        return False
    if scene.cue[i] is not None:
        return True
    word = scene.tokens[i].normal
    whole = words("ar")["whole"]
    if word in whole or len(word) < 4:
        return False
    rest = word[1:] if word[0] in "وف" else word
    if rest.startswith(("سي", "ست")) and len(rest) > 4:
        return True
    return rest[0] == "ي" and rest not in words("ar")["ya_noun"]


def _phrases(scene: Scene, chosen: list[Reading | None], known: Mapping[str, frozenset[str]]) -> None:
    i = 0
    while i < len(scene.tokens):
        mention = scene.named[i]
        if mention is None:
            phrase = _anaphor(scene, chosen, i, known)
            if phrase:
                scene.phrases.append(phrase)
            i += 1
            continue
        last = i
        while last + 1 < len(scene.tokens) and scene.named[last + 1] is mention:
            last += 1
        _place(scene, chosen, known, i, last, mention.actor)
        i = last + 1
    named = [p for p in scene.phrases if not p.anaphor]
    scene.phrases = [
        p for p in scene.phrases if not p.anaphor or not any(n.first <= p.start <= n.last for n in named)
    ]


def _anaphor(
    scene: Scene, chosen: list[Reading | None], i: int, known: Mapping[str, frozenset[str]]
) -> Phrase | None:
    """A common noun that stands for the speaker's side («بلاده») or for an organ just spoken of («القوات»)."""
    token = scene.tokens[i]
    if not token.is_word or chosen[i] is not None:
        return None
    conjunction, prep, article, rest = proclitics(token.normal)
    bare = ("ال" if article and not rest.startswith("ال") else "") + rest
    pronoun = _PRONOUN_PREPOSITIONS.get(token.normal)
    if pronoun:
        return Phrase(i, i, i, ("@other",), pronoun, anaphor=True)
    mark = _mark(scene, i, bare, known)
    if not mark:
        return None
    if bare in known["between"]:
        return Phrase(i, i, i, (mark,), "بين", anaphor=True)
    if prep:
        return Phrase(i, i, i, (mark,), prep, linked=conjunction, anaphor=True)
    head, prep, linked, noun, asset = _walk(scene, chosen, known, i)
    return Phrase(head, i, i, (mark,), prep, noun, linked or conjunction, asset=asset, anaphor=True)


def _mark(scene: Scene, i: int, bare: str, known: Mapping[str, frozenset[str]]) -> str:
    if bare in known["speaker_noun"]:
        return "@speaker"
    if bare in known["dual"] or bare in known["between"]:
        return "@dual"
    if bare in known["group"]:
        return "@these" if i and scene.tokens[i - 1].normal in known["demonstrative"] else "@group"
    return ""


# Prepositions with a pronoun of the third person: who is meant is the other party.
_PRONOUN_PREPOSITIONS = {
    stem + pronoun: preposition
    for preposition, stem in (
        ("مع", "مع"), ("عن", "عن"), ("علي", "علي"), ("الي", "الي"), ("ل", "ل"), ("ب", "ب"), ("ضد", "ضد"), ("من", "من"),
        ("في", "في"),
    )
    for pronoun in ("ه", "ها", "هم", "هما")
}  # fmt: skip


def _place(
    scene: Scene, chosen: list[Reading | None], known: Mapping[str, frozenset[str]], first: int, last: int, actor: str
) -> None:
    """Make the phrase of a mention, or join the mention to the phrase before it."""
    own = scene.proclitic[first]
    previous = scene.phrases[-1] if scene.phrases else None
    gap = scene.tokens[previous.last + 1 : first] if previous else ()
    if previous and not previous.anaphor and not own:
        marks = [t for t in gap if t.is_word]
        dashed = any(t.text in _DASHES for t in gap)
        if not marks and actor in previous.actors and not any(t.text in "،,؛." for t in gap):
            previous.last = last
            return
        if not marks and dashed or (not gap and _nisba(scene, first) and _nisba(scene, previous.last)):
            scene.phrases.append(
                Phrase(first, first, last, (actor,), previous.prep, previous.noun, True, previous.adjective)
            )
            return
    head, prep, linked, noun, asset = _walk(scene, chosen, known, first)
    if previous and previous.last >= head and actor in previous.actors:
        previous.last = last
        return
    adjective = noun >= 0 and _nisba(scene, first) and (
        scene.tokens[first].text.startswith("ال") == (chosen[noun].article if chosen[noun] else False)  # type: ignore[union-attr]
    )
    scene.phrases.append(Phrase(head, first, last, (actor,), prep, noun, linked, adjective, asset))


def _passes_on(
    scene: Scene, chosen: list[Reading | None], known: Mapping[str, frozenset[str]], i: int, prep: str
) -> bool:
    """Whether «ل» (or «ب» after a minister) at token `i` only ties a name to its title or its things («رئيس المكتب السياسي لـ», «مواقع لـ»)."""
    for j in range(i - 1, max(-1, i - 6), -1):
        token = scene.tokens[j]
        if not token.is_word or scene.named[j] is not None or is_verb(scene, chosen, j):
            return False
        rest = proclitics(token.normal)[3]
        if prep == "ب":
            if j < i - 2:
                return False
            if rest.startswith("وزير"):
                return True
            continue
        if rest in known["relay"] or rest in known["title"] or token.normal in known["title"]:
            return True
        if chosen[j] is not None or scene.breaks[j] or rest in known["preposition"]:
            return False
    return False


def _nisba(scene: Scene, i: int) -> bool:
    return scene.tokens[i].normal.endswith(_NISBA)


def _walk(
    scene: Scene, chosen: list[Reading | None], known: Mapping[str, frozenset[str]], first: int
) -> tuple[int, str, bool, int, bool]:
    """Walk left from a name to what governs it: (head, preposition, linked, trigger noun, asset)."""
    own = scene.proclitic[first]
    linked = own[:1] in ("و", "ف")
    prep = next((letter for letter in own if letter in "بلك"), "")
    head, asset = first, False
    if prep or linked:
        if prep not in ("ل", "ب") or not _passes_on(scene, chosen, known, first, prep):
            return head, prep, linked, -1, False
        prep = ""
    for j in range(first - 1, max(-1, first - 1 - _WALK), -1):
        token = scene.tokens[j]
        if not token.is_word:
            if token.text in _QUOTES:
                continue
            if token.text in "،," and j + 1 == head:
                linked = scene.named[j - 1] is not None and head == first if j else False
            break
        if scene.named[j] is not None:
            mention = scene.named[first]
            if mention is not None and scene.named[j].actor == mention.actor:  # type: ignore[union-attr]
                head = j
                continue
            break
        word = token.normal
        conj, clitic, _, rest = proclitics(word)
        if rest in ("ثم", "او") or word == "و":
            return head, "", True, -1, asset
        if rest == "في" and j and scene.tokens[j - 1].normal in known["kin"]:
            continue
        if rest in known["preposition"]:
            if rest == "قبل" or rest == "جانب":
                if j and scene.tokens[j - 1].normal in ("من", "الي"):
                    return head, f"{scene.tokens[j - 1].normal} {rest}", linked, -1, asset
            return head, rest, linked, -1, asset
        if word == "جانب" and j and scene.tokens[j - 1].normal in ("من", "الي"):
            return head, f"{scene.tokens[j - 1].normal} جانب", linked, -1, asset
        if scene.breaks[j] or word in known["negation"] or word in known["condition"]:
            break
        reading = chosen[j]
        if reading is not None and not reading.verb:
            if rest in known["relay"]:
                continue
            if j + 1 == head or all(chosen[k] is None for k in range(j + 1, head)):
                return head, "", linked, j, asset
            break
        if is_verb(scene, chosen, j):
            break
        if j == 0 and clitic:
            return head, "", False, -1, asset  # a sentence begins with its verb, not with «ب» or «ل»
        head = j
        asset = asset or rest in known["asset"] or rest.rstrip("ا") in known["asset"]
        if clitic and rest not in known["relay"]:
            if clitic in ("ل", "ب") and _passes_on(scene, chosen, known, j, clitic):
                continue
            return head, clitic, conj, -1, asset
        if conj:
            return head, "", True, -1, asset
    return head, prep, linked, -1, asset


def fill_in(scene: Scene, discourse: Discourse) -> None:
    """Give pronouns, «بلاده» and nouns for several actors the actors that they mean."""
    known = words("ar")
    for k, phrase in enumerate(scene.phrases):
        mark = phrase.actors[0] if phrase.anaphor else ""
        if mark == "@speaker":
            speaker = speaker_at(scene, phrase.start)
            actors = (speaker,) if speaker else carried_subject(scene, phrase.start, discourse)
        elif mark in ("@group", "@these", "@dual"):
            actors = group_actors(scene, phrase.start, mark == "@these", mark == "@dual", discourse, known)
        else:
            continue
        if actors:
            scene.phrases[k] = resolved(scene, phrase, actors)
