"""What governs a name: the walk from it to the left, over titles and belongings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from ahlaf.actors import NameKind, gazetteer
from ahlaf.reading.relations.arabic.families import Kind
from ahlaf.reading.relations.arabic.layout import Layout
from ahlaf.reading.relations.arabic.word_classes import word_classes

_WALK = 9  # words a head may stand before the name it belongs to
QUOTES = frozenset("\"'«»“”()[]‹›`”“")
COMMAS = frozenset("،,")
_COMPOUND = {"من": ("قبل", "جانب", "طرف"), "الي": ("جانب",), "علي": ("حساب", "يد", "ايدي")}
_TITLE_PREPOSITIONS = frozenset({"في", "علي", "لدي", "عن"})
AMONG = frozenset({"بينها", "بينهم", "منها", "منهم"})  # one of a group just named
_TITLE_REACH = 6
_PRONOUN_STEMS = {
    "مع": "مع", "عن": "عن", "علي": "علي", "الي": "الي", "ل": "ل", "ب": "ب", "ضد": "ضد", "من": "من", "في": "في",
    "بين": "بين", "تجاه": "تجاه", "ازاء": "ازاء", "قبل": "من قبل",
}  # fmt: skip
_PRONOUNS = ("ه", "ها", "هم", "هما")
WITH_PRONOUN = {
    stem + pronoun: (prep, pronoun)
    for stem, prep in _PRONOUN_STEMS.items()
    for pronoun in _PRONOUNS
    if stem + pronoun not in ("عنه", "له")
} | {"له": ("ل", "ه"), "عنه": ("عن", "ه")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Governor:
    """What governs a phrase and where its head stands; the fields are those of `Party`."""

    head: int
    prep: str = ""
    linked: bool = False
    noun: int = -1
    asset: bool = False


def governor_of(layout: Layout, first: int) -> Governor:
    """Walk left from the name at token `first` to what governs it."""
    scene = layout.scene
    own = scene.proclitic[first]
    if scene.named[first] is None:
        own = "و" * layout.words[first].conjunction + layout.words[first].preposition
    linked = own[:1] in ("و", "ف")
    prep = next((letter for letter in own if letter in "بلك"), "")
    if (prep or linked) and not (prep and _relays(layout, first, prep)):
        return Governor(first, prep, linked)
    if first and scene.named[first - 1] is None and _is_demonym(scene.tokens[first - 1].normal):
        return Governor(first)  # «مع وسائل إعلام روسية س»: a phrase with its adjective is closed, and governs no name
    head, asset, skip = first, False, -1
    assets = word_classes()["asset"]
    for j in range(first - 1, max(-1, first - 1 - _WALK), -1):
        token, word = scene.tokens[j], layout.words[j]
        if not token.is_word:
            if token.text in QUOTES:
                continue
            return Governor(head, "", token.text in COMMAS and _after_name(layout, j), asset=asset)
        mention, before = scene.named[first], scene.named[j]
        if before is not None and (mention is None or before.actor != mention.actor):
            break
        if scene.named[j] is None:
            if word.rest in AMONG:
                return Governor(head, word.rest, asset=asset)
            if token.normal in WITH_PRONOUN or token.normal in _bound_prepositions():
                break
            if token.normal in word_classes()["time_adverb"] or token.normal in word_classes()["aside"]:
                break
            title = _title_behind(layout, j)
            if title is not None:
                skip = title
                continue
            if j > skip >= 0:
                continue
            governor = _governed(layout, j, head, asset)
            if governor is not None:
                return governor
            if layout.verbs[j] or (word.stops() and "preposition" not in word.classes):
                break
            common = scene.named[head] is None and not layout.words[head].article and not layout.words[head].preposition
            if word.article and common and head < first:
                break  # «اليوم كلا من س»
        head = j
        asset = asset or word.rest in assets
        if scene.named[j] is not None and scene.proclitic[j]:
            letter = next((c for c in scene.proclitic[j] if c in "بلك"), "")
            return Governor(head, letter, scene.proclitic[j][0] in "وف", asset=asset)
        if word.preposition and j and scene.named[j] is None and not _relay_word(layout, j):
            return Governor(head, word.preposition, word.conjunction, asset=asset)
        if word.conjunction and not _same_office(layout, j):
            return Governor(head, "", True, asset=asset)
    return Governor(head, asset=asset)


@lru_cache(maxsize=1 << 12)
def _is_demonym(word: str) -> bool:
    """Whether the word is an indefinite adjective of a state («روسية»)."""
    namings = () if word.startswith("ال") else gazetteer().index.exact((word,))
    return bool(namings) and all(naming.kind is NameKind.DEMONYM for naming in namings)


def _relays(layout: Layout, first: int, prep: str) -> bool:
    """Whether the preposition glued to token `first` only ties a name to its title («رئيس المكتب السياسي لـ»)."""
    if prep not in ("ل", "ب"):
        return False
    classes = word_classes()
    for j in range(first - 1, max(-1, first - 6), -1):
        word, token = layout.words[j], layout.scene.tokens[j]
        if not token.is_word or layout.scene.named[j] is not None or layout.verbs[j]:
            return False
        if prep == "ب" and word.rest.startswith("وزير"):
            return True
        if prep != "ب" and (word.rest in classes["relay"] or word.classes & {"title"} or word.rest in classes["title"]):
            return True
        if layout.uses[j] is not None or word.stops():
            return False
    return False


def _same_office(layout: Layout, j: int) -> bool:
    """«نائبة رئيس الوزراء ووزيرة خارجية س»: one person of two offices."""
    before = layout.words[j - 1] if j else None
    if before is None or layout.scene.named[j - 1] is not None or before.reference:
        return False
    return bool(before.classes & {"title", "role"}) and bool(layout.words[j].classes & {"title", "role"})


@cache
def _bound_prepositions() -> frozenset[str]:
    """Prepositions with a pronoun («خلالها»): a phrase by themselves."""
    return frozenset(p + pronoun for p in word_classes()["preposition"] if len(p) > 1 for pronoun in _PRONOUNS)


def _relay_word(layout: Layout, j: int) -> bool:
    return layout.words[j].preposition == "ل" and _relays(layout, j, "ل")


def _after_name(layout: Layout, j: int) -> bool:
    return j > 0 and (layout.scene.named[j - 1] is not None or not layout.scene.tokens[j - 1].is_word)


def _governed(layout: Layout, j: int, head: int, asset: bool) -> Governor | None:
    """The governor that token `j` is, if it is one."""
    word, token = layout.words[j], layout.scene.tokens[j]
    if "preposition" in word.classes:
        prep = word.rest
        if prep in ("في",) and j and _kin_before(layout, j):
            return None
        return Governor(head, prep, word.conjunction, asset=asset)
    if j and word.rest in _COMPOUND.get(layout.words[j - 1].rest, ()):
        return Governor(head, f"{layout.words[j - 1].rest} {word.rest}", asset=asset)
    if token.normal in ("و", "ثم", "او"):
        return Governor(head, "", True, asset=asset)
    use = layout.uses[j]
    if use is not None and use.kind is not Kind.VERB:
        return Governor(head, noun=-1 if use.pronoun else j, asset=asset)
    return None


def _title_behind(layout: Layout, j: int) -> int | None:
    """The title that the preposition at token `j` ties to its actor («السفير لدى س», «المشرف العام على س»)."""
    if layout.words[j].rest == "من" and j and not layout.words[j].conjunction:
        for k in (j - 1, j - 2):
            before = layout.words[k]
            if k >= 0 and (before.classes & {"partitive"} or before.rest in word_classes()["partitive"]):
                return k
            if before.article or before.stops() or layout.verbs[k]:
                return None
        return None
    if layout.words[j].rest not in _TITLE_PREPOSITIONS or layout.words[j].conjunction:
        return None
    for k in range(j - 1, max(-1, j - _TITLE_REACH), -1):
        word = layout.words[k]
        if layout.scene.named[k] is not None or not layout.scene.tokens[k].is_word or layout.verbs[k] or word.stops():
            return None
        titles = word_classes()["partitive" if layout.words[j].rest == "عن" else "title"]
        if "title" in word.classes or word.rest in titles:
            return k
    return None


def _kin_before(layout: Layout, j: int) -> bool:
    """Whether «في» ties people to their state («المسؤولين في س»)."""
    kin = word_classes()["kin"]
    before = layout.words[j - 1]
    return layout.scene.tokens[j - 1].normal in kin or "ال" * before.article + before.rest in kin
