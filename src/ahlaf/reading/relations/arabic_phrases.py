"""Arabic noun phrases: which words name actors together, what governs them, whom pronouns and groups mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ahlaf.model import ActorKind
from ahlaf.reading.relations.arabic_triggers import is_verb
from ahlaf.reading.relations.arabic_words import Reading, proclitics
from ahlaf.reading.relations.discourse import Discourse, carried_subject, real, speaker_at
from ahlaf.reading.relations.groups import group_actors, resolved
from ahlaf.reading.relations.lexicon import Kind, words
from ahlaf.reading.relations.scene import Phrase, Scene

_WALK = 9  # how many words a head may stand before the name it belongs to
_QUOTES = frozenset("\"'«»“”()[]‹›`")
_AFFAIRS = "شوون"
_THEN = ("ثم", "او")
_DASHES = frozenset("-–—/ـ")
_NISBA = ("ي", "يه", "يين", "يون", "يتين", "يتان", "يان")


def _described(scene: Scene, i: int) -> bool:
    """Whether an adjective says which organ is meant («القوات الأمنية»): then it is not the one just spoken of."""
    following = scene.tokens[i + 1] if i + 1 < len(scene.tokens) else None
    return following is not None and following.normal.startswith("ال")


# Prepositions with a pronoun of the third person: who is meant is the other party.
_PRONOUN_PREPOSITIONS = {
    stem + pronoun: preposition
    for preposition, stem in (
        ("مع", "مع"), ("عن", "عن"), ("علي", "علي"), ("الي", "الي"), ("ل", "ل"), ("ب", "ب"), ("ضد", "ضد"), ("من", "من"),
        ("في", "في"),
    )
    for pronoun in ("ه", "ها", "هم", "هما")
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Governor:
    """What governs a name: see the fields of `Phrase`."""

    head: int
    prep: str = ""
    linked: bool = False
    noun: int = -1
    asset: bool = False


def find_phrases(scene: Scene, chosen: list[Reading | None], known: Mapping[str, frozenset[str]]) -> None:
    """Put the scene's noun phrases into it, in the order of the text."""
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
    scene.phrases = [p for p in scene.phrases if not p.anaphor or not any(n.first <= p.start <= n.last for n in named)]


def _anaphor(scene: Scene, chosen: list[Reading | None], i: int, known: Mapping[str, frozenset[str]]) -> Phrase | None:
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
    if mark == "@group" and i + 1 < len(scene.tokens) and scene.tokens[i + 1].normal in known["organ"]:
        return None  # «دول المجلس» is the council
    if not mark:
        return None
    if bare in known["between"]:
        return Phrase(i, i, i, (mark,), "بين", anaphor=True)
    if prep:
        return Phrase(i, i, i, (mark,), prep, linked=conjunction, anaphor=True)
    over = _walk(scene, chosen, known, i)
    linked = over.linked or conjunction
    return Phrase(over.head, i, i, (mark,), over.prep, over.noun, linked, asset=over.asset, anaphor=True)


def _mark(scene: Scene, i: int, bare: str, known: Mapping[str, frozenset[str]]) -> str:
    if bare in known["speaker_noun"]:
        return "@speaker"
    if bare in known["dual"] or bare in known["between"]:
        return "@dual"
    if (bare in known["organ"] or bare in known["rebel"]) and bare.startswith("ال") and not _described(scene, i):
        return "@organ"
    if bare in known["latter"]:
        return "@latter"
    if bare in known["group"]:
        return "@these" if i and scene.tokens[i - 1].normal in known["demonstrative"] else "@group"
    return ""


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
        if (not marks and dashed) or (not gap and _nisba(scene, first) and _nisba(scene, previous.last)):
            scene.phrases.append(
                Phrase(first, first, last, (actor,), previous.prep, previous.noun, True, previous.adjective)
            )
            return
    over = _walk(scene, chosen, known, first)
    if previous and previous.last >= over.head and actor in previous.actors:
        previous.last = last
        return
    owned = chosen[over.noun] if over.noun >= 0 else None
    article = scene.tokens[first].text.startswith("ال")
    adjective = owned is not None and _nisba(scene, first) and article == owned.article
    scene.phrases.append(
        Phrase(over.head, first, last, (actor,), over.prep, over.noun, over.linked, adjective, over.asset)
    )


