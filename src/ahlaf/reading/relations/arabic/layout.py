"""The words of a sentence settled by their context: which are triggers, which are verbs, where clauses begin."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ahlaf.reading.relations.arabic.families import Family, Kind, Role
from ahlaf.reading.relations.arabic.needs import needed
from ahlaf.reading.relations.arabic.words import Use, Word, analyse
from ahlaf.reading.relations.scene import Scene

_NOT_A_WORD = Word()
_NEEDS_REACH, _VERB_REACH = 7, 16  # a verb's subject may stand before what it needs
_ANTECEDENT_REACH = 5  # words before a verb among which what its pronoun takes up stands
_SHORT_REACH = 3  # words among which a preposition or a word of wrong stands that a word needs
_HEIGHTS = {"relative": 1.0, "complementizer": 1.3, "conjunction": 0.7}  # how much of a border a word is
_MARK_HEIGHT, _VERB_HEIGHT, _COMMA_HEIGHT = 1.5, 0.6, 0.4
_DAMMA = "\u064f"
_CLAUSE_MARKS = frozenset("؛;:.?!؟")
_BEFORE_VERBS = frozenset({"الذي", "التي", "الذين", "لم", "لن", "سوف", "قد", "لقد"})
_VERB_AFTER = frozenset({"verb_particle", "relative"})


@dataclass(slots=True)
class Layout:
    """A sentence's words with their chosen uses.

    `verbs` are the tokens read as verbs, `walls` count the clause borders before each token.
    """

    scene: Scene
    words: list[Word]
    uses: list[Use | None]
    verbs: list[bool]
    walls: list[float]

    def crossed(self, left: int, right: int) -> float:
        """How much of clause borders stands between two tokens."""
        return abs(self.walls[right] - self.walls[left])


def lay_out(scene: Scene) -> Layout:
    """Settle the words of `scene` and mark its clause breaks."""
    tokens = scene.tokens
    words = [
        analyse(t.normal, t.text[-1] if t.text[-1] in "ةه" else "") if t.text[0].isalpha() else _NOT_A_WORD
        for t in tokens
    ]
    for i, word in enumerate(words):
        cue = scene.cue[i]
        if (
            cue is not None
            and cue.cue.start == tokens[i].span.start + 1
            and not word.conjunction
            and len(tokens[i].normal) > 2
        ):
            word = words[i] = replace(analyse(tokens[i].normal[1:]), conjunction=True)
        if scene.cue[i] is not None and word.classes and "preposition" in word.classes:
            words[i] = Word(word.conjunction, rest=word.rest, verbal=True)  # «وعبر عن» says, it is no «across»
    _deeds_not_names(scene, words)
    uses: list[Use | None] = [None] * len(tokens)
    verbs = [False] * len(tokens)
    for i, word in enumerate(words):
        if scene.named[i] is not None:
            continue
        use = _use(scene, words, verbs, i)
        if use is not None and use.kind is not Kind.VERB and word.plain and _plain_verb(scene, words, i):
            verbs[i] = True
            continue
        if word.reference and use is not None and use.kind in (Kind.ACTIVE, Kind.PASSIVE):
            use = None
        verbs[i] = use.kind is Kind.VERB if use else _verbal(words, i) or _after_relative(words, i)
        if use:
            fitting = _fitting(scene, i, use)
            if fitting:
                uses[i] = Use(use.kind, fitting, use.pronoun, use.first_person, use.future, use.accusative, use.stem)
    scene.breaks = [
        t.text in _CLAUSE_MARKS or bool(w.classes & {"relative", "complementizer", "conjunction"})
        for t, w in zip(tokens, words, strict=True)
    ]
    walls, count = [], 0.0
    for i, t in enumerate(tokens):
        if scene.breaks[i]:
            count += _HEIGHTS.get(next(iter(words[i].classes & _HEIGHTS.keys()), ""), _MARK_HEIGHT)
        elif verbs[i] and i and not scene.breaks[i - 1]:
            count += _VERB_HEIGHT
        elif t.text in "،,":
            count += _COMMA_HEIGHT
        walls.append(count)
    return Layout(scene, words, uses, verbs, walls)


def _deeds_not_names(scene: Scene, words: list[Word]) -> None:
    """Take back a mention that is a deed here: «التحالف مع» is allying oneself, «التحالف» alone a coalition."""
    for i, mention in enumerate(scene.named[:-1]):
        if mention is None or mention in (scene.named[i + 1], scene.named[i - 1] if i else None):
            continue
        noun = words[i].noun
        if noun is not None and any(words[i + 1].rest in family.noun_marks for family in noun.families):
            scene.named[i] = None


def _use(scene: Scene, words: list[Word], verbs: list[bool], i: int) -> Use | None:
    word = words[i]
    if _DAMMA in scene.tokens[i].text[1:3] and word.noun is not None and not word.article:
        return None  # a passive: «خُطف»
    if "title" in word.classes:
        return word.noun
    if word.verb is not None and _noun_with_pronoun(scene, words, i):
        return word.noun
    if word.verb is None or word.noun is None:
        if word.verb is not None and not _may_be_verb_after(words, i):
            return None
        return word.verb or word.noun
    if word.preposition or word.article or word.noun.kind is not Kind.NOUN:
        return word.noun if word.preposition or word.article else _verb_or_participle(scene, words, i)
    previous = words[i - 1] if i else None
    if word.verb.future:
        return word.verb
    if previous is not None and (
        previous.classes & _VERB_AFTER
        or "conjunction" in previous.classes
        or previous.rest in ("ان", "لا", "لن", "سوف")
    ):
        return word.verb
    if previous is not None and previous.classes & {"negation"} and previous.rest not in ("عدم", "دون", "بدون"):
        return word.verb
    if scene.cue[i] is not None and scene.cue[i - 1 if i else 0] is not scene.cue[i] and _opens(scene, words, i):
        return word.verb
    if previous is not None and "preposition" in previous.classes:
        return word.noun
    if _opens(scene, words, i) and _subject_follows(scene, words, i):
        return word.verb
    return word.noun


def _plain_verb(scene: Scene, words: list[Word], i: int) -> bool:
    """Whether a word that is both a trigger noun and a verb without relation («عقد») is the verb."""
    word = words[i]
    if word.preposition or word.article:
        return False
    if word.verb_pronoun and i and not word.conjunction:
        # «في مؤتمر صحفي عقده مع س»: it describes the indefinite noun before it
        before = words[i - 1]
        common = scene.tokens[i - 1].is_word and scene.named[i - 1] is None
        return common and not (before.article or before.stops() or before.verbal or before.verb is not None)
    return _opens(scene, words, i) and _subject_follows(scene, words, i)


def _verbal(words: list[Word], i: int) -> bool:
    """Whether a word of a verb's form can be one here: no title is, nor what follows a preposition."""
    return words[i].verbal and not words[i].classes & {"title", "role"} and _may_be_verb_after(words, i)


