"""Which words of an English sentence are verbs and which nouns, where a form can be both ("support", "attacks")."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ahlaf.reading.relations.english.lexicon import Kind, words
from ahlaf.reading.relations.english.words import Reading, VerbEntry, readings, verb_reading

_CLUSTER = 6  # words of a verb group before its last verb
# Words after which a verb may stand, whatever came before.
_CLOSED = ("preposition", "pronoun", "modal", "be", "have", "adverb", "break", "conjunction")
_SHORTEST_GUESS = 5
# A verb that no list has ("recaptioned"): it has a subject and an object, no more is known of it.
_UNKNOWN = VerbEntry("", Kind.PLAIN, None, "", ())
_UNKNOWN_PAST = verb_reading((_UNKNOWN,), frozenset({"past"}))
_UNKNOWN_ING = verb_reading((_UNKNOWN,), frozenset({"ing"}))


def tag(
    forms: Sequence[str], texts: Sequence[str], named: Sequence[object], closed: Collection[int] = ()
) -> list[Reading | None]:
    """Return the reading of each word: as a verb, as a noun of dealing, or None for any other word.

    `forms` are the words in normal form, `texts` as they stand, `named` is not None where a word belongs to a name.
    `closed` are the words after which a noun phrase is known to end.
    """
    chosen: list[Reading | None] = []
    for i in range(len(forms)):
        if named[i] is not None or not texts[i][0].isalpha():
            chosen.append(None)
        elif i - 1 in closed:
            chosen.append(_after_phrase(forms, i) or _choose(forms, texts, chosen, i))
        else:
            chosen.append(_choose(forms, texts, chosen, i))
    return chosen


def _after_phrase(forms: Sequence[str], i: int) -> Reading | None:
    """The word after a whole noun phrase is its verb, unless it heads a noun phrase with a verb of its own."""
    verb, noun = readings(forms[i])
    known = words()
    following = forms[i + 1] if i + 1 < len(forms) else "."
    if verb is not None and following in known["preposition"] and verb.forms <= {"base", "s"}:
        ahead = forms[i + 1 : i + 14]
        if any(form in known["be"] or form in known["have"] or form in known["modal"] for form in ahead):
            return noun
    return verb


def _choose(forms: Sequence[str], texts: Sequence[str], chosen: Sequence[Reading | None], i: int) -> Reading | None:
    verb, noun = readings(forms[i])
    if verb is None and noun is None:
        return _guess(forms, texts, i)
    before = _before(forms, i)
    if before in ("-", "–") and verb is not None and "past" in verb.forms:
        return None  # "a UN-brokered truce"
    if verb is None or noun is None:
        return _only_noun(texts, noun, i) if verb is None else _only_verb(forms, texts, chosen, verb, i)
    return verb if _is_verb(forms, texts, verb, i, before) else noun


def _before(forms: Sequence[str], i: int) -> str:
    """The word before word `i`, of a hyphenated one the word before its first part."""
    i -= 1
    while i > 0 and forms[i] == "·":
        i -= 1
    return forms[i] if i >= 0 else ""


def _guess(forms: Sequence[str], texts: Sequence[str], i: int) -> Reading | None:
    word = forms[i]
    if len(word) < _SHORTEST_GUESS or (texts[i][0].isupper() and i) or i == 0:
        return None
    known = words()
    before = forms[i - 1]
    if word in known["adjective"]:
        return None
    if word.endswith("ed") and before not in known["determiner"] and before not in known["preposition"]:
        return _UNKNOWN_PAST
    return _UNKNOWN_ING if word.endswith("ing") and before in known["be"] else None


def _only_noun(texts: Sequence[str], noun: Reading | None, i: int) -> Reading | None:
    """A noun of dealing, unless it is part of a name ("the Defense Secretary")."""
    beside = (texts[k] for k in (i - 1, i + 1) if 0 < k < len(texts))
    return None if i and texts[i][0].isupper() and any(text[0].isupper() for text in beside) else noun


def _only_verb(
    forms: Sequence[str], texts: Sequence[str], chosen: Sequence[Reading | None], verb: Reading, i: int
) -> Reading | None:
    """A verb, unless it stands where only a noun or an adjective can ("the say", "its detained vessels")."""
    known = words()
    before = _before(forms, i)
    following = forms[i + 1] if i + 1 < len(forms) else ""
    if i and texts[i][0].isupper() and i + 1 < len(texts) and texts[i + 1][0].isupper() and "past" in verb.forms:
        return None  # "the Armed Forces"
    if "s" in verb.forms and following == "of":
        return None  # "the sides of"
    if verb.forms <= {"base", "s"} and i:
        earlier = chosen[i - 1]
        if (
            texts[i - 1][0].isdigit()
            or texts[i][0].isupper()
            or following in known["modal"]
            or following in known["be"]
        ):
            return None  # "the United States", "their forces must"
        if before in known["adjective"] or (_like_adjective(before) and not _opens(forms, texts, i + 1)):
            return None
        if earlier is not None and not earlier.verb and "base" in verb.forms and not _plural(before):
            return None  # "a strike team"
        if earlier is not None and earlier.verb and before not in known["have"] and before not in known["modal"]:
            return None  # "fired rounds"
        if not texts[i - 1][0].isupper() and _inside_phrase(forms, chosen, i, before):
            return None
    if "past" in verb.forms and before in known["adjective"] and following not in known["preposition"]:
        return None  # "new targeted sanctions"
    if before in known["determiner"] or before in known["possessive"] or before.endswith("'s"):
        if "base" in verb.forms or "s" in verb.forms:
            return None
        if "past" in verb.forms:
            return verb if following in known["preposition"] and before.endswith("'s") else None
        return None if following not in known["determiner"] else verb
    if before in known["preposition"] and before != "to" and "ing" not in verb.forms:
        return None
    if "ing" in verb.forms and before in known["adjective"]:
        return None  # "a continued supporting role"
    return verb


def _inside_phrase(forms: Sequence[str], chosen: Sequence[Reading | None], i: int, before: str) -> bool:
    """Whether a noun stands at `i`: "the death sentence", and after a verb's object began: "resumed oil exports"."""
    known = words()
    if not before.isalpha() or any(before in known[kind] for kind in _CLOSED):
        return False
    for j in range(i - 2, max(-1, i - _CLUSTER), -1):
        form = forms[j]
        if form in known["determiner"] or form in known["possessive"]:
            return not _plural(before) and before not in known["people"]
        earlier = chosen[j]
        if earlier is not None and earlier.verb and not earlier.forms.isdisjoint({"past", "ing"}):
            return form not in known["be"] and form not in known["have"]
        if not form.isalpha() or form in ("and", "or") or any(form in known[kind] for kind in _CLOSED):
            return False
    return False