def _passes_on(
    scene: Scene, chosen: list[Reading | None], known: Mapping[str, frozenset[str]], i: int, prep: str
) -> bool:
    """Whether the preposition at token `i` only ties a name to its title or things («رئيس المكتب السياسي لـ»)."""
    if prep not in ("ل", "ب"):
        return False
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
        if any(rest in known[c] or token.normal in known[c] for c in ("relay", "title", "asset")):
            return True
        if chosen[j] is not None or scene.breaks[j] or rest in known["preposition"]:
            return False
    return False


def _participle(reading: Reading) -> bool:
    """Whether the word is only a participle: with the article it is a noun like any other («المتمردون الحوثيون»)."""
    return all(e.kind in (Kind.ACTIVE, Kind.PASSIVE) for e in reading.entries)


def _nisba(scene: Scene, i: int) -> bool:
    word = scene.tokens[i].normal
    if word.endswith("يا"):  # «اتفاقا سعوديا», but not «سوريا»
        return i > 0 and scene.tokens[i - 1].normal.endswith("ا")
    return word.endswith(_NISBA)


def _walk(scene: Scene, chosen: list[Reading | None], known: Mapping[str, frozenset[str]], first: int) -> _Governor:
    """Walk left from a name to what governs it."""
    own = scene.proclitic[first]
    linked = own[:1] in ("و", "ف")
    prep = next((letter for letter in own if letter in "بلك"), "")
    if (prep or linked) and not (prep and _passes_on(scene, chosen, known, first, prep)):
        return _Governor(first, prep, linked)
    head, asset = first, False
    for j in range(first - 1, max(-1, first - 1 - _WALK), -1):
        token = scene.tokens[j]
        if not token.is_word:
            if token.text in _QUOTES:
                continue
            listed = token.text in "،," and j > 0 and head == first and scene.named[j - 1] is not None
            return _Governor(head, "", listed, asset=asset)
        mention, named = scene.named[first], scene.named[j]
        if named is not None and (mention is None or named.actor != mention.actor):
            break
        marked = None if named is not None else _preposition(scene, j, known)
        if marked is not None:
            return _Governor(head, marked, asset=asset)
        conj, clitic, _, rest = proclitics(token.normal)
        if rest == _AFFAIRS and clitic == "ل":
            return _Governor(j, clitic + rest, asset=asset)  # «الأمين العام لشؤون فلسطين»
        if named is None and (rest in _THEN or token.normal == "و"):
            return _Governor(head, "", True, asset=asset)
        if named is None and rest not in ("في", "من", "عن"):
            reading = chosen[j]
            if reading is not None and not reading.verb and not (reading.article and _participle(reading)):
                # A noun with the article owns nobody: what follows it is an adjective of it or stands beside it.
                owns = _unbroken(chosen, j, head) and (not reading.article or _nisba(scene, first))
                return _Governor(head, noun=j if owns else -1, asset=asset)
            if _shuts(scene, chosen, known, j) or token.normal in known["adverb"]:
                break
        if named is None and _new_phrase(scene, known, j, head):
            beside = _apposed(scene, chosen, known, j, head)
            return beside if beside is not None else _Governor(head, asset=asset)
        if j == 0 and clitic:
            break  # a sentence begins with its verb, not with «ب» or «ل»
        head = j
        asset = asset or rest in known["asset"] or rest.rstrip("ا") in known["asset"]
        if clitic and rest not in known["relay"] and not _passes_on(scene, chosen, known, j, clitic):
            return _Governor(head, clitic, conj, asset=asset)
        if conj:
            return _Governor(head, "", rest not in known["action"], asset=asset)
    return _Governor(head, asset=asset)


def _preposition(scene: Scene, j: int, known: Mapping[str, frozenset[str]]) -> str | None:
    """The preposition that token `j` is, "@list" where it begins an enumeration; None where it governs nothing."""
    word = scene.tokens[j].normal
    rest = proclitics(word)[3]
    before = scene.tokens[j - 1].normal if j else ""
    if word in known["enumerator"] or f"{before} {word}" in known["enumerator"]:
        return "@list"
    if rest == "في" and before in known["kin"]:
        return None  # «الأشقاء في البحرين» are Bahrain
    if rest == "من" and _counted(scene, j):
        return None  # «12 عنصرا من حزب الله»
    if rest in ("من", "عن") and (before in known["partitive"] or proclitics(before)[3] in known["partitive"]):
        return None
    if rest in ("قبل", "جانب") and before in ("من", "الي"):
        return f"{before} {rest}"
    return rest if rest in known["preposition"] else None