def _may_be_verb_after(words: list[Word], i: int) -> bool:
    previous = words[i - 1] if i else None
    return not (
        previous is not None and "preposition" in previous.classes and previous.rest not in ("ما", "حتي", "منذ")
    )


def _noun_with_pronoun(scene: Scene, words: list[Word], i: int) -> bool:
    """Whether a form like «قدرها» inside a clause is a noun with its owner, not a perfect with an object."""
    verb = words[i].verb
    if verb is None or not verb.pronoun or verb.stem[:1] in ("ي", "ت", "ن") or verb.future or scene.cue[i] is not None:
        return False
    return not _opens(scene, words, i) and "verb_particle" not in words[i - 1].classes


def _after_relative(words: list[Word], i: int) -> bool:
    """Whether a word that no table knows is a verb by its place, right after a relative pronoun or «لم»."""
    word = words[i]
    if not i or word.article or word.preposition or word.classes or word.reference:
        return False
    return words[i - 1].rest in _BEFORE_VERBS


def _verb_or_participle(scene: Scene, words: list[Word], i: int) -> Use | None:
    return words[i].noun if i and not _opens(scene, words, i) else words[i].verb


def _opens(scene: Scene, words: list[Word], i: int) -> bool:
    """Whether token `i` begins a clause."""
    if i == 0 or words[i].conjunction:
        return True
    before = scene.tokens[i - 1]
    return not before.is_word or bool(words[i - 1].classes & {"conjunction", "complementizer", "relative", "negation"})


def _subject_follows(scene: Scene, words: list[Word], i: int) -> bool:
    """Whether a definite noun or a name follows at once, as a verb's subject does."""
    if i + 1 >= len(words):
        return False
    following = words[i + 1]
    if scene.named[i + 1] is not None:
        return not scene.proclitic[i + 1] and not scene.tokens[i + 1].normal.endswith(("يه", "ي"))
    return (
        (following.article and not following.preposition) or "title" in following.classes or "role" in following.classes
    )


def _fitting(scene: Scene, i: int, use: Use) -> tuple[Family, ...]:
    """The families whose needed word follows; those that need something go first."""
    if all(not f.needs for f in use.families):
        return use.families
    reach = _VERB_REACH if use.kind is Kind.VERB else _NEEDS_REACH
    near = _joined(scene, i, reach)
    joint = use.kind is Kind.PASSIVE and use.families[0].symmetric
    if joint or (use.kind is Kind.VERB and use.pronoun):  # «الاتفاق الذي وقعته س»: the word stands before
        near += _joined(scene, max(0, i - _ANTECEDENT_REACH) - 1, min(i, _ANTECEDENT_REACH))
    with_need = tuple(f for f in use.families if f.needs and _follows(scene, i, f, near))
    return with_need + tuple(f for f in use.families if not f.needs)


def _joined(scene: Scene, i: int, reach: int) -> str:
    return "".join(f" {t.normal}" for t in scene.tokens[i + 1 : i + 1 + reach]) + " "


def _follows(scene: Scene, i: int, family: Family, near: str) -> bool:
    """Whether one of the words that a family needs follows token `i`."""
    needs = needed(family.needs)
    window = near
    if family.role is Role.DESCRIBE:
        window = _joined(scene, i, len(scene.tokens))
    elif family.role is Role.BLAME:
        window = _joined(scene, i, _SHORT_REACH)
    if needs.words is not None and needs.words.search(window):
        return True
    return needs.prepositions is not None and bool(needs.prepositions.search(_joined(scene, i, _SHORT_REACH)))
