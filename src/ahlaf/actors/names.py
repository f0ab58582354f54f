"""A name as it is looked up: its words in normal form, and what kind of name it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ahlaf.language import normal

# Words as the language layer cuts them, and the plus sign of "P5+1"; hyphens and apostrophes only part words.
_WORD = re.compile(r"[^\W_](?:[\w\u064B-\u0652\u0640\u0670]|(?<=\w)['’.](?=\w))*|\+|/")
_ARABIC = re.compile(r"[\u0621-\u064A]")
# Names in عبد are written with and without a space; ابن and بن are one word.
SERVANT = "عبد"
_SON = {"ابن": "بن"}

Key = tuple[str, ...]


class NameKind(StrEnum):
    """What kind of name it is, from the surest to the least sure sign of its actor."""

    CODE = "code"
    NAME = "name"
    CAPITAL = "capital"
    SEAT = "seat"
    ORGAN = "organ"
    PERSON = "person"
    MEMBERS = "members"
    DEMONYM = "demonym"
    SURNAME = "surname"


@dataclass(frozen=True, slots=True)
class Naming:
    """One way to name one actor or person.

    `actor` is empty for persons, whose actor depends on the date. `plural` is true for words for its people.
    """

    kind: NameKind
    text: str
    lang: str
    actor: str = ""
    person: str = ""
    plural: bool = False


def script(text: str) -> str:
    """Return "ar" if `text` holds an Arabic letter, else "en"."""
    return "ar" if _ARABIC.search(text) else "en"


def key(text: str) -> Key:
    """Return the words of `text` in the form in which names are looked up.

    >>> key("Bashar al-Assad")
    ('bashar', 'al', 'assad')
    >>> key("عبد الله") == key("عبدالله")
    True
    """
    if text.isalpha():
        return (normal(text),)
    return join_servant([normal(word) for word in _WORD.findall(text)])


def join_servant(words: list[str]) -> Key:
    """Write names in عبد as one word, and ابن as بن."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] == SERVANT:
            joined[-1] += word
        else:
            joined.append(_SON.get(word, word))
    return tuple(joined)