def _new_phrase(scene: Scene, known: Mapping[str, frozenset[str]], j: int, head: int) -> bool:
    """Whether the head begins its own phrase after a definite word («في الأيام الأخيرة | مواقع داعش»)."""
    before = scene.tokens[j].normal
    if scene.named[head] is not None or before in known["role"] or before in known["title"]:
        return False
    _, clitic, article, _ = proclitics(scene.tokens[head].normal)
    return before.startswith("ال") and not clitic and not article


def _counted(scene: Scene, j: int) -> bool:
    """Whether a number, or a number and what is counted, stands before «من» at token `j`."""
    before = [scene.tokens[m] for m in (j - 1, j - 2) if m >= 0]
    if before and before[0].text[0].isdigit():
        return True
    return len(before) > 1 and before[1].text[0].isdigit() and before[0].normal.endswith("ا")


def _apposed(
    scene: Scene, chosen: list[Reading | None], known: Mapping[str, frozenset[str]], j: int, head: int
) -> _Governor | None:
    """What governs the name before a title that stands beside it («لفخامة الرئيس الباجي قائد السبسي رئيس الجمهورية»).

    Only a preposition is taken over: a title without one may begin an object of its own.
    """
    if proclitics(scene.tokens[head].normal)[3] not in known["office"]:
        return None
    for m in range(j, max(-1, j - _WALK), -1):
        token = scene.tokens[m]
        if not token.is_word or scene.named[m] is not None or _shuts(scene, chosen, known, m):
            return None
        marked = _preposition(scene, m, known)
        if marked is not None:
            return _Governor(head, marked)
        reading = chosen[m]
        _, clitic, _, rest = proclitics(token.normal)
        if clitic and m and rest not in known["relay"]:
            return _Governor(head, clitic)
        if reading is not None:
            return _Governor(head, noun=m) if not reading.verb and not reading.article else None
    return None


def _unbroken(chosen: list[Reading | None], j: int, head: int) -> bool:
    """Whether no other trigger stands between a trigger noun and the name's head."""
    return all(chosen[k] is None for k in range(j + 1, head))


def _shuts(scene: Scene, chosen: list[Reading | None], known: Mapping[str, frozenset[str]], j: int) -> bool:
    """Whether no noun phrase reaches over token `j`: a clause begins, a verb or a particle stands there."""
    word = scene.tokens[j].normal
    return (
        scene.breaks[j]
        or word in known["resumptive"]
        or word in known["negation"]
        or word in known["condition"]
        or is_verb(scene, chosen, j)
    )


def _rebels(scene: Scene, k: int, discourse: Discourse, kinds: Mapping[str, ActorKind]) -> tuple[str, ...]:
    """The armed group named last before phrase `k`, but not the one who acts in this sentence."""
    acting = {a for p in scene.phrases[:k] if not p.prep and p.noun < 0 for a in real(p)}
    here = [a for p in scene.phrases[:k] if not p.anaphor for a in real(p)]
    for actor in reversed([*discourse.recent, *here]):
        if actor not in acting and kinds.get(actor) is ActorKind.ARMED_GROUP:
            return (actor,)
    return ()


def fill_in(scene: Scene, discourse: Discourse, kinds: Mapping[str, ActorKind]) -> None:
    """Give pronouns, «بلاده» and nouns for several actors the actors that they mean."""
    known = words("ar")
    for k, phrase in enumerate(scene.phrases):
        mark = phrase.actors[0] if phrase.anaphor else ""
        if mark == "@speaker":
            speaker = speaker_at(scene, phrase.start)
            actors = (speaker,) if speaker else carried_subject(scene, phrase.start, discourse)
        elif mark == "@organ":
            bare = proclitics(scene.tokens[phrase.start].normal)[3].removeprefix("ال")
            actors = discourse.organs.get(bare, ())
            if not actors and "ال" + bare in known["rebel"]:
                actors = _rebels(scene, k, discourse, kinds)
        elif mark == "@latter":
            named = [p for p in scene.phrases[:k] if not p.anaphor]
            actors = real(named[-1])[-1:] if named else tuple(discourse.recent[-1:])
        elif mark in ("@group", "@these", "@dual"):
            actors = group_actors(scene, phrase.start, mark == "@these", mark == "@dual", discourse, known)
        else:
            continue
        if actors:
            scene.phrases[k] = resolved(scene, phrase, actors)