def _opens(forms: Sequence[str], texts: Sequence[str], i: int) -> bool:
    """Whether word `i` opens a noun phrase, as the object of a verb before it does."""
    if i >= len(forms):
        return False
    known = words()
    form = forms[i]
    return (
        form in known["determiner"] or form in known["possessive"] or form in known["pronoun"]
        or texts[i][0].isupper() or texts[i][0].isdigit()
    )  # fmt: skip


def _is_verb(forms: Sequence[str], texts: Sequence[str], verb: Reading, i: int, before: str) -> bool:
    """Choose between a word's readings by the words beside it."""
    known = words()
    following = forms[i + 1] if i + 1 < len(forms) else ""
    if following in ("off", "out", "up", "down") and before not in known["determiner"]:
        return True
    opens = _opens(forms, texts, i + 1) and following not in ("this", "last", "next")  # "the attack this morning"
    if before in known["modal"] or (before == "to" and "base" in verb.forms):
        return "base" in verb.forms
    if before in known["determiner"] or before in known["possessive"] or before.endswith(("'s", "s'")):
        return False
    if before in known["be"]:
        return "past" in verb.forms or "ing" in verb.forms
    if before in known["have"]:
        return "past" in verb.forms
    if before in ("not", "never"):
        return True
    if before in known["preposition"]:
        return "ing" in verb.forms and opens
    if "past" in verb.forms and verb.forms.isdisjoint({"base", "s"}):
        return True
    if "ing" in verb.forms:
        return opens or before in ("", ",")
    if before in known["adjective"] or _like_adjective(before):
        return False
    if before in known["pronoun"]:
        return True
    if before.endswith("ly") or before in ("and", "or", "also"):
        return _after_verb(forms, i) or opens
    if not opens and following in known["preposition"]:
        return following in verb.entries[0].targets and _plural(before) and "base" in verb.forms
    return opens and (i > 0)


def _after_verb(forms: Sequence[str], i: int) -> bool:
    """Whether an auxiliary stands shortly before, through adverbs: "will strongly support"."""
    known = words()
    for j in range(i - 1, max(-1, i - _CLUSTER), -1):
        if forms[j] in known["modal"] or forms[j] == "to":
            return True
        if not (forms[j].endswith("ly") or forms[j] in ("and", "or", "also", "not")):
            return False
    return False


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _like_adjective(word: str) -> bool:
    return word.endswith(
        ("al", "ic", "ous", "ive", "ary", "able", "ful", "less", "ian", "ean", "ese", "ish", "ern", "-led", "-backed")
    )
