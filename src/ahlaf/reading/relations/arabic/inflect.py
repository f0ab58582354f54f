"""Arabic inflection as far as looking words up needs it: the forms of a verb, a noun, an adjective; clitics taken off.

Everything here works on normal forms (`ahlaf.language.normal`): one alif, one yeh, «ه» for «ة».
"""

from __future__ import annotations

from collections.abc import Iterator

PRONOUNS = ("هما", "هم", "هن", "كم", "ها", "ني", "نا", "ه")
FIRST_PERSON = frozenset({"نا", "ني"})
_WEAK = frozenset("يوا")
_SHORTEST_JUSSIVE = 2  # «تعز» is a town before it is "you console"


def perfect_forms(stem: str) -> Iterator[tuple[str, bool]]:
    """Yield the perfect's forms from the third person masculine singular, each with whether it is first person."""
    yield stem, False
    if stem[-1] in "يا" and len(stem) > 2:
        base, long = stem[:-1], stem[:-1] + ("ي" if stem[-1] == "ي" else "و")
        yield from ((base + ending, False) for ending in ("ا", "ت", "تا", "وا", "و"))
        yield from ((long + ending, False) for ending in ("ا", "ن"))
        yield long + "نا", True
        return
    yield from ((stem + ending, False) for ending in ("ت", "تا", "ا", "وا", "و"))
    short = stem[:-2] + stem[-1] if len(stem) > 2 and stem[-2] == "ا" and len(stem) != 4 else stem
    yield short + "نا", True


def imperfect_forms(form: str) -> Iterator[tuple[str, bool]]:
    """Yield the imperfect's forms from the third person masculine singular, each with whether it is first person."""
    stem = form[1:]
    plural = stem[:-1] if stem[-1] in _WEAK and len(stem) > 2 else stem
    for person in "يت":
        yield from ((person + stem + ending, False) for ending in ("", "ان", "ا"))
        yield from ((person + plural + ending, False) for ending in ("ون", "وا", "و"))
        if plural != stem and len(plural) > _SHORTEST_JUSSIVE:
            yield person + plural, False
    yield "ن" + stem, True
    if plural != stem:
        yield "ن" + plural, True


def noun_forms(noun: str) -> Iterator[str]:
    """Yield the noun as it stands alone: with the accusative's alif and as a dual where it can have them."""
    yield noun
    if noun.endswith("ه"):
        yield from (noun[:-1] + ending for ending in ("تان", "تين", "تي"))
    elif not noun.endswith("ات"):
        yield from (noun + ending for ending in ("ا", "ان", "ين"))


def bound_forms(noun: str) -> Iterator[str]:
    """Yield the noun as it stands before a pronoun suffix (زيارة + ها, لقاء + ه in its three spellings)."""
    if noun.endswith("ه"):
        yield noun[:-1] + "ت"
    elif noun.endswith("ء"):
        yield from (noun, noun[:-1] + "ي", noun[:-1] + "و")
    else:
        yield noun


def adjective_forms(form: str) -> Iterator[str]:
    """Yield an adjective's or participle's forms: feminine, sound plurals, duals, the construct plural."""
    yield form
    base = form[:-1] if form.endswith("ي") and len(form) > 4 else form
    yield from (form + ending for ending in ("ه", "ا", "ات"))
    yield from (base + ending for ending in ("ون", "ين", "و", "ي", "ان", "تين", "تان"))


def split_pronoun(word: str) -> Iterator[tuple[str, str]]:
    """Yield every way to read `word` as a stem of three letters or more with a pronoun suffix."""
    for pronoun in PRONOUNS:
        if word.endswith(pronoun) and len(word) - len(pronoun) >= 2:
            yield word[: -len(pronoun)], pronoun


def split_conjunction(word: str) -> Iterator[tuple[str, str]]:
    """Yield `word` whole, then without a leading «و» or «ف»."""
    yield "", word
    if len(word) > 3 and word[0] in "وف":
        yield word[0], word[1:]


def split_noun_prefix(word: str) -> Iterator[tuple[str, bool, str]]:
    """Yield the ways to read proclitics before a noun: preposition, whether it has the article, the rest."""
    yield "", False, word
    if word.startswith("ال") and len(word) > 4:
        yield "", True, word[2:]
    if len(word) > 3 and word[0] in "بلك":
        if word.startswith("لل"):
            yield "ل", True, word[2:]
            # «لل» + «لقاء»: the article swallows the noun's own first letter.
            yield "ل", True, word[1:]
        elif word[1:3] == "ال" and len(word) > 5:
            yield word[0], True, word[3:]
        yield word[0], False, word[1:]
