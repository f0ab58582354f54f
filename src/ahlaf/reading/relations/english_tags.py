"""Which words of an English sentence are verbs and which nouns, where a form can be both ("support", "attacks")."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ahlaf.reading.relations.english_words import Reading, VerbEntry, readings
from ahlaf.reading.relations.lexicon import Kind, words

_CLUSTER = 6  # words of a verb group before its last verb
_SHORTEST_GUESS = 5
# A verb that no list has ("recaptioned"): it has a subject and an object, no more is known of it.
_UNKNOWN = VerbEntry("", Kind.PLAIN, None, "", ())
_UNKNOWN_PAST = Reading((_UNKNOWN,), True, frozenset({"past"}))
_UNKNOWN_ING = Reading((_UNKNOWN,), True, frozenset({"ing"}))


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
    known = words("en")
    following = forms[i + 1] if i + 1 < len(forms) else "."
    if verb is not None and noun is not None and following in known["preposition"]:
        ahead = forms[i + 1 : i + 14]
        if any(form in known["be"] or form in known["have"] or form in known["modal"] for form in ahead):
            return noun
    return verb


def _choose(forms: Sequence[str], texts: Sequence[str], chosen: Sequence[Reading | None], i: int) -> Reading | None:
    verb, noun = readings(forms[i])
    if verb is None and noun is None:
        return _guess(forms, texts, i)
    before = forms[i - 1] if i else ""
    if before in ("-", "–") and verb is not None and "past" in verb.forms:
        return None  # "a UN-brokered truce"
    if verb is None or noun is None:
        return noun if verb is None else _only_verb(forms, texts, chosen, verb, i)
    return verb if _is_verb(forms, texts, verb, i, before) else noun


def _guess(forms: Sequence[str], texts: Sequence[str], i: int) -> Reading | None:
    word = forms[i]
    if len(word) < _SHORTEST_GUESS or (texts[i][0].isupper() and i) or i == 0:
        return None
    known = words("en")
    before = forms[i - 1]
    if word in known["adjective"]:
        return None
    if word.endswith("ed") and before not in known["determiner"] and before not in known["preposition"]:
        return _UNKNOWN_PAST
    return _UNKNOWN_ING if word.endswith("ing") and before in known["be"] else None


def _only_verb(
    forms: Sequence[str], texts: Sequence[str], chosen: Sequence[Reading | None], verb: Reading, i: int
) -> Reading | None:
    """A verb, unless it stands where only a noun or an adjective can ("the say", "its detained vessels")."""
    known = words("en")
    before = forms[i - 1] if i else ""
    if verb.forms <= {"base", "s"} and i:
        earlier = chosen[i - 1]
        if before in known["adjective"] or (_like_adjective(before) and before.islower()):
            return None if not texts[i - 1][0].isupper() else verb
        if earlier is not None and earlier.verb and before not in known["have"] and before not in known["modal"]:
            return None  # "fired rounds"
    if before in known["determiner"] or before in known["possessive"] or before.endswith("'s"):
        if "base" in verb.forms or "s" in verb.forms:
            return None
        following = forms[i + 1] if i + 1 < len(forms) else ""
        if "past" in verb.forms:
            return verb if following in known["preposition"] and before.endswith("'s") else None
        return None if following not in known["determiner"] else verb
    if before in known["preposition"] and before != "to" and "past" in verb.forms:
        return None
    if texts[i][0].isupper() and i and verb.forms == {"base"}:
        return None
    return verb


def _is_verb(forms: Sequence[str], texts: Sequence[str], verb: Reading, i: int, before: str) -> bool:
    """Choose between a word's readings by the words beside it."""
    known = words("en")
    following = forms[i + 1] if i + 1 < len(forms) else ""
    if following in ("off", "out", "up", "down") and before not in known["determiner"]:
        return True
    opens = following in known["determiner"] or following in known["possessive"] or following in known["pronoun"]
    opens = opens or (i + 1 < len(forms) and (texts[i + 1][0].isupper() or texts[i + 1][0].isdigit()))
    if before in known["modal"] or (before == "to" and "base" in verb.forms):
        return "base" in verb.forms
    if before in known["determiner"] or before in known["possessive"] or before.endswith(("'s", "s'")):
        return False
    if before in known["be"]:
        return "past" in verb.forms or "ing" in verb.forms
    if before in known["have"]:
        return "past" in verb.forms
    if before == "not":
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
    known = words("en")
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
